import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import type { Content } from '../detect.ts';
import { type Limits, Unreadable } from '../limits.ts';
import type { TableRow } from '../protocol.ts';
import { decodeText } from './text.ts';

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
  switch (content) {
    case 'xlsx':
      await readSheets(bytes, limits, send);
      return;
    case 'txt':
    case 'json':
      readLines(bytes, limits, send);
      return;
    case 'empty':
      throw new Unreadable('文件是空的（0 字节）');
    case 'doc':
      throw new Unreadable('是旧版 Excel 文件（.xls），请另存为 XLSX 或 CSV 后再导入');
    default:
      throw new Unreadable('不是表格文件；可读 XLSX 和 CSV');
  }
}

async function readSheets(bytes: Buffer, limits: Limits, send: (sheet: string, rows: TableRow[]) => void) {
  const book = new Workbook();
  try {
    await book.xlsx.load(bytes);
  } catch (error) {
    throw new Unreadable(`Excel 文件已损坏（${error instanceof Error ? error.message.slice(0, 120) : String(error)}）`);
  }
  let count = 0;
  for (const sheet of book.worksheets) {
    const rows: TableRow[] = [];
    sheet.eachRow({ includeEmpty: false }, (row, number) => {
      if (++count > limits.rows) throw new Unreadable(`表格超过 ${limits.rows} 行`);
      const cells: string[] = [];
      const width = Math.min(row.cellCount, mostColumns);
      for (let column = 1; column <= width; column++) cells.push(textOf(row.getCell(column).value));
      if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
    });
    if (rows.length === 0) send(sheet.name, []);
    for (let from = 0; from < rows.length; from += piece) send(sheet.name, rows.slice(from, from + piece));
  }
}

/** A cell as people see it: days as `YYYY-MM-DD`, numbers without dust, what a formula gave last. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  const cell = value as { richText?: { text?: string }[]; text?: unknown; result?: unknown; error?: unknown };
  if (Array.isArray(cell.richText))
    return cell.richText
      .map((run) => run.text ?? '')
      .join('')
      .trim();
  if ('result' in cell) return textOf(cell.result);
  if ('text' in cell) return textOf(cell.text);
  return '';
}

function readLines(bytes: Buffer, limits: Limits, send: (sheet: string, rows: TableRow[]) => void): void {
  const text = decodeText(bytes);
  const [first = ''] = text.split('\n', 1);
  const delimiter = [',', '\t', ';', '，'].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      to: limits.rows + 1,
    }) as unknown as typeof records;
  } catch (error) {
    const at = (error as { lines?: number }).lines;
    throw new Unreadable(`CSV 写法有误${at === undefined ? '' : `（第 ${at} 行）`}：引号没有成对`);
  }
  if (records.length > limits.rows) throw new Unreadable(`表格超过 ${limits.rows} 行`);
  const rows = records
    .map(({ record }, index): TableRow => ({ number: index + 1, cells: record.slice(0, mostColumns) }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
  for (let from = 0; from < rows.length; from += piece) send('', rows.slice(from, from + piece));
}
