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
