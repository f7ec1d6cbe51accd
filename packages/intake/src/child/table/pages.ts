import { type Limits, Unreadable } from '../../limits.ts';
import { openCompound } from '../cfb.ts';
import { sheetsIn } from '../html/sheets.ts';
import { plainPage, unreadPage } from '../layout.ts';
import type { Sink } from '../main.ts';
import { tellLost } from '../text.ts';
import { endsEarly, readCsv } from './csv.ts';
import { odditiesIn, overlongIn } from './oddities.ts';
import { readXls } from './xls/xls.ts';
import { brokenOff, readXlsx, type Sheet } from './xlsx.ts';

const rowsShown = 5000;

/** Reads a table file: its sheets, and what there is to tell of them. */
export async function readSheets(
  content: 'xlsx' | 'xls' | 'csv' | 'html-table',
  bytes: Buffer,
  limits: Limits,
  sink: Sink,
): Promise<void> {
  if (content === 'xlsx') {
    tellSheets(await readXlsx(bytes, limits, sink.notice), sink);
    return;
  }
  if (content === 'html-table') {
    tellSheets(sheetsIn(bytes, limits, sink.notice), sink);
    sink.notice({
      kind: 'other',
      message: '文件里面是网页或者 XML（有的系统这样导出表格），是按其中的表格读取的，请对照原件',
    });
    return;
  }
  if (content === 'xls') {
    tellSheets(readXls(openCompound(bytes), limits, sink.notice), sink);
    return;
  }
  const rows = await readCsv(bytes, limits);
  tellSheets([{ name: '', rows }], sink);
  for (const message of [endsEarly(rows), overlongIn(rows)])
    if (message !== null) sink.notice({ kind: 'other', message });
  tellLost(rows.flat().join(''), sink);
}

/** Sheets as rows, and as pages to read: a row a line, two spaces between cells. */
function tellSheets(sheets: readonly Sheet[], sink: Sink): void {
  const filled = sheets.filter(
    (sheet) => sheet.unread !== undefined || sheet.rows.some((row) => row.some((cell) => cell.trim() !== '')),
  );
  if (filled.length === 0) throw new Unreadable('表格是空的，一行也没有；请核对是不是放错了文件');
  filled.forEach((sheet, index) => {
    if (sheet.unread !== undefined) {
      sink.page(unreadPage(index + 1, 0, 0, sheet.unread), filled.length);
      return;
    }
    sink.sheet(sheet);
    for (const message of odditiesIn(sheet.rows, sheet.name === '' ? '表格' : `工作表“${sheet.name}”`))
      sink.notice({ kind: 'other', page: index + 1, message });
    const lines = sheet.rows.slice(0, rowsShown).map((row) => row.map(oneLine).join('  ').trimEnd());
    if (sheet.rows.length > rowsShown)
      sink.notice({
        kind: 'other',
        page: index + 1,
        message: `表格共 ${sheet.rows.length} 行，页面只列出前 ${rowsShown} 行`,
      });
    const page = plainPage(index + 1, lines);
    const unread = brokenOff(sheet);
    sink.page(unread === undefined ? page : { ...page, unread }, filled.length);
  });
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim();
}
