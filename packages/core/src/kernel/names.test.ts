import { expect, test } from 'vitest';
import { sameBody } from './names.ts';

test.each([
  ['江城县人民政府', '江城县人民政府', true],
  ['宝坻区人民政府', '天津市宝坻区人民政府', true],
  ['内蒙古自治区鄂温克族自治旗人民政府', '鄂温克族自治旗人民政府', true],
  ['江城县 人民法院', '东江省东江市江城县人民法院', true],
  ['江城县人民政府', '临江县人民政府', false],
  ['江城县人民政府', '西江城县人民政府', false],
  ['县人民政府', '江城县人民政府', false],
  ['人民政府', '江城县人民政府', false],
  ['江城县人民政府', '江城县人民政府办公室', false],
])('%s and %s: %s', (one, other, same) => {
  expect(sameBody(one, other)).toBe(same);
  expect(sameBody(other, one)).toBe(same);
});
