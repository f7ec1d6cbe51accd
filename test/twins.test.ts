import { createEvaluator } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { expect, test } from 'vitest';
import { handWrittenPack } from '../bench/hand/pack.ts';
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
