import os from 'node:os';
import type { FileNotice, FileText, PageText } from '@anjuan/core';
import { BegunFile, type PageCache } from './begun.ts';
import type { PageDrawing } from './drawing.ts';
import { misnamed, noPaper } from './foreign.ts';
import type { InputFile } from './gather.ts';
import { whyTooLarge } from './large.ts';
import { defaultLimits, type Limits, Unreadable } from './limits.ts';
import { alike, likeness, unchecked, unlike } from './ocr/layer.ts';
import { lineReader } from './ocr/lines.ts';
import { Recogniser } from './ocr/recognise.ts';
import { engine, howToInstall } from './ocr/tesseract.ts';
import { Parser, type Source } from './parser.ts';

export interface Progress {
  readonly file: string;
  /** Pages read of this file, and how many it has as far as known. */
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions {
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  /** Processes side by side; as many as there are cores by default. */
  readonly workers?: number;
  /** False leaves pages that are pictures unread. */
  readonly recognise?: boolean;
  /** Keeps the words of recognised pages, and the pages of long files that were begun, between runs. */
  readonly cache?: PageCache;
}

/** Pages that are pictures, waiting for recognition. */
interface Pictured {
  readonly file: InputFile;
  readonly index: number;
  readonly pages: readonly number[];
}

export type { PageCache } from './begun.ts';

const idle: Parser[] = [];
const drawing: Recogniser[] = [];

/**
 * Reads files to pages of text, each in a process that may die; gives them in the order asked. A file that cannot be read comes with its
 * reason. Pages that are pictures are recognised page by page on all cores; where nothing is installed for that, they stay unread.
 */
export async function readFiles(files: readonly InputFile[], options: ReadOptions = {}): Promise<FileText[]> {
  const limits = { ...defaultLimits, ...options.limits };
  const workers = options.workers ?? os.availableParallelism();
  const results: FileText[] = [];
  const pictured: Pictured[] = [];
  // Large files first: a large one begun last would be waited for alone.
  const bySize = [...files.entries()].sort(([, a], [, b]) => b.size - a.size);
  // Of a picture a parser tells no more than that it is one: any number of them needs but one.
  const texts = files.filter(({ name }) => !/\.(?:jpe?g|png|bmp|tiff?)$/iu.test(name)).length;
  const recognises = options.recognise !== false;
  const starting: Promise<void>[] = [];
  const foresee = (pages: number): void => {
    if (recognises && pages > 0) starting.push(startDrawing(Math.min(pages, workers), limits));
  };
  foresee(files.length - texts);
  try {
    await sideBySide(Math.min(Math.max(1, texts), workers), bySize, async ([index, file]) => {
      const parser = idle.pop() ?? new Parser();
      try {
        const { text, pictures } = await readOne(parser, file, limits, options);
        results[index] = text;
        if (pictures.length === 0) return;
        pictured.push({ file, index, pages: pictures });
        foresee(pictures.length);
      } finally {
        idle.push(parser);
      }
    });
  } finally {
    await Promise.all(starting);
  }
  if (pictured.length > 0 && recognises) await recognise(pictured, results, workers, limits, options);
  return results;
}

/** Sees to it that so many processes for recognition are there or on their way, while others still read. */
async function startDrawing(count: number, limits: Limits): Promise<void> {
  if ((await engine()) === null) return;
  while (drawing.length < count) {
    const recogniser = new Recogniser();
    drawing.push(recogniser);
    recogniser.start(limits);
  }
}

async function readOne(
  parser: Parser,
  file: InputFile,
  limits: Limits,
  options: ReadOptions,
): Promise<{ text: FileText; pictures: readonly number[] }> {
  const refused = (unreadable: string) => ({
    text: { name: file.name, sha256: '', format: 'txt' as const, pages: [], unreadable },
    pictures: [],
  });
  const reason = file.refused ?? noPaper(file.name);
  if (reason !== null) return refused(reason);
  if (file.size > limits.fileBytes) {
    const { unreadable, locked } = await whyTooLarge(file, limits);
    const { text, pictures } = refused(unreadable);
    return { text: locked ? { ...text, locked } : text, pictures };
  }
  const { cache } = options;
  const begun = cache === undefined || file.sha256 === undefined ? undefined : new BegunFile(cache, file.sha256);
  const report = (done: number, total: number): void => options.onProgress?.({ file: file.name, done, total });
  const { file: text, content, pictures } = await parser.read(file, limits, report, options.signal, begun);
  // A PDF cut off before its mark, or an error page saved under its name, is no paper of the case.
  const wrong = misnamed(file.name, content, text.unreadable);
  if (wrong !== null) return { text: { ...text, pages: [], unreadable: wrong }, pictures: [] };
  return { text, pictures };
}

/** Fills in the words of pages that are pictures. */
async function recognise(
  pictured: readonly Pictured[],
  results: FileText[],
  workers: number,
  limits: Limits,
  options: ReadOptions,
): Promise<void> {
  const found = await engine();
  const pages = pictured.flatMap(({ file, index, pages: numbers }) => numbers.map((page) => ({ file, index, page })));
  const done = new Map<number, PageText[]>(pictured.map(({ index }) => [index, [...(results[index]?.pages ?? [])]]));
  const put = (index: number, page: number, read: (old: PageText) => PageText): void => {
    const list = done.get(index);
    const at = list?.findIndex((one) => one.number === page) ?? -1;
    const old = list?.[at];
    if (list !== undefined && old !== undefined) list[at] = read(old);
  };
  /** Words a scanner laid over its picture, to be compared with what the picture shows. */
  const layerOf = (index: number, page: number): string =>
    results[index]?.pages.find((one) => one.number === page)?.text ?? '';
  const notice = (index: number, told: FileNotice): void => {
    const result = results[index];
    if (result !== undefined) results[index] = { ...result, notices: [...(result.notices ?? []), told] };
  };
  if (found === null) {
    for (const { file, index, page } of pages) {
      const total = results[index]?.pages.length ?? 0;
      options.onProgress?.({ file: file.name, done: total, total });
      put(index, page, (old) =>
        old.unread === undefined ? old : { ...old, unread: `${old.unread}：${howToInstall}` },
      );
      if (layerOf(index, page) !== '') notice(index, unchecked(page));
    }
  } else {
    const counts = new Map<number, number>();
    const how = {
      engine: found,
      limits,
      cache: options.cache ?? null,
      ...(options.signal ? { signal: options.signal } : {}),
    };
    const shares = sharesOf(pages, workers);
    const work = async (): Promise<void> => {
      const recogniser = drawing.pop() ?? new Recogniser();
      try {
        const next = (): typeof pages | undefined => shares.shift();
        await recogniser.pages(next, how, ({ file, index, page }, read) => {
          if (read instanceof Unreadable) {
            const unread = `第 ${page} 页文字识别没有成功：${read.message}`;
            put(index, page, (old) => ({ ...old, text: '', lines: [], unread }));
          } else {
            const layer = layerOf(index, page);
            if (layer !== '' && likeness(layer, read.text) < alike) notice(index, unlike(page, layer));
            put(index, page, () => read);
          }
          const count = (counts.get(index) ?? 0) + 1;
          counts.set(index, count);
          const total = results[index]?.pages.length ?? 0;
          const asked = pictured.find((one) => one.index === index)?.pages.length ?? 0;
          options.onProgress?.({ file: file.name, done: total - asked + count, total });
        });
      } finally {
        drawing.push(recogniser);
      }
    };
    await Promise.all(Array.from({ length: Math.min(pages.length, workers) }, work));
  }
  for (const [index, list] of done) {
    const result = results[index];
    if (result !== undefined) results[index] = { ...result, pages: list };
  }
}

/** Pages one run of the recogniser is given at most: more would keep people waiting for the first. */
const mostAtOnce = 6;

/** Pages in shares for as many workers, smaller towards the end, so that all end at about the same time. */
function sharesOf<T>(pages: readonly T[], workers: number): T[][] {
  const shares: T[][] = [];
  for (let at = 0; at < pages.length; ) {
    const size = Math.min(mostAtOnce, Math.ceil((pages.length - at) / (workers * 1.25)));
    shares.push(pages.slice(at, at + size));
    at += size;
  }
  return shares;
}

/** Works through a list with so many at a time, in order. */
async function sideBySide<T>(
  atOnce: number,
  list: readonly T[],
  work: (item: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const run = async (): Promise<void> => {
    for (let index = next++; index < list.length; index = next++) {
      const item = list[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, run));
}

/** What a page of an OFD shows; throws {@link Unreadable}. */
export async function drawPage(file: Source, page: number): Promise<PageDrawing> {
  const parser = idle.pop() ?? new Parser();
  try {
    return await parser.draw(file, page, defaultLimits);
  } finally {
    idle.push(parser);
  }
}

/** The picture of a page as JPEG, turned clockwise by that many degrees; throws {@link Unreadable}. */
export async function showPicture(file: Source, page: number, turn: 0 | 90 | 180 | 270): Promise<Buffer> {
  const recogniser = drawing.pop() ?? new Recogniser();
  try {
    return await recogniser.show(file, page, turn, defaultLimits);
  } finally {
    drawing.push(recogniser);
  }
}

/** Whether the words of pictures can be recognised on this machine. */
export async function canRecognise(): Promise<boolean> {
  return (await engine()) !== null;
}

/** Ends the processes kept for the next file. */
export async function closeParsers(): Promise<void> {
  for (const parser of idle.splice(0)) parser.close();
  await Promise.all(drawing.splice(0).map((recogniser) => recogniser.close()));
  lineReader.close();
}
