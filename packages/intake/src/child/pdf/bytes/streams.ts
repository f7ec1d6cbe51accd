import { unpacked } from './filters.ts';

/** Bytes between two streams that are looked at: a list of ten thousand pages has some two million. */
const mostBetween = 16 * 2 ** 20;

export interface RawStream {
  readonly id: number;
  /** From the object's start to its data: its dictionary, and whatever plain objects stand before it. */
  readonly head: string;
  readonly content: Buffer;
}

/** The streams of a PDF in the order of its bytes, with the plain objects between them, found without its tables. */
export function* streamsOf(file: Buffer): Generator<RawStream> {
  let at = 0;
  for (;;) {
    const start = file.indexOf('stream', at, 'latin1');
    if (start < 0) {
      if (at < file.length)
        yield { id: 0, head: file.toString('latin1', at, at + mostBetween), content: Buffer.alloc(0) };
      return;
    }
    const head = file.toString('latin1', Math.max(at, start - mostBetween), start);
    let from = start + 6;
    if (file[from] === 13) from++;
    if (file[from] === 10) from++;
    const dictionary = head.slice(Math.max(0, head.lastIndexOf('obj')));
    const end = endOf(file, from, dictionary);
    const [id = '0'] =
      /\d+(?=\s+\d+\s+$)/u.exec(
        head.slice(Math.max(0, head.lastIndexOf('obj') - 30), Math.max(0, head.lastIndexOf('obj'))),
      ) ?? [];
    // Plain objects before this one may name actions or fonts; the dictionary alone decides how the data are read.
    if (head.length > dictionary.length)
      yield { id: 0, head: head.slice(0, -dictionary.length), content: Buffer.alloc(0) };
    yield { id: Number(id), head: dictionary, content: file.subarray(from, end) };
    at = end + 9;
  }
}

/** The end mark of a stream's data from `from` on: where its length says, for the mark may stand in data that are not packed, else the next. */
function endOf(file: Buffer, from: number, dictionary: string): number {
  const [, stated] = /\/Length\s+(\d{1,10})(?!\s+\d+\s+R)\b/u.exec(dictionary) ?? [];
  const told = from + Number(stated ?? 0);
  if (stated !== undefined && /^\s{0,3}endstream/u.test(file.toString('latin1', told, told + 12))) return told;
  const found = file.indexOf('endstream', from, 'latin1');
  return found < 0 ? file.length : found;
}

/** The data of a stream as text, one character a byte; empty where it cannot be had. */
export function textOf(content: Buffer, head: string): string {
  const data = unpacked(content, head);
  return typeof data === 'string' ? '' : data.toString('latin1');
}

/** Plain objects in a piece of a file, with their numbers. */
export function* plainObjects(text: string): Generator<[id: number, text: string]> {
  const starts = [...text.matchAll(/(\d+)\s+\d+\s+obj\b/gu)];
  for (const [index, match] of starts.entries())
    yield [Number(match[1]), text.slice(match.index + match[0].length, starts[index + 1]?.index)];
}

/** Objects packed into a stream, by its dictionary and its text: pairs of number and place, then the objects. */
export function* packedObjects(head: string, text: string): Generator<[id: number, text: string]> {
  const first = Number(/\/First\s+(\d+)/u.exec(head)?.[1] ?? 0);
  const pairs = text.slice(0, first).trim().split(/\s+/u).map(Number);
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const next = pairs[at + 3];
    yield [pairs[at] ?? 0, text.slice(first + (pairs[at + 1] ?? 0), next === undefined ? undefined : first + next)];
  }
}
