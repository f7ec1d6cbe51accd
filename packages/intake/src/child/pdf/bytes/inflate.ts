import { inflateRawSync, inflateSync } from 'node:zlib';
import { pieceFor } from './filters.ts';

/** Data that were unpacked before pdf.js asks for them, by what they are packed as. */
const ready = new Map<string, Uint8Array>();

/** Keeps unpacked data until pdf.js asks for them. */
export function haveReady(packed: Buffer, data: Uint8Array): void {
  // What ends the line before the end mark is no part of the data.
  const end = packed.length - (packed.at(-1) !== 10 ? 0 : packed.at(-2) === 13 ? 2 : 1);
  ready.set(packed.toString('latin1', 0, end), data);
}

export function clearReady(): void {
  ready.clear();
}

function inflate(format: string, bytes: Uint8Array): Uint8Array {
  const known =
    format === 'deflate' && ready.size > 0
      ? ready.get(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))
      : undefined;
  if (known !== undefined) return known;
  const chunkSize = pieceFor(bytes);
  return format === 'deflate' ? inflateSync(bytes, { chunkSize }) : inflateRawSync(bytes, { chunkSize });
}

/**
 * Unpacks at once what pdf.js gives a `DecompressionStream` whole. The built-in one goes through two streams and another thread for each
 * of the many small pieces of a PDF. What is damaged rejects, as there, and pdf.js goes on with its own decoder.
 */
class Inflation {
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } };

  constructor(format: string) {
    if (format !== 'deflate' && format !== 'deflate-raw') throw new TypeError(`unknown format: ${format}`);
    let unpacked: Uint8Array | null = null;
    let failed: unknown = null;
    const write = async (bytes: Uint8Array): Promise<void> => {
      try {
        // A plain array of its own: a Buffer shares its memory where pdf.js takes a copy for granted.
        unpacked = new Uint8Array(inflate(format, bytes));
      } catch (error) {
        failed = error;
        if ((error as NodeJS.ErrnoException).code === 'Z_DATA_ERROR') hearDamage();
      }
    };
    const read = async (): Promise<{ done: boolean; value?: Uint8Array }> => {
      if (failed !== null) throw failed;
      const value = unpacked;
      unpacked = null;
      return value === null ? { done: true } : { done: false, value };
    };
    this.writable = { getWriter: () => ({ write, close: async () => undefined }) };
    this.readable = { getReader: () => ({ read }) };
  }
}

let hearDamage: () => void = () => undefined;

/** Sets the quicker unpacking in place of the built-in; for a process that does nothing but parse. `onDamage` hears of each failure. */
export function inflateAtOnce(onDamage: () => void): void {
  hearDamage = onDamage;
  Object.assign(globalThis, { DecompressionStream: Inflation });
}
