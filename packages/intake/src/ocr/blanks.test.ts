import { expect, test } from 'vitest';
import { plainHead, plainOf } from '../plain.ts';
import { blanksBetween, blanksIn, mayHoldNames, tellBlanks } from './blanks.ts';
import type { OcrWord } from './tesseract.ts';

const blanks = (text: string, ...pieces: readonly number[]) => [...blanksIn(text, pieces)];

test('a blank between two names is told by the widths of the pieces it parts', () => {
  expect(blanks('罗小溪钱万里', 2.9, 2.95)).toEqual([3]);
  expect(blanks('罗溪钱万里', 1.85, 2.9)).toEqual([2]);
  expect(blanks('罗小溪钱万里2024年4月26日', 2.9, 2.95, 7)).toEqual([3]);
  // The figures before them are set wider than usual.
  expect(blanks('2024年4月26日罗小溪钱万里', 9.6, 2.9, 2.95)).toEqual([13]);
  expect(blanks('签名:罗小溪钱万里', 2.35, 2.9, 2.9)).toEqual([6]);
});

test('no blank is told where the widths do not come out even, or where one part is a single character', () => {
  expect(blanks('罗小溪钱万里', 5.9)).toEqual([]);
  expect(blanks('罗小溪钱万里', 2.4, 3.5)).toEqual([]);
  expect(blanks('案由某某', 0.9, 0.9, 1.9)).toEqual([]);
  expect(blanks('罗小溪万', 2.9, 0.9)).toEqual([]);
});

test('the line of a cell read as a stroke counts for nothing', () => {
  expect([...blanksBetween('签名|罗小溪钱万里', [1.9, 2.9, 2.95])]).toEqual([3, 6]);
  expect([...blanksBetween('文号|甲药监药罚2023|', [1.85, 7.1])]).toEqual([]);
});

test('only short lines with so many wide characters as names have are looked at', () => {
  expect(mayHoldNames('罗小溪钱万里')).toBe(true);
  expect(mayHoldNames('罗小溪')).toBe(false);
  // The number of a paper holds no names, however far apart its characters are set.
  expect(mayHoldNames('临山自然资罚字【2031]6号')).toBe(false);
  expect(mayHoldNames('2024年4月26日')).toBe(false);
  expect(mayHoldNames('当事人未按照规定设置安全警示标志且逾期未改正应当予以处罚的意见如下')).toBe(false);
});

/** A line of black squares, one for each character, `unit` pixels apart, with so much white before the fourth. */
function line(text: string, white: number) {
  const [width, height, unit] = [400, 60, 34];
  const title = plainHead(width, height);
  const bytes = Buffer.alloc(title.length + width * height, 255);
  title.copy(bytes);
  const words = [...text].map((character, index): OcrWord => {
    const left = 20 + index * unit + (index >= 3 ? white : 0);
    for (let y = 15; y < 45; y++) bytes.fill(0, title.length + y * width + left, title.length + y * width + left + 31);
    // The engine is half a character off.
    return { text: character, left: left + 8, top: 14, width: 20, height: 32, confidence: 0.9, line: '1' };
  });
  return { words, picture: plainOf(bytes) };
}

test('the word behind the blank is marked, and one that runs across it is parted', () => {
  const apart = line('罗小溪钱万里', 18);
  expect(tellBlanks(apart.words, apart.picture).map((word) => word.apart === true)).toEqual([
    false,
    false,
    false,
    true,
    false,
    false,
  ]);
  const [first, ...others] = apart.words;
  if (first === undefined) throw new Error('a line has words');
  const merged = [{ ...first, text: '罗小溪钱', width: 150 }, ...others.slice(3)];
  expect(tellBlanks(merged, apart.picture).map(({ text }) => text)).toEqual(['罗小溪', '钱', '万', '里']);
  const together = line('罗小溪钱万里', 0);
  expect(tellBlanks(together.words, together.picture)).toEqual(together.words);
});
