import { readRules } from '@anjuan/core/node';
import { describe, expect, test } from 'vitest';
import type { CaseRecord } from '../record/types.ts';
import { evaluate } from './evaluate.ts';

const book = await readRules();

function judged(facts: CaseRecord['facts'], rule: string, papers: readonly string[] = ['penalty-decision']) {
  const record: CaseRecord = {
    id: 'c',
    caseType: 'penalty',
    procedure: 'ordinary',
    complete: false,
    documents: papers.map((kind, index) => ({ id: `d${index}`, kind, title: '', file: 'a.pdf', pages: [1, 1] })),
    facts,
  };
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar });
  return findings.find((one) => one.rule === rule);
}

// 行政处罚法 59(1)(6): required since the law's revision came into force on 2021-07-15.
const rule = 'APL-59-12';
const undated = { 'decision.states-date': false };

describe('a decision whose day was not read is judged by what was in force since the steps before it', () => {
  test('the filing lies in the time of the version: the outcome stands, and says why', () => {
    const found = judged({ ...undated, 'filing.date': '2021-07-15' }, rule);
    expect(found?.outcome).toBe('fail');
    expect(found?.message).toContain('处罚决定日期没有读出；按卷内其他日期和文号不早于 2021-07-15');
    expect(found?.on).toBeUndefined();
  });

  test('the day before, the decision may still belong to the former law', () => {
    const found = judged({ ...undated, 'filing.date': '2021-07-14' }, rule);
    expect(found?.outcome).toBe('cannot-tell');
    expect(found?.message).toContain('不能确定适用哪一版本');
  });

  test('the latest of several steps counts, elements of lists among them', () => {
    const facts = {
      ...undated,
      'filing.date': '2021-05-01',
      'inquiries[]': [{ date: '2021-06-01' }, { date: '2021-07-20' }],
    };
    expect(judged(facts, rule)?.message).toContain('2021-07-20');
  });

  test('so does the year of the number, from its first day', () => {
    expect(judged({ ...undated, 'decision.number': '甲环罚〔2022〕1号' }, rule)?.outcome).toBe('fail');
    expect(judged({ ...undated, 'decision.number': '甲环罚〔2021〕1号' }, rule)?.outcome).toBe('cannot-tell');
    expect(judged({ ...undated, 'decision.number': '甲环罚第20225号' }, rule)?.outcome).toBe('cannot-tell');
  });

  test('a day or number that was read badly bounds nothing, and of disagreeing papers the earlier counts', () => {
    const filing = { value: '2022-01-01', anchors: [] };
    expect(judged({ ...undated, 'filing.date': { ...filing, confidence: 0.4 } }, rule)?.outcome).toBe('cannot-tell');
    const other = { value: '2021-01-01', anchors: [], document: 'b' };
    expect(judged({ ...undated, 'filing.date': { ...filing, alternatives: [other] } }, rule)?.outcome).toBe(
      'cannot-tell',
    );
  });

  test('without the decision, or its number, nobody says that there was one', () => {
    expect(judged({ ...undated, 'filing.date': '2024-01-05' }, rule, ['filing-approval'])?.outcome).toBe('cannot-tell');
    const numbered = { ...undated, 'decision.number': '甲环罚〔2024〕1号' };
    expect(judged(numbered, rule, [])?.outcome).toBe('fail');
  });

  test('what asks for the day itself still cannot be told', () => {
    // The ninety days from filing end on no day that is known.
    expect(judged({ 'filing.date': '2024-01-05' }, 'APL-60-1')?.outcome).toBe('cannot-tell');
  });
});

test('what a decision on a licence lacks is not called the day of a penalty', () => {
  const record: CaseRecord = { id: 'c', caseType: 'licence', complete: false, documents: [], facts: {} };
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar });
  const words = findings.filter(({ outcome }) => outcome === 'cannot-tell').map(({ message }) => message);
  expect(words.some((message) => message.startsWith('缺少决定日期'))).toBe(true);
  expect(words.filter((message) => message.includes('处罚决定日期'))).toEqual([]);
});
