import { Unreadable } from '../../limits.ts';
import { plainPage, unreadPage } from '../layout.ts';
import type { Sink } from '../main.ts';
import { odditiesIn } from './oddities.ts';
import type { Sheet } from './xlsx.ts';

const rowsShown = 5000;

/** Sheets as rows, and as pages to read: a row a line, two spaces between cells. */
export function tellSheets(sheets: readonly Sheet[], sink: Sink): void {
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
    sink.page(plainPage(index + 1, lines), filled.length);
  });
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/gu, ' ').trim();
}
