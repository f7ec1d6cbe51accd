import { expect, test } from 'vitest';
import { decodeText } from './text.ts';

const words =
  '當事人：某某商行，未經許可從事食品經營活動，違法所得貳仟元。本機關決定給予罰款五千元的行政處罰，限十五日內繳納。';
/** The same in Big5, which nothing here writes. */
const big5 = Buffer.from(
  'b7eda8c6a448a147ac59ac59b0d3a6e6a141a5bcb867b35ca569b171a8c6adb9ab7eb867c0e7aca1b0caa141b948aa6ba9d2b16fb64ca561a4b8a143a5bbbef7c3f6a84da977b5b9a4a9bb40b4daa4ada464a4b8aabaa6e6ac46b342bb40a141adada451a4ada4e9a4bac3baafc7a143',
  'hex',
);

test('a text in Big5 is read as that, one in GB 18030 as that', () => {
  expect(decodeText(big5)).toBe(words);
  const plain = Buffer.from([0xb5, 0xb1, 0xca, 0xc2, 0xc8, 0xcb, 0xa3, 0xba]);
  expect(decodeText(plain)).toBe('当事人：');
  expect(decodeText(Buffer.from(words))).toBe(words);
  expect(() => decodeText(Buffer.from([0xff]))).toThrow('编码认不出');
});
