import type { Finding } from '../evaluate/types.ts';
import type { Points } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import { answersOf } from './answer.ts';
import { type Cost, chargesOf, type Escalation } from './charge.ts';
import { scored } from './kinds.ts';
import { gathered } from './quota.ts';
import type { ItemResult, Mode, Ruling } from './results.ts';
import { outcomeOf, type Standings } from './standing.ts';
import type { Item, Section } from './types.ts';
import { holds, placeOfItem } from './when.ts';

/** One item worked out; points in hundredths. */
export interface Outcome {
  readonly item: Item;
  readonly section: Section;
  readonly state: ItemResult['state'];
  /** Points lost; for a bonus, given; for a veto, taken off the whole. */
  readonly deducted: Points;
  readonly atStake: Points;
  readonly charged: boolean;
  /** How many places were found, charged or not. */
  readonly places: number;
  /** Whether anything is left to judge. */
  readonly open: boolean;
  readonly costs: readonly Cost[];
  readonly unsure: readonly Finding[];
  /** Vetoes that a charge of this item brings in. */
  readonly escalated: readonly Escalation[];
  readonly zeroes: readonly string[];
  /** What it would take with it if what is open turned out badly. */
  readonly mayZero: readonly string[];
  readonly reasons: readonly string[];
}

/** What an item costs on this record: by the rules bound to it, by people's rulings, and what is still open. */
export function settleItem(
  section: Section,
  item: Item,
  record: CaseRecord,
  standings: Standings,
  rulings: readonly Ruling[],
): Outcome {
  const own = rulings.filter((ruling) => ruling.item === item.id && ruling.finding === undefined).at(-1);
  if (own?.verdict === 'not-applicable') return left(section, item, [`${own.by}：不涉及。${own.reason}`]);
  const place = placeOfItem(section, item, record, standings);
  if (place === 'out' || (place === 'there' && concernsNothing(item, standings))) return left(section, item, []);
  if (place === 'absent') return absent(section, item);
  const taken = [...chargesOf(item, record, standings, own), ...answersOf(item, own)];
  const sum = gathered(item, taken);
  const exempt = item.exemptWhen === null ? false : holds(item.exemptWhen, record, standings);
  const ceiling = item.full ?? item.most ?? Number.POSITIVE_INFINITY;
  const whole = item.allOrNothing && item.full !== null;
  const limited = Math.min(ceiling, whole && sum.lost > 0 ? ceiling : sum.lost);
  // An exemption nobody can tell yet: the deduction is not decided.
  const deducted = exempt === false ? limited : 0;
  const rest = ceiling - deducted;
  const openPoints = whole && sum.stake > 0 ? rest : sum.stake;
  const wanted = place === 'unknown' && item.full !== null ? rest : openPoints + (exempt === null ? limited : 0);
  const struck = exempt === false && sum.costs.length > 0;
  const charged = deducted > 0 || (struck && (item.kind === 'veto' || item.kind === 'record'));
  const open = taken.some((one) => one.pending) || place === 'unknown' || exempt === null;
  const hanging = exempt === true ? 0 : Math.min(rest, wanted);
  return {
    ...left(section, item, []),
    deducted,
    charged,
    places: exempt === false ? taken.reduce((places, one) => places + one.places, 0) : 0,
    open,
    atStake: item.kind === 'veto' || item.kind === 'record' ? 0 : hanging,
    costs: exempt === false ? dealt(sum.costs, deducted, item) : [],
    unsure: taken.flatMap((one) => one.open),
    escalated: exempt === true ? [] : taken.flatMap((one) => one.escalated),
    zeroes: [...(charged ? item.zeroes : []), ...(exempt === false ? taken.flatMap((one) => one.zeroes) : [])],
    mayZero: hanging > 0 ? [...item.zeroes, ...taken.flatMap((one) => one.mayZero)] : [],
    state: stateOf(item, charged, open),
    reasons: [
      ...taken.flatMap((one) => one.reasons),
      ...(place === 'unknown' ? ['有未能读取的页或者未能识别的文书，不能断定该文书是否在卷、是否涉及本项'] : []),
    ],
  };
}

/** An item that takes no part. */
function left(section: Section, item: Item, reasons: readonly string[]): Outcome {
  return {
    item,
    section,
    state: 'not-applicable',
    deducted: 0,
    atStake: 0,
    charged: false,
    places: 0,
    open: false,
    costs: [],
    unsure: [],
    escalated: [],
    zeroes: [],
    mayZero: [],
    reasons,
  };
}

/** An item whose paper should be there and is not: no points, and it stays in the denominator. */
function absent(section: Section, item: Item): Outcome {
  const own = item.full ?? item.most ?? (item.documents.length === 0 ? poolOf(section) : 0);
  const full = scored(item.kind) ? own : 0;
  return {
    ...left(section, item, [`应有而未见：${item.documents.length > 0 ? item.title : section.title}，不得分`]),
    state: full > 0 ? 'deducted' : item.kind === 'record' ? 'recorded' : 'not-applicable',
    deducted: full,
    charged: full > 0,
    places: 1,
    costs: [{ finding: null, points: full }],
    zeroes: full > 0 ? item.zeroes : [],
  };
}

/** Points of a section that belong to no item alone. */
export function poolOf(section: Section): Points {
  const priced = section.items.reduce((sum, item) => sum + (scored(item.kind) ? (item.full ?? 0) : 0), 0);
  return section.full === null ? 0 : section.full - priced;
}

/** Whether every rule bound to an item leaves the case aside and nothing is asked of a person. */
function concernsNothing(item: Item, standings: Standings): boolean {
  if (item.question !== null || item.charges.length === 0) return false;
  return item.charges.every((charge) => charge.rules.every((rule) => outcomeOf(rule, standings) === 'not-applicable'));
}

function stateOf(item: Item, charged: boolean, pending: boolean): ItemResult['state'] {
  if (item.kind === 'record') return pending ? 'pending' : 'recorded';
  // What others came to is counted last.
  if (item.kind === 'bonus' && item.tally !== null) return 'recorded';
  if (item.kind === 'bonus') return pending ? 'pending' : charged ? 'full' : 'not-applicable';
  if (charged) return item.kind === 'veto' ? 'veto' : 'deducted';
  return pending ? 'pending' : 'full';
}

/** Deals what an item loses out to its causes in their order; all of it when one cause takes everything. */
function dealt(costs: readonly Cost[], limit: Points, item: Item): readonly Cost[] {
  let rest = limit;
  const named = costs.map((cost) => {
    const points = Math.min(cost.points, rest);
    rest -= points;
    return { ...cost, points };
  });
  const last = named.findLastIndex((cost) => cost.points > 0);
  if (item.kind === 'veto' || rest === 0 || last < 0) return named;
  return named.map((cost, index) => (index === last ? { ...cost, points: cost.points + rest } : cost));
}

/** Automatic, assisted or by hand: whether rules, rules and a person, or only a person decide the item. */
export function modeOf(item: Item): Mode {
  if (item.question === null) return 'automatic';
  return item.charges.some((charge) => charge.rules.length > 0) ? 'assisted' : 'by-hand';
}
