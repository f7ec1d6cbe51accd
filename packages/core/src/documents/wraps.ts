import type { PageLine } from './types.ts';

/** Paragraphs longer than this stand in one line: then every break is one the writer made. */
const LONGEST_PRINTED_LINE = 64;
const SHORTEST_PRINTED_LINE = 16;

/** How a line stands on its page. */
export interface Printed {
  readonly page: number;
  /** Width in characters of full width, from its first to its last print. */
  readonly width: number;
  /** Where its print begins and ends, in points; null where the format has no places. */
  readonly edges: { readonly left: number; readonly right: number } | null;
  /** Whether it was seen on a picture, where sheets lie a little askew and marks hang over the margin. */
  readonly seen: boolean;
}

/** The measure of a page: where most of its lines begin and the longest end, and how wide a character is. */
interface Measure {
  readonly left: number;
  readonly right: number;
  readonly unit: number;
  /** Lines that go on begin at the left, so that one two characters in begins a paragraph whatever stands above it. */
  readonly flush: boolean;
  /** Some lines begin there, so that it is no chance. */
  readonly some: boolean;
  /** So many lines begin two characters in. */
  readonly indented: number;
}

/**
 * Tells lines that go on in the next because the right margin was reached: what the next begins with had no room left. Where places are not
 * known, lines as wide as the widest of their page, but for what type-setting may push over. `rowOf` gives the words of a line.
 */
export function measure(printed: readonly Printed[], rowOf: (index: number) => string): (index: number) => boolean {
  const pages = new Map<number, Printed[]>();
  for (const line of printed) {
    const own = pages.get(line.page);
    if (own === undefined) pages.set(line.page, [line]);
    else own.push(line);
  }
  const widest = new Map([...pages].map(([page, own]) => [page, Math.max(...own.map((line) => line.width))]));
  const measures = new Map<number, Measure | null>();
  const measureOf = (page: number): Measure | null => {
    let known = measures.get(page);
    if (known === undefined) {
      known = placed(pages.get(page) ?? []);
      measures.set(page, known);
    }
    return known;
  };
  return (index) => {
    const line = printed[index];
    const next = printed[index + 1];
    if (line === undefined || next === undefined) return false;
    const most = widest.get(line.page) ?? 0;
    if (most < SHORTEST_PRINTED_LINE || most > LONGEST_PRINTED_LINE) return false;
    const set = measureOf(line.page);
    if (set === null || line.edges === null) return line.width >= most * 0.85 - 1;
    const room = (set.right - line.edges.right) / set.unit;
    if (room > 0.4 * most || beginsParagraph(line, next, set)) return false;
    const begun = rowOf(index + 1);
    return room < widthOfFirst(begun) + 0.8 || (room < slack && isFlushOnPicture(next, set) && !LABEL.test(begun));
  };
}

/** A full line on a picture may end so many characters before the outermost. */
const slack = 3.5;
/** So many indented lines make it the way of the page to begin paragraphs. */
const leastIndented = 3;
const LABEL = /^[(\p{Script=Han})、]{2,14}:/u;

/** Where paragraphs begin two characters in, a line at the left goes on. */
function isFlushOnPicture({ seen, edges }: Printed, { left, unit, some, indented }: Measure): boolean {
  return seen && some && indented >= leastIndented && edges !== null && Math.abs(edges.left - left) < 0.7 * unit;
}

/** A line two characters in begins a paragraph: below one that is not, or where lines that go on begin further left. */
function beginsParagraph(line: Printed, next: Printed, set: Measure): boolean {
  if (next.page !== line.page || next.edges === null || line.edges === null) return false;
  return (
    isIn(next.edges.left, set) &&
    (set.flush || (next.seen && set.some) || Math.abs(line.edges.left - set.left) < 0.7 * set.unit)
  );
}

function isIn(at: number, { left, unit }: Pick<Measure, 'left' | 'unit'>): boolean {
  const by = (at - left) / unit;
  return by > 1.4 && by < 2.7;
}

function placed(lines: readonly Printed[]): Measure | null {
  const long = lines.flatMap(({ width, edges }) => (edges === null || width < 8 ? [] : [{ width, ...edges }]));
  if (long.length < 4) return null;
  const units = long.map(({ width, left, right }) => (right - left) / width).sort((a, b) => a - b);
  const unit = units[units.length >> 1] ?? 0;
  if (unit <= 0) return null;
  // An edge counts that two lines share: a stray mark or a seal stands alone.
  // On a picture, where marks hang over the margin, more of them have to.
  const others = lines.some((line) => line.seen) ? Math.max(1, Math.ceil(0.15 * long.length) - 1) : 1;
  const shared = (edges: readonly number[]): number | undefined =>
    edges.find(
      (edge, index) => index + others < edges.length && Math.abs(edge - (edges[index + others] ?? 0)) < 1.2 * unit,
    );
  const common = shared(long.map((line) => line.right).sort((a, b) => b - a));
  const left = shared(long.map((line) => line.left).sort((a, b) => a - b));
  if (left === undefined || common === undefined) return null;
  const right = lines.some((line) => line.seen) ? beyond(common, left, long, unit) : common;
  const atLeft = long.filter((line) => Math.abs(line.left - left) < 0.7 * unit).length;
  const indented = long.filter((line) => isIn(line.left, { left, unit })).length;
  return { left, right, unit, flush: atLeft >= indented, some: atLeft >= 0.15 * long.length, indented };
}

/** So much of the paper's width does an edge that short rows share fall short of that of a full one. */
const farShort = 0.7;

/** A form of short rows, some of which end alike, and one full row: the margin is where that one ends, if it is print all along. */
function beyond(
  right: number,
  left: number,
  long: readonly { readonly width: number; readonly left: number; readonly right: number }[],
  unit: number,
): number {
  const full = Math.max(
    ...long
      .filter((line) => Math.abs((line.right - line.left) / line.width / unit - 1) < 0.15)
      .map((line) => line.right),
  );
  return right - left < farShort * (full - left) ? full : right;
}

/** What type-setting keeps together at the head of a line, in characters: opening brackets with what follows, Latin words and figures, closing marks. */
const FIRST = /^[(〔《“‘「【]*(?:[0-9A-Za-z.%℃-]{1,30}|.)[,.、。;:!?)〕》”’」】%]*/u;

function widthOfFirst(row: string): number {
  const [first = ''] = FIRST.exec(row) ?? [];
  let width = 0;
  for (const character of first) width += /[0-9A-Za-z.%-]/.test(character) ? 0.5 : 1;
  return width;
}

/** Where the print of a line begins and ends; null where its page has no places. */
export function edgesOf(line: PageLine | undefined): Printed['edges'] {
  if (line === undefined || line.runs.length === 0) return null;
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const run of line.runs) {
    left = Math.min(left, run.x);
    right = Math.max(right, run.x + run.width);
  }
  return { left, right };
}
