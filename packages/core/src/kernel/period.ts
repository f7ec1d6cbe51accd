import type { WorkCalendar } from './calendar.ts';
import { addMonths, type DayNumber } from './day.ts';

export const periodUnits = ['natural-days', 'working-days', 'months', 'years', 'hours'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Days from the first to the last, both included. */
export type Span = readonly [first: DayNumber, last: DayNumber];

/** A period of days as a law sets it; hours are compared as minutes, see the operator `within`. */
export interface Period {
  readonly from: DayNumber;
  readonly limit: number;
  readonly unit: Exclude<PeriodUnit, 'hours'>;
  /** Days deducted because a rule suspends the period (hearing, appraisal, announcement); added to the end. */
  readonly suspended?: number;
  /** Days that do not count because the period stood still; each span with both its ends, in any order. */
  readonly suspensions?: readonly Span[];
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

/** Whether a day lies in one of the spans. */
export function suspendedOn(day: DayNumber, spans: readonly Span[]): boolean {
  return spans.some(([first, last]) => day >= first && day <= last);
}

/** The end of the period without suspensions, moved on by each suspended day that the running period meets. */
function plain(period: Period, calendar: WorkCalendar): DayNumber | null {
  const spans = period.suspensions ?? [];
  if (spans.length === 0) return unbroken(period, period.suspended ?? 0, calendar);
  let met = 0;
  for (;;) {
    const end = unbroken(period, (period.suspended ?? 0) + met, calendar);
    if (end === null) return null;
    let within = 0;
    for (let day = period.from + 1; day <= end; day++)
      if (suspendedOn(day, spans) && (period.unit !== 'working-days' || calendar.isWorkingDay(day) === true)) within++;
    if (within === met) return end;
    met = within;
  }
}

function unbroken(period: Period, suspended: number, calendar: WorkCalendar): DayNumber | null {
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
