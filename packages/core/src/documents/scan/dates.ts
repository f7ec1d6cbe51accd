import { Gap, type Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { digitValue, isArabic, readArabic, readChinese } from './numerals.ts';

export interface DateHit {
  readonly start: number;
  readonly end: number;
  /** `YYYY-MM-DD`, or null for a day no calendar has (2023年2月30日). */
  readonly value: string | null;
  /** `words` for 年月日 in either script, `marks` for 2024.03.04, 2024-3-4, 2024/3/4. */
  readonly form: 'words' | 'marks';
  /** True when a character that prints nothing hides within: the page may show another day. */
  readonly tampered: boolean;
}

/** Every full date of the half-open range, in order; dates without a year are left out. */
export function scanDates(reader: Reader, from = 0, to = reader.dense.length): DateHit[] {
  const hits: DateHit[] = [];
  const text = reader.dense;
  let at = from;
  while (at < to) {
    const hit = dateAt(reader, text, at);
    if (hit === null || hit.end > to) {
      at++;
      continue;
    }
    hits.push(hit);
    at = hit.end;
  }
  return hits;
}

function dateAt(reader: Reader, text: string, at: number): DateHit | null {
  const code = text.charCodeAt(at);
  // A year of this world begins with 1, 2, 一 or 二: everything else is passed over cheaply.
  if (code !== 0x31 && code !== 0x32 && code !== 0x4e00 && code !== 0x4e8c) return null;
  if (digitValue(text[at - 1]) !== null && reader.gapBefore(at) === Gap.none) return null;
  if (code === 0x4e8c && LOST_NOUGHT.test(text.slice(at, at + 4)) && reader.pages.some(isScan))
    return wordDate(reader, text, at, 2000 + readTwo(text, at + 1), at + 4);
  let year = 0;
  for (let i = 0; i < 4; i++) {
    const digit = digitValue(text[at + i]);
    if (digit === null) return null;
    year = year * 10 + digit;
  }
  const mark = text[at + 4];
  if (mark === '年' || ((mark === '午' || mark === '牛') && text[at + 5] !== '前'))
    return wordDate(reader, text, at, year, at + 5);
  if (mark === '.' || mark === '-' || mark === '/') return markDate(reader, text, at, year, mark);
  return null;
}

/** 二二六年: on a picture the ring of 〇 is often not seen at all, and no other year is written so. */
const LOST_NOUGHT = /^二[一二][一二三四五六七八九]年/u;

function readTwo(text: string, at: number): number {
  return 10 * (digitValue(text[at]) ?? 0) + (digitValue(text[at + 1]) ?? 0);
}

/** 日, and what recognition of a picture makes of it. */
const DAY_MARKS = '日号曰目';
/** What it makes of it besides, on a picture alone. */
const RUINED_MARKS = '晶刁';

/** The date whose year begins at `start`; its month stands from `from` on. */
function wordDate(reader: Reader, text: string, start: number, year: number, from: number): DateHit | null {
  const month = readArabic(text, from, 2) ?? readChinese(text, from);
  if (month === null || text[month.end] !== '月') return null;
  const day = readArabic(text, month.end + 1, 2) ?? readChinese(text, month.end + 1);
  const sign = text[day?.end ?? text.length] ?? '　';
  const ruined = RUINED_MARKS.includes(sign) && reader.pages.some(isScan);
  if (day === null || !(DAY_MARKS.includes(sign) || ruined)) return null;
  return hitOf(reader, start, day.end + 1, [year, month.value, day.value], 'words');
}

function markDate(reader: Reader, text: string, start: number, year: number, mark: string): DateHit | null {
  const month = readArabic(text, start + 5, 2);
  if (month === null || text[month.end] !== mark) return null;
  let end = month.end + 1;
  while (end - month.end <= 2 && isArabic(text[end])) end++;
  if (end === month.end + 1) return null;
  // 2024-03-0412 is a number unless white space parts the last digits off (2024-03-04 12:30).
  if (isArabic(text[end]) && reader.gapBefore(end) === Gap.none) return null;
  if (text[end] === mark && isArabic(text[end + 1])) return null;
  return hitOf(reader, start, end, [year, month.value, Number(text.slice(month.end + 1, end))], 'marks');
}

function hitOf(
  reader: Reader,
  start: number,
  end: number,
  [year, month, day]: readonly [number, number, number],
  form: DateHit['form'],
): DateHit {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const value = dayExists(year, month, day) ? `${year}-${pad(month)}-${pad(day)}` : null;
  return { start, end, value, form, tampered: reader.hides(start + 1, end) };
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function dayExists(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && leap ? 1 : 0);
}
