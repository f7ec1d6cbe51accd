import type { PageText } from './types.ts';

/** Paragraphs longer than this stand in one line: then every break is one the writer made. */
const LONGEST_PRINTED_LINE = 64;
/** Words up to this width are within what type-setting pushes over. */
const LONGEST_PUSHED = 2;

/**
 * Tells lines that reach the right margin: as wide as the widest of their page, but for the two characters type-setting may push over, or
 * for the word of letters and figures (`firstWord`, as wide as characters) that the next line begins with and that had no room.
 */
export function measure<Line extends { readonly page: number }>(
  lines: readonly Line[],
  printed: readonly number[],
  firstWord: (line: Line) => number = () => 0,
): { wraps(line: Line): boolean } {
  const indexes = new Map(lines.map((line, index) => [line, index]));
  const width = (line: Line): number => printed[indexes.get(line) ?? -1] ?? 0;
  const widest = new Map<number, number>();
  for (const [index, line] of lines.entries())
    widest.set(line.page, Math.max(widest.get(line.page) ?? 0, printed[index] ?? 0));
  return {
    wraps: (line) => {
      const most = widest.get(line.page) ?? 0;
      if (most < 16 || most > LONGEST_PRINTED_LINE) return false;
      if (width(line) >= most * 0.85 - 1) return true;
      const next = lines[(indexes.get(line) ?? -2) + 1];
      const word = next === undefined ? 0 : firstWord(next);
      return word >= LONGEST_PUSHED && width(line) + word > most && width(line) > most / 2;
    },
  };
}

/**
 * How far each line of a page reaches from where its print begins at the left, in widths of a character, by offset of the line's start: on a
 * picture the places tell it better than the number of characters, which fonts set as wide as they like. A lone mark beyond the margin is cut
 * back to it. Empty where the page has no places.
 */
export function reaches(page: PageText): ReadonlyMap<number, number> {
  const singles = page.lines.flatMap(({ runs }) => runs.filter(({ text }) => /^\p{Script=Han}$/u.test(text)));
  const unit = middle(singles.map(({ height }) => height));
  const lines = page.lines.filter(({ runs }) => runs.length > 0);
  if (!(unit > 0) || lines.length < 4) return new Map();
  const left = Math.min(...lines.map(({ runs }) => Math.min(...runs.map(({ x }) => x))));
  const rights = lines.map(({ runs }) => (Math.max(...runs.map(({ x, width }) => x + width)) - left) / unit);
  const sorted = [...rights].sort((a, b) => b - a);
  const margin = sorted.find((right, at) => right - (sorted[at + 1] ?? Number.NEGATIVE_INFINITY) < 1) ?? sorted[0] ?? 0;
  return new Map(lines.map(({ start }, at) => [start, Math.min(rights[at] ?? 0, margin)]));
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
