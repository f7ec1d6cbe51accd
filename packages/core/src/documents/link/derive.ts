import { mayBeOneOf } from '../../record/papers.ts';
import { titleAnchor } from '../../record/places.ts';
import type { CaseType, Fact, FactValue, ListItem } from '../../record/types.ts';
import type { ExtractedDocument } from '../types.ts';
import { decidingKinds } from './deciding.ts';
import { endOf } from './ended.ts';
import { sumPayments } from './payments.ts';
import { casesOf } from './several.ts';

type Facts = Record<string, Fact>;

/** Facts that follow from several papers: service days from the receipts, what a whole file shows not to have happened. */
export function derive(facts: Facts, documents: readonly ExtractedDocument[], whole: boolean, type?: CaseType): void {
  serviceDays(facts, type);
  sumPayments(facts, documents);
  endOf(facts, documents);
  supplements(facts, documents);
  toldOnTheSpot(facts, documents);
  const has = (...kinds: readonly string[]): boolean => documents.some((document) => kinds.includes(document.kind));
  const mayHave = (...kinds: readonly string[]): boolean =>
    documents.some(({ kind, mayBe }) => kind === 'unknown' && mayBeOneOf(mayBe, kinds));
  // What is told by the absence of papers is only told where every page was read and every paper named.
  const absent = (path: string, value: FactValue, ...kinds: readonly string[]): void => {
    if (whole && !(path in facts) && !has(...kinds) && !mayHave(...kinds))
      facts[path] = { value, anchors: [], origin: 'extracted', confidence: 0.8 };
  };
  absent('preservation.used', false, 'preservation-notice', 'preservation-list', 'preservation-approval');
  absent('sampling.used', false, 'sampling-record');
  absent('preservation.has-list', false, 'preservation-list');
  absent('party.has-identity-proof', false, 'identity-proof');
  absent('correction.ordered', false, 'correction-order', 'penalty-decision');
  absent('statement.waived-in-writing', false, 'statement-waiver');
  absent('hearing.waived-in-writing', false, 'statement-waiver');
  absent('hearing.requested', false, 'hearing-request', 'hearing-record', 'hearing-notice');
  absent('payment.instalment-requested', false, 'instalment-request', 'instalment-approval');
  absent('payment.instalment-granted', false, 'instalment-approval');
  absent('confiscation.has-list', false, 'confiscation-list');
  absent('confiscation.has-disposal-record', false, 'confiscation-disposal');
  absent('archive.has-index', false, 'file-index');
  absent('archive.has-cover', false, 'cover');
  absent('archive.has-note', false, 'archive-note');
  if (has('file-index')) present(facts, documents, 'archive.has-index', 'file-index');
  if (has('archive-note')) present(facts, documents, 'archive.has-note', 'archive-note');
  if (
    whole &&
    !('statement.made' in facts) &&
    has('statement-waiver') &&
    !has('statement-record') &&
    !mayHave('statement-record')
  ) {
    facts['statement.made'] = { value: false, anchors: [], origin: 'extracted', confidence: 0.8 };
  }
  if (
    whole &&
    facts['statement.made']?.value === true &&
    !('statement.reviewed' in facts) &&
    !has('statement-review') &&
    !mayHave('statement-review')
  ) {
    facts['statement.reviewed'] = { value: false, anchors: [], origin: 'extracted', confidence: 0.6 };
  }
  for (const [list, kind] of listed)
    if (whole && !(list in facts) && !has(kind) && !mayHave(kind)) facts[list] = none();
  const cases = casesOf(documents);
  if (cases !== null) facts['archive.cases'] = { value: cases, anchors: [], origin: 'extracted', confidence: 0.7 };
}

/** Lists that are empty in a whole file without the paper that fills them. */
const listed = [
  ['inspections[]', 'inspection-record'],
  ['inquiries[]', 'inquiry-record'],
  ['services[]', 'service-receipt'],
  ['recordings[]', 'audiovisual-index'],
  ['evidence[]', 'evidence'],
] as const;

const none = (): Fact => ({ value: [], anchors: [], origin: 'extracted', confidence: 0.8 });

function present(facts: Facts, documents: readonly ExtractedDocument[], path: string, kind: string): void {
  const document = documents.find((one) => one.kind === kind);
  if (document === undefined) return;
  const anchors = [titleAnchor(document)];
  facts[path] = { value: true, anchors, origin: 'extracted', confidence: 0.95 };
}

const served: readonly (readonly [kinds: readonly string[], day: string, method: string | null])[] = [
  [['penalty-notice', 'hearing-notice-of-right'], 'notice.served-on', null],
  [['hearing-notice'], 'hearing.notified-on', null],
  [['payment-urging', 'substitute-urging'], 'urging.served-on', null],
  [['seizure-decision', 'freezing-decision', 'power-cut-decision'], 'measure.delivered-on', null],
  [['enforcement-decision'], 'enforcement.decision-served-on', null],
  [['substitute-decision'], 'substitute.decision-served-on', null],
];

/** Days on which somebody was told: the day of service goes before the day the paper bears. */
const told: readonly (readonly [kind: string, day: string])[] = [
  ['supplement-notice', 'application.supplement-told-on'],
  ['licence-extension-notice', 'licence.extension-told-on'],
  ['measure-extension', 'measure.extension-told-on'],
  ['substitute-notice', 'substitute.told-on'],
  ['licence-certificate', 'licence.certificate-issued-on'],
];

/** How often papers were asked for, and on which day an application was complete. */
function supplements(facts: Facts, documents: readonly ExtractedDocument[]): void {
  // A form nobody filled in told nobody.
  const notices = documents.filter(
    ({ kind, facts: own }) => kind === 'supplement-notice' && Object.keys(own).length > 0,
  );
  const [first] = notices;
  if (first === undefined) return;
  present(facts, documents, 'application.supplement-times', 'supplement-notice');
  const times = facts['application.supplement-times'];
  if (times !== undefined)
    facts['application.supplement-times'] = { ...times, value: notices.length, confidence: 0.85 };
}

/** What the decision on a measure states, by what was told with it. */
const stating: readonly (readonly [told: string, states: readonly string[]])[] = [
  ['reasons', ['reasons']],
  ['basis', ['basis']],
  ['remedies', ['review', 'litigation']],
];

/** Of what must be told on the spot (行政强制法 art. 18) the decision of that day tells one part and the record the other. */
function toldOnTheSpot(facts: Facts, documents: readonly ExtractedDocument[]): void {
  const told = facts['measure.told'];
  const decision = documents.find(({ kind }) => kind === 'seizure-decision');
  const states = decision?.facts['measure.states'];
  if (told === undefined || !Array.isArray(told.value) || states === undefined || !Array.isArray(states.value)) return;
  const record = documents.find((one) => one !== decision && 'measure.told' in one.facts);
  if (record === undefined || decision?.facts['measure.date']?.value !== record.facts['measure.date']?.value) return;
  const stated = states.value as readonly string[];
  const more = stating
    .filter(([, all]) => all.every((one) => stated.includes(one)))
    .map(([code]) => code)
    .filter((code) => !(told.value as readonly string[]).includes(code));
  if (more.length === 0) return;
  const value = [...(told.value as readonly string[]), ...more];
  facts['measure.told'] = { ...told, value, anchors: [...(told.anchors ?? []), ...(states.anchors ?? [])].slice(0, 4) };
}

/** The earliest service of each document counts as the day it reached the party. */
function serviceDays(facts: Facts, type: CaseType | undefined): void {
  const services = facts['services[]']?.value;
  if (!Array.isArray(services)) return;
  const decided = [decidingKinds(type), 'decision.served-on', 'decision.service-method'] as const;
  for (const [kinds, day, method] of [...served, decided]) {
    const own = (services as readonly ListItem[]).filter(
      (item) => kinds.includes(String(item.document)) && typeof item.date === 'string',
    );
    const first = [...own].sort((a, b) => (String(a.date) < String(b.date) ? -1 : 1))[0];
    if (first === undefined) continue;
    const about = { anchors: first.anchors ?? [], origin: 'extracted', confidence: 0.9 } as const;
    if (!(day in facts)) facts[day] = { value: String(first.date), ...about };
    if (method !== null && typeof first.method === 'string') facts[method] = { value: first.method, ...about };
  }
  for (const [kind, day] of told) {
    const own = (services as readonly ListItem[]).find(
      (item) => item.document === kind && typeof item.date === 'string',
    );
    if (own !== undefined)
      facts[day] = { value: String(own.date), anchors: own.anchors ?? [], origin: 'extracted', confidence: 0.9 };
  }
}
