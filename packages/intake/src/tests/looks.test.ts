import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers } from '../read.ts';
import { zipOf } from './fixtures.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

const styles =
  '<styleSheet><numFmts><numFmt numFmtId="200" formatCode=";;;"/></numFmts><fonts><font/><font><strike/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"/></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="2" fillId="1"/><xf numFmtId="200"/></cellXfs></styleSheet>';
const cell = (place: string, words: string, style = 0): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (number: number, style = 0): string =>
  `<row r="${number}">${cell(`A${number}`, `案${number}`, style)}${cell(`B${number}`, '某店')}</row>`;

const read = (sheet: string, strings = '') =>
  readOne(
    folder,
    'list.xlsx',
    zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="台账" r:id="r1"/></sheets></workbook>',
      'xl/styles.xml': styles,
      ...(strings === '' ? {} : { 'xl/sharedStrings.xml': strings }),
      'xl/worksheets/sheet1.xml': sheet,
    }),
  );
const whole = (...rows: readonly string[]): string => `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;

test('cells whose words are struck out or cannot be seen are read and told with their rows', async () => {
  expect((await read(whole(row(1), row(2, 1), row(3), row(4, 1)))).told).toEqual([
    '工作表“台账”有 2 个单元格的文字是划去的（第 2、4 行），也已读取，请核对这些内容是不是已经作废',
  ]);
  const unseen = [expect.stringMatching(/1 个单元格的文字看不见.+第 2 行.+也已读取/u)];
  expect((await read(whole(row(1), row(2, 2)))).told).toEqual(unseen);
  expect((await read(whole(row(1), row(2, 4)))).told).toEqual(unseen);
  expect((await read(whole(row(1), row(2, 3)))).told).toEqual([]);
});

test('words struck out within a cell are left out and told', async () => {
  const strings =
    '<sst><si><r><t>甲</t></r><r><rPr><strike/></rPr><t>乙</t></r><r><rPr><strike val="0"/></rPr><t>店</t></r></si></sst>';
  const { pages, told } = await read(whole(row(1), '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'), strings);
  expect(pages).toEqual(['案1  某店\n甲店']);
  expect(told).toEqual([expect.stringContaining('1 个单元格中夹有划去的字，没有采信')]);
});

test('of a sheet that breaks off the rows before are read; of texts that do, those before', async () => {
  const { pages, unread } = await read(whole(row(1), row(2), row(3)).slice(0, -80));
  expect(pages).toEqual(['案1  某店\n案2  某店']);
  expect(unread).toEqual([expect.stringContaining('第 2 行之后已损坏')]);
  const two = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>';
  const broken = await read(whole(row(1), two), '<sst><si><t>甲店</t></si><si><t>乙');
  expect(broken.pages).toEqual(['案1  某店\n甲店']);
  expect(broken.told).toEqual([expect.stringContaining('存放文字的部分已损坏'), expect.stringContaining('1 个单元格')]);
});
