import { expect, test } from 'vitest';
import { pageOf } from './plain-text.ts';
import { addSeals } from './seals.ts';
import type { FileText, PageSeal } from './types.ts';

const red: PageSeal = { box: [300, 600, 400, 700], text: '甲县市场监督管理局' };
const file = (...seals: readonly (readonly PageSeal[] | undefined)[]): FileText => ({
  name: 'a.pdf',
  sha256: '',
  format: 'pdf',
  pages: seals.map((one, index) => ({
    ...pageOf('行政处罚决定书', index + 1),
    ...(one === undefined ? {} : { seals: one }),
  })),
});
const read = (scan: FileText, page: number) =>
  addSeals(
    { 'decision.date': { value: '2025-03-04' } },
    'penalty-decision',
    'd01',
    scan,
    scan.pages.slice(page, page + 1),
  )['decision.has-seal'];

test('a red seal on the page is there, with its place', () => {
  const fact = read(file([red]), 0);
  expect(fact?.value).toBe(true);
  expect(fact?.anchors?.[0]).toMatchObject({ page: 1, box: [300, 600, 400, 700], quote: '甲县市场监督管理局' });
});

test('none is only missing where the file shows others', () => {
  expect(read(file([], [red]), 0)?.value).toBe(false);
  expect(read(file([], []), 0)).toBeUndefined();
  expect(read(file(undefined, [red]), 0)).toBeUndefined();
});

test('a measure that lists what it states gains the seal', () => {
  const scan = file([red]);
  const states = { 'measure.states': { value: ['party', 'date'] } };
  expect(addSeals(states, 'seizure-decision', 'd01', scan, scan.pages)['measure.states']?.value).toEqual([
    'party',
    'date',
    'seal',
  ]);
});
