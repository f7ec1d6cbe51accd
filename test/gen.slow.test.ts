import { expect, test } from 'vitest';
import { readRules } from '../packages/core/src/node.ts';
import { generated, outOfDate } from '../scripts/gen.ts';

test('generated pages and schemas are those of the rules: after a change run npm run gen', async () => {
  const files = generated(await readRules());
  expect(files.size).toBeGreaterThan(40);
  expect(outOfDate(files)).toEqual([]);
}, 120_000);
