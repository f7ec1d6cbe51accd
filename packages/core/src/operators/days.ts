import { dayText, minuteNumber } from '../kernel/day.ts';
import { elapsed, fullDaysBetween, lastDay, type PeriodUnit, periodUnits } from '../kernel/period.ts';
import type { Truth } from '../kernel/truth.ts';
import { type Arguments, argumentsOf, broken, check, requireType } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Compiler, Operand, Operator, Path } from './types.ts';

const dated = ['day', 'time'];
const unitWords: Record<PeriodUnit, string> = {
  'natural-days': '日',
  'working-days': '个工作日',
  months: '个月',
  years: '年',
  hours: '小时',
};

/** The first day lies before the second. */
export const before = order('before', '早于', (first, then) => first < then);

/** The first day lies before the second or on it. */
export const notAfter = order('not-after', '不晚于', (first, then) => first <= then);

function order(operator: string, word: string, compare: (first: number, then: number) => boolean): Operator {
  return (args, path, compiler) => {
    const given = argumentsOf(args, path, compiler, ['first', 'then']);
    if (given === null) return broken;
    const first = dayOperand(given, 'first', path, compiler);
    const then = dayOperand(given, 'then', path, compiler);
    const dayOfFirst = dayReader(first);
    const dayOfThen = dayReader(then);
    return check({
      operator,
      operands: [first, then],
      phrase: `${first.phrase}${word}${then.phrase}`,
      test: (frame) => {
        const a = dayOfFirst(frame);
        const b = dayOfThen(frame);
        return a === null || b === null ? null : compare(a, b);
      },
    });
  };
}

/** The act lies within the period counted from the day after `from`; figures elapsed, limit, due, over. */
export const within: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['from', 'to', 'limit', 'unit'], ['minus', 'roll']);
  if (given === null) return broken;
  const unit = unitOf(given, path, compiler);
  const from = dayOperand(given, 'from', path, compiler);
  const to = dayOperand(given, 'to', path, compiler);
  const limit = numberOperand(given.limit, [...path, 'limit'], compiler);
  const minus = given.minus === undefined ? null : numberOperand(given.minus, [...path, 'minus'], compiler);
  const due = dueDay(from, limit, minus, unit, given.roll === true);
  const phrase = `自${from.phrase}起${limit.phrase}${unitWords[unit]}内有${to.phrase}`;
  const operands = minus === null ? [from, to, limit] : [from, to, limit, minus];
  if (unit === 'hours') return withinHours(from, to, limit, operands, phrase);
  return check({
    operator: 'within',
    operands,
    phrase,
    test: (frame) => {
      const act = to.day(frame);
      if (act === null) return null;
      const last = due(frame);
      return last === null ? null : act <= last;
    },
    figures: (frame) => {
      const start = from.day(frame);
      const act = to.day(frame);
      const last = due(frame);
      const bound = limit.value(frame);
      if (start === null || last === null || typeof bound !== 'number') return {};
      const counted =
        act === null ? null : elapsed(start, act, unit === 'working-days' ? unit : 'natural-days', frame.calendar);
      const over =
        act === null ? null : elapsed(last, act, unit === 'working-days' ? unit : 'natural-days', frame.calendar);
      return {
        limit: bound,
        due: dayText(last),
        ...(counted === null ? {} : { elapsed: counted }),
        ...(over === null || over <= 0 ? {} : { over }),
      };
    },
  });
};

function withinHours(from: Operand, to: Operand, limit: Operand, operands: Operand[], phrase: string) {
  const minutes = (frame: Frame): number | null => {
    const start = minuteNumber(from.value(frame));
    const act = minuteNumber(to.value(frame));
    return start === null || act === null ? null : act - start;
  };
  return check({
    operator: 'within',
    operands,
    phrase,
    test: (frame): Truth => {
      const spent = minutes(frame);
      const bound = limit.value(frame);
      return spent === null || typeof bound !== 'number' ? null : spent <= bound * 60;
    },
    figures: (frame) => {
      const spent = minutes(frame);
      const bound = limit.value(frame);
      return spent === null || typeof bound !== 'number' ? {} : { elapsed: Math.ceil(spent / 60), limit: bound };
    },
  });
}

/**
 * The act comes only after the last day of the period, with `inclusive` on that day at the earliest; figures due, limit,
 * elapsed.
 */
export const afterPeriod: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['from', 'act', 'limit', 'unit'], ['roll', 'inclusive']);
  if (given === null) return broken;
  const unit = unitOf(given, path, compiler);
  if (unit === 'hours') compiler.problem([...path, 'unit'], 'after-period 不以小时计');
  const from = dayOperand(given, 'from', path, compiler);
  const act = dayOperand(given, 'act', path, compiler);
  const limit = numberOperand(given.limit, [...path, 'limit'], compiler);
  const due = dueDay(from, limit, null, unit, given.roll === true);
  const inclusive = given.inclusive === true;
  return check({
    operator: 'after-period',
    operands: [from, act, limit],
    phrase: `${act.phrase}在自${from.phrase}起${limit.phrase}${unitWords[unit]}届满${inclusive ? '当日或者' : ''}之后`,
    test: (frame) => {
      const day = act.day(frame);
      const last = due(frame);
      return day === null || last === null ? null : inclusive ? day >= last : day > last;
    },
    figures: (frame) => {
      const start = from.day(frame);
      const day = act.day(frame);
      const last = due(frame);
      const bound = limit.value(frame);
      if (start === null || day === null || last === null || typeof bound !== 'number') return {};
      const spent = elapsed(start, day, unit === 'working-days' ? unit : 'natural-days', frame.calendar);
      return { limit: bound, due: dayText(last), ...(spent === null ? {} : { elapsed: spent }) };
    },
  });
};

/** At least so many full days lie between the notice and the event, neither day counted; figures elapsed, limit. */
export const ahead: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['notice', 'event', 'limit', 'unit']);
  if (given === null) return broken;
  const unit = unitOf(given, path, compiler);
  if (unit !== 'working-days' && unit !== 'natural-days') {
    compiler.problem([...path, 'unit'], 'ahead 只以日或工作日计');
  }
  const days = unit === 'working-days' ? unit : 'natural-days';
  const notice = dayOperand(given, 'notice', path, compiler);
  const event = dayOperand(given, 'event', path, compiler);
  const limit = numberOperand(given.limit, [...path, 'limit'], compiler);
  const between = (frame: Frame): number | null => {
    const start = notice.day(frame);
    const end = event.day(frame);
    return start === null || end === null ? null : fullDaysBetween(start, end, days, frame.calendar);
  };
  return check({
    operator: 'ahead',
    operands: [notice, event, limit],
    phrase: `${notice.phrase}比${event.phrase}提前至少${limit.phrase}${unitWords[unit]}`,
    test: (frame) => {
      const full = between(frame);
      const bound = limit.value(frame);
      return full === null || typeof bound !== 'number' ? null : full >= bound;
    },
    figures: (frame) => {
      const full = between(frame);
      const bound = limit.value(frame);
      return full === null || typeof bound !== 'number' ? {} : { elapsed: full, limit: bound };
    },
  });
};

function dueDay(from: Operand, limit: Operand, minus: Operand | null, unit: PeriodUnit, roll: boolean) {
  return (frame: Frame): number | null => {
    const start = from.day(frame);
    const bound = limit.value(frame);
    if (start === null || typeof bound !== 'number' || unit === 'hours') return null;
    const suspended = minus?.value(frame) ?? 0;
    if (typeof suspended !== 'number') return null;
    return lastDay({ from: start, limit: bound, unit, suspended, roll }, frame.calendar);
  };
}

function unitOf(given: Arguments, path: Path, compiler: Compiler): PeriodUnit {
  const unit = periodUnits.find((known) => known === given.unit);
  if (unit === undefined) compiler.problem([...path, 'unit'], `单位应是 ${periodUnits.join('、')} 之一`);
  return unit ?? 'natural-days';
}

/** Reads a fact's day straight from its slot. */
function dayReader(operand: Operand): (frame: Frame) => number | null {
  const { slot } = operand;
  return slot === null ? operand.day : (frame) => frame.dayOf(slot);
}

function dayOperand(given: Arguments, key: string, path: Path, compiler: Compiler): Operand {
  const operand = compiler.operand(given[key], [...path, key]);
  requireType(operand, dated, [...path, key], compiler);
  return operand;
}

function numberOperand(source: unknown, path: Path, compiler: Compiler): Operand {
  const operand = compiler.operand(source, path);
  requireType(operand, ['number', 'money'], path, compiler);
  return operand;
}
