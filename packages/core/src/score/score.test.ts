import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Outcome } from '../evaluate/types.ts';
import type { CaseRecord } from '../record/types.ts';
import { loadStandard } from './load/load.ts';
import { score, whatIf } from './score.ts';
import type { Ruling } from './types.ts';

const known = {
  rules: new Set(['R-1', 'R-2', 'R-3', 'R-4', 'V-1', 'V-2']),
  kinds: new Set(['penalty-decision', 'hearing-record', 'filing-approval']),
};
const sheet = (sections: string, more = '') => `id: t
title: 试验标准
issuer: 本项目
year: 2026
sheets:
  - id: s
    title: 普通程序
    applies: { type: [penalty] }
    full: 100
    rescale: true
${more}    sections:
${sections}`;
const usual = sheet(`      - { id: legality, title: 合法性, items: [
          { id: V1, title: 未经听证, kind: veto, points: 100, rules: [V-1] },
          { id: V2, title: 超期, kind: veto, points: 50, rules: [V-2] },
          { id: V3, title: 事实不清, kind: veto, points: 100, question: { ask: 事实是否清楚？ } } ] }
      - { id: filing, title: 立案审批表, full: 20, documents: [filing-approval], if-missing: zero, items: [
          { id: 1, title: 来源, full: 15, charges: [{ rules: [R-1], points: 0.25, unit: per-item }] },
          { id: 2, title: 审批, full: 5, all-or-nothing: true, charges: [{ rules: [R-2], points: 1 }] } ] }
      - { id: hearing, title: 听证笔录, full: 20, documents: [hearing-record], items: [ { id: 3, title: 签名, full: 20, charges: [{ rules: [R-3], points: 20 }] } ] }
      - { id: decision, title: 决定书, full: 60, items: [
          { id: 4, title: 要素, full: 50, charges: [{ rules: [R-4], points: 4, unit: per-item, most: 8 }], zeroes: [5] },
          { id: 5, title: 裁量, full: 10, question: { ask: 裁量是否说理？, look: [penalty-decision], stake: 6 } } ] }
`);
const { standard, problems } = loadStandard('t.yaml', usual, known);
const finding = (rule: string, outcome: Outcome, subject = ''): Finding => ({
  rule,
  title: rule,
  outcome,
  severity: 'minor',
  subject,
  message: `${rule}${subject}`,
  basis: [],
  advice: '',
  curable: 'yes',
  anchors: [],
  trace: null,
  version: null,
  key: `${rule}#${subject}`,
});
const record = (...kinds: string[]): CaseRecord => ({
  id: 'c',
  complete: true,
  caseType: 'penalty',
  procedure: 'ordinary',
  facts: {},
  documents: kinds.map((kind, index) => ({ id: `d${index}`, kind, title: kind, file: 'f', pages: [1, 1] })),
});
const whole = record('filing-approval', 'hearing-record', 'penalty-decision');
const ruling = (more: Partial<Ruling>): Ruling => ({
  item: '5',
  verdict: 'no-deduction',
  reason: '已核',
  by: '王评查',
  at: '2026-01-01T00:00:00Z',
  ...more,
});
/** Every rule was asked: those without a finding given pass. */
const judged = (findings: Finding[]): Finding[] => {
  const given = new Set(findings.map((one) => one.rule));
  return [...findings, ...[...known.rules].filter((rule) => !given.has(rule)).map((rule) => finding(rule, 'pass'))];
};
const run = (findings: Finding[], rulings: Ruling[] = [], of = whole) => {
  if (standard === null) throw new Error(JSON.stringify(problems));
  const result = score(standard, of, judged(findings), rulings);
  if (result === null) throw new Error('no sheet');
  return result;
};

test('a clean file has full marks, and says what rests on a person', () => {
  expect(run([])).toMatchObject({ total: 100, max: 100, pending: 6, low: 94, high: 100, grade: null });
  expect(run([]).items.map((item) => [item.id, item.state, item.mode])).toEqual([
    ['V1', 'full', 'automatic'],
    ['V2', 'full', 'automatic'],
    ['V3', 'pending', 'by-hand'],
    ['1', 'full', 'automatic'],
    ['2', 'full', 'automatic'],
    ['3', 'full', 'automatic'],
    ['4', 'full', 'automatic'],
    ['5', 'pending', 'by-hand'],
  ]);
});

test('quarter points are exact; each finding costs, to the most allowed', () => {
  expect(run([finding('R-1', 'fail', 'a'), finding('R-1', 'fail', 'b'), finding('R-1', 'fail', 'c')]).total).toBe(
    99.25,
  );
  const three = run(
    [finding('R-4', 'fail', 'a'), finding('R-4', 'fail', 'b'), finding('R-4', 'fail', 'c')],
    [ruling({})],
  );
  expect(three.items.find((item) => item.id === '4')).toMatchObject({
    deducted: 8,
    charged: [
      { finding: 'R-4#a', points: 4 },
      { finding: 'R-4#b', points: 4 },
    ],
  });
});

test('all or nothing; a charged item takes others with it', () => {
  expect(run([finding('R-2', 'fail')]).total).toBe(95);
  expect(run([finding('R-4', 'fail')]).total).toBe(86);
});

test('what does not apply leaves the denominator, what is missing stays in it', () => {
  const none = record('filing-approval', 'penalty-decision');
  expect(run([finding('R-2', 'fail')], [], none).total).toBe(93.75);
  expect(run([], [], record('hearing-record')).total).toBe(80);
  const unread: CaseRecord = { ...record(), unread: [{ file: 'f', page: 1, reason: '未读' }] };
  expect(run([], [ruling({})], unread)).toMatchObject({ total: 100, low: 60 });
});

test('vetoes come off the whole, not below zero', () => {
  expect(run([finding('V-2', 'fail')]).total).toBe(50);
  const both = run([finding('V-1', 'fail'), finding('V-2', 'fail')]);
  expect(both.total).toBe(0);
  expect(both.veto.map((one) => one.item)).toEqual(['V1', 'V2']);
});

test('what cannot be told is at stake, not lost', () => {
  expect(run([finding('R-3', 'cannot-tell')])).toMatchObject({ total: 100, low: 74, pending: 26 });
  expect(run([finding('R-2', 'error')])).toMatchObject({ total: 100, low: 89 });
});

test('people decide: a finding set aside costs nothing, an answer costs what they say', () => {
  const overruled = ruling({ item: '2', finding: 'R-2#', verdict: 'overruled' });
  expect(run([finding('R-2', 'fail')], [overruled]).total).toBe(100);
  expect(run([], [ruling({ verdict: 'deduct', points: 2.5 })])).toMatchObject({ total: 97.5, pending: 0 });
  expect(run([], [ruling({ verdict: 'not-applicable' })]).items.at(-1)?.state).toBe('not-applicable');
  if (standard === null) throw new Error('no standard');
  expect(whatIf(standard, whole, judged([finding('R-2', 'fail')]), [], ['R-2#'])?.total).toBe(100);
});

test('the waterfall falls from full marks to the total, step by step', () => {
  const { waterfall, total } = run(
    [finding('R-1', 'fail'), finding('R-4', 'fail'), finding('V-2', 'fail')],
    [],
    record('filing-approval', 'penalty-decision'),
  );
  let running = 0;
  for (const step of waterfall.slice(0, -2)) {
    running = step.kind === 'full' ? step.points : Math.round((running + step.points) * 100) / 100;
    expect(step.running).toBe(running);
  }
  expect(waterfall.find((step) => step.kind === 'total')?.points).toBe(total);
});

test('no deduction below zero, no gain from a defect, order does not matter', () => {
  const rules = fc.constantFrom('R-1', 'R-2', 'R-3', 'R-4', 'V-1', 'V-2');
  const outcomes = fc.constantFrom<Outcome>('fail', 'cannot-tell', 'pass', 'not-applicable', 'error');
  const some = fc.array(fc.tuple(rules, outcomes, fc.constantFrom('a', 'b', 'c')), { maxLength: 12 });
  fc.assert(
    fc.property(some, (list) => {
      const findings = list.map(([rule, outcome, subject]) => finding(rule, outcome, subject));
      const result = run(findings);
      expect(result.low).toBeGreaterThanOrEqual(0);
      expect(result.low).toBeLessThanOrEqual(result.total);
      expect(result.total).toBeLessThanOrEqual(100);
      expect(run([...findings].reverse()).total).toBe(result.total);
      expect(run([...findings, finding('R-3', 'fail', 'z')]).total).toBeLessThanOrEqual(result.total);
    }),
  );
});

test('grades with open and closed bounds, and those still possible', () => {
  const graded = loadStandard(
    't.yaml',
    usual.replace(
      '    sections:\n',
      '    grades: [{ name: 优秀, from: 90 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]\n    sections:\n',
    ),
    known,
  ).standard;
  if (graded === null) throw new Error('no standard');
  expect(score(graded, whole, judged([finding('R-3', 'cannot-tell')]))).toMatchObject({
    grade: '优秀',
    possibleGrades: ['优秀', '合格'],
  });
  expect(score(graded, whole, judged([finding('V-2', 'fail')]))?.grade).toBe('不合格');
});

test.each([
  ['R-3', 'R-33', '没有编号为 R-33 的规则'],
  ['full: 15,', 'full: 14,', '各项合计 19 分，与所写 20 分不符'],
  [
    'id: decision, title: 决定书, full: 60',
    'id: decision, title: 决定书, full: 61',
    '各部分合计 101 分，与满分 100 分不符',
  ],
  ['0.25', '0.255', '超过两位小数'],
  ['hearing-record', 'hearing-recrod', '文书种类“hearing-recrod”不在 kinds.yaml 中'],
  ['charges: [{ rules: [R-2], points: 1 }]', 'charges: [{ points: 1 }]', '这一情形没有绑定规则'],
])('a mistake in a standard is found: %s → %s', (right, wrong, message) => {
  const found = loadStandard('t.yaml', usual.replace(right, wrong), known).problems;
  expect(found.map((problem) => problem.message).join('\n')).toContain(message);
  expect(found.every((problem) => problem.line > 1)).toBe(true);
});
