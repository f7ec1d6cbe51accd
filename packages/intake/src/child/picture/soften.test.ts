import { expect, test } from 'vitest';
import { soften } from './soften.ts';

/** The mean as it is defined, and white where it is hardly darker than white paper. */
function slowly(width: number, height: number, data: Uint8Array): number[] {
  const at = (x: number, y: number): number =>
    data[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 0;
  const row = (x: number, y: number): number => (at(x - 1, y) + 2 * at(x, y) + at(x + 1, y)) / 4;
  return Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return (row(x, y - 1) + 2 * row(x, y) + row(x, y + 1)) / 4;
  });
}

test('softening spreads a point over its neighbours, wherever it lies in a row of whatever length', () => {
  for (const width of [4, 5, 6, 7, 21]) {
    for (let place = 0; place < 3 * width; place++) {
      const data = new Uint8Array(3 * width).fill(255);
      for (let other = 0; other < place; other += 5) data[other] = 60;
      data[place] = 10;
      const exact = slowly(width, 3, data);
      soften({ width, height: 3, data }, 255);
      const far = exact.map((value, index) =>
        value > 223.5 && data[index] === 255 ? 0 : Math.abs(value - (data[index] ?? 0)),
      );
      expect(Math.max(...far)).toBeLessThanOrEqual(1.5);
    }
  }
});

test('the grain of paper becomes white, whatever its shade; print and faint print stay', () => {
  for (const paper of [255, 235, 200]) {
    const data = new Uint8Array(64 * 40).map((_, index) => Math.min(255, paper + ((index * 7) % 9) - 4));
    data.fill(40, 64 * 10, 64 * 14);
    data.fill(paper - 60, 64 * 30, 64 * 34);
    soften({ width: 64, height: 40, data }, paper);
    expect([data[64 * 3 + 9], data[64 * 12 + 20]]).toEqual([255, 40]);
    expect(Math.abs((data[64 * 32 + 20] ?? 0) - (paper - 60))).toBeLessThanOrEqual(1);
  }
});
