import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkRecord, extractCase } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { closeParsers, readFiles } from '@anjuan/intake';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const root = path.dirname(import.meta.dirname);
const rounds = 9;
const library = path.dirname(
  path.dirname(path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))),
);

/** A case file as one PDF, from disk to findings, against bare pdf.js pulling its text: medians of rounds taken in turn, both warm. */
export async function benchReading(): Promise<void> {
  const book = await readRules();
  const papers = casePapers();
  console.log(
    '\nReading and checking a whole case file, ratio to bare pdf.js getTextContent of the same file (same run):\n',
  );
  const ratios: number[] = [];
  for (const paper of papers) {
    const size = readFileSync(paper.path).length;
    const bare: number[] = [];
    const ours: number[] = [];
    let pages = 0;
    for (let round = -2; round < rounds; round++) {
      let from = performance.now();
      pages = await bareText(paper.path);
      if (round >= 0) bare.push(performance.now() - from);
      from = performance.now();
      const read = await readFiles([{ ...paper, size }]);
      checkRecord(extractCase(read, book, 'bench').record, book, { standards: [] });
      if (round >= 0) ours.push(performance.now() - from);
    }
    const ratio = median(ours) / median(bare);
    ratios.push(ratio);
    console.log(
      `  ${String(pages).padStart(3)} pages  ${median(bare).toFixed(0).padStart(5)} ms bare  ${median(ours).toFixed(0).padStart(5)} ms read + checked  ${ratio.toFixed(2)} ×  ${paper.name}`,
    );
  }
  await closeParsers();
  // In a process of its own, as people start one: this one holds the rules and all it has checked.
  const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, 'folder']);
  process.stdout.write(stdout);
  console.log(`\n  median ${median(ratios).toFixed(2)} ×, worst ${Math.max(...ratios).toFixed(2)} × (at most 2 asked)`);
}

interface CasePaper {
  readonly name: string;
  readonly path: string;
}

/** The sample files that are one PDF. */
function casePapers(): CasePaper[] {
  return readdirSync(path.join(root, 'samples/files'))
    .flatMap((id) => readdirSync(path.join(root, 'samples/files', id)).map((name) => [id, name] as const))
    .filter(([id, name]) => name.endsWith('.pdf') && existsSync(path.join(root, 'samples/files', id, name)))
    .filter(([id]) => id !== 'separate-pdfs')
    .map(([id, name]) => ({ name, path: path.join(root, 'samples/files', id, name) }));
}

/** Reading alone, without checking: one process against bare pdf.js on the same files, and all cores against one. */
async function benchFolder(papers: readonly CasePaper[]): Promise<void> {
  const inputs = papers.map((paper) => ({ ...paper, size: readFileSync(paper.path).length }));
  const times = { bare: [] as number[], one: [] as number[], all: [] as number[] };
  for (let round = -1; round < 5; round++) {
    for (const [name, work] of [
      ['bare', async () => void (await sequence(inputs))],
      ['one', async () => void (await readFiles(inputs, { workers: 1 }))],
      ['all', async () => void (await readFiles(inputs))],
    ] as const) {
      const from = performance.now();
      await work();
      if (round >= 0) times[name].push(performance.now() - from);
    }
  }
  const [bare, one, all] = [median(times.bare), median(times.one), median(times.all)];
  console.log(
    `\n  a folder of ${inputs.length} files: ${(one / bare).toFixed(2)} × bare pdf.js in one process (at most 1.1 asked); all cores ${(one / all).toFixed(2)} × one (at least 1.5 asked)`,
  );
}

async function sequence(inputs: readonly { readonly path: string }[]): Promise<void> {
  for (const input of inputs) await bareText(input.path);
}

async function bareText(file: string): Promise<number> {
  const task = pdfjs.getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: `${path.join(library, 'cmaps')}${path.sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(library, 'standard_fonts')}${path.sep}`,
    verbosity: 0,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) await (await document.getPage(number)).getTextContent();
  const { numPages } = document;
  await task.destroy();
  return numPages;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

if (import.meta.main && process.argv[2] === 'folder') {
  await benchFolder(casePapers());
  await closeParsers();
}
