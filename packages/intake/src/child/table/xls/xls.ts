import type { FileNotice } from '@anjuan/core';
import { Damaged, notWhole } from '../../../foreign.ts';
import { type Limits, Unreadable } from '../../../limits.ts';
import type { Compound } from '../../cfb.ts';
import { showsDay } from '../values.ts';
import { mostCells, type Sheet } from '../xlsx.ts';
import { Reader, type Record, recordsFrom } from './records.ts';
import { type Book, type ReadSheet, readSheet, textIn } from './sheet.ts';

const kinds = {
  begin: 0x809,
  end: 0x0a,
  locked: 0x2f,
  sheet: 0x85,
  strings: 0xfc,
  early: 0x22,
  codes: 0x42,
  format: 0x41e,
  style: 0xe0,
  outside: 0x1ae,
} as const;
const newest = 0x600;
const mostText = 64 * 2 ** 20;
const codePages: Readonly<{ [page: number]: string }> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  1252: 'windows-1252',
};

/** The stream of a workbook of Excel 95 to 2003, or of WPS; null where a file of the old Office holds none. */
export function workbookIn(file: Compound): Buffer | null {
  return file.stream('Workbook') ?? file.stream('Book') ?? file.stream('WORKBOOK');
}

interface Listed {
  readonly name: string;
  readonly at: number;
  readonly hidden: boolean;
}

/** Sheets of an XLS in their order; throws {@link Unreadable} for one with a password and for what is no workbook. */
export function readXls(file: Compound, limits: Limits, onNotice: (notice: FileNotice) => void): Sheet[] {
  const stream = workbookIn(file);
  if (stream === null) throw new Damaged('文件缺少工作簿');
  const { book, sheets, outside, holed } = headOf(stream);
  if (holed) onNotice({ kind: 'other', message: '工作簿里记录格式的部分已损坏，其中的日期可能显示为数字，请对照原件' });
  let cells = 0;
  const count = (): void => {
    if (++cells > mostCells)
      throw new Unreadable(`表格超过 ${mostCells / 10_000} 万个单元格，没有读取；请分成几个文件`);
  };
  const found: ReadSheet[] = [];
  const read = sheets.map(({ name, at, hidden }): Sheet => {
    if (at + 4 > stream.length || stream.readUInt16LE(at) !== kinds.begin)
      return { name, rows: [], unread: `工作表“${name}”缺失或已损坏，其中的内容没有读到，请对照原件` };
    const sheet = readSheet(stream, at, book, limits, count);
    found.push(sheet);
    if (hidden) onNotice({ kind: 'hidden', message: `工作表“${name}”是隐藏的，也已读取` });
    if (sheet.concealed !== '')
      onNotice({ kind: 'hidden', message: `工作表“${name}”有${sheet.concealed}是隐藏的，也已读取` });
    for (const message of doubtsOf(sheet)) onNotice({ kind: 'other', message: `工作表“${name}”${message}` });
    return { name, rows: sheet.rows };
  });
  if (file.names.includes('_VBA_PROJECT_CUR')) onNotice({ kind: 'script', message: '文件含有宏，没有执行' });
  if (outside)
    onNotice({ kind: 'external', message: '表格引用了外部文件，没有打开；引用来的数字是上次保存时的，请核对' });
  const embedded = file.names.filter((name) => /^MBD[0-9A-F]{8}$/u.test(name)).length;
  tellDrawn(found, embedded, onNotice);
  return read;
}

function doubtsOf({ lost, cut }: ReadSheet): string[] {
  return [
    ...(lost > 0 ? [`有 ${lost} 个单元格的内容缺失、重复或者放得太偏，没有读到，请对照原件`] : []),
    ...(cut ? [`没有读完就中断了，后面的行可能没有读到；${notWhole}`] : []),
  ];
}

/** What the sheets show beside their cells. */
function tellDrawn(sheets: readonly ReadSheet[], embedded: number, onNotice: (notice: FileNotice) => void): void {
  const sum = (pick: (sheet: ReadSheet) => number): number => sheets.reduce((all, sheet) => all + pick(sheet), 0);
  const pictures = Math.max(0, sum((sheet) => sheet.pictures) - embedded);
  if (sum((sheet) => sheet.notes) > 0)
    onNotice({ kind: 'beside', message: '表格带有批注，批注没有读取，请打开原件查看' });
  if (pictures > 0)
    onNotice({ kind: 'other', message: `表格里有 ${pictures} 幅图片，图片里的文字没有读取，请打开原件查看` });
  if (embedded > 0)
    onNotice({
      kind: 'attachment',
      message: `表格里嵌有 ${embedded} 个对象（可能是别的文书），没有读取；请打开原件查看，是文书的另存出来单独放入`,
    });
  if (sum((sheet) => sheet.boxes) > 0)
    onNotice({ kind: 'other', message: '表格里有文本框或者图形，其中的文字没有读取，请打开原件查看' });
}

function headOf(stream: Buffer): { book: Book; sheets: readonly Listed[]; outside: boolean; holed: boolean } {
  const sheets: Listed[] = [];
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let strings: readonly string[] = [];
  let early = false;
  let codes: string | null = null;
  let [outside, holed] = [false, false];
  for (const record of recordsFrom(stream, 0)) {
    const { kind, bytes } = record;
    if (kind === kinds.end) break;
    const long = bytes.length;
    // No record has this kind: nothing was written there.
    if (kind === 0) holed = true;
    if (kind === kinds.begin && long >= 2) codes = bytes.readUInt16LE(0) >= newest ? null : 'gb18030';
    else if (kind === kinds.locked)
      throw new Unreadable(
        '是加了密码的旧版 Excel（.xls）或者 WPS 表格（.et）文件，这里打不开；请用 Excel 或者 WPS 输入密码打开，去掉密码后另存为 XLSX，再放入',
      );
    else if (kind === kinds.codes && long >= 2 && codes !== null) codes = codePages[bytes.readUInt16LE(0)] ?? codes;
    else if (kind === kinds.sheet && long >= 7) {
      const name = textIn(new Reader(record, 7), bytes[6] ?? 0, codes);
      // Sheets of macros and charts have no cells.
      if (bytes[5] === 0) sheets.push({ name, at: bytes.readUInt32LE(0), hidden: ((bytes[4] ?? 0) & 3) !== 0 });
    } else if (kind === kinds.strings) strings = stringsIn(record);
    else if (kind === kinds.early && long >= 2) early = bytes.readUInt16LE(0) === 1;
    else if (kind === kinds.format && long >= 3) formats.set(bytes.readUInt16LE(0), formatIn(record, codes));
    else if (kind === kinds.style && long >= 4) styles.push(bytes.readUInt16LE(2));
    else if (kind === kinds.outside && long >= 4) outside ||= ![0x401, 0x3a01].includes(bytes.readUInt16LE(2));
  }
  if (sheets.length === 0) throw new Damaged('文件里没有列出工作表');
  const dates = new Set(styles.flatMap((format, index) => (showsDay(format, formats.get(format)) ? [index] : [])));
  return { book: { strings, dates, styles: styles.length, early, codes }, sheets, outside, holed };
}

function formatIn(record: Record, codes: string | null): string {
  const { bytes } = record;
  return codes === null
    ? textIn(new Reader(record, 4), bytes.readUInt16LE(2), null)
    : textIn(new Reader(record, 3), bytes[2] ?? 0, codes);
}

/** Texts that cells name by their number. */
function stringsIn(record: Record): string[] {
  const strings: string[] = [];
  if (record.bytes.length < 8) return strings;
  const count = record.bytes.readUInt32LE(4);
  const reader = new Reader(record, 8);
  let total = 0;
  while (strings.length < count && !reader.done) {
    const text = reader.text(reader.short());
    total += text.length;
    if (total > mostText) throw new Unreadable('表格里的文字超过 64 MB，没有读取；请分成几个文件');
    strings.push(text);
  }
  return strings;
}
