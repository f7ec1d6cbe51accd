/** Paragraphs longer than this stand in one line: then every break is one the writer made. */
const LONGEST_PRINTED_LINE = 64;

/** Tells lines that reach the right margin: as wide as the widest of their page, but for the two characters type-setting may push over. */
export function measure<Line extends { readonly page: number }>(
  lines: readonly Line[],
  printed: readonly number[],
): { wraps(line: Line): boolean } {
  const indexes = new Map(lines.map((line, index) => [line, index]));
  const width = (line: Line): number => printed[indexes.get(line) ?? -1] ?? 0;
  const widest = new Map<number, number>();
  for (const [index, line] of lines.entries())
    widest.set(line.page, Math.max(widest.get(line.page) ?? 0, printed[index] ?? 0));
  return {
    wraps: (line) => {
      const most = widest.get(line.page) ?? 0;
      return most >= 16 && most <= LONGEST_PRINTED_LINE && width(line) >= most * 0.85 - 1;
    },
  };
}
