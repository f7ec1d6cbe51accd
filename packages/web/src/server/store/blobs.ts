import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FileText } from '@anjuan/core';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Thrown when more bytes arrive than are allowed; nothing of them is kept. */
export class TooLarge extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`more than ${limit} bytes`);
    this.name = 'TooLarge';
    this.limit = limit;
  }
}

/** Originals by the SHA-256 of their bytes, and beside each the pages read from it. Names of users never become paths here. */
export class Blobs {
  readonly #files: string;
  readonly #incoming: string;
  /** Pages of the files last looked at. */
  readonly #open = new Map<string, FileText['pages']>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#files = path.join(folder, 'files');
    this.#incoming = path.join(folder, 'incoming');
  }

  /** Empties what uploads cut off by a crash left behind. */
  async prepare(): Promise<void> {
    await rm(this.#incoming, { recursive: true, force: true });
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    await mkdir(this.#files, { recursive: true, mode: 0o700 });
  }

  /**
   * Writes a stream to the disk as it comes, then puts it in its place: content synced, renamed, folder synced. `keep` runs while nothing
   * is being removed, so that a file cannot vanish between its arrival and the row that names it.
   */
  async take<T>(
    bytes: AsyncIterable<Uint8Array>,
    limit: number,
    keep: (file: { sha256: string; size: number }) => Promise<T>,
  ): Promise<T> {
    const incoming = path.join(this.#incoming, randomUUID());
    try {
      const { sha256, size } = await writeHashed(incoming, bytes, limit);
      return await this.#alone(async () => {
        await this.#place(incoming, this.path(sha256));
        return keep({ sha256, size });
      });
    } finally {
      await rm(incoming, { force: true });
    }
  }

  path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/u.test(sha256)) throw new Error('not a digest');
    return path.join(this.#files, sha256.slice(0, 2), sha256.slice(2));
  }

  /** Size in bytes; null when it is not here. */
  async size(sha256: string): Promise<number | null> {
    return stat(this.path(sha256)).then(
      (found) => found.size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      },
    );
  }

  /** The bytes, or those of the inclusive range. */
  read(sha256: string, range?: { readonly start: number; readonly end: number }): Readable {
    return createReadStream(this.path(sha256), range);
  }

  async keepPages(sha256: string, pages: FileText['pages']): Promise<void> {
    this.#open.delete(sha256);
    const incoming = path.join(this.#incoming, randomUUID());
    const packed = await pack(JSON.stringify(pages), { level: 4 });
    await writeHashed(incoming, [packed], Number.POSITIVE_INFINITY);
    await this.#place(incoming, this.#pagesPath(sha256));
  }

  /** The pages read from an original; null when it was not read yet. */
  async pages(sha256: string): Promise<FileText['pages'] | null> {
    const known = this.#open.get(sha256);
    if (known !== undefined) return known;
    try {
      const pages = JSON.parse((await unpack(await readFile(this.#pagesPath(sha256)))).toString('utf8'));
      // The reader turns page after page of one file: a few stay open.
      const [oldest] = this.#open.keys();
      if (this.#open.size >= 3 && oldest !== undefined) this.#open.delete(oldest);
      this.#open.set(sha256, pages);
      return pages;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Removes originals that `stillNeeded` does not claim any more. */
  async remove(digests: readonly string[], stillNeeded: (sha256: string) => Promise<boolean>): Promise<void> {
    await this.#alone(async () => {
      for (const sha256 of digests) {
        if (await stillNeeded(sha256)) continue;
        this.#open.delete(sha256);
        await rm(this.path(sha256), { force: true });
        await rm(this.#pagesPath(sha256), { force: true });
      }
    });
  }

  #pagesPath(sha256: string): string {
    return `${this.path(sha256)}.pages.json.gz`;
  }

  async #place(incoming: string, place: string): Promise<void> {
    const folder = path.dirname(place);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(incoming, place);
    await syncFolder(folder);
    await syncFolder(this.#files);
  }

  /** One at a time. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.then(
      () => undefined,
      () => undefined, // the caller gets the error; the next in line starts all the same
    );
    return result;
  }
}

async function writeHashed(
  file: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > limit) throw new TooLarge(limit);
      hash.update(chunk);
      await handle.writeFile(chunk); // unlike write(), never less than the whole chunk
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** A rename lasts once its folder is on the disk; Windows has no such call and keeps its own journal. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return access(folder);
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
