import { expect, test } from 'vitest';
import { type CaseRecord, evaluate, type FactValue } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const book = await readRules();
type Facts = Readonly<Record<string, FactValue>>;

function outcomes(record: CaseRecord, outcome: string, agency: Facts = profile): string[] {
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar, agency });
  return findings.filter((finding) => finding.outcome === outcome).map((finding) => finding.rule);
}

function fileOf(one: Pick<CaseRecord, 'caseType' | 'procedure'>, facts: Facts, kinds: readonly string[]): CaseRecord {
  return {
    id: 'clean',
    ...one,
    complete: true,
    facts,
    documents: kinds.map((kind, index) => ({
      id: `d${index + 1}`,
      kind,
      title: kind,
      file: '案卷.pdf',
      pages: [index + 1, index + 1],
    })),
  };
}

const profile: Facts = {
  'agency.name': '江城县市场监督管理局',
  'agency.government': '江城县人民政府',
  'agency.vertical': false,
  'agency.level': 'county',
  'agency.status': 'organ',
  'agency.roster[]': [
    { name: '张明', certificate: '3701', 'valid-from': '2024-01-01', 'valid-to': '2028-12-31' },
    { name: '李强', certificate: '3702', 'valid-from': '2024-01-01', 'valid-to': '2028-12-31' },
  ],
};

const states = (what: readonly string[], prefix: string): Facts =>
  Object.fromEntries(what.map((one) => [`${prefix}${one}`, true]));

/** A warning and a fine of a hundred yuan on a person, decided and collected on the spot. */
const summary: Facts = {
  'party.name': '王某',
  'party.kind': 'natural-person',
  'decision.number': '江市监当罚〔2026〕3号',
  'decision.date': '2026-03-20',
  'decision.agency': '江城县市场监督管理局',
  'decision.fine': 100,
  'decision.penalties[]': [{ kind: '警告' }, { kind: '罚款', amount: 100 }],
  'decision.citations[]': [{ law: '无证无照经营查处办法', article: '13' }],
  'decision.review-days': 60,
  'decision.review-authority': '江城县人民政府',
  'decision.tells-review-first': true,
  ...states(['facts', 'kind', 'basis', 'agency', 'review', 'litigation'], 'decision.states-'),
  'summary.officers': ['张明', '李强'],
  'officers[]': [
    { name: '张明', certificate: '3701', on: '2026-03-20' },
    { name: '李强', certificate: '3702', on: '2026-03-20' },
  ],
  ...states(['shows-certificates', 'preset-form', 'told-before', 'tells-statement', 'heard-statement'], 'summary.'),
  ...states(['handed-over', 'party-signed', 'states-time', 'states-place', 'officers-signed'], 'summary.'),
  'summary.reported-on': '2026-03-23',
  'collection.on-the-spot': true,
  'collection.date': '2026-03-20',
  'collection.special-receipt': true,
  'collection.handed-in-on': '2026-03-23',
  'collection.banked-on': '2026-03-25',
  'publication.date': '2026-03-30',
  'publication.masks-personal-data': true,
};
const summaryKinds = ['summary-decision', 'summary-filing', 'payment-receipt', 'fine-handover', 'publication-record'];
const onTheSpot = { caseType: 'penalty', procedure: 'summary' } as const;

test('a lawful penalty on the spot has no defect and leaves nothing open', () => {
  const record = fileOf(onTheSpot, summary, summaryKinds);
  for (const outcome of ['fail', 'error', 'cannot-tell']) expect(outcomes(record, outcome), outcome).toEqual([]);
  expect(outcomes(record, 'pass').length).toBeGreaterThan(28);
});

test.each([
  ['a yuan over the limit', { 'decision.fine': 201, 'collection.hard-later': true }, ['APL-51-1']],
  ['one officer', { 'summary.officers': ['张明'] }, ['APL-42-5']],
  ['told to sue at once', { 'decision.tells-direct-litigation': true }, ['ARL-23-1']],
  [
    'handed in a day late',
    { 'collection.handed-in-on': '2026-03-25', 'collection.banked-on': '2026-03-26' },
    ['APL-71-1'],
  ],
  ['not reported to the agency', { 'summary.reported': false, 'summary.reported-on': null }, ['APL-52-12']],
  ['served the day after', { 'summary.handed-over': false, 'decision.served-on': '2026-03-21' }, ['APL-52-3']],
])('a penalty on the spot broken in one thing: %s', (_, broken, rules) => {
  const facts = Object.fromEntries(Object.entries({ ...summary, ...broken }).filter(([, value]) => value !== null));
  expect(outcomes(fileOf(onTheSpot, facts as Facts, summaryKinds), 'fail')).toEqual(rules);
});

/** A case handed to the police with all its papers and goods. */
const transfer: Facts = {
  'transfer.team': ['张明', '李强'],
  'transfer.reported-on': '2026-03-16',
  'transfer.received-on': '2026-03-16',
  'transfer.approver': '周平',
  'transfer.approver-role': 'head',
  'transfer.approved': true,
  'transfer.decided-on': '2026-03-19',
  'transfer.decided-at': '2026-03-19T15:00:00+08:00',
  'transfer.date': '2026-03-20',
  'transfer.handed-over-at': '2026-03-20T14:30:00+08:00',
  'transfer.to': '江城县公安局',
  'transfer.to-same-level-police': true,
  'transfer.materials': ['letter', 'report', 'goods-list', 'appraisal', 'other'],
  'transfer.has-goods': true,
  'transfer.goods-listed': true,
  'transfer.has-appraisal': true,
  'transfer.evidence-kept': true,
  'transfer.receipt-signed': true,
  'police.filed': true,
  'police.filed-notice-on': '2026-03-23',
  'transfer.goods-handed-on': '2026-03-26',
  'transfer.handover-signed': true,
};
const transferKinds = ['transfer-report', 'transfer-approval', 'crime-transfer', 'transfer-list', 'transfer-reply'];
const toThePolice = { caseType: 'transfer' } as const;

test('a lawful transfer to the police has no defect and leaves nothing open', () => {
  const record = fileOf(toThePolice, transfer, transferKinds);
  for (const outcome of ['fail', 'error', 'cannot-tell']) expect(outcomes(record, outcome), outcome).toEqual([]);
  expect(outcomes(record, 'pass').length).toBeGreaterThan(12);
});

test.each([
  ['approved by a deputy', { 'transfer.approver-role': 'deputy' }, ['TCR-5-3']],
  [
    'decided on the fourth day',
    { 'transfer.received-on': '2026-03-15', 'transfer.reported-on': '2026-03-15' },
    ['TCR-5-4'],
  ],
  ['handed over after twenty-four hours', { 'transfer.handed-over-at': '2026-03-20T15:01:00+08:00' }, ['TCR-5-5']],
  ['without a list of goods', { 'transfer.materials': ['letter', 'report', 'appraisal'] }, ['TCR-6-2']],
  ['goods handed over on the fourth day', { 'transfer.goods-handed-on': '2026-03-27' }, ['TCR-12-1']],
])('a transfer broken in one thing: %s', (_, broken, rules) => {
  expect(outcomes(fileOf(toThePolice, { ...transfer, ...broken }, transferKinds), 'fail')).toEqual(rules);
});
