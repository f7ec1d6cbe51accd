import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { closeParsers, gather, readFiles, Unreadable } from '@anjuan/intake';

/** Every file must end in a verdict within this, in milliseconds; pages to be recognised add their own. */
const allowed = 30_000;
const sinkPort = 9911;

/** What became of one file. */
interface Verdict {
  readonly file: string;
  readonly words: string;
  readonly time: number;
  readonly pages: number;
  readonly dropped: boolean;
}

/**
 * Reads every file of the folders given (`npm run -s bench:corpus -- FOLDER…`), damaged and hostile ones, and tells how each ended: a
 * verdict in time, no crash of a parser taken for anything else, nothing dropped, this process answering all along, no connection out.
 */
export async function benchCorpus(folders: readonly string[]): Promise<boolean> {
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
  let largest = 0;
  const memory = setInterval(() => void largestChild().then((bytes) => (largest = Math.max(largest, bytes))), 100);
  const verdicts: Verdict[] = [];
  const files = (await Promise.all(folders.map(filesIn))).flat().sort();
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index];
      if (file !== undefined) verdicts.push(await judge(file));
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
  clearInterval(watch);
  clearInterval(memory);
  sink.close();
  await closeParsers();
  const slow = verdicts.filter((one) => one.time > allowed + one.pages * 5000);
  const crashed = verdicts.filter((one) => /崩溃/u.test(one.words));
  const dropped = verdicts.filter((one) => one.dropped);
  const read = verdicts.filter((one) => one.pages > 0).length;
  for (const [name, list] of [
    ['too slow', slow],
    ['crashed', crashed],
    ['dropped', dropped],
  ] as const)
    for (const one of list) console.log(`  ${name}: ${one.file} ${(one.time / 1000).toFixed(1)} s ${one.words}`);
  if (process.env.CORPUS_VERBOSE === '1')
    for (const one of verdicts.toSorted((a, b) => b.time - a.time))
      console.log(
        `  ${(one.time / 1000).toFixed(1).padStart(5)} s  ${String(one.pages).padStart(4)} p  ${one.file}  ${one.words.slice(0, 160)}`,
      );
  const times = verdicts.map((one) => one.time).sort((a, b) => a - b);
  const at = (share: number): string => ((times[Math.floor(times.length * share)] ?? 0) / 1000).toFixed(2);
  console.log(
    `  ${verdicts.length} files: ${read} read, ${verdicts.length - read} refused with a reason; median ${at(0.5)} s, 99 % ${at(0.99)} s, longest ${at(0.9999)} s; largest process ${largest >> 20} MB; this process never silent for more than ${Math.round(lag)} ms; ${calls.count} connections out`,
  );
  return verdicts.length > 0 && slow.length + crashed.length + dropped.length + calls.count === 0;
}

async function judge(file: string): Promise<Verdict> {
  const begun = performance.now();
  const done = (words: string, pages: number, dropped: boolean): Verdict => ({
    file,
    words,
    pages,
    dropped,
    time: performance.now() - begun,
  });
  try {
    const gathered = await gather(file);
    try {
      const words: string[] = [];
      let pages = 0;
      let dropped = false;
      for (const one of gathered.cases) {
        const read = await readFiles(one.files, { workers: 1 });
        dropped ||= read.length !== one.files.length;
        for (const text of read) {
          pages += text.pages.length;
          words.push(
            text.unreadable ??
              text.pages.find((page) => page.unread !== undefined)?.unread ??
              `${text.pages.length} 页`,
          );
          dropped ||= text.unreadable === undefined && text.pages.length === 0;
        }
      }
      return done(words.slice(0, 5).join('；'), pages, dropped);
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

/** Resident bytes of the largest process below this one; 0 where the system does not tell. */
async function largestChild(): Promise<number> {
  if (process.platform !== 'linux') return 0;
  let largest = 0;
  for (const task of await readdir('/proc/self/task').catch(() => [])) {
    const children = await readFile(`/proc/self/task/${task}/children`, 'utf8').catch(() => '');
    for (const pid of children.split(' ').filter((one) => one !== '')) {
      const status = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
      largest = Math.max(largest, Number(status.split(' ')[1] ?? 0) * 4096);
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
