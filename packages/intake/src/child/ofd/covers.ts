import type { DrawingItem } from '../../drawing.ts';
import type { Piece } from '../layout.ts';
import type { Stroke } from '../pdf/strokes.ts';
import { around, corners, partsOf } from './strokes.ts';

/** Words, and how many items were drawn before them. */
export interface DrawnPiece extends Piece {
  readonly after: number;
}

const opaque = 0.98;
/** Pictures of these kinds let nothing through. */
const withoutAlpha = /\.(?:jpe?g|bmp)$/iu;

/** The pieces of a page that something was painted over wholly: rectangles of one colour, and photographs. */
export function coveredOf(pieces: readonly DrawnPiece[], items: readonly DrawingItem[]): ReadonlySet<DrawnPiece> {
  const covered = new Set<DrawnPiece>();
  items.forEach((item, index) => {
    const area = item.opacity < opaque ? null : areaOf(item);
    if (area === null) return;
    for (const piece of pieces) if (piece.after <= index && isWithin(piece, area)) covered.add(piece);
  });
  return covered;
}

function areaOf(item: DrawingItem): Stroke | null {
  if (item.kind === 'image') return withoutAlpha.test(item.image) ? around(corners(item.matrix)) : null;
  if (item.kind !== 'path' || item.fill === null) return null;
  const { parts, curved } = partsOf(item.path, item.matrix);
  const [places = [], ...others] = parts;
  if (curved || others.length > 0 || places.length < 4 || places.length > 5) return null;
  const across = new Set(places.map(([x]) => Math.round(x * 10)));
  const down = new Set(places.map(([, y]) => Math.round(y * 10)));
  return across.size === 2 && down.size === 2 ? around(places) : null;
}

/** What rises and hangs at the edges of a line may stand out. */
function isWithin({ x, baseline, width, height }: Piece, [left, top, right, bottom]: Stroke): boolean {
  return x >= left - 1 && x + width <= right + 1 && baseline - height * 0.6 >= top && baseline - height * 0.1 <= bottom;
}
