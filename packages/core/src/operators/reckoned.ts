import { dayNumber, dayText } from '../kernel/day.ts';
import { lastDay, periodUnits } from '../kernel/period.ts';
import type { FactValue } from '../record/types.ts';
import { argumentsOf } from './arguments.ts';
import type { Frame } from './frame.ts';
import type { Compiler, Operand, Path } from './types.ts';

type Parts = Pick<Operand, 'phrase' | 'type' | 'value' | 'day'>;

/** `{ plus: [ … ] }`: the sum of numbers, as of a period and its extension; unknown when one of them is. */
export function sumOperand(parts: readonly Operand[]): Operand {
  const value = (frame: Frame): FactValue | null => {
    let sum = 0;
    for (const part of parts) {
      const number = part.value(frame);
      if (typeof number !== 'number') return null;
      sum += number;
    }
    return sum;
  };
  return reckoned(parts, {
    phrase: parts.map((part) => part.phrase).join(' + '),
    type: 'number',
    value,
    day: () => null,
  });
}

/**
 * `{ due: { from, limit, unit, minus?, roll? } }`: the last day of a period, from which another one runs, as the three months for
 * an application to the court run from the end of the time for litigation.
 */
export function dueOperand(source: unknown, path: Path, compiler: Compiler): Operand | null {
  const given = argumentsOf(source, path, compiler, ['from', 'limit', 'unit'], ['minus', 'roll']);
  if (given === null) return null;
  const unit = periodUnits.find((known) => known === given.unit);
  if (unit === undefined || unit === 'hours') {
    compiler.problem([...path, 'unit'], '单位应是 natural-days、working-days、months、years 之一');
    return null;
  }
  const from = compiler.operand(given.from, [...path, 'from']);
  const limit = compiler.operand(given.limit, [...path, 'limit']);
  const minus = given.minus === undefined ? null : compiler.operand(given.minus, [...path, 'minus']);
  const day = (frame: Frame): number | null => {
    const start = from.day(frame);
    const bound = limit.value(frame);
    const suspended = minus === null ? 0 : minus.value(frame);
    if (start === null || typeof bound !== 'number' || typeof suspended !== 'number') return null;
    return lastDay({ from: start, limit: bound, unit, suspended, roll: given.roll === true }, frame.calendar);
  };
  return reckoned(minus === null ? [from, limit] : [from, limit, minus], {
    phrase: `自${from.phrase}起${limit.phrase}的届满日`,
    type: 'day',
    value: (frame) => {
      const last = day(frame);
      return last === null ? null : dayText(last);
    },
    day,
  });
}

/** `{ earliest: [ … ] }`, `{ latest: [ … ] }`: the first or last of the days that are known; unknown when none is. */
export function extremeOperand(parts: readonly Operand[], latest: boolean): Operand {
  const day = (frame: Frame): number | null => {
    let found: number | null = null;
    for (const part of parts) {
      const one = part.day(frame);
      if (one !== null && (found === null || (latest ? one > found : one < found))) found = one;
    }
    return found;
  };
  return reckoned(parts, {
    phrase: `${parts.map((part) => part.phrase).join('、')}中${latest ? '最后' : '最先'}的一日`,
    type: 'day',
    value: (frame) => {
      const found = day(frame);
      return found === null ? null : dayText(found);
    },
    day,
  });
}

function reckoned(inner: readonly Operand[], parts: Parts): Operand {
  return {
    ...parts,
    day: parts.type === 'day' ? parts.day : (frame) => dayNumber(parts.value(frame)),
    facts: (frame) => inner.flatMap((part) => part.facts(frame)),
    includes: null,
    slot: null,
    literal: null,
    slots: inner.flatMap((part) => part.slots),
    usesItem: inner.some((part) => part.usesItem),
    usesDay: inner.some((part) => part.usesDay),
  };
}
