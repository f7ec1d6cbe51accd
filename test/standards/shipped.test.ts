import { readFileSync } from 'node:fs';
import { itemsOf, loadStandards, type Standard } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { expect, test } from 'vitest';
import { sharedPath } from '../shared.ts';

const { standards, problems } = loadStandards(await readRules());
const named = (id: string): Standard => {
  const found = standards.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not shipped`);
  return found;
};

test('the standards of this project have no mistakes, and their own examples come out', () => {
  expect(problems).toEqual([]);
  expect(standards.filter((one) => !one.excerpt).map((one) => one.id)).toEqual([
    'shenzhen',
    'mee',
    'licence-109',
    'three-systems',
  ]);
});

/** What the items of a sheet are worth, as printed. */
const worth = (of: Standard, sheet: string): number => {
  const found = of.sheets.find((one) => one.id === sheet);
  return (found?.sections ?? []).reduce((sum, section) => sum + (section.full ?? 0), 0) / 100;
};

test('totals are the full marks stated', () => {
  const mee = ['general', 'no-penalty', 'daily', 'seizure', 'detention', 'crime'].map((id) => worth(named('mee'), id));
  expect(mee).toEqual([100, 100, 120, 100, 100, 100]);
  const bonus = named('mee')
    .sheets.flatMap(itemsOf)
    .filter((item) => item.kind === 'bonus');
  expect(bonus.map((item) => [item.id, item.full])).toEqual([
    ['C9', 1500],
    ['J12', 1500],
  ]);
  const shenzhen = ['penalty-ordinary', 'penalty-summary', 'measure', 'enforcement', 'court'];
  expect(shenzhen.map((id) => worth(named('shenzhen'), id))).toEqual([100, 100, 100, 100, 100]);
  expect(worth(named('licence-109'), 'licence')).toBe(109);
  expect(worth(named('three-systems'), 'three-systems')).toBe(100);
});

interface Published {
  readonly vetoItems: readonly { readonly id: string }[];
  readonly categories: readonly {
    readonly items: readonly { readonly id: string; readonly points: number | string | null }[];
  }[];
}

const published: readonly (readonly [string, string, readonly string[]])[] = [
  ['mee', 'mee-2024-ecology-enforcement.json', []],
  // 507 and 509 are scored for units as a whole; 601 and 602 were added by the transcriber.
  ['shenzhen', 'shenzhen-enforcement.json', ['507', '509', '601', '602']],
  ['licence-109', 'permit-score-777doc.json', []],
];

test.for(published)('%s has every item of its text, at its points', ([id, file, elsewhere], context) => {
  const path = sharedPath('standards', file);
  if (path === null) return context.skip('the transcriptions of published standards are not beside this checkout');
  const source: Published = JSON.parse(readFileSync(path, 'utf8'));
  const items = new Map(named(id).sheets.flatMap((sheet) => itemsOf(sheet).map((item) => [item.id, item])));
  const stated = source.categories.flatMap((category) => category.items).filter((one) => !elsewhere.includes(one.id));
  const ids = [...source.vetoItems, ...stated].map((one) => one.id);
  expect(ids.filter((one) => !items.has(one))).toEqual([]);
  expect([...items.keys()].filter((one) => !ids.includes(one))).toEqual([]);
  const wrong = stated.filter(({ id: one, points }) => {
    const item = items.get(one);
    const worthOf = item?.full ?? item?.most ?? null;
    return typeof points === 'number' && worthOf !== Math.round(points * 100);
  });
  expect(wrong).toEqual([]);
});

test('vetoes are as many as the texts have', () => {
  const vetoes = (id: string): number =>
    new Set(
      named(id)
        .sheets.flatMap(itemsOf)
        .filter((item) => item.kind === 'veto')
        .map((item) => item.id),
    ).size;
  expect(vetoes('mee')).toBe(25);
  // 63 of the text, and 505, which costs 20 points off the whole of an application to the court.
  expect(vetoes('shenzhen')).toBe(64);
});

test('the Shenzhen sheet for ordinary penalties has its legality items in order, then all items of the papers', () => {
  const sheet = named('shenzhen').sheets.find((one) => one.id === 'penalty-ordinary');
  const ids = (sheet === undefined ? [] : itemsOf(sheet)).map((item) => Number(item.id));
  const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);
  expect(ids.filter((id) => id < 200)).toEqual([...from(101, 15), ...from(134, 12)]);
  expect(ids.filter((id) => id >= 300 && id < 400)).toEqual(from(301, 57));
});
