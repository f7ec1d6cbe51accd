// Forms that turn the usual labels their own way, and hands that stand where no label of an opinion does. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('labels of a receipt that nobody else prints end what stands before them', () => {
  const receipt = (hand: string) =>
    read(`送达回证
受送达人    罗小溪
被送达的文书名称及编号    《行政处罚决定书》甲罚〔2031〕8号
送达方式    ${hand === '' ? '留置送达' : '直接送达'}
收受时间    2031年5月13日
受送达人签名或盖章（捺印）    ${hand === '' ? '拒绝签收' : hand}
代收人签名或盖章及代收理由
送达人员签名    钱小河  孙小海
见证人签名及单位    冯小雪`).item('services[]');
  expect(receipt('罗小溪')).toMatchObject({
    document: 'penalty-decision',
    date: '2031-05-13',
    recipient: '罗小溪',
    'recipient-signed': true,
    officers: ['钱小河', '孙小海'],
    witness: '冯小雪',
  });
  expect(receipt('')).toMatchObject({ method: 'left', 'recipient-signed': true });
});

test('a receipt may tell whom it is for and whose hand it bears, a record its writer, a closing its day', () => {
  expect(
    read(`送达回证
文书名称    《行政处罚决定书》
文书编号    甲罚〔2031〕8号
收件人    某某商行
签收人    罗小溪
签收日期    2031年5月13日
送达人    钱小河、孙小海`).item('services[]'),
  ).toMatchObject({ recipient: '罗小溪', 'recipient-signed': true });
  expect(
    read(`询问笔录
询问时间    2031年5月3日9时0分至10时0分
询问地点    甲县某路1号
被询问人    罗小溪
询问人    钱小河、孙小海
记录员    孙小海
问：你好。
答：好。`).item('inquiries[]'),
  ).toMatchObject({ recorder: '孙小海' });
  expect(
    read(`结案审批表
当事人    某某商行
处罚决定书文号    甲罚〔2031〕8号    处罚决定时间    2031年5月3日
处罚执行方式及结果    自动履行，罚款已缴纳。
审批意见    同意结案。  周山  2031年6月3日`).facts,
  ).toMatchObject({ 'decision.date': '2031-05-03', 'closing.states-execution': true });
  expect(
    read(`催告书
甲罚催〔2031〕3号
某某商行：
我局于2031年5月3日对你单位作出《行政处罚决定书》（甲罚〔2031〕8号），你单位逾期未履行，现催告你单位十日内缴纳罚款6000元。
甲县水务局
2031年12月3日`).facts,
  ).toMatchObject({ 'decision.date': '2031-05-03', 'urging.date': '2031-12-03' });
});

test('of choices in rows the ticked one counts, and what stands behind an empty box binds nobody', () => {
  const seal = read(`查封扣押决定书
甲封〔2031〕5号
某某经营部：
依据《中华人民共和国安全生产法》第六十五条第一款第（四）项的规定，决定对你单位的场所、设施、财物（详见附件：查封扣押（场所、设施、财物）清单第05号）采取以下行政强制措施：
☑1.查封，期限为30日，自2031年1月3日起。
□2.扣押，期限为    日。
甲县应急管理局（印章）
2031年1月3日`);
  expect(seal.facts).toMatchObject({ 'measure.kind': 'sealing', 'measure.term-days': 30 });
  expect(
    read(`行政强制措施决定书
甲扣押〔2031〕5号
某某经营部：
依据《甲法》第六十五条的规定，决定对你单位的经营场所采取查封的行政强制措施，期限为三十日。
甲县应急管理局
2031年1月3日`).facts['measure.kind'],
  ).toBe('sealing');
  const paid = read(`当场处罚决定书
甲罚决字〔2031〕17号
被处罚人：罗小溪
现查明2031年1月2日9时，罗小溪遛犬未束犬链。
根据《中华人民共和国治安管理处罚法》第七十五条第一款之规定，决定给予罚款二百元的处罚。
执行方式：☑当场收缴罚款 □被处罚人持本决定书在十五日内到银行缴纳罚款。
处罚地点  东街
办案人民警察  钱小河  孙小海
甲县公安局
2031年1月2日
被处罚人  罗小溪
2031年1月2日`);
  expect(paid.facts['decision.payment-days']).toBeUndefined();
  expect(paid.facts).toMatchObject({ 'summary.officers': ['钱小河', '孙小海'], 'summary.party-signed': true });
});

test('goods in rows below their heads make the list of a sampling, and the next investigator stands behind the number of the first', () => {
  expect(
    read(`抽样取证凭证
被抽样取证单位（人）：某某药房
抽样取证时间：2031年4月9日
序号   证据物品名称   规格   数量   备注
1   板蓝根颗粒   10g×20袋   5袋
被抽样取证人（签名）：罗小溪
抽样人员（签名）：钱小河  孙小海`).facts,
  ).toMatchObject({ 'sampling.has-list': true, 'sampling.party-signed': true });
  expect(
    read(`案件调查终结报告
案由   无证取水
调查人员   钱小河   执法证号   29020016
孙小海   执法证号   29020027
调查人员签名：钱小河  孙小海
2031年7月29日`).facts,
  ).toMatchObject({ 'investigation.investigators': ['钱小河', '孙小海'], 'case.cause': '无证取水' });
});

test('what is urged may name the surcharge, and the host of a hearing stands behind the number of his point', () => {
  expect(
    read(`催告书
甲催〔2031〕6号
某某有限公司：
请你单位自收到本催告书之日起十日内履行：
1.缴纳罚款人民币4200元；
2.缴纳加处罚款人民币3000元。
甲县税务局
2031年3月18日`).facts['surcharge.amount'],
  ).toBe(3000);
  expect(
    read(`行政处罚听证通知书
某某有限公司：
本局决定于2031年5月22日9时30分公开举行听证会。
1.听证主持人：周山，法规科科长；听证员：钱小河。
甲县市场监督管理局
2031年5月6日`).facts,
  ).toMatchObject({ 'hearing.host': '周山', 'party.name': '某某有限公司' });
});

test('the word of the house stands last, and what the unit under it says is not the word of the handlers', () => {
  const { facts } = read(`违法案件立案审批表
案由：无证捕捞
基本情况：
2031年3月1日群众反映，罗小溪在禁渔期捕捞。
承办人意见：
建议立案查处。
承办人（签字）：钱小河、孙小海
2031年3月2日
监察机构负责人意见：
同意立案。
签字：冯小雪
2031年3月2日
统计机构负责人意见：
经审查，决定于2031年3月3日予以立案。
签字：周山
2031年3月3日`);
  expect(facts).toMatchObject({
    'filing.handlers': ['钱小河', '孙小海'],
    'filing.states-facts': true,
    'filing.approved': true,
    'filing.approver': '周山',
    'filing.date': '2031-03-03',
  });
  expect(
    read(`行政处罚审批表
当事人：罗小溪
承办人意见：建议处罚款1500元。
承办人：钱小河  孙小海    2031年3月5日
镇政府负责人意见：同意处罚。
签字：周山    2031年3月8日`).facts,
  ).toMatchObject({ 'approval.date': '2031-03-08', 'approval.approver': '周山', 'approval.fine': 1500 });
});

test('a review is sent on the day its letter says and signed at its foot', () => {
  const { facts } = read(`重大行政执法决定法制审核意见书
甲法审〔2031〕17号
执法大队：
你单位于2031年12月18日报送的某某案有关材料收悉。经审核，执法程序合法，案件事实清楚。
审核结论：同意。
法制审核人员：钱小河   孙小海
政策法规科（盖章）
2031年12月20日`);
  expect(facts).toMatchObject({
    'legal-review.submitted-on': '2031-12-18',
    'legal-review.date': '2031-12-20',
    'legal-review.signed': true,
  });
  const form = read(`法制审核表
承办机构提请法制审核
特提请审核。
承办机构负责人（签章）：冯小雪   2031年8月13日
法制审核机构意见
行政执法程序是否合法；
☑是 □否
有关事项说明及审核结论：
同意承办机构意见。
法制审核机构负责人（签章）：周山   2031年8月15日
备注：审核意见在相应选项打√，需要说明的事项较多可另附纸说明。`).facts;
  expect(form).toMatchObject({ 'legal-review.passed': true, 'legal-review.date': '2031-08-15' });
  expect(form['legal-review.points']).toContain('procedure');
});

test('of a hearing both public and not the ticked one counts in its notice too', () => {
  expect(
    read(`听证会通知书
某某石料厂：
现定于2031年8月16日9时在会议室举行听证会（☑公开 □不公开举行）。
听证主持人姓名：周山    职务：科长
甲县应急管理局（印章）
2031年8月7日`).facts,
  ).toMatchObject({ 'hearing.host': '周山', 'hearing.public': true });
});

test('what is concluded of a verification is the box ticked', () => {
  const verified = (met: string, not: string) =>
    read(`食品经营许可现场核查表
核查日期：2031年4月10日
核查人员：钱小河
          孙小海
1  面积与品种相适应  ☑符合 □不符合
核查结论：${met}符合规定条件  ${not}不符合规定条件
核查人员签名：钱小河 孙小海`).facts['licence.conditions-met'];
  expect([verified('☑', '□'), verified('□', '☑')]).toEqual([true, false]);
});

test("a seal noted between the party and the day makes the day the agency's, as one above its name seals", () => {
  expect(
    read(`当场处罚决定书
甲罚〔2031〕7号
被处罚人：罗小溪
罗小溪于2031年6月18日摆摊，违反了《某省市容条例》第二十三条的规定，依据该条例第五十一条，决定给予罚款壹佰元。
执法人员签名：钱小河  孙小海
当事人签名：罗小溪
（印章）
2031年6月19日`).facts['decision.date'],
  ).toBe('2031-06-19');
  expect(
    read(`准予行政许可决定书
甲许准〔2031〕17号
某某苗圃有限公司：
你单位提出的申请符合条件。根据《中华人民共和国行政许可法》第三十八条第一款的规定，决定准予许可。
（行政许可机关印章）
甲市园林绿化局
2031年9月5日`).facts['decision.has-seal'],
  ).toBe(true);
});

test('a revocation may name one dishonest means alone', () => {
  expect(
    read(`撤销行政许可决定书
甲许撤〔2031〕1号
当事人：某某诊所
经查，你诊所以欺骗手段取得许可证。决定撤销该行政许可。
甲市卫生健康委员会
2031年11月14日`).facts,
  ).toMatchObject({ 'licence.ended-by': 'withdrawn', 'licence.ended-on': '2031-11-14' });
  expect(
    read(`撤销行政许可决定书
甲许撤〔2031〕1号
当事人：某某诊所
经查，你诊所以欺骗手段取得放射诊疗许可证。根据《中华人民共和国行政许可法》第六十九条第二款的规定，决定撤销该行政许可。
甲市卫生健康委员会
2031年11月14日`).facts['licence.obtained-by-fraud'],
  ).toBe(true);
});
