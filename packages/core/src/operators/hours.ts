import type { WorkCalendar } from '../kernel/calendar.ts';
import { minuteNumber, weekday } from '../kernel/day.ts';
import type { Truth } from '../kernel/truth.ts';
import { check, requireType } from './arguments.ts';
import type { Operator } from './types.ts';

const minutesOfDay = 1440;

/**
 * The time of day lies in the night. No article of the compulsion law draws the line: from 22:00 to 6:00, the night of the noise law
 * (噪声污染防治法 88), it is night for everybody; from 20:00 to 22:00 people may differ, and the answer is unknown.
 */
export const atNight: Operator = (args, path, compiler) => {
  const time = compiler.operand(args, path);
  requireType(time, ['time'], path, compiler);
  return check({
    operator: 'at-night',
    operands: [time],
    phrase: `${time.phrase}在夜间`,
    test: (frame): Truth => {
      const minute = minuteNumber(time.value(frame));
      if (minute === null) return null;
      const hour = (minute % minutesOfDay) / 60;
      if (hour >= 22 || hour < 6) return true;
      return hour >= 20 ? null : false;
    },
  });
};

/**
 * The day is one of a public holiday as the State Council's yearly arrangement has it: a weekday off, or a weekend day in one run with it.
 * An ordinary weekend is no working day, but whether it is a statutory holiday people differ: unknown.
 */
export const onHoliday: Operator = (args, path, compiler) => {
  const day = compiler.operand(args, path);
  requireType(day, ['day', 'time'], path, compiler);
  return check({
    operator: 'on-holiday',
    operands: [day],
    phrase: `${day.phrase}在法定节假日`,
    test: (frame) => {
      const number = day.day(frame);
      return number === null ? null : holiday(number, frame.calendar);
    },
  });
};

function holiday(day: number, calendar: WorkCalendar): Truth {
  const works = calendar.isWorkingDay(day);
  if (works !== false) return works === null ? null : false;
  for (const step of [-1, 1]) {
    for (let at = day; calendar.isWorkingDay(at) === false; at += step) {
      const number = weekday(at);
      if (number !== 0 && number !== 6) return true;
    }
  }
  return null;
}
