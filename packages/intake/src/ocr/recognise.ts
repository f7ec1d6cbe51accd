import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PageText } from '@anjuan/core';
import type { PageCache } from '../begun.ts';
import { type Limits, Unreadable } from '../limits.ts';
import type { Source } from '../parser.ts';
import type { PicturePage } from '../protocol.ts';
import { workFolder } from '../work-folder.ts';
import { type Ending, Worker } from '../worker.ts';
import { lookAgain } from './again.ts';
import { lineReader } from './lines.ts';
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

/** So many shares wait for their second look: where recognisers share its process, one would stand still behind another's share else. */
const mostLooking = 2;

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

/** A page read once, whose doubtful lines are to be looked at again. */
interface First<P> {
  readonly place: P;
  readonly ready: Ready;
  readonly words: readonly OcrWord[];
}

/** One process that draws pages and one run of the recogniser after it; as many as there are cores work side by side. */
export class Recogniser {
  #worker: Worker | null = null;
  #folder: Promise<string> | null = null;
  #starting: Promise<void> = Promise.resolve();

  /**
   * The words of pages that are asked for share by share: those of a share are drawn one after another and then recognised in one run, their
   * doubtful lines looked at again while the next share is. `heard` is told each page, or {@link Unreadable} with a Chinese sentence.
   */
  async pages<P extends PagePlace>(
    next: () => readonly P[] | undefined,
    how: Recognising,
    heard: (place: P, page: PageText | Unreadable) => void,
  ): Promise<void> {
    const doubted: { place: P; first: Words }[] = [];
    const take = (place: P, read: Words | Unreadable): void => {
      if (read instanceof Unreadable) heard(place, read);
      else if (meanConfidence(read.words) >= (read.picture.turn === 0 ? doubtful : certain))
        heard(place, pageOfWords(place.page, read.picture, read.words));
      else doubted.push({ place, first: read });
    };
    /** The second look at shares goes on while the next one is drawn and recognised: another process has that work. */
    const looking: Promise<void>[] = [];
    const settled = async (most: number): Promise<void> => {
      while (looking.length > most) await looking.shift();
      for (const { place, first } of doubted.splice(0)) {
        const best = await this.#otherWaysUp(place, first, how);
        heard(place, pageOfWords(place.page, best.picture, best.words));
      }
    };
    try {
      for (let share = next(); share !== undefined; share = next()) {
        const read = await this.#first(share, null, firstWork, how, take);
        try {
          await settled(mostLooking - 1);
        } catch (error) {
          await forget(read);
          throw error;
        }
        const second = this.#second(read, how, take);
        // Heard by `settled` later; until then nobody asks.
        second.catch(() => undefined);
        looking.push(second);
      }
      await settled(0);
    } finally {
      await Promise.allSettled(looking);
    }
  }

  /** The lines look the same upside down, and print in a strict grid looks the same on its side: the way up is the one in which words are read. */
  async #otherWaysUp(place: PagePlace, first: Words, how: Recognising): Promise<Words> {
    let best = first;
    let most = meanConfidence(first.words);
    const { turn } = first.picture;
    for (const other of turn === 0 ? ([180] as const) : ([((turn + 180) % 360) as Turn, 0] as const)) {
      const take = (_: PagePlace, next: Words | Unreadable): void => {
        // What could be read one way stands where another way fails.
        if (next instanceof Unreadable) return;
        const found = meanConfidence(next.words);
        if (found > most + 0.03) [best, most] = [next, found];
      };
      await this.#second(await this.#first([place], other, otherWork, how, take), how, take);
      if (most >= certain) break;
    }
    return best;
  }

  /** Starts the process that draws, while it is still to be found out which pages it is to draw. */
  start(limits: Limits): void {
    this.#starting = this.#room().then((folder) => this.#drawer(folder).start(limits));
    // Who asks for a page hears of it.
    this.#starting.catch(() => undefined);
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
    await Promise.allSettled([this.#starting]);
    this.#worker?.close();
    this.#worker = null;
    const folder = this.#folder;
    this.#folder = null;
    if (folder !== null) await rm(await folder, { recursive: true, force: true });
  }

  /** Draws and recognises pages. Gives those with words to be looked at again, with their pictures; `take` is told all others. */
  async #first<P extends PagePlace>(
    places: readonly P[],
    turn: Turn | null,
    mostWork: number,
    how: Recognising,
    take: (place: P, words: Words | Unreadable) => void,
  ): Promise<readonly First<P>[]> {
    const read: First<P>[] = [];
    const drawn: { place: P; ready: Ready }[] = [];
    try {
      for (const place of places) {
        const ready = await this.#draw(place, turn, how);
        if (ready instanceof Unreadable) {
          take(place, ready);
          continue;
        }
        const known = await how.cache?.get(ready.key);
        const { picture } = ready;
        if (typeof known !== 'string' && picture.regions.length > 0) {
          drawn.push({ place, ready });
          continue;
        }
        await rm(ready.to, { force: true });
        take(place, { picture, words: typeof known === 'string' ? (JSON.parse(known) as OcrWord[]) : [] });
      }
      const hear = (at: number, words: readonly OcrWord[] | Unreadable): void => {
        const { place, ready } = drawn[at] as (typeof drawn)[number];
        if (words instanceof Unreadable) take(place, words);
        else read.push({ place, ready, words });
      };
      await recognisePictures(
        drawn.map(({ ready }) => ready.to),
        mostWork,
        hear,
        how.signal,
      );
    } catch (error) {
      await forget(read.splice(0));
      throw error;
    } finally {
      const kept = new Set(read.map(({ ready }) => ready.to));
      await forget(drawn.filter(({ ready }) => !kept.has(ready.to)));
    }
    return read;
  }

  /** Looks again at the doubtful lines of pages, keeps the words for the next time and tells them; their pictures are gone then. */
  async #second<P extends PagePlace>(
    pages: readonly First<P>[],
    { cache, limits, signal }: Recognising,
    take: (place: P, words: Words) => void,
  ): Promise<void> {
    try {
      const looked = pages.map(({ ready, words }) => ({ file: ready.to, words }));
      const read = await lookAgain(looked, { lines: lineReader, limits, ...(signal === undefined ? {} : { signal }) });
      for (const [index, { place, ready }] of pages.entries()) {
        const words = read[index] ?? [];
        await cache?.put(ready.key, JSON.stringify(words));
        take(place, { picture: ready.picture, words });
      }
    } finally {
      await forget(pages);
    }
  }

  /** Makes a page ready: its picture lies in a file of its own then. */
  async #draw(
    { file, page }: PagePlace,
    turn: Turn | null,
    { engine, limits, signal }: Recognising,
  ): Promise<Ready | Unreadable> {
    const to = await this.#place('tif');
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
    let failed: string | null;
    try {
      const ending = await draw();
      ({ failed } = ending);
      if (ending.worn === true) {
        this.#worker?.close();
        ({ failed } = await draw());
      }
    } catch (error) {
      await rm(to, { force: true });
      throw error;
    }
    const { picture } = found;
    if (failed !== null || picture === null) {
      await rm(to, { force: true });
      return new Unreadable(failed ?? '图像无法取出');
    }
    return {
      picture,
      to,
      key: `${engine.version} chi_sim psm6 upright PP-OCRv4 strokes blanks agreed lost gaps quotes days guesses cells broken-rules ${picture.hash}`,
    };
  }

  /** A file of our own for what is drawn. */
  async #place(ending: string): Promise<string> {
    return path.join(await this.#room(), `${randomUUID()}.${ending}`);
  }

  /** The folder such files lie in. */
  #room(): Promise<string> {
    this.#folder ??= workFolder();
    return this.#folder;
  }

  #drawer(folder: string): Worker {
    this.#worker ??= new Worker({ draws: { folder } });
    return this.#worker;
  }
}

/** Takes away the pictures of pages. */
async function forget(pages: readonly { readonly ready: Ready }[]): Promise<void> {
  await Promise.all(pages.map(({ ready }) => rm(ready.to, { force: true })));
}
