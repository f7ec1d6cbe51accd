import type { FileNotice, FileSignature, PageText } from '@anjuan/core';
import type { Content } from './detect.ts';
import type { PageDrawing } from './drawing.ts';
import type { Limits } from './limits.ts';

interface About {
  readonly id: number;
  readonly path: string;
  readonly password?: string;
  readonly limits: Limits;
}

/** What a process is asked: the words of a whole file, or what one page (1-based) shows. */
export type Task = (About & { readonly kind: 'read' }) | (About & { readonly kind: 'draw'; readonly page: number });

/**
 * What it answers, in this order: to `read`, `begun`, then batches of `pages` and what there is to know of the `file`; to `draw`, a
 * `drawing`; to all, at the end, `done` or `failed`. `total` is 0 where not known; `pictures` are the numbers of pages that are
 * nothing but a picture, whose words must be recognised.
 */
export type Answer = { readonly task: number } & (
  | { readonly kind: 'begun'; readonly sha256: string; readonly content: Content }
  | {
      readonly kind: 'pages';
      readonly pages: readonly PageText[];
      readonly pictures: readonly number[];
      readonly total: number;
    }
  | { readonly kind: 'file'; readonly notices: readonly FileNotice[]; readonly signatures: readonly FileSignature[] }
  | { readonly kind: 'drawing'; readonly drawing: PageDrawing }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string; readonly locked: boolean }
);
