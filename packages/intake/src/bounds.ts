import { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';

/** Where an archive lies in a file, half open: transfers and web pages put bytes before it or behind. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
  /** It is all of the file. */
  readonly whole: boolean;
}

/** Bytes before an archive at most; it is known as one by its first kilobyte. */
const mostBefore = 1024;
/** Bytes at the end of a file in which the end of an archive is looked for. */
const tailBytes = 2 ** 20;
const endBytes = 22;
const mostEnds = 20;
const unsaid = 0xffffffff;

/** Finds the end of an archive, and by it its beginning, in the last bytes of a file that begins with `head`; all of the file where that tells nothing. */
function boundsBy(head: Buffer, tail: Buffer, size: number): Bounds {
  const whole = { from: 0, to: size, whole: true };
  let at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  for (let tried = 0; at >= 0 && tried < mostEnds; tried++) {
    if (at + endBytes <= tail.length) {
      const end = size - tail.length + at;
      const [entries, listed, offset] = [
        tail.readUInt16LE(at + 10),
        tail.readUInt32LE(at + 12),
        tail.readUInt32LE(at + 16),
      ];
      // The newer kind, for very large archives, keeps these apart.
      if (offset === unsaid || entries === 0xffff) return whole;
      const from = end - listed - offset;
      const list = at - listed;
      const lists = list < 0 || tail.toString('latin1', list, list + 4) === 'PK\x01\x02';
      const begins =
        from === 0 || (from > 0 && from <= mostBefore && head.toString('latin1', from, from + 4) === 'PK\x03\x04');
      // Of two archives one behind the other neither may be lost.
      const behind = at + endBytes + tail.readUInt16LE(at + 20);
      const joined =
        (from > 0 && head.toString('latin1', 0, 4) === 'PK\x03\x04') ||
        tail.indexOf('PK\x03\x04', behind, 'latin1') >= 0;
      if (entries > 0 && listed > 0 && lists && begins && !joined) {
        const to = Math.min(size, end + endBytes + tail.readUInt16LE(at + 20));
        return { from, to, whole: from === 0 && to === size };
      }
    }
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1, 'latin1');
  }
  return whole;
}

export function boundsIn(bytes: Buffer): Bounds {
  return boundsBy(
    bytes.subarray(0, 2 * mostBefore),
    bytes.subarray(Math.max(0, bytes.length - tailBytes)),
    bytes.length,
  );
}

export async function boundsOf(place: string): Promise<Bounds> {
  const { size } = await stat(place);
  const file = await open(place);
  try {
    const part = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
      return buffer.subarray(0, bytesRead);
    };
    const length = Math.min(size, tailBytes);
    return boundsBy(await part(0, 2 * mostBefore), await part(size - length, length), size);
  } finally {
    await file.close();
  }
}

/** Reads a stretch of a file as if it were one of its own. */
export class Stretch extends yauzl.RandomAccessReader {
  readonly #place: string;
  readonly #from: number;

  constructor(place: string, from: number) {
    super();
    this.#place = place;
    this.#from = from;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return createReadStream(this.#place, { start: this.#from + start, end: this.#from + end - 1 });
  }
}
