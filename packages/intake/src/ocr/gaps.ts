import type { Plain } from '../plain.ts';
import { rowOf, usualHeight, wider } from './blanks.ts';
import { greysOf, type Stripe } from './strokes.ts';
import type { OcrWord } from './tesseract.ts';

/** White between two words that is looked at, and white that is a blank, in characters. */
const suspect = 1.3;
const blank = 0.9;
/** Print comes out even in characters within this. */
const even = 0.36;
/** So many characters stand beyond a blank at most for which the engine has them. */
const mostBeyond = 2;
/** Ink is darker than the paper by this share of what the darkest print is. */
const inked = 0.35;

const han = /^[\u3400-\u9fff、，。]$/u;

/**
 * Words on either side of a gap, as the picture has it: the engine takes characters before a blank to the word behind it, and sees a blank where
 * print stands. What comes out even in the picture is moved; all else stays.
 */
export function besideGaps(words: readonly OcrWord[], picture: Plain): readonly OcrWord[] {
  const lines = new Map<string, OcrWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  const unit = usualHeight(words) * wider;
  const moved = new Map<OcrWord, readonly OcrWord[]>();
  for (const line of lines.values()) {
    for (const [index, next] of line.entries()) {
      const before = line[index - 1];
      if (before === undefined || next.left - before.left - before.width < suspect * unit) continue;
      const row = rowOf(line, unit / wider);
      const parts = row === null ? null : partsOf(line.slice(0, index), next, blanksOf(picture, row, line, unit), unit);
      if (parts !== null) moved.set(next, parts);
    }
  }
  return moved.size === 0 ? words : words.flatMap((word) => moved.get(word) ?? [word]);
}

type Range = readonly [from: number, to: number];

/** The word behind a gap where the picture has it, its first characters before the blank where they stand there; null where nothing is clear. */
function partsOf(
  words: readonly OcrWord[],
  next: OcrWord,
  blanks: readonly Range[],
  unit: number,
): readonly OcrWord[] | null {
  const last = words.at(-1);
  if (last === undefined) return null;
  const end = next.left + next.width;
  const middle = last.left + last.width / 2;
  const gap = blanks.find(([from, to]) => from > middle && to < end);
  const whole = last.left + last.width;
  if (gap === undefined) return [{ ...next, left: whole + 1, width: Math.max(1, end - whole - 1) }];
  const start = blanks.findLast(([, to]) => to < middle)?.[1];
  if (start === undefined) return null;
  const print = words
    .filter((word) => word.left + word.width / 2 > start)
    .reduce((sum, { text }) => sum + widthOf(text), 0);
  const beyond = (gap[0] - start) / unit - print;
  const count = Math.round(beyond + 0.05);
  const characters = [...next.text];
  if (count < 1 || count > mostBeyond || Math.abs(beyond - count) > even) return null;
  if (count >= characters.length || !characters.slice(0, count).every((one) => han.test(one))) return null;
  const left = Math.round(gap[0] - count * unit);
  return [
    { ...next, text: characters.slice(0, count).join(''), left, width: Math.round(count * unit) },
    { ...next, text: characters.slice(count).join(''), left: gap[1], width: Math.max(1, end - gap[1]), apart: true },
  ];
}

/** In characters of Chinese. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\x21-\x7e]/u.test(one) ? 0.53 : 1), 0);
}

/** Stretches of a row without ink as wide as a blank, with those at its ends. */
function blanksOf(picture: Plain, row: Stripe, words: readonly OcrWord[], unit: number): Range[] {
  const left = Math.max(0, Math.round(Math.min(...words.map((word) => word.left)) - 2 * unit));
  const right = Math.min(
    picture.width,
    Math.round(Math.max(...words.map((word) => word.left + word.width)) + 2 * unit),
  );
  const { ink, paper } = greysOf(picture, row, left, right);
  const edge = paper - inked * (paper - ink);
  const found: Range[] = [];
  let from = left;
  for (let x = left; x <= right; x++) {
    let dark = 0;
    if (x < right)
      for (let y = Math.max(0, row.top); y < Math.min(picture.height, row.bottom); y++)
        if ((picture.bytes[picture.from + y * picture.width + x] ?? 255) < edge) dark++;
    if (x < right && dark < 2) continue;
    if (x - from >= blank * unit) found.push([from, x]);
    from = x + 1;
  }
  return found;
}
