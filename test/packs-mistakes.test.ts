// What a pack may change of those under it, and how its mistakes are told.
import { expect, test } from 'vitest';
import { buildBook, type CaseRecord, checkRecord, RuleMistakes, UnknownPack } from '../packages/core/src/index.ts';
import { readRules, readYamlFiles, rulesFolder } from '../packages/core/src/node.ts';

const files = await readYamlFiles(rulesFolder);
const book = await readRules();

/** A small folder: the shared files, one national rule and what a test adds. */
function folder(...more: readonly [string, string][]): Map<string, string> {
  const shared = [...files].filter(([file]) =>
    /^(facts|kinds|laws)\.yaml$|^(facts|calendars|requirements)\//u.test(file),
  );
  const rule = (files.get('national/penalty/period/APL-60-1.yaml') ?? '').replace(', disable]', ']');
  return new Map([
    ...shared,
    [
      'national/params.yaml',
      'decision-days: { label: 办案期限, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 90 }] }\n' +
        'locked: { label: 不许改, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 9 }] }\n' +
        'lower: { label: 越低越严, unit: natural-days, basis: { law: cn.apl, article: 60 }, overridable: [stricter], stricter: lower, versions: [{ from: 2021-07-15, value: 9 }] }\n',
    ],
    ['national/period/APL-60-1.yaml', rule],
    ...more,
  ]);
}
const manifest = (id: string, parent = 'national'): [string, string] => [
  `sectors/${id}/pack.yaml`,
  `id: ${id}\ntitle: ${id}领域\nextends: ${parent}\napplies: { agencies: [${id}局] }\n`,
];
const overriding = (entry: string): readonly [string, string][] => [
  manifest('alpha'),
  ['sectors/alpha/overrides.yaml', `# why\n- ${entry}\n  basis: { law: cn.apl, article: 60, says: 试验用的依据 }\n`],
];
const lines = (run: () => unknown): string[] => {
  try {
    run();
  } catch (error) {
    if (error instanceof RuleMistakes) return error.problems.map((one) => `${one.file}:${one.line} ${one.message}`);
    throw error;
  }
  return [];
};
const mistakes = (...more: readonly [string, string][]): string[] =>
  lines(() => buildBook(folder(...more)).shelf.all());

test('an override is one operation that the pack under it allows; anything else stops the loading at its line', () => {
  const wrong = (entry: string) => mistakes(...overriding(entry));
  expect(wrong('set: decision-days\n  versions: [{ from: 2022-01-01, value: 60 }]')).toEqual([]);
  expect(wrong('set: locked\n  versions: [{ from: 2022-01-01, value: 60 }]')).toEqual([
    'sectors/alpha/overrides.yaml:2 参数“locked”不允许 set（overridable 中没有）',
  ]);
  expect(wrong('set: lower\n  versions: [{ from: 2022-01-01, value: 5 }]')).toEqual([
    'sectors/alpha/overrides.yaml:2 参数“lower”不允许 set（overridable 中没有）',
  ]);
  expect(wrong('disable: APL-60-1\n  from: 2022-01-01')).toEqual([
    'sectors/alpha/overrides.yaml:2 规则 APL-60-1 不允许停用（它的 overridable 中没有 disable）',
  ]);
  expect(wrong('set: decision-day\n  versions: [{ from: 2022-01-01, value: 60 }]')).toEqual([
    'sectors/alpha/overrides.yaml:2 没有名为“decision-day”的参数',
  ]);
  expect(wrong('set: decision-days\n  disable: APL-60-1\n  from: 2022-01-01')).toEqual([
    'sectors/alpha/overrides.yaml:2 每项改动应恰好写 set、stricter、disable、add 之一',
  ]);
  expect(wrong('patch: APL-60-1')).toEqual(['sectors/alpha/overrides.yaml:2 不认识的键“patch”']);
  expect(wrong('set: decision-days')).toEqual(['sectors/alpha/overrides.yaml:2 改动参数要写 versions']);
  expect(wrong('add: APL-60-9\n  from: 2022-01-01')).toEqual([
    'sectors/alpha/overrides.yaml:2 没有编号为“APL-60-9”的规则',
  ]);
});

test('of two entries that take one rule out of force none is lost unsaid', () => {
  const open: [string, string] = [
    'national/period/APL-60-1.yaml',
    files.get('national/penalty/period/APL-60-1.yaml') ?? '',
  ];
  const out = (from: string, to: string) =>
    `- disable: APL-60-1\n  from: ${from}\n  to: ${to}\n  basis: { law: cn.apl, article: 60, says: 试验用的依据 }\n`;
  const told = (...entries: string[]) =>
    mistakes(open, manifest('alpha'), ['sectors/alpha/overrides.yaml', entries.join('')]);
  expect(told(out('2022-01-01', '2023-01-01'))).toEqual([]);
  expect(told(out('2022-01-01', '2023-01-01'), out('2023-01-01', '2024-01-01'))).toEqual([
    'sectors/alpha/overrides.yaml:5 规则 APL-60-1 在本包已经停用，一条规则只写一项停用',
  ]);
});

test('stricter is stricter or it is a mistake', () => {
  const entry = (value: number) => `stricter: lower\n  versions: [{ from: 2022-01-01, value: ${value} }]`;
  expect(mistakes(...overriding(entry(7)))).toEqual([]);
  expect(mistakes(...overriding(entry(10)))).toEqual(['sectors/alpha/overrides.yaml:2 “lower”的新值并不比原来的更严']);
});

test('a gap or an overlap of versions stops the loading', () => {
  const entry = (to: string) =>
    `set: decision-days\n  versions:\n    - { from: 2022-01-01, to: ${to}, value: 60 }\n    - { from: 2023-01-01, value: 70 }`;
  expect(mistakes(...overriding(entry('2023-01-01')))).toEqual([]);
  expect(mistakes(...overriding(entry('2022-12-31')))).toEqual([
    'sectors/alpha/overrides.yaml:5 与上一版本有空档：上一版本止于 2022-12-31',
  ]);
  expect(mistakes(...overriding(entry('2023-01-02')))).toEqual([
    'sectors/alpha/overrides.yaml:5 与上一版本重叠：上一版本止于 2023-01-02',
  ]);
});

test('unknown parents, circles and a folder without its manifest are mistakes', () => {
  expect(mistakes(manifest('alpha', 'natonal'))).toEqual(['sectors/alpha/pack.yaml:3 没有编号为“natonal”的规则包']);
  expect(mistakes(manifest('alpha', 'beta'), manifest('beta', 'alpha'))).toEqual([
    'sectors/alpha/pack.yaml:3 规则包互相引用，成了一圈：alpha → beta → …',
    'sectors/beta/pack.yaml:3 规则包互相引用，成了一圈：beta → alpha → …',
  ]);
  expect(mistakes(['sectors/alpha/overrides.yaml', '[]\n'])).toEqual([
    'sectors/alpha/pack.yaml:1 规则包文件夹中缺少 pack.yaml',
  ]);
  expect(() => book.shelf.resolve(['transprot'])).toThrow(UnknownPack);
  expect(() => book.shelf.resolve(['transprot'])).toThrow('没有编号为“transprot”的规则包；现有：national');
  expect(() => book.shelf.resolve(['guangdong', 'shanghai'])).toThrow('只能指定一个省级规则包');
});

test('a pack may not write over what is there: rules, parameters and definitions of the packs under it', () => {
  const rule = files.get('national/penalty/period/APL-60-1.yaml') ?? '';
  const param =
    'decision-days: { label: 办案期限, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 30 }] }\n';
  expect(
    mistakes(manifest('alpha'), ['sectors/alpha/period/APL-60-1.yaml', rule], ['sectors/alpha/params.yaml', param]),
  ).toEqual([
    'sectors/alpha/period/APL-60-1.yaml:1 编号 APL-60-1 已用于 national/period/APL-60-1.yaml',
    'sectors/alpha/params.yaml:1 参数“decision-days”在上级规则包中已有，改动它要写进 overrides.yaml',
  ]);
});

const record = (from: string, to: string): CaseRecord => ({
  id: 'c',
  complete: false,
  caseType: 'penalty',
  procedure: 'ordinary',
  agency: '甲市alpha局',
  documents: [],
  facts: { 'filing.date': from, 'decision.date': to },
});

test('an override holds on its days only', () => {
  const entry = 'set: decision-days\n  versions: [{ from: 2024-01-01, to: 2025-01-01, value: 30 }]';
  const small = buildBook(folder(...overriding(entry)));
  const outcome = (from: string, to: string) =>
    checkRecord(record(from, to), small).findings.find((one) => one.rule === 'APL-60-1')?.outcome;
  expect(outcome('2023-11-01', '2023-12-31')).toBe('pass');
  expect(outcome('2024-03-11', '2024-04-10')).toBe('pass');
  expect(outcome('2024-03-11', '2024-04-11')).toBe('fail');
  expect(outcome('2024-11-29', '2024-12-31')).toBe('fail');
  expect(outcome('2024-11-29', '2025-01-02')).toBe('pass');
});

test('one run lists the mistakes of all packs, and none that only follows from another', () => {
  const rule = files.get('national/penalty/period/APL-60-1.yaml') ?? '';
  const own = rule.replace('id: APL-60-1', 'id: AL-60-1').replace('from: filing.date', 'from: filing.dat');
  const sectors = [
    manifest('alpha'),
    ['sectors/alpha/period/AL-60-1.yaml', own],
    manifest('beta', 'alpha'),
    [
      'sectors/beta/period/BE-60-1.yaml',
      own.replace('id: AL-60-1', 'id: BE-60-1').replace('severity: ', 'severity: un'),
    ],
  ] as const;
  const all = (national: string, ...more: readonly [string, string][]): string[] =>
    mistakes(
      ...(sectors as readonly (readonly [string, string])[] as readonly [string, string][]),
      ['national/period/APL-60-1.yaml', national],
      ...more,
    )
      .map((line) => line.replace(/:\d+ .*$/u, ''))
      .sort();
  const [alpha, beta, national] = [
    'sectors/alpha/period/AL-60-1.yaml',
    'sectors/beta/period/BE-60-1.yaml',
    'national/period/APL-60-1.yaml',
  ];
  expect(all(rule)).toEqual([alpha, beta]);
  expect(all(rule.replace('severity: ', 'severity: un'))).toEqual([national, alpha, beta]);
  expect(all(rule.replace('from: filing.date', 'from: filing.dat'))).toEqual([national, alpha, beta]);
  // An override of a rule that could not be read is no mistake of its own.
  const displacing = `- disable: APL-60-1\n  from: 2022-01-01\n  instead: [AL-60-1]\n  basis: { law: cn.apl, article: 60, says: 试验用的依据 }\n`;
  expect(all(rule.replace('severity: ', 'severity: un'), ['sectors/alpha/overrides.yaml', displacing])).toEqual([
    national,
    alpha,
    beta,
  ]);
  // With a register of laws that cannot be read no citation is held against it, and no condition without its facts.
  expect(new Set(all(rule, ['laws.yaml', '- { id: 1 }\n']))).toEqual(new Set(['laws.yaml', alpha, beta]));
  expect(all(rule, ['facts.yaml', 'filing.date: [\n'])).toEqual(['facts.yaml', beta]);
});
