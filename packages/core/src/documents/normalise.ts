import { isDouble, unifiedRadical } from './radicals.ts';

/** Punctuation of one meaning that pages print in several forms; brackets of document numbers keep their own scanner. */
const SAME_PUNCTUATION: ReadonlyMap<number, string> = new Map([
  [0x2236, ':'], // ∶
  [0xfe30, ':'],
  [0xfe55, ':'],
  [0xfe54, ';'],
  [0xfe50, ','],
  [0xfe59, '('],
  [0xfe5a, ')'],
  [0xfe35, '('],
  [0xfe36, ')'],
  [0xfe3d, '《'],
  [0xfe3e, '》'],
  [0x00a5, '¥'],
  [0xffe5, '¥'],
  [0x2215, '/'],
  [0xff61, '。'],
  [0xff64, '、'],
]);

/** True for white space and for characters that print nothing: zero-width spaces and joiners, marks of direction, BOM. */
export function isBlank(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x3000) {
    return (
      code === 0xa0 ||
      code === 0xad ||
      (code >= 0x7f && code <= 0x9f) ||
      code === 0x1680 ||
      code === 0x180e ||
      (code >= 0x2000 && code <= 0x200f) ||
      (code >= 0x2028 && code <= 0x202f) ||
      (code >= 0x205f && code <= 0x206f)
    );
  }
  return code === 0x3000 || code === 0xfeff || code === 0x3164 || code === 0xffa0;
}

/** True for characters that print nothing and take no room: a value holding one may not be what the page shows. */
export function isHidden(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code < 0x20 && code !== 9 && code !== 10 && code !== 12 && code !== 13)
  );
}

/** The form one UTF-16 unit is compared in: half width, radicals and compatibility ideographs unified; always one unit. */
export function foldUnit(code: number): string {
  if (code < 0x80) return String.fromCharCode(code);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x4e00 && code <= 0x9fff) return String.fromCharCode(code);
  const same = SAME_PUNCTUATION.get(code);
  if (same !== undefined) return same;
  return (isDouble(code) ? unifiedRadical(code) : null) ?? String.fromCharCode(code);
}

/** Text as it is compared: every unit folded, nothing printed dropped; for titles, names and labels. */
export function fold(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isBlank(code)) out += foldUnit(code);
  }
  return out;
}

/** A line drawn out to the margins, or a title, has a blank behind each of its characters. */
export function isSpacedOut(text: string, start: number, end: number): boolean {
  let characters = 0;
  let apart = 0;
  for (let i = start; i < end; i++) {
    if (isBlank(text.charCodeAt(i))) continue;
    characters++;
    if (i + 1 < end && isBlank(text.charCodeAt(i + 1)) && !isBlank(text.charCodeAt(i + 2))) apart++;
  }
  return characters > 5 && apart >= 0.8 * (characters - 1);
}

/** Borders of tables drawn with characters part cells; they are never text. */
export function isBorder(code: number): boolean {
  return code === 0x7c || code === 0xff5c || (code >= 0x2500 && code <= 0x257f);
}
