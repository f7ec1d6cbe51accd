// Opinions of forms that no usual label ranks: side by side, in columns, under words of their own. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('opinions side by side, or beside a post alone, are of whom the form says', () => {
  const posts = read(`行政处罚结案审批表
处罚决定：罚款2万元
执行结果：已缴清。
经办人：建议结案。钱小河 孙小海 2031年9月26日
部门负责人：同意结案。冯小雪 2031年9月27日
主要领导：同意结案。周山 2031年9月30日`).facts;
  expect(posts).toMatchObject({ 'closing.date': '2031-09-30', 'closing.approved': true });
  const beside = read(`立案报告表
案由：无证运输
承办人意见：
建议立案。
钱小河  执法证号：18010023
孙  海  执法证号：18010057
2031年11月21日
专卖管理部门意见：
同意立案。
冯小雪
2031年11月21日
局领导意见：
同意立案。
周山
2031年11月22日`).facts;
  expect(beside).toMatchObject({
    'filing.handlers': ['钱小河', '孙海'],
    'filing.approver': '周山',
    'filing.date': '2031-11-22',
  });
});

test('an opinion of the legal office below a day begins no paper of its own', () => {
  const { kinds: found, facts } = read(`案件处理内部审批表
案由
焚烧秸秆案
承办人意见
建议罚款800元。
签名：钱小河 孙小海
2031年6月25日
法制审核意见
同意。
签名：冯小雪
2031年6月27日
行政机关负责人意见
同意罚款800元。
签名：周山
2031年6月28日`);
  expect(found).toEqual(['decision-approval']);
  expect(facts).toMatchObject({ 'approval.date': '2031-06-28', 'approval.approver': '周山', 'approval.fine': 800 });
});

test('consent to a refusal files no case, and a choice left empty refuses none', () => {
  const form = (word: string) =>
    read(`立案/不予立案审批表
案件来源：投诉举报
案情简介及立案（不予立案）理由：经核查系标签瑕疵。
经办人：钱小河、孙小海
2031年1月15日
部门负责人意见：${word}
签名：周山
2031年1月16日`).facts;
  const refused = form('同意不予立案。');
  expect(refused).toMatchObject({ 'filing.approved': false, 'filing.refused': true });
  expect(refused['filing.date']).toBeUndefined();
  const filed = form('☑同意立案 □不予立案');
  expect(filed).toMatchObject({ 'filing.approved': true, 'filing.date': '2031-01-16' });
  expect(filed['filing.refused']).toBeUndefined();
});

test('what a review looked at may stand above its opinion, and a sheet of evidence names it alone', () => {
  expect(
    read(`重大执法决定法制审核表
承办机构：质量安全监督站
案件名称：某某公司转包工程案
送审日期：2031年5月30日
审核人员：钱小河、孙小海
审核情况：执法主体合法；事实清楚；适用法律正确；执法程序合法；裁量适当。
审核意见：同意。
2031年6月5日`).facts['legal-review.points'],
  ).toEqual(['authority', 'procedure', 'facts', 'law', 'discretion']);
  expect(
    read(`证据提取单
证据名称   营业执照复印件   页数   1页
提取时间   2031年3月29日   提取地点   甲镇
提供人：罗小溪（签名）：经核对与原件一致`).item('evidence[]')?.name,
  ).toBe('营业执照复印件');
});

test('a value ends where a label nobody asked for begins behind white space, and rows of posts without cells are opinions', () => {
  const { facts } = read(`立案审批表
案件来源：上级交办   线索日期：2031年8月14日
案由：无证取水
审批环节   意见   签名   日期
承办人   建议立案   钱小河 孙小海   2031年8月19日
科室负责人   同意   冯小雪   2031年8月20日
局领导   同意立案   周山   2031年8月21日`);
  expect(facts).toMatchObject({
    'case.source': '上级交办',
    'filing.date': '2031-08-21',
    'filing.approver': '周山',
    'filing.approved': true,
  });
});

test('who sat, who listened and what was come to under words of their own; a heading of rows is nobody', () => {
  expect(
    read(`重大行政处罚案件集体讨论会议记录
时  间：2031年8月22日上午
主持人：周山
出席人：钱小河 孙小海
列席人：冯小雪
讨论情况：
钱小河：事实清楚，同意处罚八万元。
会议决定：对该公司处八万元罚款。
出席人签名：周山 钱小河 孙小海`).facts,
  ).toMatchObject({
    'discussion.participants': ['周山', '钱小河', '孙小海'],
    'discussion.attendants': ['冯小雪'],
    'discussion.states-conclusion': true,
  });
  expect(
    read(`现场笔录
执法时间：2031年7月25日08时40分至09时35分
执法人员：钱小河   执法证号：3402001
执法人员：孙小海   执法证号：3402017
现场人员情况
姓名：罗小溪  性别：男  职务：船长
现场情况：值班室无人。`).item('inspections[]')?.person,
  ).toBe('罗小溪');
});

test('an opinion of those who supervise that orders is an order to correct', () => {
  const letter = (words: string) =>
    read(`卫生监督意见书
甲卫监意〔2031〕0910号
某某宾馆：
${words}
甲区卫生健康局（盖章）
2031年9月10日`);
  const ordered = letter('布草间内存放杂物，责令立即改正，2031年9月17日前整改完毕。');
  expect(ordered.kinds).toEqual(['correction-order']);
  expect(ordered.facts).toMatchObject({ 'correction.date': '2031-09-10', 'correction.states-deadline': true });
  expect(letter('建议加强布草间管理。').kinds).toEqual(['admonition']);
});
