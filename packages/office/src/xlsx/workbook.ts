import type { TableChart } from '@anjuan/core';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { installChartSupport } from '@cj-tech-master/excelts/chart';
import { clean } from '../clean.ts';
import { fixTimes } from '../zip.ts';

/** Sheets of a workbook; the same content and day give the same bytes. */
export interface WorkbookModel {
  readonly title: string;
  readonly organ: string;
  /** `YYYY-MM-DD`; every time inside the file is that day. */
  readonly day: string;
  readonly sheets: readonly SheetModel[];
}

export interface SheetModel {
  readonly name: string;
  /** A line above the heads, over all columns. */
  readonly title?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** Native charts right of the table: one bar or slice for each row. */
  readonly charts?: readonly TableChart[];
}

export interface SheetColumn {
  readonly title: string;
  /** In characters of the sheet's face; a Chinese one takes two. */
  readonly width: number;
  /** `percent` shows a share of 1 to two decimals, `score` two decimals, `whole` none. */
  readonly format?: 'text' | 'percent' | 'score' | 'whole';
}

/** Null leaves the cell empty. A string stays a string whatever it begins with. */
export type SheetValue = string | number | null;

const formats = { text: '@', percent: '0.00%', score: '0.00', whole: '0' } as const;

/**
 * The bytes of an XLSX file: heads frozen and filtered, wide text wrapped, print fitted to the page's width. Text cells are typed and formatted
 * as text, so that one beginning with = + - or @ is no formula, not even after it is edited.
 */
export async function writeXlsx(model: WorkbookModel): Promise<Uint8Array> {
  if (model.sheets.some((sheet) => (sheet.charts ?? []).length > 0)) installChartSupport();
  const at = new Date(`${model.day}T12:00:00Z`);
  const book = new Workbook();
  book.creator = clean(model.organ);
  book.lastModifiedBy = clean(model.organ);
  book.title = clean(model.title);
  book.created = at;
  book.modified = at;
  const names = new Set<string>();
  for (const sheet of model.sheets) addSheet(book, sheet, sheetName(sheet.name, names));
  return fixTimes(new Uint8Array(await book.xlsx.writeBuffer({ validateOutput: false })), model.day);
}

function addSheet(book: Workbook, model: SheetModel, name: string): void {
  const head = model.title === undefined ? 1 : 2;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: head }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = model.columns.map((column) => ({ width: column.width }));
  const last = Math.max(model.columns.length, 1);
  if (model.title !== undefined) {
    sheet.mergeCells(1, 1, 1, last);
    const cell = sheet.getCell(1, 1);
    cell.value = clean(model.title);
    cell.font = { name: '黑体', size: 14 };
    cell.alignment = { horizontal: 'center', vertical: 'middle' };
    sheet.getRow(1).height = 26;
  }
  model.columns.forEach((column, index) => {
    const cell = sheet.getCell(head, index + 1);
    cell.value = clean(column.title);
    cell.font = { name: '黑体', size: 11 };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = ruled;
  });
  model.rows.forEach((row, line) => {
    row.forEach((value, index) => {
      const column = model.columns[index];
      const cell = sheet.getCell(head + line + 1, index + 1);
      cell.value = typeof value === 'string' ? clean(value) : value;
      cell.numFmt = typeof value === 'string' ? '@' : formats[column?.format ?? 'text'];
      cell.font = { name: '宋体', size: 10.5 };
      cell.alignment = { vertical: 'middle', wrapText: true, horizontal: typeof value === 'number' ? 'right' : 'left' };
      cell.border = ruled;
    });
    sheet.getRow(head + line + 1).height = heightOf(row, model.columns);
  });
  if (model.rows.length > 0 && model.columns.length > 0) {
    sheet.autoFilter = { from: { row: head, col: 1 }, to: { row: head + model.rows.length, col: last } };
  }
  sheet.pageSetup.printTitlesRow = `1:${head}`;
  addCharts(sheet, model, name, head);
}

function addCharts(sheet: Worksheet, model: SheetModel, name: string, head: number): void {
  if (model.rows.length === 0) return;
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const first = model.columns.length + 1;
  (model.charts ?? []).forEach((chart, index) => {
    const rows = Math.min(model.rows.length, chart.rows ?? model.rows.length);
    const range = (column: number) => `${quoted}!$${letters(column)}$${head + 1}:$${letters(column)}$${head + rows}`;
    const series = chart.values.map((column) => ({
      name: { formula: `${quoted}!$${letters(column)}$${head}` },
      categories: range(chart.labels),
      values: range(column),
    }));
    const place = {
      tl: { col: first, row: index * 20 },
      br: { col: first + 9, row: index * 20 + 19 },
    };
    const shared = { title: clean(chart.title), showLegend: chart.kind === 'pie' || series.length > 1, series };
    if (chart.kind === 'pie') sheet.addChart({ type: 'pie', ...shared, dataLabels: valuesOnly }, place);
    else if (chart.kind === 'stacked')
      sheet.addBarChart({ ...shared, grouping: 'percentStacked', overlap: 100 }, place);
    else if (chart.kind === 'bar')
      sheet.addBarChart({ ...shared, categoryAxis: { orientation: 'maxMin' }, dataLabels: valuesOnly }, place);
    else sheet.addColumnChart({ ...shared, dataLabels: valuesOnly }, place);
  });
}

const valuesOnly = {
  showVal: true,
  showCatName: false,
  showSerName: false,
  showLegendKey: false,
  showPercent: false,
} as const;

const ruled = {
  top: { style: 'thin' },
  bottom: { style: 'thin' },
  left: { style: 'thin' },
  right: { style: 'thin' },
} as const;

/** Points a row needs for all its words: programs do not measure wrapped cells on opening. A row of Excel ends at 409 points. */
function heightOf(row: readonly SheetValue[], columns: readonly SheetColumn[]): number {
  const lines = row.map((value, index) => {
    if (typeof value !== 'string') return 1;
    const width = Math.max(1, (columns[index]?.width ?? 10) - 2);
    return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / width)), 0);
  });
  return Math.min(409, 4 + 14 * Math.max(1, ...lines));
}

/** Width in the sheet's characters: a Chinese one takes two. */
function wide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < '\u0080' ? 1 : 2), 0);
}

/** A → Z, AA → … for a 0-based column. */
function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A name Excel accepts: at most 31 letters, none of []:*?/\, no apostrophe at either end, different from the others. */
function sheetName(wanted: string, taken: Set<string>): string {
  const stem =
    clean(wanted)
      .replace(/[[\]:*?/\\]/gu, '_')
      .replace(/^'+|'+$/gu, '')
      .slice(0, 28) || '表';
  let name = stem;
  for (let nth = 2; taken.has(name.toLowerCase()); nth++) name = `${stem}${nth}`;
  taken.add(name.toLowerCase());
  return name;
}
