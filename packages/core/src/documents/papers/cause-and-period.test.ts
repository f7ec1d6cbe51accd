// What forms tell beside their labels: the party in the name of the case, the day of the find in its story, more time for it. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

const discussed = (cause: string) =>
  read(`集体讨论记录
案由：${cause}
时间：2031年11月8日15时00分至16时10分
参加人员：周山、吴江、郑海
结论性意见：一致同意罚款3000元。
参加人员签名：周山 吴江 郑海`).facts['party.name'];

test('who did it heads the name of the case', () => {
  expect(discussed('罗小溪擅自改变林地用途案')).toBe('罗小溪');
  expect(discussed('甲县恒运物流有限公司未按规定报告案')).toBe('甲县恒运物流有限公司');
  expect(discussed('未经许可擅自取水案')).toBeUndefined();
  expect(discussed('销售过期食品案')).toBeUndefined();
  expect(discussed('甲县某水产公司超标排放案')).toBeUndefined();
});

const filed = (story: string) =>
  read(`立案审批表
案由：涉嫌擅自升放气球
当事人：甲县腾空庆典服务有限公司
案情简介：${story}
承办人意见：建议立案。 钱小河 孙小海 2031年3月16日
机关负责人意见：同意。 周山 2031年3月18日`).facts['case.found-on'];

test('a story that begins with what officers found tells the day', () => {
  expect(filed('2031年3月15日上午，执法人员巡查时发现当事人升放气球4只。')).toBe('2031-03-15');
  expect(filed('2031年3月1日接到举报，3月15日执法人员检查发现当事人升放气球。')).toBeUndefined();
});

const prolonged = (title: string, matter: string, who = '当事人：甲矿业有限公司    立案时间：2031年3月4日') =>
  read(`${title}
${who}
延长理由：${matter}
承办人意见：建议延长。 钱小河 孙小海 2031年5月27日
审批意见：同意。 周山 2031年5月29日`);

test('more time for a case, or for an application', () => {
  const case_ = prolonged('延长办理期限审批表', '案情复杂，不能在九十日内办结，申请延长三十日。');
  expect(case_.kinds).toEqual(['period-extension']);
  expect(case_.facts).toMatchObject({ 'decision.extension-approved': true, 'decision.extended-period': 120 });
  const open = read(`案件延期审批表
当事人：甲矿业有限公司    立案时间：2031年3月4日
延长理由：案情复杂。
审核意见：同意。 吴江 2031年5月28日
审批意见：`);
  expect(open.facts['decision.extension-approved']).not.toBe(true);
  const due = prolonged('案件延期审批表', '需要鉴定，办案期限延长至2031年8月1日。');
  expect(due.facts['decision.extended-period']).toBe(150);
  const licence = prolonged(
    '延长办理期限审批表',
    '许可事项须专家论证，延长10个工作日。',
    '申请人：甲矿业有限公司    受理时间：2031年3月4日',
  );
  expect(licence.kinds).toEqual(['licence-extension-approval']);
  expect(licence.facts['licence.extension-days']).toBe(10);
});

const served = (hand: string, role: string) =>
  read(`送达回证
送达文书名称    行政处罚决定书
受送达人    甲县速达快递有限公司
送达方式    直接送达
受送达人签名或盖章    ${hand} 2031年9月26日
代收人与受送达人关系及代收理由    ${role}
送达人签名    钱小河 孙小海`).item('services[]');

test('a note that somebody receives for another stands before his hand, and who he is in a place of its own', () => {
  expect(served('（代收）罗小溪', '公司收发员，负责收取信件')).toMatchObject({
    recipient: '罗小溪',
    'recipient-signed': true,
    'recipient-role': '公司收发员',
  });
  expect(served('罗小溪', '')).not.toHaveProperty('recipient-role');
});

test('the head of an office that is no 局 has the last word', () => {
  const closed = read(`结案审批表
处罚内容：罚款4.8万元
执行情况：已缴纳
经办人意见：建议结案。 钱小河 孙小海 2031年12月5日
法制部门意见：同意。 吴江 2031年12月6日
关领导意见：同意。 周山 2031年12月10日`);
  expect(closed.facts).toMatchObject({ 'closing.approved': true, 'closing.date': '2031-12-10' });
});

const looked = (title: string, head: string) =>
  read(`${title}
${head}
勘验时间：2031年2月17日10时至11时20分
勘验地点：甲县东街3号
勘验人员：钱小河、孙小海
勘验情况：房屋三间，设备齐全。
勘验人员签名：钱小河 孙小海`).kinds;

test('a look at a place is of an application or of a case, as its head says', () => {
  const applied = '申请人：甲商行    申请事项：食品经营许可';
  const accused = '案由：涉嫌违法建设    当事人：甲商行';
  for (const title of ['现场勘验笔录', '现场核查笔录']) {
    expect(looked(title, applied)).toEqual(['licence-verification']);
    expect(looked(title, accused)).toEqual(['inspection-record']);
  }
});

test('the form on which a case is reviewed says whose it is', () => {
  const { kinds, facts } = read(`案件核审意见书
案件名称：甲县云来商行销售过期食品案
核审意见：事实清楚，程序合法，同意拟处罚意见。
核审人：钱小河 2031年5月20日`);
  expect(kinds).toEqual(['case-review']);
  expect(facts['party.name']).toBe('甲县云来商行');
});

test('a place to sign that a narrow cell broke, above that of whoever receives for another', () => {
  const receipt = (second: string) =>
    read(`送达回证
送达文书名称、文号
行政处罚决定书 甲罚〔2031〕1号
受送达人
罗小溪
送达方式
直接送达
收件人签名
（盖章）
罗小溪
2031年3月5日
${second}
（盖章）
代收理由
年  月  日
送达人签名
钱小河 孙小海`).item('services[]');
  for (const second of ['代收人签名', '代领人签名'])
    expect(receipt(second)).toMatchObject({ recipient: '罗小溪', 'recipient-signed': true, date: '2031-03-05' });
});

test('what whoever was asked says of the certificates stands behind a label of its own', () => {
  const record = read(`询问笔录
时间：2031年1月15日9时10分至10时00分
地点：甲镇执法队
被调查(询问)人：罗小溪
调查(询问)人及执法证编号：钱小河03010199021、孙小海03010199022
执法人员表明身份、出示证件及为被调查(询问)人确认的记录：我们是甲镇综合行政执法队执法人员，这是我们的执法证件，请您过目确认。
被调查(询问)人对执法人员出示证件、表明身份的确认记录：我看清楚了，没有异议。
询问内容：问：有许可证吗？答：没有。
被调查(询问)人：罗小溪          2031年1月15日`).item('inquiries[]');
  expect(record).toMatchObject({ 'confirms-certificates': true, 'person-signed': true });
});

test('the unit that proposes on a form with no place for the handlers', () => {
  const { facts } = read(`立案登记表
案由：涉嫌擅自从事道路货物运输经营
来源类型：□监督检查　☑投诉举报　□其他
当事人：罗小溪
案件基本情况：2031年7月22日9时40分，执法人员检查重型货车，驾驶员不能出示道路运输证。
承办机构意见：建议立案 签名：钱小河 孙小海　2031年7月22日
负责人审批意见：同意立案 签名：周山　2031年7月23日`);
  expect(facts).toMatchObject({
    'filing.handlers': ['钱小河', '孙小海'],
    'filing.proposed-on': '2031-07-22',
    'filing.approver': '周山',
    'case.source': '投诉举报',
  });
});

test('whom a decision on a quarrel is against; a record of what was published; business that is suspended', () => {
  const quarrel = read(`专利侵权纠纷行政裁决书
甲知法裁字〔2031〕8号
请求人：乙市晶锐光学技术有限公司
被请求人：甲市精研光学有限公司
案由：专利侵权纠纷
裁决如下：责令被请求人立即停止制造涉案镜头外壳。
甲市知识产权局
2031年5月6日`);
  expect([quarrel.kinds[0], quarrel.facts['party.name']]).toEqual(['handling-decision', '甲市精研光学有限公司']);
  const shown = read(`行政处罚决定公示记录
当事人：甲县烧烤店
处罚决定书文号：甲罚决字〔2031〕第1102号
决定日期：2031年11月5日
公示平台：甲县政府信息公开网
公示日期：2031年11月12日`);
  expect(shown.kinds).toEqual(['publication-record']);
  expect(shown.facts['publication.date']).toBe('2031-11-12');
  const office = read(`行政处罚决定书
甲财监罚〔2031〕6号
被处罚单位：甲会计师事务所（普通合伙）
经查，你所未实施必要审计程序。依据《甲法》第三十九条，决定给予你所警告，并处罚款30000元，暂停经营业务三个月的行政处罚。
甲省财政厅
2031年9月27日`).facts['decision.penalties[]'] as unknown as { kind: string }[];
  expect(office.map(({ kind }) => kind)).toEqual(['警告', '罚款', '限制开展生产经营活动']);
});

test('what lifts a seal for the time being does not seal; what refuses to lift it is neither', () => {
  const kind = (title: string) =>
    read(`${title}
甲消封解〔2031〕第3号
甲县星乐歌城：
你单位申请解除临时查封。经检查，火灾隐患已经消除，根据《甲规定》第二十二条，决定如下。
甲县消防救援大队
2031年2月21日`).kinds[0];
  expect(kind('解除临时查封决定书')).toBe('measure-lifting');
  expect(kind('同意解除临时查封决定书')).toBe('measure-lifting');
  expect(['measure-lifting', 'seizure-decision']).not.toContain(kind('不同意解除临时查封决定书'));
});
