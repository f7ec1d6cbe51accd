import { expect, test } from 'vitest';
import type { Plain } from '../plain.ts';
import { besideGaps } from './gaps.ts';
import type { OcrWord } from './tesseract.ts';

const size = 30;

/** A row of characters a size apart, blocks of ink where the line has no space. */
function picture(line: string): Plain {
  const [width, height] = [1000, 100];
  const bytes = new Uint8Array(width * height).fill(235);
  for (const [at, one] of [...line].entries())
    if (one !== ' ')
      for (let y = 32; y < 58; y++)
        bytes.fill(40, y * width + 100 + at * size + 2, y * width + 100 + (at + 1) * size - 2);
  return { width, height, from: 0, bytes };
}

/** Each word from its place to another, in characters of the line. */
const words = (...all: readonly (readonly [text: string, from: number, to: number])[]): OcrWord[] =>
  all.map(([text, from, to]) => ({
    text,
    left: 100 + from * size,
    top: 31,
    width: (to - from) * size,
    height: 28,
    confidence: 0.9,
    line: '1',
  }));

const read = (line: string, own: readonly OcrWord[]): string =>
  besideGaps(own, picture(line))
    .map(({ text, left, apart }) => `${apart === true ? '|' : ''}${text}@${Math.round((left - 100) / size)}`)
    .join(' ');

test('a character before a blank that was taken to the word behind it stands before it', () => {
  const own = words(['甲乙丙', 0, 3], ['丁戊己', 6.5, 10]);
  expect(read('甲乙丙丁    戊己', own)).toBe('甲乙丙@0 丁@3 |戊己@8');
});

test('a blank where print stands is none, one that is there stays', () => {
  expect(read('甲乙丙丁戊', words(['甲乙', 0, 2], ['丙丁戊', 3.6, 5]))).toBe('甲乙@0 丙丁戊@2');
  const own = words(['甲乙', 0, 2], ['丙丁', 5, 7]);
  expect(besideGaps(own, picture('甲乙   丙丁'))).toBe(own);
});
