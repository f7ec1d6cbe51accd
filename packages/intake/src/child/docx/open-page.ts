import type { PageCell } from '@anjuan/core';

/** A page of a DOCX while it is read. */
export interface OpenPage {
  readonly lines: string[];
  /** Pictures as large as papers are. */
  papers: number;
  length: number;
  readonly tables: PageCell[][];
}

/** Adds lines and gives the offset in the text of the page where they begin. */
export function addLines(page: OpenPage, lines: readonly string[]): number {
  const start = page.lines.length === 0 ? 0 : page.length + 1;
  page.length = start + lines.reduce((sum, line) => sum + line.length + 1, -1);
  for (const line of lines) page.lines.push(line);
  return start;
}

/** An empty line at the end of the page, unless one stands there or nothing does. */
export function partOff(page: OpenPage | undefined): void {
  if (page !== undefined && (page.lines.at(-1) ?? '') !== '') addLines(page, ['']);
}
