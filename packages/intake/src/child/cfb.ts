import { Damaged } from '../foreign.ts';

const endOfChain = 0xfffffffe;
const mostSectors = 2 ** 21;
const mostTimes = 32;

/** A folder of a compound file. */
export interface Folder {
  readonly name: string;
  /** As much of a stream of this folder as is there. */
  stream(name: string): Buffer | null;
  /** Whether a stream of this folder is shorter than the file says. */
  cut(): boolean;
  readonly folders: readonly Folder[];
}

/** A compound file ([MS-CFB]), the box in which the old Office keeps everything and the new one encrypted documents. */
export interface Compound {
  /** As much of a stream of the outermost folder as is there. */
  stream(name: string): Buffer | null;
  /** Whether a stream is shorter than the file says. */
  cut(name: string): boolean;
  /** Names of all streams and folders, wherever they lie. */
  readonly names: readonly string[];
  /** The outermost folder. */
  readonly root: Folder;
}

/** Folders in folders are looked into so deep. */
const deepest = 12;

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
  // Nor are all that are asked for many times as long: those of a sound file share nothing.
  let left = most * mostTimes;
  const step = (): void => {
    if (left-- <= 0) throw new Damaged('文件结构已损坏');
  };
  const chain = (first: number, next: readonly number[], read: (id: number) => Buffer): Buffer => {
    const parts: Buffer[] = [];
    for (let id = first; id < 0xfffffffa && id !== endOfChain; id = next[id] ?? endOfChain) {
      if (parts.length > most) throw new Damaged('文件结构已损坏');
      step();
      const part = read(id);
      parts.push(part);
      // What stands behind a piece that is missing would stand in its place.
      if (part.length < (parts[0]?.length ?? 0) || part.length === 0) break;
    }
    return Buffer.concat(parts);
  };
  const asFarAsThere = (id: number): Buffer => bytes.subarray((id + 1) * size, (id + 2) * size);
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
  const small = root === undefined ? Buffer.alloc(0) : chain(root.start, table, asFarAsThere);
  const smallTable: number[] = [];
  const smallBlocks = chain(bytes.readUInt32LE(60), table, sector);
  for (let at = 0; at + 4 <= smallBlocks.length; at += 4) smallTable.push(smallBlocks.readUInt32LE(at));
  const outermost = besideIn(entries, root?.inner ?? 0, step);
  // A stream of the same name may lie within an object put into the file.
  const find = (name: string): Entry | undefined =>
    [...outermost, ...entries].find((one) => one.type === 2 && one.name === name);
  const bytesOf = (entry: Entry): Buffer => {
    const whole =
      entry.size < 4096
        ? chain(entry.start, smallTable, (id) => small.subarray(id * 64, id * 64 + 64))
        : chain(entry.start, table, asFarAsThere);
    return whole.subarray(0, entry.size);
  };
  const read = (name: string): Buffer | null => {
    const entry = find(name);
    return entry === undefined ? null : bytesOf(entry);
  };
  const folderOf = (entry: Entry, depth: number): Folder => {
    let found: readonly Entry[] | null = null;
    const inside = (): readonly Entry[] => {
      found ??= besideIn(entries, entry.inner, step);
      return found;
    };
    const own = (name: string): Entry | undefined => inside().find((one) => one.type === 2 && one.name === name);
    return {
      name: entry.name,
      stream: (name) => {
        const stream = own(name);
        return stream === undefined ? null : bytesOf(stream);
      },
      cut: () => inside().some((one) => one.type === 2 && bytesOf(one).length < one.size),
      get folders() {
        return depth >= deepest
          ? []
          : inside()
              .filter((one) => one.type === 1)
              .map((one) => folderOf(one, depth + 1));
      },
    };
  };
  return {
    stream: read,
    cut: (name) => (read(name)?.length ?? 0) < (find(name)?.size ?? 0),
    names: entries.filter((one) => one.type === 1 || one.type === 2).map((one) => one.name),
    root: folderOf(root ?? nothing, 0),
  };
}

const nothing = { name: '', type: 5, left: 0xffffffff, right: 0xffffffff, inner: 0xffffffff, start: 0, size: 0 };

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
function besideIn(entries: readonly Entry[], first: number, step: () => void): Entry[] {
  const met = new Set<number>();
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = entries[id];
    if (entry === undefined || met.has(id)) continue;
    met.add(id);
    step();
    waiting.push(entry.left, entry.right);
  }
  return [...met].flatMap((id) => entries[id] ?? []);
}
