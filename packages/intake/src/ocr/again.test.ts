import { expect, test } from 'vitest';
import { chooseReading, linesAgain } from './again.ts';
import type { OcrWord } from './tesseract.ts';

const word = (text: string, confidence: number, line = '1.1.1', left = 100): OcrWord => ({
  text,
  confidence,
  line,
  left,
  top: 100 + Number(line.split('.')[2]) * 40,
  width: text.length * 30,
  height: 30,
});
const said = (words: readonly OcrWord[]): string => words.map(({ text }) => text).join('');

test('lines that may tell a fact and were read badly are looked at again, and not more of the page than costs little', () => {
  const page = [
    word('当事人:', 0.95, '1.1.1'),
    word('甲县鑫发公司', 0.2, '1.1.1', 250),
    word('今天天气好得让人', 0.2, '1.1.2'),
    word('2024年3月4日违法事实清楚证据确凿依法作出以下决定', 0.93, '1.1.3'),
    word('3肥', 0.1, '1.1.4'),
  ];
  // Of a page so short, the worst one.
  expect(linesAgain(page, 0).map((line) => said(line.words))).toEqual(['3肥']);
  const sure = Array.from({ length: 40 }, (_, at) =>
    word('经查明当事人的上述行为有下列证据证实', 0.95, `1.1.${at + 9}`),
  );
  expect(linesAgain([...page, ...sure], 0).map((line) => said(line.words))).toEqual(['当事人:甲县鑫发公司', '3肥']);
  const rows = Array.from({ length: 30 }, (_, at) =>
    word('罚款人民币壹拾贰万元整并责令改正违法行为', 0.59, `1.1.${at}`),
  );
  expect(linesAgain([...rows, word('以上事实', 0.99, '1.1.40')], 0).length).toBeLessThanOrEqual(3);
});

test('pages that are no print, or lie upside down, are not looked at again', () => {
  expect(linesAgain([word('瑟汉莹:号', 0.2, '1.1.1'), word('甲', 0.5, '1.1.2')], 0)).toEqual([]);
});

test('the surer reading stands, unless it lost half of the line', () => {
  const first = [word('党', 0.5), word('农罚【2024]93号', 0.6)];
  expect(said(chooseReading(first, [word('涪农罚【2024]93号', 0.8)]))).toBe('涪农罚【2024]93号');
  expect(said(chooseReading(first, [word('涪农罚', 0.9)]))).toBe('党农罚【2024]93号');
  expect(said(chooseReading(first, [word('浩农罚【2024]93号', 0.5)]))).toBe('党农罚【2024]93号');
  expect(chooseReading(first, [])).toBe(first);
});

test('figures that differ and of which neither look is sure are disputed', () => {
  const first = [word('罚款', 0.9), word('5000', 0.4), word('元', 0.9)];
  expect(chooseReading(first, [word('罚款', 0.9), word('3000', 0.4), word('元', 0.9)])).toEqual([
    first[0],
    { ...first[1], disputed: true },
    first[2],
  ]);
  expect(chooseReading(first, [word('罚款', 0.9), word('5000', 0.3), word('元', 0.8)])).toBe(first);
  const sure = [word('罚款', 0.95), word('3000', 0.95), word('元', 0.95)];
  expect(chooseReading(first, sure)).toEqual(sure);
});
