import type { Cell, Reader } from './pages.ts';

/** Half-open range of offsets of a reader's text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value, and whether it stands in the column below its label: other labels come between. */
interface Value extends Range {
  readonly below?: true;
}

/** The cell that holds the offset; null outside forms. */
export function cellAt(reader: Reader, at: number): Cell | null {
  const { cells } = reader;
  let low = 0;
  let high = cells.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  // Cells without print share their offset with the one behind them.
  for (let index = low - 1; index >= 0; index--) {
    const cell = cells[index];
    if (cell !== undefined && cell.end > cell.start) return at < cell.end ? cell : null;
  }
  return null;
}

/** Whether the range runs from one cell into another, or out of a form: then it is no label. */
export function crossesCells(reader: Reader, start: number, end: number): boolean {
  const cell = cellAt(reader, start);
  return cell === null ? cellAt(reader, end - 1) !== null : end > cell.end;
}

/** Whether the range is all that stands in its cell. */
export function fillsCell(reader: Reader, start: number, end: number): boolean {
  const cell = cellAt(reader, start);
  return cell !== null && fills(cell, { start, end });
}

/** Whether a label with what belongs to it (a colon, a note in brackets) fills its cell. */
function fills(cell: Cell, label: Range): boolean {
  return cell.start >= label.start && cell.end <= label.end;
}

/**
 * Where the value of a label of a form stands: behind the label in its cell, else in the cell to the right. Of labels that stand in a row
 * at the head of columns, the cell below. `labels` are all that are known, a value without print is an empty range; null outside forms
 * and where the cells do not tell.
 */
export function valueIn(reader: Reader, label: Range, labels: readonly Range[]): Value | null {
  const cell = cellAt(reader, label.start);
  if (cell === null) return null;
  if (!fills(cell, label)) return { start: Math.min(label.end, cell.end), end: cell.end };
  const table = reader.cells.filter((one) => one.table === cell.table);
  const isLabel = (one: Cell): boolean => labels.some((known) => known.start < one.end && fills(one, known));
  const row = table.filter((one) => one.row === cell.row).sort((a, b) => a.column - b.column);
  if (headsColumns(row, cell, isLabel)) {
    const below = table.filter((one) => one.row > cell.row && one.column === cell.column && one.end > one.start);
    const rows = new Set(below.filter((one) => one.columns === cell.columns).map((one) => one.row));
    const first = below.find((one) => one.row === cell.row + cell.rows && one.columns === cell.columns);
    // Several rows under one head are a list.
    return rows.size > 1 ? null : { start: first?.start ?? cell.end, end: first?.end ?? cell.end, below: true };
  }
  const right = table.find(
    (one) => one.column === cell.column + cell.columns && one.row <= cell.row && one.row + one.rows > cell.row,
  );
  if (right !== undefined) return { start: right.start, end: right.end };
  const widest = Math.max(...table.map((one) => one.column + one.columns));
  if (widest > cell.column + cell.columns) return { start: cell.end, end: cell.end };
  const under = table.filter((one) => one.row === cell.row + cell.rows);
  const [only] = under;
  return row.length === 1 && under.length === 1 && only !== undefined ? { start: only.start, end: only.end } : null;
}

/** Whether the label is one of at least three that stand side by side: the head of columns. */
function headsColumns(row: readonly Cell[], cell: Cell, isLabel: (one: Cell) => boolean): boolean {
  const at = row.indexOf(cell);
  let [from, to] = [at, at];
  const leads = (index: number): boolean => {
    const one = row[index];
    return one !== undefined && one.rows === cell.rows && isLabel(one);
  };
  while (leads(from - 1)) from--;
  while (leads(to + 1)) to++;
  return to - from >= 2;
}

/** Words beside which hands and days stand: they belong to what was written above them. */
const signing =
  /^(?:签名|签字|签章|盖章|日期|时间|印章|年月日|[一-龥]{0,8}(?:\((?:签名|签字|签章|盖章)|签名|签字|签章))/u;

/**
 * Where what a label of a form heads ends at the latest: the cells beside it and those below that no other label heads. Null outside forms.
 */
export function blockEnd(reader: Reader, label: Range): number | null {
  const cell = cellAt(reader, label.start);
  if (cell === null) return null;
  const table = reader.cells.filter((one) => one.table === cell.table);
  const alone = table.every((one) => one === cell || one.row + one.rows <= cell.row || one.row > cell.row);
  if (!fills(cell, label) && !alone) return cell.end;
  let end = cell.end;
  for (const one of reader.cells) {
    if (one.start < cell.end || one.end <= one.start) continue;
    // Words between two forms end the first, but for the turn of a page.
    if (one.start > end) return end;
    const beside = one.table === cell.table && one.row < cell.row + cell.rows;
    if (!beside && one.column <= cell.column && isHead(reader, one)) return end;
    end = one.end;
  }
  return end;
}

/** Whether a cell looks like a label that heads others: a few characters without figures, or such before a colon. */
function isHead(reader: Reader, cell: Cell): boolean {
  const words = reader.dense.slice(cell.start, cell.end);
  if (signing.test(words)) return false;
  return /^[一-龥、/()“”]{2,16}:?$/u.test(words) || /^[一-龥、/()]{2,14}:/u.test(words);
}
