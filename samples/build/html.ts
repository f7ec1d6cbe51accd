import { type Browser, chromium } from 'playwright-core';
import {
  type Block,
  type Cell,
  cellPadding,
  footLine,
  footSize,
  lineHeight,
  type Page,
  paragraphs,
  sheet,
  tableLine,
  tableSize,
} from './blocks.ts';

export interface Typeface {
  readonly body: string;
  readonly title: string;
  readonly hand: string;
}

export const typefaces: Readonly<Record<'song' | 'noto', Typeface>> = {
  song: {
    body: "'AR PL SungtiL GB','Noto Serif CJK SC'",
    title: "'Noto Sans CJK SC'",
    hand: "'AR PL KaitiM GB','AR PL UKai CN'",
  },
  noto: { body: "'Noto Serif CJK SC'", title: "'Noto Serif CJK SC'", hand: "'AR PL UKai CN','Noto Serif CJK SC'" },
};

/** Pictures by name, as PNG or JPEG data URLs: seals are named `seal:AGENCY`, photographs by their scene. */
export type Pictures = ReadonlyMap<string, Buffer>;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--font-render-hinting=none'],
  });

/** Prints pages to a PDF with Chromium. Throws when a block runs over the foot of its page. */
export async function printPdf(
  browser: Browser,
  pages: readonly Page[],
  face: Typeface,
  pictures: Pictures,
): Promise<Buffer> {
  const tab = await browser.newPage();
  try {
    await tab.setContent(htmlOf(pages, face, pictures), { waitUntil: 'load' });
    const over = await tab.evaluate(() =>
      [...document.querySelectorAll('section')].flatMap((section, index) => {
        const main = section.querySelector('main');
        return main !== null && main.scrollHeight > main.clientHeight + 2 ? [index + 1] : [];
      }),
    );
    if (over.length > 0) throw new Error(`content runs over the foot of page ${over.join(', ')}`);
    return undated(await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false, outline: false }));
  } finally {
    await tab.close();
  }
}

/** The same bytes on every day: dates of creation in a PDF are set to one day, byte for byte. */
export function undated(pdf: Uint8Array): Buffer {
  const text = Buffer.from(pdf).toString('latin1');
  const still = text
    .replace(/\/(CreationDate|ModDate) ?\(D:\d{14}/g, (found) => found.replace(/\d{14}/, '20260105090000'))
    .replace(/\/ID ?\[ ?<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}> ?\]/g, (found) =>
      found.replace(/[0-9A-Fa-f]{32}/g, '0'.repeat(32)),
    )
    .replace(/\/DocChecksum \/[0-9A-F]{32}/g, `/DocChecksum /${'0'.repeat(32)}`);
  return Buffer.from(still, 'latin1');
}

function htmlOf(pages: readonly Page[], face: Typeface, pictures: Pictures): string {
  const style = `
@page { size: A4; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
body { font-family: ${face.body}; color: #111 }
section { position: relative; width: ${sheet.width}pt; height: ${sheet.height}pt; break-after: page; overflow: hidden;
  padding: ${sheet.top}pt ${sheet.right}pt ${sheet.bottom}pt ${sheet.left}pt }
section:last-child { break-after: auto }
main { overflow: hidden }
.agency { font: 18pt/34pt ${face.title}; text-align: center; letter-spacing: 2pt }
.title { font: bold 22pt/46pt ${face.title}; text-align: center; letter-spacing: 3pt }
.number { line-height: 28pt; height: 28pt }
.heading { font-family: ${face.title}; font-weight: bold }
p { text-align: justify; overflow-wrap: anywhere }
.hand { font-family: ${face.hand}; font-size: 1.12em; color: #16235c }
table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: 0 0 8pt; font-size: ${tableSize}pt; line-height: ${tableLine}pt }
td { border: 0.8pt solid #222; padding: ${cellPadding.y}pt ${cellPadding.x}pt; vertical-align: middle; overflow-wrap: anywhere }
td.label { text-align: center }
.issue { position: relative; text-align: right; padding: 30pt 34pt 44pt 0; white-space: nowrap }
.issue div { display: inline-block; text-align: center; position: relative }
.issue img { position: absolute; width: 118pt; height: 118pt; left: 50%; top: 50%; margin: -54pt 0 0 -59pt; opacity: .82 }
.photo { text-align: center; padding-bottom: 12pt }
.foot { position: absolute; left: ${sheet.left}pt; right: ${sheet.right}pt; bottom: ${sheet.bottom - 14}pt; font-size: ${footSize}pt; line-height: ${footLine}pt }
.stamp { position: absolute; right: 40pt; top: 28pt; font: 13pt ${face.hand}; color: #16235c }
hr { border: 0; border-top: 1.6pt solid #b8261b; margin: 3pt 0 5pt }`;
  const body = pages.map((page) => sectionOf(page, pictures)).join('\n');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${style}</style><body>${body}</body></html>`;
}

function sectionOf(page: Page, pictures: Pictures): string {
  const size = page.paper.size ?? 14;
  const height = sheet.height - sheet.top - sheet.bottom - (page.foot.length > 0 ? page.foot.length * footLine : 0);
  const stamp = page.stamp === null ? '' : `<div class="stamp">${page.stamp}</div>`;
  const foot =
    page.foot.length === 0
      ? ''
      : `<div class="foot">${page.foot.map((line) => `<div>${inline(line)}</div>`).join('')}</div>`;
  const main = page.blocks.map((block) => blockOf(block, size, pictures)).join('');
  return `<section>${stamp}<main style="height:${height}pt;font-size:${size}pt;line-height:${lineHeight(size)}pt">${main}</main>${foot}</section>`;
}

function blockOf(block: Block, size: number, pictures: Pictures): string {
  switch (block.type) {
    case 'agency':
    case 'title':
    case 'heading':
      return `<div class="${block.type}">${inline(block.text)}</div>`;
    case 'number':
      return `<div class="number" style="text-align:${block.align ?? 'center'}">${inline(block.text)}</div>`;
    case 'text': {
      const align = block.align === undefined ? '' : `text-align:${block.align};`;
      return `<p style="${align}text-indent:${block.indent === false || block.align !== undefined ? 0 : 2 * size}pt">${inline(block.text)}</p>`;
    }
    case 'table': {
      const total = block.columns.reduce((sum, one) => sum + one, 0);
      const columns = block.columns.map((one) => `<col style="width:${(one / total) * 100}%">`).join('');
      const rows = block.rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`).join('');
      return `<table><colgroup>${columns}</colgroup>${rows}</table>`;
    }
    case 'issue': {
      const seal = block.seal ? `<img src="${dataUrl(pictures, `seal:${block.agency}`)}" alt="">` : '';
      const mark = block.mark === undefined ? '' : `<br>${inline(block.mark)}`;
      return `<div class="issue"><div>${inline(block.agency)}${mark}<br>${inline(block.date)}${seal}</div></div>`;
    }
    case 'photo':
      return `<div class="photo"><img src="${dataUrl(pictures, block.scene)}" style="height:${block.height}pt" alt=""></div>`;
    case 'gap':
      return `<div style="height:${block.lines * lineHeight(size)}pt"></div>`;
    case 'rule':
      return '<hr>';
  }
}

function cellOf(cell: Cell): string {
  const height = (cell.lines ?? 1) * tableLine + 2 * cellPadding.y;
  const align = cell.align === undefined ? '' : ` style="text-align:${cell.align};height:${height}pt"`;
  const lines = paragraphs(cell)
    .map((text) => `<div${/^⟫/.test(text) ? ' style="text-align:right"' : ''}>${inline(text.replace('⟫', ''))}</div>`)
    .join('');
  return `<td class="${cell.label ? 'label' : ''}" colspan="${cell.span ?? 1}"${align || ` style="height:${height}pt"`}>${lines}</td>`;
}

const inline = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/ {2}/g, ' &nbsp;')
    .replace(/⟦/g, '<span class="hand">')
    .replace(/⟧/g, '</span>');

function dataUrl(pictures: Pictures, name: string): string {
  const bytes = pictures.get(name);
  if (bytes === undefined) throw new Error(`no picture named ${name}`);
  return `data:image/${bytes[0] === 0x89 ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`;
}
