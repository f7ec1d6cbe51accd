/** Signs that part the fields of a table. */
export const separators = [',', '\t', ';', '，'] as const;

/** Whether a plain text is a table: its first lines are all parted by the same sign into as many fields. */
export function looksLikeCsv(text: string): boolean {
  const lines = text.split('\n', 6).filter((line) => line.trim() !== '');
  if (lines.length < 2) return false;
  return separators.slice(0, 3).some((separator) => {
    const counts = lines.slice(0, 5).map((line) => line.split(separator).length);
    return (
      (counts[0] ?? 0) >= 2 && counts.every((count) => count === counts[0]) && lines.every((line) => line.length < 2000)
    );
  });
}
