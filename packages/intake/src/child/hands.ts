import type { CellBox } from './cells.ts';
import type { Piece } from './layout.ts';

type Box = CellBox['box'];

/** Stands for a picture among words (Unicode: object replacement character). */
export const pictureMark = '\ufffc';

/** Words beside which a small picture is a hand, a print or a seal. */
export const besideHands = /签|章|捺|指印|[:：]\s*$|[）)]\s*$|年\s*月\s*日|\d{4}年/u;

/** Points: smaller pictures are dots and rules, larger ones photographs and seals. */
const smallest = 8;
const largest = { width: 200, height: 90 };

/**
 * The words with a mark where a small picture stands that could be a hand or a print: in a cell, or in a line behind words. A picture over words
 * is a seal or a background and stands for nothing. Without the mark a place signed so would seem blank.
 */
export function withPictures(
  pieces: readonly Piece[],
  pictures: readonly Box[],
  forms: readonly (readonly CellBox[])[],
): readonly Piece[] {
  // A page without words is a picture itself.
  if (pieces.every((piece) => piece.text.trim() === '')) return pieces;
  const marks = pictures.flatMap((box) => markOf(box, pieces, forms) ?? []);
  if (marks.length === 0) return pieces;
  const behind = new Map<Piece | null, Piece[]>();
  for (const { after, piece } of marks) behind.set(after, [...(behind.get(after) ?? []), piece]);
  return [...pieces.flatMap((piece) => [piece, ...(behind.get(piece) ?? [])]), ...(behind.get(null) ?? [])];
}

function markOf(
  box: Box,
  pieces: readonly Piece[],
  forms: readonly (readonly CellBox[])[],
): { readonly after: Piece | null; readonly piece: Piece } | null {
  const [left, top, right, bottom] = box;
  const [width, height] = [right - left, bottom - top];
  if (width < smallest || height < smallest || width > largest.width || height > largest.height) return null;
  const middle = (top + bottom) / 2;
  const overWords = pieces.some(
    (piece) =>
      piece.text.trim() !== '' &&
      piece.x < right - 4 &&
      piece.x + piece.width > left + 4 &&
      piece.baseline > top + 4 &&
      piece.baseline - piece.height < bottom - 4,
  );
  if (overWords) return null;
  const piece = {
    text: pictureMark,
    x: left,
    baseline: middle + 4,
    width: Math.min(width, 12),
    height: 12,
    turned: false,
  };
  const cell = forms
    .flat()
    .find(({ box: [x0, y0, x1, y1] }) => left >= x0 - 4 && right <= x1 + 4 && middle > y0 && middle < y1);
  if (cell !== undefined) {
    const [x0, y0, x1, y1] = cell.box;
    const words = pieces.filter(({ x, baseline }) => x >= x0 && x < x1 && baseline > y0 && baseline < y1);
    const text = words.map((one) => one.text).join('');
    return text.trim() === '' || besideHands.test(text) ? { after: null, piece } : null;
  }
  const before = pieces
    .filter((one) => !one.turned && one.text.trim() !== '' && one.x + one.width <= left + 4)
    .filter((one) => one.baseline > top && one.baseline - one.height < bottom)
    .toSorted((a, b) => Math.abs(a.baseline - 4 - middle) - Math.abs(b.baseline - 4 - middle) || b.x - a.x)[0];
  return before === undefined || !besideHands.test(before.text)
    ? null
    : { after: before, piece: { ...piece, baseline: before.baseline, height: before.height } };
}
