import { expect, test } from 'vitest';
import { MarkedPages } from './marked.ts';

test('pages with characters that are none, of somebody’s own making or turned over are told, once each', () => {
  const pages = new MarkedPages();
  for (const [index, text] of ['罚款500元', '张\ue123', '\u202e元500款罚', '张\ufffd', '李\uefff', '●\uf06c'].entries())
    pages.look({ number: index + 1, text });
  expect(pages.notices()).toEqual([
    { kind: 'other', page: 4, message: expect.stringMatching(/^此页有的字读不出/u) },
    { kind: 'other', message: expect.stringMatching(/^第 2、5 页有自造字/u) },
    { kind: 'other', page: 3, message: expect.stringMatching(/^此页的文字里夹有颠倒书写方向的符号/u) },
  ]);
  expect(new MarkedPages().notices()).toEqual([]);
});
