import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PageText } from '@anjuan/core';
import type { PageCache } from '../begun.ts';
import { type Limits, Unreadable } from '../limits.ts';
import type { Source } from '../parser.ts';
import type { PicturePage } from '../protocol.ts';
import { Worker } from '../worker.ts';
import { meanConfidence, pageOfWords } from './page.ts';
import { type Engine, type OcrWord, recognisePicture, TooLong } from './tesseract.ts';

type Turn = PicturePage['turn'];

/** Below this mean confidence a page may lie upside down. */
const doubtful = 0.62;
/** Seconds of work for a page as it lies, and for each other way up, so that all of them together stay within half a minute. */
const firstWork = 18;
const otherWork = 6;
/** Enough to take a page as it lies without trying the other way up. */
const certain = 0.8;

/** One process that draws pages and one run of the recogniser after it; as many as there are cores work side by side. */
export class Recogniser {
  #worker: Worker | null = null;
  #folder: Promise<string> | null = null;

  /** The words of one page of a file; throws {@link Unreadable} with a Chinese sentence. */
  async page(
    file: Source,
    number: number,
    engine: Engine,
    limits: Limits,
    cache: PageCache | null,
    signal?: AbortSignal,
  ): Promise<PageText> {
    const first = await this.#read(file, number, null, firstWork, engine, limits, cache, signal);
    const sure = meanConfidence(first.words);
    const { turn } = first.picture;
    if (sure >= (turn === 0 ? doubtful : certain)) return pageOfWords(number, first.picture, first.words);
    // The lines look the same upside down, and print in a strict grid looks the same on its side: the way up is the one in which words are read.
    let best = first;
    let most = sure;
    for (const other of turn === 0 ? ([180] as const) : ([((turn + 180) % 360) as Turn, 0] as const)) {
      // What takes too long another way up is read as it was first.
      const next = await this.#read(file, number, other, otherWork, engine, limits, cache, signal).catch(
        (error: unknown) => {
          if (error instanceof TooLong) return null;
          throw error;
        },
      );
      if (next === null) continue;
      const found = meanConfidence(next.words);
      if (found > most + 0.03) [best, most] = [next, found];
      if (most >= certain) break;
    }
    return pageOfWords(number, best.picture, best.words);
  }

  /** The picture of a page as JPEG, turned clockwise by that much; throws {@link Unreadable}. */
  async show(file: Source, page: number, turn: Turn, limits: Limits): Promise<Buffer> {
    const to = await this.#place('jpg');
    try {
      const task = { kind: 'show' as const, path: file.path, page, turn, to, limits };
      const { failed } = await this.#drawer(path.dirname(to)).run(
        file.password === undefined ? task : { ...task, password: file.password },
        limits,
        () => undefined,
      );
      if (failed !== null) throw new Unreadable(failed);
      return await readFile(to);
    } finally {
      await rm(to, { force: true });
    }
  }

  async close(): Promise<void> {
    this.#worker?.close();
    this.#worker = null;
    const folder = this.#folder;
    this.#folder = null;
    if (folder !== null) await rm(await folder, { recursive: true, force: true });
  }

  async #read(
    file: Source,
    page: number,
    turn: Turn | null,
    work: number,
    engine: Engine,
    limits: Limits,
    cache: PageCache | null,
    signal?: AbortSignal,
  ): Promise<{ picture: PicturePage; words: readonly OcrWord[] }> {
    const to = await this.#place('pgm');
    try {
      const found: { picture: PicturePage | null } = { picture: null };
      const task = { kind: 'picture' as const, path: file.path, page, turn, to, limits };
      const { failed } = await this.#drawer(path.dirname(to)).run(
        file.password === undefined ? task : { ...task, password: file.password },
        limits,
        (answer) => {
          if (answer.kind === 'picture') found.picture = answer.picture;
          return undefined;
        },
        signal,
      );
      const { picture } = found;
      if (failed !== null || picture === null) throw new Unreadable(failed ?? '图像无法取出');
      const key = `${engine.version} chi_sim psm6 ${picture.hash}`;
      const kept = await cache?.get(key);
      if (kept !== undefined && kept !== null) return { picture, words: JSON.parse(kept) as OcrWord[] };
      const words = picture.regions.length === 0 ? [] : await recognisePicture(to, work, signal);
      await cache?.put(key, JSON.stringify(words));
      return { picture, words };
    } finally {
      await rm(to, { force: true });
    }
  }

  /** A file of our own for what is drawn. */
  async #place(ending: string): Promise<string> {
    this.#folder ??= mkdtemp(path.join(os.tmpdir(), 'anjuan-ocr-'));
    return path.join(await this.#folder, `${randomUUID()}.${ending}`);
  }

  #drawer(folder: string): Worker {
    this.#worker ??= new Worker({ draws: { folder } });
    return this.#worker;
  }
}
