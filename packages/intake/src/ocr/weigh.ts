import { isCreditCode } from '@anjuan/core';
import type { ReadCharacter } from '../protocol.ts';
import { aligned, isSame } from './align.ts';
import { isLostBetween } from './holes.ts';
import type { Stretch } from './stretches.ts';
import type { OcrWord } from './tesseract.ts';

/**
 * How sure a character is after both models read it; counted on 18,400 characters of printed and scanned papers, of which the first reads
 * 2 % wrong and the second 0.4 %.
 */
const worth = {
  /** Both read it the same: none of 3,000 was wrong. */
  agreed: 0.95,
  /** The second reads another, and is sure of it: 244 of 249 were right. */
  replaced: 0.88,
  /** It is sure of one where the first has none: 17 of 19 times one is lost beside this. */
  beside: 0.45,
  /** It is not so sure of another: either may be right. */
  differing: 0.4,
  /** It has none, being taught fewer characters: what the first has is a rare one, seldom right, or dirt. */
  alone: 0.4,
} as const;
/** The second is sure of a character from here on. */
const sure = 0.9;
/** What the first all but rejects is hardly ever right (1 of 45): a guess of the second is in half of such places, of rare characters above all. */
const rejected = 0.3;
const guess = 0.4;

/** Two characters with another between them stand farther apart than this, in the distance of neighbours. */
const room = 1.4;
/** A character of Chinese fills a square, its print nine tenths of it. */
const perHeight = 1.1;
/** So many distances tell how far apart neighbours stand. */
const leastNeighbours = 3;

/** Signs between figures, whose place alone says what they are: 2024年2 26日 lost one. */
const structure = /^[年月日号条款项元]$/u;
const figure = /^[\d〇零一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]$/u;
const beside = /^[\p{Script=Han}\d:：]$/u;
const han = /^\p{Script=Han}$/u;
const letter = /[\p{L}\p{N}]/u;
const small = /[a-z]/u;
/** Alike in many a typeface, and told apart by what stands beside them. */
const alike = [/^[1lI|]$/u, /^[0Oo〇○]$/u, /^[5S]$/u, /^[2Z]$/u, /^[8B]$/u];

/**
 * A stretch as it was read first, with what the second model reads there: its characters where it is sure of others, and the confidence
 * of both. Figures that differ without either being sure are disputed, and what only the first sees; what it saw twice is left out, which may leave a word empty. Words at an end that is cut are left as they are, unless both agree.
 * `known` are the characters the second was taught; null where it was taught all. `inked` tells whether print stands between two places of
 * the row: where neither read it, what stands beside it is part of something longer.
 */
export function weighed(
  { words: first, ends }: Stretch,
  second: readonly ReadCharacter[],
  known: ReadonlySet<string> | null = null,
  inked: (from: number, to: number) => boolean = () => false,
): OcrWord[][] {
  const own = first.flatMap((word, index) => [...word.text].map((text) => ({ text, index })));
  const pairs = aligned(
    own.map(({ text }) => text),
    second.map(({ text }) => text),
  );
  const words = first.map((word) => new Weighed(word));
  const far = apart(second, first);
  const cut = (index: number): boolean => (index === 0 && !ends[0]) || (index === first.length - 1 && !ends[1]);
  let before = '';
  let at = 0;
  /** The second saw one more before the next character. */
  let more = false;
  for (const [place, [a, b]] of pairs.entries()) {
    const one = a === null ? undefined : own[a];
    const other = b === null ? undefined : second[b];
    if (one === undefined) {
      const between = place > 0 && place < pairs.length - 1;
      words[at]?.hear(other?.text ?? '');
      if (between && other !== undefined && other.confidence >= sure && letter.test(other.text)) {
        if (!cut(at) && standsClear(pairs, place, own, second) && words[at]?.insert(other)) continue;
        if (!cut(at)) words[at]?.dispute(worth.beside);
        more = true;
      }
      continue;
    }
    at = one.index;
    const { word } = words[at] as Weighed;
    words[at]?.hear(other?.text ?? '');
    // A character the second was never taught it cannot read: what it says there tells nothing.
    const taught = known === null || known.has(one.text) || !han.test(one.text);
    if (
      other === undefined &&
      !cut(at) &&
      (isSeenTwice(pairs, place, own) || (taught && !hasRoom(pairs, place, second, far)))
    )
      continue;
    const given = taught
      ? chosen(one.text, word.confidence, other, before)
      : { text: one.text, confidence: word.confidence };
    const kept = cut(at) && given.text !== one.text;
    words[at]?.add(
      kept || (cut(at) && given.confidence < word.confidence) ? { text: one.text, confidence: word.confidence } : given,
    );
    if (more && !cut(at)) words[at]?.dispute(worth.beside);
    more = false;
    before = one.text;
  }
  for (const [place, [a, b]] of pairs.entries()) {
    const index = own[a ?? -1]?.index;
    const one = second[b ?? -1];
    if (index === undefined || one === undefined || far === null || cut(index)) continue;
    const last = place === pairs.length - 1 && ends[1];
    const { left, width } = first[index] ?? { left: 0, width: 0 };
    const next = last ? { x: Math.min(left + width + far / 2, one.x + 2 * far) } : second[pairs[place + 1]?.[1] ?? -1];
    if (next === undefined || !isLostBetween(one, next, far, inked)) continue;
    words[index]?.dispute(worth.beside);
    const behind = own[pairs[place + 1]?.[0] ?? -1]?.index;
    if (behind !== undefined) words[behind]?.dispute(worth.beside);
  }
  return words.map((word) => word.all());
}

/** Strokes of a bracket that the first takes for a letter of its own. */
const stroke = /^[jl|J]$/u;
const bracket = /^[〔﹝［【[〕﹞］】\])(（）]$/u;

/** A character that only the first reads, beside the same one or as a stroke beside a bracket, both of which the second reads too: it saw it twice. */
function isSeenTwice(
  pairs: readonly (readonly [number | null, number | null])[],
  place: number,
  own: readonly { readonly text: string }[],
): boolean {
  const text = own[pairs[place]?.[0] ?? -1]?.text ?? '';
  return [pairs[place - 1], pairs[place + 1]].some((beside) => {
    const [a, b] = beside ?? [null, null];
    if (a === null || b === null) return false;
    const other = own[a]?.text ?? '';
    return (other === text && han.test(text)) || (stroke.test(text) && bracket.test(other));
  });
}

/** Whether both read the same on either side of a character that only the second sees, and another one: else one of them stands for it. */
function standsClear(
  pairs: readonly (readonly [number | null, number | null])[],
  place: number,
  own: readonly { readonly text: string }[],
  second: readonly ReadCharacter[],
): boolean {
  const text = second[pairs[place]?.[1] ?? -1]?.text;
  return [-2, -1, 1, 2].every((step) => {
    const [a, b] = pairs[place + step] ?? [undefined, undefined];
    if (a === undefined || b === undefined) return Math.abs(step) === 2;
    return a !== null && b !== null && isSame(own[a]?.text, second[b]?.text) && second[b]?.text !== text;
  });
}

/** How far apart neighbouring characters of Chinese stand in a stretch, in pixels; where few of them tell, by how high they are. */
function apart(second: readonly ReadCharacter[], first: readonly OcrWord[]): number | null {
  const steps = second.flatMap(({ text, x }, at) => {
    const next = second[at + 1];
    return next !== undefined && han.test(text) && han.test(next.text) ? [next.x - x] : [];
  });
  const middle = (values: readonly number[]): number | undefined =>
    values.toSorted((a, b) => a - b)[values.length >> 1];
  if (steps.length >= leastNeighbours) return middle(steps) ?? null;
  const high = middle(first.filter(({ text }) => han.test(text)).map(({ height }) => height));
  return high === undefined ? null : perHeight * high;
}

/** Whether a character that only the first reads can stand where the second sees the ones beside it: 上虞 read for 虞 cannot, as both are one wide. */
function hasRoom(
  pairs: readonly (readonly [number | null, number | null])[],
  place: number,
  second: readonly ReadCharacter[],
  far: number | null,
): boolean {
  const [before, after] = [second[pairs[place - 1]?.[1] ?? -1], second[pairs[place + 1]?.[1] ?? -1]];
  if (far === null || before === undefined || after === undefined) return true;
  // Brackets and other marks stand at one side of their place.
  if (!beside.test(before.text) || !beside.test(after.text)) return true;
  return after.x - before.x > room * far;
}

/** The credit code that one of the readings of a word is, by its check character; null where none is, or two differ. */
function codeOf(readings: readonly string[]): string | null {
  const codes = new Set(
    readings.flatMap((text) => {
      const bare = text.replace(/^[:：]/u, '');
      const figures = bare.replace(/[OIZS]/gu, (letter) => '0125'['OIZS'.indexOf(letter)] ?? letter);
      return isCreditCode(figures) ? [figures] : [];
    }),
  );
  const [code, ...others] = codes;
  return code === undefined || others.length > 0 ? null : code;
}

/** A word as its characters come. */
class Weighed {
  readonly word: OcrWord;
  readonly #behind: OcrWord[] = [];
  #left: number;
  #text = '';
  #heard = '';
  #confidence: number | null = null;
  #disputed: boolean;
  #agreed = true;

  constructor(word: OcrWord) {
    this.word = word;
    this.#left = [...word.text].length;
    this.#disputed = word.disputed === true;
  }

  add({ text, confidence, disputed, agreed }: Given): void {
    this.#left--;
    this.#text += text;
    this.#disputed ||= disputed === true;
    if (!letter.test(text)) return;
    this.#agreed &&= agreed === true;
    this.doubt(confidence);
  }

  /** What the second read there. */
  hear(text: string): void {
    this.#heard += text;
  }

  doubt(confidence: number): void {
    this.#confidence = Math.min(this.#confidence ?? 1, confidence);
  }

  dispute(confidence: number): void {
    this.doubt(confidence);
    this.#disputed = true;
  }

  /** A character only the second sees, behind the word as one of its own; false where it stands within. */
  insert({ text, x }: ReadCharacter): boolean {
    if (this.#left > 0) return false;
    const { disputed: _, agreed: __, ...word } = this.word;
    const width = word.height;
    const confidence = structure.test(text) ? worth.replaced : worth.beside;
    const own = figure.test(text) ? { disputed: true as const } : {};
    this.#behind.push({ ...word, text, left: Math.round(x - width / 2), width, confidence, ...own });
    return true;
  }

  /** The word and what stands behind it. */
  all(): OcrWord[] {
    return [this.whole(), ...this.#behind];
  }

  whole(): OcrWord {
    const confidence = this.#confidence ?? this.word.confidence;
    const code = codeOf([this.#text, this.#heard, this.word.text]);
    if (code !== null && !this.#text.endsWith(code)) {
      const colon = /^[:：]?/u.exec(this.word.text)?.[0] ?? '';
      return { ...this.word, text: colon + code, confidence: worth.replaced };
    }
    const agreed = this.#agreed && !this.#disputed && this.#confidence !== null;
    return {
      ...this.word,
      text: this.#text,
      confidence,
      ...(this.#disputed ? { disputed: true as const } : {}),
      ...(agreed ? { agreed: true as const } : {}),
    };
  }
}

interface Given {
  readonly text: string;
  readonly confidence: number;
  readonly disputed?: true;
  readonly agreed?: true;
}

function chosen(one: string, confidence: number, other: ReadCharacter | undefined, before: string): Given {
  if (other === undefined)
    return letter.test(one)
      ? { text: one, confidence: Math.min(confidence, worth.alone), disputed: true }
      : { text: one, confidence };
  if (isSame(one, other.text)) return { text: one, confidence: Math.max(confidence, worth.agreed), agreed: true };
  if (alike.some((shape) => shape.test(one) && shape.test(other.text))) {
    // Behind a small letter it is a letter, behind a figure a figure; at the head of S7 or A1 nothing tells.
    const wanted = small.test(before) ? /[a-z]/iu : /\d/u;
    const told = small.test(before) || /\d/u.test(before);
    return {
      text: wanted.test(one) ? one : other.text,
      confidence: told ? Math.min(worth.replaced, Math.max(confidence, other.confidence)) : worth.differing,
    };
  }
  if (other.confidence >= sure) return { text: other.text, confidence: worth.replaced };
  const disputed = /\d/u.test(one) && /\d/u.test(other.text) ? { disputed: true as const } : {};
  if (confidence < rejected && other.confidence >= guess && han.test(other.text))
    return { text: other.text, confidence: worth.differing };
  return { text: one, confidence: Math.min(confidence, worth.differing), ...disputed };
}
