import type { Reader } from '../pages.ts';
import { isArabic, isNumeral, readInteger } from './numerals.ts';

export type DurationUnit = 'days' | 'working-days' | 'months' | 'years' | 'hours';

export interface DurationHit {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: DurationUnit;
}

const UNIT_WORDS: readonly (readonly [string, DurationUnit])[] = [
  ['个工作日', 'working-days'],
  ['工作日', 'working-days'],
  ['个自然日', 'days'],
  ['个月', 'months'],
  ['个小时', 'hours'],
  ['小时', 'hours'],
  ['日', 'days'],
  ['天', 'days'],
  ['年', 'years'],
];

/** Every length of time of the half-open range (六十日, 15日, 6个月, 五个工作日); days of dates are no lengths. */
export function scanDurations(reader: Reader, from = 0, to = reader.dense.length): DurationHit[] {
  const hits: DurationHit[] = [];
  const text = reader.dense;
  let at = from;
  while (at < to) {
    if (!isNumeral(text[at])) {
      at++;
      continue;
    }
    const number = readInteger(text, at);
    if (number === null) {
      at++;
      continue;
    }
    const after = afterBracketedTwin(text, number.end);
    const unit = UNIT_WORDS.find(([word]) => text.startsWith(word, after));
    const before = text[at - 1] ?? '';
    const dated = before === '月' || before === '年' || before === '第' || before === '.' || isArabic(before);
    if (unit !== undefined && !dated && number.value < 10_000) {
      const isYear = unit[1] === 'years' && number.value >= 1900;
      const end = after + unit[0].length;
      if (!isYear && end <= to) hits.push({ start: at, end, value: number.value, unit: unit[1] });
      at = end;
    } else at = number.end;
  }
  return hits;
}

/** 六十（60）日 gives the number twice; the bracket is passed over. */
function afterBracketedTwin(text: string, at: number): number {
  if (text[at] !== '(') return at;
  const inner = readInteger(text, at + 1);
  return inner !== null && text[inner.end] === ')' ? inner.end + 1 : at;
}
