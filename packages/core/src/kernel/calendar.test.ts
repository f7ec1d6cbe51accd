import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildCalendar, type YearCalendar } from './calendar.ts';
import { dayNumber, dayText, weekday } from './day.ts';
import { fullDaysBetween, lastDay } from './period.ts';

const folder = path.join(import.meta.dirname, '../../../../rules/calendars');
const years = readdirSync(folder).map((name): YearCalendar => parse(readFileSync(path.join(folder, name), 'utf8')));
const calendar = buildCalendar(years);
const day = (text: string): number => dayNumber(text) ?? Number.NaN;

test('the calendar covers 2015 to 2026 and says so of the year after', () => {
  expect(years.map((entry) => entry.year).sort()).toEqual(Array.from({ length: 12 }, (_, index) => 2015 + index));
  expect(calendar.isWorkingDay(day('2026-12-31'))).toBe(true);
  expect(calendar.isWorkingDay(day('2027-01-01'))).toBeNull();
  expect(calendar.isWorkingDay(day('2014-12-31'))).toBeNull();
  expect(lastDay({ from: day('2026-12-30'), limit: 7, unit: 'working-days' }, calendar)).toBeNull();
});

test('holidays and worked weekends count as arranged', () => {
  expect(calendar.isWorkingDay(day('2025-10-08'))).toBe(false);
  expect(calendar.isWorkingDay(day('2025-09-28'))).toBe(true);
  expect(calendar.isWorkingDay(day('2026-02-14'))).toBe(true);
  expect(calendar.isWorkingDay(day('2026-02-23'))).toBe(false);
  // seven working days over the National Day of 2025: 29, 30 September, then 9, 10, 11 (worked Saturday), 13, 14 October
  expect(dayText(lastDay({ from: day('2025-09-28'), limit: 7, unit: 'working-days' }, calendar) ?? 0)).toBe(
    '2025-10-14',
  );
});

test('ninety days from 2024-09-09 end on a Sunday and roll over only where that is granted', () => {
  const from = day('2024-09-09');
  expect(dayText(lastDay({ from, limit: 90, unit: 'natural-days' }, calendar) ?? 0)).toBe('2024-12-08');
  expect(dayText(lastDay({ from, limit: 90, unit: 'natural-days', roll: true }, calendar) ?? 0)).toBe('2024-12-09');
});

test('months end on the corresponding day or the last of the month', () => {
  expect(dayText(lastDay({ from: day('2025-08-31'), limit: 6, unit: 'months' }, calendar) ?? 0)).toBe('2026-02-28');
  expect(dayText(lastDay({ from: day('2024-02-29'), limit: 1, unit: 'years' }, calendar) ?? 0)).toBe('2025-02-28');
});

test('counting back leaves out both the day of notice and of the event', () => {
  // notice on Monday 2026-03-02, hearing on Thursday 2026-03-12: seven working days lie between
  expect(fullDaysBetween(day('2026-03-02'), day('2026-03-12'), 'working-days', calendar)).toBe(7);
  expect(fullDaysBetween(day('2026-03-02'), day('2026-03-11'), 'working-days', calendar)).toBe(6);
});

test('days that do not exist are no days', () => {
  expect(['2026-02-29', '2026-13-01', '5897/11/18', '2026-1-5', '', '2026-04-31'].map(dayNumber)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

test('a day and its text are one', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 40_000 }), (number) => {
      expect(dayNumber(dayText(number))).toBe(number);
      expect(weekday(number)).toBe(new Date(number * 86_400_000).getUTCDay());
    }),
  );
});
