import type { PeriodUnit } from '../kernel/period.ts';

/** A step of a procedure and what dates it. */
export interface StepPlan {
  readonly id: string;
  readonly label: string;
  readonly fact: string;
  /** List whose earliest element dates the step, instead of a fact. */
  readonly list?: string;
  /** Words of the document whose absence is the absence of the step. */
  readonly paper?: string;
}

/** A statutory period between two acts, and what prolongs it. */
export interface PeriodPlan {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly act: string;
  /** Parameter of the pack that holds its length. */
  readonly parameter: string;
  readonly unit: Exclude<PeriodUnit, 'hours'>;
  /** Whether the act must come only after the period, as a decision after the time for a hearing request. */
  readonly after?: boolean;
  /** Days that do not count, where `told` holds when it is given. */
  readonly minus?: { readonly days: string; readonly told?: string };
  /** Days by which it was prolonged, where `approved` holds or the day of the approval is known. */
  readonly plus?: { readonly days: string; readonly approved: string; readonly approvedOn: string };
  /** Whether a last day off rolls over. */
  readonly roll?: boolean;
  /** A period that must first have run out; this one counts from its last day. */
  readonly first?: { readonly parameter: string; readonly unit: Exclude<PeriodUnit, 'hours'> };
  /** Fact and value with which it runs; `not` with which it does not. */
  readonly where?: { readonly fact: string; readonly is?: string | boolean; readonly not?: string | boolean };
}

export interface ProcedurePlan {
  readonly steps: readonly StepPlan[];
  readonly periods: readonly PeriodPlan[];
}

const working = 'working-days';
const natural = 'natural-days';
function period(
  id: string,
  label: string,
  [from, act]: readonly [string, string],
  parameter: string,
  unit: PeriodPlan['unit'],
  more: Partial<PeriodPlan> = {},
): PeriodPlan {
  return { id, label, from, act, parameter, unit, ...more };
}

const seized = {
  minus: { days: 'measure.appraisal-days', told: 'measure.appraisal-told' },
  plus: {
    days: 'measure.extension-days',
    approved: 'measure.extension-approved',
    approvedOn: 'measure.extension-approved-on',
  },
};
const prolonged = {
  minus: { days: 'licence.excluded-days', told: 'licence.excluded-told' },
  plus: {
    days: 'licence.extension-days',
    approved: 'licence.extension-approved',
    approvedOn: 'licence.extension-approved-on',
  },
};

const measureSteps: readonly StepPlan[] = [
  { id: 'measure-approval', label: '批准强制措施', fact: 'measure.approved-on' },
  { id: 'measure', label: '查封扣押冻结', fact: 'measure.date' },
  { id: 'measure-extension', label: '延长', fact: 'measure.extension-approved-on' },
  { id: 'measure-handled', label: '处理、解除', fact: 'measure.handled-on', paper: '解除' },
  { id: 'measure-returned', label: '退还财物', fact: 'measure.returned-on', paper: '退还财物' },
];
const measurePeriods = [
  period('seizure', '查封、扣押', ['measure.date', 'measure.handled-on'], 'seizure-days', natural, {
    ...seized,
    where: { fact: 'measure.kind', not: 'freezing' },
  }),
  period(
    'freezing-delivery',
    '交付冻结决定书',
    ['measure.date', 'measure.delivered-on'],
    'freezing-delivery-days',
    working,
    { where: { fact: 'measure.kind', is: 'freezing' } },
  ),
  period('freezing', '冻结', ['measure.date', 'measure.handled-on'], 'freezing-days', natural, {
    plus: seized.plus,
    where: { fact: 'measure.kind', is: 'freezing' },
  }),
];

const courtSteps: readonly StepPlan[] = [
  { id: 'urging', label: '催告', fact: 'urging.served-on', paper: '催告书' },
  { id: 'application', label: '申请法院执行', fact: 'enforcement.applied-on' },
];
const courtPeriods = [
  period('litigation', '起诉期限', ['decision.served-on', 'enforcement.applied-on'], 'litigation-months', 'months', {
    roll: true,
    after: true,
  }),
  period(
    'application',
    '申请法院执行',
    ['decision.served-on', 'enforcement.applied-on'],
    'enforcement-application-months',
    'months',
    { roll: true, first: { parameter: 'litigation-months', unit: 'months' } },
  ),
  period('urging', '催告', ['urging.served-on', 'enforcement.applied-on'], 'urging-days', working, { after: true }),
].map((plan): PeriodPlan => ({ ...plan, where: { fact: 'enforcement.by', not: 'own' } }));

const publication = period('publication', '公示', ['decision.date', 'publication.date'], 'publication-days', working);

const penalty: ProcedurePlan = {
  steps: [
    { id: 'source', label: '线索', fact: 'case.found-on' },
    { id: 'filing', label: '立案', fact: 'filing.date', paper: '立案审批表' },
    { id: 'inspection', label: '现场检查', fact: '', list: 'inspections[]' },
    { id: 'inquiry', label: '询问', fact: '', list: 'inquiries[]' },
    { id: 'preservation', label: '登记保存', fact: 'preservation.date' },
    ...measureSteps,
    { id: 'investigation', label: '调查终结', fact: 'investigation.report-date' },
    { id: 'notice', label: '告知', fact: 'notice.served-on', paper: '告知书' },
    { id: 'statement', label: '陈述申辩', fact: 'statement.made-on' },
    { id: 'hearing', label: '听证', fact: 'hearing.held-on', paper: '听证笔录' },
    { id: 'legal-review', label: '法制审核', fact: 'legal-review.date', paper: '法制审核' },
    { id: 'discussion', label: '集体讨论', fact: 'discussion.date', paper: '集体讨论' },
    { id: 'decision', label: '决定', fact: 'decision.date' },
    { id: 'service', label: '送达', fact: 'decision.served-on', paper: '送达' },
    { id: 'publication', label: '公示', fact: 'publication.date', paper: '公示' },
    { id: 'payment', label: '缴款', fact: 'payment.date' },
    ...courtSteps,
    { id: 'closing', label: '结案', fact: 'closing.date', paper: '结案' },
  ],
  periods: [
    period('decision', '办案期限', ['filing.date', 'decision.date'], 'decision-days', natural, {
      minus: { days: 'decision.suspensions' },
    }),
    period('preservation', '登记保存', ['preservation.date', 'preservation.handled-on'], 'preservation-days', working),
    ...measurePeriods.filter((plan) => plan.id !== 'freezing-delivery'),
    period('hearing-request', '申请听证', ['notice.served-on', 'decision.date'], 'hearing-request-days', working, {
      after: true,
    }),
    period('service', '送达', ['decision.date', 'decision.served-on'], 'service-days', working),
    publication,
    period('payment', '缴款', ['decision.served-on', 'payment.date'], 'payment-days', natural),
  ],
};

const licence: ProcedurePlan = {
  steps: [
    { id: 'received', label: '收件', fact: 'application.received-on' },
    { id: 'supplement', label: '告知补正', fact: 'application.supplement-told-on' },
    { id: 'acceptance', label: '受理', fact: 'acceptance.date', paper: '受理通知书' },
    { id: 'verification', label: '核查', fact: 'licence.verified-on' },
    { id: 'interested', label: '告知利害关系人', fact: 'licence.others-told-on', paper: '利害关系人' },
    { id: 'hearing', label: '听证', fact: 'hearing.held-on', paper: '听证笔录' },
    { id: 'extension', label: '延期', fact: 'licence.extension-approved-on' },
    { id: 'legal-review', label: '法制审核', fact: 'legal-review.date', paper: '法制审核' },
    { id: 'decision', label: '决定', fact: 'decision.date', paper: '许可决定书' },
    { id: 'certificate', label: '发证', fact: 'licence.certificate-issued-on' },
    { id: 'publication', label: '公开', fact: 'publication.date', paper: '公示' },
  ],
  periods: [
    period(
      'supplement',
      '告知补正',
      ['application.received-on', 'application.supplement-told-on'],
      'supplement-days',
      working,
      { where: { fact: 'application.supplement-told-on' } },
    ),
    period('decision', '办理期限', ['acceptance.date', 'decision.date'], 'licence-days', working, {
      ...prolonged,
      where: { fact: 'licence.joint', not: true },
    }),
    period('joint-decision', '联合办理期限', ['acceptance.date', 'decision.date'], 'joint-licence-days', working, {
      ...prolonged,
      where: { fact: 'licence.joint', is: true },
    }),
    period('hearing', '组织听证', ['hearing.requested-on', 'hearing.held-on'], 'licence-hearing-days', working),
    period('certificate', '发证', ['decision.date', 'licence.certificate-issued-on'], 'certificate-days', working, {
      where: { fact: 'licence.granted', is: true },
    }),
    publication,
  ],
};

const enforcement: ProcedurePlan = {
  steps: [
    { id: 'decision', label: '原决定', fact: 'decision.date' },
    { id: 'service', label: '送达', fact: 'decision.served-on', paper: '送达' },
    { id: 'surcharge', label: '加处罚款', fact: 'surcharge.from' },
    ...courtSteps.slice(0, 1),
    { id: 'enforcement-decision', label: '执行决定', fact: 'enforcement.decision-date', paper: '强制执行决定书' },
    { id: 'announcement', label: '公告', fact: 'enforcement.announced-on', paper: '公告' },
    { id: 'substitute-urging', label: '代履行催告', fact: 'substitute.urged-on', paper: '代履行催告书' },
    { id: 'substitute', label: '代履行', fact: 'substitute.date' },
    { id: 'enforcement', label: '强制执行', fact: 'enforcement.date' },
    ...courtSteps.slice(1),
    { id: 'ruling', label: '法院裁定', fact: 'enforcement.court-ruled-on' },
  ],
  periods: [
    period('surcharge', '加处罚款', ['surcharge.from', 'enforcement.decision-date'], 'surcharge-days', natural, {
      after: true,
      where: { fact: 'enforcement.by', not: 'court' },
    }),
    period('demolition', '起诉期限', ['decision.served-on', 'enforcement.date'], 'litigation-months', 'months', {
      roll: true,
      after: true,
      where: { fact: 'enforcement.announced-on' },
    }),
    ...courtPeriods,
  ],
};

const inspection: ProcedurePlan = {
  steps: [
    { id: 'approval', label: '批准检查', fact: 'inspection.approved-on' },
    { id: 'notice', label: '检查通知', fact: 'inspection.notice-on' },
    { id: 'inspection', label: '检查', fact: 'inspection.date', paper: '现场检查笔录' },
    { id: 'report', label: '检查报告', fact: 'inspection.report-on' },
    { id: 'publication', label: '结果公布', fact: 'inspection.result-published-on', paper: '公示' },
  ],
  periods: [
    period(
      'publication',
      '结果公布',
      ['inspection.date', 'inspection.result-published-on'],
      'publication-days-other',
      working,
    ),
  ],
};

/** Steps and periods by case type; those of the penalty for every other. */
const plans: Readonly<Record<string, ProcedurePlan>> = {
  penalty,
  licence,
  'compulsory-measure': { steps: measureSteps, periods: measurePeriods },
  'compulsory-enforcement': enforcement,
  inspection,
};

export function planOf(caseType: string | null): ProcedurePlan {
  return plans[caseType ?? 'penalty'] ?? penalty;
}
