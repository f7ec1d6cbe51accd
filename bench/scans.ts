import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FileText } from '@anjuan/core';
import { closeParsers, readFiles } from '@anjuan/intake';
import { hard, light, paintPage, type Spoil, spoil } from './scan-pages.ts';

const run = promisify(execFile);
const root = path.dirname(import.meta.dirname);
const samples = ['one-defect', 'clean-hearing', 'clean-market', 'ten-defects'];
const pagesEach = Number(process.env.SCAN_PAGES ?? 4);

/**
 * Pages of the invented case files as scans: characters read right (1 − edit distance by length, white space dropped, forms folded by NFKC),
 * and the whole way from JPEG to placed words against tesseract alone on the same pictures, both on all cores.
 */
async function benchScans(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-bench-'));
  try {
    await benchSet({ name: 'light', how: light, samples, from: 2, most: pagesEach }, folder);
    await benchSet({ name: 'hard', how: hard, samples, from: 2, most: pagesEach }, folder);
    // One file from its cover to its last page, as people scan them: what starting the processes takes is spread over it.
    await benchSet({ name: 'file', how: light, samples: ['one-defect'], from: 0, most: 100 }, folder);
  } finally {
    await closeParsers();
    rmSync(folder, { recursive: true });
  }
}

/** Pages of files, those with some print, from one on. */
interface PageSet {
  readonly name: string;
  readonly how: Spoil;
  readonly samples: readonly string[];
  readonly from: number;
  readonly most: number;
}

async function benchSet({ name, how, samples: chosenFiles, from, most }: PageSet, folder: string): Promise<void> {
  const pages: { path: string; truth: string }[] = [];
  for (const sample of chosenFiles) {
    const { file, size } = samplePdf(sample);
    const [text] = await readFiles([{ name: sample, path: file, size }]);
    const chosen = (text?.pages ?? []).filter((page) => page.text.length > 150).slice(from, from + most);
    for (const page of chosen) {
      const place = path.join(folder, `${name}-${sample}-${page.number}.jpg`);
      writeFileSync(place, spoil(await paintPage(file, page.number), how, page.number));
      pages.push({ path: place, truth: folded(page.text) });
    }
  }
  // What read the samples ends here.
  await closeParsers();
  const list = path.join(folder, `${name}.json`);
  writeFileSync(list, JSON.stringify({ name, pages } satisfies Painted));
  // A process of its own, as people start one: this one is full of painted pages, and would clear them away meanwhile.
  await run(process.execPath, [import.meta.filename, list]).then(({ stdout }) => process.stdout.write(stdout));
}

/** Pictures of pages, and what stands on them. */
interface Painted {
  readonly name: string;
  readonly pages: readonly { readonly path: string; readonly truth: string }[];
}

async function measureSet({ name, pages }: Painted): Promise<void> {
  const inputs = pages.map((page) => ({ name: path.basename(page.path), path: page.path, size: 1 }));
  const read: FileText[] = [];
  const ours = await measured(async () => {
    read.push(...(await readFiles(inputs)));
    await closeParsers();
  });
  const theirs = await measured(() => alone(inputs.map((input) => input.path)));
  let errors = 0;
  let length = 0;
  read.forEach((file, index) => {
    const truth = pages[index]?.truth ?? '';
    const found = folded(file.pages.map((page) => page.text).join('\n'));
    const distance = editDistance(found, truth);
    errors += distance;
    length += truth.length;
    if (process.env.SCAN_VERBOSE === '1')
      console.log(`    ${((1 - distance / truth.length) * 100).toFixed(1)} %  ${inputs[index]?.name}`);
  });
  console.log(
    `  ${name.padEnd(5)} ${pages.length} pages, ${length} characters  ${((1 - errors / length) * 100).toFixed(2)} % right  ${(ours.wall / theirs.wall).toFixed(2)} × the time, ${(ours.cpu / theirs.cpu).toFixed(2)} × the work of tesseract alone (at most 1.2 asked)`,
  );
}

/** Time on the clock, and work done by this process and by those it started that have ended; on a machine that does other things too, the work is the truer measure. */
async function measured(work: () => Promise<void>): Promise<{ wall: number; cpu: number }> {
  const before = cpuSeconds();
  const from = performance.now();
  await work();
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { wall: performance.now() - from - 200, cpu: cpuSeconds() - before };
}

/** Seconds of work of this process and its ended children, by Linux' account of it (proc(5): utime to cstime). */
function cpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
}

function samplePdf(sample: string): { file: string; size: number } {
  const place = path.join(root, 'samples/files', sample);
  const name = readdirSync(place).find((one) => one.endsWith('.pdf'));
  if (name === undefined) throw new Error(`no PDF in ${place}`);
  const file = path.join(place, name);
  return { file, size: statSync(file).size };
}

/** Tesseract on the pictures as they are, one thread each, as many at a time as there are cores. */
async function alone(files: readonly string[]): Promise<void> {
  const left = [...files];
  const work = async (): Promise<void> => {
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      await run('tesseract', [file, 'stdout', '-l', 'chi_sim', '--psm', '6', '--dpi', '200', 'tsv'], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        maxBuffer: 2 ** 26,
      });
    }
  };
  await Promise.all(Array.from({ length: os.availableParallelism() }, work));
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')')
    .replace(/\s/gu, '');
}

function editDistance(a: string, b: string): number {
  let row = Uint32Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1);
    next[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const [list] = process.argv.slice(2);
if (import.meta.main)
  await (list === undefined ? benchScans() : measureSet(JSON.parse(readFileSync(list, 'utf8')) as Painted));
