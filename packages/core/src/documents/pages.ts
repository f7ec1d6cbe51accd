import type { Anchor } from '../record/types.ts';
import { mendLaid } from './mending/laid.ts';
import { mendRow } from './mending/row.ts';
import { WORN } from './mending/sums.ts';
import { foldUnit, isBlank, isHidden, unifyRadicals } from './normalise.ts';
import { certaintyAt, isScan } from './scan-text.ts';
import type { PageLine, PageText } from './types.ts';
import { measure, reaches } from './wraps.ts';

/** What stands on the page before a character of `dense`: nothing, a space, a wide gap or cell border, a new line, a new page. */
export const Gap = { none: 0, space: 1, wide: 2, line: 3, page: 4 } as const;

/** A printed line in offsets of `dense`; lines without any print are not listed. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** 1-based page within the file. */
  readonly page: number;
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
const PAGE_NUMBER =
  /^[-—–·.]{0,3}(?:第?\d{1,4}页?|第?[一二三四五六七八九十]{1,3}页|第?\d{1,4}页?[,/]?共?\d{1,4}页?)[-—–·.]{0,3}$/;
const PAGE_COUNT = /^\(?(?:本文书)?(?:第\d{0,4}页,?共\d{0,4}页|共\d{0,4}页,?第\d{0,4}页)\)?$/;

/** A line that only numbers the page. */
export function isPageNumber(denseLine: string): boolean {
  return denseLine.length <= 16 && (PAGE_COUNT.test(denseLine) || PAGE_NUMBER.test(denseLine));
}

/** Lays consecutive parts of pages of one file out as one text; offsets lead back to the pages. */
export function readPages(document: string, file: string, parts: readonly PagePart[]): Reader {
  const capacity = parts.reduce((sum, part) => sum + Math.max(0, part.end - part.start), 0);
  const offsets = new Int32Array(capacity);
  const gaps = new Uint8Array(capacity);
  const partStarts: number[] = [];
  const hidden: number[] = [];
  const lines: Line[] = [];
  const pieces: string[] = [];
  const printed: number[] = [];
  let size = 0;
  for (const part of parts) {
    partStarts.push(size);
    size = layPage(part, size, { offsets, gaps, hidden, lines, pieces, printed });
  }
  const dense = pieces.join('');
  const lineStarts = lines.map((line) => line.start);
  const scanned = parts.some(({ page }) => isScan(page));
  const widths = measure(lines, printed, ({ start, end }) =>
    scanned ? (/^[\x21-\x7e]+/.exec(dense.slice(start, Math.min(end, start + 40)))?.[0].length ?? 0) / 2 : 0,
  );
  const partAt = (at: number): number => Math.max(0, lastAtMost(partStarts, at));
  const source = (at: number): number => offsets[at] ?? 0;

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
    gapBefore: (at) => gaps[at] ?? Gap.page,
    hides: (start, end) => {
      const first = lastAtMost(hidden, start) + 1;
      const at = hidden[first];
      return at !== undefined && at < end;
    },
    lineAt: (at) => lastAtMost(lineStarts, at),
    wraps: (at) => {
      const index = lastAtMost(lineStarts, at);
      const above = lines[index - 1];
      return above !== undefined && lineStarts[index] === at && widths.wraps(above);
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

interface Sheet {
  readonly offsets: Int32Array;
  readonly gaps: Uint8Array;
  readonly hidden: number[];
  readonly lines: Line[];
  readonly pieces: string[];
  /** Width of each line in characters of full width, from its first to its last print. */
  readonly printed: number[];
}

/** Adds one page; page numbers among its first and last two lines are left out of the running text. */
function layPage(part: PagePart, from: number, sheet: Sheet): number {
  const { text, number, elsewhere } = part.page;
  const rows = rowsOf(text, part.start, part.end);
  const scan = isScan(part.page);
  const reached = scan ? reaches(part.page) : new Map<number, number>();
  const before = { lines: sheet.lines.length, pieces: sheet.pieces.length };
  let size = from;
  rows.forEach(([start, end], index) => {
    let row = '';
    let width = 0;
    let blank = 0;
    const rowStart = size;
    let gap: number = size === from ? Gap.page : Gap.line;
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
      if (isBorder(code)) {
        if (gap < Gap.line) gap = Gap.wide;
        continue;
      }
      sheet.offsets[size] = i;
      // A recogniser puts blanks between characters that stand together.
      sheet.gaps[size] = scan && gap === Gap.space ? Gap.none : gap;
      gap = Gap.none;
      // White space within the line counts as half a character, however wide it is; before its first print it is none.
      width += (row === '' ? 0 : blank / 2) + (code < 0x80 ? 0.5 : 1);
      blank = 0;
      row += elsewhere?.get(i)?.character ?? foldUnit(code);
      size++;
    }
    if (row === '') return;
    if ((index < 2 || index >= rows.length - 2) && rows.length > 2 && isPageNumber(row)) {
      size = rowStart;
      return;
    }
    sheet.lines.push({ start: rowStart, end: size, page: number });
    sheet.pieces.push(scan ? mendRow(row) : row);
    sheet.printed.push(reached.get(start) ?? width);
  });
  return scan ? mendLaid(sheet, from, before) : size;
}

/** Borders of tables drawn with characters part cells; they are never text. */
function isBorder(code: number): boolean {
  return code === 0x7c || code === 0xff5c || (code >= 0x2500 && code <= 0x257f);
}

function rowsOf(text: string, from: number, to: number): [number, number][] {
  const rows: [number, number][] = [];
  let start = from;
  while (start <= to) {
    const found = text.indexOf('\n', start);
    const end = found === -1 || found > to ? to : found;
    if (hasPrint(text, start, end)) rows.push([start, end]);
    start = end + 1;
  }
  return rows;
}

function hasPrint(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isBlank(text.charCodeAt(i))) return true;
  return false;
}

/** Index of the last element not above `value` in ascending numbers; -1 when all are above. */
function lastAtMost(values: readonly number[], value: number): number {
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

/** The rectangle around the words of a range, whole runs cut in proportion to their characters. */
function boxOf(lines: readonly PageLine[], text: string, [start, end]: readonly [number, number]): Anchor['box'] {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    if (line.end <= start || line.start >= end) continue;
    const row = text.slice(line.start, line.end);
    let at = 0;
    for (const run of line.runs) {
      const length = run.text.length;
      // Intake may put spaces between runs, so a run is looked for from where the last one ended.
      const found = row.indexOf(run.text, at);
      const runStart = line.start + (found === -1 ? at : found);
      at = runStart - line.start + length;
      const from = Math.max(start, runStart);
      const to = Math.min(end, runStart + length);
      if (from >= to || length === 0) continue;
      const unit = run.width / length;
      left = Math.min(left, run.x + (from - runStart) * unit);
      right = Math.max(right, run.x + (to - runStart) * unit);
      top = Math.min(top, run.y);
      bottom = Math.max(bottom, run.y + run.height);
    }
  }
  return left <= right && top <= bottom ? [left, top, right, bottom] : null;
}
