import type { FileText, PageText } from '@anjuan/core';
import { expect, test } from 'vitest';
import { nothingRead } from '../nothing.ts';

const page = (number: number, text: string, unread?: string): PageText => ({
  number,
  width: 0,
  height: 0,
  text,
  lines: [],
  ...(unread === undefined ? {} : { unread }),
});
const file = (name: string, pages: readonly PageText[], unreadable?: string): FileText => ({
  name,
  sha256: '',
  format: 'image',
  pages,
  ...(unreadable === undefined ? {} : { unreadable }),
});

test('where no page has a word nothing was read, and each page says why', () => {
  const read = nothingRead([
    file('1.png', [page(1, ' \n')]),
    file('2.tif', [page(1, '', '已损坏')]),
    file('3', [], '坏'),
  ]);
  expect(read?.map((one) => one.pages[0]?.unread ?? one.unreadable)).toEqual([
    expect.stringMatching(/没有认出任何文字.+请重新扫描/u),
    '已损坏',
    '坏',
  ]);
});

test('one word is enough for the case to be checked; blank pages beside it are told elsewhere', () => {
  expect(nothingRead([file('1.png', [page(1, '')]), file('2.png', [page(1, '甲')])])).toBeNull();
});
