import { expect, test } from 'vitest';
import { buildBook } from '../packs/book.ts';
import { RuleMistakes } from '../packs/mistakes.ts';
import type { CaseRecord } from '../record/types.ts';
import { runRuleCases } from './cases.ts';
import { createEvaluator } from './evaluate.ts';

const year = (number: number): [string, string] => [`calendars/${number}.yaml`, `year: ${number}\noff: []\nwork: []\n`];
const shared: [string, string][] = [
  year(2021),
  year(2022),
  year(2023),
  year(2024),
  year(2025),
  year(2026),
  [
    'laws.yaml',
    '- { id: cn.apl, title: 中华人民共和国行政处罚法, short: 行政处罚法, kind: law, versions: [{ from: 2021-07-15, to: null, articles: 86 }] }\n',
  ],
  [
    'kinds.yaml',
    '- { id: penalty-decision, label: 行政处罚决定书, order: 1, titles: [行政处罚决定书] }\n- { id: legal-review, label: 法制审核意见书, order: 2, titles: [法制审核意见书] }\n',
  ],
  [
    'facts.yaml',
    `case.type: { type: text, label: 案件类型 }
case.procedure: { type: text, label: 适用程序 }
filing.date: { type: day, label: 立案日期 }
decision.date: { type: day, label: 决定日期 }
decision.fine: { type: money, label: 罚款 }
party.name: { type: text, label: 当事人 }
inquiries[]: { type: list, label: 询问笔录, fields: { date: { type: day, label: 日期 }, officers: { type: texts, label: 执法人员 }, person: { type: text, label: 被询问人 } } }
agency.roster[]: { type: list, label: 名册, fields: { name: { type: text, label: 姓名 }, certificate: { type: text, label: 证号 } } }
`,
  ],
  [
    'national/params.yaml',
    'decision-days: { label: 办案期限, unit: natural-days, basis: { law: cn.apl, article: 60 }, versions: [{ from: 2021-07-15, value: 90 }] }\n',
  ],
];
const ninety = `id: APL-60-1
title: 九十日内作出决定
requirement: [PO-146]
for: { type: [penalty], procedure: [ordinary] }
basis: [{ law: cn.apl, article: 60, says: 普通程序九十日内决定 }]
severity: serious
curable: explain
versions:
  - from: 2021-07-15
    dated-by: decision.date
    require: { within: { from: filing.date, to: decision.date, limit: { param: decision-days }, unit: natural-days } }
message: 自立案（{filing.date}）至决定（{decision.date}）共 {elapsed} 日，超过 {limit} 日，超 {over} 日。
advice: 核对立案日期和决定日期。
cases:
  - { name: 第九十日, record: { filing.date: 2026-01-05, decision.date: 2026-04-05 }, expect: pass }
  - { name: 第九十一日, record: { filing.date: 2026-01-05, decision.date: 2026-04-06 }, expect: fail }
  - { name: 缺立案, record: { decision.date: 2026-04-06 }, expect: cannot-tell }
  - { name: 旧法时, record: { filing.date: 2021-01-05, decision.date: 2021-07-14 }, expect: cannot-tell }
  - { name: 简易, record: { case.procedure: summary, filing.date: 2026-01-05, decision.date: 2026-12-06 }, expect: not-applicable }
`;
const two = `id: APL-42-1
title: 执法人员不少于两人
requirement: [PO-016]
for: { type: [penalty], each: 'inquiries[]' }
basis: [{ law: cn.apl, article: 42, paragraph: 1, says: 执法人员不得少于两人 }]
severity: invalidating
curable: no
versions:
  - from: 2021-07-15
    dated-by: item.date
    require: { size-at-least: { of: { item: officers }, n: 2 } }
message: '{item.person}的询问笔录只有 {count} 名执法人员。'
advice: 只能说明，不能补签。
cases:
  - { name: 两人, record: { 'inquiries[]': [{ date: 2026-01-05, person: 甲, officers: [子, 丑] }] }, expect: pass }
  - { name: 一人, record: { 'inquiries[]': [{ date: 2026-01-05, person: 甲, officers: [子] }] }, expect: fail }
  - { name: 同一人写两次, record: { 'inquiries[]': [{ date: 2026-01-05, person: 甲, officers: [子, 子] }] }, expect: fail }
  - { name: 未读出, record: { 'inquiries[]': [{ date: 2026-01-05, person: 甲 }] }, expect: cannot-tell }
  - { name: 没有笔录, record: { 'inquiries[]': [] }, expect: not-applicable }
`;
const book = (...rules: [string, string][]) => buildBook(new Map([...shared, ...rules]));
const sound = book(['national/time/APL-60-1.yaml', ninety], ['national/officers/APL-42-1.yaml', two]);
const evaluator = createEvaluator(sound.plan, sound.calendar);
const record = (facts: CaseRecord['facts'], more: Partial<CaseRecord> = {}): CaseRecord => ({
  id: 'c',
  complete: true,
  caseType: 'penalty',
  procedure: 'ordinary',
  facts,
  documents: [],
  ...more,
});

test('cases of the rule files come out as they say', () => {
  const results = runRuleCases(sound.plan, sound.calendar);
  expect(results.filter((one) => one.got !== one.expect)).toEqual([]);
  expect(results).toHaveLength(10);
});

test('a failing rule is explained with the values compared and their places', () => {
  const anchor = { document: 'd1', file: 'a.pdf', page: 3, quote: '2026年1月5日', range: null, box: null };
  const found = evaluator.defects(
    record({ 'filing.date': { value: '2026-01-05', anchors: [anchor] }, 'decision.date': '2026-04-16' }),
  );
  const finding = found.find((one) => one.rule === 'APL-60-1');
  expect(finding?.message).toBe('自立案（2026-01-05）至决定（2026-04-16）共 101 日，超过 90 日，超 11 日。');
  expect(finding?.anchors).toEqual([anchor]);
  expect(finding?.version).toEqual({ from: '2021-07-15', to: null });
  expect(finding?.trace?.figures).toMatchObject({ elapsed: 101, limit: 90, due: '2026-04-05', over: 11 });
});

test('papers that disagree are judged under each reading, and only what all readings give stands', () => {
  const filing = (other: string) => ({
    'filing.date': { value: '2026-01-05', alternatives: [{ value: other, anchors: [] }] },
    'decision.date': '2026-04-05',
  });
  const outcome = (other: string) =>
    evaluator.evaluate(record(filing(other))).findings.find((finding) => finding.rule === 'APL-60-1');
  expect(outcome('2026-01-06')?.outcome).toBe('pass');
  expect(outcome('2026-01-04')?.outcome).toBe('cannot-tell');
  expect(outcome('2026-01-04')?.message).toContain('立案日期');
  // the next record is not touched by what was tried for this one
  expect(
    evaluator.defects(record({ 'filing.date': '2026-01-05', 'decision.date': '2026-04-05', 'inquiries[]': [] })),
  ).toEqual([]);
});

test('an unsure value is not known', () => {
  const found = evaluator.defects(
    record({ 'filing.date': { value: '2025-01-05', confidence: 0.3 }, 'decision.date': '2026-04-05' }),
  );
  expect(found.find((one) => one.rule === 'APL-60-1')?.outcome).toBe('cannot-tell');
});

test('every element that fails is a finding of its own', () => {
  const findings = evaluator
    .defects(
      record({
        'inquiries[]': [
          { date: '2026-01-05', person: '甲', officers: ['子'] },
          { date: '2026-01-06', person: '乙', officers: ['子', '丑'] },
          { date: '2026-01-07', person: '丙', officers: ['丑'] },
        ],
      }),
    )
    .filter((finding) => finding.rule === 'APL-42-1');
  expect(findings.map((finding) => [finding.subject, finding.message])).toEqual([
    ['甲（2026-01-05）', '甲的询问笔录只有 1 名执法人员。'],
    ['丙（2026-01-07）', '丙的询问笔录只有 1 名执法人员。'],
  ]);
});

test('all mistakes of a rules folder are listed with their place and a suggestion', () => {
  const wrong = ninety.replace('from: filing.date', 'from: filing.dat').replace('severity: serious', 'severity: grave');
  const unknown = two.replace('size-at-least', 'size-atleast').replace('cn.apl', 'cn.apx');
  let problems: string[] = [];
  try {
    book(['national/time/APL-60-1.yaml', wrong], ['national/officers/APL-42-1.yaml', unknown]);
  } catch (error) {
    if (error instanceof RuleMistakes)
      problems = error.problems.map((p) => `${p.file}:${p.line} ${p.message} ${p.suggestion ?? ''}`);
  }
  expect(problems).toEqual([
    'national/officers/APL-42-1.yaml:5 法律“cn.apx”不在 laws.yaml 中 是否想写“cn.apl”？',
    'national/time/APL-60-1.yaml:6 应是 invalidating、serious、minor 之一 ',
    'national/officers/APL-42-1.yaml:11 没有名为“size-atleast”的条件 是否想写“size-at-least”？',
  ]);
  const conditions = () => book(['national/time/APL-60-1.yaml', wrong.replace('grave', 'serious')]);
  expect(conditions).toThrow(
    'national/time/APL-60-1.yaml:11:26 事实“filing.dat”不在 facts.yaml 中（是否想写“filing.date”？）',
  );
});

test('a gap or an overlap of versions, a second rule of one id and a missing article stop the loading', () => {
  const twice = (to: string, from: string) =>
    ninety.replace(
      '  - from: 2021-07-15\n',
      `  - from: 2020-01-01\n    to: ${to}\n    dated-by: decision.date\n    require: { known: filing.date }\n  - from: ${from}\n`,
    );
  expect(() => book(['national/a/APL-60-1.yaml', twice('2021-07-14', '2021-07-15')])).toThrow('有空档');
  expect(() => book(['national/a/APL-60-1.yaml', twice('2021-07-16', '2021-07-15')])).toThrow('重叠');
  expect(() => book(['national/a/APL-60-1.yaml', ninety], ['national/b/APL-60-1.yaml', ninety])).toThrow('已用于');
  expect(() => book(['national/a/APL-60-1.yaml', ninety.replace('article: 60, says', 'article: 87, says')])).toThrow(
    '没有第 87 条',
  );
});

test('a citation that holds for a part of the time is cited on its days only, and the finding names the day', () => {
  const basis = `basis:
  - { law: cn.apl, article: 60, to: 2026-04-07, says: 到四月六日为止的依据 }
  - { law: cn.apl, article: 61, from: 2026-04-07, says: 四月七日起的依据 }`;
  const { plan, calendar } = book(['national/a/APL-60-1.yaml', ninety.replace(/^basis:.*$/mu, basis)]);
  const on = (day: string) => {
    const facts = { 'case.type': 'penalty', 'case.procedure': 'ordinary', 'filing.date': '2026-01-05' };
    const [found] = createEvaluator(plan, calendar).evaluate(record({ ...facts, 'decision.date': day })).findings;
    return [found?.on, found?.basis.map((one) => one.article)];
  };
  expect(on('2026-04-06')).toEqual(['2026-04-06', [60]]);
  expect(on('2026-04-07')).toEqual(['2026-04-07', [61]]);
  expect(on('2021-07-14')).toEqual([undefined, [60, 61]]);
  const bare = basis.replace('to: 2026-04-07', 'to: 2026-04-06');
  expect(() => book(['national/a/APL-60-1.yaml', ninety.replace(/^basis:.*$/mu, bare)])).toThrow(
    '2026-04-06 这一天没有可以引用的依据',
  );
});
