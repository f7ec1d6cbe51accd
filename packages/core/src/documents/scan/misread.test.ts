import { expect, test } from 'vitest';
import { isMisreading } from './misread.ts';

test.each([
  ['临河县稻香源食品有限公司', '临河县称香源食品有限公司', true],
  ['临河县稻香源食品有限公司', '临河县福满园超市', false],
  ['2024-05-30', '2024-05-20', true],
  ['张三', '李四', false],
  ['张三', '张二', true],
  ['36000', '36000', true],
  ['甲', '乙', false],
])('%s and %s: %s', (left, right, same) => {
  expect(isMisreading(left, right)).toBe(same);
});
