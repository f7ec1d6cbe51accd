import { Buffer } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type yauzl from 'yauzl';
import { notWhole } from './foreign.ts';
import { Broken, type Limits, Locked, Unreadable } from './limits.ts';
import { BrokenOff, PackedRun } from './packed-run.ts';
import { type Seal, sealOf, unlocked } from './unlock.ts';

/** Whether an entry is encrypted. */
export function isSealed(entry: yauzl.Entry): boolean {
  return (entry.generalPurposeBitFlag & 1) !== 0;
}

export async function gathered(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}

export async function saved(pieces: AsyncIterable<Buffer>, place: string): Promise<number> {
  let size = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const piece of pieces) {
      size += piece.length;
      yield piece;
    }
  };
  await pipeline(counted, createWriteStream(place));
  return size;
}

export interface Budget {
  inflated: number;
  readonly packed: number;
  readonly password: string | undefined;
  /** The password has opened an entry: what fails after that is damage. */
  unlocked: boolean;
  /** The archive is a file of its own, of which people do not know that it is packed. */
  readonly within: boolean;
}

/** What is said of an entry whose bytes are not what was packed. */
function damaged(how: string, { within }: Budget): Broken {
  return new Broken(
    within ? `文件里的数据已损坏，读不出；${notWhole}` : `压缩数据${how}；请重新压缩或者重新复制后再放入`,
  );
}

/** A wrong password passes the check of the old cipher once in 256 times, and shows only in what comes out. */
function mistaken(): Locked {
  return new Locked('密码不对，或者压缩数据已损坏；请核对密码，仍打不开的，请重新复制后再放入');
}

/** The plain bytes of an encrypted entry. */
async function unsealed(zip: yauzl.ZipFile, entry: yauzl.Entry, seal: Seal, password: string): Promise<Readable> {
  const method = seal.kind === 'aes' ? seal.method : entry.compressionMethod;
  if (method !== 0 && method !== 8) throw new Error('unsupported compression');
  const raw = await promised<Readable>((done) => zip.openReadStream(entry, { decodeFileData: false } as never, done));
  const packed = Readable.from(unlocked(seal, raw, entry.compressedSize, password));
  packed.on('close', () => raw.destroy());
  if (method === 0) return packed;
  const plain = createInflateRaw();
  packed.on('error', (error) => plain.destroy(error));
  plain.on('close', () => packed.destroy());
  return packed.pipe(plain);
}

export async function* inflate(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  limits: Limits,
  budget: Budget,
): AsyncGenerator<Buffer> {
  const seal = isSealed(entry) ? sealOf(entry) : null;
  if (isSealed(entry) && budget.password === undefined)
    throw new Broken('数据加了密码，读不出；请用原来的软件去掉密码另存后，再放入');
  const stream = await (seal === null
    ? promised<Readable>((done) => zip.openReadStream(entry, done))
    : unsealed(zip, entry, seal, budget.password ?? '')
  ).catch((error: unknown) => {
    if (!/unsupported compression/iu.test(String(error)) || budget.within) throw damaged('已损坏，解压不出', budget);
    throw new Broken(
      `压缩方式（${entry.compressionMethod}）不支持，解压不出；请解压后直接放入，或者用普通 ZIP 重新压缩`,
    );
  });
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      budget.inflated += chunk.length;
      if (size > limits.fileBytes)
        throw new Unreadable(`解压后超过 ${limits.fileBytes >> 20} MB，没有读取；请分成几个文件`);
      if (budget.inflated > limits.inflatedBytes)
        throw new Unreadable(`压缩包解压后总量超过 ${limits.inflatedBytes / 2 ** 30} GB，没有读取；请分成几个压缩包`);
      if (budget.inflated > limits.ratioFrom && budget.inflated > budget.packed * limits.ratio)
        throw new Unreadable('解开后的总量大得异常，没有读取；请核对文件来源，是压缩包的请解压后直接放入文件');
      if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio)
        throw new Unreadable('解压后大得异常，没有读取；请核对这个文件是否正常');
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    stream.destroy();
    if (seal !== null && !budget.unlocked && !(error instanceof Unreadable)) throw mistaken();
    throw error instanceof Unreadable ? error : damaged('已损坏，解压不出', budget);
  }
  if (seal?.kind === 'aes' && !seal.summed) return;
  if (seal !== null && sum !== entry.crc32 && !budget.unlocked) throw mistaken();
  if (seal !== null) budget.unlocked = true;
  if (sum !== entry.crc32) throw damaged('与它的校验值不符，内容已损坏，没有读取', budget);
}

/** What comes out of an entry that is not encrypted before its data ends too early. */
export async function* begun(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  limits: Limits,
  budget: Budget,
): AsyncGenerator<Buffer> {
  if (isSealed(entry) || entry.compressionMethod !== 8) return;
  const raw = await promised<Readable>((done) => zip.openReadStream(entry, { decodeFileData: false } as never, done));
  const packed = await gathered(raw);
  let size = 0;
  try {
    for await (const part of new PackedRun().unpacked(async (done) => packed.subarray(done, done + begunPiece))) {
      size += part.length;
      if (size > limits.xmlBytes) return;
      yield part;
    }
  } catch (error) {
    // What comes out before damaged data breaks may be wrong already.
    if (!(error instanceof BrokenOff)) throw damaged('已损坏，解压不出', budget);
  }
}

const begunPiece = 256;

export function promised<T>(start: (done: (error: Error | null, value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value)));
  });
}
