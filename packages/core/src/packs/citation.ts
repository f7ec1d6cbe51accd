import type { Basis } from '../evaluate/types.ts';

const digits = '零一二三四五六七八九';

/** A whole number below 10,000 in Chinese: 110 → 一百一十, 12 → 十二. */
export function inChineseNumerals(value: number): string {
  let text = '';
  let pending = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      pending = text !== '';
      continue;
    }
    if (pending) text += '零';
    pending = false;
    text += (unit === 10 && digit === 1 && text === '' ? '' : digits[digit]) + name;
  }
  return text === '' ? '零' : text;
}

/** 第五十九条第一款第（三）项; headings of papers without numbered articles stand as they are. */
export function articleInWords(basis: Pick<Basis, 'article' | 'paragraph' | 'item'>): string {
  const { article, paragraph, item } = basis;
  const [main, after] = String(article).split('-');
  const numbered = /^\d+$/u.test(main ?? '');
  const head = numbered
    ? `第${inChineseNumerals(Number(main))}条${after === undefined ? '' : `之${inChineseNumerals(Number(after))}`}`
    : String(article);
  return `${head}${paragraph === null ? '' : `第${inChineseNumerals(paragraph)}款`}${item === null ? '' : `第（${inChineseNumerals(item)}）项`}`;
}
