import { Buffer } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import { boundsIn, boundsOf, Stretch } from './bounds.ts';
import { isNoise, notWhole, shownName } from './foreign.ts';
import { Broken, type Limits, Locked, Unreadable } from './limits.ts';
import { volume } from './strangers.ts';
import { type Seal, sealOf, unlocked } from './unlock.ts';

/** One entry of an archive, with its name decoded for people; `reason` says why it is refused. */
export interface Entry {
  readonly name: string;
  readonly refused: string | null;
  readonly folder: boolean;
  /** Encrypted. */
  readonly sealed: boolean;
  /** A password would open it, and none was given. */
  readonly waits: boolean;
  /** The bytes; throws {@link Unreadable} when a limit is hit or the data is damaged. */
  read(): Promise<Buffer>;
  /** Puts the bytes into a file, a piece at a time, and gives their number; throws as `read` does. */
  save(place: string): Promise<number>;
}

/** What is said of an archive that waits for its password, as a whole or for some of its papers. */
export function lockedArchive({ entries, locked }: Archive): string {
  if (locked) return '压缩包加了密码，需要密码才能打开';
  const names = entries.filter((entry) => entry.waits && !isNoise(entry.name)).map((entry) => entry.name);
  const named = names.slice(0, 5).join('、');
  return `压缩包里有 ${names.length} 个文件加了密码（${named}${names.length > 5 ? ' 等' : ''}），没有读取，需要密码才能打开`;
}

/** An archive open for reading; close it. */
export interface Archive {
  readonly entries: readonly Entry[];
  /** All papers in it are encrypted, and no password was given. */
  readonly locked: boolean;
  close(): void;
}

const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

/** Opens a ZIP that lies in memory, or in a file when it is given a path. Names that would lead out of a folder, links, encrypted and doubled entries are refused one by one; the others can be read. With a password, encrypted entries are read too: a wrong one throws {@link Locked}. */
export async function openArchive(place: Buffer | string, limits: Limits, password?: string): Promise<Archive> {
  const bounds = typeof place === 'string' ? await boundsOf(place) : boundsIn(place);
  const from = typeof place === 'string' ? place : place.subarray(bounds.from, bounds.to);
  const packed = bounds.to - bounds.from;
  const zip = await promised<yauzl.ZipFile>((done) => {
    if (typeof from !== 'string') yauzl.fromBuffer(from, options, done);
    else if (bounds.whole) yauzl.open(from, options, done);
    else yauzl.fromRandomAccessReader(new Stretch(from, bounds.from), packed, options, done);
  }).catch((error: unknown) => {
    throw new Unreadable(whyClosed(error));
  });
  const budget = { inflated: 0, packed, password, unlocked: false, within: typeof from !== 'string' };

  let claimed = 0;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: unknown) => reject(new Unreadable(whyClosed(error))));
    zip.on(
      'end',
      () =>
        void moreThan(zip, from, bounds.from).then((more) => resolve(void (more && entries.push(unlisted))), reject),
    );
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.length >= limits.entries) {
        reject(new Unreadable(`压缩包内的文件超过 ${limits.entries} 个，没有打开；请分成几个压缩包`));
        return;
      }
      claimed += entry.compressedSize;
      if (claimed > packed) {
        reject(new Unreadable('压缩包内各个文件的数据相互重叠，不是正常的压缩包，没有打开；请重新压缩后再放入'));
        return;
      }
      const name = decodeName(entry);
      const refused =
        refusal(entry, nameOf(entry)) ?? (seen.has(name) ? '与包内另一文件重名，没有读取；请改名后重新压缩' : null);
      seen.add(name);
      const pieces = (): AsyncGenerator<Buffer> => inflate(zip, entry, limits, budget);
      const folder = name.endsWith('/') && entry.uncompressedSize === 0;
      const sealedOne = !folder && isSealed(entry);
      const waits = sealedOne && refused === null && password === undefined;
      entries.push({
        name,
        refused,
        folder,
        sealed: sealedOne,
        waits,
        read: () => gathered(pieces()),
        save: (place) => saved(pieces(), place),
      });
      zip.readEntry();
    });
    zip.readEntry();
  });
  const papers = entries.filter((entry) => !entry.folder);
  return {
    entries,
    locked: password === undefined && papers.length > 0 && papers.every((entry) => entry.sealed),
    close: () => zip.close(),
  };
}

/** What stands for files that lie in an archive beyond the number its end gives. */
const unlisted: Entry = {
  name: '（没有列入目录的文件）',
  refused: '没有列入压缩包的目录，压缩包可能已损坏，没有读取；请重新压缩后再放入',
  folder: false,
  sealed: false,
  waits: false,
  read: () => Promise.reject(new Broken('没有列入压缩包的目录，没有读取；请重新压缩后再放入')),
  save: () => Promise.reject(new Broken('没有列入压缩包的目录，没有读取；请重新压缩后再放入')),
};

/** Whether more entries are listed behind those that were read. */
async function moreThan(zip: yauzl.ZipFile, from: Buffer | string, shift: number): Promise<boolean> {
  const at = Number(zip.readEntryCursor);
  if (typeof from !== 'string') return from.toString('latin1', at, at + 4) === 'PK\x01\x02';
  const file = await open(from);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, shift + at);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\x01\x02';
  } finally {
    await file.close();
  }
}

function isSealed(entry: yauzl.Entry): boolean {
  return (entry.generalPurposeBitFlag & 1) !== 0;
}

function refusal(entry: yauzl.Entry, name: string): string | null {
  const parts = name.split('/');
  if (name.includes('\0')) return '名称里有空字符，没有读取；请改名后重新压缩';
  if (name.startsWith('/') || /^[A-Za-z]:/u.test(name) || parts.includes('..')) {
    return '名称指向压缩包以外的位置，没有读取；请改名后重新压缩';
  }
  if (name.endsWith('/') && entry.uncompressedSize > 0) return '是文件夹却带有内容，没有读取；请重新压缩';
  if (name === '') return '没有名称，没有读取；请重新压缩';
  if (parts.length > 20 || name.length > 1024) return '路径过深或过长，没有读取；请改短后重新压缩';
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) return '是指向别处的链接，里面没有内容；请放入它指向的文件';
  if (isSealed(entry) && sealOf(entry) === null) return '的加密方式不支持，请输入密码解压后，把解压出的文件放入';
  return null;
}

/** UTF-8 where the entry says so or the bytes are valid UTF-8, otherwise GB 18030. */
function decodeName(entry: yauzl.Entry): string {
  return shownName(nameOf(entry));
}

/** Some programs of Windows part folders as that system does. */
function nameOf(entry: yauzl.Entry): string {
  const raw = Buffer.from(entry.fileName as unknown as Uint8Array);
  const told = unicodeName(entry, raw);
  if (told !== null) return told.replaceAll('\\', '/');
  let name: string;
  try {
    name = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    name = new TextDecoder('gb18030').decode(raw);
  }
  return name.replaceAll('\\', '/');
}

/** The name a field of its own gives in UTF-8, where the plain one is of a page of codes (APPNOTE 4.6.9); null where it is of another name. */
function unicodeName({ extraFields }: yauzl.Entry, raw: Buffer): string | null {
  const data = extraFields.find((field) => field.id === 0x7075)?.data;
  if (data === undefined || data.length < 6 || data[0] !== 1 || data.readUInt32LE(1) !== crc32(raw)) return null;
  return data.toString('utf8', 5);
}

async function gathered(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}

async function saved(pieces: AsyncIterable<Buffer>, place: string): Promise<number> {
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

interface Budget {
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

async function* inflate(
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

function promised<T>(start: (done: (error: Error | null, value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value)));
  });
}

/** The library's own words are for programmers: people are told what it comes to. */
function whyClosed(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  if (/end of central dir|comment length/iu.test(words)) return `文件不完整，打不开；${notWhole}`;
  if (/multi-disk/iu.test(words)) return volume;
  return `文件的结构已损坏，打不开；${notWhole}`;
}
