import { PLACES } from './place-names.ts';
import { READINGS } from './place-readings.ts';
import { DROPPED } from './row.ts';

const LONGEST = 5;
let known: {
  readonly places: ReadonlySet<string>;
  readonly characters: ReadonlySet<string>;
  readonly readings: ReadonlyMap<string, readonly string[]>;
} | null = null;
/** Counties of one character, which the list of places has not. */
const LONE = new Set([
  ...'杞沛丰萧泗歙黟泾寿和易唐赵蠡雄魏威任景献青沧蔚磁涉邱滦祁代绛夏隰吉蒲兴岚应盂义莘冠单曹莒费郏叶滑浚淇温嵩睢范息房道攸澧藤容横珙高荣渠泸茂理忠开陇眉乾佳凤勉洋户华彬康徽成礼岷漳文宁环陕蓟密',
]);

function tables(): NonNullable<typeof known> {
  if (known !== null) return known;
  const readings = new Map<string, string[]>();
  for (const entry of READINGS.split(' ')) {
    const read = entry.slice(0, -1);
    readings.set(read, [...(readings.get(read) ?? []), entry.slice(-1)]);
  }
  const places = new Set(PLACES.split(' '));
  known = { places, characters: new Set([...places].flatMap((place) => [...place])), readings };
  return known;
}

/**
 * Names of places before 县, 市, 区 that no place has, put right where one character of them is a known misreading and only one place
 * can be meant; as long as before, a second character read for one marked {@link DROPPED}.
 */
export function mendPlaces(text: string): string {
  let out: string[] | null = null;
  for (let at = 2; at < text.length; at++) {
    if (!'县市区旗'.includes(text[at] ?? ' ')) continue;
    const meant = meantBefore(text, at);
    if (meant === null) continue;
    out ??= text.split('');
    const name = meant.name.split('');
    if (meant.dropped !== null) name.splice(meant.dropped - meant.start, 0, DROPPED);
    for (const [index, character] of name.entries()) out[meant.start + index] = character;
  }
  return out === null ? text : out.join('');
}

interface Meant {
  readonly start: number;
  readonly name: string;
  /** Place of the character that is too much. */
  readonly dropped: number | null;
}

function meantBefore(text: string, end: number): Meant | null {
  const { places, readings } = tables();
  const found = new Map<string, Meant>();
  for (let length = 2; length <= LONGEST && length <= end; length++) {
    const read = text.slice(end - length, end);
    if (places.has(read)) return null;
    if (!/^\p{Script=Han}+$/u.test(read)) break;
    for (let at = 0; at < length; at++) {
      for (const size of [1, 2]) {
        const seen = read.slice(at, at + size);
        if (seen.length < size) continue;
        // The left of a wide character is often read as 和 of its own.
        const meant = size === 2 && seen.startsWith('和') ? (readings.get(seen.slice(1)) ?? []) : [];
        for (const character of [...(readings.get(seen) ?? []), ...meant]) {
          const name = read.slice(0, at) + character + read.slice(at + size);
          if (!places.has(name)) continue;
          found.set(name, { start: end - length, name, dropped: size === 2 ? end - length + at + 1 : null });
        }
      }
    }
  }
  const [only, ...others] = found.values();
  return only === undefined || others.length > 0 ? null : only;
}

/** Whether any place is called by the character. */
export function isInPlaces(character: string): boolean {
  return LONE.has(character) || tables().characters.has(character);
}

/** Whether the character is known to be read for one of a place's name. */
export function isMisreading(character: string): boolean {
  return tables().readings.has(character);
}

/** 瞧县人民法院 for 睢县人民法院: a county of one character that there is none. 某县 and 甲县 stand for any. */
export function isNoCounty(name: string): boolean {
  return /^[^某甲乙丙丁本该]县/u.test(name) && !LONE.has(name[0] ?? '');
}

/** Whether the words are the name of a place, with nothing behind it. */
export function isPlace(name: string): boolean {
  return tables().places.has(name);
}

/** How many characters at the head of the text name a place that there is, with 县, 市 or 区; 0 where none does. */
export function placeAtHead(text: string): number {
  const { places } = tables();
  for (let length = 2; length <= LONGEST; length++)
    if ('县市区旗州'.includes(text[length] ?? ' ') && places.has(text.slice(0, length))) return length + 1;
  return 0;
}

/** A name of a place in a text with the 县, 市, 区, 旗 or 州 behind it. */
export interface PlaceFound {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The names of places in a text without white space that stand before 县, 市, 区, 旗 or 州, the longest at each place. */
export function placesIn(text: string): PlaceFound[] {
  const { places } = tables();
  const found: PlaceFound[] = [];
  for (let at = 2; at < text.length; at++) {
    if (!'县市区旗州'.includes(text[at] ?? ' ')) continue;
    for (let length = Math.min(LONGEST, at); length >= 2; length--) {
      const name = text.slice(at - length, at);
      if (!places.has(name)) continue;
      found.push({ start: at - length, end: at + 1, name });
      break;
    }
  }
  return found;
}

/**
 * Whether a text without white space also reads the place otherwise, with one character of its name another before the same 县, 市 or 区, be that a
 * place that there is or not: 大城县 and 角城县. Then the rare character of a third may have been read for both.
 */
export function isContested(text: string, name: string, end: string): boolean {
  return othersLike(text, name, end).size > 0;
}

/** What a text without white space has in other places for the name of a place, one character of it another. */
export function othersLike(text: string, name: string, end: string): ReadonlySet<string> {
  const others = new Set<string>();
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) {
    const other = text.slice(Math.max(0, at - name.length), at);
    if (/^\p{Script=Han}+$/u.test(other) && isLikePlace(name, other)) others.add(other);
  }
  return others;
}

/** Whether one of the places is read for the other: 湛江, 洪江. */
export function isLikePlace(a: string, b: string): boolean {
  return a.length === b.length && a !== b && [...a].filter((one, at) => one !== b[at]).length === 1;
}
