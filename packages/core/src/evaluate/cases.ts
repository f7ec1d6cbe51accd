import type { WorkCalendar } from '../kernel/calendar.ts';
import { recordOf } from '../packs/cases.ts';
import { outcomeOrder, type Plan } from '../packs/compile.ts';
import type { Rule } from '../packs/types.ts';
import { createEvaluator } from './evaluate.ts';
import type { Finding, Outcome } from './types.ts';

/** A case of a rule file after it was run. */
export interface CaseResult {
  readonly rule: string;
  readonly name: string;
  readonly expect: Outcome;
  readonly got: Outcome;
  readonly findings: readonly Finding[];
}

/** Runs every case of every rule, each against its own rule. */
export function runRuleCases(plan: Plan, calendar: WorkCalendar): readonly CaseResult[] {
  return plan.rules.flatMap((planned) => runCases({ ...plan, rules: [planned] }, planned.rule, calendar));
}

/** Runs the cases of one rule of a plan. */
export function runCasesOf(plan: Plan, id: string, calendar: WorkCalendar): readonly CaseResult[] {
  const planned = plan.rules.find((one) => one.rule.id === id);
  return planned === undefined ? [] : runCases({ ...plan, rules: [planned] }, planned.rule, calendar);
}

function runCases(alone: Plan, rule: Rule, calendar: WorkCalendar): readonly CaseResult[] {
  const evaluator = createEvaluator(alone, calendar);
  return rule.cases.map((one) => {
    const { findings } = evaluator.evaluate(recordOf(rule, one));
    const got = outcomeOrder.find((outcome) => findings.some((finding) => finding.outcome === outcome));
    return { rule: rule.id, name: one.name, expect: one.expect, got: got ?? 'not-applicable', findings };
  });
}
