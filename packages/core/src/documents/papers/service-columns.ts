import type { Reader } from '../pages.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { type Block, daysIn, wordsOf } from './blocks.ts';

/** Labels of a receipt by what they head; the first of each names the block made. */
export interface ReceiptLabels {
  readonly title: readonly string[];
  readonly recipient: readonly string[];
  readonly day: readonly string[];
  readonly method: readonly string[];
  readonly officer: readonly string[];
}

const methodWords = /(?:直接|留置|邮寄|公告|电子|委托|转交)(?:送达)?/u;

/**
 * Receipts that print their labels as the head of columns: the labels stand together and the values of the one row below follow the last
 * of them. Gives blocks as a form with labels beside its values would have; none for other forms and for several rows.
 */
export function columnBlocks(reader: Reader, blocks: readonly Block[], labels: ReceiptLabels): readonly Block[] {
  const heads = Object.values(labels).flat();
  const columns = blocks.filter((block) => heads.includes(block.label));
  const last = columns.findLast((block) => wordsOf(reader, block) !== '');
  const empty = columns.filter((block) => wordsOf(reader, block) === '' && block.start < (last?.start ?? 0));
  if (last === undefined || empty.length < 3 || !empty.some((block) => labels.title.includes(block.label))) return [];
  const numbers = scanNumbers(reader, last.from, last.end);
  const day = daysIn(reader, last)[0];
  if (numbers.length > 1 || day === undefined) return [];
  const text = reader.dense;
  const titleEnd = numbers[0]?.end ?? last.from + Math.max(0, text.slice(last.from, last.end).indexOf('书') + 1);
  const method = methodWords.exec(text.slice(titleEnd, last.end));
  const methodAt = method === null ? day.end : titleEnd + method.index;
  const methodEnd = methodAt + (method?.[0].length ?? 0);
  const block = (names: readonly string[], from: number, end: number): Block => ({
    label: names[0] ?? '',
    start: from,
    from,
    end: Math.max(from, end),
  });
  return [
    block(labels.title, last.from, titleEnd),
    block(labels.recipient, titleEnd, Math.min(day.start, methodAt)),
    block(labels.day, day.start, day.end),
    ...(method === null ? [] : [block(labels.method, methodAt, methodEnd)]),
    block(labels.officer, Math.max(day.end, methodEnd), last.end),
  ];
}
