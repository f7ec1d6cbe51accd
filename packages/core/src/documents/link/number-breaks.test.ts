import { expect, test } from 'vitest';
import { readerOf } from '../plain-text.ts';
import { numberBreaks } from './number-breaks.ts';

const number = '甲交执〔2031〕0312号';
const told = (label: string) => {
  const paper = (kind: string) =>
    ({
      id: kind,
      kind,
      title: kind,
      file: 'a.txt',
      pages: [1, 1],
      confidence: 1,
      reader: readerOf(`${label}${number}\n当事人：周小强`),
    }) as const;
  const fact = { value: number, anchors: [], origin: 'extracted', confidence: 0.9 } as const;
  return numberBreaks([paper('penalty-notice'), paper('penalty-decision')], {
    'notice.number': fact,
    'decision.number': fact,
  })?.map(({ says }) => says);
};

test('one number on notice and decision is a break, but where it is that of the case', () => {
  expect(told('')).toEqual([`告知书与决定书同为${number}`]);
  expect(told('案号：')).toEqual([]);
});
