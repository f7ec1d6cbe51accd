import { expect, test } from 'vitest';
import { checkRecord } from '../check/check.ts';
import { readRules } from '../node.ts';
import { acceptRecord } from '../record/accept.ts';
import type { Finding } from './types.ts';

const book = await readRules();

/** What is found in a whole case file of an ordinary penalty with such facts. */
function findingsOf(facts: Record<string, unknown>): readonly Finding[] {
  const accepted = acceptRecord(
    { id: 'c', caseType: 'penalty', procedure: 'ordinary', complete: true, facts },
    book.pack.dictionary,
  );
  if (!('record' in accepted)) throw new Error(JSON.stringify(accepted.problems));
  return checkRecord(accepted.record, book, { standards: [] }).findings;
}

test('a law that is not on file is named, and no fact is called missing', () => {
  const finding = findingsOf({
    'decision.date': '2026-03-20',
    'decision.citations[]': [{ law: '甲市乙条例', article: '63', paragraph: 1, item: 2 }],
  }).find(({ rule }) => rule === 'APL-59-16');
  expect(finding?.outcome).toBe('cannot-tell');
  expect(finding?.message).toBe('规则库没有收录《甲市乙条例》第63条的条文，请对照条文核对。');
});

test('what is so or not is asked as such; what has a value of its own is missing', () => {
  const messageOf = (id: string, facts: Record<string, unknown>): string | undefined =>
    findingsOf(facts).find(({ rule }) => rule === id)?.message;
  const facts = { 'decision.date': '2026-03-20', 'notice.date': '2026-03-02' };
  expect(messageOf('APL-44-7', facts)).toBe('没有读出是否“告知陈述、申辩权”，请对照原件核对。');
  const asked = messageOf('EVR-10-1', { 'inquiries[]': [{ date: '2026-03-10', 'officers-signed': true }] });
  expect(asked).toContain('没有读出是否“');
  expect(asked).not.toContain('缺少');
});

test('where it is open whether an element is meant, that alone is asked, in the same words by all rules', () => {
  const findings = findingsOf({
    'decision.date': '2026-03-20',
    'services[]': [{ document: 'penalty-decision', title: '行政处罚决定书', date: '2026-03-21' }],
  });
  const said = ['CPL-89-2', 'CPL-89-1'].map((id) => findings.find(({ rule }) => rule === id));
  expect(said.map((one) => one?.outcome)).toEqual(['cannot-tell', 'cannot-tell']);
  expect(said.map((one) => one?.message)).toEqual(['缺少：送达方式，无法判断。', '缺少：送达方式，无法判断。']);
});
