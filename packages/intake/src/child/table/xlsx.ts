import type { FileNotice } from '@anjuan/core';
import { openArchive } from '../../archive.ts';
import { Damaged, lostFor, notWhole } from '../../foreign.ts';
import { Broken, Declared, type Limits, Unreadable } from '../../limits.ts';
import { child, children, parseXml, readXml, type XmlReader } from '../xml.ts';
import { isDrawn, tellBeside } from './beside.ts';
import { Concealed } from './concealed.ts';
import { unescaped } from './escapes.ts';
import { LookedAt, type Looks, looksOf, noLooks } from './looks.ts';
import { sharedStrings } from './strings.ts';
import { dayOf, plainNumber } from './values.ts';

/** A sheet with the text of its cells as the table shows them, rows and columns from the first; empty rows are kept. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Why it could not be read; then it has no rows. */
  readonly unread?: string;
  /** The row behind which it is damaged. */
  readonly cut?: number;
}

/** What is said of a sheet that breaks off; undefined for one that is whole. */
export function brokenOff({ name, cut }: Sheet): string | undefined {
  return cut === undefined ? undefined : `工作表“${name}”在第 ${cut} 行之后已损坏，后面的行没有读到；${notWhole}`;
}

export const mostCells = 2_000_000;
const longestCell = 1_000_000;
const mostColumns = 2000;
const mostRows = 1_048_576;

/** Sheets of an XLSX in their order. Memory goes by the cells that are there, whatever the file says of its size. Throws {@link Unreadable}. */
export async function readXlsx(
  bytes: Buffer,
  limits: Limits,
  onNotice: (notice: FileNotice) => void,
): Promise<Sheet[]> {
  const archive = await openArchive(bytes, limits);
  try {
    const part = async (name: string): Promise<Buffer | null> => {
      const entry = archive.entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
      return entry === undefined || entry.refused !== null ? null : entry.read();
    };
    const workbook = await part('xl/workbook.xml');
    if (workbook === null) throw new Damaged('XLSX 缺少工作簿');
    const book = parseXml(workbook, limits, 'XLSX 工作簿');
    const relations = await part('xl/_rels/workbook.xml.rels');
    const targets = new Map<string, string>();
    if (relations !== null) {
      for (const relation of parseXml(relations, limits, 'XLSX 里记录各工作表位置的部分').children)
        targets.set(relation.attributes.Id ?? '', relation.attributes.Target ?? '');
    }
    const shared: string[] = [];
    await part('xl/sharedStrings.xml')
      .then((strings) => {
        const struck = sharedStrings(strings, limits, shared);
        if (struck > 0)
          onNotice({ kind: 'hidden', message: `表格里有 ${struck} 个单元格中夹有划去的字，没有采信，请对照原件` });
      })
      .catch((error: unknown) => {
        if (!(error instanceof Broken) || error instanceof Declared) throw error;
        onNotice({ kind: 'other', message: `XLSX 里存放文字的部分${lostFor(error)}` });
      });
    const formats = await part('xl/styles.xml')
      .then((styles) => looksOf(styles, limits))
      .catch((error: unknown) => {
        if (!(error instanceof Broken)) throw error;
        onNotice({ kind: 'other', message: `XLSX 里存放格式的部分${lostFor(error)}；日期可能显示为数字` });
        return { ...noLooks, styles: Infinity };
      });
    const early = child(book, 'workbookPr')?.attributes.date1904 === '1';
    const sheets: Sheet[] = [];
    let cells = 0;
    for (const listed of children(child(book, 'sheets'), 'sheet')) {
      const target = targets.get(listed.attributes.id ?? '') ?? `worksheets/sheet${sheets.length + 1}.xml`;
      const name = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const title = listed.attributes.name ?? '';
      const unread = `工作表“${title}”缺失或已损坏，其中的内容没有读到，请对照原件`;
      let content: Buffer | null;
      try {
        content = await part(name);
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        content = null;
      }
      if (content === null) {
        sheets.push({ name: title, rows: [], unread });
        continue;
      }
      if (listed.attributes.state === 'hidden' || listed.attributes.state === 'veryHidden')
        onNotice({ kind: 'hidden', message: `工作表“${listed.attributes.name ?? ''}”是隐藏的，也已读取` });
      try {
        const { rows, concealed, cut, looked, ...found } = readSheet(
          content,
          limits,
          { shared, ...formats, early },
          () => {
            if (++cells > mostCells)
              throw new Unreadable(`表格超过 ${mostCells / 10_000} 万个单元格，没有读取；请分成几个文件`);
          },
        );
        sheets.push({ name: title, rows, ...(cut === null ? {} : { cut }) });
        if (concealed !== '') onNotice({ kind: 'hidden', message: `工作表“${title}”有${concealed}是隐藏的，也已读取` });
        for (const message of looked) onNotice({ kind: 'hidden', message: `工作表“${title}”${message}` });
        for (const message of doubts(found)) onNotice({ kind: 'other', message: `工作表“${title}”${message}` });
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        sheets.push({
          name: title,
          rows: [],
          unread: error instanceof Declared ? `工作表“${title}”${lostFor(error)}` : unread,
        });
      }
    }
    const names = archive.entries.map((entry) => entry.name);
    await tellBeside(names, part, onNotice);
    const isBlank = ({ rows, unread }: Sheet): boolean =>
      unread === undefined && !rows.some((row) => row.some((cell) => cell.trim() !== ''));
    if (isDrawn(names) && sheets.every(isBlank))
      throw new Unreadable('表格的单元格里没有内容，只有图片或者图形，没有读取；请打印成 PDF 后再放入');
    return sheets;
  } finally {
    archive.close();
  }
}

/** Cells of a sheet that were not read as people see them, counted. */
interface Doubts {
  /** Their text is not there, another stands in their place, or they stand beyond all measure. */
  readonly lost: number;
  /** Formulas whose result the file does not hold. */
  readonly uncounted: number;
  /** Their format is not there: a day may stand as a number. */
  readonly unformed: number;
  /** Rows that stand under the number of another. */
  readonly doubled: number;
}

function doubts({ lost, uncounted, unformed, doubled }: Doubts): string[] {
  return [
    ...(lost > 0 ? [`有 ${lost} 个单元格的内容缺失、重复或者放得太偏，没有读到，请对照原件`] : []),
    ...(uncounted > 0
      ? [`有 ${uncounted} 个单元格是公式，文件里没有存计算结果，没有读到；请用 Excel 或者 WPS 打开后保存一次，再放入`]
      : []),
    ...(unformed > 0 ? [`有 ${unformed} 个单元格的格式缺失，其中的日期可能显示为数字，请对照原件`] : []),
    ...(doubled > 0 ? [`有 ${doubled} 行的行号与别的行重复，已接在最后读取，请对照原件`] : []),
  ];
}

interface Book extends Looks {
  readonly shared: readonly string[];
  /** Days count from 1904. */
  readonly early: boolean;
}

interface ReadSheet extends Doubts {
  readonly rows: string[][];
  /** How many rows and columns with something in them are not shown, in Chinese; empty for none. */
  readonly concealed: string;
  /** What there is to tell of how its cells look. */
  readonly looked: readonly string[];
  /** The last row before the damage; null for a sheet that is whole. */
  readonly cut: number | null;
}

/** What a sheet may begin with; charts and dialogues have no cells. */
const sheetRoots = new Set(['worksheet', 'chartsheet', 'dialogsheet', 'macrosheet', 'xmlMacrosheet']);

function readSheet(content: Buffer, limits: Limits, book: Book, count: () => void): ReadSheet {
  const rows = new Map<number, string[]>();
  let row = 0;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let taking = false;
  let [lost, uncounted, unformed, doubled] = [0, 0, 0, 0];
  let last = 0;
  let [counted, valued] = [false, false];
  const concealed = new Concealed();
  const [struck, unseen] = [new LookedAt(), new LookedAt()];
  let root = '';
  const reader: XmlReader = {
    open: (name, attributes) => {
      if (root === '' && !sheetRoots.has(name)) throw new Broken(`XLSX 工作表已损坏，内容不是应有的；${notWhole}`);
      root ||= name;
      if (name === 'col') concealed.column(attributes);
      else if (name === 'row') {
        row = Number(attributes.r ?? row + 1) || row + 1;
        if (rows.has(row)) {
          row = last + 1;
          doubled++;
        }
        last = Math.max(last, row);
        column = -1;
        concealed.row(row, attributes);
      } else if (name === 'c') {
        column = columnOf(attributes.r) ?? column + 1;
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        value = '';
        [counted, valued] = [false, false];
      } else if (name === 'f') counted = true;
      else if (name === 'v' || name === 't') [taking, valued] = [true, true];
      else if (name === 'rPh') taking = false;
    },
    text: (text) => {
      if (!taking) return;
      if (value.length + text.length > longestCell)
        throw new Unreadable(
          `表格第 ${row} 行有一个单元格超过 ${longestCell / 10_000} 万字，不是正常的台账，没有读取；请用 Excel 打开核对后再放入`,
        );
      value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      if (name === 'c' && counted && !valued) uncounted++;
      if (name !== 'c' || value === '') return;
      if (!(style >= 0 && style < Math.max(1, book.styles)) && type === 'n') unformed++;
      if (column >= mostColumns || row > mostRows || (type === 's' && book.shared[Number(value)] === undefined)) {
        lost++;
        return;
      }
      count();
      const cells = rows.get(row) ?? [];
      if (cells.length === 0 && rows.size >= limits.rows)
        throw new Unreadable(`表格超过 ${limits.rows} 行，没有读取；请分成几个文件`);
      while (cells.length < column) cells.push('');
      if ((cells[column] ?? '') !== '') lost++;
      cells[column] = shownAs(value, type, style, book);
      if (book.struck.has(style)) struck.add(row);
      if (book.unseen.has(style)) unseen.add(row);
      rows.set(row, cells);
    },
  };
  let cut: number | null = null;
  try {
    readXml(content, limits, 'XLSX 工作表', reader);
  } catch (error) {
    // The row in which it breaks off may be read in part.
    rows.delete(row);
    if (!(error instanceof Broken) || error instanceof Declared || rows.size < 2) throw error;
    cut = row - 1;
  }
  const looked = [
    ...struck.told('的文字是划去的').map((words) => `${words}，请核对这些内容是不是已经作废`),
    ...unseen.told('的文字看不见（与底色相同，或者设成了不显示）').map((words) => `${words}，请对照原件`),
  ];
  return { rows: rowsInOrder(rows), concealed: concealed.among(rows), looked, cut, lost, uncounted, unformed, doubled };
}

/** Rows by their numbers, from the first. */
export function rowsInOrder(rows: ReadonlyMap<number, string[]>): string[][] {
  // A sheet may say one thing in its first row and another in its last: gaps longer than a page are closed.
  const found = [...rows.keys()].sort((a, b) => a - b);
  const sheet: string[][] = [];
  for (const number of found) {
    const gap = number - 1 - sheet.length;
    if (gap > 0 && gap <= 1000) for (let empty = 0; empty < gap; empty++) sheet.push([]);
    sheet.push(rows.get(number) ?? []);
  }
  return sheet;
}

function shownAs(value: string, type: string, style: number, book: Book): string {
  switch (type) {
    case 's':
      return book.shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? '是' : '否';
    case 'n':
      return book.dates.has(style) ? dayOf(Number(value), book.early) : plainNumber(value);
    default:
      return unescaped(value);
  }
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
