import { expect, test } from 'vitest';
import type { Raster } from './raster.ts';
import { withoutSeals } from './seals.ts';

const size = 320;
const middle = size / 2;

/** A sheet with a round seal of 26 mm; `colourOf` gives the colour of a pixel within it. */
function sheet(paper: number, colourOf: (x: number, y: number) => readonly [number, number, number]): Raster {
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const inside = Math.hypot(x - middle, y - middle) < 100;
      data.set(inside ? colourOf(x, y) : [paper, paper, paper], (y * size + x) * 4);
    }
  return { width: size, height: size, step: 4, data };
}

const isPrint = (y: number): boolean => y > middle && y < middle + 6;
const greyAt = (raster: Raster, x: number, y: number): number => withoutSeals(raster).grey.data[y * size + x] ?? -1;

test.each([
  ['black under a bright seal', 255, [215, 60, 65], [100, 20, 25]],
  ['worn print under a seal on grey paper', 222, [190, 100, 105], [130, 62, 66]],
] as const)('print stays dark under a seal, and the seal goes: %s', (_, paper, seal, print) => {
  const raster = sheet(paper, (_, y) => (isPrint(y) ? print : seal));
  expect(withoutSeals(raster).seals).toHaveLength(1);
  expect(greyAt(raster, middle, middle + 3)).toBeLessThan(60);
  expect(greyAt(raster, middle, middle - 20)).toBeGreaterThan(220);
});

test('an edge less red than the seal but no darker is no print', () => {
  const raster = sheet(255, (x) => (x === middle ? [135, 100, 100] : [200, 70, 75]));
  expect(greyAt(raster, middle, middle)).toBeGreaterThan(220);
});
