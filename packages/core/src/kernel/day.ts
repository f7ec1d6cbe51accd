import { addMonths as addCalendarMonths } from 'date-fns/addMonths';

/** A calendar day as text, `YYYY-MM-DD`. `Date` never leaves this folder. */
export type Day = string;

/** Days since 1970-01-01; whole numbers compare and subtract without a calendar. */
export type DayNumber = number;

const dayLength = 86_400_000;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Number of a `YYYY-MM-DD` day, or of the day of a time `YYYY-MM-DDThh:mm…`; null when the text is no day that exists. */
export function dayNumber(text: unknown): DayNumber | null {
  if (typeof text !== 'string' || text.length < 10) return null;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  if (text.length > 10 && text.charCodeAt(10) !== 84) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  if (day > daysInMonth(year, month)) return null;
  return numberOf(year, month, day);
}

/** The day as `YYYY-MM-DD`. */
export function dayText(number: DayNumber): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const march = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(number: DayNumber): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The corresponding day so many months on, the last of the month where there is none (民法典 202). */
export function addMonths(number: DayNumber, months: number): DayNumber {
  const day = new Date(number * dayLength);
  const moved = addCalendarMonths(new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12), months);
  return numberOf(moved.getFullYear(), moved.getMonth() + 1, moved.getDate());
}

/** Minutes since 1970 of a time `YYYY-MM-DDThh:mm[:ss]+08:00`; null when it has no time of day. */
export function minuteNumber(text: unknown): number | null {
  const day = dayNumber(text);
  if (day === null || typeof text !== 'string' || text.length < 16 || text.charCodeAt(13) !== 58) return null;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return null;
  return day * 1440 + hour * 60 + minute;
}

/** Day of the month counts of the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

function numberOf(year: number, month: number, day: number): DayNumber {
  // Days from civil: eras of 400 years, years beginning in March, so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** Value of the ASCII digits in `[start, end)`; -1 when one is no digit. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
