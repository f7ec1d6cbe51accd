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

/** Turned by a small angle in radians about the middle, so that a line falling to the right by that angle lies level; outside is white. */
export function level(source: Grey, angle: number): Grey {
  const { width, height, data } = source;
  const out = grey(width, height);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const cx = width / 2;
  const cy = height / 2;
  for (let y = 0; y < height; y++) {
    let sx = cos * -cx - sin * (y - cy) + cx;
    let sy = sin * -cx + cos * (y - cy) + cy;
    for (let x = 0; x < width; x++, sx += cos, sy += sin) {
      const left = sx | 0;
      const top = sy | 0;
      if (sx < 0 || sy < 0 || left >= width - 1 || top >= height - 1) continue;
      const at = top * width + left;
      const fx = sx - left;
      const fy = sy - top;
      const above = (data[at] ?? 0) * (1 - fx) + (data[at + 1] ?? 0) * fx;
      const below = (data[at + width] ?? 0) * (1 - fx) + (data[at + width + 1] ?? 0) * fx;
      out.data[y * width + x] = above * (1 - fy) + below * fy;
    }
  }
  return out;
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
