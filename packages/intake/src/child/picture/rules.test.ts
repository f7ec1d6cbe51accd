import { expect, test } from 'vitest';
import { grey } from './raster.ts';
import { withoutRules } from './rules.ts';
import { stackCells } from './stack.ts';

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

test('a rule that a seal hid the end of parts cells all the same', () => {
  const made = page([
    [50, 50, 600, 3],
    [50, 150, 480, 3],
    [50, 400, 600, 3],
    [50, 50, 3, 353],
    [647, 50, 3, 353],
    [250, 50, 3, 280],
    // A line to write on.
    [300, 230, 340, 3],
  ]);
  expect(withoutRules(made)[0]?.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual([
    [0, 0, 1, 1],
    [0, 1, 1, 1],
    [1, 0, 2, 1],
    [1, 1, 2, 1],
  ]);
});

test('pale rules of a worn page are rules, and what is taken off leaves paper', () => {
  const [ink, paper] = [90, 228];
  const made = grey(700, 500, paper);
  const fill = (x: number, y: number, width: number, height: number, value: number): void => {
    for (let row = y; row < y + height; row++) made.data.fill(value, row * 700 + x, row * 700 + x + width);
  };
  // Print, and rules that scanning and levelling left a third as dark.
  for (let x = 70; x < 240; x += 24) fill(x, 70, 14, 18, ink);
  for (const y of [50, 110, 300]) fill(50, y, 600, 1, paper - 45);
  for (const x of [50, 250, 649]) fill(x, 50, 1, 251, paper - 45);
  expect(withoutRules(made)[0]?.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  expect(made.data[110 * 700 + 400]).toBe(paper);
  const { picture } = stackCells(made, [
    [{ row: 0, column: 0, rows: 1, columns: 1, left: 50, top: 50, right: 250, bottom: 110 }],
  ]);
  expect([picture.data[0], picture.data.at(-1)]).toEqual([paper, paper]);
});

test('a rule that noise broke goes on with the part of it that was found; print between two upright rules is none', () => {
  const frame = [
    [50, 50, 600, 3],
    [50, 300, 600, 3],
    [50, 50, 3, 253],
    [200, 50, 3, 253],
    [647, 50, 3, 253],
    [50, 170, 153, 3],
  ] as const;
  const cells = (more: readonly (readonly [number, number, number, number])[]) =>
    withoutRules(page([...frame, ...more]))[0]?.map(({ row, column, rows }) => [row, column, rows]);
  const dashes = (y: number, height: number, wide: number) =>
    Array.from({ length: Math.floor(440 / (wide + 5)) }, (_, at) => [203 + at * (wide + 5), y, wide, height] as const);
  const whole = [
    [0, 0, 1],
    [0, 1, 1],
    [1, 0, 1],
    [1, 1, 1],
  ];
  expect(cells(dashes(171, 2, 60))).toEqual(whole);
  // As high as print.
  expect(cells(dashes(160, 24, 22))).toEqual([
    [0, 0, 1],
    [0, 1, 2],
    [1, 0, 1],
  ]);
  expect(cells([])).toEqual([
    [0, 0, 1],
    [0, 1, 2],
    [1, 0, 1],
  ]);
});
