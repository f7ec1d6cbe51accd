import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { PageText } from '@anjuan/core';
import type { PageCache } from '../begun.ts';
import { type Limits, Unreadable } from '../limits.ts';
import type { Source } from '../parser.ts';
import type { PicturePage } from '../protocol.ts';
import { type Ending, Worker } from '../worker.ts';
import { lookAgain } from './again.ts';
import { meanConfidence, pageOfWords } from './page.ts';
import { type Engine, type OcrWord, recognisePictures } from './tesseract.ts';

type Turn = PicturePage['turn'];

/** Below this mean confidence a page may lie upside down. */
const doubtful = 0.62;
/** Seconds of work for a page as it lies, and for each other way up, so that all of them together stay within half a minute. */
const firstWork = 14;
const otherWork = 6;
/** Enough to take a page as it lies without trying the other way up. */
const certain = 0.8;

/** A page of a file. */
export interface PagePlace {
  readonly file: Source;
  readonly page: number;
}

/** What recognition needs to know besides the pages. */
export interface Recognising {
  readonly engine: Engine;
  readonly limits: Limits;
  readonly cache: PageCache | null;
  readonly signal?: AbortSignal;
}

/** A page made ready, and where its picture lies until its words are known. */
interface Ready {
  readonly picture: PicturePage;
  readonly to: string;
  readonly key: string;
}

interface Words {
  readonly picture: PicturePage;
  readonly words: readonly OcrWord[];
}

/** One process that draws pages and one run of the recogniser after it; as many as there are cores work side by side. */
export class Recogniser {
  #worker: Worker | null = null;
  #folder: Promise<string> | null = null;

  /** The words of pages, drawn one after another and then recognised in one run; `heard` is told each, or {@link Unreadable} with a Chinese sentence. */
  async pages(
    places: readonly PagePlace[],
    how: Recognising,
    heard: (index: number, page: PageText | Unreadable) => void,
  ): Promise<void> {
    const again: { place: PagePlace; index: number; first: Words }[] = [];
    await this.#read(places, null, firstWork, how, (index, read) => {
      if (read instanceof Unreadable) return heard(index, read);
      const { picture, words } = read;
      if (meanConfidence(words) >= (picture.turn === 0 ? doubtful : certain))
        return heard(index, pageOfWords(places[index]?.page ?? 0, picture, words));
      again.push({ place: places[index] as PagePlace, index, first: read });
    });
    for (const { place, index, first } of again) {
      const best = await this.#otherWaysUp(place, first, how);
      heard(index, pageOfWords(place.page, best.picture, best.words));
    }
  }

  /** The lines look the same upside down, and print in a strict grid looks the same on its side: the way up is the one in which words are read. */
  async #otherWaysUp(place: PagePlace, first: Words, how: Recognising): Promise<Words> {
    let best = first;
    let most = meanConfidence(first.words);
    const { turn } = first.picture;
    for (const other of turn === 0 ? ([180] as const) : ([((turn + 180) % 360) as Turn, 0] as const)) {
      await this.#read([place], other, otherWork, how, (_, next) => {
        // What could be read one way stands where another way fails.
        if (next instanceof Unreadable) return;
        const found = meanConfidence(next.words);
        if (found > most + 0.03) [best, most] = [next, found];
      });
      if (most >= certain) break;
    }
    return best;
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
    places: readonly PagePlace[],
    turn: Turn | null,
    mostWork: number,
    how: Recognising,
    heard: (index: number, words: Words | Unreadable) => void,
  ): Promise<void> {
    const waiting: { ready: Ready; index: number }[] = [];
    const made: string[] = [];
    const kept: Promise<void>[] = [];
    try {
      for (const [index, place] of places.entries()) {
        const ready = await this.#draw(place, turn, how, made);
        if (ready instanceof Unreadable) heard(index, ready);
        else {
          const known = await how.cache?.get(ready.key);
          const { picture } = ready;
          if (known !== undefined && known !== null) heard(index, { picture, words: JSON.parse(known) as OcrWord[] });
          else if (picture.regions.length === 0) heard(index, { picture, words: [] });
          else waiting.push({ ready, index });
        }
      }
      const first: { at: number; words: readonly OcrWord[] }[] = [];
      const hear = (at: number, words: readonly OcrWord[] | Unreadable): void => {
        if (words instanceof Unreadable) heard((waiting[at] as (typeof waiting)[number]).index, words);
        else first.push({ at, words });
      };
      await recognisePictures(
        waiting.map(({ ready }) => ready.to),
        mostWork,
        hear,
        how.signal,
      );
      const looked = first.map(({ at, words }) => ({ file: waiting[at]?.ready.to ?? '', words }));
      const read = await lookAgain(looked, how.signal);
      for (const [index, words] of read.entries()) {
        const page = waiting[first[index]?.at ?? 0] as (typeof waiting)[number];
        if (how.cache !== null) kept.push(how.cache.put(page.ready.key, JSON.stringify(words)));
        heard(page.index, { picture: page.ready.picture, words });
      }
      await Promise.all(kept);
    } finally {
      await Promise.all(made.map((file) => rm(file, { force: true })));
    }
  }

  /** Makes a page ready; its picture lies in a file that is added to `made`. */
  async #draw(
    { file, page }: PagePlace,
    turn: Turn | null,
    { engine, limits, signal }: Recognising,
    made: string[],
  ): Promise<Ready | Unreadable> {
    const to = await this.#place('pgm');
    made.push(to);
    const found: { picture: PicturePage | null } = { picture: null };
    const task = { kind: 'picture' as const, path: file.path, page, turn, to, limits };
    const draw = (): Promise<Ending> =>
      this.#drawer(path.dirname(to)).run(
        file.password === undefined ? task : { ...task, password: file.password },
        limits,
        (answer) => {
          if (answer.kind === 'picture') found.picture = answer.picture;
          return undefined;
        },
        signal,
      );
    let { failed, worn = false } = await draw();
    if (worn) {
      this.#worker?.close();
      ({ failed } = await draw());
    }
    const { picture } = found;
    if (failed !== null || picture === null) return new Unreadable(failed ?? '图像无法取出');
    return { picture, to, key: `${engine.version} chi_sim psm6+7 strokes ${picture.hash}` };
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
