import type { PageText } from './types.ts';

/** What a cell of an invented form says and how many columns and rows it covers. */
export type Words = string | { readonly words: string; readonly columns?: number; readonly rows?: number };

/** A page with one form: rows of cells, a cell that goes on with the one above as `null`; the words above and below it. */
export function formPage(rows: readonly (readonly (Words | null)[])[], above = '', below = ''): PageText {
  let text = above === '' ? '' : `${above}\n`;
  const cells = rows.flatMap((row, index) => {
    let column = 0;
    let open = false;
    const made = row.flatMap((cell) => {
      const {
        words,
        columns = 1,
        rows: over = 1,
      } = typeof cell === 'string' ? { words: cell } : (cell ?? { words: '' });
      if (open && words !== '') text += '  ';
      open ||= words !== '';
      const start = text.length;
      text += words;
      const placed = { row: index, column, rows: over, columns, start, end: text.length };
      column += columns;
      return cell === null ? [] : [placed];
    });
    text += '\n';
    return made;
  });
  text += below;
  return { number: 1, width: 0, height: 0, text, lines: [], tables: [{ cells }] };
}
