/** Width in full characters; digits and Latin letters take half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < 0x80 ? 0.5 : 1), 0);
}

/** Characters of 二号 on one line, less a little: the standard asks for lines that do not fill the page. */
const widest = 19;

/** Words a line of a title ends well after; a place in the middle of others breaks them. */
const endings = /[市县区省局厅委年度季月的查案卷关于，、]$/u;
const bad = /^[的了和及与、，）》”]|[《（“]$/u;

/** A title in lines of nearly one length, broken where the writer broke it, else after a word and never within a number (7.3.1). */
export function titleLines(title: string): readonly string[] {
  return title.split('\n').flatMap((line) => {
    const count = Math.ceil(widthOf(line) / widest);
    return count < 2 ? [line] : broken(line, count);
  });
}

function broken(line: string, count: number): string[] {
  if (count < 2) return [line];
  const letters = [...line];
  const wanted = widthOf(line) / count;
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < letters.length; at++) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at).join('')];
    if (widthOf(before) > widest + 1) break;
    const within = /[0-9A-Za-z]$/u.test(before) && /^[0-9A-Za-z年月日]/u.test(after);
    const cost =
      Math.abs(widthOf(before) - wanted) +
      (within || bad.test(after) || bad.test(before) ? 30 : 0) -
      (endings.test(before) ? 3 : 0);
    if (cost < least) [least, best] = [cost, at];
  }
  return [letters.slice(0, best).join(''), ...broken(letters.slice(best).join(''), count - 1)];
}
