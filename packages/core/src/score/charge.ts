import type { Finding } from '../evaluate/types.ts';
import type { Points } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import { counted } from './count.ts';
import { priceOf } from './price.ts';
import type { Ruling } from './results.ts';
import { pointsGiven, type Standing, type Standings } from './standing.ts';
import type { Charge, Item } from './types.ts';
import { holds } from './when.ts';

export interface Cost {
  readonly finding: Finding | null;
  readonly points: Points;
}

/** Vetoes that a charge brings in, with what is behind it. */
export interface Escalation {
  readonly to: string;
  readonly finding: Finding | null;
  readonly reason: string;
}

/** What one circumstance of an item came to, by rules or by a person's word. */
export interface Taken {
  /** Place in `Item.parts`; null: the item itself. */
  readonly part: number | null;
  readonly costs: readonly Cost[];
  readonly taken: Points;
  /** Points that rest on what is still open. */
  readonly stake: Points;
  readonly open: readonly Finding[];
  readonly pending: boolean;
  /** How many places were found. */
  readonly places: number;
  readonly escalated: readonly Escalation[];
  readonly zeroes: readonly string[];
  /** What would be zeroed if what is open turned out badly. */
  readonly mayZero: readonly string[];
  readonly reasons: readonly string[];
}

/** What each charge of an item takes; `own` is the ruling on the item as a whole. */
export function chargesOf(
  item: Item,
  record: CaseRecord,
  standings: Standings,
  own: Ruling | undefined,
): readonly Taken[] {
  if (own?.verdict === 'overruled') return [];
  const answered = own?.verdict === 'deduct' || own?.verdict === 'no-deduction';
  return item.charges.map((charge) => {
    const taken = take(item, charge, record, standings);
    return answered ? settled(taken) : taken;
  });
}

/** A person has spoken on the item: what the machine could not tell no longer hangs. */
function settled(taken: Taken): Taken {
  const reasons = taken.reasons.filter((reason) => !reason.startsWith('待核：'));
  return { ...taken, stake: 0, open: [], pending: false, mayZero: [], reasons };
}

function take(item: Item, charge: Charge, record: CaseRecord, standings: Standings): Taken {
  const applies = charge.when === null ? true : holds(charge.when, record, standings);
  const exempt = charge.exemptWhen === null ? false : holds(charge.exemptWhen, record, standings);
  if (exempt === true || applies === false) return nothing(charge.part);
  const sure = exempt === false && applies === true;
  const about = charge.rules.flatMap((rule) => standings.get(rule) ?? []);
  const unasked = charge.rules.filter((rule) => !standings.has(rule));
  const striking = about.filter((one) => strikes(item, one));
  const unknown = [
    ...about.filter((one) => one.outcome === 'cannot-tell' || one.outcome === 'error'),
    ...(sure ? [] : striking),
  ];
  const failed = sure ? striking : [];
  const priced = price(item, charge, failed);
  const most = charge.most ?? Number.POSITIVE_INFINITY;
  const opened = openCount(charge, failed, unknown, unasked);
  const each = Math.max(charge.upTo ?? 0, charge.tiers.at(-1)?.points ?? charge.points);
  const open = [...unknown, ...priced.unpriced].map((one) => one.finding);
  const stake = Math.min(most - priced.taken, priced.unfixed + each * opened);
  return {
    part: charge.part,
    costs: priced.costs,
    taken: priced.taken,
    stake,
    open,
    pending: open.length + unasked.length > 0,
    places: priced.places,
    escalated:
      charge.escalateTo === null || priced.places < charge.escalateFrom
        ? []
        : priced.struck.map(({ finding }) => ({ to: charge.escalateTo ?? '', finding, reason: finding.message })),
    zeroes: priced.struck.length > 0 ? charge.zeroes : [],
    mayZero: stake > 0 ? charge.zeroes : [],
    reasons: [
      ...priced.struck.map(reasonOf),
      ...open.map((finding) => `待核：${finding.message}`),
      ...unasked.map((rule) => `待核：规则 ${rule} 没有检查`),
    ],
  };
}

export function nothing(part: number | null): Taken {
  return {
    part,
    costs: [],
    taken: 0,
    stake: 0,
    open: [],
    pending: false,
    places: 0,
    escalated: [],
    zeroes: [],
    mayZero: [],
    reasons: [],
  };
}

interface Priced {
  readonly costs: readonly Cost[];
  readonly taken: Points;
  /** Points between what is sure and what a person may yet fix. */
  readonly unfixed: Points;
  readonly places: number;
  readonly struck: readonly Standing[];
  /** What a person has yet to price. */
  readonly unpriced: readonly Standing[];
}

/** Prices what failed, in its order; a price that depends on how many there are is dealt out as the count grows. */
function price(item: Item, charge: Charge, failed: readonly Standing[]): Priced {
  const counts = counted(
    charge.unit,
    failed.map((one) => one.finding),
  );
  const costs: Cost[] = [];
  const struck: Standing[] = [];
  const unpriced: Standing[] = [];
  let places = 0;
  let taken = 0;
  let unfixed = 0;
  failed.forEach((standing, index) => {
    const count = counts[index] ?? 0;
    const given = pointsGiven(standing, item.id);
    const before = priceOf(charge, places);
    places += count;
    const asked = given ?? priceOf(charge, places) - before;
    const points = Math.max(0, Math.min(asked, (charge.most ?? Number.POSITIVE_INFINITY) - taken));
    taken += points;
    if (given === null && charge.upTo !== null) {
      unfixed += (charge.upTo - charge.points) * count;
      unpriced.push(standing);
      // What a person has yet to price is open, not charged: a veto is not struck for nothing.
      if (points === 0) return;
    }
    struck.push(standing);
    costs.push({ finding: standing.finding, points });
  });
  return { costs, taken, unfixed, places, struck, unpriced };
}

/** Whether a finding moves the points: what fails, or for a bonus what passes. */
function strikes(item: Item, { outcome }: Standing): boolean {
  return outcome === (item.kind === 'bonus' ? 'pass' : 'fail');
}

function openCount(
  charge: Charge,
  failed: readonly Standing[],
  unknown: readonly Standing[],
  unasked: readonly string[],
): number {
  const single = charge.unit === 'once' || charge.tiers.length > 0;
  if (single) return failed.length > 0 || unknown.length + unasked.length === 0 ? 0 : 1;
  if (charge.unit !== 'per-rule') return unknown.length + unasked.length;
  const sure = new Set(failed.map((one) => one.finding.rule));
  return new Set([...unknown.map((one) => one.finding.rule), ...unasked].filter((rule) => !sure.has(rule))).size;
}

function reasonOf({ finding, ruling }: Standing): string {
  return ruling?.verdict === 'deduct' ? `${finding.message}（${ruling.by}：${ruling.reason}）` : finding.message;
}
