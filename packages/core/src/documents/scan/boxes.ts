import { Gap, type Reader } from '../pages.ts';

const TICKED = '☑√■✓✔☒';
const EMPTY = '□☐▢';

/** The choices ticked in a text that prints boxes, each up to the next box or the end of its clause. */
export function tickedChoices(text: string): readonly string[] {
  const [, before = '', after = ''] =
    /^(?:\d{1,2}[.、])?([^☑√■✓✔☒□☐▢]*)[☑√■✓✔☒□☐▢](?:.*[☑√■✓✔☒□☐▢])?([^☑√■✓✔☒□☐▢]*)$/su.exec(text.trim()) ?? [];
  // Words stand before the first box and behind the last: which of them a box belongs to nothing tells.
  if (/[一-龥]{2}/u.test(before) && /^[^:：]*[一-龥]{2}[^:：]*$/u.test(after)) return [];
  // 监督检查√ 投诉举报□: the boxes stand behind what they choose, and behind the last at most what another label opens.
  if (/[一-龥]{2}/u.test(before))
    return [...text.matchAll(/([^☑√■✓✔☒□☐▢。;；:：]{1,20})[☑√■✓✔☒]/gu)].map(
      (match) => match[1]?.trim().replace(/^\d{1,2}[.、]/u, '') ?? '',
    );
  return [...text.matchAll(/[☑√■✓✔☒](?:\d{1,2}[.、])?([^☑√■✓✔☒□☐▢。;；]{1,20})/gu)].map((match) => match[1] ?? '');
}

/** The text without the choices whose box is empty, whether boxes stand before what they choose or behind. */
export function withoutEmpty(text: string): string {
  const boxes = [...text.matchAll(/[☑√■✓✔☒□☐▢]/gu)].map(({ index }) => index);
  const [first = 0, last = 0] = [boxes[0], boxes.at(-1)];
  const [before, after] = [text.slice(0, first), text.slice(last + 1).trimStart()];
  // 同意√ 不同意□: words stand before the first box, and behind the last at most what another label opens.
  if (/[一-龥]{2}[^:。;]*$/u.test(before) && (!/[一-龥]{2}/u.test(after) || /^[一-龥]{2,6}:/u.test(after)))
    return text.replace(/[^☑√■✓✔☒□☐▢。;:]{1,14}[□☐▢]/gu, '');
  return text.replace(/[□☐▢](?![☑√✓✔])[^□☐▢☑√■✓✔☒。;:]{1,14}/gu, '');
}

/** The first match of the pattern in the range that does not stand right behind an empty box. */
export function firstChosen(
  reader: Reader,
  pattern: RegExp,
  from = 0,
  end = reader.dense.length,
): { readonly start: number; readonly end: number } | null {
  for (const found of reader.dense.slice(from, end).matchAll(pattern)) {
    const start = from + found.index;
    const box = reader.dense.slice(Math.max(0, start - 2), start);
    if (/[□☐▢]$/u.test(box) || isUnticked(reader, start)) continue;
    return { start, end: start + found[0].length };
  }
  return null;
}

/** How far before the words their box may stand. */
const LONGEST_CHOICE = 400;

/** Whether the words at the offset stand behind a box left empty, on a form on which another box is ticked. */
export function isUnticked(reader: Reader, at: number): boolean {
  const text = reader.dense;
  for (let i = at; i >= Math.max(0, at - LONGEST_CHOICE); i--) {
    const character = text[i] ?? '';
    if (TICKED.includes(character)) return false;
    if (EMPTY.includes(character)) return !TICKED.includes(text[i + 1] ?? ' ') && /[☑√✓✔☒]/u.test(text);
    // A choice may go on over lines the margin broke; a line of its own without a box is none, but below the heading it belongs to.
    if (reader.gapBefore(i) >= Gap.line && !reader.wraps(i)) return isUnderUnticked(reader, i);
  }
  return false;
}

/** □警告 ☑罚款: whether the words at the offset are a choice left empty, not only some words of a line that begins with one. */
export function isEmptyChoice(reader: Reader, at: number): boolean {
  const before = reader.dense.slice(Math.max(0, at - 16), at);
  return /[□☐▢][^☑√■✓✔☒□☐▢。;]*$/u.test(before) && isUnticked(reader, at);
}

/** A heading with a box: □听证告知. */
const BOXED_HEADING = /^([□☐▢☑√■✓✔☒])[一-龥、()]{2,14}:?$/u;

/** Whether the line stands right below a heading with an empty box, on a form where such a heading is ticked. */
function isUnderUnticked(reader: Reader, at: number): boolean {
  const headingAt = (index: number): string | undefined => {
    const line = reader.lines[index];
    return line === undefined ? undefined : BOXED_HEADING.exec(reader.dense.slice(line.start, line.end))?.[1];
  };
  const above = headingAt(reader.lineAt(at) - 1);
  return (
    above !== undefined &&
    EMPTY.includes(above) &&
    reader.lines.some((_, index) => TICKED.includes(headingAt(index) ?? ' '))
  );
}
