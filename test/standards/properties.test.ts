import type { Outcome, Ruling } from '@anjuan/core';
import { exampleRecord, loadStandards, score, sheetSummary } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finding, outside, says, scored, standard } from './bench.ts';

/** Every way of counting in one sheet. */
const sheet = standard(
  `full: 100
rescale: true
bonus-cap: 5
cap: 103
sections:
  - { id: law, title: 合法性, items: [
      { id: V1, title: 甲, kind: veto, points: 100, rules: [V-1] }, { id: V2, title: 乙, kind: veto, points: 50, rules: [V-2] },
      { id: V3, title: 丙, kind: veto, cap-grade: 合格, rules: [V-3] } ] }
  - { id: a, title: 甲部分, full: 50, items: [
      { id: 1, title: 一, full: 20, rules: [R-1], per: 0.25, unit: per-item }, { id: 2, title: 二, full: 20, all-or-nothing: true, rules: [R-2, R-3], per: 1 },
      { id: 3, title: 三, full: 10, per: 0.3, zeroes: [2] } ] }
  - { id: b, title: 乙部分, full: 50, items: [
      { id: 4, title: 四, full: 30, kind: award, rules: [R-4] }, { id: 5, title: 五, most: 15, rules: [R-5], per: 4 }, { id: 6, title: 六, per: 3, unit: per-place } ] }
  - { id: off, title: 另扣, most: 12, items: [{ id: 7, title: 七, answers: [{ label: 轻, points: 1 }, { label: 重, points: 10, escalate-to: V1 }] }] }
  - { id: more, title: 加分, items: [{ id: 8, title: 八, kind: bonus, full: 4, rules: [R-6] }, { id: 9, title: 九, kind: bonus, full: 4 }] }`,
  'grades: [{ name: 优秀, from: 90 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]\n',
);
const rules = fc.constantFrom('R-1', 'R-2', 'R-3', 'R-4', 'R-5', 'R-6', 'V-1', 'V-2', 'V-3');
const outcomes = fc.constantFrom<Outcome>('fail', 'fail', 'cannot-tell', 'pass', 'not-applicable', 'error');
const findings = fc
  .array(fc.tuple(rules, outcomes, fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 14 })
  .map((list) => list.map(([rule, outcome, subject]) => finding(rule, outcome, { subject })));
const items = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'V1'];
const ruling: fc.Arbitrary<Ruling> = fc
  .tuple(
    fc.constantFrom(...items),
    fc.constantFrom<Ruling['verdict']>('deduct', 'no-deduction', 'not-applicable', 'overruled'),
    fc.integer({ min: 0, max: 4000 }),
  )
  .map(([item, verdict, points]) => says(item, { verdict, ...(verdict === 'deduct' ? { points: points / 100 } : {}) }));
const rulings = fc.uniqueArray(ruling, { maxLength: 5, selector: (one) => one.item });

test('nothing below zero or beyond its bounds; lowest ≤ total ≤ highest; steps add up', () => {
  fc.assert(
    fc.property(findings, rulings, (found, said) => {
      const result = scored(sheet, said, found);
      expect(result.low).toBeGreaterThanOrEqual(0);
      expect(result.low).toBeLessThanOrEqual(result.total);
      expect(result.total).toBeLessThanOrEqual(result.high);
      expect(result.high).toBeLessThanOrEqual(103);
      for (const item of result.items) {
        expect(item.deducted).toBeGreaterThanOrEqual(0);
        if (item.full !== null) expect(item.deducted + item.atStake).toBeLessThanOrEqual(item.full + 1e-9);
      }
      let running = 0;
      for (const step of result.waterfall.filter((one) => one.kind !== 'pending' && one.kind !== 'total')) {
        running = Math.round((running + step.points) * 100) / 100;
        expect(step.running).toBe(running);
      }
      expect(running).toBe(result.total);
      if (result.grade !== null) expect(result.possibleGrades).toContain(result.grade);
    }),
    { numRuns: 300 },
  );
});

test('the order of findings and of words on different items does not matter', () => {
  fc.assert(
    fc.property(findings, rulings, fc.integer(), (found, said, seed) => {
      const shuffled = [...found].sort((a, b) => hash(a.key + a.outcome, seed) - hash(b.key + b.outcome, seed));
      // Of two findings with one key the engine gives only one: keep the first of each.
      const single = (list: typeof found) => list.filter((one) => found.find((other) => other.key === one.key) === one);
      expect(scored(sheet, [...said].reverse(), single(shuffled))).toEqual(scored(sheet, said, single(found)));
    }),
    { numRuns: 200 },
  );
});

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, Math.abs(seed) % 9973);
}

test('another defect never helps', () => {
  fc.assert(
    fc.property(findings, rules, (found, rule) => {
      if (rule === 'R-6') return;
      const worse = [...found.filter((one) => one.rule !== rule), finding(rule, 'fail', { subject: 'z' })];
      const better = [...found.filter((one) => one.rule !== rule), finding(rule, 'pass', { subject: 'z' })];
      expect(scored(sheet, [], worse).total).toBeLessThanOrEqual(scored(sheet, [], better).total);
    }),
    { numRuns: 200 },
  );
});

test('what does not concern the case leaves the denominator: as if the sheet had been without it', () => {
  const of = (size: number) =>
    standard(`full: 100
total: [{ rate: [a], of: 100 }]
sections: [{ id: a, title: 甲, full: ${size}, items: [{ id: 1, title: 一, full: 30, rules: [R-1], per: 7 }, { id: 2, title: 二, full: 20, rules: [R-2], per: 3 }${size === 50 ? '' : ', { id: 3, title: 三, full: 40, rules: [R-3] }'}] }]`);
  const found = fc.array(fc.tuple(fc.constantFrom('R-1', 'R-2'), outcomes), { maxLength: 6 });
  fc.assert(
    fc.property(found, (list) => {
      const some = list.map(([rule, outcome], index) => finding(rule, outcome, { subject: String(index) }));
      const left = scored(of(90), [outside('3')], [...some, finding('R-3')]);
      expect(left.total).toBe(scored(of(50), [], some).total);
    }),
  );
});

test('a veto does what the standard says, whatever else is found', () => {
  fc.assert(
    fc.property(findings, (found) => {
      const rest = found.filter((one) => !one.rule.startsWith('V'));
      const before = scored(sheet, [], rest).total;
      // Off what was reached, the bonus included.
      expect(scored(sheet, [], [...rest, finding('V-1')]).total).toBeCloseTo(Math.max(0, before - 100), 10);
      expect(scored(sheet, [], [...rest, finding('V-2')]).total).toBeCloseTo(Math.max(0, before - 50), 10);
      const capped = scored(sheet, [], [...rest, finding('V-3')]);
      expect(capped.total).toBe(before);
      expect(capped.grade).not.toBe('优秀');
    }),
    { numRuns: 200 },
  );
});

test('a veto given without a reason is not given', () => {
  const silent = scored(sheet, [says('V1', { reason: '  ' })]);
  expect(silent.total).toBe(scored(sheet).total);
  expect(silent.openVetoes.map((one) => one.item)).toContain('V1');
});

test('every shipped sheet gives full marks to a file without a fault, and loses none of its points twice', async () => {
  for (const one of loadStandards(await readRules()).standards)
    for (const each of one.sheets) {
      const clean = score(one, exampleRecord({ name: '' }, each), [], [], { sheet: each.id });
      expect([one.id, each.id, clean?.total]).toEqual([one.id, each.id, sheetSummary(each).full]);
    }
});
