import { Unreadable } from '../../limits.ts';
import type { RowShape, WordWriter } from '../word/writer.ts';

/** Columns are as broad as this, in the units of edges. */
const breadth = 1000;
const mostColumns = 1000;
/** Places of a table that cells reach over, in all. */
const mostReached = 2_000_000;

/** A table of a page of the web that is open: cells that reach over columns and rows. */
export class Grid {
  readonly #writer: WordWriter;
  readonly #depth: number;
  /** Of each column, how many rows the cell that reaches down into it still has, and how many columns it takes. */
  #down: { rows: number; columns: number }[] = [];
  #column = 0;
  #edges: number[] = [];
  #continued: boolean[] = [];
  #cell: { columns: number; rows: number } | null = null;
  #inRow = false;
  #reached = 0;

  constructor(writer: WordWriter, depth: number) {
    this.#writer = writer;
    this.#depth = depth;
  }

  beginRow(): void {
    this.endRow();
    this.#inRow = true;
  }

  beginCell(columns: number, rows: number): void {
    this.#endCell();
    this.#inRow = true;
    this.#passOver();
    this.#cell = { columns: bounded(columns), rows: bounded(rows) };
  }

  endRow(): void {
    this.#endCell();
    if (!this.#inRow) return;
    this.#passOver();
    const shape: RowShape = { left: 0, edges: this.#edges, continued: this.#continued };
    this.#writer.endRow(this.#depth, this.#edges.length === 0 ? null : shape);
    this.#column = 0;
    this.#edges = [];
    this.#continued = [];
    this.#inRow = false;
  }

  #endCell(): void {
    if (this.#cell === null) return;
    const { columns, rows } = this.#cell;
    this.#cell = null;
    this.#writer.endCell(this.#depth);
    for (let at = 0; at < columns; at++) this.#down[this.#column + at] = { rows: rows - 1, columns: columns - at };
    this.#place(columns, false);
  }

  /** Cells of rows above that reach down to here. */
  #passOver(): void {
    for (let over = this.#down[this.#column]; over !== undefined && over.rows > 0; over = this.#down[this.#column]) {
      const { columns } = over;
      for (let at = 0; at < columns; at++) {
        const one = this.#down[this.#column + at];
        if (one !== undefined) this.#down[this.#column + at] = { ...one, rows: one.rows - 1 };
      }
      this.#writer.endCell(this.#depth);
      this.#place(columns, true);
    }
  }

  #place(columns: number, continued: boolean): void {
    this.#reached += columns;
    if (this.#reached > mostReached)
      throw new Unreadable(
        '表格里合并的单元格多得异常，没有读取；请用 Word 或者 Excel 打开后另存为 DOCX 或者 XLSX，再放入',
      );
    this.#column += columns;
    this.#edges.push(this.#column * breadth);
    this.#continued.push(continued);
  }
}

function bounded(count: number): number {
  return Number.isFinite(count) ? Math.min(mostColumns, Math.max(1, Math.floor(count))) : 1;
}
