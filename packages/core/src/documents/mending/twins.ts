import { isBlank } from '../normalise.ts';
import type { Elsewhere, FileText, PageText } from '../types.ts';
import { placesMeant } from './place-twins.ts';

/** Readings less sure than this are looked for elsewhere. */
const clear = 0.85;
/** Readings of one reader alone less sure than this may be contradicted by others. */
const fair = 0.9;
/** What stands elsewhere as surely as this speaks for a reading, or against another one. */
const telling = 0.8;
const speaking = 0.6;
/** Readings the two readers differ on are less sure than this; another of the same kind does not settle them. */
const unsettled = 0.45;
/** A reading the engine all but rejects gives way to another that the same words have elsewhere. */
const rejected = 0.3;
const word = 0.35;
/** The same, where nobody read it better anywhere. */
const unlikely = 0.5;
const guessed = 0.55;
/** A character that stands nowhere else in the case is one of a name; read no surer than this, a fifth of them are others. */
const lone = 0.8;
/** So many characters around it must be the same for another reading to be that of the same words. */
const sameAround = 4;
const REACH = 4;
/** So many pages are compared with each other, so that what is kept of a long file stays small. */
const pagesTogether = 500;
/** A pair of neighbours that stands more often than this around other characters tells nothing. */
const mostEvidence = 200;

/** Figures differ between places with the same words around them: 第一条, 第二条; 3月, 4月. */
const FIGURE = /[\d〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟元年月日甲乙丙丁]/u;
/** Words that names are not made of, where they stand alone too. */
const PLAIN = /[的了是在至与及和或于由对被为以从向将经已未不无有其该此本上下内外前后间并即时分点个名次]/u;
const HAN = /^\p{Script=Han}$/u;

interface Reading {
  readonly character: string;
  readonly certainty: number;
  readonly agreed: boolean;
  readonly left: string;
  readonly right: string;
  readonly page: PageText;
  readonly at: number;
}

/**
 * The files with what the same words elsewhere in the case say of characters that were read unsurely on a picture: surer where they were
 * read the same and better there; another one where the engine rejects what it read and better readings agree; less sure where they differ.
 * Of some 500 such characters on printed and scanned papers, 98 of 100 of the first kind were right, and four of five of the readings put in place of rejected ones.
 */
export function compareReadings(files: readonly FileText[]): readonly FileText[] {
  const pages = files.flatMap((file) => file.pages);
  if (!pages.some(({ source }) => source === 'scan')) return files;
  const found = new Map<PageText, ReadonlyMap<number, Elsewhere>>();
  for (let from = 0; from < pages.length; from += pagesTogether)
    for (const told of [saidElsewhere, placesMeant])
      for (const [page, said] of told(pages.slice(from, from + pagesTogether)))
        found.set(page, new Map([...(found.get(page) ?? []), ...said]));
  if (found.size === 0) return files;
  return files.map((file) => ({
    ...file,
    pages: file.pages.map((page) => {
      const elsewhere = found.get(page);
      return elsewhere === undefined ? page : { ...page, elsewhere };
    }),
  }));
}

function saidElsewhere(pages: readonly PageText[]): ReadonlyMap<PageText, ReadonlyMap<number, Elsewhere>> {
  const doubts: Reading[] = [];
  const wanted = new Map<string, Reading[]>();
  const counts = new Map<string, number>();
  for (const page of pages) {
    if (page.source !== 'scan') continue;
    for (const reading of readingsOf(page)) {
      if (reading.certainty >= (reading.agreed ? clear : fair) || FIGURE.test(reading.character)) continue;
      doubts.push(reading);
      for (const key of keysOf(reading)) wanted.set(key, []);
    }
  }
  const found = new Map<PageText, Map<number, Elsewhere>>();
  if (doubts.length === 0) return found;
  for (const page of pages) {
    for (const reading of readingsOf(page)) {
      counts.set(reading.character, (counts.get(reading.character) ?? 0) + 1);
      for (const key of [keyOf(reading), headKeyOf(reading)]) {
        const list = wanted.get(key);
        if (list !== undefined && list.length < mostEvidence) list.push(reading);
      }
    }
  }
  for (const doubt of doubts) {
    const others = keysOf(doubt).flatMap((key) => wanted.get(key) ?? []);
    const isLone = (counts.get(doubt.character) ?? 0) < 2;
    const said = doubt.certainty < clear ? judged(doubt, others, isLone) : contradicted(doubt, others);
    if (said === null) continue;
    const own = found.get(doubt.page) ?? new Map<number, Elsewhere>();
    found.set(doubt.page, own.set(doubt.at, said));
  }
  return found;
}

/** Several characters the engine gives as one word are one it knows, unless it all but rejects them. */
function isWord(text: string, confidence: number): boolean {
  return text.length > 1 && confidence >= word;
}

function keyOf({ left, right }: Reading): string {
  return `${left.at(-1)}${right[0]}`;
}

/** A word at the head of a title or of quoted words has only those behind it: 《兽用生物制品, “兽用生物制品. */
function headKeyOf({ right }: Reading): string {
  return `|${right}`;
}

function keysOf(reading: Reading): readonly string[] {
  const atHead = reading.right.length === REACH && !HAN.test(reading.left.at(-1) ?? '');
  return atHead ? [keyOf(reading), headKeyOf(reading)] : [keyOf(reading)];
}

/** Where one reader was fairly sure of a character, that two places or more with the same words read otherwise, and none the same. */
function contradicted(doubt: Reading, readings: readonly Reading[]): Elsewhere | null {
  const others = readings.filter(
    (one) => (one.page !== doubt.page || one.at !== doubt.at) && around(doubt, one) >= sameAround,
  );
  const { character } = doubt;
  return others.length < 2 || others.some((one) => one.character === character) ? null : { character, certainty: 0.4 };
}

function judged(doubt: Reading, readings: readonly Reading[], isLone: boolean): Elsewhere | null {
  const { character, certainty } = doubt;
  const others = readings.filter((one) => one.page !== doubt.page || one.at !== doubt.at);
  const same = Math.max(0, ...others.filter((one) => one.character === character).map((one) => one.certainty));
  if (same >= telling) return certainty < telling ? { character, certainty: telling } : null;
  const differing = new Set(
    others
      .filter(
        (one) =>
          one.character !== character &&
          one.certainty >= telling &&
          HAN.test(one.character) &&
          !FIGURE.test(one.character) &&
          around(doubt, one) >= sameAround,
      )
      .map((one) => one.character),
  );
  const [other, ...more] = differing;
  if (other !== undefined) {
    // What is put in its place helps to read on; to be judged by, it is too often another word.
    if (certainty < rejected && same < unlikely && more.length === 0) return { character: other, certainty: guessed };
    return { character, certainty: Math.min(certainty, 0.4) };
  }
  if (isLone && !PLAIN.test(character) && !isFixed(doubt))
    return certainty >= guessed && certainty < lone ? { character, certainty: guessed } : null;
  return same >= speaking && certainty >= unsettled && certainty < speaking ? { character, certainty: 0.65 } : null;
}

/** 法院, 4幢, 某某水泥店: words that nothing else stands in the place of. */
function isFixed({ character, left, right }: Reading): boolean {
  if (character === '院') return left.endsWith('法');
  if ('幢栋楼座室层'.includes(character)) return /\d$/u.test(left);
  return '店厂'.includes(character) && /^[\p{Script=Han}()]{4}$/u.test(left) && !HAN.test(right[0] ?? '');
}

/** How many characters before and after are the same. */
function around(a: Reading, b: Reading): number {
  let count = 0;
  for (let at = 1; at <= REACH && a.left.at(-at) !== undefined && a.left.at(-at) === b.left.at(-at); at++) count++;
  for (let at = 0; at < REACH && a.right[at] !== undefined && a.right[at] === b.right[at]; at++) count++;
  return count;
}

/** The Chinese characters of a page that were read one by one, each with its neighbours over breaks of lines; all of them where the file itself has them. */
function* readingsOf(page: PageText): Generator<Reading> {
  const certainties = new Float64Array(page.text.length).fill(page.source === 'scan' ? -1 : 1);
  const twice = new Uint8Array(page.text.length).fill(page.source === 'scan' ? 0 : 1);
  if (page.source === 'scan') {
    for (const line of page.lines) {
      const row = page.text.slice(line.start, line.end);
      let at = 0;
      for (const { text, confidence = 1, agreed } of line.runs) {
        const found = row.indexOf(text, at);
        if (found === -1) continue;
        at = found + text.length;
        if (agreed) twice.fill(1, line.start + found, line.start + at);
        for (let i = found; i < at; i++)
          certainties[line.start + i] = isWord(text, confidence) ? Math.max(confidence, telling) : confidence;
      }
    }
  }
  const places: number[] = [];
  let dense = '';
  for (let at = 0; at < page.text.length; at++) {
    if (isBlank(page.text.charCodeAt(at))) continue;
    dense += page.text[at];
    places.push(at);
  }
  for (let at = 1; at < dense.length - 1; at++) {
    const character = dense[at] ?? '';
    const place = places[at] ?? 0;
    const certainty = certainties[place] ?? -1;
    if (certainty < 0 || !HAN.test(character)) continue;
    const left = dense.slice(Math.max(0, at - REACH), at);
    const agreed = twice[place] === 1;
    yield { character, certainty, agreed, left, right: dense.slice(at + 1, at + 1 + REACH), page, at: place };
  }
}
