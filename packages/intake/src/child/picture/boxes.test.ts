import { expect, test } from 'vitest';
import { withoutBoxes } from './boxes.ts';
import { type Grey, grey } from './raster.ts';

const greys = { ink: 40, paper: 230 };

function sheet(): { page: Grey; dot: (x: number, y: number, value?: number) => void } {
  const page = grey(400, 200, greys.paper);
  return { page, dot: (x, y, value = greys.ink) => page.data.fill(value, y * 400 + x, y * 400 + x + 1) };
}

type Dot = ReturnType<typeof sheet>['dot'];

function frame(dot: Dot, left: number, top: number, side: number, value = greys.ink): void {
  for (let at = 0; at < side; at++)
    for (const [x, y] of [
      [left + at, top],
      [left + at, top + side - 1],
      [left, top + at],
      [left + side - 1, top + at],
    ] as const)
      dot(x, y, value);
}

/** Down to the middle of the foot, then up beyond the upper right corner. */
function tick(dot: Dot, left: number, top: number, side: number): void {
  for (let at = 0; at < side; at++)
    for (const thick of [0, 1, 2]) {
      if (at < side / 3) dot(left + 4 + at, top + Math.round(side * 0.55) + at + thick - 3);
      dot(left + Math.round(side / 3) + at, top + side - 4 - at + thick);
    }
}

/** The frame of 国 or 回 with what stands in it. */
function character(dot: Dot, left: number, top: number, side: number): void {
  frame(dot, left, top, side);
  for (let at = 6; at < side - 6; at++) {
    dot(left + at, top + 7);
    dot(left + at, top + side - 8);
    dot(left + (side >> 1), top + at);
  }
}

test('boxes are told with whether they are ticked, and taken off with their ticks', () => {
  const { page, dot } = sheet();
  // A box worn pale is one too.
  frame(dot, 40, 60, 24, 170);
  frame(dot, 160, 60, 24);
  tick(dot, 160, 60, 24);
  expect(withoutBoxes(page, greys).map(({ left, top, ticked }) => [left, top, ticked])).toEqual([
    [40, 60, false],
    [160, 60, true],
  ]);
  expect(Math.min(...page.data)).toBeGreaterThan(220);
});

test('framed characters, spots and a box that stands within words are left', () => {
  const { page, dot } = sheet();
  frame(dot, 40, 60, 24);
  character(dot, 160, 60, 24);
  for (let y = 110; y < 150; y++) for (let x = 300; x < 340; x++) if (Math.hypot(x - 320, y - 130) < 20) dot(x, y);
  expect(withoutBoxes(page, greys).map(({ left, ticked }) => [left, ticked])).toEqual([[40, false]]);
  const within = sheet();
  frame(within.dot, 60, 60, 24);
  character(within.dot, 34, 60, 24);
  character(within.dot, 86, 60, 24);
  expect(withoutBoxes(within.page, greys)).toEqual([]);
});
