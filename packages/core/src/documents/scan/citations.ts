import type { Reader } from '../pages.ts';
import { isScan } from '../scan-text.ts';
import { SAID, titlesOf, UNOPENED } from './law-mentions.ts';
import { readArabic, readChinese } from './numerals.ts';
import { type Quotes, quotations } from './quotes.ts';

export interface CitationHit {
  readonly start: number;
  readonly end: number;
  /** Full title without 《》, as printed; a short title the paper defines (以下简称) is given in full. */
  readonly law: string;
  /** `60` or `60-1` (第六十条之一); null where the law is named without an article. */
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

/** Every law and article the half-open range cites, in order; what statutes quoted in “…” cite themselves is left out. */
export function scanCitations(reader: Reader, from = 0, to = reader.dense.length): CitationHit[] {
  const text = reader.dense;
  const quotes = quotations(text, reader.pages.some(isScan));
  const titles = titlesOf(reader, quotes);
  const hits: CitationHit[] = [];
  const said = new Map<string, string>();
  for (const mention of titles.mentions) {
    if (mention.start < from || mention.end > to || mention.quoted) continue;
    const law = mention.name === SAID ? said.get(text[mention.end - 1] ?? '') : titles.full(mention.name);
    if (law === undefined) continue;
    said.set(law.replace(/[(（].*$/, '').at(-1) ?? '', law);
    const cited = articlesAfter(text, quotes, afterNotes(text, mention.end), to);
    if (cited.length === 0) hits.push({ start: mention.start, end: mention.end, law, ...NOTHING });
    cited.forEach((place, index) => {
      hits.push({ law, ...place, start: index === 0 ? mention.start : place.start });
    });
  }
  return hits;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly article: string | null;
  readonly paragraph: number | null;
  readonly item: number | null;
}

const WHOLE = { paragraph: null, item: null } as const;
const NOTHING = { article: null, paragraph: null, item: null } as const;

/** Passes over what may stand between a title and its article: notes in brackets, 中, 的, 第X章, 第X节. */
function afterNotes(text: string, from: number): number {
  let at = from;
  for (let turn = 0; turn < 4; turn++) {
    if (text[at] === '(') {
      const close = text.slice(at, at + 50).indexOf(')');
      if (close === -1) break;
      at += close + 1;
    } else if (text[at] === '以' && UNOPENED.test(text.slice(at, at + 48))) at += text.slice(at).indexOf(')') + 1;
    else if ((text[at] === '中' || text[at] === '的' || text[at] === '之') && text[at + 1] === '第') at++;
    else {
      const chapter = ordinal(text, at, '章') ?? ordinal(text, at, '节');
      if (chapter === null) break;
      at = chapter.end;
    }
  }
  return at;
}

/** 第 + number in either script, in brackets or not, + the word. */
function ordinal(text: string, at: number, word: string): { value: number; end: number } | null {
  if (text[at] !== '第') return null;
  const bracket = text[at + 1] === '(';
  const start = at + (bracket ? 2 : 1);
  const number = readArabic(text, start, 4) ?? readChinese(text, start);
  if (number === null) return null;
  let end = number.end;
  if (bracket) {
    if (text[end] !== ')') return null;
    end++;
  }
  return text.startsWith(word, end) ? { value: number.value, end: end + word.length } : null;
}

/** 第四十一、五十一、七十四条: one 条 for all of them; empty where a single article stands. */
function articlesListed(text: string, at: number): { start: number; end: number; value: number }[] {
  if (text[at] !== '第') return [];
  const articles: { start: number; end: number; value: number }[] = [];
  for (let i = at + 1; articles.length < 12; i++) {
    const number = readArabic(text, i, 4) ?? readChinese(text, i);
    if (number === null) return [];
    articles.push({ start: articles.length === 0 ? at : i, end: number.end, value: number.value });
    i = number.end;
    if (text[i] === '条') {
      const last = articles.pop();
      return last === undefined || articles.length === 0 ? [] : [...articles, { ...last, end: i + 1 }];
    }
    if (text[i] !== '、' && text[i] !== '和') return [];
  }
  return [];
}

/** 第九十八第三款: 条 left off before the paragraph. */
function unnamedArticle(text: string, at: number): { value: number; end: number } | null {
  const number = text[at] === '第' ? readChinese(text, at + 1) : null;
  return number !== null && ordinal(text, number.end, '款') !== null ? number : null;
}

/** 第二十三条、二十四条, 《某法》六十六条: 第 left off. */
function bareArticle(text: string, at: number): { value: number; end: number } | null {
  const number = readChinese(text, at);
  return number !== null && text[number.end] === '条' ? { value: number.value, end: number.end + 1 } : null;
}

/** 第121.483条: the rules of civil aviation number their articles by part; clauses of standards (6.1.1) go deeper. */
function partedArticle(text: string, at: number): { value: string; end: number } | null {
  const found = /^第(\d{1,3}\.\d{1,4})条/.exec(text.slice(at, at + 11));
  if (
    found?.[1] === undefined ||
    /(?:规程|规范|标准|》\([A-Z\d/ .-]+\))》?$/.test(text.slice(Math.max(0, at - 24), at))
  )
    return null;
  return { value: found[1], end: at + found[0].length };
}

/** The chain of articles, paragraphs and items after a title, over 、 和 及 and over quoted wording between them. */
function articlesAfter(text: string, quotes: Quotes, from: number, to: number): Place[] {
  const places: Place[] = [];
  let at = from;
  let article: string | null = null;
  let paragraph: number | null = null;
  while (at < to) {
    const start = at;
    const listed = articlesListed(text, at);
    if (listed.length > 0) {
      places.push(...listed.slice(0, -1).map(({ value, ...span }) => ({ ...span, article: String(value), ...WHOLE })));
    }
    const newArticle =
      listed.at(-1) ??
      ordinal(text, at, '条') ??
      unnamedArticle(text, at) ??
      bareArticle(text, at) ??
      partedArticle(text, at);
    if (newArticle !== null) {
      at = newArticle.end;
      article = String(newArticle.value);
      paragraph = null;
      const branch = text[at] === '之' ? readChinese(text, at + 1) : null;
      if (branch !== null && branch.value < 40) {
        article += `-${branch.value}`;
        at = branch.end;
      }
    }
    if (article === null) break;
    const newParagraph = ordinal(text, at, '款');
    if (newParagraph !== null) {
      paragraph = newParagraph.value;
      at = newParagraph.end;
    }
    const items = itemsAt(text, at).map((item) => ({ ...item, end: ordinal(text, item.end, '目')?.end ?? item.end }));
    if (newArticle === null && newParagraph === null && items.length === 0) break;
    if (items.length === 0) places.push({ start, end: at, article, paragraph, item: null });
    for (const [index, item] of items.entries()) {
      places.push({ start: index === 0 ? start : item.start, end: item.end, article, paragraph, item: item.value });
      at = item.end;
    }
    const next = joined(text, quotes, at);
    if (next === null) break;
    at = next;
  }
  return places;
}

/** 第(三)项, 第三项, 第(一)、(三)项, 第(一)(三)项, 第一、二项. */
function itemsAt(text: string, at: number): { start: number; end: number; value: number }[] {
  const single = ordinal(text, at, '项');
  if (single !== null) return [{ start: at, end: single.end, value: single.value }];
  if (text[at] === '(') {
    // 第一款(五)项, where 第 was left off.
    const number = readArabic(text, at + 1, 3) ?? readChinese(text, at + 1);
    const closes = number !== null && text[number.end] === ')' && text[number.end + 1] === '项';
    return closes ? [{ start: at, end: number.end + 2, value: number.value }] : [];
  }
  if (text[at] !== '第') return [];
  const items: { start: number; end: number; value: number }[] = [];
  let i = at + 1;
  for (let turn = 0; turn < 12; turn++) {
    const bracket = text[i] === '(';
    const number = readArabic(text, i + (bracket ? 1 : 0), 3) ?? readChinese(text, i + (bracket ? 1 : 0));
    if (number === null) return [];
    const end = number.end + (bracket ? 1 : 0);
    items.push({ start: i, end, value: number.value });
    if (text[end] === '项') return items.map((item, n) => (n === items.length - 1 ? { ...item, end: end + 1 } : item));
    const beside = bracket && text[end] === '(';
    if (!beside && text[end] !== '、' && text[end] !== '和' && text[end] !== '及') return [];
    i = end + (beside ? 0 : 1);
  }
  return [];
}

/** 第六十四条(处…以上…以下的罚款)、第七十三条: past what a note in brackets tells of the place before it. */
function overNote(text: string, at: number): number {
  const note = text[at] === '(' ? /^\([^()]{1,300}\)(?=(?:、|和|及|与|以及)第)/.exec(text.slice(at, at + 306)) : null;
  return at + (note?.[0].length ?? 0);
}

/** Offset of the next 第… of the chain, or null at its end; wording quoted from the article is passed over. */
function joined(text: string, quotes: Quotes, from: number): number | null {
  let at = from;
  const lead = /^(?:的?规定)?[:,]?/.exec(text.slice(at, at + 4))?.[0].length ?? 0;
  if (text[at + lead] === '“' || text[at + lead] === '"') {
    const close = quotes.closeOf(at + lead);
    if (close === null) return null;
    at = close + 1;
    if (text[at] === '的' || text[at] === '之') at = text.startsWith('规定', at + 1) ? at + 3 : at;
    // 第一款“…:”第五项“…”: the head of the article and the item of it are quoted one behind the other.
    if (itemsAt(text, at).length > 0) return at;
  }
  at = overNote(text, at);
  const link = /^(?:(?:、|和|及|与|以及|,|及其)(?=第)|、(?=[一二三四五六七八九十百]{1,7}条))/.exec(
    text.slice(at, at + 9),
  );
  return link === null ? null : at + link[0].length;
}
