import type { Finding } from '../evaluate/types.ts';
import { fromPoints } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import { gradesWithin, worseOf } from './grade.ts';
import { modeOf, type Outcome, settleItem } from './item.ts';
import type { ItemResult, Ruling, ScoreResult } from './results.ts';
import { type Standings, standingsOf } from './standing.ts';
import { type Lost, Sums, scored } from './total.ts';
import type { Grade, Sheet, Standard } from './types.ts';
import { dealtOut, fallOf } from './waterfall.ts';
import { holds } from './when.ts';

/** What a bureau adds to a published standard: its own scale of grades where the standard gives none. */
export interface ScoreOptions {
  readonly grades?: readonly Grade[];
}

/**
 * Scores a record under a standard: findings cost what the sheet says, people's rulings override, what nobody has judged is kept apart.
 * Null when the standard has no sheet for this type of case and procedure.
 */
export function score(
  standard: Standard,
  record: CaseRecord,
  findings: readonly Finding[],
  rulings: readonly Ruling[] = [],
  options: ScoreOptions = {},
): ScoreResult | null {
  const standings = standingsOf(findings, rulings);
  const sheet = sheetOf(standard, record, standings);
  if (sheet === null) return null;
  const settled = sheet.sections.flatMap((section) =>
    section.items.map((item) => settleItem(section, item, record, standings, rulings)),
  );
  const outcomes = zeroed(escalated(settled));
  const sums = new Sums(sheet, outcomes);
  const lost: Lost = (one) => one.deducted;
  const total = sums.total(lost);
  const low = sums.total((one) => one.deducted + (scored(one.item.kind) ? one.atStake : 0));
  const high = sums.total((one) => one.deducted + (one.item.kind === 'bonus' ? one.atStake : 0));
  const fall = fallOf(sheet, outcomes, sums, low);
  const charged = outcomes.filter((one) => one.item.kind === 'veto' && one.charged);
  const effects = charged.map((one) => one.item.effect).filter((effect) => effect !== null);
  const unscored = effects.find((effect) => effect.is === 'unscored');
  const scale = sheet.grades.length > 0 ? sheet.grades : (options.grades ?? []);
  const capped = (names: readonly string[]): string[] =>
    effects.reduce<string[]>(
      (kept, effect) => (effect.is === 'cap' ? kept.map((name) => worseOf(scale, name, effect.grade)) : kept),
      [...names],
    );
  return {
    standard: standard.id,
    title: standard.title,
    sheet: sheet.id,
    scored: unscored === undefined,
    total: fromPoints(total),
    max: fromPoints(sheet.full),
    pending: fromPoints(total - low),
    low: fromPoints(low),
    high: fromPoints(high),
    grade: unscored === undefined ? (capped(gradesWithin(scale, total, total))[0] ?? null) : (unscored.grade ?? null),
    possibleGrades:
      unscored === undefined
        ? [...new Set(capped(gradesWithin(scale, low, high)))]
        : unscored.grade === null
          ? []
          : [unscored.grade],
    veto: charged.map((one) => ({ item: one.item.id, title: one.item.title, reasons: one.reasons })),
    items: outcomes.map((one) => resultOf(one, fall.cost.get(one.item.id) ?? 0)),
    waterfall: fall.steps,
  };
}

/** The sheet of a standard that is meant for a record; null when there is none. `findings` decide where a sheet asks for more than its type. */
export function sheetFor(standard: Standard, record: CaseRecord, findings: readonly Finding[] = []): Sheet | null {
  return sheetOf(standard, record, standingsOf(findings, []));
}

function sheetOf(standard: Standard, record: CaseRecord, standings: Standings): Sheet | null {
  const type = record.caseType ?? record.facts['case.type'];
  const procedure = record.procedure ?? record.facts['case.procedure'];
  const fits = (allowed: readonly string[], value: unknown): boolean =>
    allowed.length === 0 || allowed.includes(String(bare(value)));
  return (
    standard.sheets.find(
      (sheet) =>
        fits(sheet.type, type) &&
        fits(sheet.procedure, procedure) &&
        (sheet.when === null || holds(sheet.when, record, standings) === true),
    ) ?? null
  );
}

function bare(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}

/** The score if some findings fell, everything else as it is. */
export function whatIf(
  standard: Standard,
  record: CaseRecord,
  findings: readonly Finding[],
  rulings: readonly Ruling[],
  dropped: readonly string[],
): ScoreResult | null {
  const falling = dropped.map(
    (finding): Ruling => ({ item: '', finding, verdict: 'overruled', reason: '假设不成立', by: '', at: '' }),
  );
  return score(standard, record, findings, [...rulings, ...falling]);
}

/** Vetoes that charges elsewhere bring in: the same defect is one of legality. */
function escalated(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.map((one) => {
    const causes = outcomes.flatMap((other) => other.escalated.filter(({ to }) => to === one.item.id));
    if (causes.length === 0 || one.item.kind !== 'veto' || one.state === 'not-applicable') return one;
    const points = one.item.effect?.is === 'points' ? one.item.effect.points : 0;
    const more = Math.max(0, points - one.deducted);
    return {
      ...one,
      state: 'veto',
      charged: true,
      deducted: one.deducted + more,
      costs: [...one.costs, ...causes.map(({ finding }, index) => ({ finding, points: index === 0 ? more : 0 }))],
      reasons: [...new Set([...one.reasons, ...causes.map(({ reason }) => reason)])],
    };
  });
}

/** Items that a charged item takes with it lose everything. */
function zeroed(outcomes: readonly Outcome[]): readonly Outcome[] {
  const taken = new Map<string, Outcome>();
  for (const one of outcomes) for (const id of one.zeroes) if (!taken.has(id)) taken.set(id, one);
  if (taken.size === 0) return outcomes;
  return outcomes.map((one) => {
    const cause = taken.get(one.item.id) ?? taken.get(one.section.id);
    if (cause === undefined || cause === one || one.state === 'not-applicable' || one.item.full === null) return one;
    if (!scored(one.item.kind)) return one;
    const first = cause.costs.find((cost) => cost.finding !== null)?.finding ?? null;
    return {
      ...one,
      state: 'deducted',
      charged: true,
      deducted: one.item.full,
      atStake: 0,
      costs: [{ finding: first, points: one.item.full }],
      reasons: [...one.reasons, `因“${cause.item.title}”不符合，本项不得分`],
    };
  });
}

function resultOf(one: Outcome, cost: number): ItemResult {
  const { item } = one;
  const { question } = item;
  const keys = [
    ...one.costs.flatMap(({ finding }) => (finding === null ? [] : [finding.key])),
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
    question: question?.ask ?? null,
    look: question?.look ?? [],
    permitted:
      question === null
        ? null
        : {
            answers: question.answers.map(({ label, points }) => ({ label, points: fromPoints(points) })),
            range: question.range === null ? null : [fromPoints(question.range[0]), fromPoints(question.range[1])],
            unit: question.unit,
            per: question.per === null ? null : fromPoints(question.per),
          },
    findings: [...new Set(keys)],
    charged: item.kind === 'bonus' ? [] : dealtOut(one, cost),
    reasons: one.reasons,
  };
}
