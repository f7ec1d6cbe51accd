/** Signs that part the fields of a table. */
export const separators = [',', '\t', ';', '，'] as const;

const looked = 12;
const longestLine = 4000;

/** Whether a plain text is a table: one sign parts most of its first lines into as many fields. */
export function looksLikeCsv(text: string): boolean {
  const lines = rowsIn(text);
  if (lines.length < 2 || lines.some((line) => line.length > longestLine)) return false;
  return separators.slice(0, 3).some((separator) => {
    const counts = lines.map((line) => line.split(separator).length);
    // A quote that is not closed in its line swallows the lines after it.
    const [first = 0, second] = counts;
    if (first >= 2 && first === second && (lines[1]?.split('"').length ?? 1) % 2 === 0) return true;
    // A line with a separator too many, or a note below, leaves the others a table.
    return [...new Set(counts)].some((width) => {
      const alike = counts.filter((count) => count === width).length;
      return width >= 2 && alike >= 2 && alike >= lines.length * (width === 2 ? 1 : 0.6);
    });
  });
}

/** Lines within quotes that are taken for one row at most: more are those of a quote that was never closed. */
const mostInRow = 20;

/** The first rows of a text, what stands in quotes in place of a word: people break lines in cells. */
function rowsIn(text: string): string[] {
  const lines = text.split(/\r\n|\r|\n/u, looked * mostInRow);
  const rows: string[] = [];
  for (let at = 0; at < lines.length && rows.length < looked; ) {
    let row = lines[at] ?? '';
    let end = at + 1;
    // Only quotes that begin a field hold lines together.
    while (
      /(?:^|[,;\t])"/u.test(row) &&
      (row.split('"').length - 1) % 2 === 1 &&
      end < Math.min(lines.length, at + mostInRow)
    )
      row += `\n${lines[end++] ?? ''}`;
    const closed = (row.split('"').length - 1) % 2 === 0;
    at = closed ? end : at + 1;
    const plain = closed ? row.replace(/"(?:[^"]|"")*"/gu, 'x') : (row.split('\n')[0] ?? '');
    if (plain.trim() !== '') rows.push(plain);
  }
  return rows;
}
