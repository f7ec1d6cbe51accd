import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FileText } from '@anjuan/core';
import { readFiles } from '@anjuan/intake';
import { zipOf } from '../../packages/office/src/zip.ts';
import type { RuledCell, RuledForm } from './ruled-cells.ts';
import { ofdOf } from './ruled-ofd.ts';

/** The forms as Word documents with real tables, the same printed to PDF by LibreOffice (empty where it is not installed), and as OFDs, as intake reads them. */
export async function readRuled(
  forms: readonly RuledForm[],
): Promise<Readonly<Record<'docx' | 'pdf' | 'ofd', readonly (FileText | undefined)[]>>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-ruled-'));
  try {
    const names = forms.map((_, index) => String(index).padStart(4, '0'));
    forms.forEach((form, index) => {
      writeFileSync(path.join(folder, `${names[index]}.docx`), documentOf(form));
      writeFileSync(path.join(folder, `${names[index]}.ofd`), ofdOf(form, index));
    });
    const read = async (ending: string): Promise<(FileText | undefined)[]> => {
      const files = await readFiles(inputs(folder, ending));
      return names.map((name) => files.find((file) => file.name === name + ending));
    };
    return {
      docx: await read('.docx'),
      pdf: printed(folder, names) ? await read('.pdf') : [],
      ofd: await read('.ofd'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function inputs(folder: string, ending: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => {
      const place = path.join(folder, name);
      return { name, path: place, size: statSync(place).size };
    });
}

function printed(folder: string, names: readonly string[]): boolean {
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const sources = names.map((name) => path.join(folder, `${name}.docx`));
  try {
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...sources], {
      stdio: 'ignore',
      timeout: 600_000,
    });
    return true;
  } catch {
    return false;
  }
}

const types =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const relations =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const columns = 6;
/** Twentieths of a point. */
const columnWidth = 1500;

function documentOf({ title, rows }: RuledForm): Uint8Array {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="6" w:color="000000"/>`)
    .join('');
  const grid = `<w:gridCol w:w="${columnWidth}"/>`.repeat(columns);
  const table = `<w:tbl><w:tblPr><w:tblW w:w="${columns * columnWidth}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(rowOf).join('')}</w:tbl>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(title, 'center')}${table}<w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>`;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const parts = { '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': body };
  return zipOf(
    Object.entries(parts).map(([name, text]) => ({ name, bytes: encode(text) })),
    '2026-01-01',
  );
}

/** The last cell of a row covers what is left of it. */
function rowOf(cells: readonly RuledCell[]): string {
  let left = columns;
  const made = cells.map((cell, index) => {
    const over = index === cells.length - 1 ? left : cell.columns;
    left -= over;
    const merged =
      cell.merged === undefined ? '' : cell.merged === 'begins' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
    const words = cell.words
      .split('\n')
      .map((line) => (line.startsWith('>') ? paragraph(line.slice(1), 'right') : paragraph(line, 'left')));
    return `<w:tc><w:tcPr><w:tcW w:w="${over * columnWidth}" w:type="dxa"/><w:gridSpan w:val="${over}"/>${merged}<w:vAlign w:val="center"/></w:tcPr>${words.join('')}</w:tc>`;
  });
  return `<w:tr>${made.join('')}</w:tr>`;
}

function paragraph(words: string, side: 'left' | 'center' | 'right'): string {
  return `<w:p><w:pPr><w:jc w:val="${side}"/></w:pPr><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;
}
