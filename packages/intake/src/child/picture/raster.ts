import { Unreadable } from '../../limits.ts';

/** Pixels of a page in rows from the top: `step` bytes each, of which the first three are red, green and blue, or the one is grey. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly step: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** One byte a pixel: 0 black, 255 white. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * The pixels of a canvas that was first filled with white, so that none is transparent. A canvas for which there was no memory holds nothing and
 * says so nowhere; a page drawn on it would be taken for an empty one. Throws {@link Unreadable}, upon which the page is tried afresh.
 */
export function onWhite<Pixels extends Uint8Array | Uint8ClampedArray>(data: Pixels): Pixels {
  const step = 4 * Math.max(1, Math.floor(data.length / 4 / 97));
  for (let at = 3; at < data.length; at += step)
    if (data[at] !== 255) throw new Unreadable('内存不足，页面图像没有画出来，请重新检查');
  if (data.length === 0) throw new Unreadable('内存不足，页面图像没有画出来，请重新检查');
  return data;
}

export function grey(width: number, height: number, fill = 255): Grey {
  return { width, height, data: new Uint8Array(width * height).fill(fill) };
}

/** The picture made smaller by a factor of at least 1, each pixel the mean of those it covers. */
export function shrink(source: Raster, factor: number): Raster {
  const { step, data } = source;
  const width = Math.max(1, Math.floor(source.width / factor));
  const height = Math.max(1, Math.floor(source.height / factor));
  const out = new Uint8Array(width * height * step);
  const colours = Math.min(step, 3);
  for (let y = 0; y < height; y++) {
    const top = Math.floor(y * factor);
    const bottom = Math.max(top + 1, Math.min(source.height, Math.floor((y + 1) * factor)));
    for (let x = 0; x < width; x++) {
      const left = Math.floor(x * factor);
      const right = Math.max(left + 1, Math.min(source.width, Math.floor((x + 1) * factor)));
      const count = (bottom - top) * (right - left);
      for (let colour = 0; colour < colours; colour++) {
        let sum = 0;
        for (let row = top; row < bottom; row++) {
          let at = (row * source.width + left) * step + colour;
          for (let column = left; column < right; column++, at += step) sum += data[at] ?? 0;
        }
        out[(y * width + x) * step + colour] = sum / count;
      }
    }
  }
  return { width, height, step, data: out };
}

/** Turned clockwise by a quarter, a half or three quarters. */
export function turn(source: Grey, degrees: 0 | 90 | 180 | 270): Grey {
  if (degrees === 0) return source;
  const { width, height, data } = source;
  const across = degrees === 180 ? width : height;
  const out = grey(across, degrees === 180 ? height : width);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0;
      const at =
        degrees === 180
          ? (height - 1 - y) * width + (width - 1 - x)
          : degrees === 90
            ? x * across + (height - 1 - y)
            : (width - 1 - x) * across + y;
      out.data[at] = value;
    }
  }
  return out;
}

/** Parts of a pixel when levelling; whole numbers are quicker than fractions, and so many leave room for 100,000 pixels a side. */
const bits = 14;

/** Turned by a small angle in radians about the middle, so that a line falling to the right by that angle lies level; outside is paper. */
export function level(source: Grey, angle: number, paper = 255): Grey {
  const { width, height } = source;
  const out = grey(width, height, paper);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [width / 2, height / 2];
  const one = 1 << bits;
  const dx = Math.round(cos * one);
  const dy = Math.round(sin * one);
  for (let y = 0; y < height; y++) {
    const x0 = Math.round((cos * -cx - sin * (y - cy) + cx) * one);
    const y0 = Math.round((sin * -cx + cos * (y - cy) + cy) * one);
    const across = within(x0, dx, (width - 1) * one);
    const down = within(y0, dy, (height - 1) * one);
    const from = Math.max(0, across[0], down[0]);
    const end = Math.min(width, across[1], down[1]);
    const row = y * width;
    if (from < end) levelRow(source, out.data, row + from, row + end, [x0 + from * dx, y0 + from * dy], [dx, dy]);
  }
  return out;
}

/** Fills the places from one to before another of a row with what lies at a point of the source and on from there; a function of its own, which takes a quarter less time. */
function levelRow(
  { width, data }: Grey,
  to: Uint8Array,
  from: number,
  end: number,
  [startX, startY]: readonly [number, number],
  [dx, dy]: readonly [number, number],
): void {
  let [sx, sy] = [startX, startY];
  for (let place = from; place < end; place++) {
    const at = (sy >> bits) * width + (sx >> bits);
    const fx = (sx >> (bits - 8)) & 255;
    const fy = (sy >> (bits - 8)) & 255;
    const left = data[at] as number;
    const below = data[at + width] as number;
    const upper = (left << 8) + ((data[at + 1] as number) - left) * fx;
    const lower = (below << 8) + ((data[at + width + 1] as number) - below) * fx;
    to[place] = ((upper << 8) + (lower - upper) * fy) >> 16;
    sx = (sx + dx) | 0;
    sy = (sy + dy) | 0;
  }
}

/** The steps, from the first to before the last, at which a place that begins at `start` and moves by `step` lies in 0…`most`, `most` outside. */
function within(start: number, step: number, most: number): readonly [number, number] {
  if (step > 0) return [Math.ceil(-start / step), Math.ceil((most - start) / step)];
  if (step < 0) return [Math.floor((start - most) / -step) + 1, Math.floor(start / -step) + 1];
  return start >= 0 && start < most ? [0, Number.MAX_SAFE_INTEGER] : [0, 0];
}

/** Where a point of the levelled picture stood before. */
export function unlevel(
  point: readonly [number, number],
  size: { readonly width: number; readonly height: number },
  angle: number,
): [number, number] {
  const cx = size.width / 2;
  const cy = size.height / 2;
  const [x, y] = [point[0] - cx, point[1] - cy];
  return [Math.cos(angle) * x - Math.sin(angle) * y + cx, Math.sin(angle) * x + Math.cos(angle) * y + cy];
}
