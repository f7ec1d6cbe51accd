import { expect, test } from 'vitest';
import { finding, fine, lacking, onPages, outside, record, says, scored, standard, total } from './bench.ts';

const bands = 'grades: [{ name: 优秀, from: 90 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]\n';

test('1 a veto leaves nothing of the file', () => {
  const one = standard(`full: 100
sections:
  - { id: base, title: 基本标准, items: [
      { id: B1, title: 主体不合法, kind: veto, effect: zero },
      { id: B2, title: 少于两人, kind: veto, effect: zero, rules: [V-1] } ] }
  - { id: face, title: 卷面, full: 100, items: [{ id: 1, title: 格式, full: 100 }] }`);
  expect(total(one, [fine('B1'), says('1', { points: 6 })])).toBe(94);
  expect(scored(one, [fine('B1'), says('1', { points: 6 })], [finding('V-1')])).toMatchObject({
    total: 0,
    scored: true,
  });
  expect(total(one, [says('B1'), fine('1')])).toBe(0);
});

test('2 a veto ends the scoring itself, which is not zero points', () => {
  const one = standard(
    `full: 100
sections:
  - { id: base, title: 实体, items: [{ id: S1, title: 当事人认定错误, kind: veto, effect: unscored, grade: 不合格 }] }
  - { id: rest, title: 文书, full: 100, items: [{ id: 1, title: 立案, full: 100 }] }`,
    bands,
  );
  const struck = scored(one, [says('S1'), says('1', { points: 3 })]);
  expect(struck).toMatchObject({ scored: false, total: 0, grade: '不合格', possibleGrades: ['不合格'] });
  expect(scored(one, [fine('S1'), says('1', { points: 3 })])).toMatchObject({ scored: true, total: 97, grade: '优秀' });
});

test('3 a veto only bounds the grade', () => {
  const one = standard(
    `full: 100
sections:
  - { id: base, title: 基本要素, items: [{ id: 4, title: 缺身份证明, kind: veto, cap-grade: 合格 }] }
  - { id: rest, title: 文书, full: 100, items: [{ id: 1, title: 立案, full: 100 }] }`,
    bands,
  );
  expect(scored(one, [says('4'), says('1', { points: 3 })])).toMatchObject({ total: 97, grade: '合格' });
  expect(scored(one, [says('4'), says('1', { points: 50 })])).toMatchObject({ total: 50, grade: '不合格' });
});

const half = standard(`full: 100
sections:
  - { id: law, title: 合法性, items: [
      { id: 101, title: 主体, kind: veto, points: 100, rules: [V-1] },
      { id: 111, title: 违法所得, kind: veto, points: 50, rules: [V-2] },
      { id: 141, title: 九十日, kind: veto, points: 50, rules: [V-3] } ] }
  - { id: papers, title: 文书, full: 100, items: [{ id: 301, title: 来源, full: 100, rules: [R-1], per: 8 }] }`);

test('4 a veto written as 100 points off the whole, never below zero', () => {
  expect(total(half, [], [finding('V-1')])).toBe(0);
  expect(total(half, [], [finding('V-1'), finding('R-1')])).toBe(0);
  expect(total(half, [], [finding('R-1')])).toBe(92);
});

test('5 half-vetoes add up: two leave nothing', () => {
  expect(total(half, [], [finding('V-2')])).toBe(50);
  expect(total(half, [], [finding('V-2'), finding('R-1')])).toBe(42);
  expect(total(half, [], [finding('V-2'), finding('V-3')])).toBe(0);
});

test('6 one item costs by what happened', () => {
  const one = standard(`full: 100
sections:
  - { id: law, title: 合法性, items: [
      { id: 104, title: 当事人认定, kind: veto, points: 100, answers: [
          { label: 对象错误, points: 100 }, { label: 文字有误, points: 20 } ] },
      { id: 144, title: 送达, kind: veto, points: 100, charges: [{ rules: [V-1] }, { rules: [V-2], points: 50 }] } ] }
  - { id: rest, title: 文书, full: 100, items: [{ id: 1, title: 立案, full: 100 }] }`);
  expect(total(one, [says('104', { marks: [{ answer: '文字有误' }] }), fine('1')])).toBe(80);
  expect(total(one, [says('104', { marks: [{ answer: '对象错误' }] }), fine('1')])).toBe(0);
  expect(total(one, [fine('104'), fine('1')], [finding('V-2')])).toBe(50);
  // Both circumstances: the item costs once, at the heavier price.
  expect(total(one, [fine('104'), fine('1')], [finding('V-1'), finding('V-2')])).toBe(0);
});

const mee = standard(`full: 100
total:
  - points: 50
  - { rate: [filing, notice, hearing], of: 50 }
  - { less: [face], most: 20 }
sections:
  - { id: law, title: 合法性, items: [{ id: L01, title: 越权, kind: veto, effect: zero, rules: [V-1] }] }
  - { id: face, title: 卷面要素, items: [
      { id: E1, title: 文号印章, most: 3, rules: [R-1, R-2] }, { id: E3, title: 当事人, most: 2, rules: [R-3] } ] }
  - { id: filing, title: 立案审批表, documents: [filing-approval], if-missing: zero, items: [
      { id: P1.1, title: 来源, kind: award, full: 0.5 }, { id: P1.2, title: 理由, kind: award, full: 1 },
      { id: P1.3, title: 期限, kind: award, full: 0.5 } ] }
  - { id: notice, title: 告知书, documents: [penalty-notice], if-missing: zero, items: [{ id: P8.1, title: 事实, kind: award, full: 10 }] }
  - { id: hearing, title: 听证笔录, documents: [hearing-record], items: [{ id: P10.1, title: 人员, kind: award, full: 8 }] }`);
const clean = ['P1.1', 'P1.2', 'P1.3', 'P8.1', 'P10.1'].map(fine);

test('7 two parts: 50 for legality, and 50 × got ÷ standard less the face', () => {
  expect(total(mee, clean)).toBe(100);
  // 50 + 50 × (20 − 1) ÷ 20 − 3
  expect(total(mee, [...clean, says('P1.2', { points: 1 })], [finding('R-1')])).toBe(94.5);
  expect(total(mee, clean, [finding('V-1')])).toBe(0);
});

test('8 points got and points taken off in one sheet', () => {
  // got 0.5 of 1 in P1.2; both faces off
  expect(total(mee, [...clean, says('P1.2', { got: 0.5 })], [finding('R-2'), finding('R-3')])).toBe(93.75);
});

test('9 what does not concern the case leaves the denominator', () => {
  const without = record('filing-approval', 'penalty-notice');
  // 50 + 50 × (12 − 1) ÷ 12 = 95.8333…
  expect(total(mee, [...clean, says('P1.2', { points: 1 })], [], without)).toBe(95.83);
  expect(total(mee, [...clean, says('P1.2', { points: 1 }), outside('P8.1')], [], without)).toBe(75);
});

test('10 a paper that should be there and is not gets nothing and stays in the denominator', () => {
  // 50 + 50 × (20 − 10) ÷ 20
  expect(total(mee, clean, [], record('filing-approval', 'hearing-record'))).toBe(75);
  // no hearing either, and nothing got for the notice: 50 + 50 × 2 ÷ 12 = 58.3333…
  expect(total(mee, clean, [], record('filing-approval'))).toBe(58.33);
});

test('11 so much for each thing missing, until the points are used up', () => {
  const one = standard(`full: 1.5
sections:
  - { id: filing, title: 立案审批表, full: 1.5, items: [
      { id: 301, title: 当事人和来源, full: 0.5, per: 0.25 },
      { id: 304, title: 起止时间和地点, full: 1, rules: [R-1], per: 0.5, unit: per-item } ] }`);
  expect(total(one, [says('301', { count: 1 })])).toBe(1.25);
  expect(total(one, [says('301', { count: 3 })], [lacking('R-1', 3)])).toBe(0);
  expect(total(one, [fine('301')], [lacking('R-1', 1)])).toBe(1);
});

test('12 per page, per paper, per person, per place', () => {
  const one = standard(`full: 100
sections:
  - { id: s1, title: 笔录, full: 60, items: [
      { id: 306, title: 逐页签名, full: 20, rules: [R-1], per: 0.25, unit: per-page },
      { id: 310, title: 证据材料, full: 20, per: 0.5, unit: per-document },
      { id: 348, title: 讨论签名, full: 20, per: 0.5, unit: per-person } ] }
  - { id: s2, title: 其他, full: 40, items: [
      { id: 503, title: 涂改, full: 30, answers: [
          { label: 对外文书, points: 3, unit: per-place }, { label: 决定书, points: 10, unit: per-place } ] },
      { id: 1, title: 其他不规范, full: 10, per: 1, unit: per-place } ] }`);
  const rest = [fine('310'), fine('348'), fine('503'), fine('1')];
  expect(total(one, rest, [onPages('R-1', 3)])).toBe(99.25);
  expect(total(one, [...rest, says('310', { count: 3 })])).toBe(98.5);
  expect(total(one, [...rest, says('348', { count: 2 })])).toBe(99);
  expect(total(one, [...rest, says('503', { marks: [{ answer: '对外文书', count: 2 }, { answer: '决定书' }] })])).toBe(
    84,
  );
  expect(total(one, [...rest, says('1', { count: 20 })])).toBe(90);
});

test('13 an item of several quotas, each with its own price', () => {
  const one = standard(`full: 32.6
sections:
  - { id: s1, title: 通知书, full: 0.6, items: [
      { id: 321, title: 落款和回证, parts: [
          { title: 名称印章日期, full: 0.1, per: 0.1 }, { title: 送达回证, full: 0.5, per: 0.1, rules: [R-1], unit: per-item } ], full: 0.6 } ] }
  - { id: s2, title: 催告书, full: 32, items: [
      { id: 429, title: 催告内容, full: 32, parts: [
          { title: 决定内容, full: 8 }, { title: 履行期限, full: 4 }, { title: 履行方式, full: 4 },
          { title: 金额, full: 3 }, { title: 给付方式, full: 3 }, { title: 告知权利, full: 10 } ] } ] }`);
  const clear = [fine('321'), fine('429')];
  // Three names missing still cost 0.1; seven lines of the receipt still cost 0.5.
  expect(total(one, [...clear, says('321', { marks: [{ answer: '名称印章日期', count: 3 }] })])).toBe(32.5);
  expect(total(one, clear, [lacking('R-1', 3)])).toBe(32.3);
  expect(total(one, clear, [lacking('R-1', 7)])).toBe(32.1);
  expect(total(one, [...clear, says('429', { marks: [{ answer: '履行期限' }, { answer: '告知权利' }] })])).toBe(18.6);
});

test('14 all or nothing', () => {
  const one = standard(`full: 8
sections:
  - { id: s1, title: 告知书, full: 8, items: [
      { id: 331, title: 依据、种类、理由, full: 5, all-or-nothing: true, charges: [{ rules: [R-1], points: 1 }, { rules: [R-2], points: 1 }] },
      { id: 330, title: 事实证据, full: 3, parts: [
          { title: 当事人, full: 0.5, rules: [R-3] }, { title: 事实证据条款, full: 2.5, all-or-nothing: true, rules: [R-4, R-5], per: 1 } ] } ] }`);
  expect(total(one, [], [finding('R-1')])).toBe(3);
  expect(total(one, [], [finding('R-4')])).toBe(5.5);
  expect(total(one, [], [finding('R-3')])).toBe(7.5);
});

test('15 a reviewer fixes the points within a range', () => {
  const one = standard(`full: 35
sections:
  - { id: s1, title: 审查决定, full: 35, items: [
      { id: 21, title: 审批, full: 5, range: [1, 5] }, { id: 22, title: 告知, full: 30, charges: [{ rules: [R-1], range: [2, 6] }] } ] }`);
  expect(total(one, [says('21', { points: 3 })])).toBe(32);
  // Until the reviewer has fixed it, only the lower end is decided.
  expect(scored(one, [fine('21')], [finding('R-1')])).toMatchObject({ total: 33, low: 29, pending: 4 });
  expect(scored(one, [fine('21'), says('22', { finding: 'R-1', points: 4.5 })], [finding('R-1')])).toMatchObject({
    total: 30.5,
    pending: 0,
  });
});
