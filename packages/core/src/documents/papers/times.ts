import { dayNumber, dayText } from '../../kernel/day.ts';
import { Gap, type Reader } from '../pages.ts';
import { scanDates } from '../scan/dates.ts';
import type { Field } from '../scan/labels.ts';
import { readChinese } from '../scan/numerals.ts';

/** When a record begins and ends: `2026-01-09`, `2026-01-09T10:20+08:00`. */
export interface Times {
  readonly day: string;
  /** Where the day stands. */
  readonly at: { readonly start: number; readonly end: number };
  readonly started?: string;
  readonly ended?: string;
}

/** 下午2时10分, 9:30, 九时, 9时半; figures in words count only before 时 and behind the day or a word for part of it, as 一点 and 一时 are words of their own. */
const clock =
  /(上午|早上|早晨|凌晨|中午|下午|傍晚|晚上|晚间|夜间|晚)?(?:(\d{1,2})(?:时|:|点)|(?<=[日至到午晨上晚间—~-])([〇零一二三四五六七八九十]{1,3})时)(半|\d{1,2}|[〇零一二三四五六七八九十]{1,3}(?=分))?分?/gu;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Whether a word says in which half of the day it is. */
  readonly told: boolean;
  readonly at: number;
}

/** The first date of a span with the clock times behind it; null without a date that exists. */
export function timesIn(reader: Reader, from: number, to: number): Times | null {
  const dates = scanDates(reader, from, to).filter((hit) => hit.value !== null);
  const first = dates[0];
  if (first === undefined || first.value === null) return null;
  const at = { start: first.start, end: first.end };
  const line = reader.lines[reader.lineAt(first.start)];
  const near = Math.min(to, Math.max(line?.end ?? to, first.end + 20));
  // …8日22 / 时20分: a clock the margin broke goes on in the next line.
  const broken = /^[\d时点:]$/u.test(reader.dense[near - 1] ?? '') ? /^[\d时点:分半]{0,6}/u : /^$/u;
  const stop = near + (broken.exec(reader.dense.slice(near, to))?.[0].length ?? 0);
  // From the 日 of the day on.
  const offset = reader.dense[first.end - 1] === '日' ? first.end - 1 : first.end;
  const rest = reader.dense.slice(offset, stop);
  const [begin, end] = [...rest.matchAll(clock)].slice(0, 2).map((match) => clockFrom(match, offset));
  const second = dates[1];
  const stamp = (day: string, time: Clock): string | undefined =>
    time.hour <= 24 && time.minute <= 59 ? `${day}T${two(time.hour)}:${two(time.minute)}+08:00` : undefined;
  const started = begin === undefined ? undefined : stamp(first.value, begin);
  if (begin === undefined || end === undefined)
    return { day: first.value, at, ...(started === undefined ? {} : { started }) };
  const dated = second?.value != null && second.start < end.at ? second.value : null;
  const between = reader.dense.slice(begin.at, end.at);
  const endDay = dated ?? nextDay(first.value, between) ?? first.value;
  // 下午2时至3时: the word holds for both.
  const late = begin.told && begin.hour >= 12 && !end.told && end.hour < 12 && endDay === first.value;
  const ended = stamp(endDay, late && end.hour < begin.hour ? { ...end, hour: end.hour + 12 } : end);
  return {
    day: first.value,
    at,
    ...(started === undefined ? {} : { started }),
    ...(ended === undefined ? {} : { ended }),
  };
}

function clockFrom(match: RegExpExecArray, offset: number): Clock {
  const [, half = '', figures, words, rest = ''] = match;
  const hour = figures === undefined ? (readChinese(words ?? '', 0)?.value ?? 99) : Number(figures);
  const minute = rest === '半' ? 30 : /^\d*$/u.test(rest) ? Number(rest) : (readChinese(rest, 0)?.value ?? 99);
  const later = (/下午|傍晚|晚|夜/u.test(half) && hour < 12) || (half === '中午' && hour < 4);
  return { hour: later ? hour + 12 : hour, minute, told: half !== '', at: offset + match.index };
}

/** The day after, where the words between two times say so: 至次日0时, 6日22时至7日1时. */
function nextDay(day: string, between: string): string | null {
  const number = dayNumber(day);
  if (number === null) return null;
  const next = dayText(number + 1);
  const named = /(\d{1,2})日$/u.exec(between)?.[1];
  return /次日|翌日|第二天/u.test(between) || (named !== undefined && Number(named) === Number(next.slice(8)))
    ? next
    : null;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** The times of a field; of forms that give the end a place of its own, that end. */
export function timesOf(reader: Reader, begin: Extent, end: Extent | undefined): Times | null {
  const bounded = ({ from }: Extent): Times | null => timesIn(reader, from, Math.min(from + 60, reader.dense.length));
  const own = end === undefined ? bounded(begin) : timesIn(reader, begin.from, begin.to);
  const ended = end === undefined || own === null ? undefined : bounded(end)?.started;
  return own === null || ended === undefined ? own : { ...own, ended };
}

/** 时间2026年4月11日9时20分 at the head of a row: forms of the police print the label against the year, and no sign parts them. */
export function bareTime(reader: Reader, end: number): Field | undefined {
  const places = reader.dense.slice(0, end).matchAll(/时间(?=\d{4}年\d{1,2}月\d{1,2}日\d{1,2}[时:])/gu);
  const place = [...places].find(({ index }) => index === 0 || reader.gapBefore(index) >= Gap.line);
  if (place === undefined) return undefined;
  const [from, to] = [place.index + 2, reader.lines[reader.lineAt(place.index)]?.end ?? end];
  return { label: '时间', start: place.index, from, to, text: reader.print(from, to), colon: false };
}

/** The part of a field that tells the time: what stands behind its last figure or sign, as 止, changes nothing of it. */
export function clockOf(reader: Reader, { from, to }: Extent): Extent {
  const last = [...reader.dense.slice(from, to)].findLastIndex((one) => /[\d年月日时分点]/u.test(one));
  return last < 0 ? { from, to } : { from, to: from + last + 1 };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
