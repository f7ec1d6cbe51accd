import { fromPoints, type Points } from '../kernel/points.ts';
import type { Outcome } from './item.ts';
import { scored } from './kinds.ts';
import type { WaterfallStep } from './results.ts';
import { afterVeto, chargedVetoes, type Scenario } from './scenario.ts';
import type { Lost } from './total.ts';
import type { Sheet } from './types.ts';

/** The fall from full marks to the total, with what each item cost of the total, by item id. */
export interface Fall {
  readonly steps: readonly WaterfallStep[];
  readonly cost: ReadonlyMap<string, Points>;
}

/** Step by step from full marks to the total and, last, to the lowest; steps add up exactly, rounding included. */
export function fallOf(sheet: Sheet, { outcomes, sums }: Scenario, low: Points): Fall {
  const steps: WaterfallStep[] = [];
  const cost = new Map<string, Points>();
  let running = sheet.full;
  const step = (label: string, item: string, next: Points, kind: WaterfallStep['kind']): void => {
    steps.push({ label, item, points: fromPoints(next - running), running: fromPoints(next), kind });
    running = next;
  };
  steps.push({ label: '满分', item: '', points: fromPoints(running), running: fromPoints(running), kind: 'full' });
  const counted = new Set<Outcome>();
  const sofar: Lost = (one) => (counted.has(one) ? one.deducted : 0);
  const start = sums.beforeVetoes(sofar);
  if (start !== running) step('基础分', '', start, 'deduction');
  const inOrder = [
    ...outcomes.filter((one) => scored(one.item.kind)),
    ...outcomes.filter((one) => one.item.kind === 'bonus'),
  ];
  for (const one of inOrder) {
    if (one.deducted === 0 || one.state === 'not-applicable') continue;
    counted.add(one);
    const next = sums.beforeVetoes(sofar);
    cost.set(one.item.id, Math.abs(next - running));
    step(one.item.title, one.item.id, next, one.item.kind === 'bonus' ? 'bonus' : 'deduction');
  }
  for (const one of chargedVetoes(outcomes)) {
    const next = afterVeto(running, one);
    const strikes = one.item.effect?.is === 'zero' || one.item.effect?.is === 'unscored';
    cost.set(one.item.id, strikes ? sheet.full : one.item.effect?.is === 'points' ? one.deducted : running - next);
    step(one.item.title, one.item.id, next, 'veto');
  }
  steps.push({ label: '得分', item: '', points: fromPoints(running), running: fromPoints(running), kind: 'total' });
  if (low !== running) step('待人工核查', '', low, 'pending');
  return { steps, cost };
}

/** What each cause of an item cost of the total: the item's step dealt out in proportion, exactly. */
export function dealtOut(outcome: Outcome, cost: Points): readonly { finding: string; points: number }[] {
  const raw = outcome.costs.reduce((sum, one) => sum + one.points, 0);
  const first = outcome.costs.find((one) => one.finding !== null)?.finding;
  // A veto that strikes the whole has no points of its own: it is the first finding that costs.
  if (raw === 0) return first == null || cost === 0 ? [] : [{ finding: first.key, points: fromPoints(cost) }];
  let before = 0;
  let given = 0;
  return outcome.costs.flatMap((one) => {
    before += one.points;
    const upto = Math.round((cost * before) / raw);
    const points = upto - given;
    given = upto;
    return one.finding === null || points === 0 ? [] : [{ finding: one.finding.key, points: fromPoints(points) }];
  });
}
