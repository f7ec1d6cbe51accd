import type { CaseRecord, Evaluator, FactValue, PlannedRule, RuleBook } from '@anjuan/core';
import type { handWrittenPack } from './hand/pack.ts';
import { makeRecords } from './records.ts';

type Hand = ReturnType<typeof handWrittenPack>;

/** The rules of the national pack that have a hand-written twin. */
export function rulesOf(hand: Hand, book: RuleBook): readonly PlannedRule[] {
  return hand.ids.map((id) => {
    const rule = book.plan.rules.find((one) => one.rule.id === id);
    if (rule === undefined) throw new Error(`${id} is no rule of the national pack`);
    return rule;
  });
}

/** Invented records that carry what these rules read. */
export function recordsFor(rules: readonly PlannedRule[], count: number): readonly CaseRecord[] {
  return makeRecords(count).map((record, index) => completed(record, index, rules));
}

/** A record with the facts that the invented ones leave out, from passing cases of the rules: a file whose papers were read. */
function completed(record: CaseRecord, index: number, rules: readonly PlannedRule[]): CaseRecord {
  const facts: Record<string, FactValue> = {};
  rules.forEach((planned, turn) => {
    const passing = planned.rule.cases.filter((one) => one.expect === 'pass');
    const one = passing[(index + turn) % Math.max(1, passing.length)];
    for (const [path, value] of Object.entries(one?.record ?? {}))
      if (path.includes('.') || path.endsWith('[]')) facts[path] ??= value as FactValue;
  });
  return { ...record, facts: { ...facts, ...record.facts } };
}

/** Answers that both give on every record; throws where they differ, naming the first places. */
export function agreeing(hand: Hand, rules: Evaluator, records: readonly CaseRecord[]): number {
  const theirs = records.map(() => [] as string[]);
  hand.run(records, (rule, outcome, record) => theirs[record]?.push(`${rule} ${outcome}`));
  let told = 0;
  const differing: string[] = [];
  records.forEach((record, index) => {
    const ours: string[] = [];
    rules.judge(record, (rule, outcome) => ours.push(`${rule.id} ${outcome}`));
    told += ours.length;
    const [a, b] = [ours.sort(), (theirs[index] ?? []).sort()];
    if (a.join() === b.join()) return;
    const only = (left: string[], right: string[]): string => left.filter((one) => !right.includes(one)).join(', ');
    differing.push(`  ${record.id}: only the rules say [${only(a, b)}], only the twins [${only(b, a)}]`);
  });
  if (differing.length > 0)
    throw new Error(
      `rules and their twins differ on ${differing.length} records:\n${differing.slice(0, 9).join('\n')}`,
    );
  return told;
}
