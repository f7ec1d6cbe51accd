import type { PageText } from '@anjuan/core';
import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { openArchive } from '../archive.ts';
import { type Limits, Unreadable } from '../limits.ts';
import { plainPage } from './layout.ts';

/**
 * Pages of a DOCX: paragraphs as lines, the cells of a table row in one line with two spaces between; a cell of several paragraphs
 * goes on in lines of its own. Hidden text and tracked deletions are left out. Pages follow the breaks that the file records.
 */
export async function readDocx(bytes: Buffer, limits: Limits): Promise<PageText[]> {
  const archive = await openArchive(bytes, limits);
  try {
    const entry = archive.entries.find((one) => one.name === 'word/document.xml');
    if (entry === undefined || entry.refused !== null) throw new Unreadable('DOCX 缺少正文，无法打开');
    const xml = await entry.read();
    if (xml.length > limits.xmlBytes) throw new Unreadable(`DOCX 正文超过 ${limits.xmlBytes >> 20} MB`);
    return pagesOf(xml.toString('utf8'), limits);
  } finally {
    archive.close();
  }
}

interface Cell {
  readonly paragraphs: string[];
}

interface Writer {
  readonly pages: string[][];
  /** Rows of open tables, innermost last. */
  readonly rows: Cell[][];
  paragraph: string;
  hidden: boolean;
  skip: number;
  inText: boolean;
}

function pagesOf(xml: string, limits: Limits): PageText[] {
  const parser = new SaxesParser({ xmlns: true });
  const writer: Writer = { pages: [[]], rows: [], paragraph: '', hidden: false, skip: 0, inText: false };
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable('DOCX 含有 DOCTYPE 声明，出于安全不予读取');
  });
  parser.on('error', (error) => {
    throw new Unreadable(`DOCX 正文已损坏（${error.message.split('\n')[0] ?? ''}）`);
  });
  parser.on('opentag', (tag) => {
    if (++depth > limits.xmlDepth) throw new Unreadable(`DOCX 正文嵌套超过 ${limits.xmlDepth} 层`);
    opened(writer, tag.local, tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    closed(writer, tag.local);
  });
  parser.on('text', (text) => {
    if (writer.inText && !writer.hidden && writer.skip === 0) writer.paragraph += text;
  });
  parser.write(xml).close();
  return writer.pages.map((rows, index) => plainPage(index + 1, rows));
}

function opened(writer: Writer, name: string, attributes: Record<string, SaxesAttributeNS>): void {
  const value = (local: string): string | undefined =>
    Object.values(attributes).find((one) => one.local === local)?.value;
  switch (name) {
    case 'p':
      writer.paragraph = '';
      break;
    case 'r':
      writer.hidden = false;
      break;
    case 'vanish':
      writer.hidden = value('val') !== 'false' && value('val') !== '0';
      break;
    case 't':
      writer.inText = true;
      break;
    case 'del':
    case 'moveFrom':
    case 'instrText':
    case 'Fallback':
      writer.skip++;
      break;
    case 'tab':
      if (writer.skip === 0 && writer.paragraph !== '') writer.paragraph += '  ';
      break;
    case 'br':
      if (value('type') === 'page') turn(writer);
      else if (writer.skip === 0) writer.paragraph += '\n';
      break;
    case 'lastRenderedPageBreak':
    case 'pageBreakBefore':
      turn(writer);
      break;
    case 'tr':
      writer.rows.push([]);
      break;
    case 'tc':
      writer.rows.at(-1)?.push({ paragraphs: [] });
      break;
    default:
      break;
  }
}

function closed(writer: Writer, name: string): void {
  switch (name) {
    case 't':
      writer.inText = false;
      break;
    case 'del':
    case 'moveFrom':
    case 'instrText':
    case 'Fallback':
      writer.skip--;
      break;
    case 'p':
      put(writer, writer.paragraph.split('\n'));
      writer.paragraph = '';
      break;
    case 'tr': {
      const row = writer.rows.pop();
      if (row !== undefined) put(writer, rowLines(row));
      break;
    }
    default:
      break;
  }
}

/** Lines go to the cell that is open, else to the page. */
function put(writer: Writer, lines: readonly string[]): void {
  const kept = lines.map((line) => line.trimEnd());
  const cell = writer.rows.at(-1)?.at(-1);
  if (cell !== undefined) cell.paragraphs.push(...kept.filter((line) => line !== ''));
  else writer.pages.at(-1)?.push(...kept);
}

function rowLines(row: readonly Cell[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { paragraphs } of row) {
    const [first = '', ...rest] = paragraphs;
    line += (line === '' || first === '' ? '' : '  ') + first;
    if (rest.length === 0) continue;
    lines.push(line, ...rest.slice(0, -1));
    line = rest.at(-1) ?? '';
  }
  return [...lines, line];
}

/** A new page begins, unless nothing stands on this one yet. Within a table the row stays whole. */
function turn(writer: Writer): void {
  if (writer.rows.length > 0) return;
  if (writer.paragraph !== '') {
    put(writer, [writer.paragraph]);
    writer.paragraph = '';
  }
  if (writer.pages.at(-1)?.some((line) => line !== '')) writer.pages.push([]);
}
