/** A grey picture: one byte a pixel, rows from the top. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A stretch of print in pixels of the page. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A stretch as the model takes it: three equal colours of `height` rows, −1 black to 1 white, and how many pixels of it one of the page became. */
export interface Crop {
  readonly data: Float32Array;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  /** Where the page begins, in pixels of the crop. */
  readonly left: number;
}

const height = 48;
/** White on either side: the model misses characters that touch the edge. */
const margin = 12;
/** Narrower pictures are filled up with white. */
const narrowest = 160;
/** A line is no longer than this many times its height. */
const longest = 80;

/** The stretch of the page, as high as the model was taught. */
export function cropOf(page: Grey, [left, top, right, bottom]: Box): Crop {
  const scale = height / Math.max(1, bottom - top);
  const print = Math.min(height * longest, Math.max(1, Math.round((right - left) * scale)));
  const width = Math.max(narrowest, print + 2 * margin);
  const size = width * height;
  const data = new Float32Array(3 * size).fill(1);
  for (let y = 0; y < height; y++) {
    const across = (y + 0.5) / scale + top - 0.5;
    for (let x = 0; x < print; x++) {
      const value = greyAt(page, (x + 0.5) / scale + left - 0.5, across) / 127.5 - 1;
      const at = y * width + x + margin;
      data[at] = value;
      data[at + size] = value;
      data[at + 2 * size] = value;
    }
  }
  return { data, width, height, scale, left: left - margin / scale };
}

/** The grey at a place between pixels; white beyond the page. */
function greyAt({ width, height: rows, pixels }: Grey, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= rows) return 255;
  const [fx, fy] = [x - x0, y - y0];
  const at = y0 * width + x0;
  const upper = (pixels[at] ?? 255) * (1 - fx) + (pixels[at + 1] ?? 255) * fx;
  const lower = (pixels[at + width] ?? 255) * (1 - fx) + (pixels[at + width + 1] ?? 255) * fx;
  return upper * (1 - fy) + lower * fy;
}
