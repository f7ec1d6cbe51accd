import type { Plain } from '../plain.ts';
import type { Box, ReadCharacter } from '../protocol.ts';
import { greysOf } from './strokes.ts';
import type { OcrWord } from './tesseract.ts';

/** Ink is darker than the paper by this share of what the darkest print is. */
const inked = 0.4;
/** Height and width of a row in heights of usual rows, and how much of its box is ink: what is less is dirt, what is more a bar. */
const row = { low: 0.55, high: 1.7, narrow: 1.6, light: 0.05, dark: 0.55 };
/** As many rows tell how dark print and how light paper is. */
const shaded = 12;
/** Print has blanks between its characters; what has none so wide, in heights, is a line, a seal or a hand. */
const longestPiece = 3;
/** So many rows of a page are looked at. */
const most = 4;
/** Pixels of ink that make a row of pixels part of print. */
const fewest = 4;
/** White around the print, in pixels. */
const around = { x: 4, y: 8 };
/** Each character of a row that the second model alone read has to be as sure as this, and as many as there is room for. */
const sure = 0.9;
const room = { least: 0.55, most: 1.5 };
/** What one reader alone saw is worth less than what both did. */
const worth = 0.75;

const print = /[\p{L}\p{N}]/u;

/** Boxes of rows of print on the picture in which the engine saw no word, from top to bottom. */
export function lostRows(words: readonly OcrWord[], picture: Plain): Box[] {
  const rows = rowsOf(words);
  const usual = median(rows.map(([top, bottom]) => bottom - top));
  if (rows.length < 3 || usual < 12) return [];
  const left = Math.max(0, Math.min(...words.map((word) => word.left)));
  const right = Math.min(picture.width, Math.max(...words.map((word) => word.left + word.width)));
  const each = Math.ceil(rows.length / shaded);
  const greys = rows
    .filter((_, index) => index % each === 0)
    .map(([top, bottom]) => greysOf(picture, { top, bottom, size: usual }, left, right));
  const ink = median(greys.map((one) => one.ink));
  const paper = median(greys.map((one) => one.paper));
  const edge = paper - inked * (paper - ink);
  const taken = new Uint8Array(picture.height);
  for (const [top, bottom] of rows) taken.fill(1, Math.max(0, top - 2), Math.min(picture.height, bottom + 2));
  const dark = (y: number): number => {
    const from = picture.from + y * picture.width;
    return darkIn(picture.bytes, from + left, from + right, edge);
  };
  const found: Box[] = [];
  const first = Math.max(0, Math.min(...rows.map(([top]) => top)) - 4 * usual);
  const last = Math.min(picture.height, Math.max(...rows.map(([, bottom]) => bottom)) + 4 * usual);
  for (let y = first; y < last && found.length < most; y++) {
    if (taken[y] === 1 || dark(y) < fewest) continue;
    let end = y;
    let blank = 0;
    for (; end < last && taken[end] !== 1 && blank < 3; end++) blank = dark(end) < fewest ? blank + 1 : 0;
    end -= blank;
    const box = rowBox(picture, edge, [left, y, right, end], usual);
    // Print that touches a row which was read is the rest of it.
    if (box !== null && taken[y - 1] !== 1 && taken[end] !== 1) found.push(box);
    y = end;
  }
  return found;
}

function darkIn(bytes: Uint8Array, from: number, end: number, edge: number): number {
  let count = 0;
  for (let at = from; at < end; at++) if ((bytes[at] as number) < edge) count++;
  return count;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function rowsOf(words: readonly OcrWord[]): [top: number, bottom: number][] {
  const rows = new Map<string, [number, number]>();
  for (const { line, top, height } of words) {
    const own = rows.get(line);
    rows.set(line, own === undefined ? [top, top + height] : [Math.min(own[0], top), Math.max(own[1], top + height)]);
  }
  return [...rows.values()];
}

/** The box of the ink in the band, if it is as high, wide and dark as a row of print. */
function rowBox(picture: Plain, edge: number, [left, top, right, bottom]: Box, usual: number): Box | null {
  const high = bottom - top;
  if (high < row.low * usual || high > row.high * usual) return null;
  const columns: number[] = [];
  let ink = 0;
  for (let x = left; x < right; x++) {
    let count = 0;
    for (let y = top; y < bottom; y++) if ((picture.bytes[picture.from + y * picture.width + x] ?? 255) < edge) count++;
    ink += count;
    if (count > 1) columns.push(x);
  }
  const [from, to] = [columns[0] ?? 0, (columns.at(-1) ?? 0) + 1];
  const wide = to - from;
  if (wide < row.narrow * usual || ink < row.light * wide * high || ink > row.dark * wide * high) return null;
  let piece = 1;
  let longest = 1;
  for (let at = 1; at < columns.length; at++) {
    piece = (columns[at] ?? 0) - (columns[at - 1] ?? 0) === 1 ? piece + 1 : 1;
    longest = Math.max(longest, piece);
  }
  if (longest > longestPiece * usual) return null;
  return [from - around.x, top - around.y, to + around.x, bottom + around.y];
}

/** The words with those of rows that only the second model read, each where it stands; rows it is not sure of stay lost. */
export function withLostRows(
  words: readonly OcrWord[],
  boxes: readonly Box[],
  read: readonly (readonly ReadCharacter[])[],
): readonly OcrWord[] {
  let all = words;
  for (const [index, box] of boxes.entries()) {
    const own = wordsOf(read[index] ?? [], box, `lost ${index}`);
    if (own.length === 0) continue;
    const behind = all.findIndex((word) => word.top > box[3] - around.y);
    const place = behind < 0 ? all.length : all.findIndex((word) => word.line === all[behind]?.line);
    all = [...all.slice(0, place), ...own, ...all.slice(place)];
  }
  return all;
}

function wordsOf(characters: readonly ReadCharacter[], [left, top, right, bottom]: Box, line: string): OcrWord[] {
  const printed = characters.filter(({ text }) => print.test(text));
  const [wide, high] = [right - left - 2 * around.x, bottom - top - 2 * around.y];
  const width = (text: string): number => (/[\x21-\x7e]/u.test(text) ? 0.5 : 1);
  const filled = (printed.reduce((sum, { text }) => sum + width(text), 0) * high) / wide;
  const unsure = printed.some(({ confidence }) => confidence < sure);
  if (printed.length < 2 || unsure || filled < room.least || filled > room.most) return [];
  return characters.map(({ text, x }) => ({
    text,
    left: Math.round(x - (high * width(text)) / 2),
    top: top + around.y,
    width: Math.max(1, Math.round(high * width(text))),
    height: high,
    confidence: worth,
    line,
  }));
}
