import { type DayNumber, dayNumber } from '../kernel/day.ts';
import { type Frame, isFact } from '../operators/frame.ts';
import { leastConfidence } from '../record/confidence.ts';
import type { FactEntry } from '../record/dictionary.ts';
import type { FactValue, ListItem } from '../record/types.ts';

/** Days within which an act lies whose own day is not known; `to` is infinite where nothing later is known. */
export interface Span {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/**
 * Where a day that is not known must lie, by the days of the steps before and after it and the year in the number of its paper; null where nothing
 * bounds it from below, or where the act may not have been done at all: a file may end without a decision. Of papers that disagree the widest is taken.
 */
export function spanOf(entry: FactEntry, frame: Frame): Span | null {
  return isEvident(entry, frame) ? boundsOf(entry, frame) : null;
}

/** The same, whether or not the act was done: the days about it. */
export function boundsOf(entry: FactEntry, frame: Frame): Span | null {
  let from = Number.NEGATIVE_INFINITY;
  for (const path of entry.after ?? [])
    for (const days of daysAt(path, frame)) from = Math.max(from, Math.min(...days));
  if (entry.numbered !== undefined) {
    const years = readingsAt(entry.numbered, frame).flatMap((number) => yearOf(number) ?? []);
    const first = years.length === 0 ? null : dayNumber(`${Math.min(...years)}-01-01`);
    if (first !== null) from = Math.max(from, first);
  }
  let to = Number.POSITIVE_INFINITY;
  for (const path of entry.before ?? []) for (const days of daysAt(path, frame)) to = Math.min(to, Math.max(...days));
  return Number.isFinite(from) && from <= to ? { from, to } : null;
}

/** Whether the act was done, though its day is not known: its paper is in the file, or has a number. */
function isEvident(entry: FactEntry, frame: Frame): boolean {
  return (
    frame.record.documents.some(({ kind }) => entry.from.includes(kind)) ||
    (entry.numbered !== undefined && readingsAt(entry.numbered, frame).length > 0)
  );
}

/** Every day stated at a path, each with the readings of it; a list's field (`inspections[].date`) has one for each element. */
function daysAt(path: string, frame: Frame): readonly (readonly DayNumber[])[] {
  const cut = path.indexOf('[].');
  if (cut < 0) {
    const days = readingsAt(path, frame).flatMap((value) => dayNumber(value) ?? []);
    return days.length === 0 ? [] : [days];
  }
  const [list] = readingsAt(path.slice(0, cut + 2), frame);
  if (!Array.isArray(list)) return [];
  const field = path.slice(cut + 3);
  return (list as readonly ListItem[]).flatMap((item) => {
    const day = (item.confidence ?? 1) < leastConfidence ? null : dayNumber(item[field]);
    return day === null ? [] : [[day]];
  });
}

/** The values papers give for a path, if they were read surely enough to be known. */
function readingsAt(path: string, frame: Frame): readonly FactValue[] {
  const raw = frame.record.facts[path];
  if (raw === null || raw === undefined) return [];
  if (!isFact(raw)) return [raw];
  if ((raw.confidence ?? 1) < leastConfidence) return [];
  return [raw.value, ...(raw.alternatives ?? []).map(({ value }) => value)];
}

/** The year in the brackets of a paper's number: 甲环罚〔2024〕5号. */
function yearOf(number: FactValue): number | null {
  const found = typeof number === 'string' ? /[〔［[(（【]((?:19|20)\d\d)[〕］\])）】]/u.exec(number) : null;
  return found === null ? null : Number(found[1]);
}
