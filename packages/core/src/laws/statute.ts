import type { Law } from './types.ts';

/** An article of a statute text: its paragraphs (款), each with its items (项). */
export interface Article {
  /** 60, "120-1" for 第一百二十条之一, or for papers without articles the heading, as in 四（十三）. */
  readonly number: number | string;
  readonly paragraphs: readonly { readonly text: string; readonly items: readonly string[] }[];
}

const digits = '零一二三四五六七八九';

/** A Chinese numeral up to 9,999 as a number; NaN when it is none. */
export function numberOf(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of numeral) {
    const unit = sign === '千' ? 1000 : sign === '百' ? 100 : sign === '十' ? 10 : 0;
    if (unit > 0) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
      continue;
    }
    const value = digits.indexOf(sign);
    if (value < 0) return Number.NaN;
    digit = value;
  }
  return total + digit;
}

/** Articles of a statute in Markdown or plain text, where an article opens a line with its number, or a paper with 一、 and （一）. */
export function readStatute(text: string): readonly Article[] {
  return /^(?:\*\*)?第一条(?:\*\*|[\s\u3000])/mu.test(text) ? byArticles(text) : byHeadings(text);
}

/** Which law and version of laws.yaml a text is: by its title in the first line and the day it gives under 施行; null when neither fits. */
export function lawOfText(
  text: string,
  laws: ReadonlyMap<string, Law>,
): { readonly law: Law; readonly version: Law['versions'][number] } | null {
  const head = text.slice(0, 2000);
  const title = (/^#?\s*(\S[^\n]*)/u.exec(head)?.[1] ?? '').replace(/[（(][^（）()]*[)）]\s*$/u, '').trim();
  const law = [...laws.values()].find((one) => [one.title, one.short, ...one.aliases].includes(title));
  if (law === undefined) return null;
  const from = /施行[：:]\s*(\d{4}-\d{2}-\d{2})/u.exec(head)?.[1];
  const version = from === undefined ? law.versions.at(-1) : law.versions.find((one) => one.from === from);
  return version === undefined ? null : { law, version };
}

/** The article with this number or heading; null when there is none. */
export function articleOf(statute: readonly Article[], number: number | string): Article | null {
  return statute.find((article) => article.number === number) ?? null;
}

function byArticles(text: string): Article[] {
  return text
    .split(/^(?=(?:\*\*)?第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?:\*\*|[\s\u3000]))/mu)
    .slice(1)
    .map((part) => {
      const opening = /^(?:\*\*)?第([零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?(?:\*\*)?\s*/u.exec(
        part,
      );
      const lines = part
        .slice(opening?.[0].length ?? 0)
        .split('\n')
        .map((line) => line.trim())
        // A title of the article in brackets on a line of its own, as Shanghai writes, is no paragraph.
        .filter((line, index) => line !== '' && !(index === 0 && /^（[^（）]{2,20}）$/u.test(line)));
      // Headings of chapters that follow the article are none of its paragraphs.
      const end = lines.findIndex((line) => /^(?:#|---|第[一二三四五六七八九十]{1,4}[编章节][\s\u3000])/u.test(line));
      const main = numberOf(opening?.[1] ?? '');
      const number = opening?.[2] === undefined ? main : `${main}-${numberOf(opening[2])}`;
      return { number, paragraphs: paragraphsOf(end < 0 ? lines : lines.slice(0, end)) };
    });
}

function paragraphsOf(lines: readonly string[]): Article['paragraphs'] {
  const paragraphs: { text: string; items: string[] }[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (/^[（(][一二三四五六七八九十]+[)）]/u.test(line) && last !== undefined) last.items.push(line);
    else paragraphs.push({ text: line, items: [] });
  }
  return paragraphs;
}

function byHeadings(text: string): Article[] {
  const articles: Article[] = [];
  let chapter = '';
  for (const line of text.split('\n').map((one) => one.trim())) {
    const heading = /^([一二三四五六七八九十]+)、/u.exec(line);
    const section = /^[（(]([一二三四五六七八九十]+)[)）]/u.exec(line);
    if (heading !== null) chapter = heading[1] ?? '';
    const number = section === null ? chapter : `${chapter}（${section[1]}）`;
    if (heading !== null || section !== null) articles.push({ number, paragraphs: [{ text: line, items: [] }] });
  }
  return articles;
}
