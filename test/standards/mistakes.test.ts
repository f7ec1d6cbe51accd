import { loadCheckPoints } from '@anjuan/core';
import { expect, test } from 'vitest';
import { known, mistakes } from './bench.ts';

const right = `id: t
title: 标准
issuer: 某局
year: 2026
grades:
  - { name: 优秀, from: 90 }
  - { name: 合格, from: 60 }
  - { name: 不合格, from: 0 }
sheets:
  - id: s
    title: 表
    full: 100
    sections:
      - id: law
        title: 合法性
        items:
          - { id: V1, title: 超期, kind: veto, points: 100, rules: [V-1] }
          - { id: V2, title: 主体, kind: veto, cap-grade: 合格 }
      - id: papers
        title: 文书
        full: 100
        documents: [penalty-decision]
        items:
          - { id: 1, title: 事实, full: 60, rules: [R-1], per: 0.5 }
          - { id: 2, title: 理由, full: 30, answers: [{ label: 没写, points: 30, escalate-to: V1 }, { label: 不全, points: 5 }] }
          - { id: 3, title: 落款, full: 10, parts: [{ title: 印章, full: 6 }, { title: 日期, full: 4 }], zeroes: [2] }
examples:
  - { name: 例, answers: { 2: 5 }, total: 95, grade: 优秀 }
`;

test('the standard the mistakes are made in has none', () => {
  expect(mistakes(right)).toEqual([]);
});

const cases: readonly (readonly [string, string, string, string])[] = [
  ['unknown rule', 'rules: [R-1]', 'rules: [R-11]', '没有编号为 R-11 的规则'],
  ['unknown kind of paper', 'penalty-decision', 'penalty-decison', '文书种类“penalty-decison”不在'],
  ['unknown check point', 'rules: [R-1]', 'check: nothing', '没有编号为“nothing”的检查点'],
  ['items that do not sum', 'full: 30,', 'full: 20,', '各项合计 90 分，与所写 100 分不符'],
  [
    'sections that do not sum',
    '    full: 100\n    sections',
    '    full: 120\n    sections',
    '各部分合计 100 分，与满分 120 分不符',
  ],
  ['parts that do not sum', 'full: 6 }', 'full: 5 }', '各分项合计 9 分，与所写 10 分不符'],
  ['a gap between grades', 'from: 60 }', 'from: 60, to: 80 }', '之间有空档'],
  ['grades that overlap', 'from: 60 }', 'from: 60, to: 95 }', '重叠'],
  ['grades that leave nought out', 'from: 0 }', 'from: 10 }', '没有覆盖 0 分'],
  ['an id twice', 'id: 2, title', 'id: 1, title', '项目编号“1”重复'],
  ['an id that is a section', 'id: 3, title', 'id: papers, title', '重复'],
  ['moved to what is no veto', 'escalate-to: V1', 'escalate-to: 1', '“1”不是否决项'],
  ['zeroing what is not there', 'zeroes: [2]', 'zeroes: [9]', '没有编号为“9”的部分或者项目'],
  ['a grade that is not on the scale', 'cap-grade: 合格', 'cap-grade: 良好', '没有名为“良好”的等级'],
  ['an answer dearer than its item', 'points: 30, escalate', 'points: 31, escalate', '可扣 31 分，超过本项的 30 分'],
  ['an answer twice', 'label: 不全', 'label: 没写', '答案“没写”重复'],
  ['three decimals', 'per: 0.5', 'per: 0.125', '超过两位小数'],
  ['a key nobody knows', 'per: 0.5', 'pre: 0.5', '不认识的键“pre”'],
  ['a veto without effect', 'kind: veto, points: 100, rules', 'kind: veto, rules', '否决项 V1 应写明'],
  ['two effects', 'cap-grade: 合格 }', 'cap-grade: 合格, effect: zero }', '否决项 V2 应写明'],
  ['an effect on what is no veto', 'full: 60, rules', 'full: 60, effect: zero, rules', '不是否决项'],
  ['a range upside down', 'per: 0.5', 'range: [5, 2]', '区间的下限大于上限'],
  ['an example that does not come out', 'total: 95', 'total: 96', '算例“例”：得分应为 96，算得 95'],
  ['an example of an item that is not there', 'answers: { 2: 5 }', 'answers: { 8: 5 }', '评分表里没有项目“8”'],
  ['an example with a wrong answer', 'answers: { 2: 5 }', 'answers: { 2: 7 }', '应是 30、5 分之一'],
  ['a sheet without full marks', '    full: 100\n    sections', '    sections', '没有写满分'],
  ['a file that is not there', 'sheets:\n', 'sheets:\n  - other.yaml\n', '同一文件夹里没有 other.yaml'],
  ['days in the wrong order', 'year: 2026', 'year: 2026\nfrom: 2026-02-01\nto: 2026-01-01', '适用期间有误'],
  ['YAML that is broken', 'title: 标准', 'title: [标准', 'YAML 写法有误'],
];

test.each(cases)('%s', (_, from, to, message) => {
  const found = mistakes(right.replace(from, to));
  const lines = right.replace(from, to).split('\n');
  expect(found.map((one) => one.message).join('\n')).toContain(message);
  for (const one of found) {
    expect(one.line).toBeGreaterThan(0);
    expect(one.line).toBeLessThanOrEqual(lines.length);
  }
});

test('a mistake stands at its line', () => {
  const [found] = mistakes(right.replace('rules: [R-1]', 'rules: [R-11]'));
  expect(found?.line).toBe(right.split('\n').findIndex((line) => line.includes('id: 1, title: 事实')) + 1);
});

test('a total that leaves a section out, or does not come to full marks', () => {
  const totalled = (total: string) =>
    right.replace('    full: 100\n    sections', `    full: 100\n    total: ${total}\n    sections`);
  expect(mistakes(totalled('[{ points: 100 }]')).map((one) => one.message)).toContain('“文书”没有计入总分（total）');
  const short = mistakes(totalled('[{ rate: [papers], of: 90 }]')).map((one) => one.message);
  expect(short).toContain('无扣分时总分为 90 分，与满分 100 分不符');
  const stranger = mistakes(totalled('[{ got: [paper] }]')).map((one) => one.message);
  expect(stranger.join()).toContain('没有编号为“paper”的部分');
});

test('check points: unknown rules, the same id twice, nothing to judge by', () => {
  const text =
    '- { id: a, title: 甲, rules: [R-9] }\n- { id: a, title: 乙, ask: 是否齐全？ }\n- { id: b, title: 丙 }\n';
  const { problems } = loadCheckPoints(new Map([['standards/checks/x.yaml', text]]), known);
  expect(problems.map((one) => `${one.line} ${one.message}`)).toEqual([
    '1 没有编号为 R-9 的规则',
    '2 检查点编号“a”重复',
    '3 检查点“b”既没有规则也没有问题（ask）',
  ]);
});
