import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { profileYaml } from './agencies.ts';
import {
  assemble,
  assembleProcedure,
  type CaseFile,
  describe,
  describeProcedure,
  type ProcedureFile,
} from './assemble.ts';
import type { Page } from './blocks.ts';
import { cases } from './cases/index.ts';
import { writeDocx } from './docx.ts';
import { openBrowser, printPdf, typefaces } from './html.ts';
import { convertToPdf } from './office.ts';
import { drawPictures } from './pictures.ts';
import { procedureCases } from './procedures/index.ts';

const samples = path.dirname(import.meta.dirname);
const wanted = process.argv.slice(2);
const named = ({ id }: { readonly id: string }): boolean => wanted.length === 0 || wanted.includes(id);
const chosen = cases.filter(named);
const procedures = procedureCases.filter(named);
if (chosen.length + procedures.length === 0) {
  console.error(
    `no such case: ${wanted.join(' ')}; there are ${[...cases, ...procedureCases].map((data) => data.id).join(' ')}`,
  );
  process.exit(2);
}

const browser = await openBrowser();
try {
  for (const data of chosen) await build(assemble(data));
  for (const data of procedures) await buildProcedure(assembleProcedure(data));
} finally {
  await browser.close();
}
mkdirSync(path.join(samples, 'agencies'), { recursive: true });
for (const agency of new Set(cases.map((data) => data.agency))) {
  writeFileSync(path.join(samples, 'agencies', `${agency.id}.yaml`), profileYaml(agency));
}

async function build(file: CaseFile): Promise<void> {
  const { data, papers } = file;
  const folder = path.join(samples, 'files', data.id);
  clear(folder);
  const pictures = await picturesOf(papers);
  const face = typefaces[data.face];
  const whole = papers.flatMap(({ pages }) => pages);
  const name = (index: number, title: string): string => `${String(index + 1).padStart(2, '0')}-${title}`;
  switch (data.form) {
    case 'pdf':
      writeFileSync(path.join(folder, `${data.title}.pdf`), await printPdf(browser, whole, face, pictures));
      break;
    case 'office-pdf': {
      const fonts = { body: 'Noto Serif CJK SC', title: 'Noto Sans CJK SC', hand: 'AR PL UKai CN' };
      writeFileSync(path.join(folder, `${data.title}.pdf`), convertToPdf(writeDocx(whole, fonts, pictures)));
      break;
    }
    case 'pdfs':
      for (const [index, { paper, pages }] of papers.entries()) {
        writeFileSync(
          path.join(folder, `${name(index, paper.title)}.pdf`),
          await printPdf(browser, pages, face, pictures),
        );
      }
      break;
    case 'docx': {
      const fonts = { body: '仿宋_GB2312', title: '方正小标宋简体', hand: '楷体_GB2312' };
      for (const [index, { paper, pages }] of papers.entries()) {
        writeFileSync(path.join(folder, `${name(index, paper.title)}.docx`), writeDocx(pages, fonts, pictures));
      }
      break;
    }
  }
  writeFileSync(path.join(folder, 'case.json'), `${JSON.stringify(describe(file), null, 2)}\n`);
  console.log(`${data.id}: ${papers.length} papers, ${whole.length} pages`);
}

/** A file of another case type: one PDF from the browser. */
async function buildProcedure(file: ProcedureFile): Promise<void> {
  const { data, papers } = file;
  const folder = path.join(samples, 'files', data.id);
  clear(folder);
  const whole: readonly Page[] = papers.flatMap(({ pages }) => pages);
  const bytes = await printPdf(browser, whole, typefaces[data.face], await picturesOf(papers));
  writeFileSync(path.join(folder, `${data.title}.pdf`), bytes);
  writeFileSync(path.join(folder, 'case.json'), `${JSON.stringify(describeProcedure(file), null, 2)}\n`);
  console.log(`${data.id}: ${papers.length} papers, ${whole.length} pages`);
}

function picturesOf(papers: CaseFile['papers']): ReturnType<typeof drawPictures> {
  const blocks = papers.flatMap(({ paper }) => paper.blocks);
  return drawPictures(
    browser,
    blocks.flatMap((block) => (block.type === 'issue' && block.seal ? [block.agency] : [])),
    blocks.flatMap((block) => (block.type === 'photo' ? [block.scene] : [])),
  );
}

/** Empties a folder but for `expected.txt`, which a person wrote. */
function clear(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (name !== 'expected.txt') rmSync(path.join(folder, name), { recursive: true, force: true });
}
