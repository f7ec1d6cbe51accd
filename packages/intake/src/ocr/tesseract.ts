import { execFile, spawn } from 'node:child_process';
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
}

/** The engine of this machine: its name and version, which go into the keys of what is kept. */
export interface Engine {
  readonly version: string;
}

/** How to install what is missing, as one sentence for people. */
export const howToInstall =
  '本机没有安装文字识别程序，请运行 scripts/setup-system，或 apt-get install tesseract-ocr tesseract-ocr-chi-sim，然后重新检查';

/** The recogniser was stopped for what it took. */
export class TooLong extends Unreadable {}

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
const largestAnswer = 32 * 2 ** 20;

/**
 * Recognises one picture in so many seconds of work, which on a machine that does other things too may be more by the clock; one thread,
 * since pages run side by side. Throws {@link Unreadable} when it fails or takes too long.
 */
export function recognisePicture(file: string, mostWork: number, signal?: AbortSignal): Promise<OcrWord[]> {
  return new Promise((resolve, reject) => {
    const words = ['tesseract', file, 'stdout', '-l', 'chi_sim', '--psm', '6', '--dpi', '200', 'tsv'];
    // The shell sets the bounds on work and memory and becomes the recogniser; Windows has no such bounds.
    const [program, ...args] =
      process.platform === 'win32'
        ? words
        : ['/bin/sh', '-c', `ulimit -t ${mostWork}; ulimit -d ${mostMemory}; exec "$@"`, 'sh', ...words];
    const child = spawn(program ?? 'tesseract', args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1', LC_ALL: 'C' },
      timeout: longest,
      killSignal: 'SIGKILL',
    });
    const out: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const abort = (): void => {
      child.kill('SIGKILL');
    };
    signal?.addEventListener('abort', abort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestAnswer) child.kill('SIGKILL');
      else out.push(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 1000) complaint += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code, ended) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted === true) reject(signal.reason);
      else if (code === 0) resolve(wordsOf(Buffer.concat(out).toString('utf8')));
      else if (/memory|bad_alloc|too large/iu.test(complaint) || ended === 'SIGABRT')
        reject(new Unreadable('图像过大，识别所需内存超过上限'));
      else if (code === null) reject(new TooLong(`识别超过 ${mostWork} 秒或结果异常庞大，已停止`));
      else reject(new Unreadable(`识别程序没有成功（代码 ${code}）`));
    });
  });
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
