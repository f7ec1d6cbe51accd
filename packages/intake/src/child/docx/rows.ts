import { besideHands, pictureMark } from '../hands.ts';

/** A cell of a table that is open. */
export interface Cell {
  readonly paragraphs: string[];
  columns: number;
  /** Goes on with the cell above. */
  continued: boolean;
}

/** The lines of a row, and the half-open range of each cell in them. */
export function rowLines(row: readonly Cell[]): { lines: string[]; ranges: [number, number][] } {
  let text = '';
  const ranges = row.map(({ paragraphs }): [number, number] => {
    const all = paragraphs.join('\n');
    const said = all.replaceAll(pictureMark, '');
    // A picture beside other words than those to sign by is an emblem or a photograph.
    const words = said.trim() === '' || besideHands.test(said) ? all : said;
    if (words !== '' && text !== '') text += '  ';
    const start = text.length;
    text += words;
    return [start, text.length];
  });
  return { lines: text.split('\n'), ranges };
}
