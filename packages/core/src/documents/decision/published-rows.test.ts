import { expect, test } from 'vitest';
import type { ListItem } from '../../record/types.ts';
import { readPublication } from '../papers/publication.ts';
import { readerOf } from '../plain-text.ts';

const penalties = (text: string) => {
  const facts = readPublication(readerOf(text));
  const items = (facts['decision.penalties[]']?.value ?? []) as readonly ListItem[];
  return {
    facts,
    imposed: items.map(({ kind, amount, party }) => [kind, amount, party].filter((one) => one !== undefined).join(' ')),
  };
};

test('a table whose cells stand line by line, of a business and of its manager', () => {
  const { facts, imposed } = penalties(`甲省金融监管局行政处罚信息公开表
序号
当事人名称
行政处罚决定书文号
主要违法违规行为
行政处罚内容
作出决定机关
1
某某财产保险股份有限公司甲市
中心支公司
甲金监罚决字〔2031〕21号
编制虚假材料
罚款28万元
国家金融监督管理总局甲省
监管局
2
张三（时任某某财产保险股份有限公司甲市中心支公司总经理）
甲金监罚决字〔2031〕22号
对上述行为负有责任
警告，罚款5万元
国家金融监督管理总局甲省监管局`);
  expect(facts['party.name']?.value).toBe('某某财产保险股份有限公司甲市中心支公司');
  expect(facts['decision.agency']?.value).toBe('国家金融监督管理总局甲省监管局');
  expect(facts['decision.number']?.value).toBe('甲金监罚决字〔2031〕21号');
  expect(imposed).toEqual(['罚款 280000 某某财产保险股份有限公司甲市中心支公司', '警告 张三', '罚款 50000 张三']);
});

test('a table of one line, its cells parted by blanks', () => {
  const { facts, imposed } = penalties(`某银行甲省分行行政处罚信息公示表
序号 当事人名称 行政处罚决定书文号 违法行为类型 行政处罚内容 作出行政处罚决定机关名称 作出行政处罚决定日期 公示期限 备注
1 甲县农村商业银行股份有限公司 甲银罚决字〔2031〕3号 1.违反统计规定；2.未识别客户 警告，并处罚款42.4万元 中国人民银行甲省分行 2031年8月6日 五年`);
  expect(facts['party.name']?.value).toBe('甲县农村商业银行股份有限公司');
  expect(facts['decision.date']?.value).toBe('2031-08-06');
  expect(facts['decision.agency']?.value).toBe('中国人民银行甲省分行');
  expect(imposed).toEqual(['警告', '罚款 424000']);
});

test('a list of decisions against strangers tells of nobody', () => {
  const { facts } = penalties(`行政处罚信息公示表
序号 当事人名称 行政处罚决定书文号 违法行为类型 行政处罚内容 作出决定机关
1 甲县红旗商店 甲罚〔2031〕3号 未明码标价 罚款500元 甲县市场监督管理局
2 甲县东风饭店 甲罚〔2031〕4号 未公示证照 罚款800元 甲县市场监督管理局`);
  expect(facts['party.name']).toBeUndefined();
  expect(facts['decision.penalties[]']).toBeUndefined();
});

test('an abstract of labels tells the party and what was imposed, not the labels of what was not', () => {
  const { facts, imposed } = penalties(`行政处罚信息公示摘要
行政处罚决定书文号：甲综执罚决字〔2031〕第17号
行政相对人名称：甲市东海物流有限公司
违法行为类型：占用城市道路
处罚依据：《甲市条例》第四十四条
处罚类别：罚款
处罚内容：罚款人民币叁仟元整
没收违法所得、没收非法财物的金额（万元）：0
暂扣或吊销证照名称及编号：无
处罚决定日期：2031-04-08
处罚机关：甲市综合行政执法局`);
  expect(facts['party.name']?.value).toBe('甲市东海物流有限公司');
  expect(imposed).toEqual(['罚款 3000']);
  // Names are shortened and hidden in what is published: it contradicts no decision.
  expect(facts['party.name']?.confidence).toBeLessThan(0.75);
});
