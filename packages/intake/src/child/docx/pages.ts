import type { PageCell, PageTable } from '@anjuan/core';
import { type Cell, rowLines } from './rows.ts';

export interface DocxPage {
  readonly lines: readonly string[];
  readonly tables: readonly PageTable[];
  /** Pictures as large as papers are, whose words nobody has read. */
  readonly papers: number;
  /** Pictures of any size. */
  readonly pictures: number;
  /** Places where the program that opens the file would put in another file. */
  readonly chunks: number;
}

interface OpenPage {
  readonly lines: string[];
  papers: number;
  pictures: number;
  chunks: number;
  length: number;
  readonly tables: PageCell[][];
}

function emptyPage(tables: PageCell[][]): OpenPage {
  return { lines: [], papers: 0, pictures: 0, chunks: 0, length: 0, tables };
}

/** Puts the pages of a part together from its paragraphs and the rows of its tables. */
export class Pages {
  readonly #pages: OpenPage[] = [emptyPage([])];
  /** Rows of open tables, innermost last. */
  readonly #rows: Cell[][] = [];
  /** Rows of the outermost table that is open, counted from 0. */
  #row = 0;
  #depth = 0;

  get inTable(): boolean {
    return this.#rows.length > 0;
  }

  all(): readonly DocxPage[] {
    return this.#pages.map(({ tables, length: _, ...page }) => ({
      ...page,
      tables: tables.filter((cells) => cells.length > 0).map((cells) => ({ cells })),
    }));
  }

  addPicture(isPaper: boolean): void {
    const page = this.#pages.at(-1);
    if (page === undefined) return;
    page.pictures++;
    if (isPaper) page.papers++;
  }

  addChunk(): void {
    const page = this.#pages.at(-1);
    if (page !== undefined) page.chunks++;
  }

  /** An empty line at the end of the page, unless one stands there or nothing does. */
  partOff(): void {
    if ((this.#pages.at(-1)?.lines.at(-1) ?? '') !== '') this.#toPage(['']);
  }

  beginTable(): void {
    if (this.#depth++ > 0) return;
    this.#row = 0;
    this.#pages.at(-1)?.tables.push([]);
  }

  endTable(): void {
    this.#depth--;
  }

  beginRow(): void {
    this.#rows.push([]);
  }

  beginCell(): void {
    this.#rows.at(-1)?.push({ paragraphs: [], columns: 1, continued: false });
  }

  spanCell(columns: number): void {
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell !== undefined) cell.columns = Math.min(100, Math.max(1, columns));
  }

  /** The open cell goes on with the one above. */
  goOnCell(): void {
    const cell = this.#rows.at(-1)?.at(-1);
    if (cell !== undefined) cell.continued = true;
  }

  /** Lines go to the cell that is open, else to the page. */
  put(lines: readonly string[]): void {
    const kept = lines.map((line) => line.trimEnd());
    const cell = this.#rows.at(-1)?.at(-1);
    // A text box stands within a paragraph of its own: its lines come before that paragraph's.
    if (cell !== undefined) for (const line of kept.filter((one) => one !== '')) cell.paragraphs.push(line);
    else this.#toPage(kept);
  }

  /** Adds lines and gives the offset in the text of the page where they begin. */
  #toPage(lines: readonly string[]): number {
    const page = this.#pages.at(-1);
    if (page === undefined) return 0;
    const start = page.lines.length === 0 ? 0 : page.length + 1;
    page.length = start + lines.reduce((sum, line) => sum + line.length + 1, -1);
    for (const line of lines) page.lines.push(line);
    return start;
  }

  endRow(): void {
    const row = this.#rows.pop() ?? [];
    const { lines, ranges } = rowLines(row);
    if (this.#rows.length > 0) {
      this.put(lines);
      return;
    }
    const start = this.#toPage(lines);
    const table = this.#pages.at(-1)?.tables.at(-1);
    let column = 0;
    row.forEach((cell, index) => {
      const [from = 0, to = 0] = ranges[index] ?? [];
      const above = cell.continued ? (table?.findLastIndex((one) => one.column === column) ?? -1) : -1;
      const merged = table?.[above];
      if (table !== undefined && merged !== undefined) table[above] = { ...merged, rows: this.#row - merged.row + 1 };
      else if (!cell.continued)
        table?.push({ row: this.#row, column, rows: 1, columns: cell.columns, start: start + from, end: start + to });
      column += cell.columns;
    });
    this.#row++;
  }

  /** A new page begins, unless nothing stands on this one yet. */
  turn(): void {
    if (!this.#pages.at(-1)?.lines.some((line) => line !== '')) return;
    this.#pages.push(emptyPage(this.#depth > 0 ? [[]] : []));
  }
}
