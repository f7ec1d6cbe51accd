import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
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
export async function benchScans(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-bench-'));
  try {
    for (const [name, how] of [
      ['light', light],
      ['hard', hard],
    ] as const) {
      await benchSet(name, how, folder);
    }
  } finally {
    await closeParsers();
    rmSync(folder, { recursive: true });
  }
}

async function benchSet(name: string, how: Spoil, folder: string): Promise<void> {
  const pages: { path: string; truth: string }[] = [];
  for (const sample of samples) {
    const { file, size } = await samplePdf(sample);
    const [text] = await readFiles([{ name: sample, path: file, size }]);
    const chosen = (text?.pages ?? []).filter((page) => page.text.length > 150).slice(2, 2 + pagesEach);
    for (const page of chosen) {
      const place = path.join(folder, `${name}-${sample}-${page.number}.jpg`);
      writeFileSync(place, spoil(await paintPage(file, page.number), how, page.number));
      pages.push({ path: place, truth: folded(page.text) });
    }
  }
  const inputs = pages.map((page) => ({ name: path.basename(page.path), path: page.path, size: 1 }));
  await readFiles(inputs.slice(0, os.availableParallelism()));
  let from = performance.now();
  const read = await readFiles(inputs);
  const ours = performance.now() - from;
  from = performance.now();
  await alone(inputs.map((input) => input.path));
  const theirs = performance.now() - from;
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
    `  ${name.padEnd(5)} ${pages.length} pages, ${length} characters  ${((1 - errors / length) * 100).toFixed(2)} % right  ${(ours / theirs).toFixed(2)} × tesseract alone`,
  );
}

async function samplePdf(sample: string): Promise<{ file: string; size: number }> {
  const { readdirSync, statSync } = await import('node:fs');
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
  return text.normalize('NFKC').replace(/[〔【[]/gu, '(').replace(/[〕】\]]/gu, ')').replace(/\s/gu, '');
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

if (import.meta.main) await benchScans();
