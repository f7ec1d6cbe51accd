import { expect, test } from 'vitest';
import { writtenAs } from './counting.ts';

const run = (format: string, ...values: readonly number[]): string =>
  values.map((value) => writtenAs(format, value)).join(' ');

test('numbers are written as each format of Chinese counting has them', () => {
  expect(run('chineseCountingThousand', 1, 10, 11, 20, 99, 100, 101, 110, 111, 1000, 1001, 1010, 10_000, 10_010)).toBe(
    '一 十 十一 二十 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一 一千零一十 一万 一万零一十',
  );
  expect(run('japaneseCounting', 1, 10, 19, 20, 100)).toBe('一 十 十九 二十 一百');
  expect(run('ideographDigital', 1, 10, 25)).toBe('一 一〇 二五');
  expect(run('chineseLegalSimplified', 1, 10, 16, 105)).toBe('壹 壹拾 壹拾陆 壹佰零伍');
  expect(run('ideographTraditional', 1, 10, 11)).toBe('甲 癸 11');
  expect(run('ideographZodiacTraditional', 1, 13, 60)).toBe('甲子 丙子 癸亥');
});

test('letters, Roman numerals, circles and figures of full width', () => {
  expect(run('upperLetter', 1, 26, 27, 53)).toBe('A Z AA AAA');
  expect(run('lowerRoman', 4, 9, 14, 40, 90)).toBe('iv ix xiv xl xc');
  expect(run('decimalEnclosedCircleChinese', 1, 20, 21, 36)).toBe('① ⑳ ㉑ 36');
  expect(run('decimalEnclosedParen', 3, 21)).toBe('⑶ (21)');
  expect(run('decimalFullWidth', 12)).toBe('１２');
  expect(run('decimalZero', 7, 12)).toBe('07 12');
  expect(run('none', 5)).toBe('');
  expect([run('constructor', 5), run('unheard-of', 5)]).toEqual(['5', '5']);
});
