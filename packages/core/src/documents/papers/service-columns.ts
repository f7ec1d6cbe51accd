import { listUnder } from '../form-cells.ts';
import type { Reader } from '../pages.ts';
import { scanNumbers } from '../scan/numbers.ts';
import { type Block, daysIn, type Span, wordsOf } from './blocks.ts';

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
export function columnBlocks(reader: Reader, blocks: readonly Block[], known: ReceiptLabels): readonly Block[] {
  // 送达文书 | 文号: where nothing shows the column between them, the two heads read as the label of a number.
  const titled = blocks.some((block) => known.title.includes(block.label));
  const labels = titled ? known : { ...known, title: [...known.title, '送达文书文号'] };
  const heads = Object.values(labels).flat();
  const columns = blocks.filter((block) => heads.includes(block.label));
  const isEmpty = (block: Block): boolean => wordsOf(reader, block) === '';
  // The row stands behind the last head of those that have nothing beside them; other labels may follow with values of their own.
  const last =
    columns.find((block, at) => at >= 3 && !isEmpty(block) && columns.slice(at - 3, at).every(isEmpty)) ??
    columns.findLast((block) => !isEmpty(block));
  const empty = columns.filter((block) => isEmpty(block) && block.start < (last?.start ?? 0));
  if (last === undefined || empty.length < 3 || !empty.some((block) => labels.title.includes(block.label))) return [];
  const numbers = scanNumbers(reader, last.from, last.end);
  const day = daysIn(reader, last)[0];
  if (numbers.length > 1 || day === undefined) return [];
  const text = reader.dense;
  const titleEnd = numbers[0]?.end ?? last.from + Math.max(0, text.slice(last.from, last.end).indexOf('书') + 1);
  const method = methodWords.exec(text.slice(titleEnd, last.end));
  const methodAt = method === null ? null : titleEnd + method.index;
  const fixed: Partial<Record<Column, Span>> = {
    title: { start: last.from, end: titleEnd },
    day: { start: day.start, end: day.end },
    ...(method === null || methodAt === null ? {} : { method: { start: methodAt, end: methodAt + method[0].length } }),
  };
  const order = columns
    .filter((block) => block.start <= last.start)
    .sort((one, other) => one.start - other.start)
    .flatMap((block) => kinds.filter((kind) => labels[kind].includes(block.label)));
  return kinds.flatMap((kind): Block[] => {
    const span = fixed[kind] ?? between(order, kind, fixed, last);
    return span === null
      ? []
      : [{ label: labels[kind][0] ?? '', start: span.start, from: span.start, end: Math.max(span.start, span.end) }];
  });
}

type Column = keyof ReceiptLabels;
const kinds: readonly Column[] = ['title', 'recipient', 'day', 'method', 'officer'];

/** Where the value of a column stands: between the values that title, day and method have on either side of it; null for a column not printed. */
function between(
  order: readonly Column[],
  kind: Column,
  fixed: Readonly<Partial<Record<Column, Span>>>,
  row: Block,
): Span | null {
  const at = order.indexOf(kind);
  if (at < 0) return null;
  const before = order.slice(0, at).findLast((one) => fixed[one] !== undefined);
  const after = order.slice(at + 1).find((one) => fixed[one] !== undefined);
  const start = before === undefined ? row.from : (fixed[before]?.end ?? row.from);
  const end = after === undefined ? row.end : (fixed[after]?.start ?? row.end);
  return { start, end };
}

/**
 * Receipts that list several papers, a row each, below the head of columns: for every row the blocks that a form of this one paper would
 * have. None for other forms.
 */
export function listedBlocks(reader: Reader, blocks: readonly Block[], labels: ReceiptLabels): readonly Block[][] {
  const title = blocks.find((block) => labels.title.includes(block.label));
  const list = title === undefined ? null : listUnder(reader, title.start);
  if (title === undefined) return [];
  if (list === null) return laidRows(reader, blocks, title, labels);
  if (list.rows.length < 2) return [];
  const columnOf = (block: Block): number =>
    list.heads.findIndex((head) => head.start <= block.start && block.start < head.end);
  const others = blocks.filter((block) => columnOf(block) < 0);
  return list.rows
    .filter((row) => row.some((cell, index) => index === columnOf(title) && cell.end > cell.start))
    .map((row) => [
      ...others,
      ...blocks.flatMap((block): Block[] => {
        const cell = row[columnOf(block)];
        return cell === undefined ? [] : [{ ...block, start: cell.start, from: cell.start, end: cell.end }];
      }),
    ]);
}

/** A list has at most so many columns. */
const mostColumns = 9;

/** The same list copied with its cells one below the other: the heads, then row by row as many lines, each with a paper and a day where its heads say so. */
function laidRows(reader: Reader, blocks: readonly Block[], title: Block, labels: ReceiptLabels): readonly Block[][] {
  const heads = Object.values(labels).flat();
  const first = reader.lineAt(title.start);
  const fillsLine = (block: Block): boolean => {
    const line = reader.lines[reader.lineAt(block.start)];
    return line?.start === block.start && block.from >= line.end;
  };
  const columns = blocks.filter(
    (block) =>
      heads.includes(block.label) &&
      fillsLine(block) &&
      reader.lineAt(block.start) >= first &&
      reader.lineAt(block.start) < first + mostColumns,
  );
  const width = Math.max(...columns.map((block) => reader.lineAt(block.start))) - first + 1;
  const day = columns.find((block) => labels.day.includes(block.label));
  if (columns.length < 3 || day === undefined || !columns.includes(title)) return [];
  const lineOf = (row: number, block: Block) => reader.lines[first + row * width + reader.lineAt(block.start) - first];
  const rows: Block[][] = [];
  for (let row = 1; ; row++) {
    const cells = columns.flatMap((block): Block[] => {
      const line = lineOf(row, block);
      return line === undefined ? [] : [{ ...block, start: line.start, from: line.start, end: line.end }];
    });
    const dated = cells.find(({ label }) => label === day.label);
    const paper = cells.find(({ label }) => label === title.label);
    if (dated === undefined || paper === undefined || daysIn(reader, dated).length === 0) break;
    if (!/[书表单函证]/u.test(wordsOf(reader, paper))) break;
    rows.push([...blocks.filter((block) => !columns.includes(block)), ...cells]);
  }
  return rows.length < 2 ? [] : rows;
}
