import { expect, test } from 'vitest';
import type { DrawingItem } from '../../drawing.ts';
import { pictureMark } from '../hands.ts';
import type { DrawnPiece } from './covers.ts';
import { drawingOf } from './strokes.ts';
import { type PageSheet, wordsOf } from './words.ts';

const point = 25.4 / 72;
/** A path in points, as items hold it: in millimetres. */
const path = (data: string, over: Partial<DrawingItem & { kind: 'path' }> = {}): DrawingItem => ({
  kind: 'path',
  matrix: [point, 0, 0, point, 0, 0],
  path: data,
  fill: null,
  stroke: '#000000',
  lineWidth: 0.25,
  opacity: 1,
  ...over,
});
const rounded = (boxes: readonly (readonly number[])[]) => boxes.map((box) => box.map((place) => Math.round(place)));

test('stroked lines, the sides of stroked boxes and thin bars painted are lines; what nobody sees is none', () => {
  const { strokes } = drawingOf([
    path('M 50 100 L 250 100'),
    path('M 0 0 L 60 0 L 60 40 L 0 40 Z'),
    path('M 0 50 L 80 50 L 80 51 L 0 51 Z', { fill: '#000000', stroke: null }),
    path('M 0 0 L 60 0 L 60 40 L 0 40 Z', { fill: '#000000', stroke: null }),
    path('M 0 0 L 60 0', { stroke: '#ffffff' }),
    path('M 0 0 L 60 0', { opacity: 0 }),
  ]);
  expect(rounded(strokes)).toEqual([
    [50, 100, 250, 100],
    [0, 0, 60, 0],
    [60, 0, 60, 40],
    [0, 40, 60, 40],
    [0, 0, 0, 40],
    [0, 50, 80, 51],
  ]);
});

test('the crooked lines of a pen are no rules but stand for a hand, near ones for one', () => {
  const { strokes, pictures } = drawingOf([
    path('M 100 100 Q 110 90 120 104'),
    path('M 118 101 L 124 106 L 119 112 L 130 117 L 128 103'),
    path('M 300 100 C 310 90 320 90 330 110'),
  ]);
  expect(strokes).toEqual([]);
  expect(rounded(pictures)).toEqual([
    [100, 100, 130, 117],
    [300, 100, 330, 110],
  ]);
});

const piece = (text: string, x: number, baseline: number): DrawnPiece => ({
  after: 0,
  text,
  x,
  baseline,
  width: text.length * 10,
  height: 10,
  turned: false,
});
const sheet = (items: readonly DrawingItem[], ...pieces: readonly DrawnPiece[]): PageSheet => ({
  items: [...items],
  pieces: [...pieces],
  hidden: [],
  lostPictures: 0,
  pictured: 0,
  textLimit: 1000,
  lost: [],
  width: 210,
  height: 297,
});
const form = [path('M 50 100 L 250 100 L 250 140 L 50 140 Z'), path('M 50 120 L 250 120'), path('M 130 100 L 130 140')];
const labels = [piece('当事人', 55, 114), piece('签名', 55, 134)];

test('an OFD tells the cells its lines make, the words of the template before those filled in', () => {
  const { page } = wordsOf(1, sheet(form, ...labels, piece('丙县某某米厂', 135, 114), piece('罗小溪', 135, 134)), []);
  expect(page.text).toBe('当事人  丙县某某米厂\n签名  罗小溪');
  expect(page.tables?.[0]?.cells.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
});

test('a hand in an empty cell leaves a mark, drawn by a pen or stamped by an electronic signature', () => {
  const ink = path('M 140 125 Q 150 122 165 136');
  const written = wordsOf(1, sheet([...form, ink], ...labels), []).page;
  expect(written.text).toContain(`签名  ${pictureMark}`);
  const box = { x: 145 * point, y: 124 * point, width: 40 * point, height: 14 * point };
  const stamped = wordsOf(1, sheet(form, ...labels), [{ page: '8', box, picture: null, name: '罗小溪' }]).page;
  expect(stamped.text).toContain(`签名  ${pictureMark}`);
  expect(wordsOf(1, sheet(form, ...labels), []).page.text).not.toContain(pictureMark);
});
