import type { Reader } from '../pages.ts';
import { scanDates } from '../scan/dates.ts';

/** When a record begins and ends: `2026-01-09`, `2026-01-09T10:20+08:00`. */
export interface Times {
  readonly day: string;
  readonly started?: string;
  readonly ended?: string;
}

const clock = /(\d{1,2})(?:时|:|点)(\d{1,2})?分?/gu;

/** The first date of a span with the clock times behind it; null without a date that exists. */
export function timesIn(reader: Reader, from: number, to: number): Times | null {
  const dates = scanDates(reader, from, to).filter((hit) => hit.value !== null);
  const first = dates[0];
  if (first === undefined || first.value === null) return null;
  const line = reader.lines[reader.lineAt(first.start)];
  const stop = Math.min(to, Math.max(line?.end ?? to, first.end + 20));
  const rest = reader.dense.slice(first.end, stop);
  const found = [...rest.matchAll(clock)]
    .slice(0, 2)
    .map((match) => ({ hour: Number(match[1]), minute: Number(match[2] ?? '0'), at: first.end + match.index }));
  const second = dates[1];
  const stamp = (day: string, time: { hour: number; minute: number }): string | undefined =>
    time.hour <= 24 && time.minute <= 59 ? `${day}T${two(time.hour)}:${two(time.minute)}+08:00` : undefined;
  const [begin, end] = found;
  const started = begin === undefined ? undefined : stamp(first.value, begin);
  const endDay = second?.value != null && end !== undefined && second.start < end.at ? second.value : first.value;
  const ended = end === undefined ? undefined : stamp(endDay, end);
  return { day: first.value, ...(started === undefined ? {} : { started }), ...(ended === undefined ? {} : { ended }) };
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

/** The part of a field that tells the time: what stands behind its last figure or sign, as 止, changes nothing of it. */
export function clockOf(reader: Reader, { from, to }: Extent): Extent {
  const last = [...reader.dense.slice(from, to)].findLastIndex((one) => /[\d年月日时分点]/u.test(one));
  return last < 0 ? { from, to } : { from, to: from + last + 1 };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
