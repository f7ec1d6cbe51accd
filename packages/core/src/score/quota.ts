import type { Points } from '../kernel/points.ts';
import type { Cost, Taken } from './charge.ts';
import type { Item } from './types.ts';

/** What the circumstances of an item come to within its parts, not yet within the item. */
export interface Gathered {
  readonly costs: readonly Cost[];
  readonly lost: Points;
  readonly stake: Points;
}

/** Adds up what an item's circumstances take, part by part; or only the worst of them. */
export function gathered(item: Item, taken: readonly Taken[]): Gathered {
  const stake = [null, ...item.parts.keys()].map((part) => group(item, part, taken));
  const open = stake.reduce((sum, one) => sum + one.stake, 0);
  if (item.together === 'worst') {
    const lost = Math.max(0, ...taken.map((one) => one.taken));
    const most = Math.max(lost, ...taken.map((one) => one.taken + one.stake));
    return { costs: worstFirst(taken, lost), lost, stake: most - lost };
  }
  return {
    costs: stake.flatMap((one) => one.costs),
    lost: stake.reduce((sum, one) => sum + one.lost, 0),
    stake: open,
  };
}

/** The circumstances of one part, or those of the item itself, within the part's points. */
function group(item: Item, part: number | null, all: readonly Taken[]): Gathered {
  const own = all.filter((one) => one.part === part);
  const quota = part === null ? null : (item.parts[part] ?? null);
  const costs = own.flatMap((one) => one.costs);
  const raw = own.reduce((sum, one) => sum + one.taken, 0);
  const stake = own.reduce((sum, one) => sum + one.stake, 0);
  if (quota === null) return { costs, lost: raw, stake };
  const lost = quota.allOrNothing && raw > 0 ? quota.full : Math.min(quota.full, raw);
  const rest = quota.full - lost;
  return {
    costs: spread(costs, lost),
    lost,
    stake: stake === 0 ? 0 : quota.allOrNothing ? rest : Math.min(rest, stake),
  };
}

/** Costs brought to a sum, in their order; what an all-or-nothing part takes beyond them falls on the last that counts. */
function spread(costs: readonly Cost[], sum: Points): readonly Cost[] {
  let left = sum;
  return costs.map((cost, index) => {
    const points = index === costs.length - 1 ? left : Math.min(cost.points, left);
    left -= points;
    return { ...cost, points };
  });
}

function worstFirst(taken: readonly Taken[], most: Points): readonly Cost[] {
  const heaviest = taken.find((one) => one.taken === most && one.costs.length > 0);
  return taken.flatMap((one) => (one === heaviest ? one.costs : one.costs.map((cost) => ({ ...cost, points: 0 }))));
}
