import type { WorkCalendar } from '../kernel/calendar.ts';
import { type Count, countBack, countPeriod, type DayRole } from '../kernel/count.ts';
import { dayNumber, dayText, minuteNumber } from '../kernel/day.ts';
import { type PeriodUnit, periodUnits, type Span } from '../kernel/period.ts';
import { type Governed, type Ground, governing } from './governing.ts';
import type { Pack } from './types.ts';

/** What the calculator is asked; `unit` `days` leaves it to the law whether they are working days. */
export interface DaysQuestion {
  /** `YYYY-MM-DD`; for hours a time `YYYY-MM-DDThh:mm`. Counting back: the day of the event. */
  readonly from: string;
  readonly limit: number;
  readonly unit: PeriodUnit | 'days';
  /** Id, title or short title of a law, and the article that sets the period. */
  readonly law?: string;
  readonly article?: number;
  /** Days that do not count, each span with both its ends. */
  readonly suspend?: readonly (readonly [first: string, last: string])[];
  /** Without a law: whether a last day that is a day off rolls over. */
  readonly roll?: boolean;
  /** Count back from an event: the last day on which the act is still in time. */
  readonly back?: boolean;
}

export interface DaysAnswer {
  /** Last day, or for hours the last minute. */
  readonly due: string;
  /** The last day before it rolled over; null when it did not. */
  readonly rolledFrom: string | null;
  readonly unit: PeriodUnit;
  readonly limit: number;
  /** The days that count, in the order of the calendar. */
  readonly counted: readonly string[];
  /** Every day from the first to the last and what it is. */
  readonly days: readonly { readonly day: string; readonly role: DayRole; readonly number: number | null }[];
  /** The articles that decide, and what. */
  readonly basis: readonly Ground[];
  /** In one paragraph of Chinese. */
  readonly why: string;
  readonly warnings: readonly string[];
}

/** A question that cannot be answered; `field` is the one to mend. */
export interface DaysProblem {
  readonly field: 'from' | 'limit' | 'unit' | 'law' | 'article' | 'suspend' | 'calendar';
  readonly message: string;
}

export type DaysUnit = DaysQuestion['unit'];
export const daysUnits: readonly DaysUnit[] = ['days', ...periodUnits];

const most: Readonly<Record<DaysUnit, number>> = {
  days: 4000,
  'natural-days': 4000,
  'working-days': 3000,
  months: 240,
  years: 20,
  hours: 8784,
};

/** Counts a period day by day under the rule that governs it, and says which article decides. */
export function calculateDays(
  question: DaysQuestion,
  pack: Pick<Pack, 'laws' | 'periods'>,
  calendar: WorkCalendar,
): { readonly answer: DaysAnswer } | { readonly problem: DaysProblem } {
  const wrong = mistakeIn(question);
  if (wrong !== null) return { problem: wrong };
  const governed = governing(question, pack);
  if ('problem' in governed) return governed;
  const { unit } = governed;
  if (unit === 'hours') return inHours(question, governed);
  const from = dayNumber(question.from) ?? Number.NaN;
  const suspensions = spansOf(question);
  const asked = { from, limit: question.limit, unit, suspensions };
  const count =
    question.back === true ? countBack(asked, calendar) : countPeriod({ ...asked, roll: governed.roll }, calendar);
  if (count === null) return { problem: { field: 'calendar', message: beyond(calendar) } };
  const dayless = question.back !== true && !governed.roll && calendar.isWorkingDay(count.due) === false;
  return {
    answer: {
      due: dayText(count.due),
      rolledFrom: count.rolledFrom === null ? null : dayText(count.rolledFrom),
      unit,
      limit: question.limit,
      counted: count.days.filter((one) => one.role === 'counted').map((one) => dayText(one.day)),
      days: count.days.map(({ day, role, number }) => ({ day: dayText(day), role, number })),
      basis: governed.basis,
      why: whyOf(question, governed, count, suspensions, dayless),
      warnings: governed.warnings,
    },
  };
}

function mistakeIn(question: DaysQuestion): DaysProblem | null {
  const { from, limit, unit, suspend = [] } = question;
  const hours = unit === 'hours';
  if (hours ? minuteNumber(from) === null : dayNumber(from) === null || from.length !== 10) {
    const shape = hours ? 'YYYY-MM-DDThh:mm' : 'YYYY-MM-DD';
    return { field: 'from', message: `“${from}”不是存在的${hours ? '时刻' : '日期'}，应写作 ${shape}` };
  }
  if (!Number.isInteger(limit) || limit < 0 || limit > most[unit])
    return { field: 'limit', message: `期限应是 0 至 ${most[unit]} 的整数` };
  for (const [first, last] of suspend) {
    const [a, b] = [dayNumber(first), dayNumber(last)];
    if (a === null || b === null || first.length !== 10 || last.length !== 10 || a > b)
      return { field: 'suspend', message: `“${first}..${last}”不是可用的起止日，应写作 2026-03-01..2026-03-10` };
    if (b - a > most.days) return { field: 'suspend', message: `“${first}..${last}”过长` };
  }
  if (hours && (suspend.length > 0 || question.back === true))
    return { field: 'unit', message: '按小时计算的期限不扣除、不倒算' };
  if (question.back === true && suspend.length > 0 && (unit === 'months' || unit === 'years'))
    return { field: 'suspend', message: '按月、年倒算的期限不扣除' };
  return null;
}

function spansOf(question: DaysQuestion): readonly Span[] {
  return (question.suspend ?? []).map(([first, last]) => [dayNumber(first) ?? 0, dayNumber(last) ?? 0]);
}

function inHours(question: DaysQuestion, governed: Governed): { readonly answer: DaysAnswer } {
  const minutes = (minuteNumber(question.from) ?? 0) + question.limit * 60;
  const day = Math.floor(minutes / 1440);
  const rest = minutes - day * 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    answer: {
      due: `${dayText(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`,
      rolledFrom: null,
      unit: 'hours',
      limit: question.limit,
      counted: [],
      days: [],
      basis: governed.basis,
      why: `按小时计算的期限自该时刻起连续计算 ${question.limit} 小时，不因休息日顺延。`,
      warnings: governed.warnings,
    },
  };
}

function beyond(calendar: WorkCalendar): string {
  const [first, last] = [dayText(calendar.from), dayText(calendar.to - 1)];
  return `工作日历只有 ${first} 至 ${last}，不能算到期限的末日；以后年份的放假安排公布后补入 rules/calendars 再算`;
}

const unitWords: Readonly<Record<PeriodUnit, string>> = {
  'natural-days': '日',
  'working-days': '个工作日',
  months: '个月',
  years: '年',
  hours: '小时',
};

function whyOf(
  question: DaysQuestion,
  governed: Governed,
  count: Count,
  suspensions: readonly Span[],
  dayless: boolean,
): string {
  const { unit } = governed;
  const lost = count.days.filter((one) => one.role === 'suspended').length;
  const parts = [governed.unitWhy];
  if (question.back === true) {
    parts.push(`倒算：事件当日和行为当日都不计入，中间要有足额的 ${question.limit} ${unitWords[unit]}`);
  } else parts.push('起算当日不计入，自次日起算');
  if (unit === 'months' || unit === 'years') parts.push('按月、年计算的，止于对应日，没有对应日的止于月末');
  if (suspensions.length > 0) parts.push(`扣除的日期中有 ${lost} 日落在期限内，不计入`);
  if (count.rolledFrom !== null) parts.push(`末日 ${dayText(count.rolledFrom)} 是休息日，${governed.rollWhy}`);
  else if (dayless) parts.push(`末日是休息日，${governed.rollWhy}`);
  return `${parts.join('；')}。`;
}
