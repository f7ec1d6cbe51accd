import { expect, test } from 'vitest';
import { marksByPage } from './marks.ts';
import { pageNotices } from './page-notices.ts';
import type { FileText, PageText } from './types.ts';

const page = (number: number, text: string, confidence?: number): PageText => ({
  number,
  width: 595,
  height: 842,
  text,
  lines:
    confidence === undefined
      ? []
      : [{ start: 0, end: text.length, runs: [{ text, x: 0, y: 0, width: 9, height: 9, confidence }] }],
  ...(confidence === undefined ? {} : { source: 'scan' as const }),
});
const file = (pages: readonly PageText[]): FileText => ({ name: '案卷.pdf', sha256: '', format: 'pdf', pages });
const told = (pages: readonly PageText[], marks = marksByPage([])) =>
  pageNotices(file(pages), marks).map(({ page: first, kind, message }) => [first, kind, message.split('，')[0]]);

test('pages taken for blank are told once a file, those a person set aside are not', () => {
  const pages = [page(1, '决定书'), page(2, ' '), page(3, ''), page(4, '')];
  expect(told(pages)).toEqual([[2, 'blank', '第 2–4 页没有文字']]);
  expect(told(pages, marksByPage([{ file: '案卷.pdf', page: 3, as: 'blank' }]))).toEqual([
    [2, 'blank', '第 2、4 页没有文字'],
  ]);
});

test('a page recognised with little certainty is told, one at the bound is not, nor one that was never a picture', () => {
  expect(told([page(1, '决定书', 0.59)])).toEqual([[1, 'doubtful', '第 1 页的图像不清楚']]);
  expect(told([page(1, '决定书', 0.6), page(2, '决定书')])).toEqual([]);
});

test('a page that was not read is no blank page', () => {
  expect(told([{ ...page(1, ''), unread: '是扫描图像' }])).toEqual([]);
});
