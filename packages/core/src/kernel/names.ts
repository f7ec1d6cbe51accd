/** Folds a name for comparison: width, spaces, bracket style and masking marks do not make another person or agency. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•・]/gu, '')
    .replace(/[〔【[﹝]/gu, '(')
    .replace(/[〕】\]﹞]/gu, ')');
}
