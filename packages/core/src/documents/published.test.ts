import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact, ListItem } from '../record/types.ts';
import { extract } from './extract.ts';
import { textFile } from './plain-text.ts';

/** The papers of a file and the values of all their facts, lists as one line an item. */
function read(...pages: readonly string[]) {
  const { documents, record } = extract([textFile('case.txt', ...pages)], kinds, { id: 'c' });
  const facts = Object.assign({}, ...documents.map((document) => document.facts)) as Record<string, Fact>;
  const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, plain(fact.value)]));
  return { kinds: documents.map(({ kind }) => kind), values, record };
}

function plain(value: Fact['value']): unknown {
  if (!Array.isArray(value)) return value;
  return (value as readonly (ListItem | string)[]).map((item) => {
    if (typeof item === 'string') return item;
    const { anchors, origin, confidence, basis, ...fields } = item;
    return Object.values(fields).join(' ');
  });
}

test('figures hidden before publication leave no code to check', () => {
  const { values, record } = read(`甲市市场监督管理局行政处罚决定书
甲市监处罚〔2025〕31号
当事人：甲市某某食品有限公司
统一社会信用代码：91330110MA2JXXXX0T
经查，当事人销售过期食品，有现场笔录为证。
依据《中华人民共和国食品安全法》第一百二十四条第一款，决定给予警告，责令停业，并处罚款5000元。
甲市市场监督管理局
2025年3月2日`);
  expect(record.facts['consistency.invalid-codes']).toMatchObject({ value: [] });
  expect(values).toMatchObject({
    'decision.penalties[]': ['警告', '责令停产停业', '罚款 5000'],
    'decision.heavy-kind': true,
  });
  expect(values['party.code']).toBeUndefined();
});

test('the sum of several fines behind 合并处罚 is no fine of its own', () => {
  const { values } = read(`甲市应急管理局
行政处罚决定书（单位）
（甲）应急罚〔2025〕26号
被处罚单位：甲市精锐模具有限公司
违法事实及证据：2025年5月28日检查发现未设置警示标志、未检测除尘设备，有现场检查记录、询问笔录。
以上事实1违反了《中华人民共和国安全生产法》第三十五条的规定，依据《中华人民共和国安全生产法》第九十九条第一项的规定，决定给予人民币贰万元整（￥20000.00）罚款的行政处罚；以上事实2违反了《中华人民共和国安全生产法》第三十六条第二款的规定，依据《中华人民共和国安全生产法》第九十九条第三项的规定，决定给予人民币贰万伍仟元整（￥25000.00）罚款的行政处罚。以上两项合并处罚，决定给予人民币肆万伍仟元整（￥45000.00）罚款的行政处罚。
甲市应急管理局
2025年8月7日`);
  expect(values).toMatchObject({
    'decision.fine': 45000,
    'decision.penalties[]': ['罚款 20000', '罚款 25000'],
  });
});

test('article 32 cited alone leaves open whether the penalty was mitigated', () => {
  const { values } = read(`行政处罚决定书
甲环罚字〔2025〕12号
甲市华泰铸造厂：
你单位未开启除尘器，有现场检查笔录为证。
鉴于你单位主动消除危害后果，依据《中华人民共和国行政处罚法》第三十二条第（一）项、《中华人民共和国大气污染防治法》第九十九条第三项，我局决定对你单位处罚款捌万肆仟元整。
甲市生态环境局
2025年6月16日`);
  expect(values['decision.fine']).toBe(84000);
  expect(values['decision.mitigated']).toBeUndefined();
});

test('a dated sentence about 你 tells the facts; so does the one of a notice that goes on to 违反', () => {
  const decision = read(`当场行政处罚决定书
甲市监当罚〔2025〕31号
当事人：马小丽
2025年3月15日10时，你在甲县大集上使用未经检定的杆秤从事水果经营活动。
你的行为违反了《中华人民共和国计量法》第九条第一款的规定，依据《中华人民共和国计量法》第二十五条，决定作出如下行政处罚：罚款50元。
自收到本决定书之日起十五日内，通过全省非税收入平台缴纳。
甲县市场监督管理局
2025年3月15日`);
  expect(decision.values).toMatchObject({ 'decision.states-facts': true, 'decision.states-collector': true });
  const blank = read(`违法行为通知书
案号：甲交告〔2025〕9号
甲市顺捷物流有限公司：
经调查，本机关认为你（单位）____行为，违反了《中华人民共和国道路运输条例》第二十六条第二款的规定，拟作出罚款伍仟元整的处罚决定。
甲市交通运输局
2025年8月1日`);
  expect(blank.values['notice.states-facts']).toBe(false);
});

test('a right behind a box left empty is not told', () => {
  const { values } = read(`违法行为通知书
案号：甲交告〔2025〕983号
甲市顺捷物流有限公司：
经调查，本机关认为你（单位）2025年7月11日未采取必要措施防止货物脱落的行为，违反了《中华人民共和国道路运输条例》第二十六条第二款的规定，依据该条例第六十九条第（三）项，拟作出罚款伍仟元整的处罚决定。
☑根据《中华人民共和国行政处罚法》第四十五条的规定，你（单位）如有异议，可在五日内向本机关提出陈述申辩。
☐根据《中华人民共和国行政处罚法》第六十三条的规定，你（单位）有权在收到本通知书之日起五日内要求举行听证。
联系人：彭某 联系电话：0755-83160000
甲市交通运输局
2025年8月1日`);
  expect(values).toMatchObject({
    'notice.tells-statement': true,
    'notice.tells-hearing': false,
    'notice.states-facts': true,
    'notice.statement-days': 5,
  });
  expect(values['notice.hearing-days']).toBeUndefined();
});

test('one period for statement and hearing named in one breath', () => {
  const { values } = read(`行政处罚听证告知书
甲市监罚听告〔2025〕45号
甲市贝乐用品有限公司：
经查，你单位发布虚假广告，违反了《中华人民共和国广告法》第二十八条第二款，本局拟作出如下处罚：罚款30000元。
如要求陈述、申辩或者听证，应当在收到本告知书之日起五个工作日内向本局提出。
甲市市场监督管理局
2025年5月14日`);
  expect(values).toMatchObject({
    'notice.statement-days': 5,
    'notice.hearing-days': 5,
    'notice.statement-in-working-days': true,
  });
});

test('a refusal with the field in the middle of its title stays a refusal', () => {
  const { kinds: found, values } = read(`甲市交通运输局
不予交通行政许可决定书
甲交许不准〔2025〕4号
甲市万通培训有限公司：
你单位申请的备案变更，经审查，教练场地面积不符合规定条件，根据《中华人民共和国行政许可法》第三十八条第二款，决定不予许可。
甲市交通运输局
2025年5月26日`);
  expect(found).toEqual(['licence-refusal']);
  expect(values['licence.granted']).not.toBe(true);
  expect(read('不予税务行政处罚决定书\n甲税不罚〔2025〕3号\n甲公司：\n决定不予行政处罚。').kinds).toEqual([
    'no-penalty-decision',
  ]);
});

test('a number ends where the sentence before it does', () => {
  const { values } = read(`强制执行申请书
申请人：甲市市场监督管理局
被申请人：甲市刘某饭店
申请事项：强制执行罚款10000元。
事实与理由：申请人于2025年4月8日作出甲市监处罚〔2025〕96号《行政处罚决定书》，被申请人未履行。
此致
乙市人民法院
行政机关负责人签名：田某
甲市市场监督管理局（印章）
2025年12月8日`);
  expect(values['decision.number']).toBe('甲市监处罚〔2025〕96号');
});

test('a receipt names the paper and its number in one cell', () => {
  const { values } = read(`送达回证
送达文书名称、文号：行政处罚决定书 甲市监处字〔2025〕312号
受送达人：甲市陈记火锅店
送达时间：2025年4月21日10时20分
送达方式：直接送达
收件人（签名或盖章）：陈某 2025年4月21日
送达人（签名）：谭勇 向敏`);
  expect(String((values['services[]'] as string[])[0])).toContain(
    'penalty-decision 行政处罚决定书 甲市监处字〔2025〕312号',
  );
});

test('the list of market regulators belongs to the paper before it; the ticked measure is the one taken', () => {
  const list = (serial: string) => `场所/设施/财物清单
文书编号：${serial}
1 面膜 盒 120
当事人（签名或者盖章）：谭某 2025年4月2日
本清单一式二份。`;
  const measure = `实施行政强制措施决定书
甲市监强制〔2025〕42号
当事人：甲市美之源商行
经查，你（单位）涉嫌经营未备案的化妆品，依据《化妆品监督管理条例》第四十六条，决定对你（单位）有关☐场所、☐设施、☑财物实施☐查封☑扣押行政强制措施，期限为三十日。
甲市市场监督管理局
2025年4月2日`;
  const preservation = `先行登记保存证据通知书
甲市监登保〔2025〕2号
因证据可能灭失，决定自2025年4月2日至2025年4月8日先行登记保存。
甲市市场监督管理局
2025年4月2日`;
  expect(read(measure, list('42')).kinds).toEqual(['seizure-decision', 'seizure-list']);
  expect(read(measure, list('42')).values['measure.kind']).toBe('seizure');
  expect(read(preservation, list('2')).kinds).toEqual(['preservation-notice', 'preservation-list']);
  expect(read(preservation, list('2'), measure, list('42')).kinds).toEqual([
    'preservation-notice',
    'preservation-list',
    'seizure-decision',
    'seizure-list',
  ]);
});

test('of printed sources the ticked one; the last instalment ends the period', () => {
  const filing = read(`立案登记表
案号：甲交立〔2025〕3号
案件来源：☑1.在行政检查中发现的；☐2.个人举报经核实的；☐3.上级机关交办的
案由：涉嫌超限运输
负责人审批意见：同意立案。
签名：林伟 2025年7月12日`);
  expect(filing.values['case.source']).toBe('在行政检查中发现的');
  const instalments = read(`分期缴纳罚款批准书
（甲）应急缴批〔2025〕3号
同意你单位分期缴纳罚款：第1期至2025年4月20日前，缴纳罚款壹万元整；第2期至2025年6月20日前，缴纳罚款壹万元整。
甲市应急管理局
2025年3月14日`);
  expect(instalments.values['payment.instalment-ends-on']).toBe('2025-06-20');
});

test('a notice names several penalties in running text', () => {
  const { values } = read(`违法行为通知书
案号：甲交违通〔2025〕61号
当事人（个人姓名或单位名称）孙立伟：
经调查，本机关认为你2025年9月3日擅自从事出租汽车经营的行为，违反了《甲省道路运输条例》第八条第一款的规定，依据《甲省道路运输条例》第六十九条第一款的规定，本机关拟作出没收违法所得肆拾元整（¥40.00）、罚款伍仟元整（¥5000.00）的处罚决定。
甲县交通运输局
2025年9月18日`);
  expect(values['notice.penalties[]']).toEqual(['没收违法所得 40', '罚款 5000']);
});

test('whom a fine is paid to may be a platform, a cooperative or an account', () => {
  const decision = (pay: string) => `行政处罚决定书
甲林罚决字〔2025〕第64号
被处罚人：余某
你占用林地，有勘验笔录为证。依据《中华人民共和国森林法》第七十三条第一款，决定给予你罚款3349元。
${pay}逾期每日按罚款数额的百分之三加处罚款。
甲县林业局
2025年6月20日`;
  for (const pay of [
    '请在收到本决定书之日起15日内到甲县农村信用合作联社缴纳罚款。',
    '收到本决定书之日起十五日内，通过“全区统一公共支付平台”缴纳罚款。',
    '罚款缴至甲县非税收入汇缴结算户。',
  ])
    expect(read(decision(pay)).values['decision.states-collector']).toBe(true);
  expect(read(decision('收到本决定书之日起15日内缴纳罚款。')).values['decision.states-collector']).toBe(false);
});

test('a hearing notice silent on statement and defence says nothing of them', () => {
  const { values } = read(`行政处罚听证告知书
（甲）应急听告〔2025〕6号
甲市化工有限公司：
经查，你单位2025年5月20日未建立应急救援组织，违反了《中华人民共和国安全生产法》第八十二条第一款，拟对你单位作出罚款捌万元整（￥80000.00）的行政处罚。
你单位有要求举行听证的权利，请在接到本告知书之日起5日内提出。
甲市应急管理局
2025年7月9日`);
  expect(values['notice.tells-hearing']).toBe(true);
  expect(values['notice.tells-statement']).toBeUndefined();
});

test('records in forms of their own: a label in the cell of another, the day of the signatures alone', () => {
  const inquiry = read(`询问笔录
询问时间：2025年3月20日9时30分至10时40分
询问人：罗军 执法证件号：24030210011
被询问人：姓名 温良 性别 男 年龄 49
问：你是否申请回避？
答：不申请。
被询问人签名：温良 询问人签名：罗军 陈丽`);
  expect(String((inquiry.values['inquiries[]'] as string[])[0])).toContain(' 温良 ');
  const fire = read(`消防监督检查记录
被检查单位（场所）名称 甲市金达莱宾馆有限公司
疏散通道 ☐畅通 ☑堵塞、占用
监督检查员（签名）：范军 许凯 2025年9月1日
被检查单位（场所）随同检查人员（签名）：朴某某 2025年9月1日`);
  const [item] = fire.values['inspections[]'] as string[];
  expect(item).toContain('2025-09-01 甲市金达莱宾馆有限公司');
});

test('the on-the-spot decision of the traffic police: its long number, its facts about 被处罚人', () => {
  const { values } = read(`公安交通管理简易程序处罚决定书
编号：榕公交简罚〔2025〕第350102-1234567890号
被处罚人：许某
被处罚人于2025年5月6日8时30分，在五四路实施机动车不在机动车道内行驶的违法行为，违反了《中华人民共和国道路交通安全法》第三十六条，依据《中华人民共和国道路交通安全法》第九十条，决定给予罚款50元的处罚。
交通警察：（签名）林某
甲市公安局交警支队
2025年5月6日`);
  expect(values).toMatchObject({
    'decision.number': '榕公交简罚〔2025〕第350102-1234567890号',
    'decision.states-facts': true,
  });
});

test('what was found stands behind 经调查, though no day is named', () => {
  const notice = (story: string) => `行政处罚事先告知书
甲农（种子）告〔2025〕4号
甲县丰源种业经营部：
经调查，${story}
上述行为违反了《中华人民共和国种子法》第四十八条第一款的规定，本机关拟作出如下处罚决定：罚款5000元。
甲县农业农村局
2025年5月12日`;
  const told = read(notice('你（单位）于2025年2月购进假种子“丰玉8号”20袋，已销售5袋。'));
  expect(told.values['notice.states-facts']).toBe(true);
  expect(read(notice('你（单位）________________________。')).values['notice.states-facts']).not.toBe(true);
});
