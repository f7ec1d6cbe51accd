import type { Random } from './random.ts';
import type { Truth } from './tally.ts';
import { agencyOf, type Day, dayOf, partyOf, personOf, printDay } from './values.ts';

/** A cell: its paragraphs parted by line breaks (`>` sets one to the right), how many of six columns it covers, and whether it begins or goes on with one over several rows. */
export interface RuledCell {
  readonly words: string;
  readonly columns: number;
  readonly merged?: 'begins' | 'goes-on';
}

export interface RuledForm {
  readonly kind: string;
  readonly title: string;
  readonly rows: readonly (readonly RuledCell[])[];
  readonly truth: Truth;
}

export const cell = (words: string, columns = 1, merged?: RuledCell['merged']): RuledCell =>
  merged === undefined ? { words, columns } : { words, columns, merged };
export const goesOn = cell('', 1, 'goes-on');

/** The words of a label as a narrow cell holds them: whole, broken once, or one character below the other. */
function narrow(random: Random, words: string): string {
  if (words.length < 4 || random.chance(0.6)) return words;
  if (random.chance(0.4)) return [...words].join('\n');
  const half = Math.ceil(words.length / 2);
  return `${words.slice(0, half)}\n${words.slice(half)}`;
}

/** A label and its value over the whole row. */
export const row = (random: Random, label: string, value: string): RuledCell[] => [
  cell(narrow(random, label)),
  cell(value, 5),
];

interface Opinion {
  readonly label: string;
  readonly words: string;
  readonly hands: readonly string[];
  readonly day: Day;
}

/** Opinions one below the other, or two side by side under their labels, in one of the ways forms print them. */
export function opinions(random: Random, all: readonly Opinion[]): RuledCell[][] {
  const style = random.whole(0, 5);
  const sign = random.pick(['签名：', '签字：', '（签名）：']);
  const day = (one: Opinion): string => printDay(random, one.day, true);
  const below = (one: Opinion): string =>
    `${one.words}\n>${style === 3 ? '' : sign}${one.hands.join(random.pick(['、', '  ']))}\n>${day(one)}`;
  if (style === 0 && all.length % 2 === 0)
    return [0, 2].flatMap((at) => {
      const pair = all.slice(at, at + 2);
      return pair.length < 2 ? [] : [pair.map(({ label }) => cell(label, 3)), pair.map((one) => cell(below(one), 3))];
    });
  return all.flatMap((one): RuledCell[][] => {
    if (style === 1)
      return [
        [cell(one.label, 1, 'begins'), cell(one.words, 5)],
        [goesOn, cell('签名'), cell(one.hands.join('、'), 2), cell('日期'), cell(day(one))],
      ];
    if (style === 2) return [[cell(`${one.label}：\n${below(one)}`, 6)]];
    return [row(random, one.label, below(one))];
  });
}

export function party(random: Random, { name, code, person, address }: ReturnType<typeof partyOf>): RuledCell[][] {
  return random.pick([
    [
      [cell('当事人'), cell(name, 3), cell('法定代表人'), cell(person)],
      [cell('地址'), cell(address, 3), cell('电话'), cell('13900001111')],
    ],
    [
      [cell('当事人', 1, 'begins'), cell('名称'), cell(name, 2), cell('法定代表人'), cell(person)],
      [goesOn, cell('统一社会信用代码'), cell(code, 2), cell('电话'), cell('13900001111')],
      [goesOn, cell('地址'), cell(address, 4)],
    ],
    [
      [cell('当事人', 1, 'begins'), cell('个人', 1), cell('姓名'), cell('/'), cell('性别'), cell('/')],
      [goesOn, cell('单位', 1), cell('名称'), cell(name, 3)],
    ],
    [[cell(`当事人：${name}    法定代表人：${person}`, 6)]],
  ]);
}

interface Case {
  readonly agency: ReturnType<typeof agencyOf>;
  readonly party: ReturnType<typeof partyOf>;
  readonly officers: readonly [string, string];
  readonly unit: string;
  readonly law: string;
  readonly head: string;
  readonly day: Day;
  readonly later: Day;
}

export function caseOf(random: Random): Case {
  const people = new Set<string>();
  while (people.size < 5) people.add(personOf(random));
  const [a = '', b = '', unit = '', law = '', head = ''] = people;
  const day = { ...dayOf(random), day: random.whole(1, 20) };
  const later = { ...day, day: day.day + random.whole(1, 7) };
  return { agency: agencyOf(random), party: partyOf(random), officers: [a, b], unit, law, head, day, later };
}

export const ranks = {
  handler: ['承办人意见', '经办人意见', '承办人员拟办意见', '办案人员意见'],
  unit: ['承办机构意见', '审核意见', '执法大队意见', '承办部门负责人意见'],
  law: ['法制机构意见', '法制审核意见', '法规科审核意见'],
  head: ['负责人意见', '审批意见', '局领导审批意见', '行政机关负责人意见', '分管领导批示'],
};
