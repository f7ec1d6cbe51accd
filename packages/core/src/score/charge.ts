import type { Finding, TraceNode } from '../evaluate/types.ts';
import type { Points } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import type { Ruling } from './results.ts';
import { pointsGiven, type Standing, type Standings } from './standing.ts';
import type { Charge, Item } from './types.ts';
import { holds } from './when.ts';

export interface Cost {
  readonly finding: Finding | null;
  readonly points: Points;
}

/** What the rules bound to an item cost it. */
export interface Bound {
  readonly costs: readonly Cost[];
  /** Sum of the costs within parts and bounds of charges, not yet within the item. */
  readonly lost: Points;
  readonly stake: Points;
  readonly open: readonly Finding[];
  /** Whether anything is left to judge: findings that cannot tell, rules that were not asked. */
  readonly pending: boolean;
  readonly escalated: readonly { readonly to: string; readonly finding: Finding; readonly reason: string }[];
  readonly zeroes: readonly string[];
  readonly reasons: readonly string[];
}

interface Taken {
  readonly charge: Charge;
  readonly costs: Cost[];
  readonly open: Finding[];
  readonly taken: Points;
  readonly stake: Points;
  readonly failed: readonly Standing[];
  readonly unasked: readonly string[];
}

/** Works the charges of an item out, part by part; `own` is the ruling on the item as a whole. */
export function chargeItem(item: Item, record: CaseRecord, standings: Standings, own: Ruling | undefined): Bound {
  if (own?.verdict === 'overruled')
    return { costs: [], lost: 0, stake: 0, open: [], pending: false, escalated: [], zeroes: [], reasons: [] };
  const answered = own?.verdict === 'deduct' || own?.verdict === 'no-deduction';
  const taken = item.charges.map((charge) => take(item, charge, record, standings));
  const groups = [null, ...item.parts.keys()].map((part) => group(item, part, taken));
  const worst = item.together === 'worst';
  const lost = worst ? Math.max(0, ...taken.map((one) => one.taken)) : groups.reduce((sum, one) => sum + one.lost, 0);
  return {
    costs: worst ? worstFirst(taken) : groups.flatMap((one) => one.costs),
    lost,
    stake: answered ? 0 : groups.reduce((sum, one) => sum + one.stake, 0),
    open: answered ? [] : taken.flatMap((one) => one.open),
    pending: !answered && taken.some((one) => one.open.length + one.unasked.length > 0),
    escalated: taken.flatMap(({ charge, failed }) =>
      charge.escalateTo === null
        ? []
        : failed.map(({ finding }) => ({ to: charge.escalateTo ?? '', finding, reason: finding.message })),
    ),
    zeroes: taken.flatMap((one) => (one.failed.length > 0 ? one.charge.zeroes : [])),
    reasons: [
      ...taken.flatMap((one) => one.failed.map(reasonOf)),
      ...(answered ? [] : taken.flatMap((one) => one.open.map((finding) => `待核：${finding.message}`))),
      ...(answered ? [] : taken.flatMap((one) => one.unasked.map((rule) => `待核：规则 ${rule} 没有检查`))),
    ],
  };
}

/** The charges of one part, or those of the item itself, within the part's points. */
function group(item: Item, part: number | null, all: readonly Taken[]) {
  const own = all.filter((one) => one.charge.part === part);
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

function worstFirst(taken: readonly Taken[]): readonly Cost[] {
  const most = Math.max(0, ...taken.map((one) => one.taken));
  const heaviest = taken.find((one) => one.taken === most);
  return taken.flatMap((one) => (one === heaviest ? one.costs : one.costs.map((cost) => ({ ...cost, points: 0 }))));
}

function take(item: Item, charge: Charge, record: CaseRecord, standings: Standings): Taken {
  const none = { charge, costs: [], open: [], taken: 0, stake: 0, failed: [], unasked: [] };
  const exempt = charge.exemptWhen === null ? false : holds(charge.exemptWhen, record, standings);
  if (exempt === true) return none;
  const about = charge.rules.flatMap((rule) => standings.get(rule) ?? []);
  const unasked = charge.rules.filter((rule) => !standings.has(rule));
  const striking = about.filter((one) => strikes(item, one));
  const failed = exempt === null ? [] : striking;
  const unknown = [
    ...about.filter((one) => one.outcome === 'cannot-tell' || one.outcome === 'error'),
    ...(exempt === null ? striking : []),
  ];
  const openings = openCount(charge, failed, unknown, unasked);
  const most = charge.most ?? Number.POSITIVE_INFINITY;
  const counts = counted(charge, failed);
  const costs: Cost[] = [];
  let taken = 0;
  let unfixed = 0;
  const struck: Standing[] = [];
  failed.forEach((standing, index) => {
    const given = pointsGiven(standing, item.id);
    const asked = given ?? charge.points * (counts[index] ?? 0);
    const points = Math.min(asked, most - taken);
    taken += points;
    if (given === null && charge.upTo !== null) {
      unfixed += (charge.upTo - charge.points) * (counts[index] ?? 0);
      unknown.push(standing);
    }
    // What a person has yet to price is open, not charged: a veto is not struck for nothing.
    if (charge.upTo !== null && given === null && points === 0) return;
    struck.push(standing);
    costs.push({ finding: standing.finding, points });
  });
  return {
    charge,
    costs,
    open: unknown.map((one) => one.finding),
    taken,
    stake: Math.min(most - taken, unfixed + (charge.upTo ?? charge.points) * openings),
    failed: struck,
    unasked,
  };
}

/** Whether a finding moves the points: what fails, or for awards what does not pass, or for a bonus what passes. */
function strikes(item: Item, { outcome }: Standing): boolean {
  if (item.kind === 'bonus') return outcome === 'pass';
  return outcome === 'fail' || (item.kind === 'award' && outcome === 'not-applicable');
}

function openCount(
  charge: Charge,
  failed: readonly Standing[],
  unknown: readonly Standing[],
  unasked: readonly string[],
): number {
  if (charge.unit === 'once') return failed.length > 0 || unknown.length + unasked.length === 0 ? 0 : 1;
  if (charge.unit !== 'per-rule') return unknown.length + unasked.length;
  const sure = new Set(failed.map((one) => one.finding.rule));
  return new Set([...unknown.map((one) => one.finding.rule), ...unasked].filter((rule) => !sure.has(rule))).size;
}

/** How many times the price each finding costs. */
function counted(charge: Charge, failed: readonly Standing[]): readonly number[] {
  const seen = new Set<string>();
  const fresh = (keys: readonly string[]): number => {
    const found = keys.filter((key) => !seen.has(key));
    for (const key of found) seen.add(key);
    return found.length;
  };
  return failed.map(({ finding }, index) => {
    switch (charge.unit) {
      case 'once':
        return index === 0 ? 1 : 0;
      case 'per-rule':
        return fresh([finding.rule]);
      case 'per-item':
      case 'per-person':
        return Math.max(1, missing(finding.trace));
      case 'per-page':
        return fresh(places(finding, (anchor) => `${anchor.file} ${anchor.page}`));
      case 'per-document':
        return fresh(places(finding, (anchor) => anchor.document));
      default:
        return charge.unit satisfies never;
    }
  });
}

/** Distinct places of a finding; the finding itself where it has none. */
function places(finding: Finding, of: (anchor: Finding['anchors'][number]) => string): readonly string[] {
  const named = [...new Set(finding.anchors.map(of))];
  return named.length > 0 ? named : [finding.key];
}

/** How many things the failing steps name as missing; 0 when they name none. */
function missing(node: TraceNode | null): number {
  if (node === null || node.result === true) return 0;
  const named = node.figures.missing;
  const own = typeof named === 'string' && named !== '' ? named.split('、').length : 0;
  return Math.max(own, ...node.children.map(missing));
}

function reasonOf({ finding, ruling }: Standing): string {
  return ruling?.verdict === 'deduct' ? `${finding.message}（${ruling.by}：${ruling.reason}）` : finding.message;
}
