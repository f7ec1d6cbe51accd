// Causes found at first looks at papers nobody had seen, the third part. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('the day officers looked is the day of the find, with the word or without; not where others told first', () => {
  const found = (source: string, story: string) =>
    read(`立案审批表
案件来源：${source}
案由：涉嫌未按规定收寄
案情简介：${story}涉嫌违反《甲办法》第十条。
承办人意见：建议立案。 钱小河 孙小海 2031年4月17日
分管领导审批意见：同意立案。 周山 2031年4月18日`).facts['case.found-on'];
  const story = '2031年4月16日，我局执法人员对当事人的网点进行检查，抽查快件20件，其中7件没有登记。';
  expect(found('日常检查', story)).toBe('2031-04-16');
  expect(found('投诉举报', story)).toBeUndefined();
});

test('a licence given up by its holder ends by another lawful case, not with the firm', () => {
  const ended = read(`准予注销行政许可决定书
甲文旅许注〔2031〕4号
甲县佳和企业有限公司：
你企业于2031年4月7日申请注销旅行社业务经营许可证，根据《中华人民共和国行政许可法》第七十条的规定，决定注销该许可。
甲县文化和旅游局
2031年4月15日`);
  expect(ended.facts['licence.ended-by']).toBe('other-lawful');
});

test('titles of the tax office, of draws and of publication', () => {
  const kind = (title: string) =>
    read(`${title}\n甲〔2031〕4号\n甲县商贸有限公司：\n冻结你单位存款。\n2031年4月15日`).kinds;
  expect(kind('税收保全措施决定书（冻结存款）')).toEqual(['freezing-decision']);
  expect(kind('“双随机、一公开”抽查任务派发单')).toEqual(['random-draw']);
  expect(kind('行政处罚信息公示审批表')).toEqual(['publication-record']);
});

test('the head of the office signs the application to the court behind 负责人签名', () => {
  const application = read(`强制执行申请书
甲环强执申〔2031〕1号
甲县人民法院：
申请人：甲县生态环境局 法定代表人：李国平
被申请人：甲县石料厂
申请人于2030年7月5日对被申请人作出行政处罚决定，被申请人未履行。根据《中华人民共和国行政强制法》第五十三条的规定，申请强制执行罚款10万元。
负责人签名：李国平
甲县生态环境局（公章）
2031年3月11日`);
  expect(application.facts['enforcement.application-signed']).toBe(true);
});

test('a line of the handlers at the foot is not the word of the head above it', () => {
  const filing = read(`立案登记表
案由：涉嫌未取得经营许可
案件基本情况：2031年3月12日，收到移送函，反映罗小溪搭载乘客收取车费180元。
经办机构负责人意见：建议立案调查。吴江　2031年3月12日
负责人审批意见：同意立案。周山　2031年3月13日
承办人：钱小河　孙小海　2031年3月12日`);
  expect(filing.facts).toMatchObject({
    'filing.date': '2031-03-13',
    'filing.approver': '周山',
    'filing.proposed-on': '2031-03-12',
    'filing.handlers': ['钱小河', '孙小海'],
  });
  const closing = read(`结案报告
案由：未取得经营许可
当事人：罗小溪
处罚决定及执行情况：罚款10000元，当事人于2031年4月15日缴清。
负责人审批意见：同意结案。周山　2031年4月21日
执法人员：钱小河　孙小海　2031年4月17日`);
  expect(closing.facts).toMatchObject({ 'closing.date': '2031-04-21', 'closing.states-execution': true });
});

test('a report that its officers sign at the foot; a right the notice tells to be used with the agency, its period behind it', () => {
  const report = read(`案件调查报告
案由：未取得经营许可
当事人：罗小溪
调查经过及违法事实：2031年3月11日，当事人搭载乘客。证据材料：询问笔录2份。
调查结论和处理意见：违反《甲条例》第十条，建议罚款10000元。
执法人员：钱小河　孙小海　2031年3月21日`);
  expect(report.facts['investigation.investigators']).toEqual(['钱小河', '孙小海']);
  const notice = read(`违法行为通知书
甲交罚告〔2031〕18号
罗小溪：
经调查，你未取得经营许可，违反《甲条例》第十条，本机关拟作出罚款10000元的处罚决定。
你如对该处罚意见有异议，可向本机关提出陈述申辩，本机关将依法予以核实。你可在收到本通知书之日起五日内提出，逾期未提出的，视为放弃。
甲县交通运输局
2031年3月26日`);
  expect(notice.facts['notice.statement-days']).toBe(5);
});

test('the head of a department with a field of its own approves', () => {
  const filing = read(`立案审批表
案由：涉嫌超标排放
承办人意见：建议立案。
签名：钱小河　孙小海　2031年6月11日
承办机构审核意见：同意立案。
签名：吴江　2031年6月11日
生态环境部门负责人审批意见：同意立案查处。
签名：周山　2031年6月12日`);
  expect(filing.facts).toMatchObject({ 'filing.date': '2031-06-12', 'filing.approver': '周山' });
});

test('a copy without gaps: the head of the next label is no part of a place, and a firm ends where its story begins', () => {
  const record = read(
    '现场检查笔录\n检查时间：2031年6月3日09时48分至10时55分检查地点：甲县皮革厂厂区被检查（勘察）单位名称：甲县皮革厂检查人及执法证号：钱小河（15171152019）、孙小海（15171152033）记录人：孙小海现场检查情况：该厂正在生产，污水处理站正在运行，采集水样2瓶，见采样记录。以上情况属实。',
  ).item('inspections[]');
  expect(record).toMatchObject({ place: '甲县皮革厂厂区' });
  const filing = read(
    '立案报告\n案由：擅自营业\n当事人：甲县康美美容店经初步调查核实，违反《甲条例》第四条，建议立案。\n经办人：钱小河 孙小海 2031年4月10日\n负责人审批意见：同意立案 周山 2031年4月10日',
  );
  expect(filing.facts['party.name']).toBe('甲县康美美容店');
});

test('whose goods are sampled does not take them; an agreement that says what follows its breach is not broken', () => {
  const sampling = read(
    '抽样取证凭证\n抽样取证时间：2031年6月10日9时至9时40分\n抽样人员：钱小河　孙小海\n当事人签名：罗小溪　2031年6月10日',
  );
  expect(sampling.facts['sampling.officers']).toEqual(['钱小河', '孙小海']);
  const agreement = (words: string) =>
    read(`执行协议书\n甲方：甲县应急管理局　乙方：甲县化工有限公司\n乙方分两期履行。${words}\n2031年7月8日`).facts[
      'enforcement.agreement-breached'
    ];
  expect(agreement('乙方不履行协议的，甲方恢复强制执行。')).toBeUndefined();
  expect(agreement('乙方于8月10日未履行协议。')).toBe(true);
  const cut = (words: string) =>
    read(
      `强制执行决定书\n甲住强〔2031〕2号\n罗小溪：\n因你逾期不履行，根据《甲法》第五条，决定强制拆除违法建筑。${words}\n甲县住房和城乡建设局\n2031年7月8日`,
    ).facts['enforcement.cuts-utilities'];
  expect(cut('执行中不得采取停止供水、供电的方式。')).toBeUndefined();
  expect(cut('并对该建筑停止供水、供电。')).toBe(true);
});

test('行政负责人 is the head', () => {
  const form = read(
    '立案登记表\n案由\t擅自改变林地用途\n承办人意见\t建议立案。 钱小河 孙小海 2031年5月19日\n行政负责人意见\t同意立案。\t周山\t2031年5月20日',
  );
  expect(form.facts).toMatchObject({ 'filing.date': '2031-05-20', 'filing.approver': '周山' });
});

test('those who approve a licence did not examine it; the next cell of a row is no part of a source', () => {
  const form = read(
    '行政许可审批表\n申请人：甲县餐饮店 申请事项：食品经营许可 受理日期：2031年4月2日 审查意见：材料齐全，建议准予许可。 审查人员：罗小溪 2031年4月9日 审核意见：同意。 吴江 2031年4月10日 审批意见：准予许可。 周山 2031年4月11日',
  );
  expect(form.facts['licence.examiners']).toEqual(['罗小溪']);
  const filing = read(
    '立案登记表\n案由 擅自改变林地用途 案件来源 群众举报 发案时间 2031年4月 发案地点 甲镇\n承办人意见：建议立案。 钱小河 2031年5月19日',
  );
  expect(filing.facts['case.source']).toBe('群众举报');
});
