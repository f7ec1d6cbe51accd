import type { Item } from './types.ts';

/** Whether an item has points to lose or get within the denominator. */
export function scored(kind: Item['kind']): boolean {
  return kind === 'deduct' || kind === 'award';
}
