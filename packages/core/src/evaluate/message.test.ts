import { expect, test } from 'vitest';
import { checkRecord } from '../check/check.ts';
import { readRules } from '../node.ts';
import { acceptRecord } from '../record/accept.ts';

const book = await readRules();

test('a law that is not on file is named, and no fact is called missing', () => {
  const accepted = acceptRecord(
    {
      id: 'c',
      caseType: 'penalty',
      procedure: 'ordinary',
      complete: true,
      facts: {
        'decision.date': '2026-03-20',
        'decision.citations[]': [{ law: '甲市乙条例', article: '63', paragraph: 1, item: 2 }],
      },
    },
    book.pack.dictionary,
  );
  if (!('record' in accepted)) throw new Error(JSON.stringify(accepted.problems));
  const finding = checkRecord(accepted.record, book, { standards: [] }).findings.find(
    ({ rule }) => rule === 'APL-59-16',
  );
  expect(finding?.outcome).toBe('cannot-tell');
  expect(finding?.message).toBe('规则库没有收录《甲市乙条例》第63条的条文，请对照条文核对。');
});
