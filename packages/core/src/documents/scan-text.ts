import type { PageText } from './types.ts';

/** Whether the words of the page were recognised on a picture. */
export function isScan(page: PageText): boolean {
  return page.source === 'scan';
}

/** Letters a recogniser reads where a figure stands; none of them is ever part of a credit code. */
const FIGURES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Q: '0',
  l: '1',
  I: '1',
  i: '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
};

/** A line with such letters between figures, or beside one where no other letter is, taken for the figures they look like. */
export function mendDigits(row: string): string {
  if (!/[OoQlIiZzSsb]/.test(row)) return row;
  let out = '';
  for (let at = 0; at < row.length; at++) {
    const figure = FIGURES[row[at] ?? ''];
    const before = out[at - 1] ?? '';
    const after = row[at + 1] ?? '';
    const beside = isFigure(before) || isFigure(after) || (FIGURES[after] !== undefined && isFigure(row[at + 2] ?? ''));
    const inWord =
      (isLetter(before) && FIGURES[before] === undefined) || (isLetter(after) && FIGURES[after] === undefined);
    out += figure !== undefined && beside && !inWord ? figure : (row[at] ?? '');
  }
  return out;
}

function isFigure(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

function isLetter(character: string): boolean {
  return /^[A-Za-z]$/.test(character);
}

/** Anchors longer than this show where something is told, not a value: then the words count together. */
const longestValue = 30;

/** Of the words within the range of the page: the least certain, or the mean where the place is long and `strict` is not asked. */
export function certaintyAt(page: PageText, [start, end]: readonly [number, number], strict: boolean): number {
  let least = 1;
  let sum = 0;
  let count = 0;
  for (const line of page.lines) {
    if (line.end <= start || line.start >= end) continue;
    const row = page.text.slice(line.start, line.end);
    let at = 0;
    for (const run of line.runs) {
      const found = row.indexOf(run.text, at);
      const from = line.start + (found === -1 ? at : found);
      at = from - line.start + run.text.length;
      if (run.confidence === undefined || from >= end || from + run.text.length <= start) continue;
      least = Math.min(least, run.confidence);
      sum += run.confidence;
      count++;
    }
  }
  if (count === 0) return 1;
  return !strict && end - start > longestValue ? sum / count : least;
}
