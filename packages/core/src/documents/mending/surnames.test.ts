import { expect, test } from 'vitest';
import { canBePerson, isShortName } from './surnames.ts';

test('a short name is a person’s if it begins with a family name and is no place', () => {
  for (const name of ['赵明', '欧阳雪', '上官云', '阿依古', '鹿长']) expect(canBePerson(name)).toBe(true);
  // Misread: 赵, 莫, 熊. Places: the head of a firm's name.
  for (const name of ['起明远', '英伟明', '能水明', '佳木斯', '深圳']) expect(canBePerson(name)).toBe(false);
  expect(['赵明', '欧阳雪', '云岚商行'].map(isShortName)).toEqual([true, true, false]);
});
