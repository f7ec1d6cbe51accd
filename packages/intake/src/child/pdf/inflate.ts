import { inflateRawSync, inflateSync } from 'node:zlib';

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
        const chunkSize = Math.min(1 << 20, Math.max(1024, bytes.length * 4));
        const data = format === 'deflate' ? inflateSync(bytes, { chunkSize }) : inflateRawSync(bytes, { chunkSize });
        // A plain array of its own: a Buffer shares its memory where pdf.js takes a copy for granted.
        unpacked = new Uint8Array(data);
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
