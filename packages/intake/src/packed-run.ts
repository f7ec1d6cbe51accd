import { createInflateRaw } from 'node:zlib';
import { notWhole } from './foreign.ts';
import { Broken } from './limits.ts';

/** The data ends before it should: what came out of it until then is as it was. */
export class BrokenOff extends Broken {
  constructor() {
    super(`压缩数据不完整，后面的没有了；${notWhole}`);
  }
}

/** One run of packed data (RFC 1951), unpacked piece by piece so that what comes out of it before it breaks is had. */
export class PackedRun {
  /** Bytes of it that were unpacked. */
  packed = 0;

  /** What comes out of the pieces that `read` gives from so many bytes on; throws {@link BrokenOff} where there are too few, {@link Broken} where they are damaged. */
  async *unpacked(read: (done: number) => Promise<Buffer>): AsyncGenerator<Buffer> {
    const plain = createInflateRaw();
    const out: Buffer[] = [];
    let failed = false;
    let ended = false;
    plain.on('data', (part: Buffer) => out.push(part));
    plain.on('end', () => {
      ended = true;
    });
    plain.on('error', () => {
      failed = true;
    });
    const closed = new Promise<void>((resolve) => plain.once('close', () => resolve()));
    let done = 0;
    while (!ended && !failed) {
      const part = await read(done);
      if (part.length === 0) break;
      done += part.length;
      // What breaks a write ends the unpacker, and the write is never answered.
      await Promise.race([closed, new Promise<void>((resolve) => plain.write(part, () => setImmediate(resolve)))]);
      yield* out.splice(0);
    }
    this.packed = plain.bytesWritten;
    plain.destroy();
    if (failed) throw new Broken('压缩数据已损坏，解压不出；请重新压缩或者重新复制后再放入');
    if (!ended) throw new BrokenOff();
  }
}
