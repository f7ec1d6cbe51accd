import { isBlank } from '../normalise.ts';
import { runAt } from '../scan-text.ts';
import type { Elsewhere, PageText } from '../types.ts';
import { isLikePlace, isPlace, mendPlaces, placesIn } from './places.ts';

/** A reading put right by a place that is named more often; known where the reader doubted what it read, else to be looked at. */
const meant = { doubted: 0.65, sure: 0.55 };
const doubtful = 0.6;
const PLACE_WORD = /[县市区旗]/u;
/** What stands behind the first sign of a paper's number: 甲环罚〔2031〕. */
const HEAD_OF_NUMBER = /^[\p{Script=Han}()（）]{1,12}[〔[【(（](?:19|20)\d\d/u;

interface Dense {
  readonly page: PageText;
  readonly text: string;
  /** With known misreadings of places put right; as long. */
  readonly mended: string;
  readonly places: readonly number[];
  /** Where lines begin in `text`. */
  readonly begins: ReadonlySet<number>;
}

/**
 * On pages that were recognised, names of two characters before 县, 市, 区 or 旗 that no place has, where the papers name one place more often that
 * differs from it in one character: that place is meant, and where its first character was misread so, the number that opens with it too.
 */
export function placesMeant(pages: readonly PageText[]): ReadonlyMap<PageText, ReadonlyMap<number, Elsewhere>> {
  const sheets = pages.filter(({ source }) => source === 'scan').map(denseOf);
  const named = new Map<string, number>();
  for (const { mended } of sheets)
    for (const { name, end } of placesIn(mended)) {
      const place = name + mended[end - 1];
      named.set(place, (named.get(place) ?? 0) + 1);
    }
  const found = new Map<PageText, Map<number, Elsewhere>>();
  const put = ({ page, places }: Dense, at: number, said: Elsewhere): void => {
    const own = found.get(page) ?? new Map<number, Elsewhere>();
    const place = places[at];
    if (place !== undefined) found.set(page, own.set(place, said));
  };
  const initials = new Map<string, string>();
  for (const sheet of sheets) {
    for (const [other, at] of strangersIn(sheet, named)) {
      const differs = other[0] === sheet.text[at] ? 1 : 0;
      const character = other[differs] ?? '';
      if (differs === 0) initials.set(sheet.text[at] ?? '', character);
      // What is a known misreading of one place only is put right where its row is laid out.
      if (sheet.mended[at + differs] === character) continue;
      const certainty = readAt(sheet, at + differs) < doubtful ? meant.doubted : meant.sure;
      put(sheet, at + differs, { character, certainty });
    }
  }
  for (const sheet of sheets)
    for (const [index, first] of [...sheet.text].entries()) {
      const character = initials.get(first);
      const opens =
        index === 0 || sheet.begins.has(index) || !/[\p{Script=Han}()（）]/u.test(sheet.text[index - 1] ?? '');
      if (character !== undefined && opens && HEAD_OF_NUMBER.test(rowFrom(sheet, index + 1)))
        put(sheet, index, { character, certainty: meant.doubted });
    }
  return found;
}

/** Places of names that are none, each with the one place it is a misreading of. */
function* strangersIn(sheet: Dense, named: ReadonlyMap<string, number>): Generator<[string, number]> {
  const { text } = sheet;
  for (let at = 0; at + 2 < text.length; at++) {
    const word = text[at + 2] ?? '';
    const name = text.slice(at, at + 2);
    if (!PLACE_WORD.test(word) || !/^\p{Script=Han}{2}$/u.test(name) || isPlace(name)) continue;
    // 甲乙市监处罚〔2031〕1号: the short names of two places before the word of the agency.
    if (HEAD_OF_NUMBER.test(rowFrom(sheet, at + 2)) || text.startsWith('市监', at + 2)) continue;
    // 桥头市 behind 北: a longer name is a place.
    if ([3, 4, 5].some((length) => at + 2 >= length && isPlace(text.slice(at + 2 - length, at + 2)))) continue;
    const own = strangersLike(text, name, word);
    const others = [...named].filter(
      ([place, count]) => place[2] === word && isLikePlace(name, place.slice(0, -1)) && count >= own,
    );
    const [other, ...more] = others;
    if (other !== undefined && more.length === 0) yield [other[0], at];
  }
}

/** How often names that are none and end as this one stand before the word: 角城县, 刨城县 and 句城县 are a rare character, and not the one listed place. */
function strangersLike(text: string, name: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const other = text.slice(Math.max(0, at - 2), at);
    if (other === name || (other[1] === name[1] && isLikePlace(name, other) && !isPlace(other))) count++;
  }
  return count;
}

/** What follows in the line, as far as the head of a number reaches. */
function rowFrom({ text, begins }: Dense, from: number): string {
  let end = from;
  while (end < Math.min(text.length, from + 18) && (end === from || !begins.has(end))) end++;
  return text.slice(from, end);
}

function denseOf(page: PageText): Dense {
  const places: number[] = [];
  const begins = new Set<number>();
  let text = '';
  for (let at = 0; at < page.text.length; at++) {
    if (page.text[at] === '\n') begins.add(text.length);
    if (isBlank(page.text.charCodeAt(at))) continue;
    text += page.text[at];
    places.push(at);
  }
  return { page, text, mended: mendPlaces(text), places, begins };
}

/** How surely the character was read. */
function readAt({ page, places }: Dense, at: number): number {
  return runAt(page, places[at] ?? 0)?.confidence ?? 1;
}
