// Minutes of those who decide, receipts at the foot of a decision, notices to several, numbers that satisfy two checks. All invented.

import { expect, test } from 'vitest';
import { readCase as read } from '../../../tests/papers.ts';
import type { ListItem } from '../../record/types.ts';
import { readerOf } from '../plain-text.ts';
import { isCreditCode, isIdNumber, scanCodes } from '../scan/codes.ts';

const minutes = (title: string) => `甲市生态环境局${title}
时间：2023年1月30日下午
主持：顾小卫
参加：顾小卫、陶小莹、葛小壮
列席：阮小蕾、裴小云
会议听取了某某化工有限公司超标排放案的汇报，经讨论，会议认为案件事实清楚、证据充分，决定对该公司处罚款人民币120000元，责令立即改正违法行为。
记录：易小中`;

test('minutes of the committee tell who took part and what was decided', () => {
  const { kind, facts } = read(minutes('案件审查委员会会议纪要'));
  expect(kind).toBe('discussion-record');
  expect(facts).toMatchObject({
    'discussion.date': '2023-01-30',
    'discussion.participants': ['顾小卫', '陶小莹', '葛小壮'],
    'discussion.attendants': ['阮小蕾', '裴小云'],
    'discussion.states-conclusion': true,
    'discussion.fine': 120000,
  });
});

test('结论 alone heads what was concluded', () => {
  const { facts } = read(`案件集体讨论记录
时间：2024年4月20日14时至15时
主持人：顾小卫
参加人员：顾小卫、陶小莹、葛小壮
讨论意见：
陶小莹：事实清楚，同意处罚款2万元。
结论：罚款30000元。
参加人员签名：顾小卫 陶小莹 葛小壮`);
  expect(facts).toMatchObject({ 'discussion.states-conclusion': true, 'discussion.fine': 30000 });
});

test('what minutes of other meetings say was ordered is not ordered by them', () => {
  const { kind, facts } = read(minutes('第三季度工作会议纪要'));
  expect(kind).toBe('unknown');
  expect(facts['correction.ordered']).toBeUndefined();
});

const decision = (foot: string) => `甲县公安局
行政处罚决定书
甲公行罚决字〔2024〕486号
违法行为人罗小溪，男，1986年4月9日出生，现住甲县石桥镇沙湾村6组。
现查明罗小溪于2024年5月11日赌博，以上事实有询问笔录等证据证实。
根据《中华人民共和国治安管理处罚法》第七十条之规定，现决定给予罗小溪罚款五百元的行政处罚。
如不服本决定，可以在六十日内向甲县人民政府申请行政复议或者在六个月内向甲县人民法院提起行政诉讼。
甲县公安局
二〇二四年五月十二日
${foot}`;

test('the party notes at the foot of a decision on which day it was handed over', () => {
  const served = (foot: string) => read(decision(foot)).facts['decision.served-on'];
  expect(served('行政处罚决定书已向我宣告并送达。\n被处罚人：罗小溪 2024年5月13日')).toBe('2024-05-13');
  expect(served('当事人签收：罗小溪 2024年5月14日')).toBe('2024-05-14');
  expect(served('行政处罚决定书已向我宣告并送达。\n被处罚人：        年  月  日')).toBeUndefined();
  expect(served('办案人：何小远 2024年5月13日')).toBeUndefined();
  expect(served('当事人签收：罗小溪 2023年5月14日')).toBeUndefined();
});

test('a notice that addresses several names the first of them', () => {
  const party = (line: string) =>
    read(`中国证券监督管理委员会甲监管局
行政处罚事先告知书
甲证监处罚字〔2023〕7号
${line}：
某某科技涉嫌信息披露违法，依据《证券法》第一百九十七条第二款，我局拟决定：对某某科技股份有限公司处以150万元的罚款。
你们享有陈述、申辩的权利。
甲证监局
2023年8月11日`).facts['party.name'];
  expect(party('某某科技股份有限公司、齐小同先生、白小兰女士')).toBe('某某科技股份有限公司');
  expect(party('齐小同先生、白小兰女士')).toBe('齐小同');
});

test("a citizen's number that satisfies the check of a credit code too is a citizen's", () => {
  const both = '110101199003070396';
  expect([isIdNumber(both), isCreditCode(both)]).toEqual([true, true]);
  expect(scanCodes(readerOf(`居民身份证${both}`))[0]).toMatchObject({ kind: 'id-number', valid: true });
});

test('the label of an address may name both sorts of party', () => {
  const { facts } = read(`甲县公安局
当场处罚决定书
违法行为人姓名或者单位名称 鲁小鹏
性别 男 年龄 31
法定代表人 / 现住址或者单位地址 甲县城关镇西门街9号
现查明2024年5月18日鲁小鹏饲养犬只未束链，根据《中华人民共和国治安管理处罚法》第七十五条第一款之规定，决定给予警告的处罚。
甲县公安局
二〇二四年五月十八日`);
  expect(facts['party.address']).toBe('甲县城关镇西门街9号');
});

test('a record of the police names those who inspect with their office', () => {
  const { facts } = read(`检查笔录
时间 2024年5月11日21时32分至2024年5月11日21时58分
地点 甲县石桥镇新街27号
检查人姓名及工作单位 何小远、吴小峰，甲县公安局石桥派出所
检查情况：
民警出示工作证件后检查。
被检查人：罗小梅
检查人：何小远 吴小峰`);
  expect((facts['inspections[]'] as readonly ListItem[])[0]).toMatchObject({ officers: ['何小远', '吴小峰'] });
});
