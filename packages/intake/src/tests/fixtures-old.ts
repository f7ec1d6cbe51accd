// Tiny files of the old Office made by hand for the tests of intake.
import { Buffer } from 'node:buffer';

const sector = 512;
const smallest = 4096;

/** A compound file with these streams, each filled up so that none is a small one. */
export function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const all = Object.entries(streams).map(([name, content]) => {
    const size = Math.ceil(Math.max(smallest, content.length) / sector) * sector;
    return { name, bytes: Buffer.concat([content, Buffer.alloc(size - content.length)]) };
  });
  const listed = Math.ceil((all.length + 1) / 4);
  // The table of sectors is the first, the list of streams comes behind it.
  const table = Buffer.alloc(sector, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  for (let at = 1; at <= listed; at++) table.writeUInt32LE(at === listed ? 0xfffffffe : at + 1, at * 4);
  const list = Buffer.alloc(listed * sector);
  const entry = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = index * 128;
    list.write(name, at, 'utf16le');
    list.writeUInt16LE(name.length * 2 + 2, at + 64);
    list[at + 66] = type;
    for (const link of [68, 72, 76]) list.writeUInt32LE(0xffffffff, at + link);
    list.writeUInt32LE(start, at + 116);
    list.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, 0xfffffffe, 0);
  list.writeUInt32LE(1, 76);
  let next = listed + 1;
  all.forEach(({ name, bytes }, index) => {
    const count = bytes.length / sector;
    entry(index + 1, name, 2, next, bytes.length);
    if (index + 1 < all.length) list.writeUInt32LE(index + 2, (index + 1) * 128 + 72);
    for (let at = 0; at < count; at++)
      table.writeUInt32LE(at === count - 1 ? 0xfffffffe : next + at + 1, (next + at) * 4);
    next += count;
  });
  const head = Buffer.alloc(sector, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  head.fill(0, 8, 76);
  const fields: readonly (readonly [at: number, value: number])[] = [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ];
  for (const [at, value] of fields) head.writeUInt16LE(value, at);
  head.writeUInt32LE(1, 44);
  head.writeUInt32LE(1, 48);
  head.writeUInt32LE(smallest, 56);
  for (const at of [60, 68]) head.writeUInt32LE(0xfffffffe, at);
  head.writeUInt32LE(0, 76);
  return Buffer.concat([head, table, list, ...all.map(({ bytes }) => bytes)]);
}

/** Words with the properties they have ([MS-DOC] 2.6.1), hexadecimal. */
export type DocRun = string | readonly [words: string, properties: string];

interface DocParts {
  /** Properties of the paragraphs, hexadecimal, in their order; those of the last hold for all behind. */
  readonly paragraphs?: readonly string[];
  /** Words of the parts behind the text: notes, headers, macros, remarks, notes at the end, boxes. */
  readonly behind?: readonly string[];
  readonly flags?: number;
  readonly more?: Readonly<Record<string, Buffer>>;
}

const textAt = 0x800;

/** A paper of Word 97: runs of words in which `\r` ends a paragraph and `\x07` a cell. */
export function docOf(
  runs: readonly DocRun[],
  { paragraphs = [''], behind = [], flags = 0, more = {} }: DocParts = {},
): Buffer {
  const all: DocRun[] = [...runs, ...behind.filter((words) => words !== '')];
  const words = all.map((run) => (typeof run === 'string' ? run : run[0]));
  const text = Buffer.from(words.join(''), 'utf16le');
  const lengths = words.map((one) => one.length);
  const edges = [textAt];
  for (const length of lengths) edges.push((edges.at(-1) ?? 0) + length * 2);
  const ends = [textAt];
  for (let at = 0; at < text.length; at += 2)
    if ([13, 7, 12].includes(text[at] ?? 0) && text[at + 1] === 0) ends.push(textAt + at + 2);
  const page = (places: readonly number[], each: number, packed: (index: number) => Buffer): Buffer => {
    const bytes = Buffer.alloc(sector);
    const count = places.length - 1;
    bytes[511] = count;
    places.forEach((place, index) => void bytes.writeUInt32LE(place, index * 4));
    let at = 510;
    for (let index = 0; index < count; index++) {
      const properties = packed(index);
      if (properties.length === 0) continue;
      at = (at - properties.length) & ~1;
      properties.copy(bytes, at);
      bytes[places.length * 4 + index * each] = at / 2;
    }
    return bytes;
  };
  const characters = page(edges, 1, (index) => {
    const run = all[index];
    const properties = Buffer.from(run === undefined || typeof run === 'string' ? '' : run[1], 'hex');
    return properties.length === 0 ? properties : Buffer.concat([Buffer.from([properties.length]), properties]);
  });
  const standing = page(ends, 13, (index) => {
    const properties = Buffer.from(paragraphs[Math.min(index, paragraphs.length - 1)] ?? '', 'hex');
    const whole = Buffer.concat([Buffer.from([0, 0]), properties, Buffer.alloc(properties.length % 2 === 0 ? 0 : 1)]);
    return Buffer.concat([Buffer.from([0, whole.length / 2]), whole]);
  });
  const head = Buffer.alloc(textAt);
  const pagesAt = textAt + Math.ceil(text.length / sector) * sector;
  const list = (from: number, to: number, at: number): Buffer => {
    const bytes = Buffer.alloc(12);
    [from, to, at / sector].forEach((value, index) => void bytes.writeUInt32LE(value, index * 4));
    return bytes;
  };
  const pieces = Buffer.alloc(21);
  pieces[0] = 2;
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length / 2, 9);
  pieces.writeUInt32LE(textAt, 15);
  const lists = [
    [33, pieces],
    [12, list(textAt, textAt + text.length, pagesAt)],
    [13, list(textAt, textAt + text.length, pagesAt + sector)],
  ] as const;
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(193, 2);
  head.writeUInt16LE(flags, 10);
  const counts = [lengths.slice(0, runs.length).reduce((sum, one) => sum + one, 0), ...behind.map((one) => one.length)];
  counts.forEach((count, index) => void head.writeInt32LE(count, 0x4c + index * 4));
  let at = 0;
  for (const [number, bytes] of lists) {
    head.writeUInt32LE(at, 0x9a + number * 8);
    head.writeUInt32LE(bytes.length, 0x9a + number * 8 + 4);
    at += bytes.length;
  }
  const filled = Buffer.concat([text, Buffer.alloc(pagesAt - textAt - text.length)]);
  return compoundOf({
    WordDocument: Buffer.concat([head, filled, characters, standing]),
    '0Table': Buffer.concat(lists.map(([, bytes]) => bytes)),
    ...more,
  });
}
