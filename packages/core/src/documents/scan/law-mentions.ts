import type { Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import type { Quotes } from './quotes.ts';

/** A place where a law is named. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly quoted: boolean;
}

const LONGEST_TITLE = 60;
/** A paper defines a handful; each is looked for in the whole text. */
const MOST_SHORT_TITLES = 40;

/** Titles in 《》 (one 〈〉 or 《》 deep) and short titles defined for them, with whether they stand inside a quotation. */
export function titlesOf(reader: Reader, { ranges }: Quotes): { mentions: Mention[]; full(name: string): string } {
  const text = reader.dense;
  const mentions: Mention[] = [];
  const short = new Map<string, string>();
  const long = new Map<string, string>();
  let quote = 0;
  for (let at = text.indexOf('《'); at !== -1; at = text.indexOf('《', at + 1)) {
    const close = titleEnd(text, at);
    if (close === -1) {
      // 《甲省实施《某法六办法》: what closes the title within was misread; that title alone is not the one meant.
      const within = reader.pages.some(isScan) ? WITHIN.exec(text.slice(at, at + 16)) : null;
      if (within !== null) at = Math.max(at, titleEnd(text, at + within[0].length - 1));
      continue;
    }
    while ((ranges[quote]?.[1] ?? Number.POSITIVE_INFINITY) <= at) quote++;
    const name = titleAsPrinted(reader, at + 1, close);
    const quoted = (ranges[quote]?.[0] ?? Number.POSITIVE_INFINITY) < at;
    mentions.push({ start: at, end: close + 1, name, quoted });
    const defined = definedShort(text, close + 1);
    if (defined !== null && short.size < MOST_SHORT_TITLES) short.set(defined, name);
    if (name.startsWith(STATE) && name.length > STATE.length) long.set(name.slice(STATE.length), name);
    at = close;
  }
  for (const [name, title] of short) mentions.push(...bareMentions(text, name, title));
  mentions.push(...bareStateLaws(text), ...saidLaws(text));
  mentions.sort((a, b) => a.start - b.start);
  return { mentions, full: (name) => short.get(name) ?? long.get(name) ?? name };
}

/** 《甲省实施《: a title that names another. */
const WITHIN = /^《[^《》。]{2,12}(?:实施|贯彻|执行)《/u;

/** Stands for the law named before. */
export const SAID = '';
const STATE = '中华人民共和国';

/** A title within a title stands in 〈〉; a recogniser reads these as 《》 too. 第16号一一政府补助: the dash of a title is as two 一. */
function titleAsPrinted(reader: Reader, from: number, to: number): string {
  const name = reader.print(from, to).replaceAll('<', '〈').replaceAll('>', '〉');
  return reader.pages.some(isScan)
    ? name
        .replaceAll('《', '〈')
        .replaceAll('》', '〉')
        .replaceAll('【', '〔')
        .replaceAll('】', '〕')
        .replace(/(?<=[\p{L}\p{N}])[一—─－-]{2}(?=\p{L})/gu, '——')
    : name;
}

function titleEnd(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < Math.min(text.length, open + LONGEST_TITLE); i++) {
    if (text[i] === '《') depth++;
    else if (text[i] === '》' && --depth === 0) return i;
    else if (text[i] === '。') return -1;
  }
  return -1;
}

/** 《某法》以下称《法》): the bracket that opens was lost. */
export const UNOPENED = /^以下简?称为?[《"“']?([^《》"“”'()]{2,24})[》"”']?\)/;

/** (以下简称《行政处罚法》), (以下简称“保险法”), (下称办法) right after a title: the short title, else null. */
function definedShort(text: string, at: number): string | null {
  const note = text.slice(at, at + 48);
  const found = /^\((?:[^()]{0,12}?)(?:以下|下)?(?:统一)?(?:简称|称)为?:?[《"“']?([^《》"“”'()]{2,24})[》"”']?\)/.exec(
    note,
  );
  return found?.[1] ?? UNOPENED.exec(note)?.[1] ?? null;
}

/** 保险法第一百三十五条 with no brackets, where the short title was defined. */
function bareMentions(text: string, name: string, title: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = text.indexOf(`${name}第`); at !== -1; at = text.indexOf(`${name}第`, at + name.length)) {
    if (text[at - 1] !== '《') mentions.push({ start: at, end: at + name.length, name: title, quoted: false });
  }
  return mentions;
}

/** 该条例第五十一条, 该办法第九条: the law of that sort named last. */
function saidLaws(text: string): Mention[] {
  return [...text.matchAll(/(?:该|同)(?:法|条例|办法|规定|细则|规则)(?=第[一二三四五六七八九十百\d])/g)].map(
    (match) => {
      const end = match.index + match[0].length;
      return { start: match.index, end, name: SAID, quoted: false };
    },
  );
}

/** 中华人民共和国行政处罚法第六十条 printed without 《》. */
function bareStateLaws(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (let at = text.indexOf(STATE); at !== -1; at = text.indexOf(STATE, at + STATE.length)) {
    if (text[at - 1] === '《' || text[at - 1] === '〈') continue;
    const found = /^[一-龥]{0,18}?(?:法|条例|办法|规定|细则)(?=第)/.exec(
      text.slice(at + STATE.length, at + STATE.length + 24),
    );
    if (found === null) continue;
    const end = at + STATE.length + found[0].length;
    mentions.push({ start: at, end, name: text.slice(at, end), quoted: false });
  }
  return mentions;
}
