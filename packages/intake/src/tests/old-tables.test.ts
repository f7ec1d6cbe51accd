import type { FileNotice } from '@anjuan/core';
import { expect, test } from 'vitest';
import { openCompound } from '../child/cfb.ts';
import { oldKind } from '../child/old.ts';
import { readXls } from '../child/table/xls/xls.ts';
import type { Sheet } from '../child/table/xlsx.ts';
import { defaultLimits } from '../limits.ts';
import { compoundOf } from './fixtures-old.ts';

const record = (kind: number, ...parts: readonly Buffer[]): Buffer => {
  const bytes = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
};
const shorts = (...values: readonly number[]): Buffer => Buffer.from(new Uint16Array(values).buffer);
const longs = (...values: readonly number[]): Buffer => Buffer.from(new Uint32Array(values).buffer);
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
const wide = (text: string): Buffer =>
  Buffer.concat([shorts(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]);
const begin = record(0x809, shorts(0x600, 5));
const end = record(0x0a);

interface Parts {
  readonly globals?: readonly Buffer[];
  readonly cells: readonly Buffer[];
  readonly hidden?: boolean;
  readonly end?: Buffer;
}

/** A workbook of one sheet, 台账. */
function workbook({ globals = [], cells, hidden = false, end: last = end }: Parts): Buffer {
  const name = '台账';
  const listed = (at: number): Buffer =>
    record(0x85, longs(at), Buffer.from([hidden ? 1 : 0, 0, name.length, 1]), Buffer.from(name, 'utf16le'));
  const head = (at: number): Buffer => Buffer.concat([begin, listed(at), ...globals, end]);
  return compoundOf({ Workbook: Buffer.concat([head(head(0).length), begin, ...cells, last]) });
}

function read(bytes: Buffer): { readonly sheets: readonly Sheet[]; readonly told: readonly string[] } {
  const notices: FileNotice[] = [];
  const sheets = readXls(openCompound(bytes), defaultLimits, (notice) => notices.push(notice));
  return { sheets, told: notices.map(({ message }) => message) };
}

/** A list of texts the second of which goes on in the next record, there in narrow characters. */
const strings = Buffer.concat([
  record(0xfc, longs(2, 2), wide('案号'), shorts(6), Buffer.from([1]), Buffer.from('罚〔', 'utf16le')),
  record(0x3c, Buffer.from([0]), Buffer.from('2025', 'latin1')),
]);
const styles = Buffer.concat([record(0xe0, shorts(0, 0)), record(0xe0, shorts(0, 14))]);

test('workbooks of the old Excel are read: texts, numbers, days, results of formulas', () => {
  const bytes = workbook({
    globals: [strings, styles],
    cells: [
      record(0xfd, shorts(0, 0, 0), longs(0)),
      record(0xfd, shorts(1, 0, 0), longs(1)),
      record(0x203, shorts(1, 1, 1), double(45721)),
      record(0x27e, shorts(1, 2, 0), longs((500_050 << 2) | 3)),
      record(0xbd, shorts(2, 0), shorts(0), longs((7 << 2) | 2), shorts(0), longs((8 << 2) | 2), shorts(1)),
      record(0x06, shorts(2, 2, 0), Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), shorts(0), longs(0)),
      record(0x207, wide('合计')),
      record(0x205, shorts(2, 3, 0), Buffer.from([1, 0])),
      record(0x204, shorts(2, 4, 0), wide('旧')),
    ],
  });
  expect(oldKind(bytes)).toBe('xls');
  expect(read(bytes)).toEqual({
    sheets: [{ name: '台账', rows: [['案号'], ['罚〔2025', '2025-03-05', '5000.5'], ['7', '8', '合计', '是', '旧']] }],
    told: [],
  });
});

test('what is hidden, beside the cells, lost or cut off is told', () => {
  const bytes = workbook({
    hidden: true,
    globals: [strings],
    cells: [
      record(0x208, shorts(0, 0, 2, 0, 0, 0, 0x20, 0)),
      record(0xfd, shorts(0, 0, 0), longs(1)),
      record(0xfd, shorts(1, 0, 0), longs(9)),
      record(0x1c, shorts(0, 0, 0, 0)),
      record(0x5d, shorts(0x15, 0x12, 8)),
    ],
    end: Buffer.from([0xff]),
  });
  expect(read(bytes).told).toEqual([
    '工作表“台账”是隐藏的，也已读取',
    '工作表“台账”有 1 行是隐藏的，也已读取',
    '工作表“台账”有 1 个单元格的内容缺失、重复或者放得太偏，没有读到，请对照原件',
    '工作表“台账”没有读完就中断了，后面的行可能没有读到；请重新复制或者从办案系统重新导出，再放入',
    '表格带有批注，批注没有读取，请打开原件查看',
    '表格里有 1 幅图片，图片里的文字没有读取，请打开原件查看',
  ]);
});

test('a workbook with a password, or without sheets, says so; one whose sheet is elsewhere names it', () => {
  expect(() => read(workbook({ globals: [record(0x2f, shorts(1))], cells: [] }))).toThrow('加了密码的旧版 Excel');
  expect(() => read(compoundOf({ Workbook: Buffer.concat([begin, end]) }))).toThrow('没有列出工作表');
  const listed = record(0x85, longs(9999), Buffer.from([0, 0, 1, 0]), Buffer.from('A'));
  expect(read(compoundOf({ Workbook: Buffer.concat([begin, listed, end]) })).sheets[0]?.unread).toContain(
    '工作表“A”缺失或已损坏',
  );
});
