import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

const decision = (words: string) =>
  read(`行政处罚决定书
甲市监罚〔2031〕5号
当事人：甲县红星超市
经查，当事人销售过期食品。本局于2031年3月1日向当事人送达行政处罚告知书。${words}
依据《甲条例》第三条，决定罚款500元。
甲县市场监督管理局
2031年3月20日`).facts['statement.made'];

test.each([
  '当事人在法定期限内未提出陈述、申辩，也未要求听证。',
  '当事人未在规定的期限内向本局提出听证申请和陈述申辩意见。',
  '当事人书面表示放弃陈述、申辩权利。',
  '当事人逾期未进行陈述申辩，视为放弃权利。',
])('a party of whom the decision says that it said nothing: %s', (words) => {
  expect(decision(words)).toBe(false);
});

test.each([
  '逾期未提出陈述、申辩的，视为放弃。',
  '如未提出陈述申辩，视为放弃。',
  '张某未提出陈述申辩，李某提交了书面申辩意见。',
  '当事人未提出新的陈述申辩意见。',
])('a condition, or one of several, says nothing of all: %s', (words) => {
  expect(decision(words)).not.toBe(false);
});

test('a list of goods alone hands nothing to the police', () => {
  const list = (words: string) =>
    read(`涉案物品清单\n序号 名称 数量\n1 手机 1部\n${words}\n当事人：罗小溪 2031年1月9日`).facts['transfer.has-goods'];
  expect(list('以上物品经核对无误。')).toBeUndefined();
  expect(list('移送单位：甲县市场监督管理局')).toBe(true);
});
