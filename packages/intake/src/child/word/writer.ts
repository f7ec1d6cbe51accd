import { Unreadable } from '../../limits.ts';
import { Apart } from '../docx/apart.ts';
import type { DocxBody } from '../docx/body.ts';
import { leastPaper } from '../docx/drawings.ts';
import { Pages } from '../docx/pages.ts';
import { besideHands, pictureMark } from '../hands.ts';

/** What becomes of words: read, or kept apart because nobody sees them or a revision takes them away. */
export type Fate = 'shown' | 'inserted' | 'deleted' | 'struck' | 'hidden';

/** The cells of a row as its end tells them: their right edges in any unit, and which go on with the cell above. */
export interface RowShape {
  readonly left: number;
  readonly edges: readonly number[];
  readonly continued: readonly boolean[];
}

interface Row {
  readonly cells: string[][];
  shape: RowShape | null;
}

const longest = 5_000_000;
/** Edges of cells closer than this are one, in twentieths of a point. */
const nearEdges = 20;

/** Puts pages together from paragraphs and cells that tell only at their end what they were, as the old formats of Word do. */
export class WordWriter {
  readonly #pages = new Pages();
  #paragraph = '';
  #counted = 0;
  #followsCentred = false;
  /** Tables that are open, innermost last: their rows so far. */
  readonly #tables: Row[][] = [];
  /** Of each open table, whether its last cell has ended. */
  readonly #ended: boolean[] = [];
  readonly #apart = new Apart();
  #last: Fate = 'shown';

  /** What stands in the open paragraph so far. */
  get open(): string {
    return this.#paragraph;
  }

  write(words: string, fate: Fate, author = ''): void {
    if (words === '') return;
    if (fate === 'inserted' || fate === 'deleted') {
      this.#apart.revised(author, fate !== this.#last);
    }
    this.#last = fate;
    if (fate !== 'shown') this.#apart.keep(fate, words);
    if (fate !== 'shown' && fate !== 'inserted') return;
    if (this.#paragraph.length + words.length > longest)
      throw new Unreadable('文件有一段超过五百万字，没有读取；请打印成 PDF 后再放入');
    this.#paragraph += words;
  }

  /** A picture of so many square centimetres. */
  picture(area: number, inTable: boolean): void {
    if (inTable || besideHands.test(this.#paragraph)) this.#paragraph += pictureMark;
    this.#pages.addPicture(area >= leastPaper);
  }

  /** The paragraph ends; it stands so many tables deep. `mark` is its number in a list. */
  endParagraph(depth: number, { centred = false, mark = '' } = {}): void {
    const words = this.#paragraph === '' ? '' : mark + this.#paragraph;
    this.#paragraph = '';
    this.#goTo(depth);
    const lines = words.split('\n');
    if (depth > 0) {
      const cell = this.#cell();
      for (const line of lines) if (line.trimEnd() !== '') cell.push(line.trimEnd());
      return;
    }
    if (centred && !this.#followsCentred && words !== '') this.#pages.partOff();
    this.#followsCentred = centred && words !== '';
    this.#pages.put(lines);
  }

  /** The cell ends, with the paragraph that is open in it. */
  endCell(depth: number, mark = ''): void {
    this.endParagraph(Math.max(1, depth), { mark });
    this.#ended[this.#tables.length - 1] = true;
  }

  /** The row ends; what is open at its end is no paragraph. */
  endRow(depth: number, shape: RowShape | null): void {
    this.#paragraph = '';
    this.#goTo(Math.max(1, depth));
    const rows = this.#tables.at(-1);
    const row = rows?.at(-1);
    if (rows === undefined || row === undefined) return;
    row.shape = shape;
    rows.push({ cells: [], shape: null });
    this.#ended[this.#tables.length - 1] = true;
  }

  /** A new page begins before a paragraph that stands in no table: within one rows stay whole. */
  turn(): void {
    if (this.#paragraph !== '') this.endParagraph(0);
    this.#goTo(0);
    this.#pages.turn();
  }

  /** Tables deeper than this are at their end. */
  closeTables(depth: number): void {
    this.#goTo(depth);
  }

  body(): DocxBody {
    if (this.#paragraph !== '') this.endParagraph(this.#tables.length);
    this.#goTo(0);
    return { pages: this.#pages.all(), ...this.#apart.all() };
  }

  #goTo(depth: number): void {
    while (this.#tables.length < depth) {
      if (++this.#counted > 1_000_000) throw new Unreadable('文件里的表格多得异常，没有读取；请打印成 PDF 后再放入');
      this.#tables.push([{ cells: [], shape: null }]);
      this.#ended.push(true);
    }
    while (this.#tables.length > depth) {
      const rows = (this.#tables.pop() ?? []).filter((row) => row.cells.length > 0);
      this.#ended.pop();
      // A table within a cell is lines of that cell.
      if (this.#tables.length > 0) this.#putInner(rows);
      else this.#lay(rows);
    }
  }

  #putInner(rows: readonly Row[]): void {
    const cell = this.#cell();
    for (const row of rows) {
      const line = lineOf(row);
      if (line !== '') cell.push(line);
    }
  }

  #cell(): string[] {
    const at = this.#tables.length - 1;
    const row: Row = this.#tables[at]?.at(-1) ?? { cells: [], shape: null };
    if (this.#ended[at] === true || row.cells.length === 0) row.cells.push([]);
    this.#ended[at] = false;
    return row.cells.at(-1) ?? [];
  }

  #lay(rows: readonly Row[]): void {
    const grid = gridOf(rows);
    this.#pages.beginTable();
    for (const { cells, shape } of rows) {
      this.#pages.beginRow();
      cells.forEach((lines, index) => {
        this.#pages.beginCell();
        const left = index === 0 ? shape?.left : shape?.edges[index - 1];
        const right = shape?.edges[index];
        if (left !== undefined && right !== undefined) this.#pages.spanCell(placeIn(grid, right) - placeIn(grid, left));
        if (shape?.continued[index] === true) this.#pages.goOnCell();
        this.#pages.put(lines);
      });
      this.#pages.endRow();
    }
    this.#pages.endTable();
    this.#followsCentred = false;
  }
}

function lineOf({ cells }: Row): string {
  return cells
    .map((lines) => lines.join(' '))
    .filter((words) => words !== '')
    .join('  ');
}

/** All edges of a table from left to right, those that lie close as one. */
function gridOf(rows: readonly Row[]): number[] {
  const all = rows.flatMap(({ shape }) => (shape === null ? [] : [shape.left, ...shape.edges])).sort((a, b) => a - b);
  return all.filter((edge, at) => at === 0 || edge - (all[at - 1] ?? 0) > nearEdges);
}

/** Which of the edges one is. */
function placeIn(grid: readonly number[], edge: number): number {
  return grid.findLastIndex((one) => one <= edge);
}
