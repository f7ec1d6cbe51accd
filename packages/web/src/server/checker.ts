import type {
  AgencyProfile,
  acceptAgency,
  Blocking,
  CaseRecord,
  Dictionary,
  Extraction,
  FactValue,
  FileText,
  Finding,
  ImportedAgency,
  PackUsed,
  PageMark,
  StandardDiff,
} from '@anjuan/core';
import type { PageCache, PageDrawing } from '@anjuan/intake';
import type {
  NameBook,
  RuleDetail,
  RuleSummary,
  Ruling,
  ScoreResult,
  StandardDetail,
  StandardSummary,
  Timeline,
} from './contract/index.ts';

/** A file of a case as it lies in the store. */
export interface Original {
  /** Name for people, unique within the case. */
  readonly name: string;
  readonly sha256: string;
  /** Where the bytes lie. */
  readonly path: string;
  readonly size: number;
  /** Set when it must not be read: why. */
  readonly refused?: string;
  /** Opens it where it is encrypted. */
  readonly password?: string;
}

/** What was taken out of an archive or a file of many records, to be copied into the store; `dispose` removes it afterwards. */
export interface Unpacked {
  readonly files: readonly Omit<Original, 'sha256'>[];
  /** Others in it are encrypted, and wait for its password. */
  readonly waits?: boolean;
  /** Why nothing was taken out of it, which reading it would not tell. */
  readonly refused?: string;
  /** Where the archive holds many cases, each folder or inner archive one: the same files by case. */
  readonly cases?: readonly { readonly name: string; readonly files: readonly Omit<Original, 'sha256'>[] }[];
  dispose(): Promise<void>;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly string[];
  readonly timeline: Timeline;
  readonly pack: PackUsed;
}

/** Everything a report is made of. */
export interface Reported extends Judged {
  readonly name: string;
  readonly record: CaseRecord;
  readonly score: ScoreResult | null;
  readonly rulings: readonly Ruling[];
  readonly asOf: string;
}

/**
 * The one seam between the server and what reads and judges: intake, documents, engine and score behind it. One for the whole process,
 * so that rules are compiled once and parsers stay warm.
 */
export interface Checker {
  /** The packs that hold everywhere. */
  readonly pack: { readonly id: string; readonly hash: string };
  /** The facts there are. */
  readonly dictionary: Dictionary;
  /** The form of records, as JSON Schema. */
  readonly recordSchema: object;
  /** Whether scans can be read here. */
  readonly ocr: boolean;
  /** The entries of an archive of papers called `name`; null for anything else, and for an archive that cannot be opened. */
  unpack(path: string, name: string, password?: string): Promise<Unpacked | null>;
  /**
   * Reads every file to pages. A file that cannot be read comes back with `unreadable`, never as an exception; throws only when cancelled
   * (the signal's reason) or when we are at fault.
   */
  read(
    files: readonly Original[],
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
    cache: PageCache,
  ): Promise<readonly FileText[]>;
  /** What a page of an OFD shows; refuses with a Chinese sentence. */
  draw(file: Pick<Original, 'path' | 'password'>, page: number): Promise<PageDrawing>;
  /** The picture of a page as JPEG, turned clockwise; refuses with a Chinese sentence. */
  picture(file: Pick<Original, 'path' | 'password'>, page: number, turn: 0 | 90 | 180 | 270): Promise<Uint8Array>;
  /** `marks`: what people say of single pages, in place of what would be recognised. */
  extract(files: readonly FileText[], id: string, signal: AbortSignal, marks: readonly PageMark[]): Promise<Extraction>;
  /** What is wrong with a kind of document, in Chinese; null when it is one of the rules folder. */
  kindProblem(kind: string): string | null;
  judge(record: CaseRecord, agency: AgencyProfile | null): Judged;
  /** Null when the standard has no sheet for this kind of case. A standard named without an edition is taken in the one in force on `day`. */
  score(
    standard: string,
    record: CaseRecord,
    findings: readonly Finding[],
    rulings: readonly Ruling[],
    day?: string,
  ): ScoreResult | null;
  /** What is wrong with a person's points for an item of the sheet that gave this score, in Chinese; null when nothing is. */
  rulingProblem(score: ScoreResult, ruling: Ruling): string | null;
  /** An agency profile as its file says it: the facts rules read, or every mistake in it. */
  agency(profile: unknown): ReturnType<typeof acceptAgency>;
  /** Reads one list an agency keeps; throws a 400 for a file that is no table. */
  agencyLists(path: string, name: string): Promise<ImportedAgency>;
  /** What is wrong with a value for a fact, in Chinese; null when nothing is. */
  factProblem(path: string, value: FactValue): string | null;
  /** What was not read, and the findings that cannot be told for it. */
  blocking(record: CaseRecord, findings: readonly Finding[], pack: Pick<PackUsed, 'chain'>): readonly Blocking[];
  report(what: Reported, format: 'json' | 'txt'): string;
  close(): Promise<void>;
}

/** What there is to look up: rules and score sheets. */
export interface Library {
  readonly defaultStandard: string;
  rules(): readonly RuleSummary[];
  rule(id: string): RuleDetail | null;
  standards(): readonly StandardSummary[];
  /** By id, the newest edition, or by `id@edition`. */
  standard(id: string): StandardDetail | null;
  /** What one standard says otherwise than another; null when either is not there. */
  diff(from: string, to: string): StandardDiff | null;
  /** What facts and kinds of document are called. */
  names(): NameBook;
}

/** The facts of a stored profile; null when it no longer fits the dictionary, and then the case is judged without. */
export function profileFacts(checker: Checker, profile: unknown): AgencyProfile | null {
  const answer = checker.agency(profile);
  return 'agency' in answer ? answer.agency : null;
}
