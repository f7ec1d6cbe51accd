import { expect, test } from 'vitest';
import { grey } from './raster.ts';
import { withoutRules } from './rules.ts';

const page = (lines: readonly (readonly [x: number, y: number, width: number, height: number])[]) => {
  const made = grey(700, 500);
  for (const [x, y, width, height] of lines)
    for (let row = y; row < y + height; row++) made.data.fill(0, row * 700 + x, row * 700 + x + width);
  return made;
};

test('cells of rows one line high are told apart by their short upright rules', () => {
  const frame = [
    [50, 50, 600, 3],
    [50, 110, 600, 3],
    [50, 300, 600, 3],
    [50, 50, 3, 253],
    [647, 50, 3, 253],
  ] as const;
  const cells = (more: readonly (readonly [number, number, number, number])[]) =>
    withoutRules(page([...frame, ...more]))[0]?.map(({ row, column, columns }) => [row, column, columns]);
  expect(cells([[250, 50, 3, 62]])).toEqual([
    [0, 0, 1],
    [0, 1, 1],
    [1, 0, 2],
  ]);
  // A stroke of a character touches neither rule, or one.
  expect(
    cells([
      [250, 60, 3, 42],
      [350, 50, 3, 50],
    ]),
  ).toEqual([
    [0, 0, 1],
    [1, 0, 1],
  ]);
});
