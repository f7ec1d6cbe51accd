// Small archives and boxes made by hand for the tests of intake.
import { Buffer } from 'node:buffer';

/** An entry of a TAR: its name, its bytes, and what kind it is (ustar). */
export interface TarPart {
  readonly name: string | Buffer;
  readonly bytes?: Buffer | string;
  readonly type?: string;
  /** Bytes it is said to have. */
  readonly size?: number;
}

/** A TAR with its two empty blocks at the end, unless told otherwise. */
export function tarOf(parts: readonly TarPart[], end = true): Buffer {
  const blocks = parts.flatMap(({ name, bytes = '', type = '0', size }) => {
    const content = Buffer.from(bytes as string);
    const head = Buffer.alloc(512);
    Buffer.from(name as string).copy(head);
    head.write('0000644\0', 100);
    head.write(`${(size ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
    head.write('        ', 148);
    head.write(type, 156);
    head.write('ustar\x0000', 257);
    head.write(
      `${head
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0`,
      148,
    );
    return [head, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return Buffer.concat(end ? [...blocks, Buffer.alloc(1024)] : blocks);
}

/** Folders and streams of a compound file. */
export interface BoxTree {
  readonly [name: string]: Buffer | BoxTree;
}

const sector = 512;
const free = 0xffffffff;
const endOfChain = 0xfffffffe;

interface BoxEntry {
  readonly name: string;
  readonly type: number;
  readonly content: Buffer | null;
  next: number;
  inner: number;
}

/** A compound file with folders ([MS-CFB]); what is shorter than 4096 bytes lies in small sectors. */
export function boxOf(tree: BoxTree): Buffer {
  const entries: BoxEntry[] = [{ name: 'Root Entry', type: 5, content: null, next: free, inner: free }];
  const list = (inner: BoxTree): number => {
    let first = free;
    let last: BoxEntry | null = null;
    for (const [name, what] of Object.entries(inner)) {
      const content = Buffer.isBuffer(what) ? what : null;
      const entry: BoxEntry = { name, type: content === null ? 1 : 2, content, next: free, inner: free };
      const at = entries.push(entry) - 1;
      if (last === null) first = at;
      else last.next = at;
      last = entry;
      if (!Buffer.isBuffer(what)) entry.inner = list(what);
    }
    return first;
  };
  (entries[0] as BoxEntry).inner = list(tree);
  const table: number[] = [];
  const sectors: Buffer[] = [];
  const put = (content: Buffer): number => {
    const count = Math.ceil(content.length / sector);
    const first = sectors.length;
    for (let at = 0; at < count; at++) {
      sectors.push(Buffer.concat([content.subarray(at * sector, (at + 1) * sector)], sector));
      table.push(at === count - 1 ? endOfChain : first + at + 1);
    }
    return count === 0 ? endOfChain : first;
  };
  const small: Buffer[] = [];
  const smallTable: number[] = [];
  const starts = entries.map(({ content }) => {
    if (content === null || content.length === 0) return endOfChain;
    if (content.length >= 4096) return put(content);
    const first = small.length;
    const count = Math.ceil(content.length / 64);
    for (let at = 0; at < count; at++) {
      small.push(Buffer.concat([content.subarray(at * 64, (at + 1) * 64)], 64));
      smallTable.push(at === count - 1 ? endOfChain : first + at + 1);
    }
    return first;
  });
  const numbers = (values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(Math.ceil((values.length * 4) / sector) * sector, 0xff);
    for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
    return bytes;
  };
  const smallBytes = Buffer.concat(small);
  const smallStart = put(smallBytes);
  const smallTableStart = put(numbers(smallTable));
  const directory = Buffer.alloc(Math.ceil((entries.length * 128) / sector) * sector);
  for (const [index, { name, type, content, next, inner }] of entries.entries()) {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at + 64);
    directory[at + 66] = type;
    directory.writeUInt32LE(free, at + 68);
    directory.writeUInt32LE(next, at + 72);
    directory.writeUInt32LE(inner, at + 76);
    directory.writeUInt32LE(index === 0 ? smallStart : (starts[index] ?? endOfChain), at + 116);
    directory.writeUInt32LE(index === 0 ? smallBytes.length : (content?.length ?? 0), at + 120);
  }
  const directoryStart = put(directory);
  const tables = Math.ceil((table.length + 8) / 127);
  const tableStart = table.length;
  for (let at = 0; at < tables; at++) table.push(0xfffffffd);
  const head = Buffer.alloc(sector, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 76);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(directoryStart, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(smallTableStart, 60);
  head.writeUInt32LE(endOfChain, 68);
  for (let at = 0; at < tables; at++) head.writeUInt32LE(tableStart + at, 76 + at * 4);
  return Buffer.concat([head, ...sectors, Buffer.concat([numbers(table)], tables * sector)]);
}
