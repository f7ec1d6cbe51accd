import { expect, test } from 'vitest';
import { codesIn, plainLabel } from './dictionary.ts';

test('the codes of a label and their words, also words with a stop of their own', () => {
  expect(codesIn('情形（abuse 滥用职权、玩忽职守、beyond-power 超越职权）')).toEqual({
    abuse: '滥用职权、玩忽职守',
    'beyond-power': '超越职权',
  });
});

test('a bracket that explains no codes gives none', () => {
  for (const label of ['立案日期（批准日）', '送达文书（kinds.yaml 的 id）', '案由'])
    expect(codesIn(label)).toEqual({});
  expect(plainLabel('案件类型（penalty 行政处罚、licence 行政许可）')).toBe('案件类型');
});
