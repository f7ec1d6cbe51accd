import type { Carried } from './carried.ts';
import { entryRefused, leadsElsewhere, nameIn, whyNotNamed } from './entry-names.ts';
import { isNoise, notWhole } from './foreign.ts';
import { type Limits, Unreadable } from './limits.ts';

const block = 512;
/** Archives are filled up to a multiple of this; another may follow there. */
const record = 10_240;
/** Bytes of what tells a long name, or more of the next entry. */
const longestNote = 2 ** 20;

/** What stands before an entry (POSIX.1-2017 pax, ustar). */
interface Head {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly goesOn: boolean;
}

/** Whether bytes begin a TAR: its first block sums up as it says. */
export function isTar(bytes: Uint8Array): boolean {
  const head = headOf(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, block)));
  return head !== null && (head.name !== '' || head.type !== '0');
}

/** Takes the files of a TAR out of it as it comes. What is damaged is passed over to the next entry, and told; what links, devices and names that lead elsewhere stand for is told too. */
export async function openTar(pieces: AsyncIterable<Buffer>, into: Carried, limits: Limits): Promise<void> {
  const source = new Blocks(pieces);
  /** What was told ahead of the next entry. */
  let ahead: { readonly name?: string; readonly size?: number; readonly sparse?: boolean } = {};
  let damaged = false;
  let empty = 0;
  let broken = 0;
  for (let head = await source.next(); head !== null; head = await source.next()) {
    const entry = headOf(head);
    if (entry === null) {
      if (head.length === block && head.every((byte) => byte === 0)) empty++;
      else if (++broken > 0) damaged = true;
      continue;
    }
    if (empty > 0 && (source.at - block) % record !== 0) damaged = true;
    empty = 0;
    if (into.files.length >= limits.entries)
      throw new Unreadable(`压缩包内的文件超过 ${limits.entries} 个，没有打开；请分成几个压缩包`);
    if (/[xgLK]/u.test(entry.type)) {
      if (entry.size > longestNote) damaged = true;
      else {
        const note = await source.bytes(entry.size);
        if (entry.type === 'L') ahead = { ...ahead, name: nameIn(untilEnd(note)) };
        else if (entry.type === 'x') ahead = { ...ahead, ...told(note) };
      }
      continue;
    }
    const name = (ahead.name ?? entry.name).replace(/^(?:\.\/)+/u, '');
    const size = ahead.size ?? entry.size;
    const why = ahead.sparse === true ? sparse : whyNot(entry.type);
    ahead = {};
    if (isFolder(entry.type, name) || isNoise(name)) {
      if (entry.type !== '5') await source.pass(size);
      continue;
    }
    const refused = why ?? whyNotNamed(name) ?? tooLarge(size, limits);
    if (refused !== null) {
      into.refuse(name, entryRefused(refused));
      // The list of a sparse file's pieces goes on behind its head.
      for (let more = entry.goesOn; more; more = (await source.next())?.[504] === 1);
      if (why !== leadsElsewhere) await source.pass(size);
      continue;
    }
    const taken = await into.pour(name, source.body(size));
    if (taken < size) into.refuseLast(`压缩包在这个文件中间断了，只有它的前一部分，没有读取；${notWhole}`);
  }
  if (source.failed !== null) throw source.failed;
  if (damaged)
    into.refuse(rest, `压缩包里有的地方已损坏，那里的文件没有读出，它前面的一个文件也可能不完整；${notWhole}`);
  else if (empty === 0) into.refuse(rest, `压缩包没有结尾，多半没有复制或者下载完整，后面可能还有文件；${notWhole}`);
}

/** What stands for files that may have been lost. */
export const rest = '（压缩包里可能还有的文件）';
const sparse = '是只存了一部分数据的稀疏文件，没有读取；请解压后把文件放入';

function isFolder(type: string, name: string): boolean {
  return type === '5' || type === 'D' || type === 'V' || name.endsWith('/');
}

function whyNot(type: string): string | null {
  if (type === '1' || type === '2') return leadsElsewhere;
  if (type === '3' || type === '4' || type === '6') return '是设备或者管道，不是文书，没有读取；请把它移出案卷';
  if (type === 'S') return sparse;
  return type === 'M' ? '是分卷压缩包里的半个文件，没有读取；请把各卷放在一起解压，再把解压出的文件放入' : null;
}

function tooLarge(size: number, { fileBytes }: Limits): string | null {
  return size > fileBytes ? `超过 ${fileBytes >> 20} MB，没有读取；请分成几个文件` : null;
}

/** What a block says as the head of an entry; null where its sum is another, or it is none. */
function headOf(bytes: Buffer): Head | null {
  if (bytes.length < block) return null;
  const said = octal(bytes.subarray(148, 156));
  let sum = 8 * 32;
  let signed = sum;
  for (let at = 0; at < block; at++) {
    if (at >= 148 && at < 156) continue;
    const byte = bytes[at] ?? 0;
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  if (said === null || (said !== sum && said !== signed)) return null;
  const size = numberIn(bytes.subarray(124, 136));
  if (size === null) return null;
  const type = bytes[156] === 0 ? '0' : String.fromCharCode(bytes[156] ?? 0);
  const name = nameIn(untilEnd(bytes.subarray(0, 100)));
  // The older GNU form keeps times where the newer one keeps the folders.
  const isPosix = bytes.toString('latin1', 257, 263) === 'ustar\0';
  const prefix = isPosix ? nameIn(untilEnd(bytes.subarray(345, 500))) : '';
  return { name: prefix === '' ? name : `${prefix}/${name}`, size, type, goesOn: type === 'S' && bytes[482] === 1 };
}

/** A number in figures of eight, or as it is where that does not hold it. */
function numberIn(field: Buffer): number | null {
  if ((field[0] ?? 0) !== 0x80) return octal(field);
  const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(value) ? value : null;
}

function octal(field: Buffer): number | null {
  const text = field
    .toString('latin1')
    .replace(/[\0 ]+/gu, ' ')
    .trim();
  if (text === '') return 0;
  return /^[0-7]+$/u.test(text) ? Number.parseInt(text, 8) : null;
}

function untilEnd(field: Buffer): Buffer {
  const end = field.indexOf(0);
  return end < 0 ? field : field.subarray(0, end);
}

/** What records of the newer form say of the next entry: `length key=value`. */
function told(note: Buffer): { name?: string; size?: number; sparse?: boolean } {
  const found: { name?: string; size?: number; sparse?: boolean } = {};
  for (let at = 0; at < note.length; ) {
    const blank = note.indexOf(0x20, at);
    const length = blank < 0 ? Number.NaN : Number(note.toString('latin1', at, blank));
    if (!Number.isInteger(length) || length <= blank - at) break;
    const [key = '', ...value] = note.toString('latin1', blank + 1, at + length - 1).split('=');
    const said = value.join('=');
    if (key === 'path') found.name = nameIn(Buffer.from(said, 'latin1'));
    else if (key === 'size' && /^\d{1,15}$/u.test(said)) found.size = Number(said);
    else if (key.startsWith('GNU.sparse.')) found.sparse = true;
    at += length;
  }
  return found;
}

/** Bytes that come in pieces, taken by blocks. Where they end in an error, they end there, and it is kept. */
class Blocks {
  /** Bytes taken. */
  at = 0;
  failed: Unreadable | null = null;
  readonly #pieces: AsyncIterator<Buffer>;
  #left: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next block, less at the end; null when there is no more. */
  async next(): Promise<Buffer | null> {
    const found = await this.bytes(block, false);
    return found.length === 0 ? null : found;
  }

  /** So many bytes, fewer at the end; what fills up their last block is passed over. */
  async bytes(size: number, filled = true): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.#take(size)) parts.push(part);
    if (filled) await this.#fill(size);
    return Buffer.concat(parts);
  }

  async *body(size: number): AsyncGenerator<Buffer> {
    yield* this.#take(size);
    await this.#fill(size);
  }

  async pass(size: number): Promise<void> {
    for await (const _ of this.body(size));
  }

  async #fill(size: number): Promise<void> {
    for await (const _ of this.#take((block - (size % block)) % block));
  }

  async *#take(size: number): AsyncGenerator<Buffer> {
    for (let wanted = size; wanted > 0; ) {
      if (this.#left.length === 0) {
        const more = await this.#more();
        if (more === null) return;
        this.#left = more;
      }
      const part = this.#left.subarray(0, wanted);
      this.#left = this.#left.subarray(part.length);
      wanted -= part.length;
      this.at += part.length;
      yield part;
    }
  }

  async #more(): Promise<Buffer | null> {
    if (this.failed !== null) return null;
    try {
      const { value, done } = await this.#pieces.next();
      return done === true ? null : value;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.failed = error;
      return null;
    }
  }
}
