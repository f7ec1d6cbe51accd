import { citation } from './citation.ts';
import { atLeast, atMost, equals, lessThan, mentions, moreThan, oneOf, reaches, sameName } from './compare.ts';
import { afterPeriod, ahead, before, notAfter, within } from './days.ts';
import { atNight, onHoliday } from './hours.ts';
import { count, covers, disjoint, empty, every, none, sizeAtLeast, some } from './lists.ts';
import { all, any, evident, is, negation } from './logic.ts';
import { agrees, document, holds, known, part } from './presence.ts';
import { certified } from './register.ts';
import type { Operator } from './types.ts';

/** The closed list: what a rule can say. A new word is one operator and one line here. */
export const operators: Readonly<Record<string, Operator>> = {
  all,
  any,
  not: negation,
  is,
  evident,
  known,
  holds,
  document,
  part,
  agrees,
  equals,
  'one-of': oneOf,
  'at-least': atLeast,
  'more-than': moreThan,
  'at-most': atMost,
  'less-than': lessThan,
  reaches,
  'same-name': sameName,
  mentions,
  before,
  'not-after': notAfter,
  within,
  'after-period': afterPeriod,
  ahead,
  'at-night': atNight,
  'on-holiday': onHoliday,
  every,
  some,
  none,
  count,
  covers,
  disjoint,
  'size-at-least': sizeAtLeast,
  empty,
  certified,
  citation,
};
