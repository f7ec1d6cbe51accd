import type { CaseRecord, WorkCalendar } from '@anjuan/core';
import { dayOf, useCalendar } from './days.ts';
import type { Common, Each, Item, Outcome, Test, Truth, Whole } from './facts.ts';
import { listRules } from './lists.ts';
import { otherRules } from './others.ts';
import { penaltyRules } from './penalty.ts';

const rules = [...penaltyRules, ...otherRules];

/**
 * The rules drawn from the national pack as a programmer writes them who needs just these: a function a rule, the numbers of the law in the
 * code, nothing explained, nothing configurable. The bench ends with an error where they and the rules differ on any record.
 */
export function handWrittenPack(calendar: WorkCalendar) {
  useCalendar(calendar);
  return {
    ids: [...rules, ...listRules].map((rule) => rule.id),
    run(records: readonly CaseRecord[], found: (rule: string, outcome: Outcome, record: number) => void): void {
      records.forEach((record, index) => {
        for (const rule of rules) {
          const outcome = judge(rule, record);
          if (outcome === 'fail' || outcome === 'cannot-tell') found(rule.id, outcome, index);
        }
        for (const rule of listRules) judgeEach(rule, record, (outcome) => found(rule.id, outcome, index));
      });
    },
  };
}

function ofKind(rule: Common, record: CaseRecord): boolean {
  if (rule.types !== undefined && !rule.types.includes(record.caseType ?? '')) return false;
  return rule.procedure === undefined || record.procedure === rule.procedure;
}

function judge(rule: Whole, record: CaseRecord): Outcome {
  if (!ofKind(rule, record)) return 'not-applicable';
  const { facts } = record;
  const day = dayOf(facts[rule.dated]);
  if (day >= rule.from)
    return answer(rule.when?.(facts, record) ?? (rule.when === undefined ? true : null), rule, record);
  if (rule.earlier !== undefined && day >= rule.earlier.from)
    return answer(rule.earlier.when(facts, record), rule.earlier, record);
  // Undated, or before the rule was in force: still not its business where its guard plainly says so.
  const guards =
    rule.earlier === undefined ? [rule.when] : day < 0 ? [rule.earlier.when, rule.when] : [rule.earlier.when];
  return guards.every((guard) => guard !== undefined && guard(facts, record) === false)
    ? 'not-applicable'
    : 'cannot-tell';
}

function answer(guard: Truth, rule: { readonly keeps: Test }, record: CaseRecord): Outcome {
  if (guard !== true) return guard === false ? 'not-applicable' : 'cannot-tell';
  const kept = rule.keeps(record.facts, record);
  return kept === null ? 'cannot-tell' : kept ? 'pass' : 'fail';
}

function judgeEach(rule: Each, record: CaseRecord, found: (outcome: Outcome) => void): void {
  if (!ofKind(rule, record)) return;
  const { facts } = record;
  const list = facts[rule.list] as readonly Item[] | undefined;
  if (list === undefined) {
    if (rule.when === undefined || rule.when(facts, record) !== false) found('cannot-tell');
    return;
  }
  for (const item of list) {
    const meant = rule.where === undefined ? true : rule.where(item, facts, record);
    if (meant === false) continue;
    const guard = rule.when === undefined ? true : rule.when(facts, record);
    if (guard === false) continue;
    const day = dayOf(item[rule.dated]);
    const kept = guard === null || meant === null || day < rule.from ? null : rule.keeps(item, facts, record);
    if (kept !== true) found(kept === null ? 'cannot-tell' : 'fail');
  }
}
