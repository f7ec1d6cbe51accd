import { isBlank } from './normalise.ts';
import { boxOf } from './text-box.ts';
import type { PageCell, PageText } from './types.ts';

/** A half-open range of the page's text that is laid without a break, and what stands before it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly before: 'cell' | 'line' | 'nothing';
}

/** A line as extractors read it: of a page without forms as printed; of a form all cells of a row that hold one paragraph each. */
export interface LaidRow {
  readonly stretches: readonly Stretch[];
  /** Its words stand in cells: how far they reach says nothing of the margin of the page. */
  readonly inCells: boolean;
}

/**
 * The lines of the half-open range of a page. Cells keep what belongs together: a label is one line with the first paragraph of the cell
 * beside it, words the cell's own border broke are one line again, and no paragraph runs on into the next cell.
 */
export function laidRows(page: PageText, from: number, to: number): LaidRow[] {
  const rows: LaidRow[] = [];
  let at = from;
  for (const cells of tableRows(page, from, to)) {
    const [first] = cells;
    if (first === undefined) continue;
    rows.push(...printedRows(page.text, at, first.start));
    rows.push(...rowOfCells(page, cells));
    at = Math.max(at, cells.at(-1)?.end ?? at);
  }
  rows.push(...printedRows(page.text, at, to));
  return rows;
}

/** Cells with print that lie within the range, row by row. */
function tableRows(page: PageText, from: number, to: number): PageCell[][] {
  const rows: PageCell[][] = [];
  for (const { cells } of page.tables ?? []) {
    let row = -1;
    for (const cell of cells) {
      if (cell.start < from || cell.end > to || !hasPrint(page.text, cell.start, cell.end)) continue;
      if (cell.row !== row) rows.push([]);
      row = cell.row;
      rows.at(-1)?.push(cell);
    }
  }
  return rows;
}

function rowOfCells(page: PageText, cells: readonly PageCell[]): LaidRow[] {
  const rows: LaidRow[] = [];
  let open: Stretch[] = [];
  const close = (): void => {
    if (open.length > 0) rows.push({ stretches: open, inCells: true });
    open = [];
  };
  for (const cell of cells) {
    const [first, ...others] = paragraphsOf(page, cell);
    if (first === undefined) continue;
    open.push(...first.map((one, index): Stretch => (index === 0 ? { ...one, before: 'cell' } : one)));
    if (others.length === 0) continue;
    close();
    for (const stretches of others) rows.push({ stretches, inCells: true });
  }
  close();
  return rows;
}

/** Lines of one narrow cell hold at most so many characters, and all of them together so many. */
const narrow = { line: 6, cell: 16 };

/** The paragraphs of a cell, each as the stretches the cell's border broke it into. */
function paragraphsOf(page: PageText, cell: PageCell): Stretch[][] {
  const lines = linesIn(page.text, cell.start, cell.end);
  const words = lines.map(([start, end]) => page.text.slice(start, end).replace(/\s/gu, ''));
  const upright =
    words.length > 1 &&
    words.every((one) => one.length <= narrow.line && !/[\d:：。；]/u.test(one)) &&
    words.join('').length <= narrow.cell;
  const paragraphs: Stretch[][] = [];
  lines.forEach(([start, end], index) => {
    const last = paragraphs.at(-1);
    const above = lines[index - 1];
    const wrapped =
      above !== undefined &&
      (numberGoesOn(words[index - 1] ?? '', words[index] ?? '') ||
        (runsOn(words[index - 1] ?? '', words[index] ?? '') && goesOn(page, cell, above, [start, end])));
    if (last === undefined || !(upright || wrapped)) paragraphs.push([{ start, end, before: 'line' }]);
    else last.push({ start, end, before: wrapped ? 'nothing' : 'line' });
  });
  return paragraphs;
}

/** Short lines are names and words one below the other, unless the next begins with what begins no line. */
function runsOn(line: string, next: string): boolean {
  return line.length > 4 || /^[〔【[(（\d号、，,)）〕】\]]/u.test(next);
}

/** 农罚 / 〔2024〕73号: a year in brackets with a number begins nothing. */
function numberGoesOn(line: string, next: string): boolean {
  return /[一-龥]$/u.test(line) && /^[〔[【(（]\d{4}[〕\]】)）]\d{1,6}(?:号|$)/u.test(next);
}

/** Whether the border of the cell broke a line: it fills the cell, and the next is not set to the right, as hands and days are. */
function goesOn(
  page: PageText,
  { box }: PageCell,
  line: readonly [number, number],
  next: readonly [number, number],
): boolean {
  const [words, below] = [line, next].map((range) => boxOf(page.lines, page.text, range));
  if (box === undefined || words == null || below == null) return false;
  const [left, top, right, bottom] = words;
  const unit = Math.max(6, Math.min(bottom - top, 24));
  const fillsIt = box[2] - right < 1.9 * unit && left - box[0] < 4 * unit;
  const setRight = below[0] - box[0] > 4 * unit && box[2] - below[2] < 1.9 * unit;
  return fillsIt && !setRight;
}

function printedRows(text: string, from: number, to: number): LaidRow[] {
  return linesIn(text, from, to).map(([start, end]) => ({
    stretches: [{ start, end, before: 'line' }],
    inCells: false,
  }));
}

/** Lines with print. */
function linesIn(text: string, from: number, to: number): [number, number][] {
  const lines: [number, number][] = [];
  let start = from;
  while (start <= to) {
    const found = text.indexOf('\n', start);
    const end = found === -1 || found > to ? to : found;
    if (hasPrint(text, start, end)) lines.push([start, end]);
    start = end + 1;
  }
  return lines;
}

function hasPrint(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return true;
  return false;
}
