import { extract } from '../documents/extract.ts';
import type { Extraction, FileText } from '../documents/types.ts';
import { type AgencyProfile, createEvaluator, type Evaluation } from '../evaluate/evaluate.ts';
import type { RuleBook } from '../packs/book.ts';
import type { CaseRecord } from '../record/types.ts';
import { buildTimeline, type Timeline } from '../report/timeline.ts';
import { score } from '../score/score.ts';
import type { Ruling, ScoreResult, Standard } from '../score/types.ts';

/** One case checked: what was judged and, for each standard asked for, what it costs. */
export interface Checked extends Evaluation {
  readonly record: CaseRecord;
  readonly scores: readonly ScoreResult[];
  readonly timeline: Timeline;
}

export interface CheckOptions {
  readonly agency?: AgencyProfile;
  readonly standards?: readonly Standard[];
  readonly rulings?: readonly Ruling[];
}

/** Finds the documents and facts in the pages of one case. */
export function extractCase(files: readonly FileText[], book: RuleBook, id: string): Extraction {
  return extract(files, book.pack.kinds, { id });
}

/** Judges and scores one record. */
export function checkRecord(record: CaseRecord, book: RuleBook, options: CheckOptions = {}): Checked {
  const evaluation = createEvaluator(book.plan, book.calendar).evaluate(record, options.agency);
  const scored = (options.standards ?? []).map((standard) =>
    score(standard, record, countingFindings(evaluation, book), options.rulings ?? []),
  );
  return {
    record,
    ...evaluation,
    scores: scored.filter((one) => one !== null),
    timeline: buildTimeline(record, evaluation.findings, book.pack, book.calendar),
  };
}

/** Findings of draft rules are shown but never scored. */
export function countingFindings(evaluation: Evaluation, book: RuleBook): Evaluation['findings'] {
  const drafts = new Set(book.pack.rules.filter((rule) => rule.status === 'draft').map((rule) => rule.id));
  return drafts.size === 0 ? evaluation.findings : evaluation.findings.filter((finding) => !drafts.has(finding.rule));
}
