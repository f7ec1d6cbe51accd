import { titleAnchor } from '../../record/places.ts';
import type { CaseType, Fact, Procedure } from '../../record/types.ts';
import type { ExtractedDocument } from '../types.ts';

type Paper = Pick<ExtractedDocument, 'kind' | 'title' | 'facts'>;

/** What kind of case the papers make, with the paper that decides it. */
export interface CaseNature {
  readonly type: CaseType;
  readonly procedure?: Procedure;
  readonly document: Paper;
}

const penaltyDecisions: ReadonlySet<string> = new Set(['penalty-decision', 'no-penalty-decision', 'summary-decision']);
/** Papers of the steps before a penalty; what a file of its execution no longer holds. */
const penaltySteps: ReadonlySet<string> = new Set([
  'filing-approval',
  'no-filing-approval',
  'investigation-report',
  'penalty-notice',
  'hearing-notice-of-right',
  'decision-approval',
  'case-review',
]);
/** Those that are of nothing but a penalty; a case of any order may be filed and investigated. */
const imposing: ReadonlySet<string> = new Set([
  'penalty-notice',
  'hearing-notice-of-right',
  'decision-approval',
  ...penaltyDecisions,
]);
const enforcing: ReadonlySet<string> = new Set([
  'enforcement-decision',
  'substitute-decision',
  'demolition-announcement',
  'enforcement-record',
  'enforcement-approval',
  'enforcement-agreement',
  'enforcement-suspension',
  'enforcement-termination',
  'substitute-record',
  'substitute-urging',
  'auction-record',
  'enforcement-application',
  'surcharge-decision',
]);
const measures: ReadonlySet<string> = new Set([
  'seizure-decision',
  'seizure-list',
  'freezing-decision',
  'freezing-notice',
  'measure-record',
  'measure-extension',
  'measure-handling',
  'measure-lifting',
  'compulsion-approval',
  'power-cut-decision',
]);
const transfers: ReadonlySet<string> = new Set([
  'crime-transfer',
  'transfer-approval',
  'transfer-report',
  'transfer-list',
]);
const inspecting: ReadonlySet<string> = new Set([
  'inspection-record',
  'inspection-plan',
  'inspection-approval',
  'inspection-notice',
  'inspection-report',
  'random-draw',
  'site-measure',
  'correction-order',
  'correction-review',
  'admonition',
]);
/** Kinds whose names begin so belong to licensing. */
const licensing =
  /^(?:licence-|acceptance-|materials-receipt|supplement-notice|interested-notice|special-time-notice)/u;

/** What the cover calls the file: 行政许可案卷, 行政强制案卷. */
const coverWords: readonly (readonly [RegExp, CaseType])[] = [
  [/许可|审批/u, 'licence'],
  [/强制执行/u, 'compulsory-enforcement'],
  [/强制措施|行政强制/u, 'compulsory-measure'],
  [/检查/u, 'inspection'],
  [/处罚/u, 'penalty'],
];

/**
 * The type of the case by its papers: licensing papers make a licence, a decision or step of a penalty a penalty, though things were seized
 * or the decision enforced in it; else what was enforced, transferred, seized or inspected. Null where no paper tells.
 */
export function natureOf(documents: readonly Paper[]): CaseNature | null {
  const first = (test: (kind: string) => boolean): Paper | undefined => documents.find(({ kind }) => test(kind));
  const count = (test: (kind: string) => boolean): number => documents.filter(({ kind }) => test(kind)).length;
  const cover = first((kind) => kind === 'cover');
  const named = cover === undefined ? undefined : coverWords.find(([words]) => words.test(cover.title))?.[1];
  const licence = first((kind) => licensing.test(kind));
  const step = first((kind) => penaltySteps.has(kind));
  const decision = first((kind) => penaltyDecisions.has(kind));
  const enforced = first((kind) => enforcing.has(kind));
  const measure = first((kind) => measures.has(kind));
  const transfer = first((kind) => transfers.has(kind));
  const inspection = first((kind) => inspecting.has(kind));
  const penalty = step ?? decision;
  if (
    licence !== undefined &&
    (named === 'licence' || penalty === undefined || count((kind) => licensing.test(kind)) > count(isPenal))
  )
    return { type: 'licence', document: licence };
  if (transfer !== undefined && decision === undefined) return { type: 'transfer', document: transfer };
  if (enforced !== undefined && step === undefined && (decision === undefined || named === 'compulsory-enforcement'))
    return { type: 'compulsory-enforcement', document: enforced };
  // 责令限期缴存决定 … 申请法院强制执行: an order that is no penalty, filed as its cases are.
  if (enforced !== undefined && count((kind) => imposing.has(kind)) === 0 && named !== 'penalty')
    return { type: 'compulsory-enforcement', document: enforced };
  // The decision alone is what is executed: 催告, 决定, 公告 with the penalty decision as their basis.
  if (enforced !== undefined && step === undefined && count((kind) => enforcing.has(kind)) > 1 && named !== 'penalty')
    return { type: 'compulsory-enforcement', document: enforced };
  if (penalty !== undefined) return { type: 'penalty', procedure: procedureOf(documents), document: penalty };
  if (measure !== undefined) return { type: 'compulsory-measure', document: measure };
  const urging = first((kind) => kind === 'payment-urging');
  if (urging !== undefined) return { type: 'compulsory-enforcement', document: urging };
  if (inspection !== undefined) return { type: 'inspection', document: inspection };
  return cover === undefined || named === undefined ? null : { type: named, document: cover };
}

function isPenal(kind: string): boolean {
  return penaltySteps.has(kind) || penaltyDecisions.has(kind);
}

/** Summary where a decision made on the spot is there and no paper of the ordinary procedure; a decision may also say so itself. */
function procedureOf(documents: readonly Paper[]): Procedure {
  const ordinary = documents.some(({ kind }) => penaltySteps.has(kind));
  if (ordinary) return 'ordinary';
  const decisions = documents.filter(({ kind }) => penaltyDecisions.has(kind));
  const summary = decisions.some(
    ({ kind, facts }) => kind === 'summary-decision' || facts['case.procedure']?.value === 'summary',
  );
  const plain = decisions.some(
    ({ kind, facts }) => kind !== 'summary-decision' && facts['case.procedure']?.value === 'ordinary',
  );
  return summary && !plain ? 'summary' : 'ordinary';
}

/** The nature as facts, at the paper that decides it. */
export function natureFacts(nature: CaseNature, document: ExtractedDocument): Record<string, Fact> {
  const anchors = [titleAnchor(document)];
  const fact = (value: string): Fact => ({ value, anchors, origin: 'extracted', confidence: 0.9 });
  return {
    'case.type': fact(nature.type),
    ...(nature.procedure === undefined ? {} : { 'case.procedure': fact(nature.procedure) }),
  };
}
