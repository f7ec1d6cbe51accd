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
  const x = new Uint16Array(most);
  const y = new Uint16Array(most);
  let count = 0;
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1 && count < most; column++) {
      let darkest = 255;
      for (let dy = 0; dy < scale; dy += 2) {
        const at = (row * scale + dy) * page.width + column * scale;
        darkest = Math.min(darkest, page.data[at] ?? 255, page.data[at + 2] ?? 255);
      }
      if (darkest > dark) continue;
      x[count] = column;
      y[count] = row;
      count++;
    }
  }
  return { width, height, x, y, count };
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
  const [major, minor] = upright ? [dots.x, dots.y] : [dots.y, dots.x];
  for (let index = 0; index < dots.count; index++) {
    const row = Math.round((major[index] ?? 0) - slope * (minor[index] ?? 0)) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) {
    const difference = (rows[row] ?? 0) - (rows[row - 1] ?? 0);
    sum += difference * difference;
  }
  return sum / along;
}
