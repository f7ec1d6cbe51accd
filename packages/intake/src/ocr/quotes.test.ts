import { expect, test } from 'vitest';
import { withoutStrayQuotes } from './quotes.ts';
import type { OcrWord } from './tesseract.ts';

const words = (row: string): OcrWord[] =>
  row.split(' ').map((text, at) => ({
    text,
    left: at * 100,
    top: 0,
    width: 30 * text.length,
    height: 28,
    confidence: 0.9,
    line: '1',
  }));
const read = (row: string): string =>
  withoutStrayQuotes(words(row))
    .map(({ text, apart }) => (apart === true ? ` ${text}` : text))
    .join('');

test('marks without another half leave a blank, quotations and what may be half a bracket stay', () => {
  expect(read('甲某、乙某 ”执法 证号')).toBe('甲某、乙某 执法证号');
  expect(read('甲某 ” 乙某')).toBe('甲某 乙某');
  expect(read('甲“乙')).toBe('甲 乙');
  expect(read('称为“甲厂” 的 ”乙')).toBe('称为“甲厂”的 乙');
  expect(read('“产品 质量法》')).toBe('“产品质量法》');
  const [name, , other] = words('甲某 。 乙某');
  const doubted = [name, { ...words('。')[0], confidence: 0.2 }, other] as OcrWord[];
  expect(withoutStrayQuotes(doubted).map(({ text, apart }) => [text, apart])).toEqual([
    ['甲某', undefined],
    ['乙某', true],
  ]);
  expect(read('签名“盖章) 甲')).toBe('签名“盖章)甲');
});
