import { fillsCell } from '../form-cells.ts';
import type { Reader } from '../pages.ts';
import type { AmountHit } from '../scan/amounts.ts';
import type { Block, Span } from './blocks.ts';

const NUMBER = /(?:票据号码|票据号|票号|No\.?):?([A-Za-z0-9]{6,})/gu;

/**
 * What the receipts on one sheet come to, where it shows several, each under a number of its own; null where it shows one, `unsure` where the sums
 * cannot be told apart. 60000.00元 and 陆万元整 beside it are one sum.
 */
export function sumOfReceipts(reader: Reader, amounts: readonly AmountHit[]): number | 'unsure' | null {
  const numbers = new Set([...reader.dense.matchAll(NUMBER)].map((match) => match[1]));
  if (numbers.size < 2) return null;
  const sums = amounts.flatMap(({ yuan, bound, perUnit }) => (bound || perUnit ? [] : [yuan]));
  const twice = sums.length === numbers.size * 2 && sums.every((sum, at) => sum === sums[at - (at % 2)]);
  const each = twice ? sums.filter((_, at) => at % 2 === 0) : sums;
  return each.length === numbers.size ? Math.round(each.reduce((all, sum) => all + sum, 0) * 100) / 100 : 'unsure';
}

/** 合计 | 600.00, 金额:600.00: a place that holds nothing but figures with fen, at most behind one sign, is a sum. */
export function bareSum(reader: Reader, totals: readonly Block[]): (Span & { readonly yuan: number }) | null {
  for (const { start, from, end } of totals) {
    const figures = /^[^\d]?(\d{1,3}(?:,\d{3})+|\d{1,9})\.(\d{2})元?$/u.exec(reader.dense.slice(from, end));
    if (figures === null || !(reader.dense[from - 1] === ':' || fillsCell(reader, start, from))) continue;
    return { start: from, end, yuan: Number(`${figures[1]?.replaceAll(',', '')}.${figures[2]}`) };
  }
  return null;
}
