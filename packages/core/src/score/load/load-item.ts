import type { Effect, Item, Presence, Tally } from '../types.ts';
import type { Author, Path } from './author.ts';
import { readCharges } from './load-price.ts';
import { readQuestion } from './load-question.ts';
import type { RawItem, RawPart, RawPresence } from './raw.ts';

/** When a section or an item takes part, as its file says. */
export function readPresence(raw: RawPresence, path: Path, author: Author): Presence {
  return {
    documents: author.kinds(raw.documents, [...path, 'documents']),
    ifMissing: raw['if-missing'] ?? 'exclude',
    requiredWhen: author.when(raw['required-when'], [...path, 'required-when']),
    appliesWhen: author.when(raw['applies-when'], [...path, 'applies-when']),
    equivalents:
      raw.equivalents === undefined
        ? null
        : {
            documents: author.kinds(raw.equivalents.documents, [...path, 'equivalents', 'documents']),
            when: author.when(raw.equivalents.when, [...path, 'equivalents', 'when']),
          },
  };
}

/** One item of a sheet. */
export function readItem(raw: RawItem, path: Path, author: Author): Item {
  const kind = raw.kind ?? 'deduct';
  const full = author.optional(raw.full, [...path, 'full']);
  const most = author.optional(raw.most, [...path, 'most']);
  const effect = kind === 'veto' ? readEffect(raw, path, author) : null;
  const whole = kind === 'record' ? 0 : effect?.is === 'points' ? effect.points : effect === null ? (full ?? most) : 0;
  const checks = author.checks(raw.check, [...path, 'check']);
  const parts = (raw.parts ?? []).map((part, index) => ({
    title: part.title,
    full: author.points(part.full, [...path, 'parts', index, 'full']),
    allOrNothing: part['all-or-nothing'] ?? false,
  }));
  const asked = raw.ask !== undefined || raw.question !== undefined || checks.some((one) => one.ask !== null);
  const charges = [
    ...readCharges(asked ? withoutRange(raw) : raw, path, author, whole, null),
    ...(raw.parts ?? []).flatMap((part: RawPart, index) =>
      readCharges(part, [...path, 'parts', index], author, parts[index]?.full ?? 0, index),
    ),
  ];
  const tally = readTally(raw);
  const presence = readPresence(raw, path, author);
  // The absence of a paper alone may be what the item is about.
  const paperOnly =
    presence.documents.length > 0 && (presence.ifMissing !== 'exclude' || presence.requiredWhen !== null);
  const all = [...checks, ...(raw.parts ?? []).flatMap((part) => author.checks(part.check, [...path, 'parts']))];
  const needed = charges.length === 0 && tally === null && !paperOnly;
  const item: Item = {
    id: String(raw.id),
    title: raw.title,
    kind,
    full,
    most,
    effect,
    parts,
    charges,
    question: readQuestion(raw, path, author, { full, most, parts, charges, checks: all, needed }),
    allOrNothing: raw['all-or-nothing'] ?? false,
    together: raw.together ?? (kind === 'veto' ? 'worst' : 'sum'),
    exemptWhen: author.when(raw['exempt-when'], [...path, 'exempt-when']),
    zeroes: (raw.zeroes ?? []).map(String),
    tally,
    checks: all.map((one) => one.id),
    ...presence,
  };
  checkItem(item, raw, path, author);
  return item;
}

function withoutRange({ range: _range, ...raw }: RawItem): RawItem {
  return raw;
}

function checkItem(item: Item, raw: RawItem, path: Path, author: Author): void {
  const { id, kind, full, parts, question } = item;
  if ((kind === 'award' || kind === 'bonus') && full === null) author.problem(path, `项目 ${id} 缺少分值（full）`);
  if (kind !== 'veto' && effects(raw).length > 0 && item.tally === null)
    author.problem(path, `项目 ${id} 不是否决项（kind: veto），不能写 ${effects(raw).join('、')}`);
  if (kind === 'record' && full !== null) author.problem([...path, 'full'], `项目 ${id} 只记录不计分，不能写分值`);
  if (full !== null && item.most !== null) author.problem(path, `项目 ${id} 的 full 与 most 只写其中之一`);
  if (parts.length > 0) {
    const sum = parts.reduce((total, part) => total + part.full, 0);
    if (full !== null && sum !== full)
      author.problem([...path, 'parts'], `项目 ${id} 各分项合计 ${sum / 100} 分，与所写 ${full / 100} 分不符`);
  }
  const labels = question?.answers.map((answer) => answer.label) ?? [];
  labels.forEach((label, index) => {
    if (labels.indexOf(label) !== index) author.problem(path, `项目 ${id} 的答案“${label}”重复`);
  });
}

function effects(raw: RawItem): readonly string[] {
  return (['points', 'effect', 'cap-grade', 'lower-grade', 'cap-points', 'share'] as const).filter(
    (key) => raw[key] !== undefined,
  );
}

function readEffect(raw: RawItem, path: Path, author: Author): Effect | null {
  if (effects(raw).length !== 1) {
    author.problem(path, `否决项 ${raw.id} 应写明 points、effect、cap-grade、lower-grade、cap-points、share 之一`);
    return null;
  }
  if (raw.points !== undefined) return { is: 'points', points: author.share(raw.points, [...path, 'points']) };
  if (raw['cap-grade'] !== undefined) return { is: 'cap', grade: raw['cap-grade'] };
  if (raw['lower-grade'] !== undefined) return { is: 'lower', by: raw['lower-grade'] };
  if (raw['cap-points'] !== undefined)
    return { is: 'limit', points: author.points(raw['cap-points'], [...path, 'cap-points']) };
  if (raw.share !== undefined) return { is: 'share', share: author.points(raw.share, [...path, 'share']) };
  return raw.effect === 'unscored' ? { is: 'unscored', grade: raw.grade ?? null } : { is: 'zero' };
}

function readTally(raw: RawItem): Tally | null {
  if (raw.tally === undefined) return null;
  const { of, measure, from = null, above = null, to = null, below = null } = raw.tally;
  return { of: of.map(String), measure: measure as Tally['measure'], from, above, to, below };
}
