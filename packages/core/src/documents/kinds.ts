/** The kinds of papers, as readers of them need them. */
export type { Kind, Kinds } from '../record/dictionary.ts';
