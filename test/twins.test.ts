import { createEvaluator, isDefect } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { expect, test } from 'vitest';
import { handWrittenPack } from '../bench/hand/pack.ts';
import { makeRecords } from '../bench/records.ts';
import { agreeing, recordsFor, rulesOf } from '../bench/twins.ts';

// Two hands wrote the same law: a rule that changes needs its twin changed too, and where only one of them is right this shows it.
test('sixty rules of the national pack and their hand-written twins say the same of 600 invented records', async () => {
  const book = await readRules();
  const hand = handWrittenPack(book.calendar);
  const rules = rulesOf(hand, book);
  expect(rules).toHaveLength(60);
  const evaluator = createEvaluator({ ...book.plan, rules }, book.calendar);
  expect(agreeing(hand, evaluator, recordsFor(rules, 600))).toBeGreaterThan(1000);
});

test('judging alone, listing defects and explaining everything agree on cases of every type', async () => {
  const book = await readRules();
  const evaluator = createEvaluator(book.plan, book.calendar);
  const types = [...new Set(book.plan.rules.flatMap((rule) => rule.types ?? []))];
  expect(types.length).toBeGreaterThan(5);
  const records = makeRecords(40).flatMap((record) => [
    record,
    ...types.map((caseType) => ({ ...record, caseType: caseType as NonNullable<typeof record.caseType> })),
  ]);
  for (const record of [...records, ...records.map(({ caseType: _, procedure: __, ...rest }) => rest)]) {
    const open = evaluator.evaluate(record).findings.filter((finding) => isDefect(finding.outcome));
    expect(evaluator.defects(record)).toEqual(open);
    const judged: string[] = [];
    evaluator.judge(record, (rule, outcome) => judged.push(`${rule.id} ${outcome}`));
    expect(judged).toEqual(open.map((finding) => `${finding.rule} ${finding.outcome}`));
  }
});
