import type { Fact } from '../../record/types.ts';
import { factOf } from '../facts.ts';
import type { Reader } from '../pages.ts';
import type { RecognisedDocument } from '../recognise.ts';
import { breaksAtPrint } from './counts.ts';

/** A row of an index: the kind of the paper, where its title stands, and the first page it gives. */
export interface IndexRow {
  readonly reader: Reader;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
}

/** Fewer pairs than this prove nothing of the whole. */
const enough = 5;

/**
 * Whether papers lie in the order of the index and on the pages it names. Compared are papers whose kind stands once in either; papers in
 * files of their own have no order of pages, and then nothing is said.
 */
export function compareOrder(
  rows: readonly IndexRow[],
  documents: readonly RecognisedDocument[],
): Record<string, Fact> {
  if (new Set(documents.map((document) => document.file)).size !== 1) return {};
  const pairs = rows.flatMap((row) => {
    const there = documents.filter((document) => document.kind === row.kind);
    const listed = rows.filter((other) => other.kind === row.kind);
    const [document] = there;
    return there.length === 1 && listed.length === 1 && document !== undefined ? [{ row, at: document.pages[0] }] : [];
  });
  if (pairs.length < enough) return {};
  const facts: Record<string, Fact> = {};
  const place = (row: IndexRow, value: boolean): Fact => factOf(row.reader, value, row.start, row.end, 0.8);
  const misplaced = pairs.find((pair, index) => pair.at < (pairs[index - 1]?.at ?? 0));
  const [first] = pairs;
  if (first === undefined) return {};
  facts['archive.out-of-order'] = place((misplaced ?? first).row, misplaced !== undefined);
  const paged = breaksAtPrint(documents[0]?.file) ? [] : pairs.filter((pair) => pair.row.page !== null);
  // Cover and index may stand before page one: most papers agree on how many pages are not counted.
  const offsets = paged.map((pair) => pair.at - (pair.row.page ?? 0));
  const usual = commonest(offsets);
  if (misplaced === undefined && paged.length >= enough && usual !== null) {
    const odd = paged.find((pair) => pair.at - (pair.row.page ?? 0) !== usual);
    facts['archive.page-numbers-match'] = place((odd ?? paged[0] ?? first).row, odd === undefined);
  }
  return facts;
}

/** The value that more than half share; null where none does. */
function commonest(values: readonly number[]): number | null {
  for (const value of new Set(values))
    if (values.filter((one) => one === value).length * 2 > values.length) return value;
  return null;
}
