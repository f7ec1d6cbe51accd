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

const UNITS = '台|袋|瓶|盒|箱|件|个|只|支|条|包|桶|辆|套|把|张|块|罐|双|枚|根|株|盏|扇|卷|听|壶|吨|公斤|千克|克|升';
const COUNTED = new RegExp(`([\\u4e00-\\u9fa5A-Za-z“”《》]{2,20})(\\d{1,6})(${UNITS})(?![\\u4e00-\\u9fa5]*\\/)`, 'gu');
/** 1 | 角磨机 | S1M | 台 | 96 and 角磨机 500mL/瓶 73瓶: the row of a list. */
const ROW_TAIL = new RegExp(`^(?:(${UNITS})(\\d{1,6})|(\\d{1,6})(${UNITS}))`, 'u');

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
  return compared || all.length > 1 ? clashes.slice(0, MOST) : null;
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
  ).replace(/^(?:当事人|你单位)?的/u, '');
}

function doneTo(text: string, start: number, end: number): Done | null {
  const before = text.slice(Math.max(0, start - 14), start).replace(/[“”]/gu, '');
  const after = text.slice(end, end + 24).replace(/^、?[^。;,、]{2,16}\d{1,6}[\u4e00-\u9fa5](?=[\u4e00-\u9fa5,])/u, '');
  return (
    verbs.find(([, verb]) => verb.test(before.replace(/[\u4e00-\u9fa5A-Za-z]{0,6}牌$/u, '')))?.[0] ??
    behind.find(([, verb]) => verb.test(after))?.[0] ??
    null
  );
}

/** Rows of a list that number their thing: the name behind the number of the row, its count and unit side by side at the end. */
function rowsOf(document: RecognisedDocument, done: Done): Goods[] {
  const { reader } = document;
  return reader.lines.flatMap(({ start, end }): Goods[] => {
    const number = /^\d{1,2}[.、]?(?:“[^”]{1,12}”牌?)?/u.exec(reader.dense.slice(start, end))?.[0];
    if (number === undefined) return [];
    const from = start + number.length;
    let edge = from + 1;
    while (edge < end && reader.gapBefore(edge) === Gap.none) edge++;
    const name = /^[\u4e00-\u9fa5][\u4e00-\u9fa5A-Za-z]{1,18}/u.exec(reader.dense.slice(from, edge))?.[0];
    if (name === undefined) return [];
    const stop = from + name.length;
    // Words of the page stand apart: the count is a word of its own, with its unit or beside it.
    for (let at = stop; at < end; at++) {
      if (reader.gapBefore(at) === 0 && at !== stop) continue;
      const tail = ROW_TAIL.exec(reader.dense.slice(at, end));
      if (tail === null) continue;
      const [unit, count] = tail[1] === undefined ? [tail[4], tail[3]] : [tail[1], tail[2]];
      const close = at + tail[0].length;
      if (close < end && reader.gapBefore(close) === 0) continue;
      return [
        {
          done,
          name: name.replace(/^[^牌]{1,6}牌(?=[\u4e00-\u9fa5]{2})/u, ''),
          unit: unit ?? '',
          count: Number(count),
          row: start,
          document,
          anchors: reader.anchorOf(start, close),
        },
      ];
    }
    return [];
  });
}
