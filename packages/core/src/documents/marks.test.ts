import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { PageMark } from './marks.ts';
import { textFile } from './plain-text.ts';
import { recognise } from './recognise.ts';

const file = textFile(
  '案卷.pdf',
  '立案审批表\n案由：经营过期食品\n当事人：乙超市',
  '询问笔录\n询问时间：2025年3月5日\n问：你好。答：你好。',
  '问：还有什么。答：没有了。',
  '附：说明材料',
  '行政处罚决定书\n青市监罚〔2025〕8号\n当事人：乙超市\n经查明，当事人经营过期食品。',
);
const outline = (...marks: readonly Omit<PageMark, 'file'>[]): string[] =>
  recognise(
    [file],
    kinds,
    marks.map((mark) => ({ ...mark, file: file.name })),
  ).documents.map(({ kind, pages }) => `${kind} ${pages[0]}-${pages[1]}`);

test('without a word from people it is as recognised', () => {
  expect(outline()).toEqual(['filing-approval 1-1', 'inquiry-record 2-4', 'penalty-decision 5-5']);
});

test('a paper begins where a person says so, and is what they say', () => {
  expect(outline({ page: 4, as: 'begins', kind: 'evidence' })).toEqual([
    'filing-approval 1-1',
    'inquiry-record 2-3',
    'evidence 4-4',
    'penalty-decision 5-5',
  ]);
  expect(outline({ page: 5, as: 'begins', kind: 'no-penalty-decision' }).at(-1)).toBe('no-penalty-decision 5-5');
});

test('pages are joined to the paper before', () => {
  expect(outline({ page: 2, as: 'continues' })).toEqual(['filing-approval 1-4', 'penalty-decision 5-5']);
});

test('a page set aside is read by nobody, and no longer counts as unread', () => {
  expect(outline({ page: 4, as: 'attachment' })).toEqual([
    'filing-approval 1-1',
    'inquiry-record 2-3',
    'penalty-decision 5-5',
  ]);
  const lost = {
    ...file,
    pages: file.pages.map((page) => (page.number === 4 ? { ...page, text: '', unread: '需要识别' } : page)),
  };
  expect(recognise([lost], kinds).unread).toHaveLength(1);
  expect(recognise([lost], kinds, [{ file: file.name, page: 4, as: 'blank' }]).unread).toEqual([]);
});
