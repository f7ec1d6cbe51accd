import type { Truth } from '../kernel/truth.ts';
import type { CaseRecord } from './types.ts';

/**
 * Whether a document of one of these kinds is in the file. Unknown while the record is not the whole file, a page is unread, or a paper could
 * not be named: that may be the one looked for, unless its own heading says that it is none of these.
 */
export function hasDocument(record: CaseRecord, kinds: readonly string[]): Truth {
  const { documents } = record;
  let unnamed = false;
  for (let index = 0; index < documents.length; index++) {
    const kind = documents[index]?.kind ?? '';
    if (kinds.length === 1 ? kind === kinds[0] : kinds.includes(kind)) return true;
    if (kind === 'unknown' && mayBeOneOf(documents[index]?.mayBe, kinds)) unnamed = true;
  }
  return !record.complete || unnamed || (record.unread?.length ?? 0) > 0 ? null : false;
}

/** Whether a paper without a name may be of one of these kinds: one without a heading of its own may be any. */
export function mayBeOneOf(mayBe: readonly string[] | undefined, kinds: readonly string[]): boolean {
  return mayBe === undefined || kinds.some((kind) => mayBe.includes(kind));
}
