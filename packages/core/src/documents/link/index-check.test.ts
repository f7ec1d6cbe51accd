import { expect, test } from 'vitest';
import { readRules } from '../../node.ts';
import { readerOf } from '../plain-text.ts';
import { checkIndex, tellPart } from './index-check.ts';

const { pack } = await readRules();
const paper = (kind: string, title: string, text = title) => ({
  id: title,
  kind,
  title,
  file: 'f',
  pages: [1, 1] as [number, number],
  confidence: 1,
  reader: readerOf(text),
});
const papers = [
  paper('filing-approval', '立案审批表'),
  paper('correction-order', '责令（限期）改正违法行为通知书'),
  paper('service-receipt', '文书送达回证'),
  paper('penalty-decision', '行政处罚决定书'),
];
const check = (rows: string) =>
  checkIndex([paper('file-index', '卷内目录', `卷内目录\n${rows}`), ...papers], pack.kinds, true);

test('an index whose narrow cells break titles lists them all the same', () => {
  const facts = check(
    '1  立案审批表  1\n   责令（限期）改正违法行为通知\n2  2021.5.19  10\n   书\n   文书送达回证（责令（限期）改\n3  11\n   正违法行为通知书）\n4  行政处罚决定书  12',
  );
  expect(facts['archive.unlisted']?.value).toEqual([]);
  expect(facts['archive.missing']?.value).toEqual([]);
});

test('what is there and not listed, and what is listed and not there', () => {
  const facts = check(
    '1  立案审批表  1\n2  责令（限期）改正违法行为通知书  2\n3  集体讨论记录  3\n4  行政处罚决定书  4',
  );
  expect(facts['archive.unlisted']?.value).toEqual(['送达回证']);
  expect(facts['archive.missing']?.value).toEqual(['集体讨论记录']);
});

test('order and page numbers of the papers against the index', () => {
  const kinds = [
    ['filing-approval', '立案审批表'],
    ['inspection-record', '现场检查笔录'],
    ['inquiry-record', '询问笔录'],
    ['investigation-report', '案件调查终结报告'],
    ['penalty-notice', '行政处罚告知书'],
    ['penalty-decision', '行政处罚决定书'],
  ] as const;
  const compare = (rows: readonly string[], files: readonly number[]) => {
    const bundle = kinds.map(([kind, title], index) => ({
      ...paper(kind, title),
      pages: [files[index], files[index]] as [number, number],
    }));
    const index = paper('file-index', '卷内目录', `卷内目录\n${rows.join('\n')}`);
    const facts = checkIndex([index, ...bundle], pack.kinds, true);
    return [facts['archive.out-of-order']?.value, facts['archive.page-numbers-match']?.value];
  };
  const rows = kinds.map(([, title], at) => `${at + 1}  ${title}  2025.3.${at + 1}  ${at + 1}`);
  expect(compare(rows, [3, 4, 5, 6, 7, 8])).toEqual([false, true]);
  expect(compare(rows, [3, 4, 5, 6, 8, 9])).toEqual([false, false]);
  expect(compare(rows, [3, 4, 6, 5, 7, 8])).toEqual([true, undefined]);
  expect(compare(rows.slice(0, 4), [3, 4, 5, 6, 7, 8])).toEqual([undefined, undefined]);
});

test('an index of which half is not there tells that a part of the file was given', () => {
  const titles = ['现场检查笔录', '询问笔录', '案件调查终结报告', '行政处罚告知书', '结案审批表', '听证笔录'];
  const rows = (count: number) =>
    ['立案审批表', '行政处罚决定书', '送达回证', ...titles.slice(0, count)].map(
      (title, at) => `${at + 1}  ${title}  ${at + 1}`,
    );
  const told = (count: number) =>
    tellPart([paper('file-index', '卷内目录', `卷内目录\n${rows(count).join('\n')}`), ...papers], pack.kinds);
  expect(told(5)?.message).toContain('有 5 种不在所给的材料里（现场检查笔录、询问笔录、案件调查终结报告等）');
  // What is lost from a file is told as lost.
  expect(told(2)).toBeNull();
});
