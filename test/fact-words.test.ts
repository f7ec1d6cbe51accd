import { expect, test } from 'vitest';
import { type CaseRecord, codesIn, evaluate } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { text } from '../packages/web/src/client/text/case.ts';
import { rules } from '../packages/web/src/client/text/sheet.ts';

const book = await readRules();
const { pack } = book;
const entries = [...pack.dictionary.values()];

test('every group of facts has a heading in Chinese', () => {
  const groups = new Set(entries.map(({ path }) => path.split(/[.[]/u)[0] ?? path));
  expect([...groups].filter((group) => text.groups[group] === undefined)).toEqual([]);
});

test('every label that explains codes explains each of them', () => {
  const labels = entries.flatMap(({ label, fields }) => [label, ...Object.values(fields).map((field) => field.label)]);
  const coded = labels.filter((label) => /（[a-z][a-z-]* [^a-z]/u.test(label));
  expect(coded.length).toBeGreaterThan(30);
  for (const label of coded) {
    const codes = codesIn(label);
    expect(Object.keys(codes).length, label).toBeGreaterThan(1);
    expect(
      Object.values(codes).filter((words) => /[a-z]/u.test(words)),
      label,
    ).toEqual([]);
  }
});

test('a finding names a code in its words', () => {
  const record: CaseRecord = {
    id: 'codes',
    complete: true,
    caseType: 'compulsory-measure',
    facts: { 'case.type': 'compulsory-measure', 'measure.date': '2026-03-10', 'measure.basis-rank': 'rule' },
    documents: [{ id: 'd1', kind: 'seizure-decision', title: '查封决定书', file: '案卷.pdf', pages: [1, 1] }],
  };
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar });
  expect(findings.find(({ rule }) => rule === 'CEL-10-1')?.message).toContain('（最高层级：规章）');
});

test('every theme of rules has a name in Chinese', () => {
  expect([...new Set(pack.rules.map(({ theme }) => theme))].filter((theme) => !(theme in rules.themes))).toEqual([]);
});
