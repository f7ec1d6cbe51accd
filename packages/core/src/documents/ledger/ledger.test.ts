import { expect, test } from 'vitest';
import { readRules } from '../../node.ts';
import { readHead, unknownHead, withMapping } from './columns.ts';
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

const told = (rows: readonly (readonly string[])[], counted = false) => {
  const head = readHead(rows, pack.dictionary);
  if (head === null) throw new Error('no headings found');
  return [...ledgerRecords('登记.csv', rows, head, pack.dictionary, { counted })];
};

test('a number met before and a number that is missing are told with row and heading; the rows are cases all the same', () => {
  const found = told([
    ['案号', '决定书文号', '当事人', '立案日期'],
    ['A1', '云罚〔2030〕1号', '甲', '2030-01-05'],
    ['A2', '云罚 [2030] 1 号', '乙', '2030-01-06'],
    ['', '', '丙', '2030-01-07'],
    ['—', '云罚〔2030〕2号', '丁', '2030-01-08'],
    ['备注：以上由办公室填报', '', '', ''],
  ]);
  expect(found.map((one) => one.record.id)).toEqual(['A1', 'A2', '登记.csv 第 4 行', '云罚〔2030〕2号']);
  expect(found.map((one) => one.problems)).toEqual([
    [],
    [
      '登记.csv 第 3 行“决定书文号”：“云罚 [2030] 1 号”与第 2 行相同，两行都照常检查；请核对是不是重复登记，或者编号写错',
    ],
    ['登记.csv 第 4 行“案号”“决定书文号”：没有填写，这个案卷以“第 4 行”称呼；请补上编号后再放入'],
    [],
  ]);
});

test('a cell too many moves a row of a CSV out of its columns: nothing of it is believed; in a sheet only the cell is left out', () => {
  const table = [
    ['案号', '当事人', '立案日期'],
    ['A1', '甲', '乙合伙', '2030-01-05'],
    ['A2', '丙', '2030-01-06', ''],
  ];
  const [moved, sound] = told(table, true);
  expect(moved?.record.facts).toEqual({});
  expect(moved?.problems).toEqual([
    '登记.csv 第 2 行：比表头多出 1 格（“2030-01-05”），各格可能错位，整行没有采用；请核对单元格里是不是有逗号，改正后再放入',
  ]);
  expect(sound?.problems).toEqual([]);
  const [remark] = told([...table.slice(0, 1), ['A1', '甲', '2030-01-05', '已归档']]);
  expect(remark?.record.facts['filing.date']).toMatchObject({ value: '2030-01-05' });
  expect(remark?.problems).toEqual(['登记.csv 第 2 行：“已归档”在没有表头的列里，没有采用；请核对是不是错位']);
});

test.each(['-200', '－200元', '（200）', '¥-200', '-¥200'])('%s is no sum of money', (cell) => {
  const [row] = told([
    ['案号', '当事人', '罚款金额'],
    ['A1', '甲', cell],
  ]);
  expect(row?.record.facts['decision.fine']).toBeUndefined();
  expect(row?.problems).toEqual([`登记.csv 第 2 行“罚款金额”：“${cell}”是负数，金额应不小于零，未采用`]);
});

test('years in which nobody administered are no days', () => {
  const [row] = told([
    ['案号', '当事人', '立案日期', '处罚日期'],
    ['A1', '甲', '1026-03-01', '2206-03-01'],
  ]);
  expect(row?.problems.map((one) => one.split('：')[1])).toEqual([
    '“1026-03-01”的年份不合常理，未采用',
    '“2206-03-01”的年份不合常理，未采用',
  ]);
  const [edge] = told([
    ['案号', '当事人', '立案日期', '处罚日期'],
    ['A1', '甲', '1986-10-01', '2099-12-31'],
  ]);
  expect(edge?.problems).toEqual([]);
});

test('where no heading is known, the fullest of the first rows is offered for a person to say what its columns are', () => {
  const table = [['某市局'], ['甲列', '乙列', '丙列'], ['1', '2', '3']];
  expect(readHead(table, pack.dictionary)).toBeNull();
  expect(unknownHead(table, pack.dictionary)).toMatchObject({ row: 1, columns: [{ path: null }, {}, {}] });
  expect(unknownHead([['只有一格'], []], pack.dictionary)).toBeNull();
});

test('a day that a cell holds as a number is told with what to do', () => {
  const [row] = told([
    ['案号', '当事人', '立案日期', '处罚日期'],
    ['A1', '甲', '45678', '123'],
  ]);
  expect(row?.problems.map((one) => one.split('：')[1])).toEqual([
    '“45678”像是日期，但单元格没有设成日期格式（请在 Excel 里设成日期后再放入），未采用',
    '“123”不是完整的日期，未采用',
  ]);
});

test('what a formula shows that came to nothing is no name, number or day', () => {
  const [row] = told([
    ['案号', '当事人', '立案日期', '罚款金额'],
    ['#N/A', '#REF!', '#VALUE!', '500'],
  ]);
  expect(Object.keys(row?.record.facts ?? {})).toEqual(['decision.fine']);
  expect(row?.record.id).toBe('登记.csv 第 2 行');
  expect(row?.problems.filter((one) => one.includes('公式出错'))).toHaveLength(3);
});
