import { edgeOf, type Greys, greysOfPage } from './greys.ts';
import type { Grey } from './raster.ts';

/** Dark points of a page at a quarter of its size. */
interface Dots {
  readonly width: number;
  readonly height: number;
  readonly x: Uint16Array;
  readonly y: Uint16Array;
  readonly count: number;
}

const scale = 4;
/** Print is so much of the way from paper to ink at least. */
const inked = 0.5;
const steepest = 6; // degrees

/**
 * How the lines of a page lie: `sideways` when they seem to run up or down, and the angle in radians by which they fall to the right once it is
 * turned; `flat` is that angle if they do not run so after all, since print in a strict grid looks alike both ways.
 */
export function leanOf(
  page: Grey,
  greys: Greys = greysOfPage(page),
): { sideways: boolean; angle: number; flat: number } {
  const dots = dotsOf(page, edgeOf(greys, inked));
  if (dots.count < 200) return { sideways: false, angle: 0, flat: 0 };
  const flat = bestAngle(dots, false);
  const upright = bestAngle(dots, true);
  // Lines of print leave white rows between them; Chinese print also lines up in columns, but never as sharply.
  const sideways = upright.sharpness > flat.sharpness * 1.25;
  const chosen = sideways ? upright : flat;
  // After a quarter turn the lean has the other sign.
  return { sideways, angle: sideways ? -chosen.angle : chosen.angle, flat: flat.angle };
}

function dotsOf(page: Grey, dark: number): Dots {
  const width = Math.floor(page.width / scale);
  const height = Math.floor(page.height / scale);
  const most = Math.floor((width * height) / 3);
  const x = new Uint16Array(most + width);
  const y = new Uint16Array(most + width);
  let count = 0;
  for (let row = 1; row < height - 1 && count < most; row++) {
    const before = count;
    count = withoutTable(x, before, dotsOfRow(page, row * scale, dark, x, count), width);
    y.fill(row, before, count);
  }
  return { width, height, x, y, count };
}

/** Dots at the edge of a picture in one piece are the table on which the page was photographed, whose edges lie as the camera does. */
const surround = 3;

/** Takes the pieces at either edge out of the row whose dots begin at `from`; gives where they end then. */
function withoutTable(x: Uint16Array, from: number, to: number, width: number): number {
  let [first, end] = [from, to];
  if ((x[first] ?? width) <= surround) while (first < end && (x[first] ?? 0) - (x[from] ?? 0) === first - from) first++;
  if (first - from < surround) first = from;
  const last = end - 1;
  if ((x[last] ?? 0) >= width - 2 - surround)
    while (end > first && (x[last] ?? 0) - (x[end - 1] ?? 0) === last - (end - 1)) end--;
  if (to - end < surround) end = to;
  if (first > from) x.copyWithin(from, first, end);
  return from + end - first;
}

/** Puts the columns of a row's dots behind those known; gives how many there are then. Of the points of a dot four are looked at. */
function dotsOfRow({ width, data }: Grey, row: number, dark: number, to: Uint16Array, known: number): number {
  const columns = Math.floor(width / scale) - 1;
  const down = 2 * width;
  let count = known;
  for (let column = 1, at = row * width + scale; column < columns; column++, at += scale) {
    if (
      (data[at] as number) > dark &&
      (data[at + 2] as number) > dark &&
      (data[at + down] as number) > dark &&
      (data[at + down + 2] as number) > dark
    )
      continue;
    to[count++] = column;
  }
  return count;
}

function bestAngle(dots: Dots, upright: boolean): { angle: number; sharpness: number } {
  let best = { angle: 0, sharpness: -1 };
  const consider = (degrees: number): void => {
    const angle = (degrees * Math.PI) / 180;
    const sharpness = sharpnessAt(dots, angle, upright);
    if (sharpness > best.sharpness) best = { angle, sharpness };
  };
  for (let degrees = -steepest; degrees <= steepest; degrees += 0.5) consider(degrees);
  const around = (best.angle * 180) / Math.PI;
  for (let off = -4; off <= 4; off++) consider(around + off * 0.1);
  return best;
}

/** How sharply print and gaps part when the page is looked at along lines of that slope: the mean square of neighbouring rows' difference. */
function sharpnessAt(dots: Dots, angle: number, upright: boolean): number {
  const slope = Math.tan(angle);
  const across = upright ? dots.height : dots.width;
  const along = upright ? dots.width : dots.height;
  const margin = Math.ceil(Math.abs(slope) * across) + 1;
  const rows = new Uint32Array(along + 2 * margin + 2);
  /** Where a dot of the first line comes to lie, by how far across it stands. */
  const shifts = Int32Array.from({ length: across }, (_, at) => Math.round(-slope * at) + margin);
  if (upright) countRows(dots.x, dots.y, dots.count, shifts, rows);
  else countRows(dots.y, dots.x, dots.count, shifts, rows);
  let sum = 0;
  for (let row = 1; row < rows.length; row++) {
    const difference = (rows[row] as number) - (rows[row - 1] as number);
    sum += difference * difference;
  }
  return sum / along;
}

function countRows(major: Uint16Array, minor: Uint16Array, count: number, shifts: Int32Array, to: Uint32Array): void {
  for (let index = 0; index < count; index++) {
    const row = (major[index] as number) + (shifts[minor[index] as number] as number);
    to[row] = (to[row] as number) + 1;
  }
}
