import { expect, test } from 'vitest';
import { weighByScan } from './certainty.ts';
import { factOf } from './facts.ts';
import { readPages } from './pages.ts';
import type { PageText } from './types.ts';

const page = (confidence: number, source?: 'scan', last = '3月4日', width = 50): PageText => {
  const text = `2025年${last}`;
  const runs = [
    { text: '2025年', x: 0, y: 0, width: 50, height: 10, confidence: 0.96 },
    { text: last, x: 50, y: 0, width, height: 10, confidence },
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
const weigh = (sheet: PageText, value: string): number | undefined => {
  const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: sheet.text.length }]);
  const facts = { 'decision.date': factOf(reader, value, 0, reader.dense.length) };
  return weighByScan(facts, [sheet])['decision.date']?.confidence;
};
const read = (sheet: PageText): number | undefined => weigh(sheet, '2025-03-04');
const name = (confidence: number, last = '厂'): number | undefined =>
  weigh(page(confidence, 'scan', last), `2025年${last}`);

test('a value is as sure as the least certain of its words; below 0.6 it is not known', () => {
  expect(name(0.95)).toBe(0.95);
  expect(name(0.88)).toBe(0.95);
  expect(name(0.74)).toBe(0.725);
  expect(name(0.6)).toBe(0.5);
  expect(name(0.59)).toBeLessThan(0.5);
});

test('several characters that the engine gives as one word are believed, unless it all but rejects them', () => {
  expect(name(0.4, '禾丰')).toBeGreaterThan(0.5);
  expect(name(0.3, '禾丰')).toBeLessThan(0.5);
});

test('what stands within a fixed phrase is believed, also with one character misread', () => {
  const sheet = (read: string): PageText => {
    const runs = [...read].map((text, at) => ({
      text,
      x: at * 10,
      y: 0,
      width: 10,
      height: 10,
      confidence: at === 4 ? 0.1 : 0.95,
    }));
    const lines = [{ start: 0, end: read.length, runs }];
    return { number: 1, width: 200, height: 100, text: read, lines, source: 'scan' };
  };
  const agency = (read: string): { name: string; confidence: number } => {
    const reader = readPages('d01', 'a.pdf', [{ page: sheet(read), start: 0, end: read.length }]);
    const name = reader.print(0, read.length);
    const facts = weighByScan({ agency: factOf(reader, name, 0, read.length) }, [sheet(read)]);
    return { name, confidence: facts.agency?.confidence ?? 1 };
  };
  expect(agency('甲县市场监督管理局').confidence).toBeGreaterThan(0.5);
  expect(agency('甲县市场盗督管理局').name).toBe('甲县市场监督管理局');
  expect(agency('甲县市场盗督管理局').confidence).toBeGreaterThan(0.5);
  expect(agency('甲县草木养护管理局').confidence).toBeLessThan(0.5);
});

test('a date in figures is known though the engine doubts, but never as sure as one it does not doubt', () => {
  expect(read(page(0.95, 'scan'))).toBe(0.95);
  expect(read(page(0.5, 'scan'))).toBe(0.741);
  expect(read(page(0.1, 'scan'))).toBe(0.532);
});

test('a 1 as wide as two figures lost one; so did `1]` as narrow as one gain a stroke', () => {
  const day = (text: string, width: number, confidence = 0.2): number | undefined => {
    const sheet = page(0.96, 'scan', `3月${text}日`);
    const row = sheet.lines[0];
    const runs = [
      { text: '2025年3月', x: 0, y: 0, width: 60, height: 10, confidence: 0.96 },
      { text, x: 60, y: 0, width, height: 10, confidence },
      { text: '日', x: 80, y: 0, width: 10, height: 10, confidence: 0.9 },
    ];
    return weigh({ ...sheet, lines: [{ start: row?.start ?? 0, end: row?.end ?? 0, runs }] }, '2025-03-11');
  };
  expect(day('1', 4)).toBeGreaterThan(0.5);
  expect(day('1', 9)).toBeLessThan(0.5);
  expect(day('1]', 8, 0.9)).toBeGreaterThan(0.5);
  expect(day('1]', 4, 0.9)).toBeLessThan(0.5);
});

test('a bracket shares its doubt with the word it was cut from', () => {
  const text = '甲县乙局〈印章)';
  const sheet = (beside: number): PageText => ({
    ...page(0.9, 'scan'),
    text,
    lines: [
      {
        start: 0,
        end: text.length,
        runs: [
          { text: '甲县乙局', x: 0, y: 0, width: 40, height: 10, confidence: 0.34 },
          { text: '〈', x: 40, y: 0, width: 10, height: 10, confidence: beside },
        ],
      },
    ],
  });
  const agency = (beside: number): number | undefined => {
    const reader = readPages('d01', 'a.pdf', [{ page: sheet(beside), start: 0, end: text.length }]);
    const facts = { 'decision.agency': factOf(reader, '甲县乙局', 0, 4) };
    return weighByScan(facts, [sheet(beside)])['decision.agency']?.confidence;
  };
  expect(agency(0.34)).toBeGreaterThan(0.5);
  expect(agency(0.9)).toBeLessThan(0.5);
});

test('what the file itself says is not weighed', () => {
  expect(read(page(0.2))).toBe(0.95);
});

test('a code whose check character agrees stands by itself', () => {
  const sheet = page(0.3, 'scan', '甲厂');
  const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: 7 }]);
  const facts = {
    'party.code': factOf(reader, '91350100M000100Y43', 0, 7),
    'party.name': factOf(reader, '甲厂', 0, 7),
  };
  const weighed = weighByScan(facts, [sheet]);
  expect(weighed['party.code']?.confidence).toBe(0.95);
  expect(weighed['party.name']?.confidence).toBeLessThan(0.5);
});

test('figures that two looks at the picture read differently are not known', () => {
  const sheet = page(0.5, 'scan');
  const lines = sheet.lines.map((line) => ({
    ...line,
    runs: line.runs.map((run) => ({ ...run, disputed: true as const })),
  }));
  expect(read(sheet)).toBeGreaterThan(0.5);
  expect(read({ ...sheet, lines })).toBe(0);
});

test('an article is no surer than the title of its law, which stands before the article cited first', () => {
  const text = '《甲乙丙法》第五条、第九条';
  const runs = ['《甲', '乙丙法', '》第五条、', '第九条'].map((word, at) => ({
    text: word,
    x: at * 50,
    y: 0,
    width: 50,
    height: 10,
    confidence: at === 1 ? 0.2 : 0.95,
  }));
  const sheet: PageText = {
    number: 1,
    width: 200,
    height: 100,
    text,
    lines: [{ start: 0, end: 13, runs }],
    source: 'scan',
  };
  const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: text.length }]);
  const value = [
    { law: '甲乙丙法', article: '5', anchors: reader.anchorOf(0, 9) },
    { law: '甲乙丙法', article: '9', anchors: reader.anchorOf(10, 13) },
  ];
  const weighed = weighByScan({ list: factOf(reader, value, 0, 13) }, [sheet]).list?.value;
  expect(weighed).toEqual([
    { ...value[0], confidence: expect.closeTo(0.16, 1) },
    { ...value[1], confidence: expect.closeTo(0.16, 1) },
  ]);
});

test('a listed place is believed though the engine rejects it, not where the page names one that is like it', () => {
  const place = (text: string): number => {
    const runs = [...text].map((one, at) => ({
      text: one,
      x: at * 10,
      y: 0,
      width: 10,
      height: 10,
      confidence: at === 0 ? 0.1 : 0.95,
    }));
    const lines = [{ start: 0, end: text.length, runs }];
    const sheet: PageText = { number: 1, width: 100, height: 100, text, lines, source: 'scan' };
    const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: text.length }]);
    const facts = { 'decision.agency': factOf(reader, '洪江市环境保护局', 0, 8) };
    return weighByScan(facts, [sheet])['decision.agency']?.confidence ?? 1;
  };
  expect(place('洪江市环境保护局')).toBeGreaterThan(0.5);
  expect(place('洪江市环境保护局送湛江市法院')).toBeLessThan(0.5);
});

test('a letter among others beside figures may be a figure, however surely it was read', () => {
  expect(name(0.95, 'B2l6')).toBeLessThan(0.5);
  expect(name(0.95, 'B216')).toBeGreaterThan(0.5);
});

test('who begins with no family name was misread, and a place is the head of a longer name', () => {
  const person = (value: string, path = 'party.representative'): number | undefined => {
    const runs = [{ text: value, x: 0, y: 0, width: 30, height: 10, confidence: 0.97 }];
    const lines = [{ start: 0, end: value.length, runs }];
    const sheet: PageText = { number: 1, width: 100, height: 100, text: value, lines, source: 'scan' };
    const reader = readPages('d01', 'a.pdf', [{ page: sheet, start: 0, end: value.length }]);
    return weighByScan({ [path]: factOf(reader, value, 0, value.length) }, [sheet])[path]?.confidence;
  };
  expect(person('赵明远')).toBe(0.95);
  expect(person('起明远')).toBeLessThan(0.5);
  expect(person('佳木斯', 'party.name')).toBeLessThan(0.5);
  expect(person('云岚商行', 'party.name')).toBe(0.95);
  expect(person('甲县云岚路?号', 'party.address')).toBeLessThan(0.5);
  expect(person('甲县云岚路7号4楼(', 'party.address')).toBeLessThan(0.5);
  expect(person('甲县云岚路7号(4楼)', 'party.address')).toBe(0.95);
});
