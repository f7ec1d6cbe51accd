import type { Basis, Curable, Outcome, Severity } from '../evaluate/types.ts';
import type { Parameter } from '../kernel/parameter.ts';
import type { Law } from '../laws/types.ts';
import type { Dictionary, Kinds } from '../record/dictionary.ts';
import type { CaseType, Procedure } from '../record/types.ts';
import type { PeriodRule } from './periods.ts';
import type { Source } from './source.ts';

export type { Law } from '../laws/types.ts';

/** What the law demands of a case file, in our own words: a row of rules/requirements. `from`/`to` are half-open days. */
export interface Requirement {
  readonly id: string;
  readonly says: string;
  /** Null where the text of the law was never had; `lawTitle` names it. */
  readonly law: string | null;
  readonly lawTitle: string;
  readonly article: number | string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly from: string;
  readonly to: string | null;
  readonly type: RequirementType;
  readonly stage: string;
  readonly sector: string | null;
  readonly province: string | null;
  readonly gravity: Severity;
  /** `draft`: not read in the text itself; never scores. */
  readonly status: 'active' | 'draft';
  readonly file: string;
}

export type RequirementType =
  | 'penalty-ordinary'
  | 'penalty-summary'
  | 'licensing'
  | 'compulsory-measure'
  | 'compulsory-enforcement'
  | 'inspection'
  | 'transfer'
  | 'service'
  | 'publicity'
  | 'record'
  | 'legal-review';

/** What no program can decide: put to the reviewer, with the kinds of document to open. */
export interface ReviewQuestion {
  readonly id: string;
  readonly requirement: readonly string[];
  readonly title: string;
  readonly question: string;
  readonly look: readonly string[];
  readonly basis: readonly Basis[];
  readonly file: string;
}

export interface RuleVersion {
  readonly from: string;
  readonly to: string | null;
  readonly 'dated-by': string;
  readonly when?: unknown;
  readonly require: unknown;
}

export interface RuleCase {
  readonly name: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly expect: Outcome;
}

/** A rule as its file says it, checked. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** Folder the file lies in: the theme. */
  readonly theme: string;
  readonly file: string;
  readonly requirement: readonly string[];
  readonly for: {
    readonly type?: readonly CaseType[];
    readonly procedure?: readonly Procedure[];
    readonly each?: string;
    readonly where?: unknown;
  };
  readonly basis: readonly Basis[];
  readonly severity: Severity;
  readonly curable: Curable;
  readonly status: 'active' | 'draft';
  readonly overridable: readonly string[];
  readonly versions: readonly RuleVersion[];
  readonly message: string;
  readonly advice: string;
  readonly look: readonly string[];
  readonly cases: readonly RuleCase[];
  /** Rules of wider packs that it stands in for; what a score sheet charges to them is charged to it. */
  readonly instead: readonly string[];
  /** What narrower packs add to the basis, on days half-open as day numbers: the judgement is the same. */
  readonly added: readonly { readonly from: number; readonly to: number; readonly basis: Basis }[];
  /** Days, half-open as day numbers, on which a narrower pack says otherwise, and the title of that pack. */
  readonly displaced: readonly { readonly from: number; readonly to: number; readonly by: string }[];
  readonly source: Source;
}

/** A named condition shared by rules. */
export interface Definition {
  readonly id: string;
  readonly title: string;
  readonly means: unknown;
  readonly source: Source;
}

/** Everything a pack says, loaded and checked. `hash` is over the text of every file, in the order of their names. */
export interface Pack {
  readonly id: string;
  readonly hash: string;
  readonly rules: readonly Rule[];
  readonly definitions: readonly Definition[];
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly laws: ReadonlyMap<string, Law>;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly questions: readonly ReviewQuestion[];
  /** How each law counts its periods. */
  readonly periods: readonly PeriodRule[];
  readonly dictionary: Dictionary;
  readonly kinds: Kinds;
}
