import { fold, isBlank } from './normalise.ts';

/** A row of a page with print: its half-open range of the page's text, and the text folded without white space. */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly dense: string;
}

/** Rows at the head of a page among which its title is looked for: web pages print a few lines above it. */
export const HEAD_ROWS = 10;

/** Rows of a page with print; a very long row (a paper copied into one line) is parted at its spaces. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const dense = fold(text.slice(start, end)).replaceAll('|', '');
    if (dense.length > 72 && rows.length < HEAD_ROWS) rows.push(...wordsOf(text, start, end));
    else if (dense !== '') rows.push({ start, end, dense });
    start = end + 1;
  }
  return rows;
}

function wordsOf(text: string, from: number, to: number): Row[] {
  const rows: Row[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !isBlank(text.charCodeAt(i))) continue;
    const dense = fold(text.slice(start, i));
    if (dense !== '') rows.push({ start, end: i, dense });
    start = i + 1;
  }
  return rows;
}

/** Whether the frame of a web page (索引号, 发布机构, 当前位置) fills the rows a heading stands in, so that it comes further down. */
export function belowWebHead(rows: readonly Row[], index: number): boolean {
  return (
    index < 3 * HEAD_ROWS &&
    rows
      .slice(0, HEAD_ROWS)
      .some(({ dense }) => /^[•·*”“"',]?(?:索引号|发布机构|主题分类|体裁分类|当前位置|您当前的位置)/u.test(dense))
  );
}
