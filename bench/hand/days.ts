import type { WorkCalendar } from '@anjuan/core';

let worked = new Int32Array(0);
let first = 0;

/** Counts the working days of a calendar for the functions below. */
export function useCalendar(calendar: WorkCalendar): void {
  worked = new Int32Array(calendar.to - calendar.from);
  first = calendar.from;
  let sum = 0;
  for (let day = calendar.from; day < calendar.to; day++) {
    if (calendar.isWorkingDay(day)) sum++;
    worked[day - calendar.from] = sum;
  }
}

/** Working days after `from` up to `to`; an act is in time while fewer than the limit lie before its day. */
export function workingDays(from: number, to: number): number {
  return (worked[to - first] ?? 0) - (worked[from - first] ?? 0);
}

/** The n-th working day after a day. */
export function workingDaysAfter(from: number, n: number): number {
  let day = from;
  while (workingDays(from, day) < n) day++;
  return day;
}

/** The day itself when it is worked, else the next that is. */
export function openOn(day: number): number {
  return workingDays(day - 1, day) > 0 ? day : workingDaysAfter(day, 1);
}

/** Days since 1970 of a `YYYY-MM-DD`, -1 when there is none. */
export function dayOf(value: unknown): number {
  if (typeof value !== 'string') return -1;
  const digit = (at: number): number => value.charCodeAt(at) - 48;
  return civil(
    digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
    digit(5) * 10 + digit(6),
    digit(8) * 10 + digit(9),
  );
}

/** The same day so many months on, or the last of that month. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  const moved = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));
  if (moved.getUTCDate() !== date.getUTCDate()) moved.setUTCDate(0);
  return moved.getTime() / 86_400_000;
}

function civil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}
