import { expect, test } from 'vitest';
import { layOutInCells } from '../cells.ts';
import { withPictures } from '../hands.ts';
import type { Piece } from '../layout.ts';
import { drawingIn } from './bytes/drawing.ts';
import { boxesOf, formsOf } from './forms.ts';

const strokesIn = (content: string) => drawingIn(Buffer.from(content, 'latin1')).strokes;

/** A form of two rows: 60 and 140 points wide cells above, one over both below; its corner at 50, 700. */
const stroked = '50 700 200 40 re S 110 720 m 110 740 l S 50 720 m 250 720 l S 110 700 m 110 720 l n';
const view = [1, 0, 0, -1, 0, 842];

const piece = (text: string, x: number, baseline: number): Piece => ({
  text,
  x,
  baseline,
  width: text.length * 10,
  height: 10,
  turned: false,
});

test('level and upright lines are found, stroked or painted as thin bars; what only clips or is curved is none', () => {
  expect(strokesIn(stroked)).toHaveLength(6);
  expect(strokesIn('0 0 m 100 0 l S 0 0 1 80 re f 5 5 60 60 re f 0 9 m 9 9 40 40 60 9 c S 0 1 80 1 re W n')).toEqual([
    [0, 0, 100, 0],
    [0, 0, 1, 80],
  ]);
});

test('lines are followed through the matrix and its saved states, past words shown', () => {
  const content = 'q 2 0 0 2 10 10 cm (5 5 m \\) l) Tj 0 0 m 50 0 l S 0 0 m 0 20 l S Q 0 0 m 50 0 l S 0 0 m 0 50 l S';
  expect(strokesIn(content)).toEqual([
    [10, 10, 110, 10],
    [10, 10, 10, 50],
    [0, 0, 50, 0],
    [0, 0, 0, 50],
  ]);
});

test('a page with two lines under words is no form', () => {
  expect(strokesIn('72 700 m 300 700 l S 72 680 m 300 680 l S')).toEqual([]);
  expect(
    formsOf(
      [
        [72, 700, 300, 700],
        [72, 680, 300, 680],
      ],
      view,
    ),
  ).toEqual([]);
});

test('cells keep their own words in the order of the form, whatever order they were written in', () => {
  const forms = formsOf(strokesIn(stroked), view);
  expect(forms.map((cells) => cells.map(({ row, column, columns }) => [row, column, columns]))).toEqual([
    [
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 2],
    ],
  ]);
  const written = [
    piece('题目', 100, 90),
    piece('乙县某某商行', 115, 112),
    piece('备注：无', 55, 135),
    piece('当事人', 55, 114),
    piece('末行', 50, 200),
  ];
  const page = layOutInCells({ number: 1, width: 595, height: 842 }, written, forms);
  expect(page?.text).toBe('题目\n当事人  乙县某某商行\n备注：无\n末行');
  expect(page?.tables?.[0]?.cells.map(({ start, end }) => page.text.slice(start, end))).toEqual([
    '当事人',
    '乙县某某商行',
    '备注：无',
  ]);
});

test('where words run across the lines it is no form', () => {
  const forms = formsOf(strokesIn(stroked), view);
  const across = [piece('当事人乙县某某商行', 55, 114), piece('备注', 55, 135)];
  expect(layOutInCells({ number: 1, width: 595, height: 842 }, across, forms)).toBeNull();
});

test('a small picture beside a place to sign leaves a mark among the words; one over words or by the title leaves none', () => {
  const { pictures } = drawingIn(Buffer.from('q 60 0 0 20 200 690 cm /Im1 Do Q'));
  expect(pictures).toEqual([[200, 690, 260, 710]]);
  const hand = boxesOf(pictures, view);
  const textOf = (...words: readonly Piece[]) => withPictures(words, hand, []).map(({ text }) => text);
  expect(textOf(piece('当事人签名：', 50, 145), piece('日期', 300, 145))).toEqual(['当事人签名：', '\ufffc', '日期']);
  expect(textOf(piece('当事人签名：', 50, 145), piece('罗小溪', 210, 145))).toEqual(['当事人签名：', '罗小溪']);
  expect(textOf(piece('行政处罚决定书', 50, 145))).toEqual(['行政处罚决定书']);
  expect(withPictures([], hand, formsOf(strokesIn(stroked), view))).toEqual([]);
  const wide = boxesOf([[20, 100, 500, 700]], view);
  expect(withPictures([piece('当事人签名：', 5, 145)], wide, [])).toHaveLength(1);
});
