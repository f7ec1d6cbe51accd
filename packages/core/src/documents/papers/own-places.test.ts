// Days, rights, periods and numbers of forms where no usual label stands. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('a day on which service counts as done is that of the receipt, and whom the court is asked against may stand last', () => {
  expect(
    read(`送达回证
受送达人  罗小溪
送达文书名称及文号  《行政处罚决定书》（甲罚决〔2031〕3号）
送达方式  公告送达
公告日期  2031年8月8日
视为送达日期  2031年10月8日`).item('services[]')?.date,
  ).toBe('2031-10-08');
  expect(
    read(`强制执行申请书
甲强申〔2031〕3号
某某区人民法院：
2031年7月25日，我机关依法对某某物流有限公司作出了行政处罚决定（甲罚〔2031〕12号）。根据《中华人民共和国行政强制法》第五十三条的规定，特申请贵院强制执行。
被执行人：某某物流有限公司，法定代表人：罗小溪，地址：某某区。
某某区交通运输局（印章）
2032年7月12日`).facts['party.name'],
  ).toBe('某某物流有限公司');
});

test('a form for any matter is of the kind of the matter', () => {
  const form = (matter: string) =>
    read(`行政处罚案件有关事项审批表
审批事项：${matter}
当事人：某某客栈
案由：使用未经检验的电梯
理由及依据：证据可能灭失，建议先行登记保存或者查封。
部门负责人意见：同意。
签名：周山   2031年3月15日`).kinds[0];
  expect(form('实施行政强制措施（查封）')).toBe('compulsion-approval');
  expect(form('☑先行登记保存 □行政强制措施')).toBe('preservation-approval');
  expect(form('行政处罚建议')).toBe('decision-approval');
  expect(form('延长强制措施期限')).toBe('measure-extension-approval');
});

test('a decision on recusal may tell when it was asked for', () => {
  expect(
    read(`回避决定书
甲回决〔2031〕1号
申请人：某某有限公司
你单位于2031年6月17日申请执法人员钱小河回避。经审查，申请理由成立，决定钱小河回避本案的调查。
甲区综合行政执法局（印章）
2031年6月18日`).facts,
  ).toMatchObject({ 'recusal.requested-on': '2031-06-17', 'recusal.decided-on': '2031-06-18' });
});

test('a decision tells of a defence made on a day, not of the right to one or of none made', () => {
  const told = (words: string) =>
    read(`行政处罚决定书
甲住建罚〔2031〕33号
被处罚单位：某某有限公司
经查，你单位未按图施工，有检查笔录为证。${words}你单位的行为违反了《建设工程质量管理条例》第二十八条第一款。依据《建设工程质量管理条例》第六十四条，决定处罚款65000元。
甲市住房和城乡建设局
2031年8月10日`).facts['statement.made'];
  expect(told('7月7日你单位提出书面申辩，经复核不成立，不予采纳。')).toBe(true);
  expect(told('7月5日告知你单位可以提出陈述、申辩，你单位未提出陈述、申辩。')).toBe(false);
  expect(told('7月5日，你单位有权提出陈述申辩。')).toBeUndefined();
});

test('one period below both rights is that of the hearing too, and a report that says all it has to is known to', () => {
  expect(
    read(`行政处罚听证告知书
甲住建听告〔2031〕6号
某某物业有限公司：
你单位的行为违反了《住宅专项维修资金管理办法》第十条的规定，依据第三十八条的规定，拟对你单位作出罚款50000元的行政处罚。
你单位有陈述、申辩和要求听证的权利。可在收到本告知书之日起5日内向本机关提出。逾期视为放弃。
甲市住房和城乡建设局（印章）
2031年9月20日`).facts['notice.hearing-days'],
  ).toBe(5);
  const report = (rest: string) =>
    read(`案件调查终结报告
案由：未按规定缴存资金
案件来源：上级交办
当事人：某某物业有限公司
经查，当事人将代收的资金存入基本账户，有询问笔录为证，违反《住宅专项维修资金管理办法》第十条。${rest}
建议罚款50000元。
调查人员签名：钱小河 孙小海
2031年9月12日`).facts['investigation.states'];
  expect(report('参照裁量基准，属一般情形。')).toContain('discretion');
  expect(report('')).toBeUndefined();
});

test('what is said may stand above its label, in the middle of a cell that was lost', () => {
  const form = (word: string) =>
    read(`立案/不予立案审批表
案由：无证取水
建议立案调查。
承办人意见   签名：钱小河 孙小海
2031年1月15日
同意。
办案机构负责人意见   签名：冯小雪
2031年1月15日
${word}
部门负责人意见   签名：周山
2031年1月16日`).facts;
  expect(form('同意立案。')).toMatchObject({
    'filing.approved': true,
    'filing.date': '2031-01-16',
    'filing.approver': '周山',
  });
  const refused = form('同意不予立案。');
  expect(refused['filing.approved']).toBe(false);
  expect(refused['filing.date']).toBeUndefined();
});

test('papers of a receipt in columns that white space parts', () => {
  const { facts } = read(`送达回证
受送达人   某某房地产开发有限公司
送达文书名称   文号   送达日期   送达方式   送达人   签收人
行政处罚决定书   甲建罚字〔2031〕9号   2031年8月12日   直接送达   钱小河 孙小海   罗小溪
责令改正通知书   甲建责改〔2031〕9号   2031年8月12日   直接送达   钱小河 孙小海   罗小溪
备注`);
  expect(facts['services[]']).toMatchObject([
    { document: 'penalty-decision', number: '甲建罚字〔2031〕9号', date: '2031-08-12', officers: ['钱小河', '孙小海'] },
    { document: 'correction-order', number: '甲建责改〔2031〕9号', date: '2031-08-12', method: 'direct' },
  ]);
});

test('the longest line of a form does not go on into a label nobody asked for', () => {
  expect(
    read(`行政许可现场审查笔录
申请人：某某口腔门诊部
审查时间：2031年7月18日9时至10时30分
审查人员：钱小河（执法证号36110011）、孙小海（执法证号36110012）
审查概况：诊室4间，牙椅4台，人员资质齐全。
审查结论：符合《医疗机构基本标准》要求。`).facts['licence.verifiers'],
  ).toEqual(['钱小河', '孙小海']);
});
