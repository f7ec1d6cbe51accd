import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildCalendar, type YearCalendar } from './calendar.ts';
import { countBack, countPeriod, type DaysToCount } from './count.ts';
import { dayNumber } from './day.ts';
import { elapsed, fullDaysBetween, lastDay } from './period.ts';

const folder = path.join(import.meta.dirname, '../../../../rules/calendars');
const years = readdirSync(folder).map((name): YearCalendar => parse(readFileSync(path.join(folder, name), 'utf8')));
const calendar = buildCalendar(years);

/*
 * The oracle knows nothing of the kernel: it walks the calendar with the platform's own dates, one day at a time, and looks each day up in the
 * published arrangements.
 */
const off = new Set(years.flatMap((year) => year.off));
const work = new Set(years.flatMap((year) => year.work));
const covered = new Set(years.map((year) => year.year));

const start = Date.UTC(1970, 0, 1);
const dateOf = (day: number): Date => new Date(start + day * 86_400_000);
const textOf = (day: number): string => dateOf(day).toISOString().slice(0, 10);

/** Whether people work on that day; null where no arrangement was published. */
function works(day: number): boolean | null {
  const date = dateOf(day);
  if (!covered.has(date.getUTCFullYear())) return null;
  const text = textOf(day);
  if (off.has(text)) return false;
  if (work.has(text)) return true;
  return date.getUTCDay() !== 0 && date.getUTCDay() !== 6;
}

/** The corresponding day of a later month, looked for day by day; the last of that month where there is none. */
function monthsLater(day: number, months: number): number {
  const date = dateOf(day);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  let found = day;
  for (let later = day; ; later++) {
    const one = dateOf(later);
    const here = one.getUTCFullYear() * 12 + one.getUTCMonth();
    if (here > index) return found;
    if (here === index) {
      found = later;
      if (one.getUTCDate() === date.getUTCDate()) return later;
    }
  }
}

const within = (day: number, spans: readonly (readonly [number, number])[]): boolean =>
  spans.some(([first, last]) => first <= day && day <= last);

function slowLastDay({ from, limit, unit, suspensions = [], roll = false }: DaysToCount): number | null {
  let left =
    unit === 'months'
      ? monthsLater(from, limit) - from
      : unit === 'years'
        ? monthsLater(from, limit * 12) - from
        : limit;
  let day = from;
  while (left > 0) {
    day++;
    if (within(day, suspensions)) continue;
    if (unit === 'working-days') {
      const counts = works(day);
      if (counts === null) return null;
      if (!counts) continue;
    }
    left--;
  }
  while (roll) {
    const free = works(day);
    if (free === null) return null;
    if (free) break;
    day++;
  }
  return day;
}

function slowLatest({ from: event, limit, unit, suspensions = [] }: DaysToCount): number | null {
  for (let day = event - 1; ; day--) {
    if (unit === 'months' || unit === 'years') {
      if (monthsLater(day, unit === 'years' ? limit * 12 : limit) < event) return day;
      continue;
    }
    let full = 0;
    for (let between = day + 1; between < event; between++) {
      if (within(between, suspensions)) continue;
      const counts = unit === 'natural-days' ? true : works(between);
      if (counts === null) return null;
      if (counts) full++;
    }
    if (full >= limit) return day;
  }
}

const first = dayNumber('2015-01-01') ?? 0;
const last = dayNumber('2026-12-31') ?? 0;
const anyDay = fc.integer({ min: first, max: last });
const length: Record<DaysToCount['unit'], number> = { 'natural-days': 120, 'working-days': 60, months: 14, years: 3 };
const period = fc
  .constantFrom<DaysToCount['unit']>('natural-days', 'working-days', 'months', 'years')
  .chain((unit) =>
    fc.record({
      unit: fc.constant(unit),
      from: anyDay,
      limit: fc.integer({ min: 0, max: length[unit] }),
      spans: fc.array(fc.tuple(fc.integer({ min: -5, max: 90 }), fc.integer({ min: 0, max: 25 })), { maxLength: 3 }),
      roll: fc.boolean(),
    }),
  )
  .map(
    ({ spans, ...rest }): DaysToCount => ({
      ...rest,
      // Spans overlap, begin before the period or lie beyond it.
      suspensions: spans.map(([begin, extent]) => [rest.from + begin, rest.from + begin + extent]),
    }),
  );

test('the last day is the one reached by walking, for every unit, with suspensions and roll-over', () => {
  let beyond = 0;
  let rolled = 0;
  fc.assert(
    fc.property(period, (asked) => {
      const slow = slowLastDay(asked);
      expect(lastDay(asked, calendar)).toBe(slow);
      const count = countPeriod(asked, calendar);
      expect(count?.due ?? null).toBe(slow);
      if (slow === null) beyond++;
      if (count === null) return;
      const counted = count.days.filter((day) => day.role === 'counted');
      expect(counted.map((day) => day.number)).toEqual(counted.map((_, index) => index + 1));
      expect(count.days.map((day) => day.day)).toEqual(
        Array.from({ length: count.due - asked.from + 1 }, (_, index) => asked.from + index),
      );
      if (count.rolledFrom !== null) {
        rolled++;
        expect(works(count.rolledFrom)).toBe(false);
      }
    }),
    { numRuns: 3000, seed: 20_261_128 },
  );
  // The draw reaches both the end of the calendar and days off at the end of a period.
  expect(beyond).toBeGreaterThan(20);
  expect(rolled).toBeGreaterThan(100);
});

test('counting back gives the latest day that still leaves the full days', () => {
  const backwards = period.filter((asked) => asked.suspensions?.length === 0 || asked.unit.endsWith('-days'));
  fc.assert(
    fc.property(backwards, (asked) => {
      const shifted: DaysToCount = {
        ...asked,
        suspensions: (asked.suspensions ?? []).map(([a, b]) => [2 * asked.from - b, 2 * asked.from - a]),
      };
      expect(countBack(shifted, calendar)?.due ?? null).toBe(slowLatest(shifted));
    }),
    { numRuns: 300, seed: 20_261_128 },
  );
});

test('elapsed and full days between agree with walking', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -60, max: 120 }), (from, distance) => {
      const until = from + distance;
      const [low, high] = distance < 0 ? [until, from] : [from, until];
      let counted: number | null = 0;
      for (let day = low + 1; day <= high && counted !== null; day++) {
        const free = works(day);
        counted = free === null ? null : counted + (free ? 1 : 0);
      }
      const signed = counted === null ? null : distance < 0 && counted !== 0 ? -counted : counted;
      const fast = elapsed(from, until, 'working-days', calendar);
      expect(fast === null ? null : fast + 0).toBe(signed);
      expect(elapsed(from, until, 'natural-days', calendar)).toBe(distance);
      if (distance > 0) {
        let between: number | null = 0;
        for (let day = from + 1; day < until && between !== null; day++) {
          const free = works(day);
          between = free === null ? null : between + (free ? 1 : 0);
        }
        expect(fullDaysBetween(from, until, 'working-days', calendar)).toBe(between);
        expect(fullDaysBetween(from, until, 'natural-days', calendar)).toBe(distance - 1);
      }
    }),
    { numRuns: 3000, seed: 20_261_128 },
  );
});

test('suspended days given as a number lengthen the period by as many of its unit', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }), (from, limit, suspended) => {
      for (const unit of ['natural-days', 'working-days'] as const)
        expect(lastDay({ from, limit, unit, suspended }, calendar)).toBe(
          slowLastDay({ from, limit: limit + suspended, unit }),
        );
      const months = slowLastDay({ from, limit, unit: 'months' });
      expect(lastDay({ from, limit, unit: 'months', suspended }, calendar)).toBe(
        months === null ? null : months + suspended,
      );
    }),
    { numRuns: 500, seed: 20_261_128 },
  );
});
