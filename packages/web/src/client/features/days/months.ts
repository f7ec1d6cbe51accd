import type { DaysReply } from '../../../server/contract/index.ts';

export type Day = DaysReply['days'][number];

/** One cell of a month; `counted` is null for a day outside the count. */
export interface Cell {
  readonly date: number;
  readonly text: string;
  readonly counted: Day | null;
}

export interface Month {
  readonly year: number;
  readonly month: number;
  /** Weeks beginning on Monday; null before the first and after the last of the month. */
  readonly weeks: readonly (readonly (Cell | null)[])[];
}

/** Most months drawn at either end of a long count. */
const most = 6;

/** The months a count runs over, each day with what it is; of a long count the first and the last ones. */
export function monthsOf(days: readonly Day[]): { readonly months: readonly Month[]; readonly cut: boolean } {
  const byDay = new Map(days.map((one) => [one.day, one]));
  const names = [...new Set(days.map((one) => one.day.slice(0, 7)))];
  const cut = names.length > 2 * most;
  const kept = cut ? [...names.slice(0, most), ...names.slice(-most)] : names;
  return { months: kept.map((name) => monthOf(name, byDay)), cut };
}

function monthOf(name: string, byDay: ReadonlyMap<string, Day>): Month {
  const year = Number(name.slice(0, 4));
  const month = Number(name.slice(5, 7));
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const lead = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const cells: (Cell | null)[] = Array.from({ length: lead }, () => null);
  for (let date = 1; date <= length; date++) {
    const text = `${name}-${String(date).padStart(2, '0')}`;
    cells.push({ date, text, counted: byDay.get(text) ?? null });
  }
  while (cells.length % 7 !== 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / 7 }, (_, index) => cells.slice(index * 7, index * 7 + 7));
  return { year, month, weeks };
}
