/** What papers are made of, before any renderer: text with handwriting marked ⟦so⟧, measured in points. */

export type Align = 'left' | 'center' | 'right';

export interface Cell {
  /** Paragraphs of the cell; a single string is one paragraph. */
  readonly text: string | readonly string[];
  /** Columns the cell covers. */
  readonly span?: number;
  /** A label cell: centred. */
  readonly label?: boolean;
  readonly align?: Align;
  /** Least number of lines the cell is tall. */
  readonly lines?: number;
}

export type Block =
  | { readonly type: 'agency'; readonly text: string }
  | { readonly type: 'title'; readonly text: string }
  | { readonly type: 'number'; readonly text: string; readonly align?: Align }
  | { readonly type: 'heading'; readonly text: string }
  | {
      readonly type: 'text';
      readonly text: string;
      readonly indent?: boolean;
      readonly align?: Align;
      /** Keeps the paragraph together with the one after it. */
      readonly keep?: boolean;
    }
  | { readonly type: 'table'; readonly columns: readonly number[]; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly type: 'issue';
      readonly agency: string;
      readonly date: string;
      readonly mark?: string;
      readonly seal: boolean;
    }
  | { readonly type: 'photo'; readonly scene: string; readonly height: number }
  | { readonly type: 'gap'; readonly lines: number }
  | { readonly type: 'rule' };

/** A paper (文书) of the file before it is laid on pages. */
export interface Paper {
  /** Id of rules/kinds.yaml. */
  readonly kind: string;
  /** As the index (卷内目录) names it. */
  readonly title: string;
  readonly number?: string;
  readonly date?: string;
  readonly blocks: readonly Block[];
  /** Size of the body text in points; 14 for outgoing documents, 12 for records. */
  readonly size?: number;
  /** Lines at the foot of every page. */
  readonly foot?: (page: number, pages: number) => readonly string[];
  /** Cover, index and archive note carry no stamped page number and are not listed. */
  readonly unlisted?: boolean;
}

export interface Page {
  readonly paper: Paper;
  readonly blocks: readonly Block[];
  readonly foot: readonly string[];
  /** Number stamped in the upper right corner. */
  readonly stamp: number | null;
  /** Points left empty between the last block and the foot. */
  readonly free: number;
}

/** Sizes of a page in points; every renderer keeps to them so that pages break at the same place. */
export const sheet = { width: 595, height: 841, top: 62, bottom: 56, left: 72, right: 66 } as const;
export const contentWidth = sheet.width - sheet.left - sheet.right;

export const lineHeight = (size: number): number => Math.round(size * 1.75);
export const tableSize = 11.5;
export const tableLine = 19;
export const cellPadding = { x: 5, y: 4 } as const;
export const footSize = 10.5;
export const footLine = 19;

export const paragraphs = (cell: Cell): readonly string[] => (typeof cell.text === 'string' ? [cell.text] : cell.text);
