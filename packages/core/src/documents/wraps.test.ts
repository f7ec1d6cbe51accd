import { expect, test } from 'vitest';
import type { PageText } from './types.ts';
import { measure, reaches } from './wraps.ts';

/** Lines of so many characters, beginning so many to the right of the margin. */
const page = (lines: readonly (readonly [from: number, count: number])[]): PageText => {
  let start = 0;
  const laid = lines.map(([from, count], row) => {
    const runs = Array.from({ length: count }, (_, at) => ({
      text: '甲',
      x: (from + at) * 10,
      y: row * 20,
      width: 10,
      height: 10,
    }));
    const line = { start, end: start + count, runs };
    start += count + 1;
    return line;
  });
  return { number: 1, width: 500, height: 500, text: '', lines: laid, source: 'scan' };
};

test('a line set in reaches as far as one that is not, and a lone mark in the margin does not move it', () => {
  const widths = [
    ...reaches(
      page([
        [0, 30],
        [2, 28],
        [0, 30],
        [0, 12],
        [44, 1],
      ]),
    ).values(),
  ];
  expect(widths).toEqual([30, 30, 30, 12, 30]);
});

test('a page of few lines, or without places, is measured by its characters', () => {
  expect(
    reaches(
      page([
        [0, 30],
        [0, 12],
      ]),
    ).size,
  ).toBe(0);
});

test('a word of letters and figures that had no room below makes the line above one that wraps', () => {
  const lines = [1, 2, 3].map((line) => ({ page: 1, line }));
  const word = new Map([[lines[1], 9]]);
  const widths = measure(lines, [22, 30, 30], (line) => word.get(line) ?? 0);
  expect(lines.map((line) => widths.wraps(line))).toEqual([true, true, true]);
  expect(measure(lines, [22, 30, 30]).wraps(lines[0] as (typeof lines)[number])).toBe(false);
});
