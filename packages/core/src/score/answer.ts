import type { Points } from '../kernel/points.ts';
import { type Escalation, nothing, type Taken } from './charge.ts';
import { priceOf } from './price.ts';
import type { Mark, Ruling } from './results.ts';
import { decimalPoints } from './standing.ts';
import type { Answer, Item, Question } from './types.ts';

/** What a person's word on an item costs, answer by answer; what nobody has answered hangs. */
export function answersOf(item: Item, own: Ruling | undefined): readonly Taken[] {
  const { question } = item;
  if (own === undefined) {
    if (question === null) return [];
    const mayZero = [...item.zeroes, ...question.answers.flatMap((answer) => answer.zeroes)];
    return [{ ...nothing(null), stake: question.stake, pending: true, mayZero: question.stake > 0 ? mayZero : [] }];
  }
  const reason = [`${own.by}：${own.reason}`];
  if (own.verdict !== 'deduct') return [{ ...nothing(null), reasons: reason }];
  // A veto strikes the whole file: without a written reason it is not yet given.
  if (item.kind === 'veto' && own.reason.trim() === '')
    return [{ ...nothing(null), pending: true, reasons: ['待核：认定否决须写明理由'] }];
  const marks = marksOf(own, question);
  if (marks.length > 0) return marks.map(([answer, mark]) => marked(item, answer, mark, own));
  const points = pointsOf(item, question, own);
  const places = Math.max(1, own.count ?? 1);
  return [{ ...nothing(null), ...charge(item, points), places, reasons: reason }];
}

function charge(item: Item, points: Points): Pick<Taken, 'costs' | 'taken'> {
  return { costs: points > 0 || item.kind === 'veto' ? [{ finding: null, points }] : [], taken: points };
}

/** The answers a person marked; points alone stand for the answer that costs as much. */
function marksOf(own: Ruling, question: Question | null): readonly (readonly [Answer, Mark])[] {
  const answers = question?.answers ?? [];
  if (own.marks !== undefined)
    return own.marks.flatMap((mark) => {
      const answer = answers.find((one) => one.label === mark.answer);
      return answer === undefined ? [] : [[answer, mark] as const];
    });
  const [only] = answers;
  if (own.count !== undefined && own.points === undefined && only !== undefined && answers.length === 1)
    return [[only, { answer: only.label, count: own.count }]];
  const points = decimalPoints(own.points);
  const alone = answers.find((one) => one.upTo === null && one.tiers.length === 0 && one.points === points);
  return points === null || alone === undefined ? [] : [[alone, { answer: alone.label }]];
}

function marked(item: Item, answer: Answer, mark: Mark, own: Ruling): Taken {
  const count = mark.count ?? 1;
  const given = decimalPoints(mark.points);
  const asked = answer.upTo !== null || mark.points !== undefined ? (given ?? answer.points) : priceOf(answer, count);
  const points = Math.min(asked, answer.most ?? Number.POSITIVE_INFINITY);
  const reason = `${answer.label}${count > 1 ? `（${count}）` : ''}。${own.by}：${own.reason}`;
  const escalated: Escalation[] =
    answer.escalateTo === null || count < answer.escalateFrom
      ? []
      : [{ to: answer.escalateTo, finding: null, reason: `${answer.label}：${own.reason}` }];
  return {
    ...nothing(answer.part),
    ...charge(item, points),
    places: count,
    escalated,
    zeroes: answer.zeroes,
    reasons: [reason],
  };
}

function pointsOf(item: Item, question: Question | null, own: Ruling): Points {
  const got = decimalPoints(own.got);
  if (got !== null && item.full !== null && item.kind !== 'bonus') return Math.max(0, item.full - got);
  const given = decimalPoints(own.points) ?? got;
  if (given !== null) return given;
  if (own.count !== undefined && question?.per != null) return question.per * own.count;
  if (item.effect?.is === 'points') return item.effect.points;
  return question?.per ?? item.full ?? item.most ?? 0;
}

/** What is wrong with a person's word on an item, in Chinese; null when it is what the sheet permits. For checking before storing. */
export function rulingProblem(item: Item, ruling: Ruling): string | null {
  if (ruling.verdict !== 'deduct') return null;
  if (item.kind === 'veto' && ruling.reason.trim() === '') return '认定否决须写明理由';
  if (ruling.count !== undefined && !(Number.isInteger(ruling.count) && ruling.count > 0))
    return '数量应是大于 0 的整数';
  if (ruling.marks !== undefined) return marksProblem(item, ruling.marks);
  const given = ruling.got ?? ruling.points;
  if (given === undefined) return null;
  const points = decimalPoints(given);
  if (points === null || points / 100 !== given) return '分值应是不小于 0、至多两位小数的数';
  if (item.full !== null && points > item.full) return `至多 ${item.full / 100} 分`;
  if (ruling.finding !== undefined || item.question === null || ruling.got !== undefined) return null;
  const { answers, range, per, unit, choose } = item.question;
  if (range !== null && points > 0 && (points < range[0] || points > range[1]))
    return `应在 ${range[0] / 100} 分到 ${range[1] / 100} 分之间`;
  if (per !== null && points % per !== 0 && points !== item.full) return `应是 ${per / 100} 分的整倍数`;
  const fixed = answers.length > 0 && unit === 'once' && choose === 'one';
  if (fixed && points > 0 && !answers.some((answer) => within(answer, points)))
    return `应是 ${answers.map((answer) => answer.points / 100).join('、')} 分之一`;
  return null;
}

function within(answer: Answer, points: Points): boolean {
  return answer.upTo === null ? answer.points === points : points >= answer.points && points <= answer.upTo;
}

function marksProblem(item: Item, marks: readonly Mark[]): string | null {
  const { question } = item;
  if (question === null || marks.length === 0) return '没有选定答案';
  if (question.choose === 'one' && marks.length > 1) return '只能选一个答案';
  for (const mark of marks) {
    const answer = question.answers.find((one) => one.label === mark.answer);
    if (answer === undefined) return `没有“${mark.answer}”这个答案`;
    if (mark.count !== undefined && !(Number.isInteger(mark.count) && mark.count > 0)) return '数量应是大于 0 的整数';
    if (mark.points === undefined) continue;
    const points = decimalPoints(mark.points);
    if (points === null || points / 100 !== mark.points) return '分值应是不小于 0、至多两位小数的数';
    if (!within(answer, points))
      return answer.upTo === null
        ? `“${answer.label}”应扣 ${answer.points / 100} 分`
        : `“${answer.label}”应在 ${answer.points / 100} 分到 ${answer.upTo / 100} 分之间`;
  }
  return null;
}
