/**
 * Folds a name for comparison: width, spaces, bracket style and masking marks do not make another person or agency, nor does
 * the note （个体工商户） that the register puts behind a name.
 */
export function foldName(name: string): string {
  if (isPlain(name)) return name;
  return name
    .normalize('NFKC')
    .replace(/[\s·•・]/gu, '')
    .replace(/[〔【[﹝]/gu, '(')
    .replace(/[〕】\]﹞]/gu, ')')
    .replace(/\(个体工商户\)$/u, '');
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

/** Fewest characters of a name that may stand for the one with its regions before it: 忠县人民政府, not 县人民政府. */
const leastShortened = 6;

/**
 * Whether two names mean the same body where one may leave out the regions above it: 宝坻区人民政府 and
 * 天津市宝坻区人民政府.
 */
export function sameBody(one: string, other: string): boolean {
  const a = foldName(one);
  const b = foldName(other);
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long === short) return true;
  if (short.length < leastShortened || !long.endsWith(short)) return false;
  return /[省市区县州盟旗]$/u.test(long.slice(0, -short.length));
}
