import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import { extract } from './extract.ts';
import type { PageMark } from './marks.ts';
import { textFile } from './plain-text.ts';
import { recognise } from './recognise.ts';

const index = (rows: readonly string[]): string =>
  `卷内目录\n序号  文书名称  页号\n${rows.map((row, at) => `${at + 1}  ${row}`).join('\n')}`;
const filing = '立案审批表\n案由  超标排放\n行政机关负责人意见  同意立案。 周山 2031年3月2日';
const record =
  '现场检查笔录\n检查时间：2031年3月1日9时至10时\n检查地点：某厂\n检查人：王小山、李青\n当事人（签名）：吴大川';
const order = '责令改正通知书\n甲环责改〔2031〕4号\n某厂：\n现责令立即改正。\n2031年3月3日';
const decision = '行政处罚决定书\n甲环罚〔2031〕5号\n当事人：某厂\n决定给予罚款20000元的行政处罚。\n2031年5月10日';
const closing = '结案审批表\n行政机关负责人意见  同意结案。 周山 2031年6月15日';
const stranger = '排放口示意  某河北岸\n一号口  二号口\n绘图：李青';

const read = (...pages: readonly string[]) =>
  extract([textFile('a.txt', ...pages)], kinds, { id: 'c' }).documents.map(({ kind, title, pages: at }) => [
    kind,
    title,
    at[0],
  ]);

test('a paper whose heading nobody knows begins where the index says', () => {
  const rows = [
    '立案审批表  1',
    '现场检查笔录  2',
    '排放口位置图  3',
    '责令改正通知书  4',
    '行政处罚决定书  5',
    '结案审批表  6',
  ];
  const found = read(index(rows), filing, record, stranger, order, decision, closing);
  expect(found).toContainEqual(['unknown', '排放口位置图', 4]);
  expect(found).toContainEqual(['inspection-record', '现场检查笔录', 3]);
});

test('an index whose pages do not agree with the file cuts nothing', () => {
  const rows = [
    '立案审批表  9',
    '现场检查笔录  3',
    '排放口位置图  3',
    '责令改正通知书  7',
    '行政处罚决定书  2',
    '结案审批表  6',
  ];
  const found = read(index(rows), filing, record, stranger, order, decision, closing);
  expect(found.map(([kind]) => kind)).not.toContain('unknown');
});

test('the second page of a paper stays with it where the index lists nothing there', () => {
  const rows = ['立案审批表  1', '现场检查笔录  2', '责令改正通知书  4', '行政处罚决定书  5', '结案审批表  6'];
  const found = read(index(rows), filing, record, '（接上页）\n现场另有二号口。', order, decision, closing);
  expect(found.map(([kind]) => kind)).toEqual([
    'file-index',
    'filing-approval',
    'inspection-record',
    'correction-order',
    'penalty-decision',
    'closing-approval',
  ]);
});

test('a page that people joined to the paper before is not parted from it again', () => {
  const rows = [
    '立案审批表  1',
    '现场检查笔录  2',
    '排放口位置图  3',
    '责令改正通知书  4',
    '行政处罚决定书  5',
    '结案审批表  6',
  ];
  const file = textFile('a.txt', index(rows), filing, record, stranger, order, decision, closing);
  const titles = (marks: readonly PageMark[]) => recognise([file], kinds, marks).documents.map(({ title }) => title);
  expect(titles([])).toContain('排放口位置图');
  expect(titles([{ file: 'a.txt', page: 4, as: 'continues' }])).not.toContain('排放口位置图');
});
