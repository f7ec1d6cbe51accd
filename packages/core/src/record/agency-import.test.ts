import { expect, test } from 'vitest';
import { type AgencyTable, dayIn, importAgency } from './agency-import.ts';
import { thresholdsIn } from './thresholds.ts';

const table = (file: string, sheet: string, ...rows: string[][]): AgencyTable => ({
  file,
  sheet,
  rows: rows.map((cells, index) => ({ number: index + 1, cells })).filter((row) => row.cells.some((one) => one !== '')),
});
const roster = table(
  '名册.xlsx',
  'Sheet1',
  ['临河县农业农村局行政执法人员名册'],
  [''],
  ['序号', '姓 名', '执法证号（新）', '发证日期', '有效期至', '是否取得法律职业资格', '单位'],
  ['1', '辛志刚', '09032130021', '2020年6月1日', '2028/5/31', '否', '执法大队'],
  ['2', '欧阳敏', '09032130041', '2020.6.1', '20280531', '是', '法规股'],
  ['3', '路遥知', '', '2020-06-01', '2028-05-31', '否', '执法大队'],
  ['4', '屈一鸣', '09032130042', '去年', '2028-05-31', '否', '执法大队'],
  ['5', '何为', '09032130043', '2029-06-01', '2028-05-31', '否', '执法大队'],
  ['填表人：李某'],
);

test('a roster: headings are found by what they are called, bad rows are named and left out', () => {
  const { profile, mapping, problems } = importAgency([roster]);
  expect(profile).toEqual({
    name: '临河县农业农村局',
    roster: [
      {
        name: '辛志刚',
        certificate: '09032130021',
        'valid-from': '2020-06-01',
        'valid-to': '2028-05-31',
        'legal-qualified': false,
      },
      {
        name: '欧阳敏',
        certificate: '09032130041',
        'valid-from': '2020-06-01',
        'valid-to': '2028-05-31',
        'legal-qualified': true,
      },
    ],
  });
  expect(problems).toEqual([
    '名册.xlsx 工作表“Sheet1”第 6 行：缺少执法证号（新）',
    '名册.xlsx 工作表“Sheet1”第 7 行：“去年”不是日期',
    '名册.xlsx 工作表“Sheet1”第 8 行：有效期止 2028-05-31 早于有效期起 2029-06-01',
  ]);
  expect(mapping).toMatchObject([{ kind: 'roster', heading: 3, taken: 4 }]);
  expect(mapping[0]?.columns.map((one) => one.field)).toEqual([
    null,
    'name',
    'certificate',
    'valid-from',
    'valid-to',
    'legal-qualified',
    null,
  ]);
});

test('a list of major decisions: figures with whom they are for, each list in force on its days', () => {
  const list = table(
    '目录清单.xlsx',
    '目录',
    ['序号', '执法类别', '审核事项', '具体标准', '施行日期', '失效日期'],
    [
      '1',
      '行政处罚',
      '较大数额罚款',
      '对公民处以一万元以上、对法人或者其他组织处以10万元以上罚款',
      '2022-01-01',
      '2024-07-01',
    ],
    ['2', '行政处罚', '较大数额罚款', '对公民处以5000元以上、对法人或者其他组织处以五万元以上罚款', '2024-07-01', ''],
    ['3', '行政许可', '撤销行政许可', '', '2022-01-01', ''],
    ['4', '行政处罚', '吊销许可证', '', '不详', ''],
  );
  const { profile, problems } = importAgency([list]);
  expect(profile['major-threshold-organisation']).toEqual([
    { since: '2022-01-01', until: '2024-07-01', value: 100_000 },
    { since: '2024-07-01', until: null, value: 50_000 },
  ]);
  expect(profile['major-threshold-person']).toMatchObject([{ value: 10_000 }, { value: 5000 }]);
  expect(profile['major-decisions']).toHaveLength(3);
  expect(problems).toEqual(['目录清单.xlsx 工作表“目录”第 5 行：“不详”不是日期']);
});

test('a list of powers tells what the agency may do; a sheet that is none of the lists is said so', () => {
  const powers = table(
    '权责.csv',
    '',
    ['职权名称', '职权类型', '设定依据'],
    ['对某行为的处罚', '行政处罚', '某法第三条'],
    ['某许可', '行政许可', ''],
  );
  const other = table('其他.xlsx', '说明', ['本表供参考'], ['甲', '乙']);
  const { profile, problems, mapping } = importAgency([powers, other]);
  expect(profile).toMatchObject({ 'has-power': true, 'licence-power': true });
  expect(profile.powers).toHaveLength(2);
  expect(problems).toEqual(['其他.xlsx 工作表“说明”：没有找到名册、目录清单或者权责清单的表头（如“姓名”“执法证号”）']);
  expect(mapping.map((one) => one.kind)).toEqual(['powers', null]);
});

test.each([
  ['对公民处1000元以上、对法人或者其他组织处2万元以上罚款', { person: 1000, organisation: 20_000 }],
  ['对个体工商户处以三千五百元以上罚款', { 'individual-business': 3500 }],
  ['全部普通程序案件', { 'all-ordinary': true }],
  ['罚款数额在100000元以上的', {}],
  ['对公民处以五千元以下罚款', {}],
])('thresholds in words: %s', (text, found) => {
  expect(thresholdsIn(text)).toEqual(found);
});

test.each([
  ['2024-2-30', null],
  ['2024年2月29日', '2024-02-29'],
  ['20240229', '2024-02-29'],
  ['２０２４．２．２９', '2024-02-29'],
  ['2024', null],
])('a day however it is written: %s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});
