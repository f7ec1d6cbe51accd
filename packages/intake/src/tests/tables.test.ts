import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { readTables } from '../tables.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, bytes: string | Uint8Array): { path: string } => {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return { path: place };
};

test('a CSV in UTF-8, in GB 18030 and with tabs; row numbers count empty lines', async () => {
  const rows = [
    { number: 1, cells: ['姓名', '证号'] },
    { number: 3, cells: ['张明', '0901,甲'] },
  ];
  expect(await readTables(put('u.csv', '\ufeff姓名,证号\n\n张明,"0901,甲"\n'))).toEqual([{ name: '', rows }]);
  const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x41, 0x0a]); // 姓名,A
  expect(await readTables(put('g.csv', gbk))).toEqual([{ name: '', rows: [{ number: 1, cells: ['姓名', 'A'] }] }]);
  expect(await readTables(put('t.csv', '姓名\t证号\n张明\t0901\n'))).toMatchObject([
    { rows: [{}, { cells: ['张明', '0901'] }] },
  ]);
  const said = await readTables(put('s.csv', 'sep=;\n姓名;证号\n张明;0901\n'));
  expect(said[0]?.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
    [2, '姓名', '证号'],
    [3, '张明', '0901'],
  ]);
});

test('every sheet of an XLSX: days, numbers, formulas and rich text as people see them', async () => {
  const book = new Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRow(['姓名', '发证日期', '编号']);
  sheet.addRow([]);
  sheet.addRow([{ richText: [{ text: '张' }, { text: '明' }] }, new Date('2020-06-01T00:00:00Z'), 902]);
  sheet.addRow(['李强', { formula: '1+1', result: 2 }, null]);
  book.addWorksheet('空表');
  const file = put('a.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
  expect(await readTables(file)).toEqual([
    {
      name: '名册',
      rows: [
        { number: 1, cells: ['姓名', '发证日期', '编号'] },
        { number: 3, cells: ['张明', '2020-06-01', '902'] },
        { number: 4, cells: ['李强', '2'] },
      ],
    },
    { name: '空表', rows: [] },
  ]);
});

test('what is no table, is broken or too long is refused in words', async () => {
  await expect(readTables(put('p.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0])))).rejects.toThrow('不是表格文件');
  await expect(readTables(put('e.csv', ''))).rejects.toThrow('文件是空的');
  await expect(readTables(put('q.csv', '姓名,证号\n"张明,0901\n'))).rejects.toThrow('CSV 写法有误');
  await expect(readTables(put('l.csv', '1\n2\n3\n'), { ...defaultLimits, rows: 2 })).rejects.toThrow('表格超过 2 行');
});
