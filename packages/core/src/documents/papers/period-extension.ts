import { dayNumber } from '../../kernel/day.ts';
import type { Extractor } from '../facts.ts';
import type { Reader } from '../pages.ts';
import type { DurationHit } from '../scan/durations.ts';
import { readFields } from '../scan/labels.ts';
import { readApprovals } from './approvals.ts';
import { daysIn, FactWriter, type Span } from './blocks.ts';
import { openPlain, type Plain } from './plain.ts';

/** Form on which the head of the agency allows more time for a case, and how long it may take then. */
export const readPeriodExtension: Extractor = (reader) => {
  const { head } = readApprovals(reader);
  if (head === null || head.blank) return {};
  const writer = new FactWriter(reader);
  writer.put('decision.extension-approved', head.agrees, head);
  if (head.agrees !== true) return writer.facts;
  const period = periodOf(openPlain(reader));
  writer.put('decision.extended-period', period?.days ?? null, period, 0.8);
  return writer.facts;
};

/**
 * The whole period in days: the one that does not suffice and what it is prolonged by, or up to the day it is prolonged to. Where the two
 * differ by how the first day is counted, the longer.
 */
function periodOf(plain: Plain): (Span & { readonly days: number }) | null {
  const more = prolongation(plain);
  const first = lengthBefore(plain);
  const due = dueDay(plain.reader);
  const sum = more === null || first === null ? 0 : more.value + first;
  const days = Math.max(sum, due?.days ?? 0);
  const place = more ?? due;
  return days === 0 || place === null ? null : { days, start: place.start, end: place.end };
}

/** 延长三十日, 延长办案期限30日 */
function prolongation({ paper, text }: Plain): DurationHit | null {
  const hit = paper.durations.find(
    ({ unit, start, end }) =>
      unit === 'days' &&
      text[end] !== '内' &&
      /(?:延长|延期)(?:[^。;,:]{0,8}(?:期限|时间))?(?:为|至)?$/u.test(text.slice(Math.max(0, start - 16), start)),
  );
  return hit ?? null;
}

/** 不能在九十日内办结: the period that does not suffice. */
function lengthBefore({ paper, text }: Plain): number | null {
  const hit = paper.durations.find(
    ({ unit, start, end }) =>
      unit === 'days' &&
      /^之?内[^。;]{0,6}(?:不能|无法|难以|未能|作出|办结|结案)/u.test(text.slice(end, end + 14)) &&
      /(?:不能|无法|难以|未能|立案之日起|在)[^。;]{0,10}$/u.test(text.slice(Math.max(0, start - 16), start)),
  );
  return hit?.value ?? null;
}

/** 延长至某日, counted from the day of the filing the form gives. */
function dueDay(reader: Reader): (Span & { readonly days: number }) | null {
  const filed = readFields(reader, ['立案时间', '立案日期'])
    .flatMap(({ from, to }) => daysIn(reader, { from, end: to }))
    .at(0);
  const due = daysIn(reader, { from: 0, end: reader.dense.length }).find(({ start }) =>
    /(?:延长|延期|期限)[^。;]{0,20}至$/u.test(reader.dense.slice(Math.max(0, start - 28), start)),
  );
  if (filed === undefined || due === undefined) return null;
  const days = (dayNumber(due.value) ?? 0) - (dayNumber(filed.value) ?? 0);
  return days > 0 && days < 1000 ? { days, start: due.start, end: due.end } : null;
}
