import { buildBook } from '@anjuan/core';
import { expect, test } from 'vitest';
import { ruleDetail, ruleSummary } from '../contract/rules.ts';
import { valid } from '../http/valid.ts';
import { rulesOf } from '../library.ts';

const rule = `
id: T-1
title: 九十日内作出决定
requirement: [PO-146]
for: { type: [penalty], procedure: [ordinary] }
basis:
  - { law: cn.t, article: 60, says: 九十日内作出 }
severity: serious
curable: explain
versions:
  - from: 2021-07-15
    dated-by: decision.date
    require:
      within: { from: filing.date, to: decision.date, limit: { value: 90 }, unit: natural-days }
message: 共 {elapsed} 日，超过 {limit} 日。
advice: 说明情况。
cases:
  - { name: 第九十日, record: { filing.date: 2026-01-05, decision.date: 2026-04-05 }, expect: pass }
  - { name: 第九十一日, record: { filing.date: 2026-01-05, decision.date: 2026-04-06 }, expect: fail }
  - { name: 缺立案日期, record: { decision.date: 2026-04-06 }, expect: cannot-tell }
`;

const book = buildBook(
  new Map([
    ['national/deadline/T-1.yaml', rule.trimStart()],
    ['national/params.yaml', '{}\n'],
    [
      'facts.yaml',
      'case.type: { type: text, label: 案件类型 }\ncase.procedure: { type: text, label: 适用程序 }\n' +
        'filing.date: { type: day, label: 立案日期, from: [] }\ndecision.date: { type: day, label: 决定日期, from: [] }\n',
    ],
    ['kinds.yaml', '[]\n'],
    ['calendars/2026.yaml', 'year: 2026\noff: []\nwork: []\n'],
    [
      'laws.yaml',
      '- { id: cn.t, title: 试法, short: 试法, kind: law, versions: [{ from: 2021-07-15, to: null, articles: 86 }] }\n',
    ],
  ]),
);

test('a rule is looked up with its law, its condition in words and its cases as they come out', () => {
  const rules = rulesOf(book);
  expect(rules.rules()).toHaveLength(1);
  expect(valid(ruleSummary, rules.rules()[0])).toMatchObject({ id: 'T-1', theme: 'deadline', cases: 3 });
  const detail = valid(ruleDetail, rules.rule('T-1'));
  expect(detail.cases.map(({ expect: wanted, got }) => [wanted, got])).toEqual([
    ['pass', 'pass'],
    ['fail', 'fail'],
    ['cannot-tell', 'cannot-tell'],
  ]);
  expect(detail.condition[0]?.require.text).toMatch(/立案日期.*90日.*决定日期/u);
  expect(rules.rule('T-2')).toBeNull();
});
