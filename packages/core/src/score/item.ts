import type { Finding } from '../evaluate/types.ts';
import type { Points } from '../kernel/points.ts';
import { toPoints } from '../kernel/points.ts';
import { hasDocument } from '../record/papers.ts';
import type { CaseRecord } from '../record/types.ts';
import type { Charge, Item, ItemResult, Mode, Ruling, Section } from './types.ts';

/** One item worked out; points in hundredths. */
export interface Outcome {
  readonly item: Item;
  readonly section: Section;
  readonly state: ItemResult['state'];
  readonly deducted: Points;
  readonly atStake: Points;
  readonly costs: readonly { readonly finding: Finding | null; readonly points: Points }[];
  readonly open: readonly Finding[];
  readonly reasons: readonly string[];
}

type Findings = ReadonlyMap<string, readonly Finding[]>;

/** What an item costs on this record: by the rules bound to it, by people's rulings, and what is still open. */
export function settleItem(
  section: Section,
  item: Item,
  record: CaseRecord,
  findings: Findings,
  rulings: readonly Ruling[],
): Outcome {
  const own = rulings.filter((ruling) => ruling.item === item.id && ruling.finding === undefined).at(-1);
  const none = { item, section, deducted: 0, atStake: 0, costs: [], open: [] };
  if (own?.verdict === 'not-applicable')
    return { ...none, state: 'not-applicable', reasons: [`${own.by}：不涉及。${own.reason}`] };
  const present = presence(section, item, record);
  if (present === 'out') return { ...none, state: 'not-applicable', reasons: [] };
  const full = item.full ?? 0;
  if (present === 'absent') {
    return {
      ...none,
      state: 'deducted',
      deducted: full,
      costs: [{ finding: null, points: full }],
      reasons: [`卷内未见${section.title}，该文书不得分`],
    };
  }
  const bound = charged(item.charges, findings, rulings);
  const question = answered(item, own);
  const costs = [...bound.costs, ...question.costs];
  const raw = costs.reduce((sum, cost) => sum + cost.points, 0);
  const limited = item.kind === 'deduct' ? (item.allOrNothing && raw > 0 ? full : Math.min(full, raw)) : raw;
  const rest = item.kind === 'deduct' ? Math.max(0, full - limited) : 0;
  const unknownPaper = present === 'unknown' ? rest : 0;
  const atStake = Math.min(
    rest,
    Math.max(unknownPaper, item.allOrNothing && bound.stake > 0 ? rest : bound.stake + question.stake),
  );
  const pending = bound.open.length > 0 || question.open || present === 'unknown';
  return {
    item,
    section,
    deducted: limited,
    atStake,
    costs: item.kind === 'deduct' ? shared(costs, limited) : costs,
    open: bound.open,
    state: stateOf(item, limited, pending),
    reasons: [
      ...bound.costs.map((cost) => cost.finding?.message ?? ''),
      ...bound.open.map((finding) => `待核：${finding.message}`),
      ...question.reasons,
      ...(present === 'unknown' ? ['有未能读取的页或者未能识别的文书，不能断定该文书是否在卷'] : []),
    ].filter((reason) => reason !== ''),
  };
}

function stateOf(item: Item, deducted: Points, pending: boolean): ItemResult['state'] {
  if (item.kind === 'record') return pending ? 'pending' : 'recorded';
  if (deducted > 0) return item.kind === 'veto' ? 'veto' : 'deducted';
  return pending ? 'pending' : 'full';
}

/** Whether the paper the item is about is there. */
function presence(section: Section, item: Item, record: CaseRecord): 'there' | 'absent' | 'out' | 'unknown' {
  for (const [kinds, missing] of [
    [section.documents, section.ifMissing],
    [item.documents, 'exclude'],
  ] as const) {
    if (kinds.length === 0) continue;
    const found = hasDocument(record, kinds);
    if (found === null) return 'unknown';
    if (!found) return missing === 'zero' ? 'absent' : 'out';
  }
  return 'there';
}

interface Bound {
  readonly costs: { readonly finding: Finding; readonly points: Points }[];
  readonly open: Finding[];
  readonly stake: Points;
}

function charged(charges: readonly Charge[], findings: Findings, rulings: readonly Ruling[]): Bound {
  const costs: Bound['costs'] = [];
  const open: Finding[] = [];
  let stake = 0;
  for (const charge of charges) {
    const about = charge.rules.flatMap((rule) => findings.get(rule) ?? []);
    const standing = about.filter((finding) => !dropped(finding, rulings));
    const failed = standing.filter((finding) => finding.outcome === 'fail');
    const unknown = standing.filter((finding) => finding.outcome === 'cannot-tell' || finding.outcome === 'error');
    const most = charge.most ?? Number.POSITIVE_INFINITY;
    let taken = 0;
    for (const finding of failed) {
      const points = charge.unit === 'once' && taken > 0 ? 0 : Math.min(charge.points, most - taken);
      taken += points;
      costs.push({ finding, points });
    }
    open.push(...unknown);
    if (unknown.length > 0 && !(charge.unit === 'once' && taken > 0)) {
      stake += Math.min(charge.points * (charge.unit === 'once' ? 1 : unknown.length), most - taken);
    }
  }
  return { costs, open, stake };
}

/** A finding that a person has set aside, or answered where the machine could not tell. */
function dropped(finding: Finding, rulings: readonly Ruling[]): boolean {
  const last = rulings.filter((ruling) => ruling.finding === finding.key).at(-1);
  if (last === undefined) return false;
  return last.verdict !== 'upheld' || finding.outcome !== 'fail';
}

function answered(item: Item, own: Ruling | undefined) {
  const costs: { finding: null; points: Points }[] = [];
  if (own?.verdict === 'deduct') {
    const points = toPoints(own.points ?? 0) ?? Math.round((own.points ?? 0) * 100);
    if (points > 0) costs.push({ finding: null, points });
  }
  const open = item.question !== null && own === undefined;
  return {
    costs,
    open,
    stake: open ? (item.question?.stake ?? 0) : 0,
    reasons: own === undefined ? [] : [`${own.by}：${own.reason}`],
  };
}

/** Deals what an item may lose out to its causes in their order. */
function shared(costs: Outcome['costs'], limit: Points): Outcome['costs'] {
  let left = limit;
  return costs.map((cost, index) => {
    const points = index === costs.length - 1 ? left : Math.min(cost.points, left);
    left -= points;
    return { ...cost, points };
  });
}

/** Automatic, assisted or by hand: whether rules, rules and a person, or only a person decide the item. */
export function modeOf(item: Item): Mode {
  const rules = item.charges.some((charge) => charge.rules.length > 0);
  if (item.question === null) return 'automatic';
  return rules ? 'assisted' : 'by-hand';
}
