import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Carried } from './carried.ts';
import { nameIn } from './entry-names.ts';
import { notWhole } from './foreign.ts';
import { Broken, type Limits, Unreadable } from './limits.ts';
import { BrokenOff, PackedRun } from './packed-run.ts';
import { isTar, openTar, rest } from './tar.ts';

/** Bytes read at a time: what comes out of the last ones before the data breaks is lost. */
const pieceAt = (done: number): number => (done < 2 ** 16 ? 256 : done < 2 ** 22 ? 4096 : 2 ** 16);
const headBytes = 512;
/** Bytes that stand before packed data at most. */
const mostHead = 2 ** 17;
const mark = 0x1f8b;

/** What came out sums up to something else: any of it may be wrong. */
class WrongSum extends Broken {}

const readAllTheSame = '压缩数据与它的校验值不符，读出的文件也可能有错；请重新压缩或者重新复制后再放入';

/** A GZ of so many bytes; `name` is what people call it, `head` how it begins. */
export interface Packed {
  readonly path: string;
  readonly name: string;
  readonly size: number;
  readonly head: Buffer;
}

/** Takes out what a GZ holds: the files of a TAR, or the one file it is. */
export async function openGzip(packed: Packed, into: Carried, limits: Limits): Promise<void> {
  const { first, all } = await begun(bounded(gunzipped(packed.path), packed.size, limits));
  try {
    if (isTar(first)) await openTar(all, into, limits);
    else await into.pour(nameWithin(packed), untilBreak(all, into, limits));
  } catch (error) {
    if (!(error instanceof Broken) || into.files.length === 0) throw error;
    into.refuse(rest, error instanceof WrongSum ? readAllTheSame : error.message);
  }
}

/** The bytes of the one file; where they break off, that is told beside it. */
async function* untilBreak(pieces: AsyncIterable<Buffer>, into: Carried, limits: Limits): AsyncGenerator<Buffer> {
  let size = 0;
  try {
    for await (const one of pieces) {
      size += one.length;
      if (size > limits.fileBytes)
        throw new Unreadable(`解压后超过 ${limits.fileBytes >> 20} MB，没有读取；请分成几个文件`);
      yield one;
    }
  } catch (error) {
    if (!(error instanceof BrokenOff) || size === 0) throw error;
    into.refuse('（文件的后一部分）', `压缩数据不完整，读的是它断开之前的内容；${notWhole}`);
  }
}

/** What the file inside is called: by the head of the GZ (RFC 1952), otherwise by its own name. */
function nameWithin({ head, name }: Packed): string {
  const flags = head[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0) at += 2 + (head.length >= 12 ? head.readUInt16LE(10) : 0);
  const end = (flags & 8) === 0 ? -1 : head.indexOf(0, at);
  const told = end < 0 ? '' : (nameIn(head.subarray(at, end)).split('/').at(-1) ?? '');
  return told === '' ? (name.split('/').at(-1) ?? name).replace(/\.gz$/iu, '') : told;
}

/** The first bytes, and all of them with these. */
async function begun(pieces: AsyncGenerator<Buffer>): Promise<{ first: Buffer; all: AsyncGenerator<Buffer> }> {
  const parts: Buffer[] = [];
  let size = 0;
  let failed: unknown = null;
  try {
    while (size < headBytes) {
      const { value, done } = await pieces.next();
      if (done === true) break;
      parts.push(value);
      size += value.length;
    }
  } catch (error) {
    failed = error;
  }
  const all = async function* (): AsyncGenerator<Buffer> {
    yield* parts;
    if (failed !== null) throw failed;
    yield* pieces;
  };
  return { first: Buffer.concat(parts), all: all() };
}

/** Holds what is unpacked to the bounds of archives. */
async function* bounded(pieces: AsyncIterable<Buffer>, packed: number, limits: Limits): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const one of pieces) {
    size += one.length;
    if (size > limits.inflatedBytes)
      throw new Unreadable(
        `压缩包解压后总量超过 ${Math.ceil(limits.inflatedBytes / 2 ** 30)} GB，没有读取；请分成几个压缩包`,
      );
    if (size > limits.ratioFrom && size > packed * limits.ratio)
      throw new Unreadable('解压后大得异常，没有读取；请核对这个文件是否正常');
    yield one;
  }
}

/** Unpacks the members of a GZ one behind the other (RFC 1952), piece by piece, so that what comes out before the data breaks is had. */
async function* gunzipped(target: string): AsyncGenerator<Buffer> {
  const file = await open(target);
  const at = async (from: number, length: number): Promise<Buffer> => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  };
  try {
    for (let from = 0; ; ) {
      const begin = from + headLength(await at(from, mostHead));
      let [sum, size] = [0, 0];
      const member = new PackedRun();
      for await (const part of member.unpacked((done) => at(begin + done, pieceAt(done)))) {
        sum = crc32(part, sum);
        size += part.length;
        yield part;
      }
      const end = await at(begin + member.packed, 10);
      if (end.length < 8) throw new BrokenOff();
      if (end.readUInt32LE(0) !== sum || end.readUInt32LE(4) !== size >>> 0)
        throw new WrongSum('压缩数据与它的校验值不符，内容已损坏，没有读取；请重新压缩或者重新复制后再放入');
      if (end.length < 10 || end.readUInt16BE(8) !== mark) return;
      from = begin + member.packed + 8;
    }
  } finally {
    await file.close();
  }
}

/** Bytes that stand before the data of a member. */
function headLength(head: Buffer): number {
  const flags = head[3] ?? 0;
  let at = 10;
  if ((flags & 4) !== 0 && head.length >= 12) at += 2 + head.readUInt16LE(10);
  for (const flag of [8, 16]) if ((flags & flag) !== 0) at = head.indexOf(0, at) + 1 || head.length;
  return at + ((flags & 2) !== 0 ? 2 : 0);
}
