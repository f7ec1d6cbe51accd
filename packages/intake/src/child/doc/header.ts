import { Damaged } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import type { Compound } from '../cfb.ts';

/** Places of the lists that a paper has beside its text, by their number in the head ([MS-DOC] 2.5.6). */
export const lists = {
  styles: 1,
  headers: 11,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  authors: 51,
  listKinds: 73,
  lists: 74,
} as const;

/** The head of a paper of Word 97 to 2003, as WPS writes it too, and what lies beside its text. */
export interface Header {
  /** The stream with the text. */
  readonly text: Buffer;
  readonly data: Buffer;
  /** Characters of each part, one behind the other in this order. */
  readonly counts: Readonly<
    Record<'body' | 'footnotes' | 'headers' | 'macros' | 'remarks' | 'endnotes' | 'boxes' | 'headerBoxes', number>
  >;
  /** One of the {@link lists} from its beginning to the end of the stream it lies in; empty where there is none. */
  from(list: number): Buffer;
  /** The same, as long as the head says. */
  list(list: number): Buffer;
  /** A stream is shorter than the file says. */
  readonly cut: boolean;
}

const oldest = 193;
const fromOffice = '请用 Word 或者 WPS 打开，另存为 DOCX 或 PDF 后再放入';

/** Reads the head; throws {@link Unreadable} for papers older than Word 97 and those with a password. */
export function headerOf(file: Compound): Header {
  const text = file.stream('WordDocument');
  if (text === null || text.length < 0x200) throw new Damaged('文件缺少正文');
  const mark = text.readUInt16LE(0);
  const version = text.readUInt16LE(2);
  if (mark !== 0xa5ec && version < oldest) throw new Unreadable(`是 Word 95 或者更早的文件，读不出；${fromOffice}`);
  if (mark !== 0xa5ec) throw new Damaged('文件的正文已损坏');
  if (version < oldest) throw new Unreadable(`是 Word 95 或者更早的文件，读不出；${fromOffice}`);
  const flags = text.readUInt16LE(10);
  if ((flags & 0x0100) !== 0)
    throw new Unreadable(
      '是加了密码的旧版 Word（.doc）或者 WPS 文字（.wps）文件，这里打不开；请用 Word 或者 WPS 输入密码打开，去掉密码后另存为 DOCX，再放入',
    );
  const name = (flags & 0x0200) === 0 ? '0Table' : '1Table';
  const table = file.stream(name);
  if (table === null) throw new Damaged('文件缺少记录正文位置的部分');
  const count = (place: number): number => Math.max(0, text.readInt32LE(0x4c + place * 4));
  const from = (list: number): Buffer => {
    const at = 0x9a + list * 8;
    if (at + 8 > text.length || text.readUInt32LE(at + 4) === 0) return Buffer.alloc(0);
    return table.subarray(Math.min(table.length, text.readUInt32LE(at)));
  };
  return {
    text,
    data: file.stream('Data') ?? Buffer.alloc(0),
    counts: {
      body: count(0),
      footnotes: count(1),
      headers: count(2),
      macros: count(3),
      remarks: count(4),
      endnotes: count(5),
      boxes: count(6),
      headerBoxes: count(7),
    },
    from,
    list: (list) => from(list).subarray(0, text.readUInt32LE(0x9a + list * 8 + 4)),
    cut: file.cut('WordDocument') || file.cut(name),
  };
}

/** A stretch of the text: characters `from` to before `to`, which lie at `at` of the stream, two bytes each where `wide`. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly wide: boolean;
  /** Properties put over those that its characters have. */
  readonly over: Buffer;
}

/** How many times its own length the text of a stream may be read. */
const mostOver = 4;

/** The pieces of the text in their order ([MS-DOC] 2.4.1), and how many characters they lack. */
export function piecesOf(header: Header): { readonly pieces: readonly Piece[]; readonly lacking: number } {
  const list = header.list(lists.pieces);
  const changes: Buffer[] = [];
  let at = 0;
  while (list[at] === 1 && at + 3 <= list.length) {
    const size = list.readUInt16LE(at + 1);
    changes.push(list.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (list[at] !== 2 || at + 5 > list.length) throw new Damaged('文件里记录正文位置的部分已损坏');
  const plan = list.subarray(at + 5, at + 5 + list.readUInt32LE(at + 1));
  const count = Math.floor((plan.length - 4) / 12);
  const pieces: Piece[] = [];
  let lacking = 0;
  let last = 0;
  let read = 0;
  for (let index = 0; index < count; index++) {
    const [from, to] = [plan.readUInt32LE(index * 4), plan.readUInt32LE(index * 4 + 4)];
    const place = plan.readUInt32LE((count + 1) * 4 + index * 8 + 2);
    if (from !== last || to < from) break;
    last = to;
    const wide = (place & 0x40000000) === 0;
    const start = wide ? place : (place & 0x3fffffff) >>> 1;
    const here = Math.max(0, Math.floor((header.text.length - start) / (wide ? 2 : 1)));
    lacking += Math.max(0, to - from - here);
    read += Math.min(to - from, here);
    // Pieces of a damaged or malicious file may lie over each other.
    if (read > header.text.length * mostOver)
      throw new Unreadable('文件里的文字多得异常，没有读取；请用 Word 或者 WPS 打开后另存为 DOCX，再放入');
    const over = overOf(plan.readUInt16LE((count + 1) * 4 + index * 8 + 6), changes);
    pieces.push({ from, to: Math.min(to, from + here), at: start, wide, over });
  }
  const all = Object.values(header.counts).reduce((sum, one) => sum + one, 0);
  return { pieces, lacking: lacking + Math.max(0, all - last) };
}

/** Short forms of properties that say what becomes of words ([MS-DOC] 2.9.215). */
const short = new Map([
  [0x41, 0x0800],
  [0x42, 0x0801],
  [0x57, 0x0837],
  [0x5c, 0x083c],
  [0x62, 0x2a42],
]);

function overOf(value: number, changes: readonly Buffer[]): Buffer {
  if ((value & 1) === 1) return changes[value >>> 1] ?? Buffer.alloc(0);
  const code = short.get((value >>> 1) & 0x7f);
  return code === undefined ? Buffer.alloc(0) : Buffer.from([code & 0xff, code >>> 8, value >>> 8]);
}
