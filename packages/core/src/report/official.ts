import { digest } from '../kernel/digest.ts';

/**
 * An official document as data, before it is Word, a page or print. It says what stands where; how that looks is fixed by GB/T 9704-2012 and
 * is the business of `@anjuan/office` and of `officialHtml`.
 */
export interface OfficialDocument {
  readonly title: string;
  /** Day of the document, `YYYY-MM-DD`; every time inside the file is that day. */
  readonly day: string;
  /** Red head with the issuing organ and, below it, the number of the document; null for a plain one. */
  readonly head: { readonly organ: string; readonly number: string | null } | null;
  /** Addressee (主送机关), without colon. */
  readonly to: string | null;
  readonly body: readonly Block[];
  /** Issuing organ and day above the end of the text (落款). */
  readonly signed: { readonly organ: string; readonly day: string } | null;
  /** Each begins on a page of its own and is listed after the body. */
  readonly annexes: readonly Annex[];
  /** Small print kept with the file and not shown: what a later reading needs to know. Keys and values are plain text. */
  readonly properties: Readonly<Record<string, string>>;
}

export interface Annex {
  readonly title: string;
  readonly body: readonly Block[];
  /** True: the page lies on its side, for wide tables. */
  readonly wide?: boolean;
  /** Not listed after the body, as with the list of sources. */
  readonly unlisted?: boolean;
}

export type Block = Heading | Paragraph | OfficialTable;

/** Levels 1–4 are 一、（一）1.（1）; the number is part of the text. */
export interface Heading {
  readonly is: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: Text;
}

export interface Paragraph {
  readonly is: 'paragraph';
  readonly text: Text;
  readonly align?: 'left' | 'center' | 'right';
  /** Without the two characters at the beginning. */
  readonly flush?: boolean;
}

export interface OfficialTable {
  readonly is: 'table';
  readonly caption?: string;
  readonly columns: readonly TableColumn[];
  /** False: the columns' titles are not printed, as in a form whose first column holds the labels. */
  readonly heads?: boolean;
  readonly rows: readonly TableRow[];
  /** A workbook draws this beside it; columns are 0-based. Print leaves it out. */
  readonly chart?: TableChart;
}

export interface TableChart {
  readonly kind: 'bar' | 'column' | 'pie' | 'stacked';
  readonly title: string;
  readonly labels: number;
  readonly values: readonly number[];
  /** Only the first so many rows. */
  readonly rows?: number;
}

export interface TableColumn {
  readonly title: string;
  /** Share of the table's width, in any unit. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** A row that names a group, or a sum: set in 黑体. */
  readonly strong?: boolean;
  /** True: a long row may go on over the page. Rows stay whole otherwise. */
  readonly splits?: boolean;
}

/** A cell's text, alone or with how many columns and rows it covers; several paragraphs as a list of lists is not needed: `\n` begins a new one. */
export type TableCell = Text | SpanningCell;

export interface SpanningCell {
  readonly text: Text;
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly strong?: boolean;
}

/** Words, some of them marked. */
export type Text = string | readonly (string | Span)[];

export interface Span {
  readonly text: string;
  /** Id of the figure the words show; it becomes a bookmark. */
  readonly figure?: string;
  readonly strong?: boolean;
}

/** The words of a text without its marks. */
export function plainText(text: Text): string {
  return typeof text === 'string' ? text : text.map((one) => (typeof one === 'string' ? one : one.text)).join('');
}

export function spansOf(text: Text): readonly Span[] {
  return typeof text === 'string' ? [{ text }] : text.map((one) => (typeof one === 'string' ? { text: one } : one));
}

export function cellOf(cell: TableCell): SpanningCell {
  return typeof cell === 'object' && 'text' in cell ? cell : { text: cell };
}

/** `2026-11-28` as a document's day is written: 2026年11月28日. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** Name of a figure's bookmarks in a Word file, up to the number at their end: Word allows 40 letters, digits and low lines. */
export function bookmarkStem(figure: string): string {
  return `AJ_${digest(figure).slice(0, 16)}`;
}
