import { execFile, spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Unreadable } from '../limits.ts';

const run = promisify(execFile);

/** A word as tesseract gives it, its box in pixels of the picture. */
export interface OcrWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** 0…1. */
  readonly confidence: number;
  /** Same for the words of one line as the engine sees it. */
  readonly line: string;
  /** A blank stands before it that its place does not tell. */
  readonly apart?: true;
  /** A second look gave other figures, or saw nothing there. */
  readonly disputed?: true;
  /** A second model read the same. */
  readonly agreed?: true;
}

/** What a picture holds: a page's print row by row (tesseract's mode 6), or one line of it (7). */
export type Holds = 'page' | 'line';

/** The engine of this machine: its name and version, which go into the keys of what is kept. */
export interface Engine {
  readonly version: string;
}

/** How to install what is missing, as one sentence for people. */
export const howToInstall =
  '本机没有安装文字识别程序，请运行 scripts/setup-system，或 apt-get install tesseract-ocr tesseract-ocr-chi-sim，然后重新检查';

let known: Promise<Engine | null> | null = null;

/** The engine, looked for once; null when tesseract or its Chinese model is not installed. */
export function engine(): Promise<Engine | null> {
  known ??= find();
  return known;
}

async function find(): Promise<Engine | null> {
  try {
    const { stdout: version } = await run('tesseract', ['--version']);
    const { stdout: languages } = await run('tesseract', ['--list-langs']);
    if (!/^chi_sim$/mu.test(languages)) return null;
    return { version: (version.split('\n')[0] ?? 'tesseract').trim() };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'ENOENT' || code === 'EACCES' || typeof code === 'number') return null;
    throw error;
  }
}

/** Kilobytes the recogniser may hold. */
const mostMemory = 480 * 1024;
const longest = 180_000; // milliseconds by the clock
/** For each further picture of one run, of which most take little more than a second of work. */
const moreWork = 3; // seconds
const longer = 30_000;
const largestAnswer = 32 * 2 ** 20;

/**
 * Recognises pictures one after another in one run, since starting takes as long as a seventh of a page; one thread, since runs go side by
 * side. `mostWork` are the seconds of work one may take, which on a machine that does other things too may be more by the clock. `heard` is told the words of each as soon as they are known. When a run fails, what it left is tried picture by picture, so that one
 * that cannot be read does not take others with it; such a one is heard as {@link Unreadable}.
 */
export async function recognisePictures(
  files: readonly string[],
  mostWork: number,
  heard: (index: number, words: readonly OcrWord[] | Unreadable) => void,
  signal?: AbortSignal,
  holds: Holds = 'page',
): Promise<void> {
  let known = 0;
  const next = (words: readonly OcrWord[]): void => heard(known++, words);
  if (files.length > 1) {
    const list = `${files[0]}.list`;
    await writeFile(list, files.join('\n'));
    try {
      await recogniseRun(list, files.length, mostWork + (files.length - 1) * moreWork, holds, next, signal);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
    } finally {
      await rm(list, { force: true });
    }
  }
  for (let file = files[known]; file !== undefined; file = files[known]) {
    try {
      await recogniseRun(file, 1, mostWork, holds, next, signal);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      heard(known++, error);
    }
  }
}

/** One run over a picture or a list of so many; throws {@link Unreadable} when it fails or takes too long. */
function recogniseRun(
  file: string,
  pages: number,
  mostWork: number,
  holds: Holds,
  next: (words: readonly OcrWord[]) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const words = [
      'tesseract',
      file,
      'stdout',
      '-l',
      'chi_sim',
      '--psm',
      holds === 'page' ? '6' : '7',
      '--dpi',
      '200',
      // White on black is found on no page so read; trying every doubtful line inverted costs a fifth of the time of a bad page.
      '-c',
      'tessedit_do_invert=0',
      'tsv',
    ];
    // The shell sets the bounds on work and memory and becomes the recogniser; Windows has no such bounds.
    const [program, ...args] =
      process.platform === 'win32'
        ? words
        : ['/bin/sh', '-c', `ulimit -t ${mostWork}; ulimit -d ${mostMemory}; exec "$@"`, 'sh', ...words];
    const child = spawn(program ?? 'tesseract', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
      timeout: longest + (pages - 1) * longer,
      killSignal: 'SIGKILL',
    });
    const answer = new Answer(next);
    let complaint = '';
    const abort = (): void => {
      child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', abort, { once: true });
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      if (!answer.add(text)) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 1000) complaint += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code, ended) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted === true) reject(signal.reason);
      else if (code === 0 && answer.end() === pages) resolve();
      else reject(new Unreadable(whyNot(code, ended, complaint, mostWork)));
    });
  });
}

/** Why a page was not recognised within so many seconds of work, and what to do, in Chinese. */
function whyNot(code: number | null, ended: NodeJS.Signals | null, complaint: string, mostWork: number): string {
  if (/memory|bad_alloc|too large/iu.test(complaint) || ended === 'SIGABRT')
    return '图像过大，识别要用的内存超过上限；请用 300 dpi 重新扫描此页，再放入';
  if (code === null)
    return `识别超过 ${mostWork} 秒或者结果异常庞大，已停止；可点“重新检查”再试一次，仍然如此的，请重新扫描此页`;
  return `识别程序读不了此页的图像（代码 ${code}）；请重新扫描此页，每页都如此的，请重新安装文字识别程序`;
}

/** The answer of a run as it comes in: a page is whole when the next begins, the last one at the end. */
class Answer {
  readonly #next: (words: readonly OcrWord[]) => void;
  #text = '';
  #size = 0;
  #pages = 0;

  constructor(next: (words: readonly OcrWord[]) => void) {
    this.#next = next;
  }

  /** False when a page's answer is far too large. */
  add(text: string): boolean {
    this.#text += text;
    this.#size += text.length;
    for (let at = this.#begin(); at > 0; at = this.#begin()) this.#take(at);
    return this.#size <= largestAnswer;
  }

  /** The number of pages heard in all. */
  end(): number {
    if (this.#text.includes('\n1\t')) this.#take(this.#text.length);
    return this.#pages;
  }

  /** Where the page after the present one begins: at the second row of level 1. */
  #begin(): number {
    const first = this.#text.indexOf('\n1\t');
    return first < 0 ? 0 : this.#text.indexOf('\n1\t', first + 1);
  }

  #take(end: number): void {
    const page = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    this.#size = this.#text.length;
    this.#pages++;
    this.#next(wordsOf(page));
  }
}

/** Words of tesseract's TSV: level 5 rows. */
export function wordsOf(tsv: string): OcrWord[] {
  const words: OcrWord[] = [];
  for (const row of tsv.split('\n')) {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.split('\t');
    if (level !== '5' || text.trim() === '') continue;
    words.push({
      text: text.trim(),
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Math.max(0, Math.min(1, Number(confidence) / 100)),
      line: `${block}.${paragraph}.${line}`,
    });
  }
  return words;
}
