import { compare, type Fraction, fraction, plus, rounded, times } from '../kernel/fraction.ts';
import { fromPoints, type Points } from '../kernel/points.ts';
import { gradeOf } from './grade.ts';
import type { ScoreResult } from './results.ts';
import type { Bound, UnitItem, UnitSheet } from './types.ts';

/** A file's score as far as its unit is concerned. */
export type FileScore = Pick<ScoreResult, 'total' | 'grade'> & { readonly sheet?: string };

/** What a unit came to; decimals. */
export interface UnitResult {
  readonly unit: string;
  readonly cases: number;
  readonly sum: number;
  readonly average: number;
  readonly total: number;
  readonly grade: string | null;
  /** `points` null: a figure the item needs was not supplied. */
  readonly items: readonly { readonly id: string; readonly title: string; readonly points: number | null }[];
}

/**
 * Scores a unit from the scores of its files and figures supplied beside them, such as the number of cases handled. Files that were not scored
 * count as zero in sums and by their grade in shares.
 */
export function scoreUnit(
  sheet: UnitSheet,
  unit: string,
  scores: readonly FileScore[],
  figures: Readonly<Record<string, number>> = {},
): UnitResult {
  const totals = scores.map((one) => Math.round(one.total * 100));
  const sum = totals.reduce((all, one) => all + one, 0);
  const average = averageOf(sheet, scores);
  const measure = (name: string): Fraction | null => measured(name, scores, totals, average, figures);
  const items = sheet.items.map((item) => ({ id: item.id, title: item.title, points: pointsOf(item, measure) }));
  const start = sheet.start === 'average' ? average : fraction(sheet.start === 'sum' ? sum : sheet.start);
  let total = items.reduce((all, item) => plus(all, fraction(item.points ?? 0)), start);
  if (sheet.floor !== null && compare(total, fraction(sheet.floor)) < 0) total = fraction(sheet.floor);
  if (sheet.cap !== null && compare(total, fraction(sheet.cap)) > 0) total = fraction(sheet.cap);
  const points = rounded(total, sheet.step);
  return {
    unit,
    cases: scores.length,
    sum: fromPoints(sum),
    average: fromPoints(rounded(average, sheet.step)),
    total: fromPoints(points),
    grade: gradeOf(sheet.grades, points, []),
    items: items.map((item) => ({ ...item, points: item.points === null ? null : fromPoints(item.points) })),
  };
}

/** Mean of the files' totals in hundredths, best and worst left out, kinds of file weighed where the sheet says so. */
function averageOf(sheet: UnitSheet, scores: readonly FileScore[]): Fraction {
  if (sheet.weights.length === 0) return mean(sheet, scores);
  let sum = fraction(0);
  let weight = fraction(0);
  for (const kind of sheet.weights) {
    const own = scores.filter((one) => one.sheet !== undefined && kind.sheets.includes(one.sheet));
    if (own.length === 0) continue;
    const share = fraction(Math.round(kind.weight * 10_000), 10_000);
    sum = plus(sum, times(mean(sheet, own), share));
    weight = plus(weight, share);
  }
  return weight.of === 0n ? fraction(0) : times(sum, { of: weight.over, over: weight.of });
}

function mean(sheet: UnitSheet, scores: readonly FileScore[]): Fraction {
  const totals = scores.map((one) => Math.round(one.total * 100)).sort((a, b) => a - b);
  const kept = totals.length > 2 * sheet.drop ? totals.slice(sheet.drop, totals.length - sheet.drop) : totals;
  return kept.length === 0
    ? fraction(0)
    : fraction(
        kept.reduce((all, one) => all + one, 0),
        kept.length,
      );
}

/** Units from the best, by what the sheet says decides; names settle what is still equal. */
export function rankUnits(sheet: UnitSheet, results: readonly UnitResult[]): readonly UnitResult[] {
  return [...results].sort((a, b) => {
    for (const key of sheet.rank) if (a[key] !== b[key]) return b[key] - a[key];
    return a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0;
  });
}

function pointsOf(item: UnitItem, measure: (name: string) => Fraction | null): Points | null {
  const points = item.each === null ? byRows(item, measure) : byEach(item.each, measure);
  if (points === null) return null;
  return Math.min(item.most ?? points, Math.max(item.least ?? points, points));
}

function byEach(each: NonNullable<UnitItem['each']>, measure: (name: string) => Fraction | null): Points | null {
  const value = measure(each.measure);
  return value === null ? null : rounded(times(value, fraction(each.points)));
}

function byRows(item: UnitItem, measure: (name: string) => Fraction | null): Points | null {
  for (const row of item.rows) {
    const values = row.where.map((bound) => within(bound, measure(bound.measure)));
    if (values.includes(null)) return null;
    if (values.every((value) => value === true)) return row.points;
  }
  return 0;
}

function within(bound: Bound, value: Fraction | null): boolean | null {
  if (value === null) return null;
  const to = (limit: number | null): number => (limit === null ? 0 : compare(value, decimal(limit)));
  return (
    (bound.from === null || to(bound.from) >= 0) &&
    (bound.above === null || to(bound.above) > 0) &&
    (bound.to === null || to(bound.to) <= 0) &&
    (bound.below === null || to(bound.below) < 0)
  );
}

/** Counts and points are plain numbers, shares are percentages. */
function measured(
  name: string,
  scores: readonly Pick<ScoreResult, 'grade'>[],
  totals: readonly Points[],
  average: Fraction,
  figures: Readonly<Record<string, number>>,
): Fraction | null {
  const supplied = figures[name];
  if (supplied !== undefined) return decimal(supplied);
  const ofGrade = (prefix: string): number => scores.filter((one) => `${prefix}${one.grade ?? ''}` === name).length;
  const sum = totals.reduce((all, one) => all + one, 0);
  if (name === 'cases') return fraction(scores.length);
  if (name.startsWith('grade.')) return fraction(ofGrade('grade.'));
  if (scores.length === 0) return null;
  if (name.startsWith('share.')) return fraction(ofGrade('share.') * 100, scores.length);
  if (name === 'sum') return fraction(sum, 100);
  if (name === 'average') return times(average, fraction(1, 100));
  if (name === 'highest') return fraction(Math.max(...totals), 100);
  if (name === 'lowest') return fraction(Math.min(...totals), 100);
  return null;
}

/** A decimal of at most six places, exactly. */
function decimal(value: number): Fraction {
  return fraction(Math.round(value * 1_000_000), 1_000_000);
}
