/** Folds a name for comparison: width, spaces, bracket style and masking marks do not make another person or agency. */
export function foldName(name: string): string {
  if (isPlain(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/[\s·•・]/gu, '')
    .replace(/[〔【[﹝]/gu, '(')
    .replace(/[〕】\]﹞]/gu, ')');
}

/** Letters, digits and Chinese characters only: nothing to fold. Most names are. */
function isPlain(name: string): boolean {
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    const plain =
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a);
    if (!plain) return false;
  }
  return true;
}
