/** Text of a workbook, in which characters that XML cannot hold are written as `_x000D_` (ECMA-376 part 1, 22.9.2.19); line ends and tabs as blanks, other controls as nothing. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) => {
    const value = Number.parseInt(code, 16);
    if (value === 9 || value === 10 || value === 13) return ' ';
    return value < 32 || (value >= 0xd800 && value < 0xe000) ? '' : String.fromCharCode(value);
  });
}
