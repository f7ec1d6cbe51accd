import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto';
import { Broken, Locked } from './limits.ts';

/** How the data of an encrypted entry is sealed. */
export type Seal =
  | { readonly kind: 'classic'; readonly check: number }
  | { readonly kind: 'aes'; readonly keyBytes: number; readonly method: number; readonly summed: boolean };

/** What the fields of an entry say of its encryption; null for a kind that is not known. */
export function sealOf(entry: {
  readonly generalPurposeBitFlag: number;
  readonly compressionMethod: number;
  readonly crc32: number;
  readonly lastModFileTime: number;
  readonly extraFields: readonly { readonly id: number; readonly data: Buffer }[];
}): Seal | null {
  // Strong encryption of PKWARE's own.
  if ((entry.generalPurposeBitFlag & 0x40) !== 0) return null;
  if (entry.compressionMethod !== 99) {
    const later = (entry.generalPurposeBitFlag & 8) !== 0;
    return { kind: 'classic', check: later ? entry.lastModFileTime >>> 8 : entry.crc32 >>> 24 };
  }
  // WinZip's AE-1 and AE-2, APPNOTE 6.3.10 Appendix E; AE-2 leaves the sum of the plain bytes out.
  const data = entry.extraFields.find((field) => field.id === 0x9901)?.data;
  if (data === undefined || data.length < 7) return null;
  const keyBytes = [16, 24, 32][data.readUInt8(4) - 1];
  if (keyBytes === undefined) return null;
  return { kind: 'aes', keyBytes, method: data.readUInt16LE(5), summed: data.readUInt16LE(0) === 1 };
}

/** The bytes of an entry without their seal, still packed. Throws {@link Locked} when the password is wrong, {@link Broken} when the data was changed. */
export function unlocked(
  seal: Seal,
  sealed: AsyncIterable<Buffer>,
  size: number,
  password: string,
): AsyncGenerator<Buffer> {
  return seal.kind === 'aes' ? fromAes(seal.keyBytes, sealed, size, password) : fromClassic(seal, sealed, password);
}

const headBytes = 12;

async function* fromClassic(
  { check }: { readonly check: number },
  sealed: AsyncIterable<Buffer>,
  password: string,
): AsyncGenerator<Buffer> {
  const open = classicCipher(Buffer.from(password));
  let head = 0;
  for await (const piece of sealed) {
    const plain = Buffer.from(piece);
    for (let at = 0; at < plain.length; at++) plain[at] = open(plain[at] as number);
    const skipped = Math.min(headBytes - head, plain.length);
    head += skipped;
    if (skipped > 0 && head === headBytes && plain[skipped - 1] !== (check & 0xff)) throw wrongPassword();
    if (plain.length > skipped) yield plain.subarray(skipped);
  }
}

const sums = Int32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ ((sum & 1) * 0xedb88320);
  return sum;
});

/** The traditional cipher of PKWARE, APPNOTE 6.1: gives the plain byte of each byte in turn. */
function classicCipher(password: Buffer): (byte: number) => number {
  let [first, second, third] = [0x12345678, 0x23456789, 0x34567890];
  const step = (sum: number, byte: number): number => (sum >>> 8) ^ (sums[(sum ^ byte) & 0xff] as number);
  const turn = (byte: number): void => {
    first = step(first, byte);
    second = (Math.imul(second + (first & 0xff), 134775813) + 1) | 0;
    third = step(third, second >>> 24);
  };
  for (const byte of password) turn(byte);
  return (byte) => {
    const key = (third & 0xffff) | 2;
    const plain = (byte ^ (Math.imul(key, key ^ 1) >>> 8)) & 0xff;
    turn(plain);
    return plain;
  };
}

const sumBytes = 10;
const rounds = 1000;

async function* fromAes(
  keyBytes: number,
  sealed: AsyncIterable<Buffer>,
  size: number,
  password: string,
): AsyncGenerator<Buffer> {
  const saltBytes = keyBytes / 2;
  const body = size - saltBytes - 2 - sumBytes;
  if (body < 0) throw changed();
  let held: Buffer = Buffer.alloc(0);
  let left = body;
  let keys: { open(bytes: Buffer): Buffer; sum: ReturnType<typeof createHmac> } | null = null;
  for await (const piece of sealed) {
    held = held.length === 0 ? piece : Buffer.concat([held, piece]);
    if (keys === null) {
      if (held.length < saltBytes + 2) continue;
      keys = keysOf(password, held.subarray(0, saltBytes), keyBytes, held.subarray(saltBytes, saltBytes + 2));
      held = held.subarray(saltBytes + 2);
    }
    const part = held.subarray(0, left);
    if (part.length === 0) continue;
    left -= part.length;
    held = held.subarray(part.length);
    keys.sum.update(part);
    yield keys.open(part);
  }
  const sum = keys?.sum.digest().subarray(0, sumBytes);
  if (sum === undefined || left > 0 || held.length !== sumBytes || !timingSafeEqual(sum, held)) throw changed();
}

function keysOf(password: string, salt: Buffer, keyBytes: number, verifier: Buffer) {
  const derived = pbkdf2Sync(password, salt, rounds, 2 * keyBytes + 2, 'sha1');
  if (!derived.subarray(2 * keyBytes).equals(verifier)) throw wrongPassword();
  return {
    open: counterMode(derived.subarray(0, keyBytes)),
    sum: createHmac('sha1', derived.subarray(keyBytes, 2 * keyBytes)),
  };
}

/** Counter mode with the counter's lowest byte first, from 1 on, which the library does not have. */
function counterMode(key: Buffer): (bytes: Buffer) => Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false);
  let counter = 0n;
  let stream: Buffer = Buffer.alloc(0);
  return (bytes) => {
    const blocks = Math.max(0, Math.ceil((bytes.length - stream.length) / 16));
    const counters = Buffer.alloc(blocks * 16);
    for (let block = 0; block < blocks; block++) counters.writeBigUInt64LE(++counter, block * 16);
    stream = Buffer.concat([stream, cipher.update(counters)]);
    const plain = Buffer.alloc(bytes.length);
    for (let at = 0; at < bytes.length; at++) plain[at] = (bytes[at] as number) ^ (stream[at] as number);
    stream = stream.subarray(bytes.length);
    return plain;
  };
}

function wrongPassword(): Locked {
  return new Locked('密码不对，请重新输入打开压缩包的密码');
}

function changed(): Broken {
  return new Broken('加密的数据与它的校验值不符，内容已损坏，没有读取；请重新压缩或者重新复制后再放入');
}
