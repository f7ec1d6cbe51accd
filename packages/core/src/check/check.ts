import { extract } from '../documents/extract.ts';
import type { PageMark } from '../documents/marks.ts';
import type { Extraction, FileText } from '../documents/types.ts';
import { type AgencyProfile, createEvaluator, type Evaluation, type Evaluator } from '../evaluate/evaluate.ts';
import type { WorkCalendar } from '../kernel/calendar.ts';
import type { RuleBook } from '../packs/book.ts';
import { choosePacks } from '../packs/choose.ts';
import type { Plan } from '../packs/compile.ts';
import type { ResolvedPack } from '../packs/resolve.ts';
import { readRecord, recordProblemLine } from '../record/json.ts';
import type { CaseRecord } from '../record/types.ts';
import { buildTimeline, type Timeline } from '../report/timeline.ts';
import { score } from '../score/score.ts';
import type { Ruling, ScoreResult, Standard } from '../score/types.ts';
import { papersOf } from './aside.ts';

/** The packs a case was judged by, from the widest, and why these. */
export interface PackUsed {
  /** Ids joined with `+`. */
  readonly id: string;
  /** Over every file of the chain. */
  readonly hash: string;
  readonly chain: readonly { readonly id: string; readonly title: string }[];
  /** Chinese, one sentence. */
  readonly why: string;
}

/** What was judged of one record, and by which packs. */
export interface Judged extends Evaluation {
  readonly timeline: Timeline;
  readonly pack: PackUsed;
}

/** One case checked: what was judged and, for each standard asked for, what it costs. */
export interface Checked extends Judged {
  readonly record: CaseRecord;
  readonly scores: readonly ScoreResult[];
}

export interface CheckOptions {
  readonly agency?: AgencyProfile;
  /** Ids of packs to judge by, instead of those that follow from the case. */
  readonly packs?: readonly string[];
  readonly standards?: readonly Standard[];
  readonly rulings?: readonly Ruling[];
}

/** Finds the documents and facts in the pages of one case; `marks` are what people say of single pages. */
export function extractCase(
  files: readonly FileText[],
  book: RuleBook,
  id: string,
  marks: readonly PageMark[] = [],
): Extraction {
  const [only] = files;
  if (files.length === 1 && only?.format === 'json' && only.unreadable === undefined) return imported(only, book, id);
  const laws = [...book.pack.laws.values()].flatMap(({ title, short }) => [title, short]);
  return extract(papersOf(files, book.pack.dictionary), book.pack.kinds, { id, marks, laws });
}

/** A case that came as a record; what is wrong with it is listed as not read. */
function imported(file: FileText, book: RuleBook, id: string): Extraction {
  const read = readRecord(file.pages.map((page) => page.text).join('\n'), book.pack.dictionary);
  if ('record' in read) return { documents: [], record: { ...read.record, id } };
  const unread = read.problems.map((problem) => ({
    file: file.name,
    page: null,
    reason: recordProblemLine(problem, book.pack.dictionary),
  }));
  return { documents: [], record: { id, complete: false, facts: {}, documents: [], unread } };
}

/** Judges and scores one record by the packs its agency, sector and place ask for, or by those asked for here. */
export function checkRecord(record: CaseRecord, book: RuleBook, options: CheckOptions = {}): Checked {
  const judged = judgeRecord(record, book, options);
  const scored = (options.standards ?? []).map((standard) =>
    score(standard, record, countingFindings(judged), options.rulings ?? []),
  );
  return { record, ...judged, scores: scored.filter((one) => one !== null) };
}

/** Chooses the packs, judges, and lays out the times; one resolver for the command, the server and whoever embeds this. */
export function judgeRecord(
  record: CaseRecord,
  book: RuleBook,
  options: Pick<CheckOptions, 'agency' | 'packs'> = {},
): Judged {
  const { resolved, why } = packFor(record, book, options);
  const evaluation = evaluatorOf(resolved.plan, book.calendar).evaluate(record, options.agency);
  return {
    ...evaluation,
    timeline: buildTimeline(record, evaluation.findings, resolved.pack, book.calendar),
    pack: { id: resolved.pack.id, hash: resolved.pack.hash, chain: resolved.chain, why },
  };
}

/** The packs a record is judged by and why, in Chinese. Throws UnknownPack where `packs` names one that is not there. */
export function packFor(
  record: CaseRecord,
  book: RuleBook,
  options: Pick<CheckOptions, 'agency' | 'packs'> = {},
): { readonly resolved: ResolvedPack; readonly why: string } {
  if (options.packs !== undefined) return { resolved: book.shelf.resolve(options.packs), why: '由使用者指定' };
  const { ids, why } = choosePacks(book.shelf.manifests, record, options.agency);
  return { resolved: book.shelf.resolve(ids), why };
}

const evaluators = new WeakMap<Plan, Evaluator>();

/** One evaluator a plan: a batch of cases of different sectors compiles each chain once. */
function evaluatorOf(plan: Plan, calendar: WorkCalendar): Evaluator {
  const known = evaluators.get(plan);
  if (known !== undefined) return known;
  const made = createEvaluator(plan, calendar);
  evaluators.set(plan, made);
  return made;
}

/** Findings of draft rules are shown but never scored. */
export function countingFindings(evaluation: Pick<Evaluation, 'findings'>): Evaluation['findings'] {
  return evaluation.findings.filter((finding) => finding.draft !== true);
}
