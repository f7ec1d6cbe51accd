import type { Content } from '../detect.ts';
import { notWhole } from '../foreign.ts';
import { type Limits, Unreadable } from '../limits.ts';
import type { TableRow } from '../protocol.ts';
import { openCompound } from './cfb.ts';
import { sheetsIn } from './html/sheets.ts';
import { readCsv } from './table/csv.ts';
import { readXls } from './table/xls/xls.ts';
import { brokenOff, readXlsx, type Sheet } from './table/xlsx.ts';

/** Rows of one sheet are sent in pieces of this many. */
const piece = 500;
const mostColumns = 200;

/** Rows of every sheet of an XLSX or CSV file, in order; empty rows are left out, their numbers stay. */
export async function readTable(
  content: Content,
  bytes: Buffer,
  limits: Limits,
  send: (sheet: string, rows: readonly TableRow[]) => void,
): Promise<void> {
  for (const sheet of await sheetsOf(content, bytes, limits)) {
    const { name, rows, unread = brokenOff(sheet) } = sheet;
    if (unread !== undefined) throw new Unreadable(unread);
    if (rows.length > limits.rows) throw new Unreadable(`表格超过 ${limits.rows} 行，没有读取；请分成几个文件`);
    const filled = rows
      .map(
        (row, index): TableRow => ({
          number: index + 1,
          cells: row.slice(0, mostColumns).map((cell) => (cell ?? '').trim()),
        }),
      )
      .filter((row) => row.cells.some((cell) => cell !== ''));
    if (filled.length === 0) send(name, []);
    for (let from = 0; from < filled.length; from += piece) send(name, filled.slice(from, from + piece));
  }
}

async function sheetsOf(content: Content, bytes: Buffer, limits: Limits): Promise<readonly Sheet[]> {
  switch (content) {
    case 'xlsx':
      return readXlsx(bytes, limits, () => {});
    case 'html-table':
      return sheetsIn(bytes, limits, () => {});
    case 'xls':
      return readXls(openCompound(bytes), limits, () => {});
    case 'csv':
    case 'txt':
    case 'json':
      return [{ name: '', rows: await readCsv(bytes, limits) }];
    case 'empty':
      throw new Unreadable(`文件是空的（0 字节）；${notWhole}`);
    default:
      throw new Unreadable('不是表格文件；请另存为 XLSX 或 CSV 后再放入');
  }
}
