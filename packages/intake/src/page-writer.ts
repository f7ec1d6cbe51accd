import type { PageCell, PageText, TextRun } from '@anjuan/core';

/** A line to be written: its text and the runs it is made of. */
export interface WrittenLine {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

/** Puts the text of a page together: lines, and cells of forms row by row. */
export class PageWriter {
  text = '';
  readonly lines: { start: number; end: number; runs: TextRun[] }[] = [];
  #open = false;

  /** A line of its own. */
  line(parts: readonly WrittenLine[]): void {
    this.breakLine();
    this.append(parts);
    this.breakLine();
  }

  /** Goes on in the line that is open. */
  append(parts: readonly WrittenLine[]): void {
    this.#begin();
    const line = this.lines.at(-1);
    if (line === undefined) return;
    for (const part of parts) {
      this.text += part.text;
      line.runs.push(...part.runs);
    }
    line.end = this.text.length;
  }

  /** The lines of a cell, and the half-open range they take: the first goes on in the line of the row, the others stand below. */
  cell(lines: readonly (readonly WrittenLine[])[]): Pick<PageCell, 'start' | 'end'> {
    if (lines.length === 0) return { start: this.text.length, end: this.text.length };
    if (this.#open && this.text !== '' && !this.text.endsWith('\n')) this.text += '  ';
    else this.#begin();
    const start = this.text.length;
    lines.forEach((line, index) => {
      if (index > 0) this.breakLine();
      this.append(line);
    });
    return { start, end: this.text.length };
  }

  breakLine(): void {
    this.#open = false;
  }

  page(number: number, width: number, height: number): PageText {
    return { number, width, height, text: this.text, lines: this.lines };
  }

  #begin(): void {
    if (this.#open) return;
    if (this.text !== '') this.text += '\n';
    this.lines.push({ start: this.text.length, end: this.text.length, runs: [] });
    this.#open = true;
  }
}
