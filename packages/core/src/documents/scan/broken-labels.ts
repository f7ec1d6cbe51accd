import { crossesCells } from '../form-cells.ts';
import { Gap, type Reader } from '../pages.ts';

/** A label whose characters stand in several lines; its value begins at `from`. */
interface BrokenLabel {
  readonly label: string;
  readonly start: number;
  readonly from: number;
}

/** Lines of one narrow cell hold at most so many characters of a label. */
const LONGEST_PIECE = 6;

/**
 * 案件来 / 源: a label that a narrow cell broke fills the ends of lines. Its value begins on a line of its own, or behind the rest of the label
 * and white space.
 */
export function brokenLabel(
  reader: Reader,
  known: readonly string[],
  index: number,
  to: number,
): { readonly hit: BrokenLabel; readonly line: number } | null {
  const row = reader.lines[index];
  if (row === undefined || row.end >= to) return null;
  const start = lastPiece(reader, row);
  if (start === null) return null;
  for (const label of known) {
    const end = start + label.length;
    if (end <= row.end || end > to || !reader.dense.startsWith(label, start)) continue;
    if (crossesCells(reader, start, end)) continue;
    const line = reader.lines.findIndex((one, at) => at > index && one.start < end && end <= one.end);
    const whole = reader.lines[line]?.end === end;
    if (line < 0 || line - index > 3 || !(whole || reader.gapBefore(end) >= Gap.space)) continue;
    // Below the end of a row the rest of its last label must stand clear of what that row goes on with.
    if (start > row.start && (whole || line - index > 1)) continue;
    return { hit: { label, start, from: end }, line: whole ? line : line - 1 };
  }
  return null;
}

/** Where the last few characters of a line begin that white space parts from what stands before them, or the line itself where it is as short. */
function lastPiece(reader: Reader, { start, end }: { readonly start: number; readonly end: number }): number | null {
  if (end - start <= LONGEST_PIECE) return start;
  for (let at = end - 1; at > start && end - at <= LONGEST_PIECE; at--)
    if (reader.gapBefore(at) >= Gap.space) return reader.gapBefore(at) >= Gap.wide && end - at > 1 ? at : null;
  return null;
}
