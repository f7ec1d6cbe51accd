import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import { fold } from '../normalise.ts';
import { mendPhrases, phrasesIn } from './phrases.ts';

test.each([
  ['甲县市场监督管埋局', '甲县市场监督管理局'],
  ['《中华大民共和国行政处罚法》', '《中华人民共和国行政处罚法》'],
  ['行政处加决定书', '行政处罚决定书'],
  ['不子行政处罚决定书', '不予行政处罚决定书'],
  ['申请行政复汉', '申请行政复汉'],
  ['法定代衣人', '法定代表人'],
])('%s is meant for %s', (read, meant) => {
  expect(mendPhrases(read)).toBe(meant);
});

test.each([
  '行政处理决定书',
  '法定代理人',
  '自然资源与规划局',
  '农业农村厅',
  '行政处罚的',
  '提出行政诉讼',
  '法定代某人',
  '法定代、人',
  '行政复仪决定书',
  '甲市城中区人民法院',
  '甲省高级人民法院',
  '甲市消防救援支队',
  '甲市综合行政执法总队',
])('%s stays', (printed) => {
  expect(mendPhrases(printed)).toBe(printed);
});

test('the longest phrase counts, and none overlaps another', () => {
  expect(phrasesIn('向甲市中级人民法院提起行政诉讼').map(({ words }) => words)).toEqual(
    expect.arrayContaining(['中级人民法院', '提起行政诉讼']),
  );
  expect(phrasesIn('行政处罚事先告知书')).toEqual([{ start: 0, words: '行政处罚事先告知书', wrong: null }]);
});

test('no title that agencies print is taken for another misread', () => {
  const titles = kinds.flatMap((kind) => kind.titles.map(fold));
  expect(titles.filter((title) => mendPhrases(title) !== title)).toEqual([]);
  expect(mendPhrases('行政处罚听证告加书')).toBe('行政处罚听证告知书');
});
