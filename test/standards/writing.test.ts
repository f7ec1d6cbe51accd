import { readFileSync } from 'node:fs';
import path from 'node:path';
import { knownOf, loadStandard } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { expect, test } from 'vitest';

const root = path.dirname(path.dirname(import.meta.dirname));
const { known } = knownOf(await readRules());
const manual = readFileSync(path.join(root, 'docs/writing-standards.md'), 'utf8');
const blocks = [...manual.matchAll(/^(#{1,3} [^\n]+)$|^```yaml\n([\s\S]*?)^```$/gmu)];

/** Every example of the manual, under its heading; sheets alone are put into a standard. */
const examples = blocks.flatMap((block, index) => {
  const text = block[2];
  if (text === undefined) return [];
  const heading = blocks.slice(0, index).findLast((one) => one[1] !== undefined)?.[1] ?? '';
  return [[heading, whole(text)] as const];
});

function whole(text: string): string {
  if (text.startsWith('id: ')) return text;
  const top = (name: string): string => {
    const found = text.match(new RegExp(`^${name}:[^\\n]*\\n(?:[ #][^\\n]*\\n)*`, 'mu'));
    return found?.[0] ?? '';
  };
  const outer = ['grades', 'examples'].map(top);
  const sheet = outer.reduce((rest, part) => (part === '' ? rest : rest.replace(part, '')), text);
  const inner = sheet.replace(/^(?=.)/gmu, '    ');
  return `id: t\ntitle: 例\nissuer: 例\nyear: 2026\n${outer.join('')}sheets:\n  - id: s\n    title: 例\n${inner}`;
}

test('the manual has an example for nearly every way of counting', () => {
  expect(examples.length).toBeGreaterThan(28);
});

test.each(examples)('%s', (_, text) => {
  const { problems } = loadStandard('说明.yaml', text, known);
  expect(problems.map((one) => `${one.line} ${one.message}`)).toEqual([]);
  expect(text).toContain('examples:');
});
