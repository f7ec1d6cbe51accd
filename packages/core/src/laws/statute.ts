import { lawNamed } from './names.ts';
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

/**
 * Which law and version of laws.yaml a text is: by its title in the first line, and by the day it gives under 施行, its number of articles or the
 * day its last article says. Null when the title is none on file or the version cannot be told.
 */
export function lawOfText(
  text: string,
  laws: ReadonlyMap<string, Law>,
): { readonly law: Law; readonly version: Law['versions'][number] } | null {
  const head = text.slice(0, 2000);
  const line = /^[\s\uFEFF#]*([^\n]+)/u.exec(head)?.[1] ?? '';
  const title = line.trim();
  const law = lawNamed(laws, title) ?? lawNamed(laws, title.replace(/[（(][^（）()]*[)）]$/u, ''));
  if (law === null) return null;
  const said = /施行[：:]\s*(\d{4}-\d{2}-\d{2})/u.exec(head)?.[1];
  const version = said === undefined ? versionByShape(text, law) : law.versions.find((one) => one.from === said);
  return version === undefined ? null : { law, version };
}

function versionByShape(text: string, law: Law): Law['versions'][number] | undefined {
  if (law.versions.length === 1) return law.versions[0];
  const articles = readStatute(text).length;
  const fitting = law.versions.filter((one) => one.articles === articles);
  if (fitting.length === 1) return fitting[0];
  const [, year, month = '', day = ''] = /自(\d{4})年(\d{1,2})月(\d{1,2})日起施行/u.exec(text.slice(-4000)) ?? [];
  if (year === undefined) return undefined;
  const from = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return law.versions.find((one) => one.from === from);
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
