import { expect, test } from 'vitest';
import { type CaseRecord, createEvaluator, recordOf } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';

const { shelf, calendar } = await readRules();

/**
 * Facts whose absence may turn a pass into a fail: what excuses an act or suspends a period has to be on record to count
 * (an exception nobody states is none). Anything else that is missing leaves a rule open.
 */
const excuses = new Set([
  'agency.review-authority',
  'collection.on-water',
  'decision.announced-on',
  'decision.extension-approved',
  'decision.suspensions',
  'enforcement.immediate',
  'enforcement.resumed-on',
  'filing.check-excluded-days',
  'goods.appraisal-first',
  'goods.taken-remotely',
  'licence.excluded-days',
  'measure.appraisal-days',
  'summary.one-officer-allowed',
  'summary.special-limit',
  // Why a paper was not handed over, and who saw it left, is for its receipt to state; a paragraph not cited is the defect itself.
  'services[].reason',
  'services[].witness',
  ...['decision', 'notice', 'measure', 'enforcement'].map((paper) => `${paper}.citations[].paragraph`),
]);

test('a fact that is missing never convicts', () => {
  const convicted: string[] = [];
  let asked = 0;
  for (const { plan, planned } of shelf
    .all()
    .flatMap(({ plan }) => plan.rules.map((one) => ({ plan, planned: one })))) {
    const { evaluate } = createEvaluator({ ...plan, rules: [planned] }, calendar);
    const fails = (record: CaseRecord) => evaluate(record).findings.some((finding) => finding.outcome === 'fail');
    for (const one of planned.rule.cases.filter(({ expect: expected }) => expected === 'pass')) {
      const row = { ...recordOf(planned.rule, one), complete: false, documents: [] };
      if (fails(row)) continue;
      for (const path of Object.keys(row.facts)) {
        if (path.startsWith('case.') || excuses.has(path)) continue;
        const { [path]: _, ...facts } = row.facts;
        asked++;
        if (fails({ ...row, facts })) convicted.push(`${planned.rule.id} ${path}`);
      }
      for (const [path, value] of Object.entries(row.facts).filter(([name]) => !name.startsWith('agency.'))) {
        const items = Array.isArray(value) ? (value as readonly unknown[]).filter(isItem) : [];
        for (const field of new Set(items.flatMap((item) => Object.keys(item)))) {
          const without = items.map((item) =>
            Object.fromEntries(Object.entries(item).filter(([name]) => name !== field)),
          );
          asked++;
          if (excuses.has(`${path}.${field}`)) continue;
          if (fails({ ...row, facts: { ...row.facts, [path]: without } as CaseRecord['facts'] })) {
            convicted.push(`${planned.rule.id} ${path}.${field}`);
          }
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(1000);
  expect([...new Set(convicted)]).toEqual([]);
});

function isItem(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
