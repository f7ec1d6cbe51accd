import type { Grey } from './raster.ts';

const block = 32;

/** Evens out the light of a photograph, so that paper is white everywhere; `page` is changed. Evenly lit scans stay as they are. */
export function evenLight(page: Grey): void {
  const { width, height, data } = page;
  const columns = Math.ceil(width / block);
  const rows = Math.ceil(height / block);
  const paper = new Uint8Array(columns * rows);
  let brightest = 0;
  let darkest = 255;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = brightOf(page, column * block, row * block);
      paper[row * columns + column] = value;
      brightest = Math.max(brightest, value);
      darkest = Math.min(darkest, value);
    }
  }
  if (darkest > 225 || brightest - darkest < 12) return;
  const smooth = spread(paper, columns, rows);
  for (let y = 0; y < height; y++) {
    const fy = Math.min(rows - 1.001, Math.max(0, y / block - 0.5));
    const row = fy | 0;
    const wy = fy - row;
    for (let x = 0; x < width; x++) {
      const fx = Math.min(columns - 1.001, Math.max(0, x / block - 0.5));
      const column = fx | 0;
      const wx = fx - column;
      const at = row * columns + column;
      const below = row + 1 < rows ? at + columns : at;
      const right = column + 1 < columns ? 1 : 0;
      const here =
        ((smooth[at] ?? 255) * (1 - wx) + (smooth[at + right] ?? 255) * wx) * (1 - wy) +
        ((smooth[below] ?? 255) * (1 - wx) + (smooth[below + right] ?? 255) * wx) * wy;
      const place = y * width + x;
      data[place] = Math.min(255, ((data[place] ?? 0) * 245) / Math.max(40, here));
    }
  }
}

/** The brightness nine tenths of a block's pixels stay below: paper, where there is any. */
function brightOf(page: Grey, left: number, top: number): number {
  const counts = new Uint16Array(32);
  let total = 0;
  for (let y = top; y < Math.min(page.height, top + block); y += 2) {
    for (let x = left; x < Math.min(page.width, left + block); x += 2) {
      const bin = (page.data[y * page.width + x] ?? 0) >> 3;
      counts[bin] = (counts[bin] ?? 0) + 1;
      total++;
    }
  }
  let above = 0;
  for (let bin = 31; bin >= 0; bin--) {
    above += counts[bin] ?? 0;
    if (above >= total * 0.1) return bin * 8 + 7;
  }
  return 0;
}

/** Each block takes the brightest of its neighbours, so that dark pictures and thick print do not count as shade; then the mean of them. */
function spread(values: Uint8Array, columns: number, rows: number): Float32Array {
  const over = (of: ArrayLike<number>, reach: number, fold: (found: number[]) => number): Float32Array => {
    const out = new Float32Array(columns * rows);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const found: number[] = [];
        for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y++)
          for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x++)
            found.push(of[y * columns + x] ?? 255);
        out[row * columns + column] = fold(found);
      }
    }
    return out;
  };
  const bright = over(values, 2, (found) => Math.max(...found));
  return over(bright, 2, (found) => found.reduce((sum, value) => sum + value, 0) / found.length);
}
