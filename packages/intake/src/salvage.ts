import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** Files that are looked for at most. */
const most = 20_000;
const headBytes = 30;
const piece = 2 ** 20;
const unsaid = 0xffffffff;
const head = Buffer.from('PK\x03\x04', 'latin1');
const descriptor = Buffer.from('PK\x07\x08', 'latin1');

/** An archive whose list of files is gone or leads nowhere, with a new one made from what stands before each file. */
export interface Salvaged {
  /** The new list, to stand behind the bytes there are. */
  readonly list: Buffer;
  readonly size: number;
}

interface Source {
  readonly size: number;
  at(from: number, length: number): Promise<Buffer>;
}

/** Finds the files of an archive one behind the other, each by what stands before it (APPNOTE 4.3.7); null where there is none. */
export async function salvage(place: Buffer | string): Promise<Salvaged | null> {
  if (typeof place !== 'string') {
    const at = (from: number, length: number) => Promise.resolve(place.subarray(from, from + length));
    return listed({ size: place.length, at });
  }
  const file = await open(place);
  try {
    const at = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    return await listed({ size: (await stat(place)).size, at });
  } finally {
    await file.close();
  }
}

async function listed(source: Source): Promise<Salvaged | null> {
  const entries: Buffer[] = [];
  let at = await find(source, [head], 0);
  while (at !== null && entries.length < most) {
    const fixed = await source.at(at, headBytes);
    if (fixed.length < headBytes) break;
    const names = fixed.readUInt16LE(26) + fixed.readUInt16LE(28);
    const rest = await source.at(at + headBytes, names);
    if (rest.length < names) break;
    const begin = at + headBytes + names;
    const sizes = await sizesOf(source, fixed, rest.subarray(fixed.readUInt16LE(26)), begin);
    if (rest.length > 0) entries.push(entryOf(fixed, rest, at, sizes));
    const next = begin + sizes.packed;
    // Where the next one does not stand behind this, its size lies.
    at = (await source.at(next, 4)).equals(head) ? next : await find(source, [head], sizes.told ? begin : next);
  }
  if (entries.length === 0) return null;
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(source.size, 16);
  return source.size + list.length >= unsaid ? null : { list: Buffer.concat([list, end]), size: source.size };
}

interface Sizes {
  readonly sum: number;
  readonly packed: number;
  readonly plain: number;
  /** As the head of the file says. */
  readonly told: boolean;
}

/** What a file takes, packed and plain: as its head says, or what stands behind it, or to the end of the archive where that is gone. */
async function sizesOf(source: Source, fixed: Buffer, extra: Buffer, begin: number): Promise<Sizes> {
  let [sum, packed, plain] = [fixed.readUInt32LE(14), fixed.readUInt32LE(18), fixed.readUInt32LE(22)];
  if (packed === unsaid || plain === unsaid)
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
      if (extra.readUInt16LE(at) === 1 && at + 20 <= extra.length) {
        plain = Number(extra.readBigUInt64LE(at + 4));
        packed = Number(extra.readBigUInt64LE(at + 12));
      }
  if ((fixed.readUInt16LE(6) & 8) === 0 || packed > 0)
    return { sum, packed: Math.min(packed, source.size - begin), plain, told: true };
  for (let at = await find(source, [descriptor], begin); at !== null; at = await find(source, [descriptor], at + 4)) {
    const behind = await source.at(at, 16);
    if (behind.length < 16) break;
    [sum, packed, plain] = [behind.readUInt32LE(4), behind.readUInt32LE(8), behind.readUInt32LE(12)];
    if (packed === at - begin) return { sum, packed, plain, told: false };
  }
  const rest = source.size - begin;
  return { sum: 0, packed: rest, plain: rest, told: false };
}

/** The entry of the list for a file whose head stands `at`. */
function entryOf(fixed: Buffer, rest: Buffer, at: number, { sum, packed, plain }: Sizes): Buffer {
  const entry = Buffer.alloc(46);
  entry.write('PK\x01\x02', 'latin1');
  entry.writeUInt16LE(20, 4);
  fixed.copy(entry, 6, 4, 14);
  entry.writeUInt32LE(sum, 16);
  entry.writeUInt32LE(packed, 20);
  // One that is not packed takes as much plain, though it breaks off.
  const stored = fixed.readUInt16LE(8) === 0 && (fixed.readUInt16LE(6) & 1) === 0;
  entry.writeUInt32LE(stored ? packed : Math.min(plain, unsaid - 1), 24);
  fixed.copy(entry, 28, 26, 30);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, rest]);
}

/** Where one of the marks stands next. */
async function find(source: Source, marks: readonly Buffer[], from: number): Promise<number | null> {
  for (let at = from; at < source.size; at += piece - 3) {
    const bytes = await source.at(at, piece);
    const found = marks.map((mark) => bytes.indexOf(mark)).filter((place) => place >= 0);
    if (found.length > 0) return at + Math.min(...found);
  }
  return null;
}

/** Reads a file with its new list behind it as if it were one. */
export class Relisted extends yauzl.RandomAccessReader {
  readonly #place: Buffer | string;
  readonly #salvaged: Salvaged;

  constructor(place: Buffer | string, salvaged: Salvaged) {
    super();
    this.#place = place;
    this.#salvaged = salvaged;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { size, list } = this.#salvaged;
    const place = this.#place;
    const own = async function* (): AsyncGenerator<Buffer> {
      if (start < size) {
        const to = Math.min(end, size);
        if (typeof place === 'string') yield* createReadStream(place, { start, end: to - 1 });
        else yield place.subarray(start, to);
      }
      if (end > size) yield list.subarray(Math.max(0, start - size), end - size);
    };
    return Readable.from(own());
  }
}
