import type { Plain } from '../plain.ts';
import type { ReadCharacter } from '../protocol.ts';
import { greysOf } from './strokes.ts';
import type { OcrWord } from './tesseract.ts';

/** Ink is darker than the paper by this share of what the darkest print is. */
const inked = 0.5;
/** A character leaves ink in so many of the columns of its place and of the rows of its line; a rule, a line to write on, a speck or the edge of a neighbour does not. */
const mostly = 0.45;

/** Whether print stands on a row between two places, in pixels. */
export function inkBetween(picture: Plain, words: readonly OcrWord[], from: number, to: number): boolean {
  const row = {
    top: Math.min(...words.map((word) => word.top)),
    bottom: Math.max(...words.map((word) => word.top + word.height)),
  };
  const size = row.bottom - row.top;
  const { ink, paper } = greysOf(picture, { ...row, size }, Math.round(from - 3 * size), Math.round(to + 3 * size));
  const edge = paper - inked * (paper - ink);
  const rows = new Set<number>();
  let [columns, all] = [0, 0];
  for (let x = Math.max(0, Math.round(from)); x < Math.min(picture.width, Math.round(to)); x++) {
    let pixels = 0;
    for (let y = Math.max(0, row.top); y < Math.min(picture.height, row.bottom); y++) {
      if ((picture.bytes[picture.from + y * picture.width + x] ?? 255) >= edge) continue;
      pixels++;
      rows.add(y);
    }
    all++;
    if (pixels >= 2) columns++;
  }
  return all > 0 && columns >= mostly * all && rows.size >= mostly * size;
}

/** Two neighbours so far apart, in the distance of others, have room for one more between them. */
const roomForOne = 1.65;
/** So far apart, for one and a blank. */
const roomForBlank = 2.3;
const place = 0.8;
/** Half a character, in the distance of neighbours, with what places that the second model tells are off. */
const half = 0.62;
const han = /^\p{Script=Han}$/u;

/** Whether print that neither model read stands behind a character of Chinese, before the next or the end of what the first saw. */
export function isLostBetween(
  one: ReadCharacter,
  next: { readonly x: number; readonly text?: string },
  far: number,
  inked: (from: number, to: number) => boolean,
): boolean {
  if (!han.test(one.text) || (next.text !== undefined && !han.test(next.text))) return false;
  const [from, to] = [one.x + half * far, next.x - half * far];
  if (next.x - one.x <= roomForOne * far) return false;
  // Before or behind a blank that parts two names it fills its own place alone.
  const parted = next.x - one.x > roomForBlank * far;
  return inked(from, to) || (parted && (inked(from, from + place * far) || inked(to - place * far, to)));
}
