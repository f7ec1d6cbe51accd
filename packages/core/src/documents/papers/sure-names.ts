import { doubtful, isContestedName } from '../certainty.ts';
import { isLike, isNobody } from '../mending/surnames.ts';
import type { Reader } from '../pages.ts';
import { certaintyAt, isScan, readTogether } from '../scan-text.ts';
import { namesIn, type Span } from './blocks.ts';

/**
 * Whether the name of a person that was recognised on a picture may be judged by: read surely enough, no word that is no name, and not read
 * otherwise elsewhere on the paper as surely. Rare characters are read for common ones by every model, and surely.
 */
export function isSureName(reader: Reader, name: Span): boolean {
  return isSureSomewhere(reader, name) && isLikelyName(reader, name);
}

function isLikelyName(reader: Reader, { start, end }: Span): boolean {
  if (!reader.pages.some(isScan)) return true;
  const name = reader.dense.slice(start, end);
  if (isNobody(name)) return false;
  const [anchor] = reader.anchorOf(start, end);
  const page = reader.pages.find((one) => one.number === anchor?.page);
  return page === undefined || !isContestedName(page, name, anchor?.range?.[0] ?? 0);
}

/** Whether all names of a span may be judged by. */
export function hasSureNames(reader: Reader, span: { readonly from: number; readonly to: number }): boolean {
  return namesIn(reader, { from: span.from, end: span.to }).every((name) => isSureName(reader, name));
}

/** A paper names people at the head, as the one who writes and where they sign: read well once is read well. */
function isSureSomewhere(reader: Reader, { start, end }: Span): boolean {
  return (
    certaintyOf(reader, start, end) >= doubtful ||
    readTogether(reader.pages.filter(isScan), reader.dense.slice(start, end), 'name') >= doubtful
  );
}

/** Whether two of three names or more on a scan differ in one character: 谭士焱 and 谭士次 are one, of whom one reading is wrong. */
export function hasTwins(reader: Reader, names: readonly string[]): boolean {
  return (
    names.length > 2 && reader.pages.some(isScan) && names.some((one) => names.some((other) => isLike(one, other)))
  );
}

/** How surely it was read as a name, where a character that one model alone read is none to rely on. */
function certaintyOf(reader: Reader, start: number, end: number): number {
  const [anchor, ...more] = reader.anchorOf(start, end);
  const page = reader.pages.find((one) => one.number === anchor?.page);
  if (anchor?.range == null || more.length > 0 || page === undefined || !isScan(page))
    return reader.certainty(start, end);
  return certaintyAt(page, anchor.range, true, 'name');
}
