import { expect, test } from 'vitest';
import { codesIn } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { text } from '../packages/web/src/client/text/case.ts';

const { pack } = await readRules();
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
