import { cellOf, type OfficialDocument, type OfficialTable, plainText } from '@anjuan/core';
import type { SheetColumn, SheetModel, SheetValue, WorkbookModel } from './workbook.ts';

/** The tables of a document as sheets of a workbook; columns whose cells are all numbers hold numbers. */
export function workbookOf(document: OfficialDocument): WorkbookModel {
  const title = document.title.replaceAll('\n', '');
  const parts = [{ title, body: document.body }, ...document.annexes];
  const sheets = parts.flatMap((part) =>
    part.body.flatMap((block) => (block.is === 'table' ? [sheetOf(block.caption ?? part.title, block)] : [])),
  );
  const words = parts[0]?.body.flatMap((block) => (block.is === 'table' ? [] : [[plainText(block.text)]])) ?? [];
  const text: SheetModel = { name: '说明', columns: [{ title, width: 100 }], rows: words };
  return {
    title,
    organ: document.signed?.organ ?? '',
    day: document.day,
    sheets: sheets.length === 0 ? [text] : sheets,
  };
}

const numeric = /^-?\d+(?:\.\d+)?$/u;
const share = /^\d+(?:\.\d+)?%$/u;

function sheetOf(name: string, table: OfficialTable): SheetModel {
  const rows = table.rows.map((row) => spread(row.cells));
  const formats = table.columns.map((_, index) => formatOf(rows.map((row) => row[index] ?? '')));
  const columns = table.columns.map(
    (column, index): SheetColumn => ({
      title: column.title,
      width: widthOf(column.title, formats[index] === 'text' ? rows.map((row) => row[index] ?? '') : []),
      ...(formats[index] === undefined ? {} : { format: formats[index] }),
    }),
  );
  return {
    name,
    title: name,
    columns,
    rows: rows.map((row) => row.map((text, index) => cellValue(text, formats[index] ?? 'text'))),
    ...(table.chart === undefined ? {} : { charts: [table.chart] }),
  };
}

/** One text a column; a cell that covers several stands in the first. */
function spread(cells: OfficialTable['rows'][number]['cells']): string[] {
  return cells.flatMap((raw) => {
    const cell = cellOf(raw);
    return [plainText(cell.text), ...Array.from({ length: (cell.columns ?? 1) - 1 }, () => '')];
  });
}

type Format = NonNullable<SheetColumn['format']>;

function formatOf(texts: readonly string[]): Format {
  const filled = texts.filter((text) => text !== '' && text !== '—');
  if (filled.length === 0) return 'text';
  if (filled.every((text) => share.test(text))) return 'percent';
  if (!filled.every((text) => numeric.test(text) && text.length < 15)) return 'text';
  return filled.every((text) => !text.includes('.')) ? 'whole' : 'score';
}

function cellValue(text: string, format: Format): SheetValue {
  if (format === 'text') return text;
  if (text === '' || text === '—') return null;
  return format === 'percent' ? Math.round(Number(text.slice(0, -1)) * 100) / 10000 : Number(text);
}

function widthOf(title: string, texts: readonly string[]): number {
  const wide = (text: string) =>
    Math.max(0, ...text.split('\n').map((line) => [...line].reduce((sum, one) => sum + (one < '\u0080' ? 1 : 2), 0)));
  const longest = texts.reduce((most, text) => Math.max(most, wide(text)), wide(title));
  return Math.min(60, Math.max(8, longest + 2));
}
