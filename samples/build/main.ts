import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { profileYaml } from './agencies.ts';
import { assemble, type CaseFile, describe } from './assemble.ts';
import { cases } from './cases/index.ts';
import { writeDocx } from './docx.ts';
import { openBrowser, printPdf, typefaces } from './html.ts';
import { convertToPdf } from './office.ts';
import { drawPictures } from './pictures.ts';

const samples = path.dirname(import.meta.dirname);
const wanted = process.argv.slice(2);
const chosen = cases.filter((data) => wanted.length === 0 || wanted.includes(data.id));
if (chosen.length === 0) {
  console.error(`no such case: ${wanted.join(' ')}; there are ${cases.map((data) => data.id).join(' ')}`);
  process.exit(2);
}

const browser = await openBrowser();
try {
  for (const data of chosen) await build(assemble(data));
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
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const blocks = papers.flatMap(({ paper }) => paper.blocks);
  const pictures = await drawPictures(
    browser,
    blocks.flatMap((block) => (block.type === 'issue' && block.seal ? [block.agency] : [])),
    blocks.flatMap((block) => (block.type === 'photo' ? [block.scene] : [])),
  );
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
