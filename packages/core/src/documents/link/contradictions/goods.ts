import type { Anchor } from '../../../record/types.ts';
import { Gap } from '../../pages.ts';
import type { RecognisedDocument } from '../../recognise.ts';
import type { Clash } from '../clashes.ts';
import { MOST, ofOthers, ofWords, speaksOfAnother } from './papers.ts';

type Done = '登记保存' | '扣押' | '没收' | '退还' | '处理';

interface Goods {
  readonly done: Done;
  readonly name: string;
  readonly unit: string;
  readonly count: number;
  /** Where its row of a list begins; null in running text, which may say the same again. */
  readonly row: number | null;
  readonly document: RecognisedDocument;
  readonly anchors: readonly Anchor[];
}

const UNITS =
  '台|袋|瓶|盒|箱|件|个|只|支|条|包|桶|辆|套|把|张|块|罐|双|枚|根|株|盏|扇|卷|听|壶|册|本|盘|粒|片|头|羽|尾|吨|公斤|千克|克|升';
const COUNTED = new RegExp(`([\\u4e00-\\u9fa5A-Za-z“”《》]{2,20})(\\d{1,6})(${UNITS})(?![\\u4e00-\\u9fa5]*\\/)`, 'gu');
const WHOLE = new RegExp(`^(\\d{1,6})(${UNITS})$`, 'u');
const ONLY_UNIT = new RegExp(`^(?:${UNITS})$`, 'u');

/** Lists of goods, by what was done with them. */
const lists: Readonly<Record<string, Done>> = {
  'seizure-list': '扣押',
  'preservation-list': '登记保存',
  'preservation-notice': '登记保存',
  'measure-return': '退还',
  'confiscation-list': '没收',
  'confiscation-disposal': '处理',
};

const verbs: readonly (readonly [done: Done, verb: RegExp])[] = [
  ['没收', /没收(?:非法财物|物品|当事人)?(?:的|:)?$/u],
  ['处理', /(?:销毁|拍卖|没收的)$/u],
  ['退还', /(?:退还|发还|返还)(?:你单位|当事人)?(?:的)?$/u],
  ['扣押', /(?:扣押|查封|暂扣)(?:了|当事人|你单位|的)?$/u],
];
const behind: readonly (readonly [done: Done, verb: RegExp])[] = [
  ['处理', /^(?:已?于[^,。;]{4,14})?(?:已)?(?:予以|进行)?(?:销毁|拍卖)/u],
  ['登记保存', /^(?:进行了?|予以|采取了?)?(?:证据)?(?:先行)?登记保存/u],
  ['扣押', /^(?:\([^()]{0,40}\))?(?:予以|实施了?|采取了?)?(?:扣押|查封|暂扣)/u],
  ['退还', /^(?:予以)?(?:退还|发还)/u],
];

/**
 * How many of a thing were taken, kept, confiscated, destroyed or given back, where two papers tell it of the same act differently. A part of what
 * was taken may be confiscated: each act is compared with itself.
 */
export function goodsClashes(documents: readonly RecognisedDocument[]): Clash[] | null {
  const all = documents.filter(({ kind }) => !ofOthers.has(kind) && !ofWords.has(kind)).flatMap(goodsIn);
  const clashes: Clash[] = [];
  let compared = false;
  all.forEach((one, index) => {
    for (const other of all.slice(index + 1)) {
      if (
        one.document === other.document ||
        one.done !== other.done ||
        one.unit !== other.unit ||
        !sameThing(one.name, other.name)
      )
        continue;
      const same = all.filter((goods) => isOf(goods, one) || isOf(goods, other));
      if ([one, other].some(({ document }) => isCountedApart(same, document)) || isDoneTwice(same)) continue;
      // What was proposed may have been lessened since.
      if (one.done === '没收' && [one, other].some(({ document }) => proposing.has(document.kind))) {
        const [told, decided] = proposing.has(one.document.kind) ? [one, other] : [other, one];
        if (proposing.has(decided.document.kind) || decided.count <= told.count) continue;
      }
      compared = true;
      if (
        one.count === other.count ||
        clashes.some(({ says }) => says.includes(one.name) && says.includes(other.document.title))
      )
        continue;
      clashes.push({
        says: `${one.done}${one.name}：${one.document.title}为${one.count}${one.unit}，${other.document.title}为${other.count}${other.unit}`,
        anchors: [...one.anchors.slice(0, 1), ...other.anchors.slice(0, 1)],
      });
    }
  });
  const totals = documents.flatMap((document) =>
    lists[document.kind] === undefined ? [] : (wrongTotal(document) ?? []),
  );
  const over = documents
    .filter(({ kind }) => kind === 'penalty-decision')
    .flatMap(overTold)
    .filter(({ says }) => !clashes.some((clash) => says.includes(clash.says.split('：')[0] ?? says)));
  return compared || all.length > 1 || totals.length > 0 || over.length > 0
    ? [...clashes, ...over, ...totals].slice(0, MOST)
    : null;
}

/** Words before a number of things that were found, or taken, where the act was. */
const FOUND = /(?:发现|查获|查扣|扣押|查封|登记保存|封存|存放|摆放|待售|库存|堆放|查见|在售)[^。;]{0,30}$/u;

/**
 * More of a thing confiscated than the decision itself tells of: what was found, bought and sold taken together is less. A thing it tells nothing of is
 * not compared.
 */
function overTold(document: RecognisedDocument): Clash[] {
  const { reader, title } = document;
  const text = reader.dense;
  const counted = [...text.matchAll(COUNTED)].flatMap((match) => {
    const words = match[1] ?? '';
    const name = nameOf(words);
    const start = match.index + words.length - name.length;
    const end = match.index + match[0].length;
    const unit = match[3] ?? '';
    if (name === '' || isParted(document, end - unit.length - (match[2] ?? '').length, end)) return [];
    const found = FOUND.test(text.slice(Math.max(0, start - 40), start));
    return [{ name, unit, count: Number(match[2]), done: doneTo(text, start, end), found, start, end }];
  });
  return counted.flatMap((taken): Clash[] => {
    const same = counted.filter(({ name, unit }) => unit === taken.unit && sameThing(name, taken.name));
    if (taken.done !== '没收' || same.filter(({ done }) => done === '没收').length > 1) return [];
    const told = same.filter((one) => one !== taken);
    const all = told.reduce((sum, { count }) => sum + count, 0);
    if (!told.some(({ found, done }) => found || done === '扣押') || all >= taken.count) return [];
    const counts = [...new Set(told.map(({ count }) => count))].map((count) => `${count}${taken.unit}`).join('、');
    const first = told[0];
    return [
      {
        says: `${title}没收${taken.name}${taken.count}${taken.unit}，所写的事实中只有${counts}`,
        anchors: [
          ...reader.anchorOf(taken.start, taken.end),
          ...(first === undefined ? [] : reader.anchorOf(first.start, first.end)),
        ],
      },
    ];
  });
}

/** The total of a list that its rows do not add up to. */
function wrongTotal(document: RecognisedDocument): Clash | null {
  const { reader, kind, title } = document;
  const done = lists[kind];
  const rows = done === undefined ? [] : rowsOf(document, done);
  const total = new RegExp(`(?:合计|总计|共计):?(\\d{1,6})(${UNITS})`, 'u').exec(reader.dense);
  if (total === null || rows.length < 2 || rows.some(({ unit }) => unit !== total[2])) return null;
  // A row whose count could not be read makes the sum another.
  const numbered = reader.lines.filter(({ start, end }) =>
    /^\d{1,2}[.、]?[“\u4e00-\u9fa5]/u.test(reader.dense.slice(start, end)),
  );
  const sum = rows.reduce((all, { count }) => all + count, 0);
  if (numbered.length !== rows.length || sum === Number(total[1])) return null;
  const anchors = [
    ...rows.flatMap((row) => row.anchors),
    ...reader.anchorOf(total.index, total.index + total[0].length),
  ];
  return { says: `${title}写明合计${total[1]}${total[2]}，各行相加为${sum}${total[2]}`, anchors: anchors.slice(-6) };
}

const proposing: ReadonlySet<string> = new Set([
  'penalty-notice',
  'investigation-report',
  'decision-approval',
  'discussion-record',
  'hearing-report',
  'legal-review',
]);

function isOf(goods: Goods, { done, unit, name }: Goods): boolean {
  return goods.done === done && goods.unit === unit && sameThing(goods.name, name);
}

/** The same thing in two rows, by size, sort or lot: what the paper counts of it is not one number. */
function isCountedApart(same: readonly Goods[], document: RecognisedDocument): boolean {
  const own = same.filter((goods) => goods.document === document);
  const rows = own.filter(({ row }) => row !== null);
  return rows.length > 1 || new Set(own.map(({ count }) => count)).size > 1;
}

/** Two papers of one kind that count differently tell of two acts: what was seized on one day and on another. */
function isDoneTwice(same: readonly Goods[]): boolean {
  return same.some((one) =>
    same.some(
      (other) =>
        one.document !== other.document && one.document.kind === other.document.kind && one.count !== other.count,
    ),
  );
}

function sameThing(one: string, other: string): boolean {
  return one === other || one.endsWith(other) || other.endsWith(one);
}

function goodsIn(document: RecognisedDocument): Goods[] {
  const { reader, kind } = document;
  const text = reader.dense;
  const found: Goods[] = [];
  for (const match of text.matchAll(COUNTED)) {
    const words = match[1] ?? '';
    const start = match.index;
    const end = start + match[0].length;
    if (
      speaksOfAnother(text, start) ||
      isParted(document, end - (match[3] ?? '').length - (match[2] ?? '').length, end)
    )
      continue;
    const name = nameOf(words);
    if (name === '') continue;
    const done = doneTo(text, start + words.length - name.length, end);
    if (done === null) continue;
    found.push({
      done,
      name,
      unit: match[3] ?? '',
      count: Number(match[2]),
      row: null,
      document,
      anchors: reader.anchorOf(start + words.length - name.length, end),
    });
  }
  const listing = lists[kind];
  return listing === undefined ? found : [...found, ...rowsOf(document, listing)];
}

/** Whether columns meet within the figures: their figures are not one number. */
function isParted({ reader }: RecognisedDocument, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at++)
    if (reader.gapBefore(at) > Gap.none && /\d/u.test(reader.dense[at] ?? '')) return true;
  return false;
}

/** The thing at the end of the words before its number, without the verb and whose it is. */
function nameOf(words: string): string {
  const bare = words.replace(/[“”《》]/gu, '');
  return (
    /(?:没收|销毁|退还|发还|返还|扣押|查封|暂扣|当事人|单位的?|其|对|将|上述|该|及|和|与|有|的|牌)([\u4e00-\u9fa5A-Za-z]{2,14})$/u.exec(
      bare,
    )?.[1] ?? bare
  )
    .replace(/^(?:当事人|(?:你|该|其)(?:单位|公司|店|厂|部|场|户)?)?的?(?=[\u4e00-\u9fa5A-Za-z]{2})/u, '')
    .replace(/^[^牌]{1,6}牌(?=[\u4e00-\u9fa5]{2})/u, '');
}

function doneTo(text: string, start: number, end: number): Done | null {
  // 没收“甲”牌面粉: the brand stands between the verb and the thing.
  const before = text
    .slice(Math.max(0, start - 14), start)
    .replace(/“[^“”]{1,8}”牌?$/u, '')
    .replace(/[“”]/gu, '');
  const after = text.slice(end, end + 24).replace(/^、?[^。;,、]{2,16}\d{1,6}[\u4e00-\u9fa5](?=[\u4e00-\u9fa5,])/u, '');
  return (
    verbs.find(([, verb]) => verb.test(before.replace(/[\u4e00-\u9fa5A-Za-z]{0,6}牌$/u, '')))?.[0] ??
    behind.find(([, verb]) => verb.test(after))?.[0] ??
    null
  );
}

/** Rows of a list that number their thing: its name behind the number of the row, its count and unit in columns of their own or in one. */
function rowsOf(document: RecognisedDocument, done: Done): Goods[] {
  const { reader } = document;
  return reader.lines.flatMap(({ start, end }): Goods[] => {
    const [head, second, ...more] = wordsOf(document, start, end);
    if (head === undefined || !/^\d{1,2}[.、]?/u.test(head)) return [];
    // 1 面粉, 1.面粉
    const glued = head.replace(/^\d{1,2}[.、]?/u, '');
    const name = (glued === '' ? (second ?? '') : glued)
      .replace(/[“”]/gu, '')
      .replace(/^[^牌]{1,6}牌(?=[\u4e00-\u9fa5]{2})/u, '');
    const rest = glued === '' || second === undefined ? more : [second, ...more];
    if (!/^[\u4e00-\u9fa5][\u4e00-\u9fa5A-Za-z]{1,18}$/u.test(name)) return [];
    const counted = rest.flatMap((word, at): [string, string][] => {
      const beside = rest[at + 1] ?? '';
      const one = WHOLE.exec(word);
      if (one !== null) return [[one[2] ?? '', one[1] ?? '']];
      if (ONLY_UNIT.test(word) && /^\d{1,6}$/u.test(beside)) return [[word, beside]];
      return /^\d{1,6}$/u.test(word) && ONLY_UNIT.test(beside) ? [[beside, word]] : [];
    });
    const [found, another] = counted;
    if (found === undefined || another !== undefined) return [];
    const [unit, count] = found;
    return [{ done, name, unit, count: Number(count), row: start, document, anchors: reader.anchorOf(start, end) }];
  });
}

/** The words of a line as white space parts them on the page. */
function wordsOf({ reader }: RecognisedDocument, start: number, end: number): string[] {
  const words: string[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && reader.gapBefore(at) === Gap.none) continue;
    words.push(reader.dense.slice(from, at));
    from = at;
  }
  return words;
}
