import { TABLE_ROW } from './decision/table.ts';
import { fold, isBlank, isBorder } from './normalise.ts';
import { dayLabels, titleLabels } from './papers/service-labels.ts';
import type { FileText, PageCell, PageText } from './types.ts';

/** Half-open range of the text of a page. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Columns of the tables agencies publish a decision in, one row each; fewer are labels that stand beside their values. */
const fewestColumns = 5;
/** Heads of columns that name what is published of a decision. */
const fewestHeads = 4;
const longestHead = 40;
/** Lines a row may be broken into. */
const mostLines = 40;

/**
 * Pages of text whose columns are parted by strokes (行政相对人名称 | 决定书文号 | … above 某某公司 | 甲罚〔2030〕1号 | …), with the cells such a
 * table has where it tells of one decision; others as they are. Several rows are a list, of which nobody can say whose the case is.
 */
export function withTextTables(files: readonly FileText[]): readonly FileText[] {
  return files.map((file) =>
    file.pages.some(mayHold)
      ? { ...file, pages: file.pages.map((page) => (mayHold(page) ? drawn(page) : page)) }
      : file,
  );
}

/** Heads of a receipt's columns that white space parts: 送达文书名称   文号   送达日期 … */
const spacedHeads = /^[^\S\n]*送达[一-龥]{0,8}(?:[^\S\n]{2,8}[一-龥、()（）]{2,16}){3,8}[^\S\n]*$/mu;

function mayHold({ text, tables = [], source }: PageText): boolean {
  return source === undefined && tables.length === 0 && (/[|｜]/u.test(text) || spacedHeads.test(text));
}

function drawn(page: PageText): PageText {
  const { text } = page;
  const lines = upright(text, linesOf(text));
  for (const [index, line] of lines.entries()) {
    const spaced = !strokes(text, line) && spacedHeads.test(text.slice(line.start, line.end));
    const listed = spaced ? spacedRows(text, lines.slice(index)) : [];
    if (listed.length > 1 && headsReceipt(text, listed[0] ?? []))
      return { ...page, tables: [{ cells: listed.flatMap((row, at) => placed(row, at, row.length)) }] };
    const heads = cellsIn(text, line);
    const served = headsReceipt(text, heads);
    if (!served && !headsDecision(text, heads)) continue;
    const rows = rowsBelow(text, lines.slice(index + 1), heads.length);
    if (rows.length === 0 || (rows.length > 1 && !served)) continue;
    const cells = [heads, ...rows].flatMap((row, at) => placed(row, at, heads.length));
    return { ...page, tables: [{ cells }] };
  }
  return page;
}

/** The row of heads and the rows right below it that white space parts into as many cells. */
function spacedRows(text: string, lines: readonly Range[]): Range[][] {
  const rows: Range[][] = [];
  for (const line of lines) {
    const row = [...text.slice(line.start, line.end).matchAll(/\S+(?:[^\S\n]\S+)*/gu)].map((match) => ({
      start: line.start + match.index,
      end: line.start + match.index + match[0].length,
    }));
    if (row.length < fewestHeads || row.length !== (rows[0]?.length ?? row.length)) break;
    rows.push(row);
  }
  return rows;
}

/** Rows whose cells stand one below the other, each with its stroke behind it, between strokes alone in their lines: as one line each. */
function upright(text: string, lines: readonly Range[]): readonly Range[] {
  const laid: Range[] = [];
  let row: Range | null = null;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const alone = /^[\s|｜]+$/u.test(words);
    if (row !== null && !alone && /[|｜]$/u.test(words)) row = { start: row.start, end: line.end };
    else if (!alone) {
      if (row !== null) laid.push(row);
      laid.push(line);
      row = null;
      continue;
    }
    if (!alone) continue;
    if (row !== null && row.end > row.start) laid.push(row);
    row = { start: line.end, end: line.end };
  }
  if (row !== null && row.end > row.start) laid.push(row);
  return laid;
}

function headsDecision(text: string, heads: readonly Range[]): boolean {
  if (heads.length < fewestColumns) return false;
  const words = heads.map(({ start, end }) => fold(text.slice(start, end)).replace(/\s/gu, ''));
  return (
    words.every((word) => word !== '' && word.length <= longestHead) &&
    words.filter((word) => TABLE_ROW.test(word)).length >= fewestHeads
  );
}

/** Heads of the columns in which a receipt lists the papers served, a row each. */
function headsReceipt(text: string, heads: readonly Range[]): boolean {
  if (heads.length < fewestHeads) return false;
  const words = heads.map(({ start, end }) => fold(text.slice(start, end)).replace(/\s/gu, ''));
  return (
    words.every((word) => word !== '' && word.length <= longestHead && !/\d{4}|:/u.test(word)) &&
    titleLabels.includes(words[0] ?? '') &&
    words.some((word) => dayLabels.some((label) => word.startsWith(label)))
  );
}

/** The rows of as many cells as there are heads; a row may go on over lines, and the last may be cut off. */
function rowsBelow(text: string, lines: readonly Range[], columns: number): Range[][] {
  const rows: Range[][] = [];
  let from: number | null = null;
  let broken = 0;
  for (const line of lines) {
    if (/^[\s|｜:—–-]+$/u.test(text.slice(line.start, line.end))) continue;
    if (from === null && !strokes(text, line)) break;
    from ??= line.start;
    const cells = cellsIn(text, { start: from, end: line.end });
    if (cells.length > columns || ++broken > mostLines) return [];
    if (cells.length < columns) continue;
    rows.push(cells);
    from = null;
    broken = 0;
  }
  if (from !== null) rows.push(cellsIn(text, { start: from, end: lines.at(-1)?.end ?? from }));
  return rows;
}

function strokes(text: string, { start, end }: Range): boolean {
  for (let at = start; at < end; at++) if (isBorder(text.charCodeAt(at))) return true;
  return false;
}

/** What stands between the strokes, without the white space around it; strokes at the ends of the line part nothing. */
function cellsIn(text: string, range: Range): Range[] {
  const whole = trimmed(text, range);
  let { start, end } = whole;
  if (isBorder(text.charCodeAt(start))) start++;
  if (end > start && isBorder(text.charCodeAt(end - 1))) end--;
  const cells: Range[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !isBorder(text.charCodeAt(at))) continue;
    cells.push(trimmed(text, { start: from, end: at }));
    from = at + 1;
  }
  return cells;
}

function trimmed(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && isBlank(text.charCodeAt(from))) from++;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The cells of a row by their columns; what a row that was cut off lacks is empty. */
function placed(ranges: readonly Range[], row: number, columns: number): PageCell[] {
  const end = ranges.at(-1)?.end ?? 0;
  return Array.from({ length: columns }, (_, column) => ({
    ...(ranges[column] ?? { start: end, end }),
    row,
    column,
    rows: 1,
    columns: 1,
  }));
}

function linesOf(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const range = trimmed(text, { start, end: start + line.length });
    if (range.end > range.start) lines.push(range);
    start += line.length + 1;
  }
  return lines;
}
