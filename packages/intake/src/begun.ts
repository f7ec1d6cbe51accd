import type { FileNotice, PageText } from '@anjuan/core';

/** Where what was read is kept between runs, by a key. */
export interface PageCache {
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
  drop(key: string): Promise<void>;
}

/** Pages of a file as its parser gave them; `pictures` are the numbers of those whose words must be recognised. */
export interface PageBatch {
  readonly pages: readonly PageText[];
  readonly pictures: readonly number[];
  readonly notices: readonly FileNotice[];
}

/** Shorter files are sooner read again than found half read. */
const worthKeeping = 256;
/** Pages of a kept batch. */
const batchPages = 256;
/** Raised when a parser gives other pages for the same bytes. */
const edition = 1;

/** The pages of a long file that was begun: a run that is broken off leaves them, the next goes on after them, and the end clears them away. */
export class BegunFile {
  readonly #cache: PageCache;
  readonly #sha256: string;
  #kept = 0;
  #open: PageBatch = empty;
  #writing: Promise<void> = Promise.resolve();

  constructor(cache: PageCache, sha256: string) {
    this.#cache = cache;
    this.#sha256 = sha256;
  }

  /** What an earlier run left, from the first page on. */
  async pages(): Promise<PageBatch> {
    let all: PageBatch = empty;
    for (;;) {
      const text = await this.#cache.get(this.#key(this.#kept));
      if (text === null) return all;
      all = join(all, JSON.parse(text) as PageBatch);
      this.#kept++;
    }
  }

  /** Takes pages in the order they are read; `total` is 0 where not known. */
  add(batch: PageBatch, total: number): void {
    if (total < worthKeeping) return;
    this.#open = join(this.#open, batch);
    if (this.#open.pages.length < batchPages) return;
    const [key, value] = [this.#key(this.#kept++), JSON.stringify(this.#open)];
    this.#open = empty;
    this.#writing = this.#writing.then(() => this.#cache.put(key, value));
  }

  /** Waits for what is being written; clears everything away when the file is read to its end. */
  async end(complete: boolean): Promise<void> {
    await this.#writing;
    if (!complete) return;
    for (let index = 0; index < this.#kept; index++) await this.#cache.drop(this.#key(index));
  }

  #key(index: number): string {
    return `begun ${edition} ${this.#sha256} ${index}`;
  }
}

const empty: PageBatch = { pages: [], pictures: [], notices: [] };

function join(a: PageBatch, b: PageBatch): PageBatch {
  return {
    pages: [...a.pages, ...b.pages],
    pictures: [...a.pictures, ...b.pictures],
    notices: [...a.notices, ...b.notices],
  };
}
