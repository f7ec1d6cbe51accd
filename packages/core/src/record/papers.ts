import type { Truth } from '../kernel/truth.ts';
import type { CaseRecord } from './types.ts';

/**
 * Whether a document of one of these kinds is in the file. Unknown while the record is not the whole file, a page is unread, or a paper could
 * not be named: that may be the one looked for.
 */
export function hasDocument(record: CaseRecord, kinds: readonly string[]): Truth {
  const { documents } = record;
  let unnamed = false;
  for (let index = 0; index < documents.length; index++) {
    const kind = documents[index]?.kind ?? '';
    if (kinds.length === 1 ? kind === kinds[0] : kinds.includes(kind)) return true;
    if (kind === 'unknown') unnamed = true;
  }
  return !record.complete || unnamed || (record.unread?.length ?? 0) > 0 ? null : false;
}
