import { open } from 'node:fs/promises';

/** A grey picture as one process hands it to another: one byte a pixel, rows from the top. */
export interface Plain {
  readonly width: number;
  readonly height: number;
  /** Where the pixels begin. */
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** TIFF 6.0: of its fields, those a grey picture needs, in their order; sizes are whole numbers of four bytes here, all else of two. */
const fields = {
  width: 256,
  height: 257,
  bits: 258,
  packing: 259,
  black: 262,
  pixels: 273,
  samples: 277,
  rows: 278,
  bytes: 279,
};
const long = new Set([fields.width, fields.height, fields.pixels, fields.rows, fields.bytes]);
const start = 8;
const entry = 12;
const headSize = start + 2 + Object.keys(fields).length * entry + 4;

/**
 * What stands before the pixels: the head of a TIFF whose pixels are not packed and lie in one piece. Tesseract's library takes in such a picture at
 * once; a PGM, which is simpler, it reads byte by byte, for a thirtieth of the work of recognition.
 */
export function plainHead(width: number, height: number): Buffer {
  const values: Readonly<Record<number, number>> = {
    [fields.width]: width,
    [fields.height]: height,
    [fields.bits]: 8,
    [fields.packing]: 1,
    [fields.black]: 1,
    [fields.pixels]: headSize,
    [fields.samples]: 1,
    [fields.rows]: height,
    [fields.bytes]: width * height,
  };
  const head = Buffer.alloc(headSize);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(start, 4);
  head.writeUInt16LE(Object.keys(fields).length, start);
  for (const [index, field] of Object.values(fields).entries()) {
    const at = start + 2 + index * entry;
    head.writeUInt16LE(field, at);
    head.writeUInt16LE(long.has(field) ? 4 : 3, at + 2);
    head.writeUInt32LE(1, at + 4);
    head.writeUInt32LE(values[field] ?? 0, at + 8);
  }
  return head;
}

/** The picture in a file that begins with {@link plainHead}. */
export function plainOf(bytes: Buffer): Plain {
  const value = (index: number): number => bytes.readUInt32LE(start + 2 + index * entry + 8);
  return { width: value(0), height: value(1), from: headSize, bytes };
}

/** Reads pictures into one piece of memory, each until the next: what is given back for every page costs a hundredth of recognition. */
export class PlainReader {
  #room = Buffer.alloc(0);

  async read(file: string): Promise<Plain> {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      if (this.#room.length < size) this.#room = Buffer.allocUnsafeSlow(size);
      const { bytesRead } = await handle.read(this.#room, 0, size, 0);
      return plainOf(this.#room.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  }
}
