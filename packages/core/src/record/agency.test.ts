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

test('a value that changed carries its terms; overlaps and days that do not exist are mistakes', () => {
  const terms = (until: string | null, since: string) => [
    { until, value: 5000 },
    { since, value: 10_000 },
  ];
  expect(acceptAgency({ 'hearing-threshold-person': terms('2024-01-01', '2024-01-01') }, dictionary)).toEqual({
    agency: {
      'agency.hearing-threshold-person': {
        terms: [
          { since: null, until: '2024-01-01', value: 5000 },
          { since: '2024-01-01', until: null, value: 10_000 },
        ],
      },
    },
  });
  const wrong = (until: string | null, since: string) => {
    const answer = acceptAgency({ 'hearing-threshold-person': terms(until, since) }, dictionary);
    return 'problems' in answer ? answer.problems.map((one) => one.message) : [];
  };
  expect(wrong('2024-01-02', '2024-01-01')).toEqual(['自 2024-01-01 起的一段与上一段重叠']);
  expect(wrong(null, '2024-01-01')).toEqual(['自 2024-01-01 起的一段与上一段重叠']);
  expect(wrong('2023-12-31', '2024-02-30')).toEqual(['2024-02-30 不是存在的日期']);
  const typed = acceptAgency({ 'hearing-threshold-person': [{ since: '2024-01-01', value: '五千' }] }, dictionary);
  expect('problems' in typed && typed.problems).toEqual([{ field: 'hearing-threshold-person', message: '应是数字' }]);
});
