import { expect, test } from 'vitest';
import { type CaseRecord, evaluate, type FactValue } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { caseOf, clean, heard, heardKinds, profile } from './lawful-penalty.ts';

const book = await readRules();

function outcomes(one: CaseRecord, outcome: string, agency: Readonly<Record<string, FactValue>> = {}): string[] {
  const { findings } = evaluate(book.plan, one, { calendar: book.calendar, agency });
  return findings.filter((finding) => finding.outcome === outcome).map((finding) => finding.rule);
}

test('a lawful file with an agency profile has no defect and leaves nothing open', () => {
  const one = caseOf(clean);
  expect(outcomes(one, 'fail', profile)).toEqual([]);
  expect(outcomes(one, 'error', profile)).toEqual([]);
  expect(outcomes(one, 'cannot-tell', profile)).toEqual([]);
  expect(outcomes(one, 'pass', profile).length).toBeGreaterThan(80);
});

test('without a profile only what rests on it stays open', () => {
  const one = caseOf(clean);
  expect(outcomes(one, 'fail')).toEqual([]);
  expect([...new Set(outcomes(one, 'cannot-tell'))]).toEqual([
    'APL-17-1',
    'APL-42-4',
    'APL-57-1',
    'APL-58-5',
    'APL-63-1',
  ]);
});

test('without legal review and profile the reviewer is asked, never told it was needless', () => {
  const facts = Object.fromEntries(Object.entries(clean).filter(([path]) => !path.startsWith('legal-review.')));
  const one = caseOf(facts, ['legal-review']);
  expect(outcomes(one, 'cannot-tell')).toContain('APL-58-1');
  expect(outcomes(one, 'not-applicable', profile)).toContain('APL-58-1');
  expect(outcomes(one, 'fail', { ...profile, 'agency.major-all-ordinary': true })).toContain('APL-58-1');
});

test('a lawful file with hearing, preservation and confiscation has no defect and leaves nothing open', () => {
  const one = caseOf(heard, [], heardKinds);
  for (const outcome of ['fail', 'error', 'cannot-tell']) expect(outcomes(one, outcome, profile), outcome).toEqual([]);
  expect(outcomes(one, 'pass', profile).length).toBeGreaterThan(110);
});

test('a paper taken out of the file is a defect, and a page nobody could read makes it open', () => {
  for (const [kind, rule] of [
    ['filing-approval', 'APL-54-1'],
    ['investigation-report', 'APL-57-9'],
    ['file-index', 'ARC-47-5'],
    ['closing-approval', 'ARC-47-1'],
  ] as const) {
    const facts = Object.fromEntries(Object.entries(clean).filter(([path]) => path !== 'archive.has-index'));
    const one = caseOf(facts, [kind]);
    expect(outcomes(one, 'fail', profile), kind).toContain(rule);
    const unread = { ...one, unread: [{ file: '案卷.pdf', page: 9, reason: '空白页' }] };
    expect(outcomes(unread, 'cannot-tell', profile), kind).toContain(rule);
  }
});
