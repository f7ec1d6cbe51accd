import type { FileNotice } from '@anjuan/core';
import { type Limits, Unreadable } from '../../limits.ts';
import { Concealed } from '../table/concealed.ts';
import { dayOf } from '../table/values.ts';
import { mostCells, rowsInOrder, type Sheet } from '../table/xlsx.ts';
import { readXml } from '../xml.ts';
import { rowsOf } from './html.ts';

const mostColumns = 2000;

/** Sheets of a workbook stored as a page of the web, or as the XML of Excel 2003. Throws {@link Unreadable} for a page without a table. */
export function sheetsIn(bytes: Buffer, limits: Limits, onNotice: (notice: FileNotice) => void): Sheet[] {
  return isBook(bytes) ? booksIn(bytes, limits, onNotice) : [{ name: '', rows: rowsOf(bytes) }];
}

/** Whether the bytes are the XML of Excel 2003. */
function isBook(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 4096).replaceAll('\0', '');
  return /<\?xml/iu.test(head) && /<(?:\w+:)?Workbook\b/u.test(head);
}

function booksIn(bytes: Buffer, limits: Limits, onNotice: (notice: FileNotice) => void): Sheet[] {
  const sheets: Sheet[] = [];
  let rows = new Map<number, string[]>();
  let name = '';
  let [row, column] = [0, 0];
  let [type, value] = ['', ''];
  let taking = false;
  let [naming, visible] = [false, ''];
  let cells = 0;
  let across = 0;
  /** What stands in a remark is none of the cell. */
  let remarked = false;
  let concealed = new Concealed();
  const told = (message: string): void =>
    onNotice({ kind: 'hidden', message: `工作表“${name}”${message}是隐藏的，也已读取` });
  readXml(bytes, limits, 'Excel 存成的 XML', {
    open: (element, attributes) => {
      if (element === 'Worksheet') {
        name = attributes.Name ?? '';
        rows = new Map();
        concealed = new Concealed();
        row = 0;
      } else if (element === 'Row') {
        row = Number(attributes.Index ?? row + 1) || row + 1;
        column = -1;
        concealed.row(row, { hidden: attributes.Hidden ?? '0' });
      } else if (element === 'Cell') {
        column = attributes.Index === undefined ? column + 1 : Number(attributes.Index) - 1;
        value = '';
        across = Number(attributes.MergeAcross ?? 0) || 0;
      } else if (element === 'Comment') remarked = true;
      else if (element === 'Data' && !remarked) {
        type = attributes.Type ?? '';
        taking = true;
      } else if (element === 'Visible') [naming, visible] = [true, ''];
    },
    text: (text) => {
      if (taking) value += text;
      if (naming) visible += text;
    },
    close: (element) => {
      if (element === 'Data') taking = false;
      if (element === 'Comment') remarked = false;
      if (element === 'Visible' && /hidden/iu.test(visible)) told('');
      if (element === 'Visible') naming = false;
      if (element === 'Worksheet') {
        sheets.push({ name, rows: rowsInOrder(rows) });
        const some = concealed.among(rows);
        if (some !== '') told(`有${some}`);
      }
      if (element !== 'Cell') return;
      const place = column;
      column += across;
      if (value === '') return;
      if (++cells > mostCells)
        throw new Unreadable(`表格超过 ${mostCells / 10_000} 万个单元格，没有读取；请分成几个文件`);
      if (!(place >= 0 && place < mostColumns)) return;
      const own = rows.get(row) ?? [];
      while (own.length < place) own.push('');
      own[place] = shown(value, type);
      rows.set(row, own);
    },
  });
  return sheets;
}

function shown(value: string, type: string): string {
  if (type === 'Boolean') return value === '1' ? '是' : '否';
  const day = /^(\d{4}-\d\d-\d\d)T/u.exec(value)?.[1];
  if (type === 'DateTime' && day !== undefined) return day;
  return type === 'DateTime' ? dayOf(Number(value), false) : value;
}
