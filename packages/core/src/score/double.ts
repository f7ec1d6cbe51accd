import type { Outcome } from './item.ts';
import type { Standings } from './standing.ts';

/** For sheets that charge a finding once: which findings each item must let pass because they cost as much or more elsewhere, by item id. */
export function elsewhere(outcomes: readonly Outcome[]): ReadonlyMap<string, ReadonlySet<string>> {
  const heaviest = new Map<string, { readonly item: string; readonly points: number }>();
  const each = outcomes.flatMap((one) =>
    one.costs.flatMap(({ finding, points }) =>
      finding === null || points === 0 ? [] : [{ key: finding.key, item: one.item.id, points }],
    ),
  );
  for (const { key, item, points } of each) {
    const known = heaviest.get(key);
    if (known === undefined || points > known.points) heaviest.set(key, { item, points });
  }
  const passed = new Map<string, Set<string>>();
  for (const { key, item } of each)
    if (heaviest.get(key)?.item !== item) passed.set(item, (passed.get(item) ?? new Set()).add(key));
  return passed;
}

/** The standings with some findings taken as kept. */
export function without(standings: Standings, keys: ReadonlySet<string>): Standings {
  return new Map(
    [...standings].map(([rule, list]) => [
      rule,
      list.map((one) => (keys.has(one.finding.key) ? { ...one, outcome: 'pass' as const } : one)),
    ]),
  );
}
