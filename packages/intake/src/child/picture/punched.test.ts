import { expect, test } from 'vitest';
import { withoutHoles } from './punched.ts';
import { grey } from './raster.ts';

test('holes near an edge become paper; seals, blocks and what stands within the sheet stay', () => {
  const page = grey(900, 900, 235);
  const fill = (x: number, y: number, is: (dx: number, dy: number) => boolean): void => {
    for (let dy = -30; dy <= 30; dy++)
      for (let dx = -30; dx <= 30; dx++)
        if (is(dx, dy)) page.data.fill(50, (y + dy) * 900 + x + dx, (y + dy) * 900 + x + dx + 1);
  };
  const disc = (dx: number, dy: number): boolean => Math.hypot(dx, dy) < 24;
  fill(80, 300, disc);
  fill(450, 450, disc);
  fill(80, 600, (dx, dy) => disc(dx, dy) && !(Math.hypot(dx, dy) < 20));
  fill(820, 300, (dx, dy) => Math.abs(dx) < 20 && Math.abs(dy) < 20);
  withoutHoles(page, { ink: 40, paper: 235 });
  const at = (x: number, y: number): number => page.data[y * 900 + x] ?? -1;
  expect([at(80, 300), at(80, 277), at(450, 450), at(80, 622), at(820, 300)]).toEqual([235, 235, 50, 50, 50]);
});
