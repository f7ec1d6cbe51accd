import { isCreditCode } from '@anjuan/core';
import type { Box } from '../protocol.ts';
import type { OcrWord } from './tesseract.ts';

/** Words of one line that are read a second time together, and where they stand on the picture, in pixels. */
export interface Stretch {
  readonly words: readonly OcrWord[];
  readonly box: Box;
  /** Whether the first and the last word stand at an end of their row; else they only show where the others are: they may be cut. */
  readonly ends: readonly [boolean, boolean];
}

/** Of a hundred characters that were read with less than this confidence, so many are wrong: counted on 18,400 of printed and scanned papers. */
const wrongBelow: readonly (readonly [confidence: number, wrong: number])[] = [
  [0.05, 43],
  [0.3, 28],
  [0.5, 16],
  [0.6, 9],
  [0.85, 2.7],
  [0.9, 0.6],
  [0.95, 0.2],
];
const leastWrong = 0.1;
/** What is hardly ever wrong is not worth the time, however important. */
const worthwhile = 2;

/** Labels of names, addresses and numbers, and what names of places, firms and agencies, numbers, days, sums and places in laws are written with. */
const telling =
  /当事人|被处罚|姓名|名称|字号|住所|住址|地址|代表|负责人|经营者|代码|号码|公司|[店厂部馆所院站场社]|[省市县区镇乡村街路]|局|委员会|法院|政府|[字罚][\p{L}\p{N}]{0,6}号|[〔[【(]\d{4}|第.{1,6}[条款项]|[\d壹贰叁肆伍陆柒捌玖拾佰仟万]元|年.{1,3}月/u;
const tellingWeight = 10;
/** Rows that say who is concerned: a wrong name accuses somebody else, and nothing in the paper contradicts it. They are read twice whole, as far as they are few. */
const naming =
  /^.{0,24}(?:当事人|[被受]处罚|被检查|名称|姓名|字号|代表人|负责人|经营者|住所|住址|地址|代码|号码)[^,，。;；]{0,10}[:：]/u;
const mostNaming = 0.1;
/** Rows of forms that name people: behind a label up to the day or the next stroke. Rare characters of names are read for common ones, and surely. */
const peopleLabels =
  /(?:记录[人员]|书记员|主持人|听证员|[询访查]问人|检查人员?|勘验人员?|调查人员?|执法人员|办案人员|承办人员?|经办人|审批人|审核人|批准人|送达人|收件人|签收人?|见证人|出席人员|参加人员|列席人员|参会人员|汇报人|抽样人员?|申[请辩]人|当事人|[被受]处罚人?|姓名|名称|代表人|负责人|经营者|签名|签字)(?:[（(][^()（）]{1,8}[)）])?/u
    .source;
const people = new RegExp(`${peopleLabels}[:：|｜]+`, 'gu');
/** 张三 执法证号:1001, or 张三、李四 below an opinion, at the head of a row of its own. */
const holder =
  /^\p{Script=Han}{2,4}(?=(?:行政)?(?:执法)?证件?号)|^\p{Script=Han}{2,4}(?:、\p{Script=Han}{2,4}){1,3}(?=$|\d{4}年)/u;
/** Rows of this are read twice last: they are long, and a wrong one accuses nobody else. */
const dwelling = /^.{0,8}(?:住所|住址|地址)/u;
/** A cell with nothing but such a label: the name stands in the one behind it. */
const labelAlone = new RegExp(`^.{0,6}${peopleLabels}[)）]?$`, 'u');
/** A cell of names with the numbers of their cards. */
const cards = /\p{Script=Han}{2,4}(?=[(（]\D{0,8}\d{4,}[)）])/gu;
/** A cell with nothing but a number: 甲罚〔2031〕7号. */
const numberAlone = /^[\p{Script=Han}()（）]{2,14}[〔[【(（]\d{4}[^\p{Script=Han}]{1,3}第?\d{1,6}号$/u;
const firm = /^[\p{Script=Han}()（）]{5,30}$/u;
const mostPeople = 0.08;
/** Names behind one label are no longer than this, in characters. */
const longestNames = 20;
/** A row at the head that addresses the party: 甲县某某厂: */
const addressed = /^[\p{Script=Han}()（）·]{2,36}[:：;；]$/u;
/** What such rows begin with need not be read again: fixed words are put right without it. */
const label =
  /^(?:当事人|[被受]处罚[人单位者]{1,2}|被检查[人单位]{1,2}|法定代表人|负责人|经营者|统一社会信用代码|(?:单位|企业|当事人)?名称|姓名|字号|住所|住址|(?:经营)?(?:场所)?地址)(?:\([\p{Script=Han}、]{1,10}\))?(?=[:：])/u;
/** A row at the head that holds the number of the paper: short names of places in it stand in no other word. */
const numbered =
  /^[^,，。;；:：]{0,30}?[\p{Script=Han})）][^\p{Script=Han}\d]{0,3}(?:19|20)\d\d[^\p{Script=Han}\d]{0,3}第?\d{1,6}号/u;
/** So many rows stand above it at most, the frame of a web page among them. */
const mostAbove = 14;
/** Sums in words, with the figures behind them: one character of them misread, and the sum is lost or another. */
const sums = /\p{Script=Han}{1,24}元(?:[整正]|\p{Script=Han}{1,4}[整正])?(?:[(（][^()（）]{1,16}[)）])?/gu;
const capital = /[壹贰叁肆伍陆柒捌玖拾佰仟什抬]/u;
/** A day at the end of a row, and one that is whole: where it is not, a sign of it was misread, and the paper has no day. */
const dayAtEnd = /(?:(?:19|20)\d\d|[二一][〇○零O0九][一二〇○零O0九][一二三四五六七八九〇○零O0])[^,，。;；:：]{2,11}$/u;
const wholeDay =
  /^(?:\d{4}|[一二〇○零O0九三四五六七八]{4})年(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:[12]\d|3[01]|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日/u;
const mostDays = 0.06;
/** Papers name whose they are, their number and their party in the rows at their head, and close with agency and day. */
const edge = { head: 6, foot: 4, weight: 1.5 };
const letters = /[\p{L}\p{N}]/u;

/** White around the print, in pixels. */
const around = { x: 4, y: 8 };

/** The stretches of a page that are worth a second reading, the most doubtful of what tells facts first, up to that share of its print. */
export function stretchesOf(words: readonly OcrWord[], most: number): Stretch[] {
  const rows = rowsOf(words);
  const usual = median(rows.map((row) => row.bottom - row.top));
  const doubts = rows.flatMap((row, at) => {
    const weight =
      (telling.test(row.words.map((word) => word.text).join('')) ? tellingWeight : 1) *
      (at < edge.head || at >= rows.length - edge.foot ? edge.weight : 1);
    return row.words.flatMap((word, place) => {
      const doubt = letters.test(word.text) ? weight * wrongOf(word.confidence) : 0;
      return doubt < worthwhile ? [] : [{ row, place, doubt }];
    });
  });
  doubts.sort((a, b) => b.doubt - a.doubt);
  const print = words.reduce((sum, word) => sum + word.width, 0);
  const chosen = new Set<OcrWord>();
  for (const [telling, share] of tellingRows(rows)) {
    let left = share * print;
    for (const words of telling) {
      // What is too long for the rest of the share leaves room for shorter ones.
      const wide = words.reduce((sum, word) => sum + (chosen.has(word) ? 0 : word.width), 0);
      if (wide > left) continue;
      left -= wide;
      for (const word of words) chosen.add(word);
    }
  }
  let left = most * print;
  for (const { row, place } of doubts) {
    if (left <= 0) break;
    for (const word of withBeside(row.words, place)) {
      if (chosen.has(word)) continue;
      chosen.add(word);
      left -= word.width;
    }
  }
  return rows.flatMap((row) => runsOf(row, chosen, usual));
}

/** The words of a row from the end of its label on: what stands at an end that is cut only shows where the others are. */
function behindLabel(words: readonly OcrWord[], text: string): readonly OcrWord[] {
  const end = label.exec(text)?.[0].length ?? 0;
  let at = 0;
  return words.filter((word) => {
    at += word.text.length;
    return at >= end;
  });
}

/** What is read twice however sure, the most telling first: sums, the number of the paper, who is concerned; then other people. Each as far as its share goes. */
function tellingRows(rows: readonly Row[]): [rows: (readonly OcrWord[])[], share: number][] {
  const texts = rows.map((row) => row.words.map((word) => word.text).join(''));
  const each = (tell: (words: readonly OcrWord[], text: string, at: number) => readonly OcrWord[]): OcrWord[][] =>
    rows.map((row, at) => [...tell(row.words, texts[at] ?? '', at)]);
  const concerned = [
    ...each(sumsOf),
    ...each((words, text, at) => ((at < mostAbove && numbered.test(text)) || numberAlone.test(text) ? words : [])),
    ...each((words, text, at) => (at < mostAbove && addressed.test(text) ? words : [])),
    // A credit code whose check character agrees was read right.
    ...each((words, text) =>
      naming.test(text) && !hasCode(text) && !dwelling.test(text) ? behindLabel(words, text) : [],
    ),
    // Forms have the firm in a cell of its own, where no colon stands before it.
    ...each((words, text, at) => (isBehindLabel(texts, at) && firm.test(text) ? words : [])),
    ...each((words, text) => (naming.test(text) && dwelling.test(text) ? behindLabel(words, text) : [])),
  ];
  return [
    [concerned, mostNaming],
    [each((words, text) => brokenDay(words, text)), mostDays],
    [
      doubtedFirst(
        each((words, text, at) => {
          // Those there was no room for among the rows of who is concerned.
          if (naming.test(text)) return isDoubted(words) && !dwelling.test(text) ? behindLabel(words, text) : [];
          if (!isBehindLabel(texts, at)) return namesIn(words, text);
          if (text.length <= longestNames) return words;
          return within(
            words,
            [...text.matchAll(cards)].map(({ 0: name, index }) => [index, index + name.length]),
          );
        }),
      ),
      mostPeople,
    ],
  ];
}

/** Whether the cell before the row holds nothing but a label of people or firms, over one line or, narrow, over two. */
function isBehindLabel(texts: readonly string[], at: number): boolean {
  const [above = '', label = ''] = [texts[at - 2], texts[at - 1]];
  return labelAlone.test(label) || (label.length < 5 && above.length < 7 && labelAlone.test(above + label));
}

/** Those first in which the engine is not quite sure of a character. */
function doubtedFirst(rows: OcrWord[][]): OcrWord[][] {
  return [...rows.filter(isDoubted), ...rows.filter((words) => !isDoubted(words))];
}

function isDoubted(words: readonly OcrWord[]): boolean {
  return words.some(({ text, confidence }) => letters.test(text) && confidence < 0.86);
}

function hasCode(text: string): boolean {
  return isCreditCode(/[0-9A-Z]{18}$/u.exec(text)?.[0] ?? '');
}

/** The words behind labels of people in a row of a form. */
function namesIn(words: readonly OcrWord[], text: string): readonly OcrWord[] {
  const own = holder.exec(text)?.[0].length ?? 0;
  const ranges = [...text.matchAll(people)].map(({ 0: found, index }) => {
    const from = index + found.length;
    const length = text.slice(from, from + longestNames).search(/[|｜]|\d{4}/u);
    return [from - 1, length < 0 ? from + longestNames : from + length + 1] as const;
  });
  return within(words, own === 0 ? ranges : [[0, own], ...ranges]);
}

/** The words of a day at the end of a row that has no whole day there. */
function brokenDay(words: readonly OcrWord[], text: string): readonly OcrWord[] {
  const day = dayAtEnd.exec(text);
  if (day === null || wholeDay.test(day[0]) || !/[年月日]/u.test(day[0])) return [];
  return within(words, [[day.index, text.length]]);
}

/** The words of sums in capitals, and the three before: what stands there may be the head of the sum misread. */
function sumsOf(words: readonly OcrWord[], text: string): readonly OcrWord[] {
  const ranges = [...text.matchAll(sums)].flatMap(({ 0: found, index }) => {
    const yuan = found.indexOf('元');
    const first = found.slice(0, yuan).search(capital);
    if (first < 0 && !/^元[整正]/u.test(found.slice(yuan))) return [];
    return [[index + Math.max(0, (first < 0 ? yuan - 2 : first) - 3), index + found.length] as const];
  });
  return within(words, ranges);
}

/** The words of a row that have a character in one of the ranges of its text. */
function within(words: readonly OcrWord[], ranges: readonly (readonly [number, number])[]): readonly OcrWord[] {
  let at = 0;
  return words.filter((word) => {
    const from = at;
    at += word.text.length;
    return ranges.some(([start, end]) => from < end && at > start);
  });
}

/** A word with those beside it, as far as one character on either side: where what is cut begins and ends, half a character may be seen. */
function withBeside(row: readonly OcrWord[], place: number): readonly OcrWord[] {
  let [from, to] = [place, place];
  const far = (row[place]?.height ?? 0) * 0.8;
  for (let wide = 0; from > 0 && wide < far; wide += row[from]?.width ?? 0) from--;
  for (let wide = 0; to < row.length - 1 && wide < far; wide += row[to]?.width ?? 0) to++;
  return row.slice(from, to + 1);
}

interface Row {
  readonly words: readonly OcrWord[];
  readonly top: number;
  readonly bottom: number;
}

function rowsOf(words: readonly OcrWord[]): Row[] {
  const rows = new Map<string, OcrWord[]>();
  for (const word of words) {
    const row = rows.get(word.line);
    if (row === undefined) rows.set(word.line, [word]);
    else row.push(word);
  }
  return [...rows.values()].map((own) => ({
    words: own,
    top: Math.min(...own.map((word) => word.top)),
    bottom: Math.max(...own.map((word) => word.top + word.height)),
  }));
}

function wrongOf(confidence: number): number {
  return wrongBelow.find(([below]) => confidence < below)?.[1] ?? leastWrong;
}

function runsOf({ words, top, bottom }: Row, chosen: ReadonlySet<OcrWord>, usual: number): Stretch[] {
  const runs: OcrWord[][] = [];
  let open: OcrWord[] | null = null;
  for (const word of words) {
    if (!chosen.has(word)) open = null;
    else if (open === null) {
      open = [word];
      runs.push(open);
    } else open.push(word);
  }
  // A row of nothing but a stroke is as high as the others all the same.
  const low = Math.max(0, (0.7 * usual - (bottom - top)) / 2);
  return runs.map((run) => ({
    words: run,
    ends: [run[0] === words[0], run.at(-1) === words.at(-1)],
    box: [
      Math.min(...run.map((word) => word.left)) - around.x,
      Math.round(top - low) - around.y,
      Math.max(...run.map((word) => word.left + word.width)) + around.x,
      Math.round(bottom + low) + around.y,
    ],
  }));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
