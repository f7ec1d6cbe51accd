import { expect, test } from 'vitest';
import { blockEnd, valueIn } from './form-cells.ts';
import { formPage } from './form-page.ts';
import { readPages } from './pages.ts';
import { blocksOf } from './papers/blocks.ts';
import { pageSignatures } from './papers/signatures.ts';
import { readFields } from './scan/labels.ts';
import type { PageText } from './types.ts';

const readerOf = (page: PageText) => readPages('d1', '表.docx', [{ page, start: 0, end: page.text.length }]);
const values = (page: PageText, labels: readonly string[]) =>
  Object.fromEntries(readFields(readerOf(page), labels).map((field) => [field.label, field.text]));

test('a value ends with its cell, whatever labels the reader does not know', () => {
  const page = formPage([
    ['姓名', '罗小溪', '手机', '甲机'],
    ['住址', { words: '清溪县东街\n7号', columns: 3 }],
  ]);
  expect(values(page, ['姓名', '住址'])).toEqual({ 姓名: '罗小溪', 住址: '清溪县东街7号' });
});

test('an empty cell is an empty value, not the next label', () => {
  const page = formPage([
    ['姓名', '', '性别', '女'],
    ['备注', { words: '', columns: 3 }],
  ]);
  expect(values(page, ['姓名', '备注'])).toEqual({ 姓名: '', 备注: '' });
});

test('a label does not run from one cell into the next', () => {
  const page = formPage([['单位', '名称', { words: '清溪县顺达商行', columns: 2 }]]);
  expect(values(page, ['单位名称', '名称'])).toEqual({ 名称: '清溪县顺达商行' });
});

test('labels at the head of columns have their values below; a list of several rows is none', () => {
  const head = ['送达文书', '送达地点', '送达日期'];
  const one = formPage([head, ['决定书', '东街', '2024年5月6日']]);
  expect(values(one, head)).toEqual({ 送达文书: '决定书', 送达地点: '东街', 送达日期: '2024年5月6日' });
  const several = formPage([head, ['决定书', '东街', '2024年5月6日'], ['告知书', '西街', '2024年5月1日']]);
  const reader = readerOf(several);
  const places = [0, 4, 8].map((start) => ({ start, end: start + 4 }));
  expect(valueIn(reader, { start: 0, end: 4 }, places)).toBeNull();
});

test('labels in the row below are no values of labels that stand side by side', () => {
  const page = formPage([
    ['当事人', '个人', '姓名', '罗小溪'],
    ['性别', '男', '年龄', '39'],
  ]);
  const read = values(page, ['当事人', '个人', '姓名', '性别', '年龄']);
  expect(read).toMatchObject({ 姓名: '罗小溪', 性别: '男', 年龄: '39' });
});

test('a label written downwards, and names one below the other, are read', () => {
  const page = formPage([
    ['承\n办\n人\n意\n见', '同意立案。'],
    ['检查\n人员', '王小山\n李青'],
  ]);
  const [first, second] = blocksOf(readerOf(page), ['承办人意见', '检查人员']);
  expect(first?.label).toBe('承办人意见');
  expect(second?.label).toBe('检查人员');
});

test('an opinion keeps the signature and the day of its own rows and none of the next', () => {
  const page = formPage([
    [
      { words: '负责人意见', rows: 2 },
      { words: '同意。', columns: 4 },
    ],
    [null, '签名', '周山', '日期', '2024年5月6日'],
    ['归档情况', { words: '吴海 2024年6月1日', columns: 4 }],
  ]);
  const reader = readerOf(page);
  const [block] = blocksOf(reader, ['负责人意见']);
  expect(reader.dense.slice(block?.from, block?.end)).toBe('同意。签名周山日期2024年5月6日');
  const below = formPage([
    ['负责人意见', '同意。'],
    ['签名', '周山'],
    ['备注', '无'],
  ]);
  const other = readerOf(below);
  expect(other.dense.slice(0, blockEnd(other, { start: 0, end: 5 }) ?? 0)).toBe('负责人意见同意。签名周山');
});

test('what stands below a form does not belong to its last cell', () => {
  const page = formPage([['审批意见', '同意。']], '', '本表一式两份，2024年8月8日印。');
  const reader = readerOf(page);
  expect(reader.dense.slice(...[0, blockEnd(reader, { start: 0, end: 4 }) ?? 0])).toBe('审批意见同意。');
});

test('the cell beside a place to sign is signed or blank', () => {
  const signed = formPage([['当事人（签名）', '罗小溪', '日期', '2024年5月6日']]);
  expect(pageSignatures(readerOf(signed), ['当事人']).last).toBe(true);
  const blank = formPage([
    ['当事人（签名）', '', '日期', ''],
    ['检查人员（签名）', '王小山', '日期', '2024年5月6日'],
  ]);
  expect(pageSignatures(readerOf(blank), ['当事人']).last).toBe(false);
  expect(pageSignatures(readerOf(blank), ['检查人员']).last).toBe(true);
});

test('a picture in a place to sign is no blank: whose hand it is cannot be told', () => {
  const page = formPage([['当事人（签名）', '\ufffc', '日期', '2024年5月6日']]);
  expect(pageSignatures(readerOf(page), ['当事人']).last).toBeNull();
  const beside = formPage([['检查人员（签名）', '王小山\ufffc', '日期', '']]);
  expect(pageSignatures(readerOf(beside), ['检查人员']).last).toBe(true);
});

test('a hand and a day set to the right of a cell are lines of their own', () => {
  const rows = ['同意立案并且依法调查取证', '负责人周山', '二〇二四年三月七日'];
  const text = rows.join('\n');
  const lines = rows.map((row, index) => {
    const start = rows.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0);
    const run = { text: row, x: 245 - row.length * 12, y: index * 20, width: row.length * 12, height: 12 };
    return { start, end: start + row.length, runs: [run] };
  });
  const box = [100, 0, 250, 60] as const;
  const cell = { row: 0, column: 0, rows: 1, columns: 1, start: 0, end: text.length, box };
  const page: PageText = { number: 1, width: 600, height: 800, text, lines, tables: [{ cells: [cell] }] };
  const reader = readerOf(page);
  expect(reader.lines.map(({ start, end }) => reader.dense.slice(start, end))).toEqual(rows);
});

test('words that the border of a cell broke are one line; short lines are paragraphs', () => {
  const rows = ['清溪县顺达食品有', '限公司', '同意'];
  const text = rows.join('\n');
  const lines = rows.map((row, index) => {
    const start = rows.slice(0, index).join('\n').length + (index > 0 ? 1 : 0);
    const run = { text: row, x: 102, y: index * 20, width: row.length * 12, height: 12 };
    return { start, end: start + row.length, runs: [run] };
  });
  const box = [100, 0, 202, 60] as const;
  const page: PageText = {
    number: 1,
    width: 600,
    height: 800,
    text,
    lines,
    tables: [{ cells: [{ row: 0, column: 0, rows: 1, columns: 1, start: 0, end: text.length, box }] }],
  };
  const reader = readerOf(page);
  expect(reader.lines.map(({ start, end }) => reader.dense.slice(start, end))).toEqual([
    '清溪县顺达食品有限公司',
    '同意',
  ]);
});
