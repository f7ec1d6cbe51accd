import { expect, test } from 'vitest';
import { leanOf } from './lean.ts';
import { grey } from './raster.ts';

test('a page that lies askew on a dark table leans as its print does, not as the table', () => {
  const made = grey(1200, 1600, 240);
  const slope = Math.tan((1.5 * Math.PI) / 180);
  for (let row = 0; row < 10; row++)
    for (let sign = 0; sign < 30; sign++) {
      const x = 200 + sign * 26 + ((row * 17 + sign * 13) % 23);
      const y = 200 + row * 30 + Math.round(x * slope);
      for (let dy = 0; dy < 16; dy++) made.data.fill(30, (y + dy) * 1200 + x, (y + dy) * 1200 + x + 18);
    }
  const degrees = (): number => (leanOf(made).angle * 180) / Math.PI;
  expect(degrees()).toBeCloseTo(1.5, 0);
  for (let y = 0; y < 1600; y++) {
    const whole = y < 60 || y >= 1540;
    made.data.fill(70, y * 1200, y * 1200 + (whole ? 1200 : 70));
    made.data.fill(70, (y + 1) * 1200 - (whole ? 1200 : 70), (y + 1) * 1200);
  }
  expect(degrees()).toBeCloseTo(1.5, 0);
});
