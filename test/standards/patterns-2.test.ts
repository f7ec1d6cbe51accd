import { rankUnits, score, scoreUnit } from '@anjuan/core';
import { expect, test } from 'vitest';
import { finding, fine, judged, lacking, read, record, says, scored, standard, total } from './bench.ts';

test('16 fixed classes of problem, counted down from 100', () => {
  const one = standard(`full: 100
sections:
  - { id: decision, title: 决定书, items: [
      { id: 30.1, title: 表述为处罚, most: 5 }, { id: 30.10, title: 未写履行方式, most: 5 } ] }
  - { id: general, title: 其他问题, items: [{ id: other, title: 问题清单, answers: [
      { label: 十分问题, points: 10, unit: per-place }, { label: 五分问题, points: 5, unit: per-place },
      { label: 两分问题, points: 2, unit: per-place }, { label: 一分问题, points: 1, unit: per-place },
      { label: 半分问题, points: 0.5, unit: per-place } ] }] }`);
  const marks = [{ answer: '十分问题' }, { answer: '两分问题', count: 3 }, { answer: '半分问题', count: 5 }];
  // 100 − 5 − (10 + 6 + 2.5); an id written 30.10 is not 30.1
  expect(total(one, [says('30.10'), says('other', { marks })])).toBe(76.5);
  expect(scored(one).items.map((item) => item.id)).toEqual(['30.1', '30.10', 'other']);
  expect(total(one, [fine('30.1'), says('other', { marks: [{ answer: '十分问题', count: 12 }] })])).toBe(0);
});

test('17 whichever paper lacks it, the element costs once', () => {
  const one = standard(`full: 100
sections:
  - { id: face, title: 卷面要素, items: [{ id: E1, title: 文号印章日期, most: 3, charges: [{ rules: [R-1, R-2, R-3], points: 3 }] }] }`);
  expect(total(one, [], [finding('R-1')])).toBe(97);
  expect(total(one, [], [finding('R-1'), finding('R-2'), lacking('R-3', 4)])).toBe(97);
});

test('18 what is missing above takes a whole group with it', () => {
  const one = standard(`full: 10
sections:
  - { id: law, title: 合法性, items: [{ id: 135, title: 告知, kind: veto, points: 2, rules: [V-1], zeroes: [notice] }] }
  - { id: notice, title: 告知书, full: 5, items: [{ id: 330, title: 事实, full: 3, rules: [R-1] }, { id: 333, title: 印章, full: 2, rules: [R-2] }] }
  - { id: report, title: 监测报告, full: 5, items: [
      { id: P4.1, title: 机构, kind: award, full: 1 }, { id: P4.2, title: 资质字号, kind: award, full: 1, zeroes: [report] },
      { id: P4.7, title: 结果, kind: award, full: 3 } ] }`);
  const clear = [fine('P4.1'), fine('P4.2'), fine('P4.7')];
  expect(total(one, clear, [finding('V-1')])).toBe(3);
  expect(total(one, [fine('P4.1'), says('P4.2'), fine('P4.7')])).toBe(5);
  // Open: if it turned out badly, the group would go with it.
  expect(scored(one, [fine('P4.1'), fine('P4.7')])).toMatchObject({ total: 10, low: 5 });
});

test('19 a fault of form becomes one of legality', () => {
  const one = standard(`full: 100
sections:
  - { id: law, title: 合法性, items: [{ id: 137, title: 未经审核, kind: veto, points: 100, rules: [V-1] }] }
  - { id: review, title: 审核意见, full: 100, items: [
      { id: 345, title: 逐项意见, full: 60, answers: [
          { label: 只写拟同意, points: 60 }, { label: 没有任何意见, points: 60, escalate-to: 137 },
          { label: 漏项, points: 1, unit: per-item, escalate-to: 137, escalate-from: 4 } ] },
      { id: 351, title: 拟作出, full: 40, charges: [{ rules: [R-1], points: 10, escalate-to: 137, when: { fails: [R-2] } }, { rules: [R-1], points: 10, exempt-when: { fails: [R-2] } }] } ] }`);
  expect(total(one, [says('345', { marks: [{ answer: '只写拟同意' }] })])).toBe(40);
  expect(scored(one, [says('345', { marks: [{ answer: '没有任何意见' }] })])).toMatchObject({
    total: 0,
    veto: [{ item: '137' }],
  });
  expect(total(one, [says('345', { marks: [{ answer: '漏项', count: 3 }] })])).toBe(97);
  expect(total(one, [says('345', { marks: [{ answer: '漏项', count: 4 }] })])).toBe(0);
  expect(total(one, [fine('345')], [finding('R-1')])).toBe(90);
  expect(total(one, [fine('345')], [finding('R-1'), finding('R-2')])).toBe(0);
});

test('20 exempt where the whole file shows it otherwise, or a reviewer says why', () => {
  const one = standard(`full: 100
rescale: true
sections:
  - { id: law, title: 合法性, items: [{ id: L02, title: 两人, kind: veto, effect: zero, rules: [V-1], exempt-when: { passes: [R-1] } }] }
  - { id: order, title: 责令改正, full: 10, applies-when: { not: { document: penalty-decision } }, items: [{ id: 7, title: 期限, full: 10, rules: [R-2] }] }
  - { id: rest, title: 其他, full: 90, items: [{ id: 1, title: 规范, full: 90, rules: [R-3], per: 9 }] }`);
  const paper = record('correction-order');
  expect(total(one, [], [finding('V-1')], paper)).toBe(100);
  expect(total(one, [], [finding('V-1'), finding('R-1')], paper)).toBe(0);
  // Judged in the decision: the section leaves the denominator.
  expect(total(one, [], [finding('R-2'), finding('R-3')], record('penalty-decision'))).toBe(90);
  expect(total(one, [], [finding('R-2'), finding('R-3')], paper)).toBe(81);
  // In keeping with a rule from above: the reviewer sets the finding aside and says so.
  expect(total(one, [says('1', { finding: 'R-3', verdict: 'overruled' })], [finding('R-3')], paper)).toBe(100);
});

test('21 one paper stands in for another', () => {
  const one = standard(`full: 13
sections:
  - { id: scene, title: 现场笔录, full: 13, documents: [hearing-record], if-missing: zero,
      equivalents: { documents: [inspection-record], when: { passes: [R-1] } }, items: [{ id: S7.1, title: 时间地点, kind: award, full: 13 }] }`);
  const clear = [fine('S7.1')];
  expect(total(one, clear, [], record('inspection-record'))).toBe(13);
  expect(total(one, clear, [finding('R-1')], record('inspection-record'))).toBe(0);
  expect(total(one, clear, [], record('hearing-record'))).toBe(13);
  expect(total(one, clear, [], record())).toBe(0);
});

test('22 bonuses: bounded, and outside the denominator', () => {
  const one = standard(`full: 100
cap: 110
sections:
  - { id: papers, title: 文书, full: 100, items: [{ id: 1, title: 文书, full: 100, rules: [R-1], per: 30 }] }
  - { id: more, title: 加分, items: [
      { id: 501, title: 详列条款, kind: bonus, full: 0.2, per: 0.1, unit: per-document },
      { id: J12, title: 公安机关决定拘留, kind: bonus, full: 15, rules: [R-2] } ] }`);
  expect(total(one, [says('501', { count: 1 })], [finding('R-1'), finding('R-2')])).toBe(70.1);
  expect(total(one, [says('501', { count: 9 })], [finding('R-1'), finding('R-2')])).toBe(70.2);
  expect(total(one, [fine('501')], [finding('R-1')])).toBe(85);
  expect(total(one, [fine('501')])).toBe(110);
});

test('23 a share of what a paper is worth', () => {
  const one = standard(`full: 100
sections:
  - { id: decision, title: 决定书, full: 22.1, items: [{ id: 350, title: 事实, full: 22.1 }] }
  - { id: notice, title: 告知书, full: 77.9, items: [{ id: 330, title: 事实, full: 77.9 }] }
  - id: late
    title: 事后补交
    items:
      - id: 506
        title: 评查后才补入卷
        question:
          ask: 哪些是事后补的？
          choose: several
          answers:
            - { label: 决定书, points: { percent: 20, of: decision } }
            - { label: 告知书, points: { percent: 20, of: notice } }`);
  const rest = [fine('350'), fine('330')];
  expect(total(one, [...rest, says('506', { marks: [{ answer: '决定书' }] })])).toBe(95.58);
  expect(total(one, [...rest, says('506', { marks: [{ answer: '决定书' }, { answer: '告知书' }] })])).toBe(80);
});

test('24 noted, not scored: single items, and whole lists without points', () => {
  const mixed = standard(`full: 100
sections:
  - { id: law, title: 合法性, items: [{ id: 126, title: 责令改正, kind: veto, points: 50, rules: [V-1] }] }
  - { id: noted, title: 考查, items: [{ id: 201, title: 登记表, kind: record, rules: [R-1] }] }`);
  expect(scored(mixed, [], [finding('R-1')])).toMatchObject({
    total: 100,
    items: [{}, { id: '201', state: 'recorded' }],
  });
  expect(total(mixed, [], [finding('V-1')])).toBe(50);
  const list = standard(`list-only: true
sections:
  - { id: s1, title: 一般程序, items: [{ id: 1, title: 催告, kind: record, ask: 是否催告？ }] }`);
  expect(scored(list)).toMatchObject({ scored: false, total: 0, max: 0, grade: null, waterfall: [] });
});

test('25 left to the reviewer, who says how much and why', () => {
  const one = standard(`full: 100
sections:
  - { id: law, title: 合法性, items: [{ id: 145, title: 其他程序, kind: veto, points: 100, range: [41, 100] }] }
  - { id: rest, title: 未列明, items: [{ id: 508, title: 明显违法, range: [0, 20], stake: 0 }] }`);
  expect(total(one, [says('145', { points: 60 }), fine('508')])).toBe(40);
  expect(total(one, [fine('145'), says('508', { points: 7.5 })])).toBe(92.5);
  expect(scored(one)).toMatchObject({ total: 100, low: 100 });
});

test('26 full marks other than 100', () => {
  const one = standard(`full: 109
sections:
  - { id: licence, title: 许可案卷, full: 97, items: [{ id: 1, title: 受理, full: 5 }, { id: 9, title: 收费, full: 92 }] }
  - { id: archive, title: 归档, full: 12, items: [{ id: 12, title: 八条, full: 12, per: 1.5 }] }`);
  expect(total(one, [fine('1'), fine('9'), says('12', { count: 3 })])).toBe(104.5);
  const day = standard(`full: 100
total: [{ rate: [p, d], of: 100 }]
sections:
  - { id: p, title: 共同项, full: 100, items: [{ id: P, title: 共同, kind: award, full: 100 }] }
  - { id: d, title: 专有项, full: 20, items: [{ id: D, title: 按日, kind: award, full: 20 }] }`);
  expect(total(day, [fine('P'), says('D', { got: 8 })])).toBe(90);
});

test('27 a sheet for each type of case and procedure', () => {
  const one = read(`id: t
title: 试验
issuer: 试验
year: 2026
sheets:
  - { id: transfer, title: 移送, full: 1, applies: { type: [penalty], when: { document: enforcement-application } }, sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }] }
  - { id: summary, title: 简易, full: 2, applies: { type: [penalty], procedure: [summary] }, sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }] }
  - { id: court, title: 申请法院, full: 3, applies: { when: { fact: { path: enforcement.route, is: [court] } } }, sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }] }
  - { id: ordinary, title: 普通, full: 4, applies: { type: [penalty], procedure: [ordinary] }, sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }] }
`);
  const sheet = (on: ReturnType<typeof record>) => score(one, on, judged([]))?.sheet ?? null;
  expect(sheet(record('penalty-decision'))).toBe('ordinary');
  expect(sheet(record('enforcement-application'))).toBe('transfer');
  expect(sheet({ ...record(), procedure: 'summary' })).toBe('summary');
  expect(sheet({ ...record(), caseType: 'compulsory-enforcement', facts: { 'enforcement.route': 'court' } })).toBe(
    'court',
  );
  expect(sheet({ ...record(), caseType: 'licence' })).toBe(null);
  expect(score(one, record(), judged([]), [], { sheet: 'court' })?.sheet).toBe('court');
});

test('28 grades with open and closed ends', () => {
  const one = standard(
    `full: 100
sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }]`,
    'grades: [{ name: 优秀, from: 90 }, { name: 合格, from: 60, below: 90 }, { name: 不合格, below: 60 }]\n',
  );
  const grade = (points: number) => scored(one, [says('1', { points })]).grade;
  expect([10, 10.01, 40, 40.01].map(grade)).toEqual(['优秀', '合格', '合格', '不合格']);
  const over = standard(
    `full: 100
sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }]`,
    'grades: [{ name: 优秀, above: 90 }, { name: 合格, above: 60, to: 90 }, { name: 不合格, to: 60 }]\n',
  );
  const open = (points: number) => scored(over, [says('1', { points })]).grade;
  expect([9.99, 10, 39.99, 40].map(open)).toEqual(['优秀', '合格', '合格', '不合格']);
});

const unit = read(`id: t
title: 试验
issuer: 试验
year: 2026
sheets: [{ id: s, title: 表, full: 100, sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }] }]
unit:
  title: 单位
  grades: [{ name: 优秀, from: 90 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]
  rank: [average, sum]
  cap: 100
  items:
    - { id: 507, title: 案件量, rows: [{ points: 0.8, where: { cases-handled: { above: 5000 } } }, { points: 0.2, where: { cases-handled: { from: 100 } } }] }
    - { id: 509, title: 归档, rows: [{ points: 0.6, where: { cases-handled: { below: 1000 }, archived: { from: 90 } } }] }
`).unit;

test('29 a unit: the average settles the grade, the sum settles ties, tables by figures', () => {
  if (unit === null) throw new Error('no unit');
  const file = (points: number) => ({ total: points, grade: null });
  const a = scoreUnit(unit, '甲局', [file(92), file(87)], { 'cases-handled': 120, archived: 90 });
  expect(a).toMatchObject({ average: 89.5, total: 90.3, grade: '优秀', sum: 179 });
  const b = scoreUnit(unit, '乙局', [file(89.5), file(89.5), file(89.5)], { 'cases-handled': 6000, archived: 20 });
  expect(b).toMatchObject({ average: 89.5, total: 90.3, sum: 268.5 });
  expect(rankUnits(unit, [a, b]).map((one) => one.unit)).toEqual(['乙局', '甲局']);
  expect(scoreUnit(unit, '丙局', [file(99.9)], { 'cases-handled': 6000, archived: 95 }).total).toBe(100);
  expect(scoreUnit(unit, '丁局', [file(80)]).items[0]?.points).toBe(null);
});

test('30 what an appraisal makes of it: 4 points when all pass, less for each that fails, 4 off for what was not handed in', () => {
  const linked = read(`id: t
title: 试验
issuer: 试验
year: 2026
sheets: [{ id: s, title: 表, full: 100, sections: [{ id: a, title: 甲, items: [{ id: 1, title: 一 }] }] }]
unit:
  title: 考核
  start: 4
  floor: 0
  items:
    - { id: a, title: 不合格案卷, each: { measure: grade.不合格, points: -1.5 } }
    - { id: b, title: 应报未报, rows: [{ points: -4, where: { not-handed-in: { from: 1 } } }] }
`).unit;
  if (linked === null) throw new Error('no unit');
  const graded = (...names: string[]) => names.map((grade) => ({ total: 0, grade }));
  const none = { 'not-handed-in': 0 };
  expect(scoreUnit(linked, '甲', graded('合格', '优秀'), none).total).toBe(4);
  expect(scoreUnit(linked, '甲', graded('合格', '不合格', '不合格'), none).total).toBe(1);
  expect(scoreUnit(linked, '甲', graded('合格'), { 'not-handed-in': 2 }).total).toBe(0);
});
