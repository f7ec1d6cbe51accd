import { type Grey, grey, type Raster } from './raster.ts';

/** A box in pixels, right and bottom outside. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pixels of a cell of the coarse map in which seals are looked for. */
const cellBits = 3;
const cell = 1 << cellBits;
const dotsPerMillimetre = 200 / 25.4;

const leastRed = 38;

/** Whether a pixel is the red of seals and letterheads, also where it lies thin over white. */
function isRed(r: number, g: number, b: number): boolean {
  return r > 90 && r - g > leastRed && r - b > 30;
}

/**
 * Grey of a page with the red of its seals taken away, so that the words under them can be recognised, and where the seals are. Red
 * print that is no seal, such as a letterhead, stays. Seals are 15 to 75 mm wide and high (GB 12041 prescribes 42 to 60 mm) at 200 dpi.
 */
export function withoutSeals(source: Raster): { grey: Grey; seals: readonly PixelBox[] } {
  const { width, height, step, data } = source;
  const out = grey(width, height, 0);
  if (step === 1) {
    out.data.set(data);
    return { grey: out, seals: [] };
  }
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const red = new Uint16Array(columns * rows);
  const points =
    step === 4 && data.byteOffset % 4 === 0 ? new Int32Array(data.buffer, data.byteOffset, width * height) : null;
  for (let y = 0; y < height; y++) {
    const [from, cells] = [y * width, (y >> cellBits) * columns];
    if (points === null) greyOfBytes(data, step, out.data, from, from + width, red, cells);
    else greyOfPoints(points, out.data, from, from + width, red, cells);
  }
  const seals = clusters(red, columns, rows).filter(isSeal);
  for (const seal of seals) erase(seal, source, out);
  return { grey: out, seals: seals.map((seal) => clip(seal, width, height)) };
}

/**
 * Fills the grey of the points from one to before another of a row, and counts the red ones in their cells, which begin at `cells`. A point read
 * as one whole number takes two thirds of the time, and what is handed over two thirds of what is held by a closure.
 */
function greyOfPoints(
  points: Int32Array,
  to: Uint8Array,
  from: number,
  end: number,
  red: Uint16Array,
  cells: number,
): void {
  for (let at = from; at < end; at++) {
    const point = points[at] as number;
    const r = point & 255;
    const g = (point >> 8) & 255;
    const b = (point >> 16) & 255;
    to[at] = (r * 77 + g * 150 + b * 29) >> 8;
    // Most of a page is grey: one look is enough there.
    if (r - g > leastRed && isRed(r, g, b)) countIn(red, cells + ((at - from) >> cellBits));
  }
}

function greyOfBytes(
  data: Raster['data'],
  step: number,
  to: Uint8Array,
  from: number,
  end: number,
  red: Uint16Array,
  cells: number,
): void {
  for (let place = from, at = step * from; place < end; place++, at += step) {
    const r = data[at] as number;
    const g = data[at + 1] as number;
    const b = data[at + 2] as number;
    to[place] = (r * 77 + g * 150 + b * 29) >> 8;
    if (r - g > leastRed && isRed(r, g, b)) countIn(red, cells + ((place - from) >> cellBits));
  }
}

function countIn(cells: Uint16Array, at: number): void {
  cells[at] = (cells[at] as number) + 1;
}

/** Groups of neighbouring cells with enough red, gaps of two cells bridged, as boxes in pixels. */
function clusters(red: Uint16Array, columns: number, rows: number): (PixelBox & { filled: number })[] {
  const enough = 5;
  const reach = 2;
  const seen = new Uint8Array(red.length);
  const found: (PixelBox & { filled: number })[] = [];
  for (let start = 0; start < red.length; start++) {
    if (seen[start] === 1 || (red[start] ?? 0) < enough) continue;
    const box = { left: columns, top: rows, right: 0, bottom: 0, filled: 0 };
    const open = [start];
    seen[start] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % columns;
      const y = (at - x) / columns;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
      box.filled++;
      for (let ny = Math.max(0, y - reach); ny <= Math.min(rows - 1, y + reach); ny++) {
        for (let nx = Math.max(0, x - reach); nx <= Math.min(columns - 1, x + reach); nx++) {
          const next = ny * columns + nx;
          if (seen[next] === 1 || (red[next] ?? 0) < enough) continue;
          seen[next] = 1;
          open.push(next);
        }
      }
    }
    found.push({
      left: box.left * cell,
      top: box.top * cell,
      right: box.right * cell,
      bottom: box.bottom * cell,
      filled: box.filled,
    });
  }
  return found;
}

function isSeal(box: PixelBox): boolean {
  const width = (box.right - box.left) / dotsPerMillimetre;
  const height = (box.bottom - box.top) / dotsPerMillimetre;
  return (
    width >= 15 &&
    height >= 15 &&
    width <= 75 &&
    height <= 75 &&
    Math.max(width, height) / Math.min(width, height) < 1.9
  );
}

/**
 * Within a seal the red channel tells ink from paper: the seal is nearly as light in it as the paper, print stays dark. What is no darker
 * than the seal altogether is none either: where the colours of a picture are coarser than its light, seals have dark edges in red.
 */
function erase(box: PixelBox, source: Raster, out: Grey): void {
  const { width, height, step, data } = source;
  const { left, top, right, bottom } = clip(box, width, height);
  const own = lightOf(source, out, { left, top, right, bottom });
  const paper = paperOf(out, { left, top, right, bottom });
  const inked = (value: number, light: number): number =>
    ((value - darkest * light) * paper) / ((lightest - darkest) * light);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * step;
      const r = data[at] ?? 0;
      const redness = r - (((data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 1);
      if (redness < 14) continue;
      const place = y * width + x;
      // Print under thin red keeps its darkness; red over white becomes white.
      const value = Math.max(inked(r, own.red), inked(out.data[place] ?? 0, own.grey));
      out.data[place] = Math.max(0, Math.min(paper, value));
    }
  }
}

/** How light the paper is within a box: what of its pixels is lightest but for specks. White on grey paper would be print to a recogniser. */
function paperOf({ width, data }: Grey, { left, top, right, bottom }: PixelBox): number {
  const seen = new Uint32Array(256);
  let all = 0;
  for (let y = top; y < bottom; y += 2)
    for (let x = left; x < right; x += 2, all++) (seen[data[y * width + x] as number] as number)++;
  let level = 255;
  for (let above = 0; level > 0; level--) {
    above += seen[level] as number;
    if (above >= lightShare * all) break;
  }
  return level;
}

const lightShare = 0.2;

/** Shares of the light of a seal over paper from which print under it is black, and white. */
const darkest = 0.68;
const lightest = 0.92;
/** So red is the seal itself, without print under it or paper through it. */
const surelyRed = 60;
const fewest = 200;
/** The light of red over white paper, where too little of a seal is seen. */
const usual = { red: 185, grey: 110 };

/** How light a seal is over paper, in the red channel and altogether: what three of four of its pixels reach. */
function lightOf(
  { width, step, data }: Raster,
  out: Grey,
  { left, top, right, bottom }: PixelBox,
): { readonly red: number; readonly grey: number } {
  const [reds, greys] = [new Uint32Array(256), new Uint32Array(256)];
  let all = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * step;
      const r = data[at] ?? 0;
      if (r - (((data[at + 1] ?? 0) + (data[at + 2] ?? 0)) >> 1) < surelyRed) continue;
      const light = out.data[y * width + x] ?? 0;
      reds[r] = (reds[r] ?? 0) + 1;
      greys[light] = (greys[light] ?? 0) + 1;
      all++;
    }
  if (all < fewest) return usual;
  const quarter = (seen: Uint32Array): number => {
    let sum = 0;
    return seen.findIndex((count) => {
      sum += count;
      return sum >= 0.25 * all;
    });
  };
  return { red: quarter(reds), grey: quarter(greys) };
}

function clip(box: PixelBox, width: number, height: number): PixelBox {
  const margin = cell;
  return {
    left: Math.max(0, box.left - margin),
    top: Math.max(0, box.top - margin),
    right: Math.min(width, box.right + margin),
    bottom: Math.min(height, box.bottom + margin),
  };
}
