import type { Finding } from '../evaluate/types.ts';
import { fromPoints, type Points, scale } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import { modeOf, type Outcome, settleItem } from './item.ts';
import type { Grade, ItemResult, Ruling, ScoreResult, Sheet, Standard, WaterfallStep } from './types.ts';

/**
 * Scores a record under a standard: findings cost what the sheet says, people's rulings override, what nobody has judged is kept apart.
 * Null when the standard has no sheet for this type of case and procedure.
 */
export function score(
  standard: Standard,
  record: CaseRecord,
  findings: readonly Finding[],
  rulings: readonly Ruling[] = [],
): ScoreResult | null {
  const sheet = sheetFor(standard, record);
  if (sheet === null) return null;
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = byRule.get(finding.rule);
    if (list === undefined) byRule.set(finding.rule, [finding]);
    else list.push(finding);
  }
  const settled = sheet.sections.flatMap((section) =>
    section.items.map((item) => settleItem(section, item, record, byRule, rulings)),
  );
  const outcomes = zeroed(settled);
  const sums = new Sums(sheet, outcomes);
  const waterfall = fall(sheet, outcomes, sums);
  const total = sums.total(0);
  const low = sums.total(outcomes.reduce((sum, one) => sum + (one.state === 'not-applicable' ? 0 : one.atStake), 0));
  return {
    standard: standard.id,
    title: standard.title,
    sheet: sheet.id,
    total: fromPoints(total),
    max: fromPoints(sheet.full),
    pending: fromPoints(total - low),
    low: fromPoints(low),
    high: fromPoints(total),
    grade: gradeOf(sheet.grades, total),
    possibleGrades: [
      ...new Set([
        gradeOf(sheet.grades, low),
        ...sheet.grades.filter((g) => g.from >= low && g.from <= total).map((g) => g.name),
        gradeOf(sheet.grades, total),
      ]),
    ].filter((name) => name !== null),
    veto: outcomes
      .filter((one) => one.state === 'veto')
      .map((one) => ({ item: one.item.id, title: one.item.title, reasons: one.reasons })),
    items: outcomes.map((one) => resultOf(one, sums)),
    waterfall,
  };
}

/** The sheet of a standard that is meant for a record; null when there is none. */
export function sheetFor(standard: Standard, record: CaseRecord): Sheet | null {
  const type = record.caseType ?? record.facts['case.type'];
  const procedure = record.procedure ?? record.facts['case.procedure'];
  const fits = (allowed: readonly string[], value: unknown): boolean =>
    allowed.length === 0 || allowed.includes(String(value));
  return standard.sheets.find((sheet) => fits(sheet.type, type) && fits(sheet.procedure, procedure)) ?? null;
}

/** The score if some findings fell, everything else as it is. */
export function whatIf(
  standard: Standard,
  record: CaseRecord,
  findings: readonly Finding[],
  rulings: readonly Ruling[],
  dropped: readonly string[],
): ScoreResult | null {
  return score(
    standard,
    record,
    findings.filter((finding) => !dropped.includes(finding.key)),
    rulings,
  );
}

/** Items that a charged item takes with it lose everything. */
function zeroed(outcomes: readonly Outcome[]): readonly Outcome[] {
  const taken = new Map<string, Outcome>();
  for (const one of outcomes) if (one.deducted > 0) for (const id of one.item.zeroes) taken.set(id, one);
  return outcomes.map((one) => {
    const cause = taken.get(one.item.id);
    if (cause === undefined || one.state === 'not-applicable' || one.item.full === null) return one;
    const reasons = [...one.reasons, `因“${cause.item.title}”不符合，本项不得分`];
    return {
      ...one,
      state: 'deducted',
      deducted: one.item.full,
      atStake: 0,
      costs: [{ finding: null, points: one.item.full }],
      reasons,
    };
  });
}

/** The arithmetic of a sheet: points that take part, what is lost of them, what is taken off or added at the end. */
class Sums {
  readonly full: Points;
  private readonly sheet: Sheet;
  private readonly lost: Points;
  private readonly off: Points;
  private readonly added: Points;

  constructor(sheet: Sheet, outcomes: readonly Outcome[]) {
    const within = outcomes.filter((one) => one.item.kind === 'deduct' && one.state !== 'not-applicable');
    const sum = (list: readonly Outcome[]): Points => list.reduce((total, one) => total + one.deducted, 0);
    this.sheet = sheet;
    this.full = within.reduce((total, one) => total + (one.item.full ?? 0), 0);
    this.lost = sum(within);
    this.off = sum(outcomes.filter((one) => one.item.kind === 'veto'));
    this.added = sum(outcomes.filter((one) => one.item.kind === 'bonus'));
  }

  /** The total with some more points lost; never below zero. */
  total(more: Points): Points {
    return Math.max(0, this.afterItems(this.lost + more) - this.off + this.added);
  }

  /** The total when so many points of the items are lost, nothing else counted. */
  afterItems(lost: Points): Points {
    if (!this.sheet.rescale) return this.sheet.full - lost;
    return this.full === 0 ? this.sheet.full : scale(this.sheet.full, this.full - lost, this.full);
  }
}

/** Step by step from full marks to the total; the steps add up exactly, rounding included. */
function fall(sheet: Sheet, outcomes: readonly Outcome[], sums: Sums): readonly WaterfallStep[] {
  const steps: WaterfallStep[] = [
    { label: '满分', item: '', points: fromPoints(sheet.full), running: fromPoints(sheet.full), kind: 'full' },
  ];
  let lost = 0;
  let running = sheet.full;
  const step = (label: string, item: string, next: Points, kind: WaterfallStep['kind']): void => {
    steps.push({ label, item, points: fromPoints(next - running), running: fromPoints(next), kind });
    running = next;
  };
  for (const one of outcomes) {
    if (one.item.kind !== 'deduct' || one.deducted === 0 || one.state === 'not-applicable') continue;
    lost += one.deducted;
    step(one.item.title, one.item.id, sums.afterItems(lost), 'deduction');
  }
  for (const one of outcomes) {
    if (one.deducted === 0 || (one.item.kind !== 'veto' && one.item.kind !== 'bonus')) continue;
    const next = one.item.kind === 'veto' ? Math.max(0, running - one.deducted) : running + one.deducted;
    step(one.item.title, one.item.id, next, one.item.kind);
  }
  steps.push({ label: '得分', item: '', points: fromPoints(running), running: fromPoints(running), kind: 'total' });
  const stake = outcomes.reduce((sum, one) => sum + (one.state === 'not-applicable' ? 0 : one.atStake), 0);
  if (stake > 0) {
    const low = sums.total(stake);
    steps.push({
      label: '待人工核查',
      item: '',
      points: fromPoints(low - running),
      running: fromPoints(low),
      kind: 'pending',
    });
  }
  return steps;
}

function resultOf(one: Outcome, sums: Sums): ItemResult {
  const { item } = one;
  // Beside a finding the page shows what it costs of the total, not of the sheet's own scale.
  const ofTotal = (points: Points): Points =>
    item.kind === 'deduct' ? sums.afterItems(0) - sums.afterItems(points) : points;
  const keys = [
    ...one.costs.flatMap((cost) => (cost.finding === null ? [] : [cost.finding.key])),
    ...one.open.map((finding) => finding.key),
  ];
  return {
    id: item.id,
    section: one.section.title,
    title: item.title,
    kind: item.kind,
    full: item.full === null ? null : fromPoints(item.full),
    state: one.state,
    deducted: fromPoints(one.deducted),
    atStake: fromPoints(one.atStake),
    mode: modeOf(item),
    question: item.question?.ask ?? null,
    look: item.question?.look ?? [],
    findings: [...new Set(keys)],
    charged: one.costs.flatMap((cost) =>
      cost.finding === null || cost.points === 0
        ? []
        : [{ finding: cost.finding.key, points: fromPoints(ofTotal(cost.points)) }],
    ),
    reasons: one.reasons,
  };
}

function gradeOf(grades: readonly Grade[], total: Points): string | null {
  const reached = grades.filter((grade) => (grade.open ? total > grade.from : total >= grade.from));
  return (
    reached.reduce<Grade | null>((best, grade) => (best === null || grade.from > best.from ? grade : best), null)
      ?.name ?? null
  );
}
