import type { Plain } from '../plain.ts';
import type { OcrWord } from './tesseract.ts';

const FIGURES = '一二三';
/** Ink is darker than the paper by these shares of what the darkest print is: thin strokes are grey, and only what both see is counted. */
const inked = [0.2, 0.45] as const;
/** A figure so confirmed is as sure as this, one put right a little less. */
const confirmed = 0.9;
const corrected = 0.75;

/**
 * 一, 二 and 三 counted in the picture: the engine takes one for another in slanting types (楷体) and is sure of it, while their strokes
 * lie apart one below the other whatever the type. Words of which this is not clear stay.
 */
export function countStrokes(words: readonly OcrWord[], picture: Plain): readonly OcrWord[] {
  const lines = new Map<string, OcrWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  return words.map((word) => {
    const places = [...word.text].flatMap((one, at) => (FIGURES.includes(one) ? [at] : []));
    const [place, ...more] = places;
    if (place === undefined || more.length > 0 || word.text.length > 3) return word;
    const row = rowOf(lines.get(word.line) ?? [word]);
    const counted = strokesNear(picture, row, word.left + (word.width * (place + 0.5)) / word.text.length);
    if (counted === null) return word;
    const figure = FIGURES[counted - 1] ?? '';
    if (figure === word.text[place])
      return word.text.length > 1 ? word : { ...word, confidence: Math.max(word.confidence, confirmed) };
    // 厂 is read as 三 too, and a faint stroke is none.
    if (counted === 1 || word.text[place] === '一') return word;
    const text = word.text.slice(0, place) + figure + word.text.slice(place + 1);
    return { ...word, text, confidence: corrected };
  });
}

export interface Stripe {
  readonly top: number;
  readonly bottom: number;
  /** Width of a character. */
  readonly size: number;
}

/** The greys of ink and paper in a part of a row: its darkest twenty-fifth and what most of it is. */
export function greysOf(
  { width, height, from, bytes }: Plain,
  { top, bottom }: Stripe,
  left: number,
  right: number,
): { ink: number; paper: number } {
  const seen = new Uint32Array(256);
  const [first, end] = [Math.max(0, left), Math.min(width, right)];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
    countGreys(bytes, from + y * width + first, from + y * width + end, seen);
  const all = seen.reduce((sum, count) => sum + count, 0);
  const at = (part: number): number => {
    let sum = 0;
    for (let grey = 0; grey < 256; grey++) {
      sum += seen[grey] ?? 0;
      if (sum >= part * all) return grey;
    }
    return 255;
  };
  return { ink: at(0.04), paper: at(0.7) };
}

function countGreys(bytes: Uint8Array, from: number, end: number, seen: Uint32Array): void {
  for (let at = from; at < end; at++) {
    const grey = bytes[at] as number;
    seen[grey] = (seen[grey] as number) + 1;
  }
}

function rowOf(words: readonly OcrWord[]): Stripe {
  const middleOf = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const tall = middleOf(words.map((word) => word.height));
  const whole = words.filter((word) => word.height > 0.7 * tall && word.height < 1.3 * tall);
  const top = middleOf(whole.map((word) => word.top));
  return { top: Math.round(top - 0.1 * tall), bottom: Math.round(top + 1.1 * tall), size: tall };
}

/** Number of strokes of the only figure within a character's width of the place that is strokes alone; null where there is none or it is not clear. */
function strokesNear(picture: Plain, row: Stripe, middle: number): number | null {
  const left = Math.max(0, Math.round(middle - 1.6 * row.size));
  const right = Math.min(picture.width - 1, Math.round(middle + 1.6 * row.size));
  const { ink, paper } = greysOf(picture, row, left, right);
  const [faint, plain] = inked.map((share) =>
    strokesAt(picture, row, middle, left, right, paper - share * (paper - ink)),
  );
  return faint === plain ? (faint ?? null) : null;
}

/** The same where all that is darker than `edge` is ink. */
function strokesAt(
  picture: Plain,
  { top, bottom, size }: Stripe,
  middle: number,
  left: number,
  right: number,
  edge: number,
): number | null {
  const found: number[] = [];
  let columns: (readonly number[])[] = [];
  for (let x = left; x <= right; x++) {
    const runs = runsIn(picture, x, top, bottom, edge);
    if (runs.length > 0) columns.push(runs);
    else {
      const centre = x - columns.length / 2;
      const counted = Math.abs(centre - middle) < size ? strokesOf(columns, size) : null;
      if (counted !== null) found.push(counted);
      columns = [];
    }
  }
  const [only, ...others] = found;
  return only === undefined || others.length > 0 ? null : only;
}

/** Strokes of a character that is nothing but strokes from left to right: one behind the other in each of its columns. */
function strokesOf(columns: readonly (readonly number[])[], size: number): number | null {
  if (columns.length < 0.55 * size || columns.length > 1.15 * size) return null;
  const inner = columns.slice(Math.floor(columns.length * 0.34), Math.ceil(columns.length * 0.66));
  const thin =
    columns.every((runs) => runs.length <= 3) && inner.every((runs) => runs.every((run) => run < 0.2 * size));
  const [count = 0] = inner.map((runs) => runs.length);
  const alike = inner.filter((runs) => runs.length === count).length;
  return thin && count > 0 && alike >= 0.8 * inner.length ? count : null;
}

/** Lengths of the dark runs of a column. */
function runsIn({ width, height, from, bytes }: Plain, x: number, top: number, bottom: number, edge: number): number[] {
  const runs: number[] = [];
  let inside = 0;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    if ((bytes[from + y * width + x] ?? 255) < edge) inside++;
    else if (inside > 0) {
      runs.push(inside);
      inside = 0;
    }
  }
  if (inside > 0) runs.push(inside);
  return runs;
}
