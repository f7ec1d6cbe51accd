import { dayInWords } from '../official.ts';

/** Sentences of rules as an official document writes them: 2025年4月22日 for 2025-04-22, and no space between Chinese and figures. */
export function tidy(text: string): string {
  return text
    .replace(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])/gu, dayInWords)
    .replace(/(?<=[\p{Script=Han}，。：；、（）“”《》]) (?=\S)|(?<=\S) (?=[\p{Script=Han}，。：；、（）“”《》])/gu, '');
}
