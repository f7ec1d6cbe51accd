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

/** The cells of one form by their place, and how many columns it has. */
interface Form {
  readonly columns: number;
  /** By row, the cells that begin in it, from left to right. */
  readonly rows: ReadonlyMap<number, readonly Cell[]>;
  /** By row and column, the cell that covers the place. */
  readonly covers: ReadonlyMap<string, Cell>;
}

/** A cell that covers more places than a form on paper has is one of nonsense. */
const mostPlaces = 400;

const formsBefore = new WeakMap<readonly Cell[], readonly Form[]>();

function formOf(reader: Reader, cell: Cell): Form | null {
  let forms = formsBefore.get(reader.cells);
  if (forms === undefined) {
    const tables: Cell[][] = [];
    for (const one of reader.cells) {
      const table = tables[one.table] ?? [];
      tables[one.table] = table;
      table.push(one);
    }
    forms = tables.map(arrange);
    formsBefore.set(reader.cells, forms);
  }
  return forms[cell.table] ?? null;
}

function arrange(cells: readonly Cell[]): Form {
  const rows = new Map<number, Cell[]>();
  const covers = new Map<string, Cell>();
  let columns = 0;
  for (const cell of cells) {
    columns = Math.max(columns, cell.column + cell.columns);
    const row = rows.get(cell.row) ?? [];
    rows.set(cell.row, row);
    row.push(cell);
    if (cell.rows * cell.columns > mostPlaces) continue;
    for (let down = 0; down < cell.rows; down++)
      for (let right = 0; right < cell.columns; right++) covers.set(`${cell.row + down}.${cell.column + right}`, cell);
  }
  for (const row of rows.values()) row.sort((a, b) => a.column - b.column);
  return { columns, rows, covers };
}

/** The cell that holds the offset; null outside forms. */
export function cellAt(reader: Reader, at: number): Cell | null {
  return reader.cells[indexAt(reader, at)] ?? null;
}

/** Where among the cells the one stands that holds the offset; -1 outside forms. */
function indexAt({ cells }: Reader, at: number): number {
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
    if (cell !== undefined && cell.end > cell.start) return at < cell.end ? index : -1;
  }
  return -1;
}

/** Whether the range runs from one cell into another, or out of a form: then it is no label. */
export function crossesCells(reader: Reader, start: number, end: number): boolean {
  if (reader.cells.length === 0) return false;
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

/** The cells to the left of the one that holds the offset, the nearest first. */
export function headsOf(reader: Reader, at: number): readonly Cell[] {
  const cell = cellAt(reader, at);
  const form = cell === null ? null : formOf(reader, cell);
  const heads: Cell[] = [];
  for (let column = (cell?.column ?? 0) - 1; cell !== null && column >= 0; column--) {
    const left = form?.covers.get(`${cell.row}.${column}`);
    if (left === undefined) break;
    heads.push(left);
    column = left.column;
  }
  return heads;
}

/**
 * Where the value of a label of a form stands: behind the label in its cell, else in the cell to the right. Of labels that stand in a row
 * at the head of columns, the cell below. `labels` are all that are known, in order; a value without print is an empty range; null outside
 * forms and where the cells do not tell.
 */
export function valueIn(reader: Reader, label: Range, labels: readonly Range[]): Value | null {
  const cell = cellAt(reader, label.start);
  const form = cell === null ? null : formOf(reader, cell);
  if (cell === null || form === null) return null;
  if (!fills(cell, label)) return { start: Math.min(label.end, cell.end), end: cell.end };
  const nothing = { start: cell.end, end: cell.end };
  const row = form.rows.get(cell.row) ?? [];
  const rows = headsColumns(row, cell, labels) ? rowsUnder(form, row) : null;
  // 当事人 | 个人 | 姓名 | 张三 above 性别 | 男 | 年龄 | 39: labels below are no values.
  const labelled = (rows?.[0] ?? []).filter((one) => isLabel(one, labels)).length >= 2;
  if (rows !== null && !labelled) {
    const [first, second] = rows.map((one) => one.find((other) => other.column === cell.column));
    if (first === undefined) return null;
    // Several rows under one head are a list.
    const goesOn = second !== undefined && second.end > second.start && !isLabel(second, labels);
    return goesOn ? null : { start: first.start, end: first.end, below: true };
  }
  const right = form.covers.get(`${cell.row}.${cell.column + cell.columns}`);
  // 当事人 | 单位 | 名称 | 某厂: what stands beside the label heads rows of its own.
  if (right !== undefined && subhead.test(reader.dense.slice(right.start, right.end))) {
    // 当事人 | 单位 | 某厂: nothing more heads the value.
    const next = form.covers.get(`${cell.row}.${right.column + right.columns}`);
    const named = next !== undefined && business.test(reader.dense.slice(next.start, next.end));
    return named && !isLabel(next, labels)
      ? { start: next.start, end: next.end }
      : { start: right.start, end: right.start };
  }
  if (right !== undefined) return { start: right.start, end: right.end };
  if (form.columns > cell.column + cell.columns) return nothing;
  const under = form.rows.get(cell.row + cell.rows) ?? [];
  const [only] = under;
  return row.length === 1 && under.length === 1 && only !== undefined ? { start: only.start, end: only.end } : null;
}

/** The rows below that have the same columns. */
function rowsUnder(form: Form, heads: readonly Cell[]): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [];
  for (let at = (heads[0]?.row ?? 0) + (heads[0]?.rows ?? 1); ; at++) {
    const row = form.rows.get(at) ?? [];
    const same = row.every(
      (cell, index) => cell.column === heads[index]?.column && cell.columns === heads[index].columns,
    );
    if (row.length !== heads.length || !same) return rows;
    rows.push(row);
  }
}

/** The row of labels that holds the offset as the head of columns, and the rows below it; null where it is none or nothing stands below. */
export function listUnder(
  reader: Reader,
  at: number,
): { readonly heads: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] } | null {
  const cell = cellAt(reader, at);
  const form = cell === null ? null : formOf(reader, cell);
  const heads = cell === null ? [] : (form?.rows.get(cell.row) ?? []);
  if (form === null || heads.length < 3) return null;
  const rows = rowsUnder(form, heads);
  return rows.length === 0 ? null : { heads, rows };
}

/** What heads rows under the label of a party or person. */
export const subhead =
  /^(?:自然人|个人|公民|单位|法人|组织|企业|个体工商户|(?:法人|单位)?(?:或者?|及|和|、)?(?:其他|非法人)组织|姓名|名称|单位名称|企业名称|姓名或名称):?$/u;

/** What no label ends with, but the names of firms do. */
const business = /[一-龥]{2}(?:公司|厂|店|社|商行|中心|医院|学校|集团)$/u;

/** Whether the label is one of at least three that stand side by side, or of all the row has: the head of columns. */
function headsColumns(row: readonly Cell[], cell: Cell, labels: readonly Range[]): boolean {
  const at = row.indexOf(cell);
  let [from, to] = [at, at];
  const leads = (index: number): boolean => {
    const one = row[index];
    return one !== undefined && one.rows === cell.rows && isLabel(one, labels);
  };
  while (leads(from - 1)) from--;
  while (leads(to + 1)) to++;
  return to - from >= 2 || (to > from && to - from + 1 === row.length);
}

function isLabel(cell: Cell, labels: readonly Range[]): boolean {
  let low = 0;
  let high = labels.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((labels[middle]?.start ?? 0) < cell.start) low = middle + 1;
    else high = middle;
  }
  const label = labels[low];
  return label !== undefined && cell.end > cell.start && label.start === cell.start && fills(cell, label);
}

/** Words beside which hands and days stand: they belong to what was written above them. */
const signing =
  /^(?:签名|签字|签章|盖章|日期|时间|印章|年月日|[一-龥]{0,8}(?:\((?:签名|签字|签章|盖章)|签名|签字|签章))/u;

/**
 * Where what a label of a form heads ends at the latest: the cells beside it and those below that no other label heads. Null outside forms.
 */
export function blockEnd(reader: Reader, label: Range): number | null {
  const place = indexAt(reader, label.start);
  const cell = reader.cells[place];
  const form = cell === undefined ? null : formOf(reader, cell);
  if (cell === undefined || form === null) return null;
  const alone = form.rows.get(cell.row)?.length === 1 && cell.columns === form.columns;
  if (!fills(cell, label) && !alone) return cell.end;
  let end = cell.end;
  for (let index = place + 1; index < reader.cells.length; index++) {
    const one = reader.cells[index];
    if (one === undefined || one.end <= one.start) continue;
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
