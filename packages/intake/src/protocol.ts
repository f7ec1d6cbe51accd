import type { PageText } from '@anjuan/core';
import type { Content } from './detect.ts';
import type { Limits } from './limits.ts';

/** What a parser process is asked to read. */
export interface Task {
  readonly id: number;
  readonly path: string;
  readonly password?: string;
  readonly limits: Limits;
}

/** What it answers: `begun`, then batches of `pages`, then `done` or `failed`. `total` is 0 where not known. */
export type Answer = { readonly task: number } & (
  | { readonly kind: 'begun'; readonly sha256: string; readonly content: Content }
  | { readonly kind: 'pages'; readonly pages: readonly PageText[]; readonly total: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string }
);
