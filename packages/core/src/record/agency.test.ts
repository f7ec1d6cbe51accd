import { expect, test } from 'vitest';
import { acceptAgency } from './agency.ts';
import type { Dictionary, FactEntry } from './dictionary.ts';

const entry = (path: string, type: FactEntry['type']): [string, FactEntry] => [
  path,
  { path, type, label: path, from: [], fields: {} },
];
const dictionary: Dictionary = new Map([
  entry('agency.name', 'text'),
  entry('agency.roster[]', 'list'),
  entry('agency.hearing-threshold-person', 'money'),
]);

test('a profile becomes facts of the agency', () => {
  const roster = [{ name: '甲', certificate: '1' }];
  expect(
    acceptAgency({ name: '某局', roster, 'hearing-threshold-person': 10000, since: '2020-01-01' }, dictionary),
  ).toEqual({
    agency: { 'agency.name': '某局', 'agency.roster[]': roster, 'agency.hearing-threshold-person': 10000 },
  });
});

test('what the dictionary does not know, or knows as something else, is a mistake with its field', () => {
  const answer = acceptAgency({ nam: '某局', roster: '甲', name: 7 }, dictionary);
  expect('problems' in answer && answer.problems.map((problem) => problem.field).sort()).toEqual([
    'nam',
    'name',
    'roster',
  ]);
  expect('problems' in acceptAgency(['某局'], dictionary)).toBe(true);
});
