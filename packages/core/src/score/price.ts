import type { Points } from '../kernel/points.ts';
import type { Price } from './types.ts';

/** What so many of a circumstance cost together: none for those let pass, a step's price where there are steps. */
export function priceOf(price: Price, count: number): Points {
  const charged = Math.max(0, count - price.free);
  if (price.tiers.length > 0) return price.tiers.findLast((tier) => tier.from <= charged)?.points ?? 0;
  return price.points * (price.unit === 'once' ? Math.min(1, charged) : charged);
}
