import { type Limits, Unreadable } from '../../../limits.ts';
import { Concealed } from '../concealed.ts';
import { dayOf, plainNumber } from '../values.ts';
import { rowsInOrder } from '../xlsx.ts';
import { Reader, type Record, recordsFrom } from './records.ts';

/** What all sheets of a workbook share. */
export interface Book {
  readonly strings: readonly string[];
  /** Cell styles that show a day, and how many there are. */
  readonly dates: ReadonlySet<number>;
  readonly styles: number;
  /** Days count from 1904. */
  readonly early: boolean;
  /** How texts are kept: with their width, or as bytes of a page of codes. */
  readonly codes: string | null;
}

/** A sheet as it was read, and how much of it was not. */
export interface ReadSheet {
  readonly rows: string[][];
  readonly concealed: string;
  /** Cells whose text is not there. */
  readonly lost: number;
  readonly notes: number;
  readonly pictures: number;
  /** Shapes with words. */
  readonly boxes: number;
  /** It breaks off before its end. */
  readonly cut: boolean;
}

const kinds = {
  begin: 0x809,
  end: 0x0a,
  formula: 0x06,
  result: 0x207,
  number: 0x203,
  short: 0x27e,
  shorts: 0xbd,
  shared: 0xfd,
  label: 0x204,
  rich: 0xd6,
  answer: 0x205,
  row: 0x208,
  columns: 0x7d,
  note: 0x1c,
  object: 0x5d,
  words: 0x1b6,
} as const;
const mostColumns = 256;
const mostDeep = 20;

/** What a program shows in place of a value that is none. */
const errors: Readonly<{ [code: number]: string }> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

/** Reads the sheet that begins at a place of the stream. `count` is called for each cell. */
export function readSheet(stream: Buffer, from: number, book: Book, limits: Limits, count: () => void): ReadSheet {
  const sheet = new Sheet(book, limits, count);
  for (const record of recordsFrom(stream, from)) if (!sheet.take(record)) break;
  return sheet.done();
}

/** A text with its length before it, as the files of one time or another have it. */
export function textIn(reader: Reader, length: number, codes: string | null): string {
  if (codes === null) return reader.text(length);
  const bytes = Buffer.from(reader.characters(length, false), 'latin1');
  return new TextDecoder(codes).decode(bytes);
}

class Sheet {
  readonly #book: Book;
  readonly #limits: Limits;
  readonly #count: () => void;
  readonly #rows = new Map<number, string[]>();
  readonly #concealed = new Concealed();
  /** Parts that are open, one in the other: a chart lies within a sheet. */
  #depth = 0;
  #ended = false;
  #lost = 0;
  #notes = 0;
  #pictures = 0;
  #boxes = 0;
  /** The cell whose formula waits for its words. */
  #waiting: readonly [row: number, column: number] | null = null;

  constructor(book: Book, limits: Limits, count: () => void) {
    this.#book = book;
    this.#limits = limits;
    this.#count = count;
  }

  /** Takes the next record; false when the sheet is at its end. */
  take(record: Record): boolean {
    const { kind, bytes } = record;
    if (kind === kinds.begin && ++this.#depth > mostDeep) return false;
    if (kind === kinds.end) {
      this.#depth--;
      this.#ended = this.#depth <= 0;
      return !this.#ended;
    }
    if (this.#depth > 1) return true;
    if (bytes.length >= 6) this.#cell(kind, record);
    switch (kind) {
      case kinds.result:
        if (this.#waiting !== null && bytes.length >= 3)
          this.#put(
            this.#waiting[0],
            this.#waiting[1],
            textIn(new Reader(record, 2), bytes.readUInt16LE(0), this.#book.codes),
          );
        this.#waiting = null;
        break;
      case kinds.row:
        if (bytes.length >= 14)
          this.#concealed.row(bytes.readUInt16LE(0) + 1, { hidden: ((bytes[12] ?? 0) & 0x20) === 0 ? '0' : '1' });
        break;
      case kinds.columns:
        if (bytes.length >= 10)
          this.#concealed.column({
            hidden: ((bytes[8] ?? 0) & 1) === 0 ? '0' : '1',
            min: String(bytes.readUInt16LE(0) + 1),
            max: String(bytes.readUInt16LE(2) + 1),
          });
        break;
      case kinds.note:
        this.#notes++;
        break;
      case kinds.object:
        if (bytes.length >= 6 && bytes.readUInt16LE(4) === 8) this.#pictures++;
        break;
      case kinds.words:
        this.#boxes++;
        break;
      default:
        break;
    }
    return true;
  }

  done(): ReadSheet {
    return {
      rows: rowsInOrder(this.#rows),
      concealed: this.#concealed.among(this.#rows),
      lost: this.#lost,
      notes: this.#notes,
      pictures: this.#pictures,
      // Remarks have their words in shapes too.
      boxes: Math.max(0, this.#boxes - this.#notes),
      cut: !this.#ended,
    };
  }

  #cell(kind: number, record: Record): void {
    const { bytes } = record;
    const [row, column, style] = [bytes.readUInt16LE(0), bytes.readUInt16LE(2), bytes.readUInt16LE(4)];
    const put = (text: string): void => this.#put(row, column, text);
    switch (kind) {
      case kinds.shared: {
        const text = bytes.length >= 10 ? this.#book.strings[bytes.readUInt32LE(6)] : undefined;
        if (text === undefined) this.#lost++;
        else put(text);
        break;
      }
      case kinds.label:
      case kinds.rich:
        if (bytes.length >= 8) put(textIn(new Reader(record, 8), bytes.readUInt16LE(6), this.#book.codes));
        break;
      case kinds.number:
        if (bytes.length >= 14) put(this.#shown(bytes.readDoubleLE(6), style));
        break;
      case kinds.short:
        if (bytes.length >= 10) put(this.#shown(shortNumber(bytes.readUInt32LE(6)), style));
        break;
      case kinds.shorts:
        for (let at = 4, index = column; at + 8 <= bytes.length; at += 6, index++)
          this.#put(row, index, this.#shown(shortNumber(bytes.readUInt32LE(at + 2)), bytes.readUInt16LE(at)));
        break;
      case kinds.answer:
        if (bytes.length >= 8) put((bytes[7] ?? 0) === 0 ? yes(bytes[6]) : (errors[bytes[6] ?? 0] ?? '#N/A'));
        break;
      case kinds.formula:
        if (bytes.length >= 14) this.#formula(bytes, row, column, style);
        break;
      default:
        break;
    }
  }

  #formula(bytes: Buffer, row: number, column: number, style: number): void {
    this.#waiting = null;
    if (bytes.readUInt16LE(12) !== 0xffff) {
      this.#put(row, column, this.#shown(bytes.readDoubleLE(6), style));
      return;
    }
    const [kind, value] = [bytes[6], bytes[8]];
    if (kind === 0) this.#waiting = [row, column];
    else if (kind === 1) this.#put(row, column, yes(value));
    else if (kind === 2) this.#put(row, column, errors[value ?? 0] ?? '#N/A');
  }

  #shown(value: number, style: number): string {
    return this.#book.dates.has(style) ? dayOf(value, this.#book.early) : plainNumber(String(value));
  }

  #put(row: number, column: number, text: string): void {
    if (text === '') return;
    if (column >= mostColumns) {
      this.#lost++;
      return;
    }
    this.#count();
    const cells = this.#rows.get(row + 1) ?? [];
    if (cells.length === 0 && this.#rows.size >= this.#limits.rows)
      throw new Unreadable(`表格超过 ${this.#limits.rows} 行，没有读取；请分成几个文件`);
    while (cells.length < column) cells.push('');
    if ((cells[column] ?? '') !== '') this.#lost++;
    cells[column] = text;
    this.#rows.set(row + 1, cells);
  }
}

function yes(value: number | undefined): string {
  return value === 1 ? '是' : '否';
}

/** A number of thirty bits: whole or the upper half of a broken one, and whether it stands for a hundredth. */
function shortNumber(value: number): number {
  let number: number;
  if ((value & 2) !== 0) number = (value | 0) >> 2;
  else {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE((value & 0xfffffffc) >>> 0, 4);
    number = bytes.readDoubleLE(0);
  }
  return (value & 1) !== 0 ? number / 100 : number;
}
