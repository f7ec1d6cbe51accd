import { dayNumber } from '../kernel/day.ts';
import { foldName } from '../kernel/names.ts';
import type { Truth } from '../kernel/truth.ts';
import type { ListItem } from '../record/types.ts';
import { argumentsOf, broken, check } from './arguments.ts';
import type { Frame } from './frame.ts';
import { textsOf } from './lists.ts';
import type { Operator } from './types.ts';

/**
 * Every certificate named stands in the agency's roster, under that name where one is given, and is valid on the day. Unknown without a roster
 * or a day; a certificate the roster does not have is not valid.
 */
export const certified: Operator = (args, path, compiler) => {
  const given = argumentsOf(args, path, compiler, ['certificate', 'on'], ['name']);
  if (given === null) return broken;
  const certificate = compiler.operand(given.certificate, [...path, 'certificate']);
  const on = compiler.operand(given.on, [...path, 'on']);
  const name = given.name === undefined ? null : compiler.operand(given.name, [...path, 'name']);
  const roster = compiler.operand('agency.roster[]', path);
  const invalid = (frame: Frame): string[] | null => {
    const numbers = textsOf(certificate, frame);
    const day = on.day(frame);
    const entries = roster.value(frame);
    if (numbers === null || numbers.length === 0 || day === null || !Array.isArray(entries)) return null;
    const holder = name === null ? null : name.value(frame);
    return numbers.filter((number) => {
      const entry = (entries as readonly ListItem[]).find((one) => isSameCard(String(one.certificate), number));
      return entry === undefined || validOn(entry, day, typeof holder === 'string' ? holder : null) !== true;
    });
  };
  return check({
    operator: 'certified',
    operands: name === null ? [certificate, on, roster] : [certificate, name, on, roster],
    phrase: `${certificate.phrase}在${on.phrase}当日有效并列于执法人员名册`,
    test: (frame) => {
      const bad = invalid(frame);
      return bad === null ? null : bad.length === 0;
    },
    figures: (frame) => {
      const bad = invalid(frame) ?? [];
      return bad.length === 0 ? {} : { missing: bad.join('、') };
    },
  });
};

/** 皖A0110023 and A0110023 are one number: a roster or a paper may leave out the province before it. Two provinces are two. */
function isSameCard(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  const bare = (number: string): string => number.replace(/^[\u4e00-\u9fff](?=[A-Z\d])/u, '');
  return a === b || a === bare(b) || bare(a) === b;
}

function validOn(entry: ListItem, day: number, holder: string | null): Truth {
  if (holder !== null && typeof entry.name === 'string' && foldName(entry.name) !== foldName(holder)) return false;
  const from = dayNumber(entry['valid-from']);
  const to = dayNumber(entry['valid-to']);
  return (from === null || day >= from) && (to === null || day <= to);
}
