import type { FileNotice, FileSheet, FileSignature, PageText } from '@anjuan/core';
import type { Content } from './detect.ts';
import type { PageDrawing } from './drawing.ts';
import type { Limits } from './limits.ts';

interface About {
  readonly id: number;
  readonly path: string;
  readonly password?: string;
  readonly limits: Limits;
}

/**
 * What a process is asked: the words of a whole file, the rows of a table, what one page (1-based) shows, its picture made ready for
 * recognition, or that picture for people to look at; or the characters of some stretches of such a picture.
 */
export type Task =
  | (About & {
      readonly kind: 'read';
      /** Pages of a PDF that are known already: it is read from the next. */
      readonly after: number;
      /** Its name is one of a workbook: a page of the web is read as its tables. */
      readonly asTable: boolean;
    })
  | (About & { readonly kind: 'table' })
  | (About & { readonly kind: 'draw'; readonly page: number })
  | (About & {
      readonly kind: 'picture';
      readonly page: number;
      /** Clockwise degrees to turn it; null to look how it lies. */
      readonly turn: 0 | 90 | 180 | 270 | null;
      /** File to put the picture into. */
      readonly to: string;
    })
  | (About & {
      readonly kind: 'show';
      readonly page: number;
      readonly turn: 0 | 90 | 180 | 270;
      /** File to put a JPEG into. */
      readonly to: string;
    })
  | (About & {
      readonly kind: 'lines';
      /** In pixels of the picture (plain) at `path`. */
      readonly boxes: readonly Box[];
    });

/** A character as a second model reads it: how sure it is, 0…1, and its middle in pixels of the picture. */
export interface ReadCharacter {
  readonly text: string;
  readonly confidence: number;
  readonly x: number;
}

/** A row of a table: its 1-based number in the file and its cells as text, days as `YYYY-MM-DD`. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

export type Box = readonly [number, number, number, number];

/** A page made ready for recognition. Sizes and boxes `[left, top, right, bottom]` are points of the page as turned, unless they are pixels. */
export interface PicturePage {
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture a point has. */
  readonly dots: number;
  readonly turn: 0 | 90 | 180 | 270;
  /** Radians by which its lines fell to the right before it was levelled about its middle. */
  readonly angle: number;
  /** Size of the levelled page in pixels. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** Some of its data is missing or damaged: what is seen may be a part. */
  readonly damaged: boolean;
  /** SHA-256 of the picture. */
  readonly hash: string;
  readonly seals: readonly Box[];
  readonly tables: readonly (readonly PictureCell[])[];
  /** Pieces of the levelled page (box in pixels) as they lie one below the other in the picture, from row `place`. */
  readonly regions: readonly PictureRegion[];
  /** Boxes to tick that were taken off the picture, where they stood on it, in pixels. */
  readonly boxes: readonly PictureBox[];
}

export interface PictureBox {
  readonly pixels: Box;
  readonly ticked: boolean;
}

export interface PictureCell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
}

export interface PictureRegion {
  readonly pixels: Box;
  readonly place: number;
  readonly cell: readonly [table: number, cell: number] | null;
}

/**
 * What it answers, in this order: to `read`, `begun`, then batches of `pages` and what there is to know of the `file`; to `draw`, a
 * `drawing`; to `picture`, a `picture`; to `lines`, `lines`; to all, at the end, `done` or `failed`. `total` is 0 where not known; `pictures` are the numbers of pages that are
 * nothing but a picture, whose words must be recognised.
 */
export type Answer = { readonly task: number } & (
  | { readonly kind: 'begun'; readonly sha256: string; readonly content: Content }
  | {
      readonly kind: 'pages';
      readonly pages: readonly PageText[];
      readonly pictures: readonly number[];
      /** What there is to tell so far. */
      readonly notices: readonly FileNotice[];
      readonly total: number;
    }
  | {
      readonly kind: 'file';
      readonly notices: readonly FileNotice[];
      readonly signatures: readonly FileSignature[];
      readonly sheets: readonly FileSheet[];
    }
  | { readonly kind: 'rows'; readonly sheet: string; readonly rows: readonly TableRow[] }
  | { readonly kind: 'drawing'; readonly drawing: PageDrawing }
  | { readonly kind: 'picture'; readonly picture: PicturePage }
  | { readonly kind: 'lines'; readonly lines: readonly (readonly ReadCharacter[])[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string; readonly locked: boolean }
);
