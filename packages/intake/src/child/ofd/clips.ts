import { compose, type Matrix } from '../../drawing.ts';
import type { Piece } from '../layout.ts';
import type { Stroke } from '../pdf/strokes.ts';
import { child, children, type Element } from '../xml.ts';
import { boxOf, matrixOf, pathOf } from './numbers.ts';
import { around, partsOf } from './strokes.ts';

const identity: Matrix = [1, 0, 0, 1, 0, 0];
/** Points in breadth or height below which nothing can be seen. */
const unreadablyThin = 0.3;

/**
 * Tells pieces of an object that its clips leave nothing of (GB/T 33190, 8.6): what is shown is all areas of a clip together, and only what lies in
 * every clip. Programs differ in whether an area follows the object's matrix: a piece is cut away only where it is either way.
 */
export function clippedBy(object: Element, outer: Matrix): (piece: Piece) => boolean {
  const clips = children(child(object, 'Clips'), 'Clip');
  if (clips.length === 0) return () => false;
  const corner = boxOf(object.attributes.Boundary);
  const plain = compose(outer, [1, 0, 0, 1, corner?.x ?? 0, corner?.y ?? 0]);
  const ways = [plain, compose(plain, matrixOf(object.attributes.CTM) ?? identity)];
  const bounds = clips.map((clip) => ways.map((matrix) => boundsOf(children(clip, 'Area'), matrix)));
  return (piece) => bounds.some((either) => either.every((box) => box !== null && isOutside(piece, box)));
}

/** The box around areas; null where one of them is not known. */
function boundsOf(areas: readonly Element[], matrix: Matrix): Stroke | null {
  const places: (readonly [number, number])[] = [];
  for (const area of areas) {
    const path = child(area, 'Path');
    if (path === undefined) return null;
    const own = compose(matrix, matrixOf(area.attributes.CTM) ?? identity);
    const corner = boxOf(path.attributes.Boundary);
    const placed = compose(
      own,
      compose([1, 0, 0, 1, corner?.x ?? 0, corner?.y ?? 0], matrixOf(path.attributes.CTM) ?? identity),
    );
    const drawn = pathOf(child(path, 'AbbreviatedData')?.text ?? '');
    if (drawn === '') continue;
    const { parts, curved } = partsOf(drawn, placed);
    // Of a curve only its ends are known.
    if (curved) return null;
    places.push(...parts.flat());
  }
  return places.length === 0 ? [0, 0, 0, 0] : around(places);
}

function isOutside({ x, baseline, width, height }: Piece, [left, top, right, bottom]: Stroke): boolean {
  if (right - left < unreadablyThin || bottom - top < unreadablyThin) return true;
  return x > right || x + width < left || baseline - height > bottom || baseline < top;
}
