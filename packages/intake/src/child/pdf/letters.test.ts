import { expect, test } from 'vitest';
import { lettersOf } from './letters.ts';

const read = (...words: string[]): string => words.map(lettersOf(words)).join('');

test('letters alone between Chinese words that are boxes and ticks of symbol fonts are read as these', () => {
  expect(read('þ', '同意', '¨', '不同意')).toBe('☑同意□不同意');
  expect(read('R', '同意', '£', '不同意')).toBe('☑同意□不同意');
});

test('letters stand for themselves within words, in other languages and where no empty box is shown', () => {
  expect(read('R', '型消防栓')).toBe('R型消防栓');
  expect(read('þurs', '同意')).toBe('þurs同意');
  expect(read('£', 'R', 'pounds')).toBe('£Rpounds');
});
