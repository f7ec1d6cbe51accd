import { describe, expect, test } from 'vitest';
import { plainHead, plainOf } from '../plain.ts';
import type { Box } from '../protocol.ts';
import { lostRows, withLostRows } from './lost-rows.ts';
import type { OcrWord } from './tesseract.ts';

const [width, height, unit] = [600, 400, 30];

/** A white page with black boxes. */
function page(...boxes: readonly Box[]) {
  const title = plainHead(width, height);
  const bytes = Buffer.alloc(title.length + width * height, 255);
  title.copy(bytes);
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y++) bytes.fill(0, title.length + y * width + left, title.length + y * width + right);
  return plainOf(bytes);
}

/** The strokes of so many characters side by side: two bars and one that joins them. */
const print = (top: number, count: number, left = 40): Box[] =>
  Array.from({ length: count }, (_, at): Box[] => {
    const x = left + at * 34;
    return [
      [x, top, x + 26, top + 6],
      [x, top + 22, x + 26, top + unit],
      [x + 10, top, x + 16, top + unit],
    ];
  }).flat();

const words = (top: number, text: string, line: string): OcrWord[] =>
  [...text].map((one, at) => ({
    text: one,
    left: 40 + at * 34,
    top,
    width: 28,
    height: unit,
    confidence: 0.9,
    line,
  }));

const rows = [100, 160, 280].flatMap((top, at) => words(top, '本局依法决定如下处罚', `l${at}`));
const read = [100, 160, 280].flatMap((top) => print(top, 10));

describe('rows the engine saw no word in', () => {
  test('are found by their ink, between the others and above them', () => {
    const [above, between] = [print(40, 6, 150), print(220, 5)];
    expect(lostRows(rows, page(...read, ...above, ...between))).toEqual([
      [146, 32, 350, 78],
      [36, 212, 206, 258],
    ]);
  });

  test('are none where a line, a bar, a speck or half a row stands', () => {
    expect(lostRows(rows, page(...read))).toEqual([]);
    expect(lostRows(rows, page(...read, [40, 225, 560, 228]))).toEqual([]);
    expect(lostRows(rows, page(...read, [40, 215, 560, 245]))).toEqual([]);
    expect(lostRows(rows, page(...read, [300, 220, 320, 245]))).toEqual([]);
    expect(lostRows(rows, page(...read, ...print(196, 5).map(([l, t, r, b]): Box => [l, t - 6, r, b])))).toEqual([]);
  });

  test('are not looked for on a page with hardly any', () => {
    expect(lostRows(words(100, '本局依法', 'l0'), page(...print(100, 4), ...print(220, 5)))).toEqual([]);
  });
});

describe('what the second model reads in them', () => {
  const box: Box = [36, 212, 210, 258];
  const characters = (text: string, confidence = 0.97) =>
    [...text].map((one, at) => ({ text: one, confidence, x: 54 + at * 34 }));
  const lines = (own: readonly OcrWord[]): string[] =>
    [...new Set(own.map(({ line }) => line))].map((line) =>
      own
        .filter((word) => word.line === line)
        .map(({ text }) => text)
        .join(''),
    );

  test('stands where the row is, less sure than what both read', () => {
    const all = withLostRows(rows, [box], [characters('送达方式留')]);
    expect(lines(all)).toEqual(['本局依法决定如下处罚', '本局依法决定如下处罚', '送达方式留', '本局依法决定如下处罚']);
    expect(all.find(({ text }) => text === '送')).toMatchObject({ confidence: 0.75, left: 39, top: 220, height: 30 });
  });

  test('stays lost where it is not sure of each, or saw less or more than there is room for', () => {
    expect(withLostRows(rows, [box], [characters('送达方式留', 0.8)])).toEqual(rows);
    expect(withLostRows(rows, [box], [characters('送达')])).toEqual(rows);
    expect(withLostRows(rows, [box], [characters('送达方式留置送达当面')])).toEqual(rows);
    expect(withLostRows(rows, [box], [[]])).toEqual(rows);
  });
});
