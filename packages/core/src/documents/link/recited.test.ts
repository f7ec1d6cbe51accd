import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { recitedFiling, recitedNotice } from './recited.ts';

test.each([
  ['我局于2023年11月9日告知你公司违法事实、处罚依据和拟作出的处罚决定。', '2023-11-09'],
  ['我局于2025年9月10日以《行政处罚事先告知书》（某环罚告〔2025〕14号）告知你陈述申辩权。', '2025-09-10'],
  ['2024年1月3日，本局向当事人送达了《行政处罚告知书》，当事人在2024年1月5日提出陈述。', '2024-01-03'],
  ['本机关于二〇二四年三月一日依法向当事人直接送达行政处罚听证告知书。', '2024-03-01'],
  ['2023年5月9日，执法人员现场检查，并告知当事人有陈述、申辩的权利。', null],
  ['2024年1月5日，当事人收到本局告知书后提出申辩。', null],
  ['2024年1月5日立案。本局告知你单位有权陈述、申辩。', null],
])('notice told in a decision: %s', (text, day) => {
  expect(recitedNotice(readerOf(text))?.value ?? null).toBe(day);
});

test.each([
  ['本局于2026年1月9日批准立案。', '2026-01-09'],
  ['2026年1月9日检查发现上述行为，后予以立案。', null],
  ['2026年1月9日不予立案。', null],
])('filing told in another paper: %s', (text, day) => {
  expect(recitedFiling(readerOf(text))?.value ?? null).toBe(day);
});
