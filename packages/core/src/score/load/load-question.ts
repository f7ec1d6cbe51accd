import type { Points } from '../../kernel/points.ts';
import type { Answer, Charge, CheckPoint, Part, Question } from '../types.ts';
import type { Author, Path } from './author.ts';
import { readPrice, readRange } from './load-price.ts';
import type { RawAnswer, RawCharged, RawItem, RawQuestion } from './raw.ts';

/** What is asked of a person about an item; null where rules decide all of it. */
export function readQuestion(
  raw: RawItem,
  path: Path,
  author: Author,
  item: {
    readonly full: Points | null;
    readonly most: Points | null;
    readonly parts: readonly Part[];
    readonly charges: readonly Charge[];
    readonly checks: readonly CheckPoint[];
    /** True: nothing else decides the item, so that it is asked in any case. */
    readonly needed: boolean;
  },
): Question | null {
  const nested = typeof raw.question === 'object';
  const place = nested ? [...path, 'question'] : path;
  const asked = written(raw);
  if ((raw.ask !== undefined || raw.answers !== undefined) && raw.question !== undefined)
    author.problem([...path, 'question'], 'question 与 ask、answers 只写其中之一');
  const open = item.parts.flatMap((part, index) =>
    item.charges.some((one) => one.part === index) ? [] : [{ part, index }],
  );
  const about = item.checks.map((check) => check.ask).filter((ask) => ask !== null);
  const says = asked.ask ?? (about.length > 0 ? about.join('') : null);
  if (says === null && asked.answers === undefined && open.length === 0 && !item.needed) return null;
  // By hand with a price that depends on how many there are: one circumstance, named after the item.
  const counted = raw.free !== undefined || raw.tiers !== undefined || raw.max !== undefined;
  const single = item.charges.length === 0 && counted && asked.answers === undefined && asked.range === undefined;
  const answers: readonly Answer[] = [
    ...(asked.answers ?? []).map((answer, index) =>
      readAnswer(answer, [...place, 'answers', index], author, item.full),
    ),
    ...(single ? [named(raw.title, raw, path, author, item.full, null)] : []),
    ...(asked.answers === undefined ? open : []).map(({ part, index }) =>
      named(part.title, raw.parts?.[index] ?? {}, [...path, 'parts', index], author, part.full, index),
    ),
  ];
  const range = readRange(asked.range, [...place, 'range'], author);
  const free = answers.length === 0 && range === null;
  const per = asked.per ?? (free ? raw.per : undefined);
  const several = answers.some((one) => one.unit !== 'once' || one.part !== null);
  const choose = asked.choose ?? (several ? 'several' : 'one');
  const question: Question = {
    ask: says ?? `“${raw.title}”是否符合要求？`,
    look: [...new Set([...author.kinds(asked.look, [...place, 'look']), ...item.checks.flatMap((one) => one.look)])],
    answers,
    choose,
    range,
    unit: asked.unit ?? (per !== undefined ? (raw.unit ?? 'per-item') : 'once'),
    per: per === undefined ? null : author.share(per, [...place, 'per']),
    stake: 0,
  };
  checkBounds(question, item.full, place, author);
  if (raw.kind === 'veto' || raw.kind === 'record') return question;
  const stake = asked.stake === undefined ? null : author.points(asked.stake, [...place, 'stake']);
  return { ...question, stake: stake ?? stakeOf(question, item.full ?? item.most) };
}

function written(raw: RawItem): Partial<RawQuestion> {
  if (typeof raw.question === 'object') return raw.question;
  const { look, answers, range, stake } = raw;
  const ask = raw.question ?? raw.ask;
  return {
    ...(ask === undefined ? {} : { ask }),
    ...(look === undefined ? {} : { look }),
    ...(answers === undefined ? {} : { answers }),
    ...(range === undefined ? {} : { range }),
    ...(stake === undefined ? {} : { stake }),
  };
}

/** What an item or a part costs by hand, as one answer. */
function named(
  label: string,
  { per, unit, max, free, tiers }: RawCharged,
  path: Path,
  author: Author,
  whole: Points | null,
  part: number | null,
): Answer {
  const price = {
    ...(per === undefined ? {} : { points: per }),
    unit: unit ?? (per === undefined && tiers === undefined ? 'once' : 'per-item'),
    ...(max === undefined ? {} : { most: max }),
    ...(free === undefined ? {} : { free }),
    ...(tiers === undefined ? {} : { tiers }),
  } as const;
  return { label, ...readPrice(price, path, author, whole, part) };
}

function readAnswer(raw: RawAnswer, path: Path, author: Author, full: Points | null): Answer {
  if (raw.gets === undefined) return { label: raw.label, ...readPrice(raw, path, author, full, null) };
  if (full === null) author.problem(path, '写 gets（得多少分）的项目须写明分值（full）');
  const gets = author.points(raw.gets, [...path, 'gets']);
  if (full !== null && gets > full)
    author.problem([...path, 'gets'], `得 ${gets / 100} 分，超过本项的 ${full / 100} 分`);
  const { gets: _gets, ...price } = raw;
  return {
    label: raw.label,
    ...readPrice({ ...price, points: ((full ?? gets) - gets) / 100 }, path, author, null, null),
  };
}

function checkBounds(question: Question, full: Points | null, path: Path, author: Author): void {
  if (full === null) return;
  const beyond = Math.max(question.range?.[1] ?? 0, ...question.answers.map((answer) => answer.upTo ?? answer.points));
  if (beyond > full) author.problem(path, `可扣 ${beyond / 100} 分，超过本项的 ${full / 100} 分`);
}

/** The most an unanswered question may cost: 0 where nothing bounds it. */
function stakeOf(question: Question, bound: Points | null): Points {
  const { answers, range, choose } = question;
  if (range !== null) return range[1];
  const within = bound ?? Number.POSITIVE_INFINITY;
  if (answers.length === 0) return bound ?? 0;
  const most = answers.map((one) =>
    one.unit === 'once' || one.tiers.length > 0
      ? Math.min(one.most ?? Number.POSITIVE_INFINITY, one.upTo ?? one.points)
      : (one.most ?? Number.POSITIVE_INFINITY),
  );
  const reached = choose === 'one' ? Math.max(...most) : most.reduce((sum, one) => sum + one, 0);
  const stake = Math.min(within, reached);
  return Number.isFinite(stake) ? stake : 0;
}
