import { expect, test } from 'vitest';
import { readRules } from '../../node.ts';
import { ledgerIn, rowsOfLedger, rowsPassedOver } from './tables.ts';

const { pack } = await readRules();

/** Names of the cases in a ledger of these rows, parted by bars, and what is said of the others. */
function read(...lines: readonly string[]) {
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const file = { name: '登记.xlsx', sha256: '', format: 'xlsx' as const, pages: [], sheets: [{ name: '甲', rows }] };
  const ledger = ledgerIn(file, pack.dictionary);
  if (ledger === null) throw new Error('no ledger');
  const records = [...rowsOfLedger(ledger, pack.dictionary)];
  return {
    cases: records.map(({ record }) => record.id),
    problems: records.flatMap(({ problems }) => problems),
    passed: rowsPassedOver(ledger),
    facts: records.map(({ record }) => Object.keys(record.facts).sort()),
  };
}

const head = '序号|案号|当事人名称|立案日期|罚款金额';

test('headings printed once more, sums, titles of parts, notes and rows with nothing but a number are passed over and told', () => {
  const found = read(
    '某局2031年行政处罚台账||||',
    head,
    '1|A1|甲公司|2031-01-05|500',
    '|本页小计||1 件|500',
    '第 1 页 共 2 页||||',
    '序号|案 号|当事人名称|立案日期|罚款金额（元）',
    '二月份|二月份|二月份|二月份|二月份',
    '2|A2|乙店|2031-02-05|300',
    '3||||',
    '||||',
    '合计：||2户||800',
    '填表人：王某||审核人：李某||',
    '说明：以上不含简易程序案件||||',
  );
  expect(found.cases).toEqual(['A1', 'A2']);
  expect(found.problems).toEqual([]);
  expect(found.passed).toEqual([
    '登记.xlsx 第 4、11 行是合计，没有当作案件',
    '登记.xlsx 第 5、7 行是标题，没有当作案件',
    '登记.xlsx 第 6 行重复了表头，没有当作案件',
    '登记.xlsx 第 9 行各列都没有填写，没有当作案件',
    '登记.xlsx 第 12、13 行是表下的说明，没有当作案件',
  ]);
});

test.each([
  ['a party whose name begins like a sum', '1|A1|合计财务公司|2031-01-05|500'],
  ['a number alone', '|A7|||'],
  ['a party alone', '||丙店||'],
  ['a sum of money beside a party', '合计|A1|甲公司|2031-01-05|500'],
  ['a value that is not read', '|||某日|'],
])('%s is a case', (_, line) => {
  const found = read(head, line, '2|A2|乙店|2031-02-05|300');
  expect(found.cases).toHaveLength(2);
  expect(found.passed).toEqual([]);
});

test('other headings below begin a part of their own: values are read under those', () => {
  const found = read(
    head,
    '1|A1|甲公司|2031-01-05|500',
    '序号|当事人名称|案号|罚款金额|立案日期',
    '1|乙店|A2|300|2031-02-05',
    '序号|当事人名称|案号|罚款金额|立案日期',
    '2|丙店|A3|200|2031-03-05',
  );
  expect(found.cases).toEqual(['A1', 'A2', 'A3']);
  expect(found.problems).toEqual([]);
  const facts = ['decision.fine', 'filing.date', 'party.name'];
  expect(found.facts).toEqual([facts, facts, facts]);
  expect(found.passed).toEqual(['登记.xlsx 第 5 行重复了表头，没有当作案件']);
});
