import { expect, test } from 'vitest';
import { looksLikeCsv } from './sniff.ts';

const rows = ['案号,当事人,立案日期', 'A1,甲,2030-01-05', 'A2,乙,2030-01-06', 'A3,丙,2030-01-07'];

test('a table stays one with a row too long, a row too short or a note below it', () => {
  expect(looksLikeCsv(rows.join('\n'))).toBe(true);
  expect(looksLikeCsv([...rows.slice(0, 3), 'A3,丙,合伙,2030-01-07,x', '备注：无'].join('\n'))).toBe(true);
});

test('sentences with a comma here and there are no table', () => {
  expect(looksLikeCsv(['本局认为,事实清楚', '证据确凿', '依法,从轻,处罚', '特此告知'].join('\n'))).toBe(false);
});

test('lines broken within quotes, and separators there, are of their cell', () => {
  const table = ['案号,当事人,案由', 'A1,"甲\n公司","超范围,\n经营"', 'A2,乙,"一""二"'];
  expect(looksLikeCsv(table.join('\n'))).toBe(true);
  expect(looksLikeCsv(['甲说："好', '乙说,不好"', '丙,丁,戊'].join('\n'))).toBe(false);
});
