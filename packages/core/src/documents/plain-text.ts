import { type Reader, readPages } from './pages.ts';
import type { FileText, PageText } from './types.ts';

/** Pages of plain text as intake would deliver a TXT file: no positions, one line range a line. */
export function pageOf(text: string, number = 1): PageText {
  const lines: PageText['lines'][number][] = [];
  let start = 0;
  for (const row of text.split('\n')) {
    lines.push({ start, end: start + row.length, runs: [] });
    start += row.length + 1;
  }
  return { number, width: 0, height: 0, text, lines };
}

/** A text file of the given pages. */
export function textFile(name: string, ...pages: readonly string[]): FileText {
  return { name, sha256: '', format: 'txt', pages: pages.map((text, index) => pageOf(text, index + 1)) };
}

/** A reader over plain text, one page a string. */
export function readerOf(...pages: readonly string[]): Reader {
  return readPages(
    'd01',
    'text.txt',
    pages.map((text, index) => ({ page: pageOf(text, index + 1), start: 0, end: text.length })),
  );
}
