import { expect, test } from 'vitest';
import { unifyRadicals } from './radicals.ts';

test('boxes and ticks of symbol fonts are those of forms, one code unit for one', () => {
  const text = '\uf06f是 \uf052否 \uf0fe有 \uf0fd无 \u25fb甲 \u25fc乙 \u2705丙 \uf0fc丁';
  expect(unifyRadicals(text)).toBe('□是 ☑否 ☑有 ☒无 □甲 ■乙 ☑丙 ✓丁');
  expect(unifyRadicals(text)).toHaveLength(text.length);
});

test('radicals are the characters they stand for; what has no double stays', () => {
  expect(unifyRadicals('\u2f3e\u2f00 \uf041')).toBe('户一 \uf041');
});
