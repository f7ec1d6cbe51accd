import { expect, test } from 'vitest';
import { plainHead, plainOf } from '../plain.ts';
import { countStrokes } from './strokes.ts';
import type { OcrWord } from './tesseract.ts';

/** A row 400 × 60 with strokes, each `[left, top, right, bottom, grey]`. */
function drawn(strokes: readonly (readonly [number, number, number, number, number])[]) {
  const title = plainHead(400, 60);
  const bytes = Buffer.alloc(title.length + 400 * 60, 240);
  title.copy(bytes);
  for (const [left, top, right, bottom, grey] of strokes)
    for (let y = top; y < bottom; y++) bytes.fill(grey, title.length + y * 400 + left, title.length + y * 400 + right);
  return plainOf(bytes);
}

const word = (text: string, left: number, confidence: number): OcrWord => ({
  text,
  confidence,
  line: '1.1.1',
  left,
  top: 10,
  width: 36,
  height: 36,
});
/** 条 and the like at both sides: strokes from top to bottom. */
const beside = [
  [60, 12, 76, 46, 20],
  [156, 12, 172, 46, 20],
] as const;
const two = [
  [106, 18, 126, 21, 20],
  [101, 40, 133, 44, 20],
] as const;
const three = [...two, [107, 29, 125, 32, 20]] as const;
const text = (read: string, ...strokes: Parameters<typeof drawn>[0][number][]): [string, number][] =>
  countStrokes([word('第', 10, 0.9), word(read, 96, 0.62), word('条', 290, 0.9)], drawn([...beside, ...strokes]))
    .slice(1, 2)
    .map((one) => [one.text, one.confidence]);

test('二 read as 三, and 三 as 二, are put right by their strokes; what agrees is confirmed', () => {
  expect(text('三', ...two)).toEqual([['二', 0.75]]);
  expect(text('二', ...three)).toEqual([['三', 0.75]]);
  expect(text('三', ...three)).toEqual([['三', 0.9]]);
  expect(text('十三', ...two)).toEqual([['十二', 0.75]]);
});

test('a faint stroke, one stroke alone and other characters leave what was read', () => {
  expect(text('三', ...two, [107, 29, 125, 32, 160])).toEqual([['三', 0.62]]);
  expect(text('三', [101, 40, 133, 44, 20])).toEqual([['三', 0.62]]);
  expect(text('三', ...two, [112, 10, 116, 46, 20])).toEqual([['三', 0.62]]);
  expect(text('工', ...two)).toEqual([['工', 0.62]]);
});
