/** What a symbol font shows for letters, where a file tells its characters as those of a font of letters: Wingdings, and Wingdings 2. */
const first: Readonly<Record<string, string>> = { þ: '☑', '¨': '□', ý: '☒', ü: '✓', û: '✗' };
const second: Readonly<Record<string, string>> = { '£': '□', R: '☑', P: '✓', Q: '☒', S: '☒', T: '☒' };

/**
 * How the words of a page are read: a letter that stands alone between Chinese words and means a box or a tick in a symbol font is that. The
 * letters of Wingdings 2 may stand for themselves, so the page must show its empty box too.
 */
export function lettersOf(words: readonly string[]): (words: string) => string {
  if (!words.some((one) => /\p{Script=Han}/u.test(one))) return (one) => one;
  const boxed = words.includes('£');
  return (one) => (one.length === 1 ? (first[one] ?? (boxed ? second[one] : undefined) ?? one) : one);
}
