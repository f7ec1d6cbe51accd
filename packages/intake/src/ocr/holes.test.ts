import { expect, test } from 'vitest';
import type { Plain } from '../plain.ts';
import { inkBetween, isLostBetween } from './holes.ts';
import type { OcrWord } from './tesseract.ts';

/** A white row, 30 high, that is black where the rule says. */
function row(black: (x: number, y: number) => boolean): Plain {
  const [width, height] = [200, 30];
  const bytes = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) bytes[y * width + x] = black(x, y) ? 0 : 255;
  return { width, height, from: 0, bytes };
}
const words: OcrWord[] = [{ text: '甲', confidence: 0.9, line: '1.1.1', left: 0, top: 0, width: 30, height: 30 }];
/** Strokes of a character between 80 and 110, of its neighbours before and behind. */
const strokes = (x: number, y: number): boolean => (x % 6 < 3 && y > 3 && y < 27) || y === 8;

test('strokes of a character are print; white, a rule, a line to write on and the edge of a neighbour are not', () => {
  const seen = (black: (x: number, y: number) => boolean): boolean => inkBetween(row(black), words, 82, 108);
  expect(seen((x, y) => strokes(x, y))).toBe(true);
  expect(seen((x, y) => (x < 70 || x > 120) && strokes(x, y))).toBe(false);
  expect(seen((x, y) => (x < 70 && strokes(x, y)) || x === 95)).toBe(false);
  expect(seen((x, y) => (x < 70 && strokes(x, y)) || y > 27)).toBe(false);
  expect(seen((x, y) => x < 88 && strokes(x, y))).toBe(false);
});

test('what neither reader read before a blank that parts two names is print all the same', () => {
  const lost = (to: number, black: (x: number, y: number) => boolean): boolean =>
    isLostBetween({ text: '霖', x: 65, confidence: 0.99 }, { text: '文', x: to }, 30, (from, end) =>
      inkBetween(row(black), words, from, end),
    );
  const third = (x: number, y: number): boolean => x > 80 && x < 110 && strokes(x, y);
  expect([lost(125, third), lost(185, third), lost(185, () => false)]).toEqual([true, true, false]);
});
