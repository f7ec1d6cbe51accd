import { expect, test } from 'vitest';
import { weighByScan } from './certainty.ts';
import { factOf } from './facts.ts';
import { readPages } from './pages.ts';
import type { PageText } from './types.ts';

const page = (confidence: number, source?: 'scan'): PageText => {
  const text = '2025年3月4日';
  const runs = [
    { text: '2025年', x: 0, y: 0, width: 50, height: 10, confidence: 0.96 },
    { text: '3月4日', x: 50, y: 0, width: 50, height: 10, confidence },
  ];
  return {
    number: 1,
    width: 100,
    height: 100,
    text,
    lines: [{ start: 0, end: text.length, runs }],
    ...(source && { source }),
  };
};
const read = (sheet: PageText): number | undefined => {
  const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: sheet.text.length }]);
  const facts = { 'decision.date': factOf(reader, '2025-03-04', 0, 9) };
  return weighByScan(facts, [sheet])['decision.date']?.confidence;
};

test('a value is as sure as the least certain of its words; below 0.6 it is not known', () => {
  expect(read(page(0.95, 'scan'))).toBe(0.95);
  expect(read(page(0.88, 'scan'))).toBe(0.95);
  expect(read(page(0.74, 'scan'))).toBe(0.725);
  expect(read(page(0.6, 'scan'))).toBe(0.5);
  expect(read(page(0.59, 'scan'))).toBeLessThan(0.5);
});

test('what the file itself says is not weighed', () => {
  expect(read(page(0.2))).toBe(0.95);
});

test('a code whose check character agrees stands by itself', () => {
  const sheet = page(0.3, 'scan');
  const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: 9 }]);
  const facts = {
    'party.code': factOf(reader, '91350100M000100Y43', 0, 9),
    'party.name': factOf(reader, '甲厂', 0, 9),
  };
  const weighed = weighByScan(facts, [sheet]);
  expect(weighed['party.code']?.confidence).toBe(0.95);
  expect(weighed['party.name']?.confidence).toBeLessThan(0.5);
});
