import type { Finding } from '../evaluate/types.ts';
import type { WorkCalendar } from '../kernel/calendar.ts';
import { dayNumber, dayText } from '../kernel/day.ts';
import { inForce } from '../kernel/parameter.ts';
import { elapsed, lastDay } from '../kernel/period.ts';
import type { Pack } from '../packs/types.ts';
import { leastConfidence } from '../record/confidence.ts';
import type { Anchor, CaseRecord, Fact, FactValue, ListItem } from '../record/types.ts';
import { type PeriodPlan, planOf, type StepPlan } from './timeline-plan.ts';

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

/** The procedure on a date axis with its statutory periods, from the record and what the findings say of it. */
export function buildTimeline(
  record: CaseRecord,
  findings: readonly Finding[],
  pack: Pack,
  calendar: WorkCalendar,
): Timeline {
  const plan = planOf(record.caseType ?? null);
  const drawnSteps = plan.steps.map((step) => stepOf(step, record, findings)).filter((step) => step !== null);
  const drawnPeriods = plan.periods
    .map((period) => periodOf(period, record, findings, pack, calendar))
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

/** Whether it is about something absent; a period that ran over may name papers that would have prolonged it. */
function saysMissing(finding: Finding): boolean {
  const all = figuresOf(finding);
  return all.some((figures) => 'missing' in figures) && !all.some((figures) => 'due' in figures);
}

function touches(finding: Finding, plan: StepPlan, paths: readonly string[]): boolean {
  const facts = factPaths(finding);
  if (paths.some((path) => path !== '' && facts.includes(path))) return true;
  const { paper } = plan;
  return paper !== undefined && figuresOf(finding).some((figures) => String(figures.missing ?? '').includes(paper));
}

function periodOf(
  plan: PeriodPlan,
  record: CaseRecord,
  findings: readonly Finding[],
  pack: Pack,
  calendar: WorkCalendar,
): TimelinePeriod | null {
  if (!runs(plan, record)) return null;
  const start = dayNumber(ofFact(record, plan.from).day);
  const act = ofFact(record, plan.act).day;
  const acted = dayNumber(act);
  if (start === null) return null;
  const length = (id: string): number | null => {
    const parameter = pack.parameters.get(id);
    const value = parameter === undefined ? null : inForce(parameter, acted ?? start);
    return typeof value === 'number' ? value : null;
  };
  const roll = plan.roll ?? false;
  const before = plan.first === undefined ? 0 : length(plan.first.parameter);
  const bound = length(plan.parameter);
  if (bound === null || before === null) return null;
  const from =
    plan.first === undefined ? start : lastDay({ from: start, limit: before, unit: plan.first.unit, roll }, calendar);
  if (from === null) return null;
  const limit = bound + prolongation(plan, record);
  const due = lastDay({ from, limit, unit: plan.unit, suspended: suspension(plan, record), roll }, calendar);
  if (due === null) return null;
  const finding = findings.find(
    (one) => one.outcome === 'fail' && [plan.from, plan.act].every((path) => factPaths(one).includes(path)),
  );
  const counted = plan.unit === 'working-days' ? plan.unit : 'natural-days';
  const late = acted === null || plan.after === true ? 0 : Math.max(0, elapsed(due, acted, counted, calendar) ?? 0);
  return {
    id: plan.id,
    label: `${plan.label} ${limit} ${unitWords[plan.unit]}`,
    from: dayText(from),
    due: dayText(due),
    act,
    over: finding === undefined ? 0 : late,
    finding: finding?.key ?? null,
  };
}

const unitWords: Readonly<Record<PeriodPlan['unit'], string>> = {
  'natural-days': '日',
  'working-days': '个工作日',
  months: '个月',
  years: '年',
};

/** Whether the period is one of this case: by default it is, unless the fact says otherwise. */
function runs({ where }: PeriodPlan, record: CaseRecord): boolean {
  if (where === undefined) return true;
  const value = factValue(record.facts[where.fact]);
  if (where.not !== undefined) return value !== where.not;
  return where.is === undefined ? value !== null : value === where.is;
}

function suspension({ minus }: PeriodPlan, record: CaseRecord): number {
  if (minus === undefined) return 0;
  const counts = minus.told === undefined || factValue(record.facts[minus.told]) === true;
  return counts ? Number(factValue(record.facts[minus.days]) ?? 0) : 0;
}

function prolongation({ plus }: PeriodPlan, record: CaseRecord): number {
  if (plus === undefined) return 0;
  const approved = factValue(record.facts[plus.approved]);
  const counts = approved === true || (approved === null && factValue(record.facts[plus.approvedOn]) !== null);
  return counts ? Number(factValue(record.facts[plus.days]) ?? 0) : 0;
}

function ofFact(record: CaseRecord, path: string): { day: string | null; anchors: readonly Anchor[] } {
  const raw = record.facts[path];
  const value = factValue(raw);
  const day = isRead(raw) && typeof value === 'string' && dayNumber(value) !== null ? value.slice(0, 10) : null;
  const anchors = typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? ((raw as Fact).anchors ?? []) : [];
  return { day, anchors };
}

function ofList(record: CaseRecord, path: string): { day: string | null; anchors: readonly Anchor[] } {
  const value = factValue(record.facts[path]);
  const items = (Array.isArray(value) ? (value as readonly ListItem[]) : []).filter(
    (item) => typeof item.date === 'string' && (item.confidence ?? 1) >= leastConfidence,
  );
  const first = items.sort((a, b) => (String(a.date) < String(b.date) ? -1 : 1))[0];
  return { day: first === undefined ? null : String(first.date).slice(0, 10), anchors: first?.anchors ?? [] };
}

/** A day that no rule believes is not drawn: it would stretch the axis over years and start periods that never ran. */
function isRead(raw: Fact | FactValue | null | undefined): boolean {
  if (raw === null || raw === undefined || typeof raw !== 'object' || Array.isArray(raw)) return true;
  return ((raw as Fact).confidence ?? 1) >= leastConfidence;
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
