/** Signs that part the fields of a table. */
export const separators = [',', '\t', ';', '，'] as const;

const looked = 12;
const longestLine = 4000;

/** Whether a plain text is a table: one sign parts most of its first lines into as many fields. */
export function looksLikeCsv(text: string): boolean {
  const lines = text
    .split('\n', looked + 1)
    .filter((line) => line.trim() !== '')
    .slice(0, looked);
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
