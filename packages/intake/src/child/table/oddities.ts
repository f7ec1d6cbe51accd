/** What a program shows in place of a value that is not there, with what became of it. */
const kinds: readonly (readonly [cell: RegExp, words: string])[] = [
  [/^#{3,}$/u, '只有“####”，多半是列太窄时照着屏幕复制的，原来的内容已经丢失'],
  [/^#(?:REF!|VALUE!|NAME\?|N\/A|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/u, '是公式出错的记号，没有数值'],
  [/^\d\.\d{2,}E\+1[1-9]$/iu, '是科学计数法（如 3.5E+17），号码的后几位已经丢失'],
];
const named = 5;

/** What is said of cells that show that their values are lost, and of rows with more cells than the head of the table; `where` begins the sentence. */
export function odditiesIn(rows: readonly (readonly string[])[], where: string): string[] {
  const told: string[] = [];
  for (const [pattern, words] of kinds) {
    const places = rows.flatMap((row, index) => row.flatMap((cell) => (pattern.test(cell.trim()) ? [index + 1] : [])));
    if (places.length > 0)
      told.push(
        `${where}有 ${places.length} 个单元格${words}（第 ${listed(places)} 行），请从原来的系统重新导出或者对照原件`,
      );
  }
  return told;
}

/** Of a table whose cells are parted by signs: a sign within a name, not in quotes, moves all cells behind it. */
export function overlongIn(rows: readonly (readonly string[])[]): string | null {
  const filled = rows.map((row) => row.findLastIndex((cell) => cell.trim() !== '') + 1);
  const widths = filled.filter((width) => width > 2);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  if (usual === 0 || (counts.get(usual) ?? 0) < widths.length * 0.6) return null;
  const long = filled.flatMap((width, index) => (width > usual ? [index + 1] : []));
  if (long.length === 0) return null;
  return `有 ${long.length} 行（第 ${listed(long)} 行）的格数比其他行多，可能是内容里的逗号没有加引号，后面的格会错位，请对照原件`;
}

function listed(numbers: readonly number[]): string {
  const different = [...new Set(numbers)];
  return `${different.slice(0, named).join('、')}${different.length > named ? ' 等' : ''}`;
}
