import { expect, test } from 'vitest';
import { readRules } from '../../node.ts';
import { readerOf } from '../plain-text.ts';
import { checkIndex } from './index-check.ts';

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
