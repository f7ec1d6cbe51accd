import type { Finding } from '../evaluate/types.ts';
import type { Points } from '../kernel/points.ts';
import type { CaseRecord } from '../record/types.ts';
import { answerOf } from './answer.ts';
import { type Cost, chargeItem } from './charge.ts';
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
  readonly costs: readonly Cost[];
  readonly open: readonly Finding[];
  /** Vetoes that a charge of this item brings in, with the findings behind it. */
  readonly escalated: readonly { readonly to: string; readonly finding: Finding | null; readonly reason: string }[];
  readonly zeroes: readonly string[];
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
  const none = {
    item,
    section,
    deducted: 0,
    atStake: 0,
    charged: false,
    costs: [],
    open: [],
    escalated: [],
    zeroes: [],
  } as const;
  if (own?.verdict === 'not-applicable')
    return { ...none, state: 'not-applicable', reasons: [`${own.by}：不涉及。${own.reason}`] };
  const place = placeOfItem(section, item, record, standings);
  if (place === 'out' || (place === 'there' && concernsNothing(item, standings)))
    return { ...none, state: 'not-applicable', reasons: [] };
  if (place === 'absent') return absent(none, section, item);
  const bound = chargeItem(item, record, standings, own);
  const answer = answerOf(item, own);
  const exempt = item.exemptWhen === null ? false : holds(item.exemptWhen, record, standings);
  const costs = exempt === true ? [] : [...bound.costs, ...answer.costs];
  const lost = exempt === true ? 0 : together(item, bound.lost, answer.costs);
  const ceiling = item.full ?? Number.POSITIVE_INFINITY;
  const limited = Math.min(ceiling, item.allOrNothing && lost > 0 && item.full !== null ? item.full : lost);
  // An exemption nobody can tell yet: the deduction is not decided.
  const deducted = exempt === null ? 0 : limited;
  const rest = item.full === null ? Number.POSITIVE_INFINITY : item.full - deducted;
  const openPoints = item.allOrNothing && bound.stake > 0 && item.full !== null ? rest : bound.stake + answer.stake;
  const wanted = place === 'unknown' && item.full !== null ? rest : openPoints + (exempt === null ? limited : 0);
  const pending = bound.pending || answer.open || place === 'unknown' || exempt === null;
  const charged = deducted > 0 || (item.kind === 'veto' && costs.length > 0 && exempt === false);
  return {
    item,
    section,
    deducted,
    charged,
    atStake: item.kind === 'veto' || item.kind === 'record' ? 0 : Math.min(rest, wanted),
    costs: exempt === null ? [] : dealt(costs, deducted, item),
    open: bound.open,
    escalated: exempt === true ? [] : [...bound.escalated, ...answer.escalated],
    zeroes:
      charged || bound.zeroes.length > 0
        ? [...(charged ? item.zeroes : []), ...(exempt === false ? bound.zeroes : [])]
        : [],
    state: stateOf(item, charged, pending),
    reasons: [
      ...bound.reasons,
      ...answer.reasons,
      ...(place === 'unknown' ? ['有未能读取的页或者未能识别的文书，不能断定该文书是否在卷、是否涉及本项'] : []),
    ],
  };
}

function absent(none: Omit<Outcome, 'state' | 'reasons'>, section: Section, item: Item): Outcome {
  const full = item.kind === 'deduct' || item.kind === 'award' ? (item.full ?? 0) : 0;
  return {
    ...none,
    state: full > 0 ? 'deducted' : item.kind === 'record' ? 'recorded' : 'not-applicable',
    deducted: full,
    charged: full > 0,
    costs: [{ finding: null, points: full }],
    reasons: [`应有而未见：${item.documents.length > 0 ? item.title : section.title}，不得分`],
  };
}

/** Whether every rule bound to an item leaves the case aside and nothing is asked of a person. */
function concernsNothing(item: Item, standings: Standings): boolean {
  if (item.question !== null || item.charges.length === 0) return false;
  return item.charges.every((charge) => charge.rules.every((rule) => outcomeOf(rule, standings) === 'not-applicable'));
}

function together(item: Item, bound: Points, answered: readonly Cost[]): Points {
  const answer = answered.reduce((sum, cost) => sum + cost.points, 0);
  return item.together === 'worst' ? Math.max(bound, answer) : bound + answer;
}

function stateOf(item: Item, charged: boolean, pending: boolean): ItemResult['state'] {
  if (item.kind === 'record') return pending ? 'pending' : 'recorded';
  if (item.kind === 'bonus') return pending ? 'pending' : charged ? 'full' : 'not-applicable';
  if (charged) return item.kind === 'veto' ? 'veto' : 'deducted';
  return pending ? 'pending' : 'full';
}

/** Deals what an item loses out to its causes in their order; all of it when one cause takes everything. */
function dealt(costs: readonly Cost[], limit: Points, item: Item): readonly Cost[] {
  let left = limit;
  const named = costs.map((cost) => {
    const points = Math.min(cost.points, left);
    left -= points;
    return { ...cost, points };
  });
  const last = named.findLastIndex((cost) => cost.points > 0);
  if (item.kind === 'veto' || left === 0 || last < 0) return named;
  return named.map((cost, index) => (index === last ? { ...cost, points: cost.points + left } : cost));
}

/** Automatic, assisted or by hand: whether rules, rules and a person, or only a person decide the item. */
export function modeOf(item: Item): Mode {
  if (item.question === null) return 'automatic';
  return item.charges.some((charge) => charge.rules.length > 0) ? 'assisted' : 'by-hand';
}
