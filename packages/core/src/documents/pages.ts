import type { Anchor } from '../record/types.ts';
import { laidRows, type Stretch } from './cells.ts';
import { mendLaid } from './mending/laid.ts';
import { mendRow } from './mending/row.ts';
import { WORN } from './mending/sums.ts';
import { foldUnit, isBlank, isBorder, isHidden, isSpacedOut } from './normalise.ts';
import { COPIED_NUMBER, isPageNumber } from './page-numbers.ts';
import { unifyRadicals } from './radicals.ts';
import { certaintyAt, isScan } from './scan-text.ts';
import { boxOf } from './text-box.ts';
import type { PageCell, PageText } from './types.ts';
import { edgesOf, measure, type Printed } from './wraps.ts';

/** What stands on the page before a character of `dense`: nothing, a space, a wide gap or cell border, a new line, a new page. */
export const Gap = { none: 0, space: 1, wide: 2, line: 3, page: 4 } as const;

/** A printed line in offsets of `dense`; lines without any print are not listed. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** 1-based page within the file. */
  readonly page: number;
}

/** A cell of a form in offsets of `dense`; empty where nothing stands in it. `table` counts the forms of the reader. */
export interface Cell extends Pick<PageCell, 'row' | 'column' | 'rows' | 'columns'> {
  readonly table: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Consecutive pages of one document as text to scan. `dense` is the text without any white space and line breaks, folded
 * to one form (half-width letters and punctuation), without page numbers; every offset a scanner reports is one of
 * `dense`, and `anchorOf` leads back to page, range and box.
 */
export interface Reader {
  readonly document: string;
  readonly file: string;
  readonly pages: readonly PageText[];
  readonly dense: string;
  readonly lines: readonly Line[];
  /** Cells of the forms on the pages, row by row. */
  readonly cells: readonly Cell[];
  /** What separates `dense[at]` from the character before it on the page. */
  gapBefore(at: number): number;
  /** True when the page hides a character that prints nothing within the half-open range. */
  hides(start: number, end: number): boolean;
  /** Index into `lines` of the line that holds the offset. */
  lineAt(at: number): number;
  /** True when the line break before the offset only wraps a paragraph: the line above reaches the right margin. */
  wraps(at: number): boolean;
  /** 0…1 how sure the recogniser was of the least certain word within the range; 1 where the file itself says the characters. */
  certainty(start: number, end: number): number;
  /** The text as printed for the half-open range without white space; a space stays between two Latin letters. */
  print(start: number, end: number): string;
  /** The text of the page for the half-open range, white space folded to single spaces. */
  quote(start: number, end: number): string;
  /** One anchor for each page the half-open range touches. */
  anchorOf(start: number, end: number): Anchor[];
}

/** A part of a page: the half-open character range of its text that belongs to a document. */
export interface PagePart {
  readonly page: PageText;
  readonly start: number;
  readonly end: number;
}

const QUOTE_LIMIT = 160;
/** Lays consecutive parts of pages of one file out as one text; offsets lead back to the pages. */
export function readPages(document: string, file: string, parts: readonly PagePart[]): Reader {
  const capacity = parts.reduce((sum, part) => sum + Math.max(0, part.end - part.start), 0);
  const offsets = new Int32Array(capacity);
  const gaps = new Uint8Array(capacity);
  const partStarts: number[] = [];
  const hidden: number[] = [];
  const lines: Line[] = [];
  const pieces: string[] = [];
  const printed: Printed[] = [];
  let size = 0;
  for (const part of parts) {
    partStarts.push(size);
    size = layPage(part, size, { offsets, gaps, hidden, lines, pieces, printed });
  }
  const dense = pieces.join('');
  const lineStarts = lines.map((line) => line.start);
  const goesOn = measure(printed, (index) => dense.slice(lines[index]?.start ?? 0, lines[index]?.end ?? 0));
  const partAt = (at: number): number => Math.max(0, lastAtMost(partStarts, at));
  const source = (at: number): number => offsets[at] ?? 0;
  const cells = cellsOf(parts, (index, place) => {
    let [low, high] = [partStarts[index] ?? 0, partStarts[index + 1] ?? size];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (source(middle) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  });

  function anchorOf(start: number, end: number): Anchor[] {
    const anchors: Anchor[] = [];
    let from = Math.max(0, start);
    const stop = Math.min(end, size);
    while (from < stop) {
      const index = partAt(from);
      const part = parts[index];
      if (part === undefined) break;
      const to = Math.min(stop, partStarts[index + 1] ?? size);
      const range: [number, number] = [source(from), source(to - 1) + 1];
      anchors.push({
        document,
        file,
        page: part.page.number,
        quote: quoteOf(part.page.text, range),
        range,
        box: boxOf(part.page.lines, part.page.text, range),
      });
      from = to;
    }
    return anchors;
  }

  return {
    document,
    file,
    pages: parts.map((part) => part.page),
    dense,
    lines,
    cells,
    gapBefore: (at) => gaps[at] ?? Gap.page,
    hides: (start, end) => {
      const first = lastAtMost(hidden, start) + 1;
      const at = hidden[first];
      return at !== undefined && at < end;
    },
    lineAt: (at) => lastAtMost(lineStarts, at),
    wraps: (at) => {
      const index = lastAtMost(lineStarts, at);
      return index > 0 && lineStarts[index] === at && goesOn(index - 1);
    },
    certainty: (start, end) =>
      anchorOf(start, end).reduce((least, { page, range }) => {
        const sheet = parts.find((part) => part.page.number === page)?.page;
        return sheet === undefined || range === null || !isScan(sheet)
          ? least
          : Math.min(least, certaintyAt(sheet, range, true));
      }, 1),
    print: (start, end) => {
      let out = '';
      for (let i = Math.max(0, start); i < Math.min(end, size); i++) {
        const text = parts[partAt(i)]?.page.text ?? '';
        const apart =
          i > start && (gaps[i] ?? 0) > Gap.none && LATIN.test(dense[i] ?? '') && LATIN.test(dense[i - 1] ?? '');
        const raw = unifyRadicals(text[source(i)] ?? '');
        const read = dense[i] ?? '';
        out += (apart ? ' ' : '') + (read === WORN || read === foldUnit(raw.charCodeAt(0)) ? raw : read);
      }
      return out;
    },
    quote: (start, end) =>
      anchorOf(start, end)
        .map((anchor) => anchor.quote)
        .join(' '),
    anchorOf,
  };
}

const LATIN = /[A-Za-z]/;

/** The cells of all parts; `denseAt` gives the offset in `dense` of the first print at or behind an offset of a part's page. */
function cellsOf(parts: readonly PagePart[], denseAt: (part: number, place: number) => number): Cell[] {
  let table = -1;
  return parts.flatMap(({ page, start, end }, part) =>
    (page.tables ?? []).flatMap(({ cells }) => {
      table++;
      return cells
        .filter((cell) => cell.start >= start && cell.end <= end)
        .map(({ row, column, rows, columns, ...cell }): Cell => {
          const from = denseAt(part, cell.start);
          return { table, row, column, rows, columns, start: from, end: Math.max(from, denseAt(part, cell.end)) };
        });
    }),
  );
}

interface Sheet {
  readonly offsets: Int32Array;
  readonly gaps: Uint8Array;
  readonly hidden: number[];
  readonly lines: Line[];
  readonly pieces: string[];
  /** How each line stands on its page. */
  readonly printed: Printed[];
}

/** Adds one page; page numbers among its first and last two lines are left out of the running text. */
function layPage(part: PagePart, from: number, sheet: Sheet): number {
  const { number } = part.page;
  const rows = laidRows(part.page, part.start, part.end);
  const scan = isScan(part.page);
  const places = new Map(part.page.lines.map((line) => [line.start, line]));
  const before = { lines: sheet.lines.length, pieces: sheet.pieces.length };
  let size = from;
  rows.forEach(({ stretches, inCells }, index) => {
    const rowStart = size;
    const { row, width } = layRow(part.page, stretches, size, sheet, size === from);
    if (row === '') return;
    size += row.length;
    const outermost = rows.length > 2 && (index < 2 || index >= rows.length - 2);
    if (stretches.length === 1 && (outermost ? isPageNumber(row) : !inCells && COPIED_NUMBER.test(row))) {
      size = rowStart;
      return;
    }
    sheet.lines.push({ start: rowStart, end: size, page: number });
    sheet.pieces.push(scan ? mendRow(row) : row);
    // How far words reach in their cell says nothing of the margin of the page.
    const edges = inCells ? null : edgesOf(places.get(stretches[0]?.start ?? -1));
    sheet.printed.push({ page: number, width: inCells ? 0 : width, edges, seen: scan });
  });
  return scan ? mendLaid(sheet, from, before) : size;
}

const gapOf = { cell: Gap.wide, line: Gap.line, nothing: Gap.none } as const;

/** 丨, which a recogniser reads for the rule of a table. */
const STROKE = 0x4e28;

/** The print of a line, its offsets and gaps noted from `from` on, and its width in characters. */
function layRow(
  page: PageText,
  stretches: readonly Stretch[],
  from: number,
  sheet: Sheet,
  first: boolean,
): { row: string; width: number } {
  const { text, elsewhere } = page;
  const scan = isScan(page);
  let size = from;
  let row = '';
  let width = 0;
  let blank = 0;
  for (const [index, { start, end, before }] of stretches.entries()) {
    // A recogniser puts blanks between characters that stand together, and so does type that is drawn out.
    const loose = scan || isSpacedOut(text, start, end);
    let gap: number = index > 0 ? gapOf[before] : first ? Gap.page : Gap.line;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      if (isBlank(code)) {
        if (isHidden(code)) sheet.hidden.push(size);
        else {
          const single = gap === Gap.none && code !== 9 && code !== 0x3000;
          if (gap < Gap.line) gap = single ? Gap.space : Gap.wide;
          blank = 1;
        }
        continue;
      }
      if (isBorder(code) || (scan && code === STROKE)) {
        if (gap < Gap.line) gap = Gap.wide;
        continue;
      }
      sheet.offsets[size] = i;
      sheet.gaps[size] = loose && gap === Gap.space ? Gap.none : gap;
      gap = Gap.none;
      // White space within the line counts as half a character, however wide it is; before its first print it is none.
      width += (row === '' ? 0 : blank / 2) + (code < 0x80 ? 0.5 : 1);
      blank = 0;
      row += elsewhere?.get(i)?.character ?? foldUnit(code);
      size++;
    }
  }
  return { row, width };
}

/** Index of the last element not above `value` in ascending numbers; -1 when all are above. */
export function lastAtMost(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function quoteOf(text: string, [start, end]: readonly [number, number]): string {
  const words = text.slice(start, Math.min(end, start + QUOTE_LIMIT * 4)).replace(/\s+/g, ' ');
  return words.length > QUOTE_LIMIT ? `${words.slice(0, QUOTE_LIMIT)}…` : words;
}
