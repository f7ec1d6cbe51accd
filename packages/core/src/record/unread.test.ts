import { expect, test } from 'vitest';
import { gapsOf, lostInWords, placeOf, unreadPage, unreadWord } from './unread.ts';

const page = (number: number | null, reason: string, file = '案卷.pdf') => ({ file, page: number, reason });

test('pages of one file that share a reason are one entry, with runs of pages', () => {
  const scan = (number: number) => page(number, `第 ${number} 页是扫描图像，需要文字识别（OCR）`);
  const gaps = gapsOf([scan(7), scan(3), scan(5), scan(6), page(9, '第 9 页的内容在文件中缺失。')]);
  expect(gaps.map((gap) => `${placeOf(gap)}：${gap.reason}`)).toEqual([
    '案卷.pdf 第 3、5–7 页：是扫描图像，需要文字识别（OCR）',
    '案卷.pdf 第 9 页：内容在文件中缺失',
  ]);
});

test('a file of which nothing was read is no page 1, also beside unread pages of another', () => {
  const unread = [page(null, '文件已加密', '决定书.pdf'), page(1, '已损坏')];
  expect(gapsOf(unread).map(placeOf)).toEqual(['决定书.pdf', '案卷.pdf 第 1 页']);
  expect([lostInWords(unread), lostInWords([page(2, 'x')]), lostInWords([])]).toEqual([
    '1 个文件、1 页没有读出',
    '1 页没有读出',
    '',
  ]);
});

test('a page with words is told as one that may not be read whole, apart from what was not read at all', () => {
  const some = unreadPage('案卷.pdf', { number: 2, text: '询问笔录' }, '已损坏');
  const none = unreadPage('案卷.pdf', { number: 3, text: ' \n' }, '已损坏');
  expect(gapsOf([some, none]).map((gap) => `${placeOf(gap)}${unreadWord(gap)}`)).toEqual([
    '案卷.pdf 第 2 页可能没有读全',
    '案卷.pdf 第 3 页没有读出',
  ]);
  expect([lostInWords([some, none]), lostInWords([some])]).toEqual([
    '1 页没有读出，1 页可能没有读全',
    '1 页可能没有读全',
  ]);
});
