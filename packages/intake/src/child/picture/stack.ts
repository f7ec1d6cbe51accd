import { edgeOf, type Greys, greysOfPage } from './greys.ts';
import { type Grey, grey } from './raster.ts';
import type { RuledCell } from './rules.ts';
import type { PixelBox } from './seals.ts';

/** A piece of the page and the row of the stacked picture where it begins; `cell` tells the cell of a table it is. */
export interface Region extends PixelBox {
  readonly place: number;
  readonly cell: readonly [table: number, cell: number] | null;
}

const margin = 12;
/** Print is so much of the way from paper to ink at least. */
const inked = 0.45;

/**
 * The page with the cells of its tables one below the other, since print in neighbouring cells does not share lines and a recogniser
 * that reads across them mixes it up. Pages without tables stay as they are: one region.
 */
export function stackCells(
  page: Grey,
  tables: readonly (readonly RuledCell[])[],
  greys: Greys = greysOfPage(page),
): { picture: Grey; regions: readonly Region[] } {
  const whole: PixelBox = { left: 0, top: 0, right: page.width, bottom: page.height };
  if (tables.length === 0) return { picture: page, regions: [{ ...whole, place: 0, cell: null }] };
  const boxes = tables
    .map((cells, table) => ({ table, cells, box: around(cells) }))
    .sort((a, b) => a.box.top - b.box.top);
  const pieces: { box: PixelBox; cell: Region['cell'] }[] = [];
  let above = 0;
  for (const { table, cells, box } of boxes) {
    const top = Math.max(above, box.top);
    if (top > above) pieces.push({ box: { ...whole, top: above, bottom: top }, cell: null });
    pieces.push({ box: { ...box, left: 0, right: Math.max(0, box.left - 4) }, cell: null });
    cells.forEach((cell, index) => {
      pieces.push({
        box: { left: cell.left + 3, top: cell.top + 3, right: cell.right - 2, bottom: cell.bottom - 2 },
        cell: [table, index],
      });
    });
    pieces.push({ box: { ...box, left: Math.min(page.width, box.right + 4), right: page.width }, cell: null });
    above = Math.max(above, box.bottom);
  }
  pieces.push({ box: { ...whole, top: above }, cell: null });
  const dark = edgeOf(greys, inked);
  const regions: Region[] = [];
  let place = 0;
  for (const { box, cell } of pieces) {
    const inked = trimmed(page, dark, box);
    if (inked === null) continue;
    regions.push({ ...inked, place: place + margin, cell });
    place += inked.bottom - inked.top + margin;
  }
  const picture = grey(page.width, place + margin, greys.paper);
  for (const region of regions) {
    for (let y = region.top; y < region.bottom; y++) {
      const from = y * page.width + region.left;
      const row = page.data.subarray(from, from + region.right - region.left);
      picture.data.set(row, (region.place + y - region.top) * page.width + region.left);
    }
  }
  return { picture, regions };
}

function around(cells: readonly RuledCell[]): PixelBox {
  return {
    left: Math.min(...cells.map((cell) => cell.left)),
    top: Math.min(...cells.map((cell) => cell.top)),
    right: Math.max(...cells.map((cell) => cell.right)),
    bottom: Math.max(...cells.map((cell) => cell.bottom)),
  };
}

/** So many dark points make print. */
const fewest = 30;

/** The rows of a box that have print, with a little white; null when it is blank. */
function trimmed(page: Grey, dark: number, box: PixelBox): PixelBox | null {
  let ink = 0;
  const inked = (y: number): boolean => {
    const row = darkIn(page.data, y * page.width + box.left, y * page.width + box.right, dark);
    ink += row;
    return row > 0;
  };
  let first = box.top;
  while (first < box.bottom && !inked(first)) first++;
  let last = box.bottom - 1;
  while (last > first && !inked(last)) last--;
  for (let y = first + 1; y < last && ink < fewest; y++) inked(y);
  if (ink < fewest) return null;
  return { ...box, top: Math.max(box.top, first - 6), bottom: Math.min(box.bottom, last + 7) };
}

function darkIn(data: Uint8Array, from: number, end: number, dark: number): number {
  let count = 0;
  for (let at = from; at < end; at++) if ((data[at] as number) < dark) count++;
  return count;
}
