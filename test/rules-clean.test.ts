import { expect, test } from 'vitest';
import { type CaseRecord, evaluate, type FactValue } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const book = await readRules();

const record = { date: '2026-03-02', officers: ['张明', '李强'], certificates: ['3701', '3702'] };
const told = { 'shows-certificates': true, 'tells-rights': true, 'tells-recusal': true };
const signed = { ...told, 'person-signed': true, 'officers-signed': true, 'unsigned-pages': [] };
const receipt = { method: 'direct', 'recipient-signed': true };

/** What a whole, lawful file of a small fine on a company states, as extraction would hand it over. */
const clean: Readonly<Record<string, FactValue>> = {
  'party.name': '江城县甲食品有限公司',
  'party.kind': 'organisation',
  'party.code': '91370100MA3C00001X',
  'party.representative': '王某',
  'party.has-identity-proof': true,
  'case.cause': '涉嫌销售超过保质期的食品案',
  'case.complex': false,
  'filing.date': '2026-03-02',
  'filing.approved': true,
  'filing.states-source': true,
  'filing.states-facts': true,
  'filing.handlers-signed': true,
  'filing.handlers': ['张明', '李强'],
  'officers[]': [
    { name: '张明', certificate: '3701', on: '2026-03-02' },
    { name: '李强', certificate: '3702', on: '2026-03-02' },
  ],
  'inspections[]': [{ ...record, ...signed, person: '王某' }],
  'inquiries[]': [{ ...record, ...signed, date: '2026-03-05', person: '王某' }],
  'evidence[]': [
    {
      name: '进货单',
      'obtained-on': '2026-03-05',
      'is-copy': true,
      'confirmed-against-original': true,
      'states-source': true,
    },
    { name: '现场照片', 'obtained-on': '2026-03-02', 'is-copy': false, 'states-making': true },
  ],
  'correction.ordered': true,
  'correction.date': '2026-03-02',
  'correction.states-content': true,
  'investigation.report-date': '2026-03-10',
  'investigation.states-facts': true,
  'investigation.states-proposal': true,
  'investigation.investigators': ['张明', '李强'],
  'legal-review.date': '2026-03-12',
  'legal-review.reviewers': ['陈静'],
  'legal-review.passed': true,
  'legal-review.signed': true,
  'legal-review.points': ['authority', 'procedure', 'facts', 'law', 'discretion', 'competence', 'documents', 'crime'],
  'notice.date': '2026-03-13',
  'notice.served-on': '2026-03-13',
  'notice.fine': 10000,
  'notice.fine-is-range': false,
  'notice.penalties[]': [{ kind: '罚款', amount: 10000 }],
  'notice.states-facts': true,
  'notice.states-reasons': true,
  'notice.states-basis': true,
  'notice.states-penalty': true,
  'notice.tells-statement': true,
  'notice.tells-hearing': false,
  'notice.statement-days': 5,
  'approval.date': '2026-03-24',
  'approval.approved': true,
  'decision.number': '江市监罚〔2026〕12号',
  'decision.date': '2026-03-24',
  'decision.agency': '江城县市场监督管理局',
  'decision.fine': 10000,
  'decision.penalties[]': [{ kind: '罚款', amount: 10000 }],
  'decision.citations[]': [{ law: '中华人民共和国行政处罚法', article: '28', paragraph: 1 }],
  'decision.heavy-kind': false,
  'decision.confiscates-goods': false,
  'decision.order-as-penalty': false,
  'decision.says-proposed': false,
  'decision.review-days': 60,
  'decision.review-authority': '江城县人民政府',
  'decision.litigation-months': 6,
  'decision.court': '江城县人民法院',
  'decision.payment-days': 15,
  ...Object.fromEntries(
    ['party', 'address', 'facts', 'evidence', 'basis', 'article', 'kind', 'performance', 'review', 'litigation']
      .concat(['agency', 'date', 'defence', 'discretion', 'surcharge', 'collector'])
      .map((what) => [`decision.states-${what}`, true]),
  ),
  'decision.has-seal': true,
  'decision.served-on': '2026-03-26',
  'decision.service-method': 'direct',
  'services[]': [
    { document: 'penalty-notice', title: '行政处罚告知书', date: '2026-03-13', ...receipt },
    {
      document: 'penalty-decision',
      number: '江市监罚〔2026〕12号',
      title: '行政处罚决定书',
      date: '2026-03-26',
      ...receipt,
    },
  ],
  'publication.date': '2026-03-30',
  'publication.masks-personal-data': true,
  'recordings[]': [{ step: 'inspection', date: '2026-03-02' }],
  'payment.date': '2026-04-02',
  'payment.amount': 10000,
  'payment.legal-receipt': true,
  'payment.collected-by-officers': false,
  'closing.date': '2026-04-08',
  'closing.approved': true,
  'closing.states-execution': true,
  'archive.has-index': true,
  'archive.missing': [],
  'archive.unlisted': [],
  'archive.out-of-order': false,
  'archive.page-numbers-match': true,
  'archive.has-cover': true,
  'archive.cases': 1,
};

const kinds = [
  ...['cover', 'file-index', 'filing-approval', 'inspection-record', 'inquiry-record', 'evidence', 'identity-proof'],
  ...['audiovisual-index', 'correction-order', 'investigation-report', 'legal-review', 'penalty-notice'],
  ...['decision-approval', 'penalty-decision', 'service-receipt', 'publication-record', 'payment-receipt'],
  ...['closing-approval', 'archive-note'],
];

const profile: Readonly<Record<string, FactValue>> = {
  'agency.name': '江城县市场监督管理局',
  'agency.government': '江城县人民政府',
  'agency.vertical': false,
  'agency.has-power': true,
  'agency.has-discretion-benchmark': true,
  'agency.courts': ['江城县人民法院'],
  'agency.hearing-threshold-person': 10000,
  'agency.hearing-threshold-organisation': 100000,
  'agency.major-threshold-person': 10000,
  'agency.major-threshold-organisation': 100000,
  'agency.major-all-ordinary': false,
  'agency.roster[]': [
    { name: '张明', certificate: '3701', 'valid-from': '2024-01-01', 'valid-to': '2028-12-31' },
    { name: '李强', certificate: '3702', 'valid-from': '2024-01-01', 'valid-to': '2028-12-31' },
    { name: '陈静', certificate: '3703', 'legal-qualified': true },
  ],
};

function caseOf(facts: Readonly<Record<string, FactValue>>, without: readonly string[] = []): CaseRecord {
  return {
    id: 'clean',
    caseType: 'penalty',
    procedure: 'ordinary',
    complete: true,
    facts,
    documents: kinds
      .filter((kind) => !without.includes(kind))
      .map((kind, index) => ({
        id: `d${index + 1}`,
        kind,
        title: kind,
        file: '案卷.pdf',
        pages: [index + 1, index + 1],
      })),
  };
}

function outcomes(one: CaseRecord, outcome: string, agency: Readonly<Record<string, FactValue>> = {}): string[] {
  const { findings } = evaluate(book.plan, one, { calendar: book.calendar, agency });
  return findings.filter((finding) => finding.outcome === outcome).map((finding) => finding.rule);
}

test('a lawful file with an agency profile has no defect and leaves nothing open', () => {
  const one = caseOf(clean);
  expect(outcomes(one, 'fail', profile)).toEqual([]);
  expect(outcomes(one, 'error', profile)).toEqual([]);
  expect(outcomes(one, 'cannot-tell', profile)).toEqual([]);
  expect(outcomes(one, 'pass', profile).length).toBeGreaterThan(80);
});

test('without a profile only what rests on it stays open', () => {
  const one = caseOf(clean);
  expect(outcomes(one, 'fail')).toEqual([]);
  expect([...new Set(outcomes(one, 'cannot-tell'))]).toEqual([
    'APL-17-1',
    'APL-42-4',
    'APL-57-1',
    'APL-58-5',
    'APL-63-1',
  ]);
});

test('without legal review and profile the reviewer is asked, never told it was needless', () => {
  const facts = Object.fromEntries(Object.entries(clean).filter(([path]) => !path.startsWith('legal-review.')));
  const one = caseOf(facts, ['legal-review']);
  expect(outcomes(one, 'cannot-tell')).toContain('APL-58-1');
  expect(outcomes(one, 'not-applicable', profile)).toContain('APL-58-1');
  expect(outcomes(one, 'fail', { ...profile, 'agency.major-all-ordinary': true })).toContain('APL-58-1');
});

/** The same company, now with a fine that needs a hearing, which was held, discussed, and everything that goes with it. */
const heard: Readonly<Record<string, FactValue>> = {
  ...clean,
  'case.complex': true,
  'preservation.used': true,
  'preservation.date': '2026-03-02',
  'preservation.approved': true,
  'preservation.approved-on': '2026-03-02',
  ...{ 'preservation.handled-on': '2026-03-11', 'preservation.states-reason': true },
  'sampling.date': '2026-03-02',
  'sampling.officers': ['张明', '李强'],
  'appraisal.date': '2026-03-09',
  'appraisal.states-qualification': true,
  'notice.fine': 200000,
  'notice.penalties[]': [
    { kind: '罚款', amount: 200000 },
    { kind: '没收违法所得', amount: 3000 },
    { kind: '没收非法财物' },
  ],
  'notice.tells-hearing': true,
  'notice.hearing-days': 5,
  'statement.made': true,
  'statement.reviewed': true,
  'hearing.requested': true,
  'hearing.requested-on': '2026-03-17',
  'hearing.notified-on': '2026-03-18',
  'hearing.held-on': '2026-03-30',
  'hearing.public': true,
  'hearing.host': '赵刚',
  'hearing.agents': 1,
  ...{ 'hearing.states-debate': true, 'hearing.party-signed': true },
  'legal-review.date': '2026-04-02',
  'discussion.date': '2026-04-07',
  'discussion.participants': ['周平', '吴兰', '郑海'],
  ...{ 'discussion.states-opinions': true, 'discussion.states-conclusion': true, 'discussion.signed': true },
  'discussion.fine': 180000,
  'approval.date': '2026-04-08',
  'decision.date': '2026-04-08',
  'decision.fine': 180000,
  'decision.illegal-gains': 3000,
  'decision.confiscated-gains': 3000,
  'decision.confiscates-goods': true,
  'decision.penalties[]': [
    { kind: '罚款', amount: 180000 },
    { kind: '没收违法所得', amount: 3000 },
    { kind: '没收非法财物' },
  ],
  'decision.served-on': '2026-04-10',
  'services[]': [
    { document: 'penalty-notice', title: '行政处罚告知书', date: '2026-03-13', ...receipt },
    { document: 'penalty-decision', title: '行政处罚决定书', date: '2026-04-10', ...receipt },
  ],
  'publication.date': '2026-04-13',
  'recordings[]': [{ step: 'inspection' }, { step: 'hearing', date: '2026-03-30' }],
  'payment.date': '2026-04-20',
  'payment.amount': 183000,
  'confiscation.has-list': true,
  'confiscation.has-disposal-record': true,
  'closing.date': '2026-05-12',
};
const heardKinds = [
  ...['preservation-approval', 'preservation-notice', 'preservation-list', 'preservation-handling', 'sampling-record'],
  ...[
    'appraisal-report',
    'statement-record',
    'statement-review',
    'hearing-request',
    'hearing-notice',
    'hearing-record',
  ],
  ...['hearing-report', 'authorisation', 'discussion-record', 'confiscation-list', 'confiscation-disposal'],
];

test('a lawful file with hearing, preservation and confiscation has no defect and leaves nothing open', () => {
  const plain = caseOf(heard);
  const one: CaseRecord = {
    ...plain,
    documents: [
      ...plain.documents,
      ...heardKinds.map((kind) => ({ id: kind, kind, title: kind, file: '案卷.pdf', pages: [1, 1] as const })),
    ],
  };
  for (const outcome of ['fail', 'error', 'cannot-tell']) expect(outcomes(one, outcome, profile), outcome).toEqual([]);
  expect(outcomes(one, 'pass', profile).length).toBeGreaterThan(110);
});

test('a paper taken out of the file is a defect, and a page nobody could read makes it open', () => {
  for (const [kind, rule] of [
    ['filing-approval', 'APL-54-1'],
    ['investigation-report', 'APL-57-9'],
    ['file-index', 'ARC-47-5'],
    ['closing-approval', 'ARC-47-1'],
  ] as const) {
    const facts = Object.fromEntries(Object.entries(clean).filter(([path]) => path !== 'archive.has-index'));
    const one = caseOf(facts, [kind]);
    expect(outcomes(one, 'fail', profile), kind).toContain(rule);
    const unread = { ...one, unread: [{ file: '案卷.pdf', page: 9, reason: '空白页' }] };
    expect(outcomes(unread, 'cannot-tell', profile), kind).toContain(rule);
  }
});
