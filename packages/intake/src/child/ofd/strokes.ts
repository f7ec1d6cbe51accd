import { apply, type DrawingItem, type Matrix } from '../../drawing.ts';
import { isLine, mostStrokes, type Stroke } from '../pdf/strokes.ts';

const points = 72 / 25.4;
const unseen = 0.02;
/** A crooked line of fewer parts is a mark through a cell. */
const fewestOfPen = 4;

/** What the objects of a page draw beside words, in points from its top left corner: lines of forms, and what may be a hand or a print. */
export interface OfdDrawing {
  readonly strokes: readonly Stroke[];
  readonly pictures: readonly Stroke[];
}

/** The level and upright lines among the items of a page, and where pictures and curves stand. */
export function drawingOf(items: readonly DrawingItem[]): OfdDrawing {
  const strokes: Stroke[] = [];
  const pictures: Stroke[] = [];
  for (const item of items) {
    if (item.kind === 'text' || item.opacity <= unseen) continue;
    if (item.kind === 'image') {
      pictures.push(around(corners(item.matrix)));
      continue;
    }
    if (!isInk(item.fill) && !isInk(item.stroke)) continue;
    const { parts, curved } = partsOf(item.path, item.matrix);
    const places = parts.flat();
    if (places.length === 0) continue;
    const lines = isInk(item.stroke) ? parts.flatMap(segmentsOf) : parts.map(around);
    const level = lines.filter(isLine);
    // The ink of a pen runs in curves or crooked lines; rules do neither.
    const crooked = isInk(item.stroke) && lines.length >= fewestOfPen && level.length < lines.length / 2;
    if (curved || crooked) pictures.push(around(places));
    else strokes.push(...level);
  }
  return { strokes: strokes.length > mostStrokes ? [] : strokes, pictures: joined(pictures) };
}

type Place = readonly [x: number, y: number];

/** Whether a colour is seen on white paper. */
export function isInk(colour: string | null): boolean {
  return colour !== null && !/^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/iu.test(colour);
}

/** The places each part of a path goes through, on the page in points. */
export function partsOf(
  path: string,
  matrix: Matrix,
): { readonly parts: readonly (readonly Place[])[]; readonly curved: boolean } {
  const parts: Place[][] = [];
  let curved = false;
  const words = path.split(' ');
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const take = (count: number): void => {
      const values = words.slice(at + 1, at + 1 + count).map(Number);
      const [x, y] = apply(matrix, values.at(-2) ?? 0, values.at(-1) ?? 0);
      parts.at(-1)?.push([x * points, y * points]);
      at += count;
    };
    if (word === 'M') {
      parts.push([]);
      take(2);
    } else if (word === 'L') take(2);
    else if (word === 'Z') {
      const part = parts.at(-1);
      const [first] = part ?? [];
      if (first !== undefined) part?.push(first);
    } else {
      curved = true;
      take(word === 'Q' ? 4 : word === 'C' ? 6 : 7);
    }
  }
  return { parts, curved };
}

function segmentsOf(places: readonly Place[]): Stroke[] {
  return places.slice(1).map((to, index) => around([places[index] ?? to, to]));
}

export function corners(matrix: Matrix): Place[] {
  return [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([x = 0, y = 0]): Place => {
    const [across, down] = apply(matrix, x, y);
    return [across * points, down * points];
  });
}

export function around(places: readonly Place[]): Stroke {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of places) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

/** Strokes of a pen that follow each other closely are one hand. */
function joined(boxes: readonly Stroke[]): Stroke[] {
  const found: Stroke[] = [];
  for (const box of boxes) {
    const last = found.at(-1);
    const close =
      last !== undefined &&
      box[0] < last[2] + near &&
      box[2] > last[0] - near &&
      box[1] < last[3] + near &&
      box[3] > last[1] - near;
    if (close)
      found[found.length - 1] = around([
        [last[0], last[1]],
        [last[2], last[3]],
        [box[0], box[1]],
        [box[2], box[3]],
      ]);
    else found.push(box);
  }
  return found.slice(0, mostPictures);
}

/** Points between strokes of one hand at most. */
const near = 6;
const mostPictures = 100;
