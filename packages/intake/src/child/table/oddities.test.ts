import { expect, test } from 'vitest';
import { odditiesIn, overlongIn } from './oddities.ts';

test('cells that show that their values are lost are told with their rows', () => {
  const rows = [
    ['案号', '金额', '证件号'],
    ['甲', '########', '3.50102E+17'],
    ['乙', '#REF!', '350102199001011234'],
    ['丙', '#1', '1.5E+3'],
  ];
  expect(odditiesIn(rows, '表格')).toEqual([
    expect.stringMatching(/^表格有 1 个单元格只有“####”.+（第 2 行）/u),
    expect.stringMatching(/1 个单元格是公式出错的记号.+（第 3 行）/u),
    expect.stringMatching(/1 个单元格是科学计数法.+（第 2 行）/u),
  ]);
  expect(odditiesIn(rows.slice(3), '表格')).toEqual([]);
});

test('rows with more cells than the others are told; notes below, and tables without a usual width, are not', () => {
  const plain = [
    ['案号', '当事人', '金额'],
    ['甲', '某店', '5'],
    ['乙', '某厂', '6'],
    ['丙', '某行', '7'],
  ];
  expect(overlongIn(plain)).toBeNull();
  expect(overlongIn([...plain, ['丁', '某某', '有限公司', '8']])).toMatch(/^有 1 行（第 5 行）的格数比其他行多/u);
  expect(overlongIn([...plain, ['合计', '18']])).toBeNull();
  expect(overlongIn([...plain, ['丁', '某某', '8', '', '']])).toBeNull();
  expect(
    overlongIn([
      ['甲', '乙', '丙'],
      ['一', '二', '三', '四'],
    ]),
  ).toBeNull();
});
