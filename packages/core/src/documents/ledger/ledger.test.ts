import { expect, test } from 'vitest';
import { readRules } from '../../node.ts';
import { readHead, withMapping } from './columns.ts';
import { ledgerRecords } from './records.ts';

const { pack } = await readRules();
const rows = [
  ['2026年行政处罚台账'],
  ['序号', '行政处罚决定书文号', '当事人名称', '立案时间', '处罚日期', '罚款金额（万元）', '备注'],
  ['1', '某罚〔2026〕1号', '甲公司', '二〇二六年一月五日', '2026/4/5', '0.5', ''],
  ['2', '某罚〔2026〕2号', '乙店', '2026-02-30', '20260406', '壹万元整', 'x'],
  ['合计', '', '', '', '', '1.5', ''],
];

test('headings are found below a title, by other names and with their unit', () => {
  const head = readHead(rows, pack.dictionary);
  expect(head?.row).toBe(1);
  expect(head?.columns.map((column) => column.path)).toEqual([
    null,
    'decision.number',
    'party.name',
    'filing.date',
    'decision.date',
    'decision.fine',
    null,
  ]);
  expect(readHead([['品名', '数量', '单价']], pack.dictionary)).toBeNull();
});

test('each row is a record that is not the whole file; a cell that is no such value is told and left out', () => {
  const head = readHead(rows, pack.dictionary);
  if (head === null) throw new Error('no headings found');
  const [first, second, ...more] = [...ledgerRecords('台账.xlsx', rows, head, pack.dictionary)];
  expect(more).toEqual([]);
  expect(first?.record).toMatchObject({ id: '某罚〔2026〕1号', complete: false, caseType: 'penalty' });
  const values = Object.fromEntries(
    Object.entries(first?.record.facts ?? {}).map(([path, fact]) => [path, (fact as { value: unknown }).value]),
  );
  expect(values).toEqual({
    'decision.number': '某罚〔2026〕1号',
    'party.name': '甲公司',
    'filing.date': '2026-01-05',
    'decision.date': '2026-04-05',
    'decision.fine': 5000,
  });
  expect(second?.record.facts['decision.fine']).toMatchObject({ value: 10_000 });
  expect(second?.record.facts['decision.date']).toMatchObject({ value: '2026-04-06' });
  expect(second?.problems).toEqual(['台账.xlsx 第 4 行“立案时间”：“2026-02-30”这一天不存在，未采用']);
});

test('what a person says of a column stands', () => {
  const head = readHead(rows, pack.dictionary);
  if (head === null) throw new Error('no headings found');
  const told = withMapping(head, { 备注: 'case.cause', 处罚日期: null });
  expect(told.columns[6]).toMatchObject({ path: 'case.cause', by: 'person' });
  expect(told.columns[4]).toMatchObject({ path: null, by: 'person' });
});

test('a word before a name makes another day of it', () => {
  const said = [
    '案号',
    '当事人',
    '申请强制执行日期',
    '拟处罚决定日期',
    '解除强制措施实施日期',
    '案件立案日期',
    '听证申请日期',
  ];
  expect(readHead([said], pack.dictionary)?.columns.map((column) => column.path)).toEqual([
    'id',
    'party.name',
    'enforcement.applied-on',
    null,
    null,
    'filing.date',
    'hearing.requested-on',
  ]);
});

test('words that a fact has codes for are read as the codes; other words are told', () => {
  const table = [
    ['案号', '当事人', '案件类型', '强制措施种类', '查封扣押日期'],
    ['1', '甲公司', '行政强制措施', '扣押', '2026-03-10'],
    ['2', '乙公司', '行政强制措施', '没收', '2026-03-10'],
  ];
  const head = readHead(table, pack.dictionary);
  if (head === null) throw new Error('no headings found');
  const [first, second] = [...ledgerRecords('台账.xlsx', table, head, pack.dictionary)];
  expect(first?.record.facts['measure.kind']).toMatchObject({ value: 'seizure' });
  expect(second?.record.facts['measure.kind']).toBeUndefined();
  expect(second?.problems).toHaveLength(1);
});
