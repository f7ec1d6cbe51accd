// Forms of police, tax, market, health and securities authorities as clerks fill them in. All invented.

import { expect, test } from 'vitest';
import { readCase as read } from '../../../tests/papers.ts';
import type { Fact } from '../../record/types.ts';

test('a form that may end in filing or not says neither by its labels', () => {
  const form = (opinion: string, head: string) =>
    read(`立案/不予立案审批表
案件来源：监督检查 | 发现/收到线索时间：2024年3月1日
当事人：甲县乙丙饭店
案情：2024年3月1日检查发现甲县乙丙饭店使用过期食品原料加工菜品。
核查情况及立案/不予立案理由：经核查，${opinion}。
经办人：王小山、李青  2024年3月2日
经办机构负责人意见：拟同意。周川 2024年3月2日
部门负责人意见：${head}。吴平 2024年3月4日
备注：`).facts;
  const filed = form('涉嫌违反《食品安全法》，符合立案条件，建议立案', '同意立案');
  expect(filed).toMatchObject({
    'case.source': '监督检查',
    'case.found-on': '2024-03-01',
    'filing.handlers': ['王小山', '李青'],
    'filing.proposed-on': '2024-03-02',
    'filing.date': '2024-03-04',
    'filing.approver': '吴平',
  });
  expect(filed['filing.refused']).toBeUndefined();
  expect(form('不符合立案条件，建议不予立案', '同意')['filing.refused']).toBe(true);
});

const hearing = (told: string, right: string) => `行政处罚告知笔录
告知人：王小山、李青
被告知人：张川
${told}处罚前告知
2024年3月1日张川殴打他人，违反了《中华人民共和国治安管理处罚法》第四十三条第一款之规定，拟给予罚款三百元的行政处罚。
问：你是否提出陈述和申辩？
答：不提出陈述和申辩。
${right}听证告知
你有权要求听证。如果要求听证，你应在被告知后五日内提出，逾期视为放弃要求听证权利。
被告知人：张川
2024年3月8日`;

test('what stands below a heading whose box is empty was not told', () => {
  expect(read(hearing('☑', '□')).facts).not.toHaveProperty('notice.hearing-days');
  expect(read(hearing('☑', '□')).facts['notice.tells-hearing']).not.toBe(true);
  expect(read(hearing('☑', '☑')).facts).toMatchObject({ 'notice.hearing-days': 5, 'notice.tells-hearing': true });
  // Boxes that nobody ticks at all tell nothing.
  expect(read(hearing('□', '□')).facts).toMatchObject({ 'notice.hearing-days': 5 });
});

test('a list that names the decision it is attached to belongs to that', () => {
  const list = (owner: string) =>
    read(`甲县市场监督管理局
场所/设施/财物清单
当事人：甲县乙丙饭店
1 | 冻肉 | 箱 | 3
执法人员：王小山 李青 2024年3月1日
附：《${owner}》（甲市监〔2024〕3号）`).kinds;
  expect(list('实施行政强制措施决定书')).toEqual(['seizure-list']);
  expect(list('先行登记保存证据通知书')).toEqual(['preservation-list']);
});

test('a list that names no owner is of the kind its number speaks of', () => {
  const list = (number: string) => read(`场所/设施/财物清单\n${number}\n1 | 冻肉 | 箱 | 3\n2024年3月1日`).kinds;
  expect(list('文书编号：甲市监强制清〔2024〕3号')).toEqual(['seizure-list']);
  expect(list('甲市监扣清[2024]3号')).toEqual(['seizure-list']);
  expect(list('甲市监登保清〔2024〕3号')).toEqual(['preservation-list']);
  expect(list('甲市监财清〔2024〕3号')).toEqual(['preservation-list']);
});

test('the fine proposed stands above the opinions that consent to it', () => {
  const report = (fines: string) =>
    read(`案件处理意见书
案由：销售假种子
当事人：甲县乙丙种子店
案件调查经过：2024年3月1日检查发现该店销售假种子，有现场检查笔录为证。
处理意见：建议：1.没收假种子9袋；2.并处罚款${fines}。
执法人员签名：王小山、李青  2024年3月16日
法制机构意见：同意处理意见。签名：周川 2024年3月17日
执法机关意见：同意。签名：吴平 2024年3月18日`).facts;
  expect(report('5000元')).toMatchObject({ 'investigation.proposed-fine': 5000, 'approval.date': '2024-03-18' });
  expect(report('5000元，对负责人罚款300元')).not.toHaveProperty('investigation.proposed-fine');
});

test('the police take a case on the day their head says so', () => {
  const register = (opinion: string) =>
    read(`受案登记表
案件来源：☑报案 □移送
报案人 姓名：张川
接报时间：2024年3月1日23时40分
简要案情：2024年3月1日张川被人殴打。
受案民警：王小山、李青  2024年3月2日
受案审批：${opinion}
受案部门负责人：吴平  2024年3月3日`).facts;
  expect(register('同意受案。')['case.accepted-on']).toBe('2024-03-03');
  expect(register('不予受理。')['case.accepted-on']).toBeUndefined();
});

test('fines of several parties are told each and not as one sum', () => {
  const notice = (parties: string) =>
    read(`行政处罚事先告知书
甲罚字〔2024〕5号
${parties}：
经查，乙丙股份有限公司年度报告存在虚假记载，违反《证券法》第七十八条第二款的规定。
依据《证券法》第一百九十七条第二款的规定，我局拟决定：
一、对乙丙股份有限公司给予警告，并处以二百万元罚款；
二、对张川给予警告，并处以一百万元罚款。
你们享有陈述、申辩的权利，并有权要求举行听证。
甲证监局
2024年3月6日`).facts;
  const facts = notice('乙丙股份有限公司、张川先生');
  expect(facts).not.toHaveProperty('notice.fine');
  expect(facts['notice.penalties[]']).toMatchObject([{}, { amount: 2_000_000 }, {}, { amount: 1_000_000 }]);
});

test('receipts of tax offices print the place to sign for others below that of the recipient', () => {
  const { facts } = read(`税务文书送达回证
送达文书名称 | 税务行政处罚事项告知书（甲税罚告〔2024〕2号）
受送达人 | 甲县乙丙商贸有限公司
受送达人签名或盖章 | 张川    2024年3月3日15时20分
代收人代收理由、签名或盖章 |
受送达人拒收理由 |
送达人签名或盖章 | 王小山 李青    2024年3月3日15时20分`);
  expect(facts['services[]']).toMatchObject([{ 'recipient-signed': true, recipient: '张川', date: '2024-03-03' }]);
});

test('a refusal to accept says when the application was made', () => {
  const refusal = (words: string) =>
    read(`不予受理决定书
甲县乙丙网吧：
你（单位）于2024年5月6日${words}，不属于本机关职权范围，决定不予受理。
甲县文化局
2024年5月9日`).facts;
  expect(refusal('提出的经营活动许可申请')['application.date']).toBe('2024-05-06');
  expect(refusal('提交的补正材料')['application.date']).toBeUndefined();
});

test('the name of the party is compared in papers of the scene', () => {
  const scene = (name: string) =>
    (
      read(
        `立案审批表\n案由：无照经营\n当事人：甲县乙丙食品有限公司\n承办人意见：建议立案。签名：王小山 2024年3月1日\n机关负责人意见：同意立案。签名：吴平 2024年3月2日`,
        `现场笔录\n检查时间：2024年3月3日10时至11时\n当事人：${name}\n检查人员：王小山、李青\n现场情况：正在生产。`,
      ).record.facts['party.name'] as Fact
    ).alternatives;
  expect(scene('甲县乙内食品有限公司')).toMatchObject([{ value: '甲县乙内食品有限公司' }]);
  expect(scene('甲县乙丙食品有限公司')).toBeUndefined();
  // Whoever was on the spot is another's servant, not another party.
  expect(scene('张川')).toBeUndefined();
});

test('papers of tax, police and patents have kinds of their own', () => {
  const head = (title: string) => read(`甲县某某局\n${title}\n甲字〔2024〕5号\n2024年3月1日`).kinds;
  expect(head('税务事项通知书')).toEqual(['tax-matter-notice']);
  expect(head('检 查 证')).toEqual(['inspection-warrant']);
  expect(head('专利侵权纠纷案件口头审理通知书')).toEqual(['oral-hearing-notice']);
});

test('a measure is told by what the decision does, not by the law it names', () => {
  const decision = (words: string) =>
    read(`甲县生态环境局
查封（扣押）决定书
甲环封〔2024〕5号
当事人：甲县乙丙印染有限公司
地址：甲县丙路1号
我局于2024年5月10日对你单位进行调查，发现你单位私设暗管排放废水。
依据《环境保护主管部门实施查封、扣押办法》第四条的规定，我局决定对你单位废水泵2台${words}，期限三十日。
甲县生态环境局
2024年5月10日`).facts;
  expect(decision('予以查封')['measure.kind']).toBe('sealing');
  expect(decision('予以扣押')['measure.kind']).toBe('seizure');
  expect(decision('予以查封')['measure.states']).toContain('reasons');
  expect(decision('予以查封')['measure.states']).toContain('goods');
  expect(decision('及有关生产设施予以查封')['measure.states']).toContain('goods');
  const seizes = (what: string) =>
    read(
      `甲县农业农村局\n扣押决定书\n甲农扣〔2024〕5号\n当事人：赵大\n依据《农药管理条例》第四十一条的规定，决定扣押${what}，期限三十日。\n甲县农业农村局\n2024年5月10日`,
    ).facts['measure.states'];
  expect(seizes('农药12袋')).toContain('goods');
  expect(seizes('有关农药')).not.toContain('goods');
});

test('a notice of the hearing appoints its host in a sentence, the report names him by a label', () => {
  expect(
    read(`行政处罚听证通知书
甲县乙丙沙场：
本局决定于2024年5月29日公开举行听证会。本次听证会由王小山担任听证主持人，李青担任记录员。
甲县自然资源局
2024年5月17日`).facts['hearing.host'],
  ).toBe('王小山');
  expect(
    read(`行政处罚听证报告
听证主持人：王小山  听证员：李青
听证意见：建议维持。
听证主持人（签名）：王小山
2024年6月20日`).facts['hearing.host'],
  ).toBe('王小山');
});

test('letters of the scene name the party, and words of web pages stand in the names of firms', () => {
  const letter = (name: string) =>
    read(`延长行政强制措施期限决定书
甲市监延强〔2024〕4号
${name}：
因案情复杂，经本局负责人批准，决定将扣押期限延长三十日。
甲县市场监督管理局
2024年3月4日`).facts['party.name'];
  expect(letter('甲县乙丙信息咨询有限公司')).toBe('甲县乙丙信息咨询有限公司');
  expect(letter('信息公开')).toBeUndefined();
});

test('the name of a person ends where a label of two words begins', () => {
  expect(
    read(`公安交通管理简易程序处罚决定书
编号：3211241907654321
被处罚人：张川  机动车驾驶证/居民身份证号码：110101199003070011
被处罚人于2024年5月19日8时42分在甲路闯红灯，违反了《中华人民共和国道路交通安全法》第三十八条，决定处以200元罚款。
2024年5月19日`).facts['party.name'],
  ).toBe('张川');
});

test('the report is of the day its makers put above the opinions on it', () => {
  const report = (signed: string) =>
    read(`案件处理意见书
案由 在禁渔期捕捞
当事人 张川
案件调查经过 2024年5月6日巡查发现，有询问笔录为证。
调查结论及处理意见 建议罚款3000元。
${signed}
执法机构意见 同意。 周川 2024年5月17日
执法机关意见 同意。 吴平 2024年5月21日`).facts['investigation.report-date'];
  expect(report('王小山 李青 2024年5月16日')).toBe('2024-05-16');
});

test('receipts for money bear their number behind the title, records of fire services say 单位（场所）', () => {
  const receipt = read(
    '甲省政府非税收入专用收据 No.Z00382711\n2024年6月5日\n缴款单位或个人：张川\n合计人民币（大写）叁仟元整 ￥3000.00',
  );
  expect(receipt.kinds).toEqual(['payment-receipt']);
  expect(receipt.facts).toMatchObject({ 'payment.amount': 3000, 'payment.date': '2024-06-05' });
  expect(
    read('消防监督检查记录\n被检查单位（场所）名称：甲县乙丙幼儿园\n检查人员：王小山、李青\n检查时间：2024年5月21日')
      .facts['party.name'],
  ).toBe('甲县乙丙幼儿园');
});

test('why nothing is imposed: the first time goes before the slightness', () => {
  const decision = (words: string) =>
    read(
      `不予行政处罚决定书\n甲市监不罚〔2024〕7号\n当事人：甲县乙丙店\n经查，当事人销售内衣5件，${words}危害后果轻微。依据《中华人民共和国行政处罚法》第三十三条第一款的规定，决定不予行政处罚。\n甲县市场监督管理局\n2024年5月20日`,
    ).facts['no-penalty.ground'];
  expect(decision('首次被发现且已及时下架，')).toBe('first');
  expect(decision('已及时下架，')).toBe('minor');
});
