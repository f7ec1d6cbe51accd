import type { Finding } from '../evaluate/types.ts';
import type { WorkCalendar } from '../kernel/calendar.ts';
import { dayNumber, dayText } from '../kernel/day.ts';
import { inForce } from '../kernel/parameter.ts';
import { elapsed, lastDay } from '../kernel/period.ts';
import type { Pack } from '../packs/types.ts';
import type { Anchor, CaseRecord, Fact, FactValue, ListItem } from '../record/types.ts';

export interface TimelineStep {
  readonly id: string;
  readonly label: string;
  readonly day: string | null;
  readonly state: 'done' | 'missing' | 'late';
  readonly anchors: readonly Anchor[];
  readonly findings: readonly string[];
}

/** A statutory period as it ran: `over` is how many days or working days beyond its last day the act came, 0 when kept. */
export interface TimelinePeriod {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly due: string;
  readonly act: string | null;
  readonly over: number;
  readonly finding: string | null;
}

export interface Timeline {
  readonly steps: readonly TimelineStep[];
  readonly periods: readonly TimelinePeriod[];
  readonly from: string | null;
  readonly to: string | null;
}

interface StepPlan {
  readonly id: string;
  readonly label: string;
  readonly fact: string;
  /** List whose earliest element dates the step, instead of a fact. */
  readonly list?: string;
}

const steps: readonly StepPlan[] = [
  { id: 'source', label: '线索', fact: 'case.found-on' },
  { id: 'filing', label: '立案', fact: 'filing.date' },
  { id: 'inspection', label: '现场检查', fact: '', list: 'inspections[]' },
  { id: 'inquiry', label: '询问', fact: '', list: 'inquiries[]' },
  { id: 'preservation', label: '登记保存', fact: 'preservation.date' },
  { id: 'investigation', label: '调查终结', fact: 'investigation.report-date' },
  { id: 'notice', label: '告知', fact: 'notice.served-on' },
  { id: 'statement', label: '陈述申辩', fact: 'statement.made-on' },
  { id: 'hearing', label: '听证', fact: 'hearing.held-on' },
  { id: 'legal-review', label: '法制审核', fact: 'legal-review.date' },
  { id: 'discussion', label: '集体讨论', fact: 'discussion.date' },
  { id: 'decision', label: '决定', fact: 'decision.date' },
  { id: 'service', label: '送达', fact: 'decision.served-on' },
  { id: 'publication', label: '公示', fact: 'publication.date' },
  { id: 'payment', label: '缴款', fact: 'payment.date' },
  { id: 'closing', label: '结案', fact: 'closing.date' },
];

interface PeriodPlan {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly act: string;
  /** Parameter of the pack that holds its length. */
  readonly parameter: string;
  readonly unit: 'natural-days' | 'working-days';
  /** Whether the act must come only after the period, as a decision after the time for a hearing request. */
  readonly after?: boolean;
  readonly minus?: string;
}

const periods: readonly PeriodPlan[] = [
  {
    id: 'decision',
    label: '办案期限',
    from: 'filing.date',
    act: 'decision.date',
    parameter: 'decision-days',
    unit: 'natural-days',
    minus: 'decision.suspensions',
  },
  {
    id: 'preservation',
    label: '登记保存',
    from: 'preservation.date',
    act: 'preservation.handled-on',
    parameter: 'preservation-days',
    unit: 'working-days',
  },
  {
    id: 'hearing-request',
    label: '申请听证',
    from: 'notice.served-on',
    act: 'decision.date',
    parameter: 'hearing-request-days',
    unit: 'working-days',
    after: true,
  },
  {
    id: 'service',
    label: '送达',
    from: 'decision.date',
    act: 'decision.served-on',
    parameter: 'service-days',
    unit: 'working-days',
  },
  {
    id: 'publication',
    label: '公示',
    from: 'decision.date',
    act: 'publication.date',
    parameter: 'publication-days',
    unit: 'working-days',
  },
  {
    id: 'payment',
    label: '缴款',
    from: 'decision.served-on',
    act: 'payment.date',
    parameter: 'payment-days',
    unit: 'natural-days',
  },
];

/** The procedure on a date axis with its statutory periods, from the record and what the findings say of it. */
export function buildTimeline(
  record: CaseRecord,
  findings: readonly Finding[],
  pack: Pack,
  calendar: WorkCalendar,
): Timeline {
  const drawnSteps = steps.map((plan) => stepOf(plan, record, findings)).filter((step) => step !== null);
  const drawnPeriods = periods
    .map((plan) => periodOf(plan, record, findings, pack, calendar))
    .filter((period) => period !== null);
  const days = [
    ...drawnSteps.map((step) => step.day),
    ...drawnPeriods.flatMap((period) => [period.from, period.due, period.act]),
  ].filter((day) => day !== null);
  days.sort();
  return { steps: drawnSteps, periods: drawnPeriods, from: days[0] ?? null, to: days.at(-1) ?? null };
}

/** A step that took place, or one that a failing rule misses; null for what this case simply did not have. */
function stepOf(plan: StepPlan, record: CaseRecord, findings: readonly Finding[]): TimelineStep | null {
  const { day, anchors } = plan.list === undefined ? ofFact(record, plan.fact) : ofList(record, plan.list);
  const paths = plan.list === undefined ? [plan.fact, `${plan.id}.`] : [plan.list, `${plan.id}.`];
  const about = findings.filter((finding) => finding.outcome === 'fail' && touches(finding, plan, paths));
  const missing = about.filter((finding) => saysMissing(finding));
  if (day === null && missing.length === 0) return null;
  return {
    id: plan.id,
    label: plan.label,
    day,
    state: day === null ? 'missing' : about.some((finding) => lateness(finding) > 0) ? 'late' : 'done',
    anchors,
    findings: about.map((finding) => finding.key),
  };
}

/** Kinds of document whose absence is the absence of a step. */
const stepPapers: Readonly<Record<string, string>> = {
  filing: '立案审批表',
  'legal-review': '法制审核',
  discussion: '集体讨论',
  notice: '告知书',
  hearing: '听证笔录',
  publication: '公示',
  service: '送达',
  closing: '结案',
};

function saysMissing(finding: Finding): boolean {
  return figuresOf(finding).some((figures) => 'missing' in figures);
}

function touches(finding: Finding, plan: StepPlan, paths: readonly string[]): boolean {
  const facts = factPaths(finding);
  if (paths.some((path) => path !== '' && facts.includes(path))) return true;
  const paper = stepPapers[plan.id];
  return paper !== undefined && figuresOf(finding).some((figures) => String(figures.missing ?? '').includes(paper));
}

function periodOf(
  plan: PeriodPlan,
  record: CaseRecord,
  findings: readonly Finding[],
  pack: Pack,
  calendar: WorkCalendar,
): TimelinePeriod | null {
  const from = dayNumber(ofFact(record, plan.from).day);
  const act = ofFact(record, plan.act).day;
  const parameter = pack.parameters.get(plan.parameter);
  if (from === null || parameter === undefined) return null;
  const limit = inForce(parameter, dayNumber(act) ?? from);
  if (typeof limit !== 'number') return null;
  const suspended = plan.minus === undefined ? 0 : Number(factValue(record.facts[plan.minus]) ?? 0);
  const due = lastDay({ from, limit, unit: plan.unit, suspended }, calendar);
  if (due === null) return null;
  const acted = dayNumber(act);
  const finding = findings.find(
    (one) => one.outcome === 'fail' && [plan.from, plan.act].every((path) => factPaths(one).includes(path)),
  );
  const late = acted === null || plan.after === true ? 0 : Math.max(0, elapsed(due, acted, plan.unit, calendar) ?? 0);
  return {
    id: plan.id,
    label: `${plan.label} ${limit} ${plan.unit === 'working-days' ? '个工作日' : '日'}`,
    from: dayText(from),
    due: dayText(due),
    act,
    over: finding === undefined ? 0 : late,
    finding: finding?.key ?? null,
  };
}

function ofFact(record: CaseRecord, path: string): { day: string | null; anchors: readonly Anchor[] } {
  const raw = record.facts[path];
  const value = factValue(raw);
  const day = typeof value === 'string' && dayNumber(value) !== null ? value.slice(0, 10) : null;
  const anchors = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? ((raw as Fact).anchors ?? []) : [];
  return { day, anchors };
}

function ofList(record: CaseRecord, path: string): { day: string | null; anchors: readonly Anchor[] } {
  const value = factValue(record.facts[path]);
  const items = (Array.isArray(value) ? (value as readonly ListItem[]) : []).filter(
    (item) => typeof item.date === 'string',
  );
  const first = items.sort((a, b) => (String(a.date) < String(b.date) ? -1 : 1))[0];
  return { day: first === undefined ? null : String(first.date).slice(0, 10), anchors: first?.anchors ?? [] };
}

function factValue(raw: Fact | FactValue | null | undefined): FactValue | null {
  if (raw === null || raw === undefined) return null;
  return typeof raw === 'object' && !Array.isArray(raw) ? (raw as Fact).value : (raw as FactValue);
}

function factPaths(finding: Finding): readonly string[] {
  const paths: string[] = [];
  const visit = (node: Finding['trace']): void => {
    if (node === null) return;
    for (const fact of node.facts) paths.push(fact.path);
    node.children.forEach(visit);
  };
  visit(finding.trace);
  return paths;
}

function figuresOf(finding: Finding): readonly Readonly<Record<string, string | number>>[] {
  const figures: Readonly<Record<string, string | number>>[] = [];
  const visit = (node: Finding['trace']): void => {
    if (node === null) return;
    figures.push(node.figures);
    node.children.forEach(visit);
  };
  visit(finding.trace);
  return figures;
}

function lateness(finding: Finding): number {
  return Math.max(0, ...figuresOf(finding).map((figures) => Number(figures.over ?? 0)));
}
