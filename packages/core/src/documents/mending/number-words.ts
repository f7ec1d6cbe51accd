import type { Reader } from '../pages.ts';
import { certaintyAt, isAgreed, isScan } from '../scan-text.ts';
import type { PageText } from '../types.ts';
import { isInPlaces, isMisreading, placesIn } from './places.ts';

/** Short names of the provinces, and of cities whose short name is no part of their name. */
const SHORT = new Set([...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新甬榕穗蓉杭']);
/** What agencies and procedures are called in the numbers of papers. */
const WORDS = new Set([
  ...'市监处罚环决字农林自然资规划应急卫健交运城综执法文旅药消安监管水利渔业政烟专卖关缉违检当简场公住建人社医保械种子动物兽饲料不免告听责改先催强扣封稽督屠宰矿国土草畜牧粮商务民宗教体育广电新闻版税统计价气象震海洋食特第号行案技服知邮信',
]);
const believed = 0.75;
/** A sign that belongs to neither and was read once has to be read this surely, and to stand elsewhere too, as in the agency's name. */
const clear = 0.85;
const unknown = 0.55;
/** What intake gives to a character the second reader was sure of, where the first read another: of a hundred one is wrong. */
const replaced = 0.88;
const doubted = 0.6;

/**
 * How surely the words at the head of a paper's number were read on the page: those agencies use, and characters of the places the paper
 * names, are believed; any other must be read alike by two readers (of 40 such none was wrong), or clearly and stand in other words of the page too. `range` is the half-open range of the head in the page's text.
 */
export function certaintyOfHead(
  page: PageText,
  [start, end]: readonly [number, number],
  others: Iterable<PageText> = [],
): number {
  const text = [...new Set([page, ...others])].map((one) => one.text.replace(/\s+/gu, '')).join('\n');
  const places = new Set(placesIn(text).flatMap(({ name }) => [...name]));
  let least = 1;
  let first = true;
  for (let at = start; at < end; at++) {
    const character = page.elsewhere?.get(at)?.character ?? page.text[at] ?? '';
    if (!/^\p{Script=Han}$/u.test(character)) continue;
    const read = certaintyAt(page, [at, at + 1], true);
    // 邮文旅罚 for 鄄文旅罚: before the words of the agency stands a place, or what the paper names elsewhere.
    const word = WORDS.has(character) && !(first && read < doubted && !isAgreed(page, at));
    const known = SHORT.has(character) || word || places.has(character);
    const elsewhere = first ? namesPlace(text, character) : standsElsewhere(text, character, page.text[at + 1] ?? '');
    const heard =
      (isAgreed(page, at) || (read >= clear && elsewhere) || (read === replaced && isInPlaces(character))) &&
      !(first && isStrange(character));
    first = false;
    // What one of two readers did not see at all may be dirt, however well known.
    const worth = read === 0 ? 0 : Math.max(read, believed);
    least = Math.min(least, known ? worth : heard ? read : Math.min(read, unknown));
  }
  return least;
}

/** Whether the first sign of a paper's number on a picture may be one: a place's, or a word of agencies that was read surely. */
export function isSureFirst(reader: Reader, { start }: { readonly start: number }): boolean {
  const [anchor] = reader.anchorOf(start, start + 1);
  const page = reader.pages.find((one) => one.number === anchor?.page);
  const character = reader.dense[start] ?? '';
  if (anchor?.range == null || page === undefined || !isScan(page) || !/^\p{Script=Han}$/u.test(character)) return true;
  if (isStrange(character)) return false;
  const at = anchor.range[0];
  return !WORDS.has(character) || isAgreed(page, at) || certaintyAt(page, [at, at + 1], true) >= doubted;
}

/** 毫教体罚 for 亳教体罚: both readers take a rare place for a word that no place is called by. */
function isStrange(character: string): boolean {
  return isMisreading(character) && !isInPlaces(character) && !SHORT.has(character) && !WORDS.has(character);
}

/** The first sign of a number is the place's or the agency's: 清环罚 of 清泉区, 海事罚字 of 海事局. */
function namesPlace(text: string, character: string): boolean {
  const number = /^[\p{Script=Han}()（）]{2,16}[〔[【(（]\d{4}/u;
  const near = /^\p{Script=Han}{0,3}[市县区州旗省盟关]|^\p{Script=Han}{0,5}[局厅]/u;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
    if (near.test(text.slice(at + 1, at + 7)) && !number.test(text.slice(at, at + 20))) return true;
  return false;
}

function standsElsewhere(text: string, character: string, next: string): boolean {
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1))
    if (text[at + 1] !== next) return true;
  return false;
}
