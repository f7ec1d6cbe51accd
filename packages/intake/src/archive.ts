import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
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
        reject(new Unreadable(`压缩包内文件超过 ${limits.entries} 个`));
        return;
      }
      claimed += entry.compressedSize;
      if (claimed > bytes.length) {
        reject(new Unreadable('压缩包内各项的数据相互重叠，疑为压缩炸弹'));
        return;
      }
      const name = decodeName(entry);
      const refused = refusal(entry, name) ?? (seen.has(name) ? '与包内另一文件重名' : null);
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
    return '名称指向包外位置';
  }
  if (parts.length > 20 || name.length > 1024) return '路径过深或过长';
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) return '是符号链接';
  if ((entry.generalPurposeBitFlag & 1) !== 0) return '已加密';
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
    throw new Unreadable('压缩数据已损坏，无法解压');
  });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      budget.inflated += chunk.length;
      if (size > limits.fileBytes) throw new Unreadable(`解压后超过 ${limits.fileBytes >> 20} MB`);
      if (budget.inflated > limits.inflatedBytes)
        throw new Unreadable(`压缩包解压后总量超过 ${limits.inflatedBytes / 2 ** 30} GB`);
      if (budget.inflated > limits.ratioFrom && budget.inflated > budget.packed * limits.ratio)
        throw new Unreadable('压缩包解压后总量异常，疑为压缩炸弹');
      if (size > limits.ratioFrom && size > entry.compressedSize * limits.ratio)
        throw new Unreadable('压缩比异常，疑为压缩炸弹');
      chunks.push(chunk);
    }
  } catch (error) {
    stream.destroy();
    throw error instanceof Unreadable ? error : new Unreadable('压缩数据已损坏，无法解压');
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
  if (/end of central dir|comment length/iu.test(words)) return '压缩包不完整或不是压缩包（找不到目录），无法打开';
  if (/multi-disk/iu.test(words)) return '是分卷压缩包，请合并为一个文件后再导入';
  return '压缩包的结构已损坏，无法打开';
}
