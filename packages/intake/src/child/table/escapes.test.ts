import { expect, test } from 'vitest';
import { unescaped } from './escapes.ts';

test('characters that XML cannot hold are read as they were written', () => {
  expect(unescaped('某某_x000D_食品_x0000_店')).toBe('某某 食品店');
  expect(unescaped('_x005F_x000D_')).toBe('_x000D_');
  expect(unescaped('编号_x12')).toBe('编号_x12');
});
