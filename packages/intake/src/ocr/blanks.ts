import type { Plain } from '../plain.ts';
import { greysOf, type Stripe } from './strokes.ts';
import type { OcrWord } from './tesseract.ts';

/** Longer lines are sentences, not names side by side. */
const mostCharacters = 30;
/** Names side by side hold so many characters together. */
const names = { fewest: 4, most: 12 };
/** White as wide as this, in characters, is a blank; between characters of print stands less. */
const blank = 0.42;
/** Characters are wider than they are high, as the engine measures their height, by so much. */
export const wider = 1.07;
/** Ink is darker than the paper by this share of what the darkest print is. */
const inked = 0.35;

const han = /^[\u3400-\u9fff]$/u;

/** The year in the number of a paper, whose characters some typefaces set far apart: 甲  然资  罚字〔2031〕. */
const numbered = /[〔【[(（](?:19|20)\d\d[〕】\])）]/u;

/** Whether a line may hold names side by side between which the engine saw no blank. */
export function mayHoldNames(text: string): boolean {
  return (
    [...text].length <= mostCharacters &&
    !numbered.test(text) &&
    (text.match(/[\u3400-\u9fff]+/gu) ?? []).some((run) => run.length >= names.fewest && run.length <= names.most)
  );
}

/**
 * Blanks within short runs of wide characters, seen in the picture: the engine tells where a character stands only roughly, and takes two names
 * one blank apart for one. The word behind a blank is marked; one that a blank runs through is parted.
 */
export function tellBlanks(words: readonly OcrWord[], picture: Plain): readonly OcrWord[] {
  const lines = new Map<string, OcrWord[]>();
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word]);
  const usual = usualHeight(words);
  const blanks = new Map<string, ReadonlySet<number>>();
  for (const [key, own] of lines) {
    const text = own.map((word) => word.text).join('');
    if (mayHoldNames(text)) blanks.set(key, blanksBetween(text, piecesOf(own, picture, usual)));
  }
  const passed = new Map<string, number>();
  return words.flatMap((word) => {
    const from = passed.get(word.line) ?? 0;
    const characters = [...word.text];
    passed.set(word.line, from + characters.length);
    const own = blanks.get(word.line);
    const cuts = characters.flatMap((_, at) => (own?.has(from + at) === true ? [at] : []));
    return cuts.length === 0 ? [word] : parted(word, characters, cuts);
  });
}

/** {@link blanksIn} a text in which the line of a cell was read as a stroke, which is too thin to be a piece. */
export function blanksBetween(text: string, pieces: readonly number[]): ReadonlySet<number> {
  const characters = [...text];
  const places = characters.flatMap((one, at) => (one === '|' ? [] : [at]));
  const found = blanksIn(places.map((at) => characters[at]).join(''), pieces);
  return new Set([...found].map((at) => places[at] ?? at));
}

function parted(word: OcrWord, characters: readonly string[], cuts: readonly number[]): OcrWord[] {
  const starts = cuts[0] === 0 ? cuts : [0, ...cuts];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? characters.length;
    const unit = word.width / characters.length;
    return {
      ...word,
      text: characters.slice(start, end).join(''),
      left: Math.round(word.left + start * unit),
      width: Math.max(1, Math.round((end - start) * unit)),
      ...(cuts.includes(start) ? { apart: true as const } : {}),
    };
  });
}

/** How high most characters of the page are. */
export function usualHeight(words: readonly OcrWord[]): number {
  const counts = new Map<number, number>();
  for (const word of words) if (isWide(word)) counts.set(word.height, (counts.get(word.height) ?? 0) + 1);
  const near = (height: number): number => [-1, 0, 1].reduce((sum, by) => sum + (counts.get(height + by) ?? 0), 0);
  return [...counts.keys()].reduce((best, height) => (near(height) > near(best) ? height : best), 0);
}

function isWide({ text }: OcrWord): boolean {
  return han.test([...text][0] ?? '') && !/[一二三]/u.test(text);
}

/** Where the line runs and how high its characters are; null where none is as high as usual: the engine takes some for as high as the white around them. */
export function rowOf(words: readonly OcrWord[], usual: number): Stripe | null {
  const one = words.find((word) => isWide(word) && Math.abs(word.height - usual) <= 0.08 * usual);
  if (one === undefined) return null;
  return { top: Math.round(one.top - 0.1 * usual), bottom: Math.round(one.top + 1.1 * usual), size: usual };
}

/** Widths of the inked pieces of a line between blanks, in characters. */
function piecesOf(words: readonly OcrWord[], picture: Plain, usual: number): number[] {
  const row = rowOf(words, usual);
  if (row === null) return [];
  const unit = row.size * wider;
  const left = Math.max(0, Math.round(Math.min(...words.map((word) => word.left)) - unit));
  const right = Math.min(picture.width, Math.round(Math.max(...words.map((word) => word.left + word.width)) + unit));
  const { ink, paper } = greysOf(picture, row, left, right);
  const edge = paper - inked * (paper - ink);
  const pieces: [from: number, to: number][] = [];
  const dark = new Uint16Array(Math.max(0, right - left));
  for (let y = Math.max(0, row.top); y < Math.min(picture.height, row.bottom); y++)
    addDark(picture.bytes, picture.from + y * picture.width + left, edge, dark);
  for (let x = left; x < right; x++) {
    if ((dark[x - left] ?? 0) < 2) continue;
    const last = pieces.at(-1);
    if (last !== undefined && x - last[1] < blank * unit) last[1] = x + 1;
    else pieces.push([x, x + 1]);
  }
  // Specks are no print.
  return pieces.filter(([from, to]) => to - from > 0.12 * unit).map(([from, to]) => (to - from) / unit);
}

/** Adds to each column's count of dark points the one of a row that begins at a place. */
function addDark(bytes: Uint8Array, from: number, edge: number, to: Uint16Array): void {
  for (let at = 0; at < to.length; at++) if ((bytes[from + at] as number) < edge) to[at] = (to[at] as number) + 1;
}

/** Places in the text before which a blank stands, from the widths of the pieces between blanks; none behind what does not come out even, from either end. */
export function blanksIn(text: string, pieces: readonly number[]): ReadonlySet<number> {
  const characters = [...text];
  const fromEnd = cutsIn(characters.toReversed(), pieces.toReversed()).map((at) => characters.length - at);
  return new Set([...cutsIn(characters, pieces), ...fromEnd]);
}

function cutsIn(characters: readonly string[], pieces: readonly number[]): number[] {
  const ends: number[] = [0];
  for (const width of pieces) {
    const end = endOf(characters, ends.at(-1) ?? 0, width);
    if (end === null) break;
    ends.push(end);
  }
  return ends.slice(1, -1).filter((at, index) => {
    const before = tail(characters.slice(ends[index], at));
    const behind = tail(characters.slice(at, ends[index + 2]).reverse());
    // Characters set apart one by one are a label or one name set wide.
    return before >= 2 && behind >= 2 && before <= 4 && behind <= 4;
  });
}

/** How many wide characters stand at the end. */
function tail(characters: readonly string[]): number {
  const other = characters.findLastIndex((one) => !han.test(one));
  return characters.length - 1 - other;
}

/** Where a piece of this width that begins at the place ends; null where it is not clear. */
function endOf(characters: readonly string[], from: number, width: number): number | null {
  let [best, off, next] = [-1, Infinity, Infinity];
  let sum = 0;
  for (let end = from + 1; end <= characters.length; end++) {
    const character = characters[end - 1] ?? '';
    const wide = han.test(character);
    // White stands about a wide character; a mark of punctuation fills but a part of its place.
    const whole = sum + (wide ? 0.9 : /[0-9A-Za-z]/u.test(character) ? 0.5 : 0.3);
    sum += wide || !/[0-9A-Za-z]/u.test(character) ? 1 : 0.55;
    const difference = Math.abs(whole - width);
    if (difference < off) [best, off, next] = [end, difference, off];
    else next = Math.min(next, difference);
    if (whole > width + 2) break;
  }
  return off < 0.3 && next - off > 0.2 ? best : null;
}
