// Forms copied as text, their cells parted by strokes: officers with their certificates in a row each, receipts of several papers. All invented.

import { expect, test } from 'vitest';
import { readCase as read } from '../../../tests/papers.ts';

test('officers and certificates that stand in one cell, or each below the first, are all read', () => {
  const together = read(`现场笔录
时间：2031年5月14日10时05分至10时48分
地点：甲县东街3号
检查人员及执法证号：钱小河 11010120388、孙小海 11010120391
记录人：孙小海
现场情况：货架上摆放过期豆干7袋。`).item('inspections[]');
  expect(together).toMatchObject({ officers: ['钱小河', '孙小海'], certificates: ['11010120388', '11010120391'] });
  const below = read(`现场笔录
执法地点 | 省道三号线 | 执法时间 | 2031年5月22日11时20分至11时45分
执法人员 | 钱小河 | 执法证号 | 11110320017 | 记录人 | 孙小海
孙小海 | 11110320024
姓名 | 罗小溪 | 性别 | 男
身份证件号 | 略 | 与案件关系 | 当事人
单位及职务 | 无 | 联系电话 | 略
主要内容 | 现场情况：驾驶员运输砂石。`).item('inspections[]');
  expect(below).toMatchObject({ officers: ['钱小河', '孙小海'], certificates: ['11110320017', '11110320024'] });
  expect(below?.person).not.toBe('单位及职务无');
});

test('the police have those who ask and write sign at the head', () => {
  const item = read(`询问笔录
时间 2031年3月27日19时12分至2031年3月27日20时30分
地点 甲县公安局东街派出所
询问人（签名） 钱小河、孙小海 工作单位 甲县公安局东街派出所
记录人（签名） 孙小海 工作单位 甲县公安局东街派出所
被询问人 罗小溪 性别 男
问：我们是甲县公安局的民警。
答：听明白了。`).item('inquiries[]');
  expect(item).toMatchObject({ officers: ['钱小河', '孙小海'], recorder: '孙小海' });
});

test('a receipt that lists several papers below heads parted by strokes has a service for each', () => {
  const { item, facts } = read(`送达回证
受送达人 | 罗小溪
送达文书名称、文号 | 收到时间 | 送达地点 | 送达方式 | 送达人 | 收件人
违法行为通知书 甲交执〔2031〕93号 | 2031年5月30日10时 | 甲县 | 直接送达 | 钱小河 孙小海 | 罗小溪
行政处罚决定书 甲交执〔2031〕93号 | 2031年6月11日15时 | 甲县 | 直接送达 | 钱小河 孙小海 | 罗小溪`);
  expect(item('services[]')).toMatchObject({ document: 'penalty-notice', date: '2031-05-30', method: 'direct' });
  expect(item('services[]', 1)).toMatchObject({ document: 'penalty-decision', date: '2031-06-11' });
  expect(facts['decision.served-on']).toBe('2031-06-11');
});

test('a refusal to sign is nobody', () => {
  const { item } = read(`送达回证
受送达人 | 罗小溪
送达文书名称及文号 | 限期拆除决定书（甲限拆〔2031〕5号）
送达方式 | 留置送达
受送达人签名或盖章 | 拒签
送达时间 | 2031年6月20日`);
  expect(item('services[]')).toMatchObject({ method: 'left', 'recipient-signed': true });
  expect(item('services[]')?.recipient).toBeUndefined();
});

test('the fine a form proposes may stand before the word; what a law allows is none', () => {
  const form = (proposal: string) => `案件处理呈批表
案件名称：甲厂未记录培训情况案
承办人意见：${proposal}
承办人（签名）：钱小河、孙小海 2031年8月5日
审批意见：同意。
审批人（签名）：李小山 2031年8月7日`;
  expect(read(form('建议对甲厂处人民币贰万元罚款的行政处罚。')).facts['approval.fine']).toBe(20000);
  expect(read(form('应当处二万元以上五万元以下罚款。')).facts['approval.fine']).toBeUndefined();
});

test('an urging tells when it was received, a form for filing its handlers beside a label with a stroke behind it', () => {
  const urging = read(`履行行政处罚决定催告书
甲自然资催〔2031〕11号
甲村村民委员会：
你单位逾期未履行缴纳罚款人民币18640元的义务，现催告你单位自收到本催告书之日起10日内履行，逾期将申请甲县人民法院强制执行。
甲县自然资源局
2031年8月9日
签收人：罗小溪 2031年8月12日`);
  expect(urging.facts['urging.served-on']).toBe('2031-08-12');
  const filing = read(`立案/不予立案审批表
案由 | 涉嫌经营过期食品 | 案件来源 | 监督检查
案件线索核查情况及立案（不予立案）理由 | 检查发现货架上摆放过期豆干7袋，建议立案调查。
经办人：钱小河、孙小海
2031年8月16日
部门负责人意见 | 同意立案。
李小山
2031年8月19日`);
  expect(filing.facts).toMatchObject({ 'filing.handlers': ['钱小河', '孙小海'], 'filing.date': '2031-08-19' });
});

test('titles of what was said stand for those of what was written down', () => {
  expect(read('案件集体审议笔录\n时间：2031年6月15日14时\n出席人员：李小山、钱小河').kind).toBe('discussion-record');
  expect(read('案件立案呈批表\n案由：擅自堆放\n审批意见：同意。李小山 2031年6月15日').kind).toBe('filing-approval');
});

test('those who take samples are named where they sign with their numbers', () => {
  const { facts } = read(`抽样取证凭证
抽样时间：2031年4月16日14时50分
抽样地点：甲店仓库
执法人员签名及执法证号：钱小河（16150802011）、孙小海（16150802027）
甲县农业农村局
2031年4月16日`);
  expect(facts['sampling.officers']).toEqual(['钱小河', '孙小海']);
});

test('those who review are named up to their day; who stands above them is none of them', () => {
  const { facts } = read(`重大执法决定法制审核表
送审机构 | 执法大队 | 送审时间 | 2031年1月22日
审核意见 | 事实清楚，程序合法，同意。 审核人：罗小溪 2031年1月25日
审核机构负责人意见 | 同意。 李小山 2031年1月25日`);
  expect(facts['legal-review.reviewers']).toEqual(['罗小溪']);
});

test('who holds the evidence that the police keep is the party', () => {
  const { facts } = read(`证据保全决定书
甲公证保决字〔2031〕61号
证据持有人：罗小溪，男，1985年2月17日出生，现住甲县东街3号
因调查罗小溪涉嫌非法携带管制器具一案，根据《中华人民共和国治安管理处罚法》第八十九条第一款之规定，决定对罗小溪持有的匕首1把予以扣押，期限为三十日。
甲县公安局
2031年5月29日`);
  expect(facts['party.name']).toBe('罗小溪');
  expect(facts['measure.states']).toContain('party');
});

test('a fine reckoned as a share is the sum told behind it, and the box behind a numbered choice ticks its words alone', () => {
  const closing = read(`结案报告表
案由 | 未在当地进货
处罚内容 | 处以进货总额8%的罚款，计人民币1276.48元
执行情况 | 已全部履行完毕。
负责人意见 | 同意结案。 李小山 2031年6月25日`);
  expect(closing.facts['decision.fine']).toBe(1276.48);
  const filing = read(`立案报告
案由：擅自执业案
案件来源：1.在监督检查中发现的☑ 2.社会举报□ 3.上级交办□
负责人审批意见：同意立案。
负责人签名：李小山 2031年5月16日`);
  expect(filing.facts['case.source']).toBe('在监督检查中发现的');
});
