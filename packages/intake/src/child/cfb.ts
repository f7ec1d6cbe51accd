import { Damaged } from '../foreign.ts';

const endOfChain = 0xfffffffe;
const mostSectors = 2 ** 21;

/** A compound file ([MS-CFB]), the box in which the old Office keeps everything and the new one encrypted documents. */
export interface Compound {
  /** As much of a stream of the outermost folder as is there. */
  stream(name: string): Buffer | null;
  /** Whether a stream is shorter than the file says. */
  cut(name: string): boolean;
  /** Names of all streams and folders, wherever they lie. */
  readonly names: readonly string[];
}

/** Opens a compound file; throws {@link Damaged} where its lists lead nowhere. */
export function openCompound(bytes: Buffer): Compound {
  const shift = bytes.readUInt16LE(30);
  const miniShift = bytes.readUInt16LE(32);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new Damaged('文件结构已损坏');
  const size = 1 << shift;
  const sector = (id: number): Buffer => {
    const at = (id + 1) * size;
    if (at + size > bytes.length + size) throw new Damaged('文件结构已损坏');
    return bytes.subarray(at, at + size);
  };
  const table: number[] = [];
  const tableSectors: number[] = [];
  for (let index = 0; index < 109; index++) tableSectors.push(bytes.readUInt32LE(76 + index * 4));
  let more = bytes.readUInt32LE(68);
  for (let count = 0; more < 0xfffffffa && count < 10_000; count++) {
    const block = sector(more);
    for (let at = 0; at + 8 <= block.length; at += 4) tableSectors.push(block.readUInt32LE(at));
    more = block.readUInt32LE(block.length - 4);
  }
  for (const id of tableSectors) {
    if (id >= 0xfffffffa) continue;
    const block = sector(id);
    for (let at = 0; at + 4 <= block.length; at += 4) table.push(block.readUInt32LE(at));
  }
  // No chain is longer than the file; one that turns back on itself is.
  const most = Math.min(mostSectors, Math.ceil(bytes.length / 64));
  const chain = (first: number, next: readonly number[], read: (id: number) => Buffer): Buffer => {
    const parts: Buffer[] = [];
    for (let id = first; id < 0xfffffffa && id !== endOfChain; id = next[id] ?? endOfChain) {
      if (parts.length > most) throw new Damaged('文件结构已损坏');
      parts.push(read(id));
    }
    return Buffer.concat(parts);
  };
  const directory = chain(bytes.readUInt32LE(48), table, sector);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = Math.min(64, directory.readUInt16LE(at + 64));
    entries.push({
      name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
      type: directory[at + 66] ?? 0,
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      inner: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  const root = entries[0];
  const small = root === undefined ? Buffer.alloc(0) : chain(root.start, table, sector);
  const smallTable: number[] = [];
  const smallBlocks = chain(bytes.readUInt32LE(60), table, sector);
  for (let at = 0; at + 4 <= smallBlocks.length; at += 4) smallTable.push(smallBlocks.readUInt32LE(at));
  const outermost = besideIn(entries, root?.inner ?? 0);
  // A stream of the same name may lie within an object put into the file.
  const find = (name: string): Entry | undefined =>
    [...outermost, ...entries].find((one) => one.type === 2 && one.name === name);
  const read = (name: string): Buffer | null => {
    const entry = find(name);
    if (entry === undefined) return null;
    const whole =
      entry.size < 4096
        ? chain(entry.start, smallTable, (id) => small.subarray(id * 64, id * 64 + 64))
        : chain(entry.start, table, (id) => bytes.subarray((id + 1) * size, (id + 2) * size));
    return whole.subarray(0, entry.size);
  };
  return {
    stream: read,
    cut: (name) => (read(name)?.length ?? 0) < (find(name)?.size ?? 0),
    names: entries.filter((one) => one.type === 1 || one.type === 2).map((one) => one.name),
  };
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly inner: number;
  readonly start: number;
  readonly size: number;
}

/** The entries of one folder, which hang on each other left and right. */
function besideIn(entries: readonly Entry[], first: number): Entry[] {
  const met = new Set<number>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (entry === undefined || met.has(id)) continue;
    met.add(id);
    waiting.push(entry.left, entry.right);
  }
  return [...met].flatMap((id) => entries[id] ?? []);
}
