import { loadStandard, modeOf } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { expect, test } from 'vitest';

const book = await readRules();
const known = {
  rules: new Set(book.pack.rules.map((rule) => rule.id)),
  kinds: new Set(book.pack.kinds.map((kind) => kind.id)),
};

test('every shipped standard loads: points sum, every rule and kind exists, every item is bound or put to a person', () => {
  expect(book.standards.size).toBeGreaterThan(0);
  for (const [file, text] of book.standards) expect(loadStandard(file, text, known).problems).toEqual([]);
});

test('the Shenzhen sheet is whole: its legality items and all document items', () => {
  const { standard } = loadStandard('shenzhen', book.standards.get('standards/shenzhen/ordinary.yaml') ?? '', known);
  const [sheet] = standard?.sheets ?? [];
  const items = sheet?.sections.flatMap((section) => section.items) ?? [];
  const ids = items.map((item) => Number(item.id));
  const legality = [
    ...Array.from({ length: 15 }, (_, index) => 101 + index),
    ...Array.from({ length: 12 }, (_, index) => 134 + index),
  ];
  expect(ids.filter((id) => id < 200)).toEqual(legality);
  expect(ids.filter((id) => id >= 300 && id < 400)).toEqual(Array.from({ length: 57 }, (_, index) => 301 + index));
  expect(sheet?.full).toBe(10_000);
  const modes = items.map(modeOf);
  expect(new Set(modes)).toEqual(new Set(['automatic', 'assisted', 'by-hand']));
});
