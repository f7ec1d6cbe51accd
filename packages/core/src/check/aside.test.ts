import { expect, test } from 'vitest';
import type { FileText } from '../documents/types.ts';
import type { Dictionary } from '../record/dictionary.ts';
import { papersOf } from './aside.ts';

const dictionary: Dictionary = new Map(
  [
    ['party.name', '当事人'],
    ['decision.date', '决定日期'],
  ].map(([path = '', label = '']) => [
    path,
    { path, type: path.endsWith('date') ? 'day' : 'text', label, from: [], fields: {} },
  ]),
);
const page = { number: 1, width: 0, height: 0, text: 'words', lines: [] };
const table = (...rows: string[][]): FileText => ({
  name: '登记.csv',
  sha256: '',
  format: 'csv',
  pages: [page],
  sheets: [{ name: '', rows: [['案号', '当事人', '决定日期'], ...rows] }],
});
const paper: FileText = { name: '决定书.txt', sha256: '', format: 'txt', pages: [page] };
const record: FileText = { name: 'a.json', sha256: '', format: 'json', pages: [page] };
const pages = (files: readonly FileText[]) => papersOf(files, dictionary).map((file) => file.pages.length);

test('rows of other cases and records of programs are no papers of a case, and are told', () => {
  const ledger = table(['A1', '甲公司', '2030-01-05'], ['A2', '乙公司', '2030-01-06']);
  expect(pages([paper, ledger, record])).toEqual([1, 0, 0]);
  const told = papersOf([paper, ledger, record], dictionary).map((file) => file.notices?.[0]?.message);
  expect(told).toEqual([undefined, expect.stringMatching(/^是台账/u), expect.stringMatching(/JSON/u)]);
});

test('alone they are what they are; a list of this case stays one of its papers', () => {
  expect(pages([record])).toEqual([1]);
  expect(pages([paper, table(['A1', '甲公司', '2030-01-05'], ['A1', '甲公司', '2030-01-06'])])).toEqual([1, 1]);
});
