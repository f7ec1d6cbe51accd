import type { Author, Path } from './author.ts';
import type { RawCharge, RawCharged, RawItem, RawPart, RawPresence, RawQuestion } from './raw.ts';
import type { Charge, Effect, Item, Presence, Question } from './types.ts';

/** When a section or an item takes part, as its file says. */
export function readPresence(raw: RawPresence, path: Path, author: Author): Presence {
  return {
    documents: author.kinds(raw.documents, [...path, 'documents']),
    ifMissing: raw['if-missing'] ?? 'exclude',
    requiredWhen: author.when(raw['required-when'], [...path, 'required-when']),
    appliesWhen: author.when(raw['applies-when'], [...path, 'applies-when']),
  };
}

/** One item of a sheet. */
export function readItem(raw: RawItem, path: Path, author: Author): Item {
  const kind = raw.kind ?? 'deduct';
  const full = author.optional(raw.full, [...path, 'full']);
  const effect = kind === 'veto' ? readEffect(raw, path, author) : null;
  const whole = kind === 'record' ? 0 : effect?.is === 'points' ? effect.points : effect === null ? full : 0;
  const parts = (raw.parts ?? []).map((part, index) => ({
    title: part.title,
    full: author.points(part.full, [...path, 'parts', index, 'full']),
    allOrNothing: part['all-or-nothing'] ?? false,
  }));
  const charges = [
    ...readCharges(raw, path, author, whole, null),
    ...(raw.parts ?? []).flatMap((part: RawPart, index) =>
      readCharges(part, [...path, 'parts', index], author, parts[index]?.full ?? 0, index),
    ),
  ];
  const item: Item = {
    id: String(raw.id),
    title: raw.title,
    kind,
    full,
    effect,
    parts,
    charges,
    question: readQuestion(raw, path, author, full),
    allOrNothing: raw['all-or-nothing'] ?? false,
    together: raw.together ?? (kind === 'veto' ? 'worst' : 'sum'),
    exemptWhen: author.when(raw['exempt-when'], [...path, 'exempt-when']),
    zeroes: (raw.zeroes ?? []).map(String),
    ...readPresence(raw, path, author),
  };
  checkItem(item, raw, path, author);
  return item;
}

function checkItem(item: Item, raw: RawItem, path: Path, author: Author): void {
  const { id, kind, full, parts } = item;
  const paperOnly = item.documents.length > 0 && item.ifMissing !== 'exclude';
  if (item.charges.length === 0 && item.question === null && !paperOnly && item.requiredWhen === null)
    author.problem(path, `项目 ${id} 既没有绑定规则也没有交由人工判断的问题`);
  if ((kind === 'award' || kind === 'bonus') && full === null) author.problem(path, `项目 ${id} 缺少分值（full）`);
  if (kind !== 'veto' && (raw.points !== undefined || raw.effect !== undefined || raw['cap-grade'] !== undefined))
    author.problem(path, `项目 ${id} 不是否决项（kind: veto），不能写 points、effect 或 cap-grade`);
  if (parts.length > 0) {
    const sum = parts.reduce((total, part) => total + part.full, 0);
    if (full !== null && sum !== full)
      author.problem([...path, 'parts'], `项目 ${id} 各分项合计 ${sum / 100} 分，与所写 ${full / 100} 分不符`);
  }
}

function readEffect(raw: RawItem, path: Path, author: Author): Effect | null {
  const stated = [raw.points, raw.effect, raw['cap-grade']].filter((one) => one !== undefined);
  if (stated.length !== 1) {
    author.problem(path, `否决项 ${raw.id} 应写明 points、effect、cap-grade 之一`);
    return null;
  }
  if (raw.points !== undefined) return { is: 'points', points: author.share(raw.points, [...path, 'points']) };
  if (raw['cap-grade'] !== undefined) return { is: 'cap', grade: raw['cap-grade'] };
  return raw.effect === 'unscored' ? { is: 'unscored', grade: raw.grade ?? null } : { is: 'zero' };
}

/** Charges as written, or the one charge written in short; `whole` is what a charge without points takes. */
function readCharges(
  raw: RawCharged,
  path: Path,
  author: Author,
  whole: number | null,
  part: number | null,
): readonly Charge[] {
  const short: RawCharge[] =
    raw.rules === undefined
      ? []
      : [
          {
            rules: raw.rules,
            ...(raw.per === undefined ? {} : { points: raw.per }),
            unit: raw.unit ?? (raw.per === undefined ? 'once' : 'per-rule'),
            ...(raw.max === undefined ? {} : { most: raw.max }),
          },
        ];
  if (short.length > 0 && raw.charges !== undefined) author.problem(path, 'charges 与 rules 只写其中之一');
  const listed = raw.charges ?? [];
  const read = (charge: RawCharge, place: Path, pointsAt: Path): Charge => {
    if (charge.points !== undefined && charge.range !== undefined)
      author.problem(place, 'points 与 range 只写其中之一');
    const [least, most] = (charge.range ?? []).map((decimal, index) =>
      author.points(decimal, [...place, 'range', index]),
    );
    if (least !== undefined && most !== undefined && least > most)
      author.problem([...place, 'range'], '区间的下限大于上限');
    const own = charge.points === undefined ? (least ?? whole) : author.share(charge.points, pointsAt);
    if (own === null) author.problem(place, '没有写明扣多少分（points 或 full）');
    return {
      rules: author.rules(charge.rules, [...place, 'rules']),
      points: own ?? 0,
      upTo: most ?? null,
      unit: charge.unit ?? 'once',
      most: author.optional(charge.most, [...place, 'most']),
      part,
      exemptWhen: author.when(charge['exempt-when'], [...place, 'exempt-when']),
      escalateTo: charge['escalate-to'] === undefined ? null : String(charge['escalate-to']),
      zeroes: (charge.zeroes ?? []).map(String),
    };
  };
  return [
    ...short.map((charge) => read(charge, path, [...path, 'per'])),
    ...listed.map((charge, index) => read(charge, [...path, 'charges', index], [...path, 'charges', index, 'points'])),
  ];
}

function readQuestion(raw: RawItem, path: Path, author: Author, full: number | null): Question | null {
  if (raw.question === undefined) return null;
  const place = [...path, 'question'];
  const asked: RawQuestion = typeof raw.question === 'string' ? { ask: raw.question } : raw.question;
  const answers = (asked.answers ?? []).map((answer, index) => ({
    label: answer.label,
    points: author.share(answer.points, [...place, 'answers', index, 'points']),
    escalateTo: answer['escalate-to'] === undefined ? null : String(answer['escalate-to']),
  }));
  const range = asked.range?.map((decimal, index) => author.points(decimal, [...place, 'range', index]));
  const [least, most] = range ?? [];
  if (least !== undefined && most !== undefined && least > most)
    author.problem([...place, 'range'], '区间的下限大于上限');
  if (full !== null) {
    const beyond = Math.max(most ?? 0, ...answers.map((answer) => answer.points));
    if (beyond > full) author.problem(place, `可扣 ${beyond / 100} 分，超过本项的 ${full / 100} 分`);
  }
  const noStake = raw.kind === 'veto' || raw.kind === 'record' || (full === null && asked.stake === undefined);
  const usual =
    range !== undefined ? (most ?? 0) : answers.length > 0 ? Math.max(...answers.map((a) => a.points)) : full;
  return {
    ask: asked.ask,
    look: author.kinds(asked.look, [...place, 'look']),
    stake: noStake ? 0 : asked.stake === undefined ? (usual ?? 0) : author.points(asked.stake, [...place, 'stake']),
    answers,
    range: least === undefined || most === undefined ? null : [least, most],
    unit: asked.unit ?? 'once',
    per: asked.per === undefined ? null : author.share(asked.per, [...place, 'per']),
  };
}
