import { fraction, rounded, times } from '../kernel/fraction.ts';
import type { Points } from '../kernel/points.ts';
import { type Outcome, poolOf } from './item.ts';
import { scored } from './kinds.ts';
import { tallied } from './tally.ts';
import { Sums } from './total.ts';
import type { Effect, Sheet } from './types.ts';

/** As things stand; with everything open lost; with everything open kept and every open bonus given. */
export type View = 'now' | 'low' | 'high';

/** What a sheet comes to in one view. */
export interface Scenario {
  readonly outcomes: readonly Outcome[];
  readonly sums: Sums;
  readonly total: Points;
  /** What charged vetoes do, in the order of the sheet. */
  readonly effects: readonly Effect[];
}

/** Works the whole sheet out from its settled items, seen one way. */
export function scenario(sheet: Sheet, settled: readonly Outcome[], view: View): Scenario {
  const seen = settled.map((one) => as(one, view));
  const outcomes = tallied(sheet, zeroed(seen));
  const sums = new Sums(sheet, outcomes);
  const effects = chargedVetoes(outcomes)
    .map((one) => one.item.effect)
    .filter((effect) => effect !== null);
  const total = sheet.listOnly
    ? 0
    : chargedVetoes(outcomes).reduce(
        afterVeto,
        sums.beforeVetoes((one) => one.deducted),
      );
  return { outcomes, sums, total, effects };
}

/** An item with what is open decided; vetoes stay open in every view. */
function as(one: Outcome, view: View): Outcome {
  if (view === 'now' || one.atStake === 0) return one;
  const counts = view === 'low' ? scored(one.item.kind) : one.item.kind === 'bonus';
  if (!counts) return one;
  return {
    ...one,
    deducted: one.deducted + one.atStake,
    atStake: 0,
    charged: true,
    places: Math.max(1, one.places),
    zeroes: [...one.zeroes, ...one.mayZero],
  };
}

/** Charged vetoes, those that take points first and those that bound the whole after them. */
export function chargedVetoes(outcomes: readonly Outcome[]): readonly Outcome[] {
  const order = ['points', 'share', 'limit', 'cap', 'lower', 'zero', 'unscored'];
  const rank = (one: Outcome): number => order.indexOf(one.item.effect?.is ?? 'zero');
  return outcomes
    .filter((one) => one.item.kind === 'veto' && one.charged)
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.index - b.index)
    .map(({ one }) => one);
}

/** What one charged veto leaves of a sum of points. */
export function afterVeto(before: Points, veto: Outcome): Points {
  const { effect } = veto.item;
  switch (effect?.is) {
    case 'zero':
    case 'unscored':
      return 0;
    case 'limit':
      return Math.min(before, effect.points);
    case 'share':
      return rounded(times(fraction(before), fraction(effect.share, 10_000)));
    default:
      return Math.max(0, before - veto.deducted);
  }
}

/** Vetoes that charges elsewhere bring in: the same defect is one of legality. */
export function escalated(outcomes: readonly Outcome[]): readonly Outcome[] {
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
      places: Math.max(1, one.places),
      costs: [...one.costs, ...causes.map(({ finding }, index) => ({ finding, points: index === 0 ? more : 0 }))],
      zeroes: [...one.zeroes, ...one.item.zeroes],
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
    if (cause === undefined || cause === one || one.state === 'not-applicable' || !scored(one.item.kind)) return one;
    const full = one.item.full ?? one.item.most ?? poolOf(one.section);
    if (full === 0) return one;
    const first = cause.costs.find((cost) => cost.finding !== null)?.finding ?? null;
    return {
      ...one,
      state: 'deducted',
      charged: true,
      deducted: full,
      atStake: 0,
      costs: [{ finding: first, points: full }],
      reasons: [...one.reasons, `因“${cause.item.title}”不符合，本项不得分`],
    };
  });
}
