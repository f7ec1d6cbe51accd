import { Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { isArabic } from './numerals.ts';

export interface NumberHit {
  readonly start: number;
  readonly end: number;
  /** As printed without spaces, the brackets of the year as 〔〕. */
  readonly value: string;
  readonly year: number;
  /** What stands before the year (盘环罚决, 禄农（兽药）罚); empty where nothing does. */
  readonly prefix: string;
}

const OPEN = '〔[【﹝(〈<［{';
const CLOSE = '〕]】﹞)〉>］}';
const LONGEST_PREFIX = 24;
/** 350102-1234567890: the office and a running number. */
const LONGEST_SERIAL = 20;
/** Brackets that may stand inside the prefix: 禄农(兽药)罚, 甲规资执[处罚决定]. */
const NOTES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '】': '【', '〕': '〔' };
/** A bracket inside the prefix with what it holds. */
const LONGEST_NOTE = 14;

/** Every document number (文号) of the half-open range, in whatever brackets; the year is what makes it one. */
export function scanNumbers(reader: Reader, from = 0, to = reader.dense.length): NumberHit[] {
  const hits: NumberHit[] = [];
  const text = reader.dense;
  let lowest = from;
  for (let at = from; at < to; at++) {
    if (text[at] !== '2' && text[at] !== '1') continue;
    const hit = bracketed(reader, text, at, lowest) ?? unbracketed(reader, text, at, lowest);
    if (hit === null || hit.end > to) continue;
    hits.push(hit);
    lowest = hit.end;
    at = hit.end - 1;
  }
  return hits;
}

function yearAt(text: string, at: number): number | null {
  const year = text.slice(at, at + 4);
  return /^(?:19[89]\d|20\d\d)$/.test(year) ? Number(year) : null;
}

function bracketed(reader: Reader, text: string, at: number, lowest: number): NumberHit | null {
  const opened = OPEN.includes(text[at - 1] ?? ' ');
  // 罚2024)7号: on a picture the bracket that opens is lost more often than read for another sign.
  if (!(opened || (/[罚告决字]/u.test(text[at - 1] ?? '') && reader.pages.some(isScan))) || at - 1 < lowest)
    return null;
  const before = opened ? at - 1 : at;
  const year = yearAt(text, at);
  const close = at + (text[at + 4] === '年' ? 5 : 4);
  if (year === null || !CLOSE.includes(text[close] ?? ' ')) return null;
  const end = serialEnd(reader, text, close + 1);
  if (end === null) return null;
  const start = prefixStart(reader, text, before, lowest);
  const prefix = reader.print(start, before);
  return { start, end, value: halfWidth(`${prefix}〔${year}〕${reader.print(close + 1, end)}`), year, prefix };
}

/** 〔２０２３〕２９０号: figures and letters of full width are the same number. */
function halfWidth(value: string): string {
  return value.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
}

/** 头镇罚告字2020第001号, 处罚字202124: no brackets; 字 before the year carries it. */
function unbracketed(reader: Reader, text: string, at: number, lowest: number): NumberHit | null {
  const year = yearAt(text, at);
  const head = text[at - 1] === '第' ? at - 1 : at;
  if (year === null || text[head - 1] !== '字') return null;
  let end = at + 4;
  if (text[end] === '第') end++;
  const digits = end;
  while (end - digits < 10 && isArabic(text[end])) end++;
  if (end === digits) return null;
  if (text[end] === '号') end++;
  else if (reader.gapBefore(end) < Gap.wide && end < text.length) return null;
  const start = prefixStart(reader, text, head, lowest);
  if (start === head) return null;
  const prefix = reader.print(start, head);
  return { start, end, value: halfWidth(reader.print(start, end)), year, prefix };
}

/** Offset after the serial: up to 号, or up to the end of the line where 号 was left off; null for no serial. */
function serialEnd(reader: Reader, text: string, from: number): number | null {
  let digits = 0;
  for (let i = from; i <= from + LONGEST_SERIAL && i <= text.length; i++) {
    const character = text[i];
    const ended =
      character === undefined || (reader.gapBefore(i) >= Gap.line && !/^\d{0,3}号/.test(text.slice(i, i + 4)));
    // 甲交罚决〔2031〕Y02611当事人:
    if (digits > 3 && /^(?:当事人|被处罚[人单])/.test(text.slice(i, i + 4))) return i;
    // 甲事罚字〔2031〕070302004511 当事人: a long running number needs no 号.
    if (digits >= 8 && !isArabic(character) && character !== '号' && reader.gapBefore(i) >= Gap.space) return i;
    if (digits > 0 && ended) return i;
    if (character === undefined) return null;
    if (character === '号') return digits > 0 ? i + 1 : null;
    if (isArabic(character)) digits++;
    // 〔2025〕6、7号: one paper under two numbers.
    else if (digits > 0 && character === '、') {
      const more = /^(?:、\d{1,6}){1,3}号/.exec(text.slice(i, i + 30));
      return more === null ? (/^第?-?\d+$/.test(text.slice(from, i)) ? i : null) : i + more[0].length;
    } else if (!isSerialUnit(character))
      return digits > 0 && /^第?-?\d+$/.test(text.slice(from, i)) && '\u0029;,。、》'.includes(character) ? i : null;
  }
  return null;
}

function isSerialUnit(character: string): boolean {
  return /[A-Za-z\-—–()第_.*×]/.test(character) || isHan(character);
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && character >= '㐀' && character <= '鿿';
}

/** Words of a sentence that may stand right before a number and are never part of one. */
const NEVER_IN_PREFIX = new Set([...'了的与及或到以为是据按已被由向达号款条项为从其该']);
const PAPER_NAMES = [
  '决定书',
  '告知书',
  '通知书',
  '指令书',
  '催告书',
  '意见书',
  '裁决书',
  '同意书',
  '文书',
  '公告',
  '案号',
  '文号',
  '编号',
  '文书号',
];

/**
 * Walks back from the bracket of the year over the agency's short name and the word of the procedure. Brackets inside
 * it (禄农(兽药)罚, (津保)应急罚) are taken whole; a sentence, a title or a break of the line ends it.
 */
function prefixStart(reader: Reader, text: string, bracket: number, lowest: number): number {
  let start = bracket;
  // 行政处罚决定书 / 〔2023〕7号 on the next line: the title is no prefix.
  if (
    reader.gapBefore(bracket) >= Gap.line &&
    (text[bracket - 1] === '书' || !(reader.wraps(bracket) || brokenByCell(reader, text, bracket)))
  )
    return bracket;
  while (start > lowest && bracket - start < LONGEST_PREFIX) {
    if (start < bracket && breaksBefore(reader, start, bracket)) break;
    const character = text[start - 1];
    const opening = NOTES[character ?? ''];
    if (opening !== undefined) {
      const back = Math.max(lowest, start - LONGEST_NOTE);
      const open = back + text.slice(back, start - 1).lastIndexOf(opening);
      if (open < back) break;
      // [发文字号]甲农罚〔2025〕1号: what stands in square brackets before a number is its label.
      if (opening !== '(' && (start - open < 4 || !isHan(text[open - 1]))) break;
      if (!isPlain(text, open + 1, start - 1)) break;
      start = open;
      continue;
    }
    if (!isHan(character) && !/[A-Za-z0-9]/.test(character ?? ' ')) break;
    if (NEVER_IN_PREFIX.has(character ?? '')) break;
    start--;
  }
  return afterPaperName(text, afterStroke(reader, text, start), bracket);
}

/** I甲环罚字〔2031〕4号: a rule of a table beside the number was read for a letter. */
function afterStroke(reader: Reader, text: string, start: number): number {
  const beside = /[Il1]/.test(text[start] ?? '') && isHan(text[start + 1]) && reader.gapBefore(start) >= Gap.line;
  return beside && reader.pages.some(isScan) ? start + 1 : start;
}

/** A narrow cell broke the number: 临农(农药)罚 stands alone in its line and ends on a word of procedure. */
function brokenByCell(reader: Reader, text: string, bracket: number): boolean {
  let start = bracket - 1;
  while (start > 0 && bracket - start <= LONGEST_NOTE && reader.gapBefore(start) < Gap.line) start--;
  return /^[\p{Script=Han}()A-Za-z0-9]{2,14}[罚处字告决立审保强改催移听检监先结]$/u.test(text.slice(start, bracket));
}

/** White space wider than one blank parts a number from what stands before it, and so does a title's line end. */
function breaksBefore(reader: Reader, start: number, bracket: number): boolean {
  const gap = reader.gapBefore(start);
  if (gap < Gap.space) return false;
  // 应急 / 罚〔2025〕44号: a word of procedure alone before the bracket is the rest of a number that a narrow cell broke.
  if (gap >= Gap.line)
    return (
      !reader.wraps(start) && !/^[罚处字告决立审保强改催移听检监先结]{1,3}$/u.test(reader.dense.slice(start, bracket))
    );
  // (韶 自资罚〔2024〕: a blank of a picture is guessed, and parts no sign that stands alone from the rest of a number.
  if (reader.pages.some(isScan) && isHan(reader.dense[start - 1]) && !isHan(reader.dense[start - 2])) return false;
  return bracket - start >= 3 && !placeApart(reader, start, bracket) && !regionApart(reader, start, bracket);
}

/** 醴 林罚决字〔2024〕第8号: a form prints the word of the procedure, and the short name of the place is filled in before it. */
function placeApart(reader: Reader, start: number, bracket: number): boolean {
  if (
    reader.gapBefore(start) > Gap.wide ||
    !/^(?:林|市监|环|农|卫|应急|城|交|文|水|渔)[^字罚]{0,4}[罚处]/u.test(reader.dense.slice(start, bracket))
  )
    return false;
  const length = reader.gapBefore(start - 1) >= Gap.space ? 1 : reader.gapBefore(start - 2) >= Gap.space ? 2 : 0;
  return length > 0 && /^\p{Script=Han}+$/u.test(reader.dense.slice(start - length, start));
}

/** 豫 1104 环罚决字〔2022〕4 号: the province, the code of its district and the word of the procedure set apart by blanks. */
function regionApart(reader: Reader, start: number, bracket: number): boolean {
  if (reader.gapBefore(start) > Gap.wide) return false;
  const before = reader.dense.slice(Math.max(0, start - 7), start);
  if (/^\d{4,6}\p{Script=Han}/u.test(reader.dense.slice(start, bracket))) return PROVINCE.test(before);
  const digits = /\d{4,6}$/.exec(before)?.[0].length ?? 0;
  return digits > 0 && PROVINCE.test(before.slice(0, -digits));
}

const PROVINCE = /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新]$/;

/** 于2025年4月8日作出永市监处罚〔2025〕96号: a day and the verb of a sentence are no part of the number behind them. */
function afterVerb(text: string, start: number, bracket: number): number {
  const words = /^.*(?:作出|做出|下达|送达|出具|制发|制作|强制执行|\d日)(?=.{3})/u.exec(text.slice(start, bracket));
  // 决定书(冻结存款)甲税冻字〔2031〕2号: the note behind the title, where nothing parts it from the number.
  const note = /^\((?:冻结|查封|扣押|适用|单位|个人|公司|法人)[一-龥、]{0,6}\)(?=.{3})/u.exec(
    text.slice(start, bracket),
  );
  return start + (words?.[0].length ?? note?.[0].length ?? 0);
}

/** 来源甲市城市管理局甲城罚决字〔2025〕2号, …一案的处罚决定甲关违字〔2024〕2号: a line above ran into the number. */
function afterAgency(text: string, start: number, bracket: number): number {
  const words =
    /^(?:[\p{Script=Han}]{4,}(?:局|委员会|人民政府|海关|的?处罚决定)|(?:行政)?处罚决定)(?=[\p{Script=Han}()]{4,}$)/u.exec(
      text.slice(start, bracket),
    );
  return words === null ? start : start + words[0].length;
}

function isPlain(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isHan(text[i]) && !/[A-Za-z0-9]/.test(text[i] ?? ' ')) return false;
  return true;
}

/** …行政处罚决定书盘环罚决(2021): the title goes, unless the title itself is the prefix (林业行政处罚决定书〔2025〕46号). */
function afterPaperName(text: string, start: number, bracket: number): number {
  let cut = start;
  for (const name of PAPER_NAMES) {
    const found = text.slice(start, bracket - 1).lastIndexOf(name);
    if (found !== -1) cut = Math.max(cut, start + found + name.length);
  }
  cut = Math.max(cut, afterAgency(text, start, bracket));
  // 甲证监局行政处罚决定书〔2022〕5号: behind the agency the bare title tells no more than the paper's name.
  if (cut > start && /^(?:不予)?行政处罚决定书$/.test(text.slice(cut, bracket))) return bracket;
  // 行政处罚决定书（单位）: what the title says of itself.
  const note =
    cut === start
      ? null
      : /^\((?:单位|个人|自然人|公民|法人|组织|企业|听证|简易|当场|正本|副本)\)/.exec(text.slice(cut, bracket));
  // 决 定 书甲水罚字: the blanks of a title that is drawn out end the walk within it. 用人单位)甲人社监罚字: so does a note's.
  const title = cut === start && text[start] === '书' && /[定知决]$/.test(text.slice(0, start)) ? 1 : 0;
  const noted = title === 1 ? /^书(\([^()]{2,8}\))/.exec(text.slice(start, bracket))?.[1]?.length : undefined;
  const named = afterVerb(text, cut + Math.max(note?.[0].length ?? 0, title + (noted ?? 0)), bracket);
  // 第甲乙罚字〔2025〕第03号: the first 第 of a form that prints it before the whole number.
  // 浏览次数:312甲乙罚字〔2025〕3号: figures of the line above.
  const ordinal = /^(?:第|\d+)(?=\p{Script=Han}{3})/u.exec(text.slice(named, bracket))?.[0].length ?? 0;
  return named + ordinal + (/^[^()]{1,14}\)/.exec(text.slice(named, bracket))?.[0].length ?? 0);
}
