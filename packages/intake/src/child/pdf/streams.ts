import { inflateRawSync, inflateSync } from 'node:zlib';

/** Beyond this the data of a stream is not looked at, but still measured. */
const largestStream = 4 * 2 ** 20;
/** No page has so much to say. */
const bombBytes = 64 * 2 ** 20;

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
      if (at < file.length) yield { id: 0, head: file.toString('latin1', at, at + 2 ** 20), content: Buffer.alloc(0) };
      return;
    }
    const head = file.toString('latin1', Math.max(at, start - 2 ** 16), start);
    let from = start + 6;
    if (file[from] === 13) from++;
    if (file[from] === 10) from++;
    const found = file.indexOf('endstream', from, 'latin1');
    const end = found < 0 ? file.length : found;
    const dictionary = head.slice(Math.max(0, head.lastIndexOf('obj')));
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

/**
 * The data of a stream inflated: `long` when it is more than is looked at, `bomb` beyond all measure, `broken` when it is damaged or breaks
 * off.
 */
export function inflated(content: Buffer, head: string): Buffer | 'long' | 'bomb' | 'broken' {
  const first = inflate(content, largestStream);
  if (first === 'broken') return 'broken';
  if (first === 'long') return inflate(content, bombBytes) === 'long' ? 'bomb' : 'long';
  // Packed twice: the second time may be the bomb.
  if ((head.match(/\/FlateDecode/gu) ?? []).length < 2) return first;
  return inflate(first, bombBytes) === 'long' ? 'bomb' : 'long';
}

/** The data of a stream as text, one character a byte; empty where it cannot be had. */
export function textOf(content: Buffer, head: string): string {
  const data = inflated(content, head);
  return typeof data === 'string' ? '' : data.toString('latin1');
}

function inflate(content: Buffer, most: number): Buffer | 'long' | 'broken' {
  if (content.length < 3) return content.subarray(0, 0);
  try {
    return inflateSync(content, { maxOutputLength: most });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'long';
    return (code === 'Z_BUF_ERROR' && withoutSum(content, most)) || 'broken';
  }
}

/** Some producers leave out the sum at the end of the data; null where more than that is missing. */
function withoutSum(content: Buffer, most: number): Buffer | null {
  try {
    return inflateRawSync(content.subarray(2), { maxOutputLength: most });
  } catch {
    return null;
  }
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
