import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact, ListItem } from '../record/types.ts';
import { extract } from './extract.ts';
import { textFile } from './plain-text.ts';

function read(...pages: readonly string[]) {
  const { documents, record } = extract([textFile('case.txt', ...pages)], kinds, { id: 'c' });
  return { kinds: documents.map(({ kind }) => kind), facts: record.facts as Readonly<Record<string, Fact>> };
}

const closing = `行政处罚案件结案审批表
处罚决定书文号  甲市监处罚〔2025〕188号
执行情况  当事人于2025年5月6日缴清罚没款1045元。
行政机关负责人意见  同意结案。 周伟民 2025年5月15日`;
const receipt = `非税收入一般缴款书
缴款人：甲市某店
金额：¥1045.00
缴款日期：2025年5月6日`;

test('a row of a form that names the decision is no heading', () => {
  expect(read(closing).kinds).toEqual(['closing-approval']);
});

test('an index with a title nobody knows does not make a paper unlisted', () => {
  const index = (third: string) => `卷内目录
序号  文书名称  日期  页号
1  结案审批表  2025.5.15  1
2  送达回证  2025.4.28  2
3  现场笔录  2025.3.5  3
4  ${third}  2025.5.6  4`;
  expect(read(index('缴清罚没款的凭据'), closing, receipt).facts['archive.unlisted']).toBeUndefined();
  expect(read(index('询问笔录'), closing, receipt).facts['archive.unlisted']?.value).toEqual(['罚没票据']);
});

test('names and numbers that narrow cells broke are put together', () => {
  const { facts } = read(
    `行政处罚决定书
（甲）应急罚〔2025〕77号
被处罚单位：甲市宏运公司
决定给予罚款20000元的行政处罚。
甲市应急管理局
2025年7月10日`,
    `文书送达回执
受送达单位（个人）
甲市宏运公司
送达文书名称、文号
收件人签名或者盖
章
送达地点  送达日期
送达方
式
送达人
行政处罚决定书（甲）应
急罚〔2025〕77号
郝志强
甲市建
设大街88号
2025年7
月11日
直接送
达
李国庆 张
海涛
备注`,
  );
  const [service] = (facts['services[]']?.value ?? []) as readonly ListItem[];
  expect(service).toMatchObject({ number: '（甲）应急罚〔2025〕77号', officers: ['李国庆', '张海涛'] });
});

test('the form 案件处理呈批表 carries the result of the investigation', () => {
  const approval = (facts: string) => `案件处理呈批表
案件名称：甲市宏运公司案
违法事实及处罚依据：${facts}
承办人意见：建议罚款贰万元整。 承办人（签名）：李国庆 2025年6月20日
审批意见：同意。 审批人（签名）：赵建民 2025年6月24日`;
  const told = '2025年5月19日检查发现2台冲床保护装置失效，未进行经常性维护，有现场检查记录、询问笔录为证。';
  expect(read(approval(told)).facts['approval.states-investigation']?.value).toBe(true);
  expect(read(approval('见附件。')).facts['approval.states-investigation']).toBeUndefined();
});

test('the form 现场笔录 of transport: its own remark on measures is no measure, an identity number no certificate', () => {
  const record = (more: string) => `现场笔录
执法地点：甲县汽车站  执法时间：2025年9月3日15时10分至15时40分
执法人员：王建 执法证号：15020411021 记录人：姜涛 执法证号：15020411033
现场人员 姓名：孙立伟 身份证件号：370283199001013310
主要内容：现场情况：（如实施行政强制措施的，包括当场告知当事人采取行政强制措施的理由、依据以及权利、救济途径。）
执法人员出示执法证件。当事人驾驶轻型客车载客2人，不能出示道路运输证。${more}
现场人员签名：孙立伟 2025年9月3日
执法人员签名：王建 姜涛 2025年9月3日`;
  const plain = read(record('')).facts;
  expect(plain['measure.date']).toBeUndefined();
  expect((plain['inspections[]']?.value as readonly ListItem[] | undefined)?.[0]?.certificates).toEqual([
    '15020411021',
    '15020411033',
  ]);
  expect(read(record('执法人员对该车实施扣押。')).facts['measure.date']?.value).toBe('2025-09-03');
});

test('who serves is not who is served', () => {
  const { facts } = read(`送达回证
送达单位  甲县交通运输局
受送达人  孙立伟
送达文书名称、文号  违法行为通知书 甲交违通〔2025〕61号
收件人签名  孙立伟
送达日期  2025年9月18日
送达方式  直接送达`);
  expect(facts['party.name']?.value).toBe('孙立伟');
});

test('a table that publishes a decision is not the decision', () => {
  const { kinds: found, facts } = read(`甲监管局行政处罚信息公开表
行政处罚决定书文号  甲金罚决字〔2025〕15号
被处罚当事人  某财产保险公司
主要违法违规事实（案由）  未如实记录业务费用
行政处罚决定  给予罚款65万元
作出处罚决定的机关名称  甲监管局
作出处罚决定的日期  2025年5月24日`);
  expect(found).toEqual(['publication-record']);
  expect(facts['decision.states-review']).toBeUndefined();
  expect(facts['decision.number']?.value).toBe('甲金罚决字〔2025〕15号');
  expect(facts['decision.date']?.value).toBe('2025-05-24');
});

test('columns of a receipt stand in the order their heads say', () => {
  const { facts } = read(`送达回证
案由  经营假种子
受送达人  甲县丰源种业经营部
送达单位  甲县农业农村局
送达文书及文号  送达地点  送达人  送达方式  收到日期  收件人签名
行政处罚事先告知书 甲农（种子）告〔2025〕4号  甲县解放路20号  罗军 陈丽  直接送达  2025年5月13日  温良
备注`);
  expect((facts['services[]']?.value as readonly ListItem[] | undefined)?.[0]).toMatchObject({
    document: 'penalty-notice',
    date: '2025-05-13',
    method: 'direct',
    recipient: '温良',
    officers: ['罗军', '陈丽'],
  });
});

test('a report that lists its evidence before the facts states both', () => {
  const report = (facts: string) => `案件处理意见书
当事人：甲县丰源种业经营部
所附证据材料：现场检查笔录、询问笔录、检测报告
调查结论及处理意见：${facts}
执法人员签名：罗军 陈丽 2025年5月8日`;
  const told = '当事人购进假种子20袋，违法所得50元，货值金额800元，建议没收违法所得50元、罚款5000元。';
  expect(read(report(told)).facts['investigation.states-facts']?.value).toBe(true);
  expect(read(report('见附件。')).facts['investigation.states-facts']?.value).not.toBe(true);
});

test('the pages of an index are not counted in a file whose pages break where it is printed', () => {
  const titles = ['立案审批表', '现场笔录', '询问笔录', '案件调查终结报告', '行政处罚告知书', '送达回证'];
  const index = `卷内目录\n序号  文书名称  页号\n${titles.map((title, at) => `${at + 1}  ${title}  ${at * 3 + 1}`).join('\n')}`;
  const pages = [index, ...titles.map((title) => `${title}\n案由：经营假种子\n2025年3月${title.length}日`)];
  const of = (name: string) => extract([textFile(name, ...pages)], kinds, { id: 'c' }).record.facts;
  expect(of('case.pdf')['archive.page-numbers-match'] ?? of('case.pdf')['archive.out-of-order']).toBeDefined();
  expect(of('case.docx')['archive.page-numbers-match']).toBeUndefined();
});

test('what a statute quoted before the decision allows makes no penalty conditional; 住 names an address', () => {
  const { facts } = read(`行政处罚决定书
甲市监罚〔2025〕72号
当事人：洪某塔，男，住甲市同安区。
经查，当事人储存侵权服装213件，有现场笔录为证。依据《中华人民共和国商标法》第六十条第二款“没有违法经营额的，可以处二十五万元以下的罚款”的规定，责令当事人立即停止侵权行为，决定处罚如下：一、没收侵犯“劲霸”注册商标专用权的服装213件；二、罚款人民币8000元。
甲市市场监督管理局
2025年6月5日`);
  expect((facts['decision.penalties[]']?.value as readonly ListItem[] | undefined)?.map(({ kind }) => kind)).toEqual([
    '没收非法财物',
    '罚款',
  ]);
  expect(facts['decision.states-address']?.value).toBe(true);
});

test('the day a closing report gives first in what was decided is that of the decision', () => {
  const { facts } = read(
    '行政处罚案件结案报告\n案由：超标排放\n处罚决定：2031年7月3日，罚款5000元\n执行情况：当事人于2031年7月10日缴纳罚款5000元。\n局领导：同意结案。周山 2031年7月16日',
  );
  expect(facts['decision.date']?.value).toBe('2031-07-03');
});
