import { expect, test } from 'vitest';
import { createEvaluator, recordOf } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const { shelf, calendar } = await readRules();

/** Only penalties choose between procedures; a file of another case type carries none and is judged all the same. */
test('a rule limited to a procedure speaks of the other case types it names', () => {
  const silent: string[] = [];
  let asked = 0;
  for (const { planned, pack } of shelf.rules()) {
    const { type: types = [], procedure } = planned.rule.for;
    if (procedure === undefined) continue;
    const { evaluate } = createEvaluator({ ...pack.plan, rules: [planned] }, calendar);
    for (const type of types.filter((one) => one !== 'penalty')) {
      const decided = planned.rule.cases.filter(({ expect: expected }) => expected === 'pass' || expected === 'fail');
      const got = decided.map((one) => {
        const record = recordOf(planned.rule, one);
        const { 'case.type': _, 'case.procedure': __, ...facts } = record.facts;
        asked++;
        return evaluate({ ...record, facts, caseType: type as 'licence' }).findings.map(({ outcome }) => outcome);
      });
      if (got.flat().every((outcome) => outcome === 'cannot-tell')) silent.push(`${planned.rule.id} ${type}`);
    }
  }
  expect(asked).toBeGreaterThan(20);
  expect(silent).toEqual([]);
});

test('the procedure still decides between penalties', () => {
  const planned = shelf.resolve([]).plan.rules.find(({ rule }) => rule.id === 'APL-59-8');
  const { evaluate } = createEvaluator(
    { ...shelf.resolve([]).plan, rules: planned === undefined ? [] : [planned] },
    calendar,
  );
  const record = { id: 'a', complete: true, facts: { 'decision.date': '2026-03-20' }, documents: [] };
  const outcome = (procedure?: 'ordinary' | 'summary') =>
    evaluate({ ...record, caseType: 'penalty', ...(procedure === undefined ? {} : { procedure }) }).findings.map(
      (one) => one.outcome,
    );
  expect(outcome('summary')).toEqual(['not-applicable']);
  expect(outcome()).toEqual(['cannot-tell']);
});
