import type { CaseRecord, CaseType } from '../packages/core/src/index.ts';
import { applied, enforced, enforcing, freezing, frozen, seizing, seizure, substituted } from './lawful-coercion.ts';
import { type Facts, holds, not, party, served, told } from './lawful-words.ts';

export interface Lawful {
  readonly type: CaseType;
  readonly facts: Facts;
  readonly kinds: readonly string[];
  /** Rules of this case type that the file keeps; at least so many. */
  readonly passes: number;
}

/** What the agency profile knows. */
export const agency: Facts = {
  'agency.name': '江城县市场监督管理局',
  'agency.government': '江城县人民政府',
  'agency.vertical': false,
  'agency.courts': ['江城县人民法院'],
  'agency.licence-power': true,
  'agency.enforcement-power': true,
  'agency.roster[]': [
    { name: '张明', certificate: '3701', 'valid-from': '2024-01-01', 'valid-to': '2028-12-31' },
    { name: '李强', certificate: '3702', 'valid-from': '2024-01-01', 'valid-to': '2028-12-31' },
    { name: '陈静', certificate: '3703', 'legal-qualified': true },
  ],
};
const granted: Facts = {
  ...party,
  ...told,
  'application.date': '2026-03-02',
  'application.received-on': '2026-03-02',
  'application.supplement-told-on': '2026-03-04',
  'application.supplement-times': 1,
  'application.supplement-states-all': true,
  'application.unlisted-materials': [],
  'application.supplemented-on': '2026-03-09',
  'acceptance.date': '2026-03-09',
  ...holds('acceptance', 'accepted', 'has-seal', 'states-date'),
  'licence.kind': 'new',
  'licence.item': '食品经营许可',
  ...holds('licence', 'granted', 'conditions-met', 'affects-others', 'opinions-heard', 'hearing-statutory'),
  ...holds('licence', 'excluded-told', 'certificate-has-seal', 'extension-approved', 'extension-states-reasons'),
  ...not('licence', 'delegated', 'joint', 'quota', 'scarce-resource', 'public-harm', 'improper-demand'),
  'licence.examiners': ['张明', '李强'],
  'licence.verified-on': '2026-03-12',
  'licence.verifiers': ['张明', '李强'],
  'licence.testing-assigned-on': '2026-03-13',
  'licence.testers': ['张明', '李强'],
  'licence.others-told-on': '2026-03-13',
  'licence.hearing-right-told-on': '2026-03-13',
  'hearing.requested': true,
  'hearing.requested-on': '2026-03-17',
  'hearing.notified-on': '2026-03-18',
  'hearing.held-on': '2026-03-31',
  'hearing.host': '赵刚',
  'hearing.public': true,
  'hearing.fee-charged': false,
  'hearing.states-debate': true,
  'hearing.party-signed': true,
  'licence.excluded-days': 15,
  'licence.extension-days': 10,
  'licence.extension-approved-on': '2026-04-03',
  'licence.extension-told-on': '2026-04-03',
  'licence.fee-charged': 0,
  'legal-review.date': '2026-04-20',
  'legal-review.submitted-on': '2026-04-16',
  'legal-review.reviewers': ['陈静'],
  'legal-review.passed': true,
  'legal-review.signed': true,
  'legal-review.only-agrees': false,
  'legal-review.points': ['authority', 'procedure', 'facts', 'law', 'discretion', 'competence', 'documents', 'crime'],
  'decision.date': '2026-04-24',
  'decision.citations[]': [{ law: '中华人民共和国行政许可法', article: '38', paragraph: 1 }],
  'decision.number': '江市监许〔2026〕8号',
  'decision.agency': '江城县市场监督管理局',
  'decision.served-on': '2026-04-27',
  'licence.certificate-issued-on': '2026-04-27',
  'licence.expires-on': '2031-04-23',
  'services[]': [served('licence-decision', '准予行政许可决定书', '2026-04-27')],
  'publication.date': '2026-04-28',
  'publication.masks-personal-data': true,
};
const granting = [
  ...['licence-application', 'materials-receipt', 'supplement-notice', 'licence-acceptance', 'licence-verification'],
  ...['licence-testing', 'interested-notice', 'hearing-notice-of-right', 'hearing-request', 'hearing-announcement'],
  ...['hearing-notice', 'hearing-record', 'special-time-notice', 'licence-extension-approval'],
  ...['licence-extension-notice', 'legal-review', 'licence-approval', 'licence-decision', 'licence-certificate'],
  ...['service-receipt', 'publication-record'],
];

const plain = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter(
      ([path]) => !/^(hearing|legal-review)\.|extension|excluded|testing|testers/u.test(path),
    ),
  );
const refused: Facts = {
  ...plain(granted),
  ...not('licence', 'granted', 'conditions-met', 'affects-others', 'hearing-statutory'),
  'decision.date': '2026-03-20',
  'decision.served-on': '2026-03-24',
  'publication.date': '2026-03-26',
  'services[]': [served('licence-refusal', '不予行政许可决定书', '2026-03-24')],
};

const inspected: Facts = {
  ...party,
  'inspection.date': '2026-03-10',
  'inspection.basis-rank': 'law',
  'inspection.notice-on': '2026-03-09',
  'inspection.notice-states': ['basis', 'content', 'period', 'inspectors', 'leader'],
  'inspection.approved-on': '2026-03-09',
  ...holds(
    'inspection',
    'approved',
    'states-basis',
    'in-item-list',
    'of-business',
    'routine',
    'random',
    'object-drawn',
  ),
  ...holds('inspection', 'inspectors-drawn', 'of-licensee', 'states-situation', 'states-result', 'record-signed'),
  ...holds('inspection', 'result-told', 'licensee-elsewhere', 'licensor-told'),
  ...not('inspection', 'on-suspicion', 'key-field', 'disturbs-business'),
  'inspection.inspectors': ['张明', '李强'],
  'inspection.result-published-on': '2026-03-18',
  'officers[]': [
    { name: '张明', certificate: '3701', on: '2026-03-10' },
    { name: '李强', certificate: '3702', on: '2026-03-10' },
  ],
  'inspections[]': [
    {
      date: '2026-03-10',
      officers: ['张明', '李强'],
      certificates: ['3701', '3702'],
      person: '王某',
      'shows-certificates': true,
      'tells-rights': true,
      'tells-recusal': true,
      'person-signed': true,
      'officers-signed': true,
      'unsigned-pages': [],
    },
  ],
  'publication.date': '2026-03-18',
  'publication.masks-personal-data': true,
};

/** Lawful files of the case types besides the penalty, as extraction would hand them over. */
export const files: Readonly<Record<string, Lawful>> = {
  'a licence after a hearing, with an extension and special time': {
    type: 'licence',
    facts: granted,
    kinds: granting,
    passes: 40,
  },
  'a licence refused': {
    type: 'licence',
    facts: refused,
    kinds: [
      ...['licence-application', 'materials-receipt', 'supplement-notice', 'licence-acceptance'],
      ...['licence-verification', 'licence-approval', 'licence-refusal', 'service-receipt', 'publication-record'],
    ],
    passes: 15,
  },
  'a seizure, extended and lifted': { type: 'compulsory-measure', facts: seizure, kinds: seizing, passes: 35 },
  'a freezing, extended and lifted': { type: 'compulsory-measure', facts: freezing, kinds: frozen, passes: 20 },
  'a demolition by the agency': { type: 'compulsory-enforcement', facts: enforced, kinds: enforcing, passes: 18 },
  'performance by another': {
    type: 'compulsory-enforcement',
    facts: substituted,
    kinds: [
      ...['payment-urging', 'statement-record', 'statement-review', 'enforcement-decision', 'substitute-decision'],
      ...['substitute-urging', 'substitute-record', 'enforcement-record', 'service-receipt', 'audiovisual-index'],
    ],
    passes: 15,
  },
  'an application to the court': {
    type: 'compulsory-enforcement',
    facts: applied,
    kinds: ['penalty-decision', 'payment-urging', 'enforcement-application', 'court-ruling', 'service-receipt'],
    passes: 9,
  },
  'a random inspection of a licensee': {
    type: 'inspection',
    facts: inspected,
    kinds: [
      ...['inspection-plan', 'inspection-approval', 'inspection-notice', 'random-draw', 'inspection-record'],
      ...['inspection-report', 'licensor-letter', 'publication-record'],
    ],
    passes: 14,
  },
};

export function recordOf({ type, facts, kinds }: Lawful): CaseRecord {
  return {
    id: 'lawful',
    caseType: type,
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
