import type { PageTable } from '@anjuan/core';
import { Damaged } from '../../foreign.ts';
import { type Limits, Unreadable } from '../../limits.ts';
import { besideHands, pictureMark } from '../hands.ts';
import { readXml } from '../xml.ts';
import { areaIn, areaOf, leastPaper } from './drawings.ts';
import { addLines, type OpenPage, partOff } from './open-page.ts';
import { type Cell, rowLines } from './rows.ts';

/** Text of one part of a DOCX, page by page, and what was left out of it. */
export interface DocxBody {
  readonly pages: readonly {
    readonly lines: readonly string[];
    readonly tables: readonly PageTable[];
    /** Pictures as large as papers are, whose words nobody has read. */
    readonly papers: number;
  }[];
  /** Words marked hidden. */
  readonly hidden: string;
  /** Words a tracked revision takes away, and puts in. */
  readonly deleted: string;
  readonly inserted: string;
  readonly revisions: number;
  readonly authors: ReadonlySet<string>;
}

/**
 * Reads a part: paragraphs as lines, the cells of a table row in one line with two spaces between; a cell of several paragraphs goes on
 * in lines of its own. Hidden text and tracked deletions are kept apart. Pages follow the breaks that the file records. A part that is
 * asked to be of a `kind` and is of another is damage.
 */
export function readBody(bytes: Buffer, limits: Limits, what: string, kind?: string): DocxBody {
  const writer = new Writer();
  let root: string | null = null;
  readXml(bytes, limits, what, {
    open: (name, attributes) => {
      root ??= name;
      if (kind !== undefined && root !== kind) throw new Damaged('DOCX 缺少正文');
      writer.open(name, attributes);
    },
    close: (name) => writer.close(name),
    text: (text) => writer.write(text),
  });
  return writer.body();
}

const mostKept = 4000;
class Writer {
  readonly #pages: OpenPage[] = [{ lines: [], papers: 0, length: 0, tables: [] }];
  /** Rows of open tables, innermost last. */
  readonly #rows: Cell[][] = [];
  /** Rows of the outermost table that is open, counted from 0. */
  #row = 0;
  readonly #paragraphs: string[] = [];
  /** Whether each open paragraph is centred, as headings are, and the one before it was. */
  readonly #centred: boolean[] = [];
  #followsCentred = false;
  #inRun = false;
  /** Square centimetres of the drawing that is open. */
  #pictured = 0;
  #hidden = false;
  #skip = 0;
  #deleted = 0;
  #inserted = 0;
  #inText = false;
  #depth = 0;
  readonly #apart = { hidden: '', deleted: '', inserted: '' };
  #revisions = 0;
  readonly #authors = new Set<string>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'p':
        this.#paragraphs.push('');
        this.#centred.push(false);
        break;
      case 'jc':
        if (this.#paragraphs.length > 0 && attributes.val === 'center') this.#centred[this.#centred.length - 1] = true;
        break;
      case 'r':
        this.#inRun = true;
        this.#hidden = false;
        break;
      case 'vanish':
      case 'webHidden':
        if (this.#inRun) this.#hidden ||= attributes.val !== 'false' && attributes.val !== '0';
        break;
      case 't':
      case 'delText':
        this.#inText = true;
        break;
      case 'del':
      case 'moveFrom':
        this.#deleted++;
        this.#revised(attributes);
        break;
      case 'ins':
      case 'moveTo':
        this.#inserted++;
        this.#revised(attributes);
        break;
      case 'instrText':
      case 'Fallback':
        this.#skip++;
        break;
      case 'drawing':
      case 'pict':
        // A picture of a hand, a seal or a print: that it is there must not be lost, as the place to sign would seem blank.
        if (this.#inRun && this.#shows() && (this.#rows.length > 0 || besideHands.test(this.#paragraphs.at(-1) ?? '')))
          this.#append(pictureMark);
        break;
      case 'inline':
      case 'anchor':
        this.#pictured = 0;
        break;
      case 'extent':
        this.#pictured = areaOf(attributes.cx, attributes.cy);
        break;
      case 'shape':
        this.#pictured = areaIn(attributes.style ?? '');
        break;
      case 'blip':
      case 'imagedata': {
        const page = this.#pages.at(-1);
        if (page !== undefined && this.#shows() && this.#pictured >= leastPaper) page.papers++;
        this.#pictured = 0;
        break;
      }
      case 'tab':
        if (this.#inRun && this.#shows() && this.#paragraphs.at(-1) !== '') this.#append('  ');
        break;
      case 'br':
        if (attributes.type === 'page') this.#turn();
        else if (this.#shows()) this.#append('\n');
        break;
      case 'lastRenderedPageBreak':
      case 'pageBreakBefore':
        if (attributes.val !== 'false' && attributes.val !== '0') this.#turn();
        break;
      case 'tbl':
        if (this.#depth++ === 0) {
          this.#row = 0;
          this.#pages.at(-1)?.tables.push([]);
        }
        break;
      case 'tr':
        this.#rows.push([]);
        break;
      case 'tc':
        this.#rows.at(-1)?.push({ paragraphs: [], columns: 1, continued: false });
        break;
      case 'gridSpan': {
        const cell = this.#rows.at(-1)?.at(-1);
        if (cell !== undefined) cell.columns = Math.min(100, Math.max(1, Number(attributes.val) || 1));
        break;
      }
      case 'vMerge': {
        const cell = this.#rows.at(-1)?.at(-1);
        if (cell !== undefined) cell.continued = attributes.val !== 'restart';
        break;
      }
      default:
        break;
    }
  }

  close(name: string): void {
    switch (name) {
      case 'r':
        this.#inRun = false;
        break;
      case 't':
      case 'delText':
        this.#inText = false;
        break;
      case 'del':
      case 'moveFrom':
        this.#deleted--;
        break;
      case 'ins':
      case 'moveTo':
        this.#inserted--;
        break;
      case 'instrText':
      case 'Fallback':
        this.#skip--;
        break;
      case 'p': {
        const centred = this.#centred.pop() ?? false;
        const words = this.#paragraphs.pop() ?? '';
        // People see that a heading stands apart from the paper above it: the text says so by an empty line.
        if (centred && !this.#followsCentred && this.#rows.length === 0 && words !== '') partOff(this.#pages.at(-1));
        if (this.#rows.length === 0) this.#followsCentred = centred && words !== '';
        this.#put(words.split('\n'));
        break;
      }
      case 'tr':
        this.#endRow(this.#rows.pop() ?? []);
        break;
      case 'tbl':
        this.#depth--;
        break;
      default:
        break;
    }
  }

  write(text: string): void {
    if (!this.#inText || this.#skip > 0) return;
    if (this.#deleted > 0) this.#keep('deleted', text);
    else if (this.#hidden) this.#keep('hidden', text);
    else {
      if (this.#inserted > 0) this.#keep('inserted', text);
      this.#append(text);
    }
  }

  body(): DocxBody {
    return {
      pages: this.#pages.map(({ lines, papers, tables }) => ({
        lines,
        papers,
        tables: tables.filter((cells) => cells.length > 0).map((cells) => ({ cells })),
      })),
      ...this.#apart,
      revisions: this.#revisions,
      authors: this.#authors,
    };
  }

  #shows(): boolean {
    return this.#skip === 0 && this.#deleted === 0 && !this.#hidden;
  }

  #append(text: string): void {
    const last = this.#paragraphs.length - 1;
    if (last < 0) return;
    const before = this.#paragraphs[last] ?? '';
    if (before.length + text.length > 5_000_000)
      throw new Unreadable('DOCX 有一段超过五百万字，没有读取；请打印成 PDF 后再放入');
    this.#paragraphs[last] = before + text;
  }

  #keep(where: 'hidden' | 'deleted' | 'inserted', text: string): void {
    if (this.#apart[where].length < mostKept) this.#apart[where] += text;
  }

  #revised(attributes: Readonly<Record<string, string>>): void {
    this.#revisions++;
    if (attributes.author !== undefined && this.#authors.size < 20) this.#authors.add(attributes.author);
  }

  /** Lines go to the cell that is open, else to the page. */
  #put(lines: readonly string[]): void {
    const kept = lines.map((line) => line.trimEnd());
    const cell = this.#rows.at(-1)?.at(-1);
    // A text box stands within a paragraph of its own: its lines come before that paragraph's.
    if (cell !== undefined) for (const line of kept.filter((one) => one !== '')) cell.paragraphs.push(line);
    else this.#toPage(kept);
  }

  #toPage(lines: readonly string[]): number {
    const page = this.#pages.at(-1);
    return page === undefined ? 0 : addLines(page, lines);
  }

  #endRow(row: readonly Cell[]): void {
    const { lines, ranges } = rowLines(row);
    if (this.#rows.length > 0) {
      this.#put(lines);
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

  /** A new page begins, unless nothing stands on this one yet. Within a table the row stays whole. */
  #turn(): void {
    if (this.#rows.length > 0) return;
    const last = this.#paragraphs.length - 1;
    if (last >= 0 && this.#paragraphs[last] !== '') {
      this.#put([this.#paragraphs[last] ?? '']);
      this.#paragraphs[last] = '';
    }
    if (!this.#pages.at(-1)?.lines.some((line) => line !== '')) return;
    this.#pages.push({ lines: [], papers: 0, length: 0, tables: this.#depth > 0 ? [[]] : [] });
  }
}
