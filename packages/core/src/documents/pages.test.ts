import { expect, test } from 'vitest';
import { fold } from './normalise.ts';
import { isPageNumber } from './page-numbers.ts';
import { Gap, readPages } from './pages.ts';
import { readerOf } from './plain-text.ts';
import { unifyRadicals } from './radicals.ts';
import type { PageText } from './types.ts';

test('radicals become the characters they stand for, one for one', () => {
  expect(unifyRadicals('⽂件⼈⺠⻅⻓⼾⻚')).toBe('文件人民见长户页');
  const all = Array.from({ length: 0x2fd6 - 0x2e80 }, (_, index) => String.fromCharCode(0x2e80 + index)).join('');
  expect(unifyRadicals('实施\u2329办法\u232a不\uf967')).toBe('实施〈办法〉不不');
  expect(unifyRadicals('\uf0fe同意\uf0a8不同意 \uf052是\uf0a3否 听证\uf0d6 ❑陈述')).toBe(
    '☑同意□不同意 ☑是□否 听证√ □陈述',
  );
  expect(fold('\uf052同意◻不同意')).toBe('☑同意□不同意');
  const unified = unifyRadicals(all);
  expect(unified).toHaveLength(all.length);
  // Unassigned code points, the radical without an equivalent, and the 13 whose equivalent is beyond the basic plane stay.
  const left = [...unified].filter((character) => character >= '⺀' && character <= '⿕');
  expect(left.filter((character) => /\p{Assigned}/u.test(character))).toHaveLength(14);
  // Unicode's own compatibility mapping agrees on every Kangxi radical but 戶, which simplified fonts use for 户.
  for (let code = 0x2f00; code <= 0x2fd5; code++) {
    const radical = String.fromCharCode(code);
    expect(unifyRadicals(radical)).toBe(code === 0x2f3e ? '户' : radical.normalize('NFKC'));
  }
});

test('folding takes white space and hidden characters out and makes one form of widths', () => {
  expect(fold('（２０２４）　第１号：\u200b“甲”，￥')).toBe('(2024)第1号:“甲”,¥');
});

test('offsets lead back to the page, its range and its words', () => {
  const reader = readerOf('当 事 人：甲公司', '第2页\n地址：某路\n电话：1\n结束');
  const at = reader.dense.indexOf('地址');
  expect(reader.anchorOf(at, at + 5)).toEqual([
    { document: 'd01', file: 'text.txt', page: 2, quote: '地址：某路', range: [4, 9], box: null },
  ]);
  expect(reader.anchorOf(0, 4)[0]).toMatchObject({ page: 1, quote: '当 事 人：', range: [0, 6] });
  expect(reader.anchorOf(at - 3, at + 2).map((anchor) => anchor.page)).toEqual([1, 2]);
  expect(reader.gapBefore(at)).toBe(Gap.page);
  expect(reader.print(0, 7)).toBe('当事人：甲公司');
});

test('a box is the part of the runs the words take', () => {
  const text = '当事人：甲公司';
  const run = (part: string, x: number): { text: string; x: number; y: number; width: number; height: number } => ({
    text: part,
    x,
    y: 100,
    width: part.length * 10,
    height: 12,
  });
  const page: PageText = {
    number: 1,
    width: 595,
    height: 842,
    text,
    lines: [{ start: 0, end: text.length, runs: [run('当事人：', 50), run('甲公司', 90)] }],
  };
  const reader = readPages('d01', '1.pdf', [{ page, start: 0, end: text.length }]);
  expect(reader.anchorOf(4, 6)[0]?.box).toEqual([90, 100, 110, 112]);
  expect(reader.anchorOf(2, 5)[0]?.box).toEqual([70, 100, 100, 112]);
});

test('numbers of pages are no text', () => {
  for (const line of ['第2页', '第2页共3页', '-2-', '2', '2/3', '—12—', '共3页第2页', '第二页'])
    expect(isPageNumber(line)).toBe(true);
  for (const line of ['2024年', '第2条', '一、', '罚款2']) expect(isPageNumber(line)).toBe(false);
  expect(readerOf('甲\n乙\n依据\n— 2 —\n《丙法》\n丁\n戊').dense).toBe('甲乙依据《丙法》丁戊');
  expect(readerOf('正文没有说完\n又一行\n- 1 -', '接着说完').dense).toBe('正文没有说完又一行接着说完');
});

test('a line at the right margin wraps, a short one ends a paragraph', () => {
  const reader = readerOf(`${'一'.repeat(30)}\n${'二'.repeat(20)}\n三三`);
  expect(reader.wraps(30)).toBe(true);
  expect(reader.wraps(50)).toBe(false);
});

test('blanks behind every character of a line part nothing; one between words does', () => {
  const spaced = readerOf('甲 市 海 关 行 政 处 罚 决 定 书');
  expect([...spaced.dense].map((_, at) => spaced.gapBefore(at)).slice(1)).toEqual(Array(10).fill(Gap.none));
  expect(readerOf('甲市海关 行政处罚决定书').gapBefore(4)).toBe(Gap.space);
});
