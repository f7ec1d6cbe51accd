import type { WorkCalendar } from './calendar.ts';
import { addMonths, type DayNumber } from './day.ts';

export const periodUnits = ['natural-days', 'working-days', 'months', 'years', 'hours'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** A period of days as a law sets it; hours are compared as minutes, see the operator `within`. */
export interface Period {
  readonly from: DayNumber;
  readonly limit: number;
  readonly unit: Exclude<PeriodUnit, 'hours'>;
  /** Days deducted because a rule suspends the period (hearing, appraisal, announcement); added to the end. */
  readonly suspended?: number;
  /** Whether a last day that is a day off rolls over to the next working day; only where some rule grants it. */
  readonly roll?: boolean;
}

/** Last day of a period, its first day not counted (民法典 201, 民事诉讼法 85); null where the calendar ends. */
export function lastDay(period: Period, calendar: WorkCalendar): DayNumber | null {
  const last = plain(period, calendar);
  if (last === null || period.roll !== true) return last;
  const works = calendar.isWorkingDay(last);
  if (works === null) return null;
  return works ? last : calendar.nthWorkingDay(last, 1);
}

/** Days counted from the day after `from` up to and with `until`, in the unit; negative when `until` comes first. */
export function elapsed(
  from: DayNumber,
  until: DayNumber,
  unit: Exclude<PeriodUnit, 'hours'>,
  calendar: WorkCalendar,
): number | null {
  if (unit === 'working-days') {
    if (until >= from) return calendar.workingDaysBetween(from, until);
    const back = calendar.workingDaysBetween(until, from);
    return back === null ? null : -back;
  }
  return until - from;
}

/** Full days strictly between two days: for "seven days before" neither the day of notice nor of the event counts. */
export function fullDaysBetween(
  earlier: DayNumber,
  later: DayNumber,
  unit: 'natural-days' | 'working-days',
  calendar: WorkCalendar,
): number | null {
  if (later <= earlier) return 0;
  return unit === 'working-days' ? calendar.workingDaysBetween(earlier, later - 1) : later - earlier - 1;
}

function plain(period: Period, calendar: WorkCalendar): DayNumber | null {
  const suspended = period.suspended ?? 0;
  switch (period.unit) {
    case 'natural-days':
      return period.from + period.limit + suspended;
    case 'working-days':
      return period.limit + suspended === 0
        ? period.from
        : calendar.nthWorkingDay(period.from, period.limit + suspended);
    case 'months':
      return addMonths(period.from, period.limit) + suspended;
    case 'years':
      return addMonths(period.from, period.limit * 12) + suspended;
    default:
      return period.unit satisfies never;
  }
}
