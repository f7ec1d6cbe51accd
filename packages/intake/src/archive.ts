import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { notWhole } from './foreign.ts';
import { type Limits, Unreadable } from './limits.ts';

/** One entry of an archive, with its name decoded for people; `reason` says why it is refused. */
export interface Entry {
  readonly name: string;
  readonly refused: string | null;
  readonly folder: boolean;
  /** The bytes; throws {@link Unreadable} when a limit is hit or the data is damaged. */
  read(): Promise<Buffer>;
}

/** An archive open for reading; close it. */
export interface Archive {
  readonly entries: readonly Entry[];
  close(): void;
}

/** Opens a ZIP. Names that would lead out of a folder, links, encrypted and doubled entries are refused one by one; the others can be read. */
export async function openArchive(bytes: Buffer, limits: Limits): Promise<Archive> {
  const zip = await promised<yauzl.ZipFile>((done) =>
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false },
      done,
    ),
  ).catch((error: unknown) => {
    throw new Unreadable(whyClosed(error));
  });
  const budget = { inflated: 0, packed: bytes.length };
  let claimed = 0;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: unknown) => reject(new Unreadable(whyClosed(error))));
    zip.on('end', resolve);
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.length >= limits.entries) {
        reject(new Unreadable(`压缩包内的文件超过 ${limits.entries} 个，没有打开；请分成几个压缩包`));
        return;
      }
      claimed += entry.compressedSize;
      if (claimed > bytes.length) {
        reject(new Unreadable('压缩包内各个文件的数据相互重叠，不是正常的压缩包，没有打开；请重新压缩后再放入'));
        return;
      }
      const name = decodeName(entry);
      const refused = refusal(entry, name) ?? (seen.has(name) ? '与包内另一文件重名，请改名后重新压缩' : null);
      seen.add(name);
      entries.push({ name, refused, folder: name.endsWith('/'), read: () => inflate(zip, entry, limits, budget) });
      zip.readEntry();
    });
    zip.readEntry();
  });
  return { entries, close: () => zip.close() };
}

function refusal(entry: yauzl.Entry, name: string): string | null {
  const parts = name.split(/[\\/]/u);
  if (
    name.startsWith('/') ||
    name.includes('\\') ||
    name.includes('\0') ||
    /^[A-Za-z]:/u.test(name) ||
    parts.includes('..')
  ) {
    return '的名称指向包外位置，请改名后重新压缩';
  }
  if (parts.length > 20 || name.length > 1024) return '路径过深或过长，请改短后重新压缩';
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) return '是符号链接，不是文件';
  if ((entry.generalPurposeBitFlag & 1) !== 0) return '加了密码，请输入密码解压后，把解压出的文件放入';
  return null;
}

/** UTF-8 where the entry says so or the bytes are valid UTF-8, otherwise GB 18030. */
function decodeName(entry: yauzl.Entry): string {
  const raw = Buffer.from(entry.fileName as unknown as Uint8Array);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(raw);
  }
}

async function inflate(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  limits: Limits,
  budget: { inflated: number; readonly packed: number },
): Promise<Buffer> {
  const stream = await promised<Readable>((done) => zip.openReadStream(entry, done)).catch(() => {
    throw new Unreadable('压缩数据已损坏，解压不出；请重新压缩或者重新复制后再放入');
  });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      budget.inflated += chunk.length;
      if (size > limits.fileBytes)
        throw new Unreadable(`解压后超过 ${limits.fileBytes >> 20} MB，没有读取；请分成几个文件`);
      if (budget.inflated > limits.inflatedBytes)
        throw new Unreadable(`压缩包解压后总量超过 ${limits.inflatedBytes / 2 ** 30} GB，没有读取；请分成几个压缩包`);
      if (budget.inflated > limits.ratioFrom && budget.inflated > budget.packed * limits.ratio)
        throw new Unreadable('压缩包解压后的总量大得异常，没有读取；请解压后直接放入文件');
      if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio)
        throw new Unreadable('解压后大得异常，没有读取；请核对这个文件是否正常');
      chunks.push(chunk);
    }
  } catch (error) {
    stream.destroy();
    throw error instanceof Unreadable
      ? error
      : new Unreadable('压缩数据已损坏，解压不出；请重新压缩或者重新复制后再放入');
  }
  return Buffer.concat(chunks);
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
  if (/multi-disk/iu.test(words)) return '是分卷压缩包的一卷，打不开；请合并解压后，把解压出的文件放入';
  return `文件的结构已损坏，打不开；${notWhole}`;
}
