import { type Day, type DayNumber, dayNumber, weekday } from './day.ts';

/** One year of rules/calendars: what differs from Monday-to-Friday, as the General Office of the State Council set it. */
export interface YearCalendar {
  readonly year: number;
  /** Weekdays that are days off. */
  readonly off: readonly Day[];
  /** Saturdays and Sundays that are worked (调休). */
  readonly work: readonly Day[];
}

/** Working days of the covered years. Every question about a day outside them is answered `null`: not known. */
export interface WorkCalendar {
  /** First day covered and first day no longer covered. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  isWorkingDay(day: DayNumber): boolean | null;
  /** Working days d with `after < d <= until`; null when a day of that span is not covered. */
  workingDaysBetween(after: DayNumber, until: DayNumber): number | null;
  /** The n-th working day after a day (n > 0) or before it (n < 0); null when it lies outside. */
  nthWorkingDay(from: DayNumber, n: number): DayNumber | null;
}

/** Builds the calendar of consecutive years. Throws on a gap, a double year or a listed day that changes nothing. */
export function buildCalendar(years: readonly YearCalendar[]): WorkCalendar {
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) throw new Error('a calendar needs at least one year');
  sorted.forEach((entry, index) => {
    if (entry.year !== first.year + index)
      throw new Error(`calendar: year ${first.year + index} is missing or doubled`);
  });
  const from = existing(`${first.year}-01-01`);
  const to = existing(`${last.year + 1}-01-01`);
  const off = new Set(sorted.flatMap((entry) => entry.off.map(existing)));
  const work = new Set(sorted.flatMap((entry) => entry.work.map(existing)));
  for (const day of off) if (isWeekend(day)) throw new Error(`calendar: off day ${day} is a weekend already`);
  for (const day of work) if (!isWeekend(day)) throw new Error(`calendar: work day ${day} is a weekday already`);
  // worked[i]: working days from `from` up to and without day from + i.
  const worked = new Int32Array(to - from + 1);
  const workingDays: number[] = [];
  for (let day = from; day < to; day++) {
    const works = isWeekend(day) ? work.has(day) : !off.has(day);
    worked[day - from + 1] = (worked[day - from] ?? 0) + (works ? 1 : 0);
    if (works) workingDays.push(day);
  }
  const before = (day: DayNumber): number => worked[day - from] ?? 0;
  const covers = (day: DayNumber): boolean => day >= from && day < to;
  return {
    from,
    to,
    isWorkingDay: (day) => (covers(day) ? before(day + 1) > before(day) : null),
    workingDaysBetween: (after, until) =>
      after >= from - 1 && until < to && after <= until ? before(until + 1) - before(after + 1) : null,
    nthWorkingDay: (start, n) => {
      if (!covers(start) || n === 0) return null;
      const index = n > 0 ? before(start + 1) + n - 1 : before(start) + n;
      return workingDays[index] ?? null;
    },
  };
}

function isWeekend(day: DayNumber): boolean {
  const number = weekday(day);
  return number === 0 || number === 6;
}

function existing(text: Day): DayNumber {
  const number = dayNumber(text);
  if (number === null) throw new Error(`calendar: ${text} is no day`);
  return number;
}
