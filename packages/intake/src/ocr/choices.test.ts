import { expect, test } from 'vitest';
import type { PicturePage } from '../protocol.ts';
import { withChoices } from './choices.ts';
import type { OcrWord } from './tesseract.ts';

const word = (text: string, left: number, width: number, line = '1', confidence = 0.9): OcrWord => ({
  text,
  left,
  top: 100,
  width,
  height: 28,
  confidence,
  line,
});

function page(boxes: readonly (readonly [left: number, ticked: boolean])[]): PicturePage {
  return {
    regions: [{ pixels: [0, 0, 1000, 200], place: 0, cell: null }],
    boxes: boxes.map(([left, ticked]) => ({ pixels: [left, 102, left + 24, 126], ticked })),
  } as unknown as PicturePage;
}

const read = (words: readonly OcrWord[], boxes: readonly (readonly [number, boolean])[]): string =>
  withChoices(words, page(boxes))
    .map(({ text }) => text)
    .join('');

test('boxes stand where they stood, before a word that the engine lets begin in the blank', () => {
  const words = [word('直接', 130, 60), word('”送达', 190, 60), word('留置送达', 260, 160)];
  expect(
    read(words, [
      [100, true],
      [270, false],
    ]),
  ).toBe('☑直接”送达□留置送达');
  expect(
    read(
      [word('甲', 40, 30), word('“乙', 130, 60)],
      [
        [8, false],
        [100, true],
      ],
    ),
  ).toBe('□甲☑乙');
});

test('a stroke where another choice has its box is a tick, and 口 within a word that character', () => {
  expect(read([word('v', 100, 20), word('同意', 130, 60), word('不同意', 260, 90)], [[230, false]])).toBe(
    '√同意□不同意',
  );
  expect(read([word('甲', 100, 30), word('市', 160, 30)], [[133, false]])).toBe('甲□市');
  expect(read([word('户', 100, 30), word('所在地', 160, 90)], [[133, false]])).toBe('户口所在地');
});

test('a box beside no words is a line of its own, and pages without boxes stay as they are', () => {
  expect(read([{ ...word('备注', 100, 60), top: 20 }], [[300, true]])).toBe('备注☑');
  const words = [word('v', 100, 20), word('同意', 130, 60)];
  expect(withChoices(words, page([]))).toBe(words);
});
