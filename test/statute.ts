/** An article of a statute text: its paragraphs (款), each with its items (项). */
export interface Article {
  /** 60, or for papers without articles the heading, as in 四（十三）. */
  readonly number: number | string;
  readonly paragraphs: readonly { readonly text: string; readonly items: readonly string[] }[];
}

const digits = '零一二三四五六七八九';

/** A Chinese numeral up to 999 as a number; NaN when it is none. */
export function numberOf(numeral: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of numeral) {
    const unit = sign === '百' ? 100 : sign === '十' ? 10 : 0;
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

/** Articles of a statute in Markdown, where an article opens with its number in bold or a paper with 一、 and （一）. */
export function readStatute(text: string): readonly Article[] {
  return text.includes('**第一条**') ? byArticles(text) : byHeadings(text);
}

/** The article with this number or heading; null when there is none. */
export function articleOf(statute: readonly Article[], number: number | string): Article | null {
  return statute.find((article) => article.number === number) ?? null;
}

function byArticles(text: string): Article[] {
  return text
    .split(/^(?=\*\*第[零一二三四五六七八九十百]+条\*\*)/mu)
    .slice(1)
    .map((part) => {
      const opening = /^\*\*第(.+?)条\*\*\s*/u.exec(part);
      const lines = part
        .slice(opening?.[0].length ?? 0)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      // Headings of chapters that follow the article are none of its paragraphs.
      const end = lines.findIndex((line) => line.startsWith('#') || line.startsWith('---'));
      return { number: numberOf(opening?.[1] ?? ''), paragraphs: paragraphsOf(end < 0 ? lines : lines.slice(0, end)) };
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
