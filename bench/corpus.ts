import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { closeParsers, gather, readFiles, Unreadable } from '@anjuan/intake';

/** Every file must end in a verdict within this, in milliseconds; pages to be recognised add their own. */
const allowed = 30_000;
const sinkPort = 9911;
/** Bytes any process may hold. */
const mostMemory = 512 * 2 ** 20;

/** What became of one file. */
interface Verdict {
  readonly file: string;
  readonly words: string;
  readonly time: number;
  readonly pages: number;
  readonly dropped: boolean;
  /** Pages without a word, of which nothing is said. */
  readonly blank: number;
}

/**
 * Reads every file of the folders given (`npm run -s bench:corpus -- FOLDER…`; `CORPUS_RECOGNISE=0` leaves pictures, `CORPUS_VERBOSE=1` lists all), damaged and hostile ones, and tells how each ended: a
 * verdict in time and in plain Chinese, no crash of a parser taken for anything else, nothing dropped, no process beyond its memory, this
 * process answering all along, no connection out.
 */
async function benchCorpus(folders: readonly string[]): Promise<boolean> {
  const calls = { count: 0 };
  const sink = createServer((socket) => {
    calls.count++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => sink.listen(sinkPort, '127.0.0.1', resolve));
  let lag = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    lag = Math.max(lag, now - last - 50);
    last = now;
  }, 50);
  const inHand = new Set<string>();
  const largest = { bytes: 0, while: '' };
  const greedy = new Set<string>();
  const memory = setInterval(
    () =>
      void largestChild().then(({ bytes, peak }) => {
        if (peak > largest.bytes) Object.assign(largest, { bytes: peak, while: [...inHand].join(' ') });
        if (bytes > mostMemory) for (const file of inHand) greedy.add(file);
      }),
    50,
  );
  const verdicts: Verdict[] = [];
  const files = (await Promise.all(folders.map(filesIn))).flat().sort();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file === undefined) break;
      inHand.add(file);
      verdicts.push(await judge(file));
      inHand.delete(file);
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  clearInterval(watch);
  clearInterval(memory);
  sink.close();
  await closeParsers();
  const slow = verdicts.filter((one) => one.time > allowed + one.pages * 5000);
  const crashed = verdicts.filter((one) => /崩溃|意外中断/u.test(one.words));
  const dropped = verdicts.filter((one) => one.dropped);
  const foreign = verdicts.filter((one) => isForeign(one.words));
  const read = verdicts.filter((one) => one.pages > 0).length;
  for (const [name, list] of [
    ['too slow', slow],
    ['crashed', crashed],
    ['dropped', dropped],
    ['not plain Chinese', foreign],
  ] as const)
    for (const one of list) console.log(`  ${name}: ${one.file} ${(one.time / 1000).toFixed(1)} s ${one.words}`);
  if (greedy.size > 0)
    console.log(
      `  more than ${mostMemory >> 20} MB while reading ${greedy.size} files: ${[...greedy].slice(0, 10).join(' ')}`,
    );
  if (process.env.CORPUS_VERBOSE === '1')
    for (const one of verdicts.toSorted((a, b) => b.time - a.time))
      console.log(
        `  ${(one.time / 1000).toFixed(1).padStart(5)} s  ${String(one.pages).padStart(4)} p ${String(one.blank).padStart(4)} blank  ${one.file}  ${one.words.slice(0, 160)}`,
      );
  const times = verdicts.map((one) => one.time).sort((a, b) => a - b);
  const at = (share: number): string => ((times[Math.floor(times.length * share)] ?? 0) / 1000).toFixed(2);
  console.log(
    `  ${verdicts.length} files: ${read} read, ${verdicts.length - read} refused with a reason; median ${at(0.5)} s, 99 % ${at(0.99)} s, longest ${at(0.9999)} s; largest process ${largest.bytes >> 20} MB (${largest.while}), this one ${process.resourceUsage().maxRSS >> 10} MB and never silent for more than ${Math.round(lag)} ms; ${calls.count} connections out`,
  );
  return (
    verdicts.length > 0 &&
    slow.length + crashed.length + dropped.length + foreign.length + greedy.size + calls.count === 0
  );
}

async function judge(file: string): Promise<Verdict> {
  const begun = performance.now();
  const done = (words: string, pages: number, dropped: boolean, blank = 0): Verdict => ({
    file,
    words,
    pages,
    dropped,
    blank,
    time: performance.now() - begun,
  });
  try {
    const gathered = await gather(file);
    try {
      const words: string[] = [];
      let pages = 0;
      let dropped = gathered.cases.length === 0;
      let blank = 0;
      for (const one of gathered.cases) {
        const read = await readFiles(one.files, { workers: 1, recognise: process.env.CORPUS_RECOGNISE !== '0' });
        dropped ||= read.length !== one.files.length || read.length === 0;
        for (const text of read) {
          pages += text.pages.length;
          words.push(
            text.unreadable ??
              text.pages.find((page) => page.unread !== undefined)?.unread ??
              text.notices?.map((notice) => notice.message).join('，') ??
              `${text.pages.length} 页`,
          );
          if (text.notices === undefined)
            blank += text.pages.filter((page) => page.unread === undefined && page.text.trim() === '').length;
          dropped ||= text.unreadable === undefined && text.pages.length === 0;
        }
      }
      return done(words.slice(0, 5).join('；'), pages, dropped, blank);
    } finally {
      await gathered.dispose();
    }
  } catch (error) {
    if (error instanceof Unreadable) return done(error.message, 0, false);
    return done(`崩溃：${String(error)}`, 0, true);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/(?:MANIFEST|EXPECT)\.csv$|README\.md$|SECRET\.txt$|\.gz$/u.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** Whether a message is the words of a program rather than of people: no Chinese, or a sentence of English. */
function isForeign(words: string): boolean {
  return (
    !/\p{Script=Han}/u.test(words) ||
    /\b\w*Error\b|\b(?:undefined|NaN|null)\b|[a-z]{2,} [a-z]{2,} [a-z]{2,}/u.test(words)
  );
}

/** Bytes the largest process below this one holds, and the most that any has held; 0 where the system does not tell. */
async function largestChild(): Promise<{ bytes: number; peak: number }> {
  if (process.platform !== 'linux') return { bytes: 0, peak: 0 };
  const largest = { bytes: 0, peak: 0 };
  for (const task of await readdir('/proc/self/task').catch(() => [])) {
    const children = await readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '');
    for (const pid of children.split(' ').filter((one) => one !== '')) {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const held = (name: string): number =>
        Number(new RegExp(`${name}:\\s+(\\d+)`, 'u').exec(status)?.[1] ?? 0) * 1024;
      largest.bytes = Math.max(largest.bytes, held('VmRSS'));
      largest.peak = Math.max(largest.peak, held('VmHWM'));
    }
  }
  return largest;
}

if (import.meta.main) {
  const folders = process.argv.slice(2);
  const here = await Promise.all(
    folders.map((folder) =>
      stat(folder).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (folders.length === 0 || here.includes(false)) {
    console.error('bench:corpus: name the folders to read');
    process.exit(2);
  }
  process.exitCode = (await benchCorpus(folders)) ? 0 : 1;
}
