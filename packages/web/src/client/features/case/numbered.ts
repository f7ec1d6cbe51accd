/** Characters of a number that a style puts before a paragraph, so that they are none of its text: “第一百二十三条”, “（十二）”, “1.2.3.” */
const longest = 10;

/**
 * Where the words of a quote stand in those of a document, both without white space, as the first and the last of their characters; null
 * where they stand nowhere. Paragraphs begin at `begun`: what numbers them may stand in the quote alone.
 */
export function whereIn(
  dense: string,
  begun: ReadonlySet<number>,
  wanted: string,
): { readonly from: number; readonly to: number } | null {
  const whole = dense.indexOf(wanted);
  if (whole >= 0) return { from: whole, to: whole + wanted.length - 1 };
  const follow = (from: number, word: number): number | null => {
    let at = from;
    let next = word;
    for (; next < wanted.length && dense[at] === wanted[next]; at++) next++;
    if (next === wanted.length) return at - 1;
    if (!begun.has(at)) return null;
    for (let skipped = 1; skipped <= longest && next + skipped < wanted.length; skipped++) {
      if (!isNumber(wanted.slice(next, next + skipped)) || dense[at] !== wanted[next + skipped]) continue;
      const end = follow(at, next + skipped);
      if (end !== null) return end;
    }
    return null;
  };
  for (let from = 0; from < dense.length; from++) {
    if (dense[from] !== wanted[0] && !begun.has(from)) continue;
    const to = follow(from, 0);
    if (to !== null) return { from, to };
  }
  return null;
}

/** Whether characters may be the number of a paragraph. */
function isNumber(text: string): boolean {
  return /^[第(（[]?[\dA-Za-z〇零一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰甲乙丙丁戊己庚辛壬癸①-⑳⑴-⒛□☐☑☒√.．-]+[条款项章节编)）\].、．：:]?$/u.test(
    text,
  );
}
