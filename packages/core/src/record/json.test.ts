import { expect, test } from 'vitest';
import type { Dictionary } from './dictionary.ts';
import { readRecord, recordProblemLine } from './json.ts';

const dictionary: Dictionary = new Map([
  ['penalty.sum', { path: 'penalty.sum', type: 'money', label: '罚款', from: [], fields: {} }],
  ['filing.date', { path: 'filing.date', type: 'day', label: '立案日期', from: [], fields: {} }],
]);
const told = (text: string): readonly string[] => {
  const read = readRecord(text, dictionary);
  return 'problems' in read ? read.problems.map((one) => recordProblemLine(one, dictionary)) : [];
};

test('what is no JSON is told in Chinese, with the place where there is one', () => {
  expect(told('{"id":"甲",\n "facts": {')).toEqual([expect.stringMatching(/^不是完整的/u)]);
  expect(told('{"id":"甲",\n oops}')).toEqual([expect.stringContaining('第 2 行第 2 个字附近')]);
  for (const text of ['', '{', '[1,', '{"a" 1}', 'x'])
    expect(told(text).join('').replaceAll('JSON', '')).not.toMatch(/[A-Za-z]/u);
});

test('a record in another encoding is not taken with characters lost', () => {
  expect(told('{"id":"\ufffd\ufffd"}')).toEqual([expect.stringContaining('另存为 UTF-8')]);
});

test('what is no record at all is told once, not field by field', () => {
  expect(told('{"a":1,"b":2}')).toEqual([expect.stringMatching(/^不是案卷记录.+anjuan schema/u)]);
  expect(told('[{"id":"1"}]')).toEqual([expect.stringContaining('每行一个记录')]);
  expect(told('3')).toEqual([expect.stringContaining('不是案卷记录')]);
});

test('a fact that is said twice is taken neither way', () => {
  const text = '{"id":"甲","complete":true,"facts":{"filing.date":"2030-01-05",\n"filing.date":"2030-02-05"}}';
  expect(told(text)).toEqual([
    expect.stringMatching(/^“立案日期”（facts\.filing\.date）写了两次（第 1 行和第 2 行），不能断定以哪一个为准/u),
  ]);
});

test('a sum that no number holds exactly is not taken for another, and a text of any length is told', () => {
  const sum = (value: string) => told(`{"id":"甲","complete":true,"facts":{"penalty.sum":${value}}}`);
  expect(sum('5000.05')).toEqual([]);
  expect(sum('9007199254740993')).toEqual([expect.stringMatching(/^“罚款”.+不能准确记录/u)]);
  expect(told(' '.repeat(11 * 2 ** 20))).toEqual([expect.stringMatching(/^超过 10 MB.+每行写一个/u)]);
});

test('a fact is called by its name, a field that is none by its path', () => {
  expect(told('{"id":"甲","complete":true,"facts":{"filing.date":"2025-13-45"}}')).toEqual([
    '“立案日期”（facts.filing.date）应是存在的日期，写作 2025-03-01 这样',
  ]);
  expect(told('{"id":"甲","complete":true,"facts":[]}')).toEqual(['facts：类型应是对象']);
});
