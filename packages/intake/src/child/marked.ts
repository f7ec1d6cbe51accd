import type { FileNotice } from '@anjuan/core';
import { lost } from './text.ts';

/** Characters of a reader's own making (U+E000 to U+EFFF; those of symbol fonts lie behind): each program shows another drawing for them. */
const ownMade = /[\ue000-\uefff]/u;
/** Figures that stand for no character. */
const noCharacter = /[\ufffd-\uffff]|\p{Cs}/u;
/** Marks that turn the direction of writing over. */
const turning = /[\u202d\u202e]/u;

const kinds: readonly (readonly [has: (text: string) => boolean, words: string])[] = [
  [(text) => noCharacter.test(text), `有的字读不出（显示为“${lost}”），请对照原件`],
  [(text) => ownMade.test(text), '有自造字（多半是姓名、地名里的生僻字），读不出是什么字，请对照原件'],
  [(text) => turning.test(text), '的文字里夹有颠倒书写方向的符号，看到的顺序与读出的可能不同，请对照原件'],
];

/** Remembers on which pages stand characters that are none, or are not what they seem. */
export class MarkedPages {
  readonly #found = kinds.map((): number[] => []);

  look({ number, text }: { readonly number: number; readonly text: string }): void {
    for (const [index, [has]] of kinds.entries()) if (has(text)) this.#found[index]?.push(number);
  }

  notices(): FileNotice[] {
    return this.#found.flatMap((pages, index) => (pages.length === 0 ? [] : [toldOf(pages, kinds[index]?.[1] ?? '')]));
  }
}

function toldOf(pages: readonly number[], words: string): FileNotice {
  const [page] = pages;
  const where = pages.length === 1 ? '此页' : `第 ${pages.slice(0, 10).join('、')} 页${pages.length > 10 ? '等' : ''}`;
  return {
    kind: 'other',
    ...(pages.length === 1 && page !== undefined ? { page } : {}),
    message: `${where}${words}`,
  };
}
