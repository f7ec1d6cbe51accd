import type { Points } from '../kernel/points.ts';
import type { Cost } from './charge.ts';
import type { Ruling } from './results.ts';
import { decimalPoints } from './standing.ts';
import type { Item, Question } from './types.ts';

export interface Answered {
  readonly costs: readonly Cost[];
  readonly open: boolean;
  readonly stake: Points;
  readonly escalated: readonly { readonly to: string; readonly finding: null; readonly reason: string }[];
  readonly reasons: readonly string[];
}

/** What a person answered on an item. */
export function answerOf(item: Item, own: Ruling | undefined): Answered {
  const { question } = item;
  const open = question !== null && own === undefined;
  if (own === undefined)
    return { costs: [], open, stake: open ? (question?.stake ?? 0) : 0, escalated: [], reasons: [] };
  const points = own.verdict === 'deduct' ? pointsOf(item, question, own) : 0;
  const answer = question?.answers.find((one) => own.verdict === 'deduct' && one.points === points);
  return {
    costs: points > 0 || (own.verdict === 'deduct' && item.kind === 'veto') ? [{ finding: null, points }] : [],
    open: false,
    stake: 0,
    escalated:
      answer?.escalateTo == null
        ? []
        : [{ to: answer.escalateTo, finding: null, reason: `${answer.label}：${own.reason}` }],
    reasons: [`${own.by}：${own.reason}`],
  };
}

function pointsOf(item: Item, question: Question | null, own: Ruling): Points {
  const given = decimalPoints(own.points);
  if (given !== null) return given;
  if (item.effect?.is === 'points') return item.effect.points;
  return question?.per ?? item.full ?? 0;
}

/** What is wrong with a person's points for an item, in Chinese; null when they are what the sheet permits. For checking before storing. */
export function rulingProblem(item: Item, ruling: Ruling): string | null {
  if (ruling.verdict !== 'deduct' || ruling.points === undefined) return null;
  const points = decimalPoints(ruling.points);
  if (points === null || points / 100 !== ruling.points) return '分值应是不小于 0、至多两位小数的数';
  const bounds = item.full === null ? item.question?.range : null;
  if (item.full !== null && points > item.full) return `至多 ${item.full / 100} 分`;
  if (ruling.finding !== undefined || item.question === null) return null;
  const { answers, range, per, unit } = item.question;
  const limits = range ?? bounds ?? null;
  if (limits !== null && points > 0 && (points < limits[0] || points > limits[1]))
    return `应在 ${limits[0] / 100} 分到 ${limits[1] / 100} 分之间`;
  if (per !== null && points % per !== 0) return `应是 ${per / 100} 分的整倍数`;
  if (answers.length > 0 && unit === 'once' && points > 0 && !answers.some((answer) => answer.points === points))
    return `应是 ${answers.map((answer) => answer.points / 100).join('、')} 分之一`;
  return null;
}
