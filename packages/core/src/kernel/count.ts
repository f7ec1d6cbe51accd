import type { WorkCalendar } from './calendar.ts';
import { addMonths, type DayNumber } from './day.ts';
import { lastDay, type Span, suspendedOn } from './period.ts';

/**
 * What a day is in a count: `start` the day it counts from or, counting back, the event itself; `counted`; `off` no working day where only
 * those count; `suspended`; `over` a day off at the end, passed over because the last day rolls; `due` the last day, where it is no counted one.
 */
export type DayRole = 'start' | 'counted' | 'off' | 'suspended' | 'over' | 'due';

export interface CountedDay {
  readonly day: DayNumber;
  readonly role: DayRole;
  /** Position among the counted days, from 1; null for the others. */
  readonly number: number | null;
}

/** A period counted day by day, in the order of the calendar. */
export interface Count {
  readonly due: DayNumber;
  /** The last day before it rolled over; null when it did not. */
  readonly rolledFrom: DayNumber | null;
  readonly days: readonly CountedDay[];
}

export interface DaysToCount {
  readonly from: DayNumber;
  readonly limit: number;
  readonly unit: 'natural-days' | 'working-days' | 'months' | 'years';
  readonly suspensions?: readonly Span[];
  readonly roll?: boolean;
}

/** Counts forward from the day after `from` (民法典 201); null where the calendar ends. */
export function countPeriod(period: DaysToCount, calendar: WorkCalendar): Count | null {
  const { from, limit, unit } = period;
  const spans = period.suspensions ?? [];
  const days: CountedDay[] = [{ day: from, role: 'start', number: null }];
  const total = unit === 'working-days' || unit === 'natural-days' ? limit : monthsOn(from, limit, unit) - from;
  let number = 0;
  let day = from;
  while (number < total) {
    day++;
    const role = roleOf(day, unit, spans, calendar);
    if (role === null) return null;
    if (role === 'counted') number++;
    days.push({ day, role, number: role === 'counted' ? number : null });
  }
  if (period.roll !== true || calendar.isWorkingDay(day) === true) return { due: day, rolledFrom: null, days };
  const due = lastDay({ from: day, limit: 0, unit: 'natural-days', roll: true }, calendar);
  if (due === null) return null;
  for (let over = day + 1; over < due; over++) days.push({ day: over, role: 'over', number: null });
  days.push({ day: due, role: 'due', number: null });
  return { due, rolledFrom: day, days };
}

/**
 * Counts back from an event: the last day on which an act still leaves `limit` full days, or months, before the event; neither the day of the
 * act nor that of the event counts. Null where the calendar begins.
 */
export function countBack(period: Omit<DaysToCount, 'roll'>, calendar: WorkCalendar): Count | null {
  const { from: event, limit, unit } = period;
  const spans = period.suspensions ?? [];
  const days: CountedDay[] = [{ day: event, role: 'start', number: null }];
  const reached = (day: DayNumber, number: number): boolean =>
    unit === 'months' || unit === 'years' ? monthsOn(day - 1, limit, unit) < event : number >= limit;
  let number = 0;
  let day = event;
  while (!reached(day, number)) {
    day--;
    const role = roleOf(day, unit, spans, calendar);
    if (role === null) return null;
    if (role === 'counted') number++;
    days.push({ day, role, number: role === 'counted' ? number : null });
  }
  const due = day - 1;
  days.push({ day: due, role: 'due', number: null });
  return { due, rolledFrom: null, days: days.reverse() };
}

function roleOf(
  day: DayNumber,
  unit: DaysToCount['unit'],
  spans: readonly Span[],
  calendar: WorkCalendar,
): 'counted' | 'off' | 'suspended' | null {
  if (suspendedOn(day, spans)) return 'suspended';
  if (unit !== 'working-days') return 'counted';
  const works = calendar.isWorkingDay(day);
  return works === null ? null : works ? 'counted' : 'off';
}

function monthsOn(day: DayNumber, count: number, unit: 'months' | 'years'): DayNumber {
  return addMonths(day, unit === 'years' ? count * 12 : count);
}
