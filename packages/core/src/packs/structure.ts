import { dayNumber } from '../kernel/day.ts';
import { nearest } from '../kernel/nearest.ts';
import { type Article, numberOf } from '../laws/statute.ts';
import type { Law, LawStructure } from '../laws/types.ts';
import { checkSchema, day } from './schema.ts';
import type { Problem, Source } from './source.ts';

const pairs = { type: 'string', pattern: '^$|^[0-9.-]+:\\d+( [0-9.-]+:\\d+)*$' };
const structureSchema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['law', 'from', 'covers'],
    additionalProperties: false,
    properties: {
      law: { type: 'string' },
      from: day,
      covers: { type: 'integer', minimum: 1 },
      paragraphs: pairs,
      items: pairs,
      added: { type: 'string' },
      days: { type: 'string' },
    },
  },
};

interface Raw {
  readonly law: string;
  readonly from: string;
  readonly covers: number;
  readonly paragraphs?: string;
  readonly items?: string;
  readonly added?: string;
  readonly days?: string;
}

/** The laws with the structure of each version for which structure.yaml has one. */
export function withStructure(
  laws: ReadonlyMap<string, Law>,
  source: Source | null,
  problems: Problem[],
): ReadonlyMap<string, Law> {
  if (source === null || source.value === undefined) return laws;
  const wrong = checkSchema(source, structureSchema);
  problems.push(...wrong);
  if (wrong.length > 0) return laws;
  const built = new Map(laws);
  (source.value as readonly Raw[]).forEach((raw, index) => {
    const law = built.get(raw.law);
    if (law === undefined) {
      const message = `法律“${raw.law}”不在 laws.yaml 中`;
      problems.push(source.problem([index, 'law'], message, nearest(raw.law, laws.keys())));
      return;
    }
    if (dayNumber(raw.from) === null || !law.versions.some((version) => version.from === raw.from)) {
      problems.push(source.problem([index, 'from'], `《${law.title}》没有自 ${raw.from} 起的版本`));
      return;
    }
    const structure = structureOf(raw);
    const versions = law.versions.map((version) => (version.from === raw.from ? { ...version, structure } : version));
    built.set(raw.law, { ...law, versions });
  });
  return built;
}

function structureOf(raw: Raw): LawStructure {
  const words = (text: string | undefined): string[] => (text ?? '').split(' ').filter((word) => word !== '');
  const split = (word: string): [string, string] => {
    const at = word.indexOf(':');
    return [word.slice(0, at), word.slice(at + 1)];
  };
  const counts = (text: string | undefined) =>
    new Map(words(text).map((word): [string, number] => [split(word)[0], Number(split(word)[1])]));
  return {
    covers: raw.covers,
    paragraphs: counts(raw.paragraphs),
    items: new Map([...counts(raw.items)].map(([key, count]) => [key.includes('.') ? key : `${key}.1`, count])),
    added: new Set(words(raw.added)),
    days: new Map(words(raw.days).map((word) => [split(word)[0], split(word)[1].split(',')])),
  };
}

/** The structure of a text as one entry of structure.yaml. */
export function structureLine(law: string, from: string, articles: readonly Article[]): string {
  const several = articles.filter((article) => article.paragraphs.length > 1);
  const items = articles.flatMap(({ number, paragraphs }) =>
    paragraphs.flatMap((paragraph, index) => {
      if (paragraph.items.length === 0) return [];
      return [`${number}${paragraphs.length > 1 ? `.${index + 1}` : ''}:${paragraph.items.length}`];
    }),
  );
  const added = articles.filter((article) => typeof article.number === 'string').map((article) => article.number);
  const days = articles.flatMap((article) => {
    const periods = periodsIn(article.paragraphs.flatMap((one) => [one.text, ...one.items]).join('\n'));
    return periods.length === 0 ? [] : [`${article.number}:${periods.join(',')}`];
  });
  const fields = [
    `law: ${law}`,
    `from: ${from}`,
    `covers: ${Math.max(...articles.map((one) => Number(String(one.number).split('-')[0])))}`,
    `paragraphs: "${several.map((one) => `${one.number}:${one.paragraphs.length}`).join(' ')}"`,
    `items: "${items.join(' ')}"`,
    ...(added.length > 0 ? [`added: "${added.join(' ')}"`] : []),
    `days: "${days.join(' ')}"`,
  ];
  return `- { ${fields.join(', ')} }`;
}

const unitLetters: readonly (readonly [string, string])[] = [
  ['个工作日', 'w'],
  ['工作日', 'w'],
  ['个月', 'm'],
  ['小时', 'h'],
  ['日', 'd'],
  ['天', 'd'],
  ['年', 'y'],
];

/** The periods a text sets, in its order, each once: 七个工作日 → 7w, 十五日 → 15d. Dates such as 7月15日 are none. */
function periodsIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text
    .normalize('NFKC')
    .matchAll(/([零一二三四五六七八九十百两]{1,5}|\d{1,3})(个工作日|工作日|个月|小时|日|天|年)/gu)) {
    const before = match.input[match.index - 1] ?? '';
    const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 2);
    if (/[\d月〇第后周年]/u.test(before) || /^\d|^[一二三四五六七八九十]{1,2}月/u.test(after)) continue;
    const [, numeral = '', word = ''] = match;
    const count = /^\d/u.test(numeral) ? Number(numeral) : numberOf(numeral.replaceAll('两', '二'));
    const letter = unitLetters.find(([unit]) => unit === word)?.[1];
    if (Number.isInteger(count) && count > 0 && letter !== undefined) found.add(`${count}${letter}`);
  }
  return [...found];
}
