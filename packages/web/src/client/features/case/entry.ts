import type { Codes } from '../../text/words.ts';

/** What a person typed as a value of the dictionary's type, words of a code as the code; null when it is none. */
export function enteredValue(
  type: string,
  typed: string,
  codes: Codes,
): string | number | boolean | readonly string[] | null {
  const plain = typed.trim();
  if (plain === '') return type === 'texts' ? [] : null;
  switch (type) {
    case 'number':
    case 'money': {
      const amount = Number(plain.replaceAll(/[,，元\s]/gu, ''));
      return Number.isFinite(amount) ? amount : null;
    }
    case 'boolean':
      return ['是', '有', 'true'].includes(plain) ? true : ['否', '无', '没有', 'false'].includes(plain) ? false : null;
    case 'texts':
      return plain.split(/[、,，]/u).map((one) => codeOf(one.trim(), codes));
    default:
      return codeOf(plain, codes);
  }
}

function codeOf(words: string, codes: Codes): string {
  return Object.keys(codes).find((code) => codes[code] === words) ?? words;
}

/** What the box for a value shows before anything is typed. */
export const entryHints: Readonly<Record<string, string>> = {
  day: '如 2025-04-05',
  time: '如 2025-04-05T09:30+08:00',
  money: '元',
  number: '数字',
  boolean: '是 或 否',
  texts: '用、分开',
};
