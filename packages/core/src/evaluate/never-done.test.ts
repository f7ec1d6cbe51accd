import { expect, test } from 'vitest';
import { checkRecord } from '../check/check.ts';
import { readRules } from '../node.ts';
import type { CaseRecord } from '../record/types.ts';

const book = await readRules();
const outcomes = (record: Partial<CaseRecord>, ...rules: readonly string[]) => {
  const whole: CaseRecord = {
    id: 'x',
    caseType: 'penalty',
    procedure: 'ordinary',
    complete: true,
    facts: {},
    documents: [],
    ...record,
  };
  const { findings } = checkRecord(whole, book, { standards: [] });
  return rules.map((id) => findings.find(({ rule }) => rule === id)?.outcome ?? 'not-applicable');
};
const paper = (kind: string, mayBe?: readonly string[]) =>
  ({ id: kind, kind, title: kind, file: 'a.pdf', pages: [1, 1], ...(mayBe === undefined ? {} : { mayBe }) }) as never;
const filed = [paper('filing-approval'), paper('inspection-record'), paper('investigation-report')];

test('a whole file without a decision is asked once for it, and not of all that a decision must hold', () => {
  const record = { facts: { 'filing.date': '2026-06-10' }, documents: [paper('cover'), ...filed] };
  expect(outcomes(record, 'APL-59-14', 'APL-59-9', 'APL-44-1', 'APL-61-1')).toEqual([
    'fail',
    'not-applicable',
    'not-applicable',
    'not-applicable',
  ]);
});

test('what holds whatever the end is checked on a case that was withdrawn', () => {
  const facts = {
    'filing.date': { value: '2026-06-10', alternatives: [{ value: '2026-06-16', anchors: [] }] },
    'closing.without-decision': true,
  };
  const record = { facts, documents: [...filed, paper('case-suspension')] };
  expect(outcomes(record, 'APL-59-14', 'CON-7', 'ARC-47-1', 'APL-57-7')).toEqual([
    'not-applicable',
    'fail',
    'not-applicable',
    'not-applicable',
  ]);
});

test('a paper nobody could name is no trace of a hearing, and may be the decision', () => {
  const facts = { 'filing.date': '2026-06-10' };
  const named = { facts, documents: [...filed, paper('unknown', ['hearing-record', 'discussion-record'])] };
  expect(outcomes(named, 'APL-64-5', 'APL-59-14')).toEqual(['not-applicable', 'fail']);
  const open = { facts, documents: [...filed, paper('unknown')] };
  expect(outcomes(open, 'APL-59-14', 'APL-59-9', 'APL-64-5')).toEqual(['cannot-tell', 'cannot-tell', 'not-applicable']);
  // A page nobody read leaves it all open.
  const unread = { ...named, unread: [{ file: 'a.pdf', page: 9, reason: '没有认出' }] };
  expect(outcomes(unread, 'APL-64-5')).toEqual(['cannot-tell']);
});
