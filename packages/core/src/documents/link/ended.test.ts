import { expect, test } from 'vitest';
import type { Fact } from '../../record/types.ts';
import type { ExtractedDocument } from '../types.ts';
import { endOf } from './ended.ts';

const paper = (kind: string, title: string) =>
  ({ id: kind, kind, title, file: 'a', pages: [1, 1], facts: {} }) as unknown as ExtractedDocument;
const end = (...papers: readonly ExtractedDocument[]) => {
  const facts: Record<string, Fact> = {};
  endOf(facts, papers);
  return Object.fromEntries(Object.entries(facts).map(([path, { value }]) => [path, value]));
};

test('a case that is given up has no decision; one that rests, or goes on, may have', () => {
  expect(end(paper('case-suspension', '撤销立案审批表'))).toEqual({ 'closing.without-decision': true });
  expect(end(paper('case-suspension', '案件中止调查审批表'))).toEqual({});
  expect(end(paper('case-suspension', '撤销立案审批表'), paper('penalty-decision', '行政处罚决定书'))).toEqual({});
});

test('a decision that imposes nothing imposes nothing', () => {
  expect(end(paper('no-penalty-decision', '不予行政处罚决定书'))).toMatchObject({
    'decision.penalties[]': [],
    'decision.confiscates-goods': false,
  });
});
