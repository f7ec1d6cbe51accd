/** A quotation longer than this is a mark left open somewhere, not a quotation. */
const LONGEST_QUOTE = 2500;

/** One with others in it, on a picture. */
const LONGEST_OUTER = 200;

/** The wording quoted in “…” within a text. */
export interface Quotes {
  /** Half-open ranges of the outermost quotations, in order. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Offset of the mark that closes the quotation opened at the offset, or null. */
  closeOf(open: number): number | null;
}

/**
 * Pairs the marks of quotation: each ” closes the “ opened last; a mark without its twin quotes nothing. Straight marks
 * open and close by turns where a text has only those, in pairs. On a picture a mark is often lost or seen where none is: there a long
 * quotation that holds others quotes nothing.
 */
export function quotations(text: string, onPicture = false): Quotes {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const marks = marksOf(text);
  const straight = marks.length % 2 === 0 && marks.every((at) => text[at] === '"');
  for (const [index, at] of marks.entries()) {
    const mark = onPicture && !straight ? markMeant(text, at, open.length > 0) : text[at];
    if (mark === '“' || (straight && index % 2 === 0)) open.push(at);
    else if (mark === '”' || straight) {
      const start = open.pop();
      if (start !== undefined && at - start <= LONGEST_QUOTE) pairs.set(start, at);
    }
  }
  if (onPicture)
    for (const [start, close] of [...pairs])
      if (close - start > LONGEST_OUTER && [...pairs.keys()].some((inner) => inner > start && inner < close))
        pairs.delete(start);
  const ranges: [number, number][] = [];
  for (const start of [...pairs.keys()].sort((a, b) => a - b)) {
    const close = pairs.get(start) ?? start;
    if (start >= (ranges.at(-1)?.[1] ?? 0)) ranges.push([start, close + 1]);
  }
  return { ranges, closeOf: (at) => pairs.get(at) ?? null };
}

/** The mark a recogniser took for its twin, by what only one of them stands beside; null for dirt. */
function markMeant(text: string, at: number, isOpen: boolean): string | null {
  const [before, mark, after] = [text[at - 1] ?? '', text[at] ?? '', text.slice(at + 1, at + 4)];
  // 《笔录》“、: nothing opens before a mark of the sentence; …污染的“规定, what is quoted ends there.
  if (mark === '“' && (/^[、,。;)]/.test(after) || /^的?规定/.test(after))) return isOpen ? '”' : null;
  // 第一款”贮存煤炭…: nothing is open that it could close.
  return mark === '”' && !isOpen && /[条款项定:]/.test(before) && /^\p{Script=Han}/u.test(after) ? '“' : mark;
}

function marksOf(text: string): number[] {
  const marks: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x201c || code === 0x201d || code === 0x22) marks.push(i);
  }
  return marks;
}
