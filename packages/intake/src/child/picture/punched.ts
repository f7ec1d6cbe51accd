import { edgeOf, type Greys } from './greys.ts';
import type { Grey } from './raster.ts';

/** Holes lie this near an edge of the sheet, in pixels at 200 dpi: 25 mm. */
const margin = 197;
/** Their width: 3.5 to 9 mm. */
const size = { least: 28, most: 72 };
const stride = 12;
/** Half the way from paper to ink: what lies under a sheet shows dark. */
const inked = 0.5;
/** Height and width of a round hole differ by no more; of the square about it so much is dark. */
const round = 0.16;
const filled = { least: 0.68, most: 0.86 };

/** Makes paper of the holes that sheets are filed by; `page` is changed. Beside a row of print they are read as characters of it. */
export function withoutHoles(page: Grey, greys: Greys): void {
  const { width, height } = page;
  for (let y = stride; y < height - stride; y += stride) {
    const isEnd = y < margin || y >= height - margin;
    for (let x = stride; x < width - stride; x += stride) {
      if (!isEnd && x >= margin && x < width - margin) x = width - margin;
      closeHole(page, greys, x, y);
    }
  }
}

function closeHole({ width, height, data }: Grey, greys: Greys, x: number, y: number): void {
  const edge = edgeOf(greys, inked);
  const isDark = (u: number, v: number): boolean =>
    u >= 0 && v >= 0 && u < width && v < height && (data[v * width + u] as number) < edge;
  if (!isDark(x, y)) return;
  const reach = (u: number, v: number, du: number, dv: number): number => {
    let far = 0;
    while (far <= size.most && isDark(u + du * (far + 1), v + dv * (far + 1))) far++;
    return far;
  };
  // Through the middle it is widest and highest.
  const [above, below] = [reach(x, y, 0, -1), reach(x, y, 0, 1)];
  const middle = y + Math.round((below - above) / 2);
  const [before, behind] = [reach(x, middle, -1, 0), reach(x, middle, 1, 0)];
  const centre = x + Math.round((behind - before) / 2);
  const [up, down] = [reach(centre, middle, 0, -1), reach(centre, middle, 0, 1)];
  const [wide, high] = [before + behind + 1, up + down + 1];
  if (Math.min(wide, high) < size.least || Math.max(wide, high) > size.most) return;
  if (Math.abs(wide - high) > round * wide) return;
  const [left, top] = [x - before, middle - up];
  let dark = 0;
  for (let v = top; v < top + high; v++) for (let u = left; u < left + wide; u++) if (isDark(u, v)) dark++;
  const share = dark / (wide * high);
  if (share < filled.least || share > filled.most) return;
  for (let v = Math.max(0, top - 2); v < Math.min(height, top + high + 2); v++)
    data.fill(greys.paper, v * width + Math.max(0, left - 2), v * width + Math.min(width, left + wide + 2));
}
