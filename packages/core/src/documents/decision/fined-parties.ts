import type { ListItem } from '../../record/types.ts';
import { type Facts, factOf } from '../facts.ts';
import { kindOf, type PartyKind } from './names.ts';
import type { Paper, Span } from './paper.ts';
import type { Party } from './party.ts';

/** By kind of party: the fact of the highest fine on one of that kind. */
const BY_KIND: readonly (readonly [PartyKind, string])[] = [
  ['natural-person', 'decision.highest-fine-person'],
  ['organisation', 'decision.highest-fine-organisation'],
  ['individual-business', 'decision.highest-fine-business'],
];
/** The kind of the party named first, where it is not the kind of who is fined: shown, and nothing is judged by it. */
const OF_ANOTHER = 0.3;

/**
 * The fines by whom they fall on, where the decision is against several: thresholds hold for each, and by the kind of each (行政处罚法 art. 63). Nothing
 * where the text does not say whom one falls on.
 */
export function finedParties(paper: Paper, items: readonly ListItem[], parties: readonly Party[], place: Span): Facts {
  const sums = new Map<string, number>();
  for (const { kind, amount, party } of items) {
    if (kind !== '罚款') continue;
    if (typeof amount !== 'number' || typeof party !== 'string') return {};
    sums.set(party, Math.round(((sums.get(party) ?? 0) + amount) * 100) / 100);
  }
  const [first] = parties;
  const onFirst = sums.size === 1 && first !== undefined && sums.has(first.name);
  if (sums.size === 0 || onFirst) return {};
  const fact = (value: number | string, confidence: number) =>
    factOf(paper.reader, value, place.start, place.end, confidence);
  const facts: Facts = sums.size > 1 ? { 'decision.highest-fine': fact(Math.max(...sums.values()), 0.85) } : {};
  const fines = [...sums].map(([name, sum]) => ({ sum, kind: kindOfParty(name, parties) }));
  const kinds = new Set(fines.map(({ kind }) => kind));
  if (!kinds.has(null))
    for (const [kind, path] of BY_KIND) {
      const highest = Math.max(0, ...fines.flatMap((one) => (one.kind === kind ? [one.sum] : [])));
      facts[path] = fact(highest, 0.85);
    }
  // The kind of the first party says nothing of a fine that falls on one of another kind, or of a kind nobody knows.
  else if (first?.kind != null) facts['party.kind'] = fact(first.kind, OF_ANOTHER);
  return facts;
}

function kindOfParty(name: string, parties: readonly Party[]): PartyKind | null {
  const named = parties.find((party) => party.name === name);
  return named === undefined ? kindOf(name, []) : named.kind;
}
