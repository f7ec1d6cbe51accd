// Forms of police, customs, farming and health agencies, their cells one line below the other. All invented.

import { expect, test } from 'vitest';
import { readCase as read } from '../../../tests/papers.ts';
import type { ListItem } from '../../record/types.ts';

test('labels of opinions that stand alone on a line head what is below them', () => {
  const filing = (label: string) =>
    read(`立案审批表
案由
无证捕捞
案情摘要
2024年3月1日巡查时发现罗小溪无证捕捞，涉嫌违反渔业法。
承办人意见
建议立案。
签名：王小山 李青  2024年3月1日
${label}
同意立案。
签名：周山  2024年3月3日
备注`).facts;
  const approved = { 'filing.proposed-on': '2024-03-01', 'filing.date': '2024-03-03', 'filing.approver': '周山' };
  expect(filing('分管负责人审批意见')).toMatchObject(approved);
  expect(filing('渔业主管部门负责人意见')).toMatchObject(approved);
  expect(filing('举报人意见')['filing.date']).toBeUndefined();
});

const report = (head: string) => `案件处理意见书
案由
涉嫌经营假种子
调查结论及处理意见
经查，当事人经营假种子，有现场检查笔录为证，建议罚款20000元。
执法人员签名：龚小文 尹小红
2023年4月25日
执法机构意见
同意上报。
签名：邵小明
2023年4月26日
执法机关意见
${head}`;

test('a report that the head of the agency consents to carries his approval, and its investigators end with their hands', () => {
  const { facts } = read(report('同意，依法告知。\n签名：葛小邦\n2023年4月28日'));
  expect(facts).toMatchObject({
    'investigation.investigators': ['龚小文', '尹小红'],
    'approval.approved': true,
    'approval.date': '2023-04-28',
    'approval.approver': '葛小邦',
  });
  expect(facts['approval.fine']).toBeUndefined();
});

test('a report without his word, or with his refusal, approves nothing', () => {
  for (const head of ['签名：\n年 月 日', '不同意，补充调查。\n签名：葛小邦\n2023年4月28日'])
    expect(read(report(head)).facts['approval.approved']).toBeUndefined();
});

test('the form on which the decision is approved outweighs the consent to the proposal', () => {
  const refused = `行政处罚决定审批表
案由
涉嫌经营假种子
承办人意见
建议罚款20000元。
签名：龚小文  2023年5月8日
负责人审批意见
不同意。
签名：葛小邦  2023年5月9日`;
  const { facts } = read(report('同意。\n签名：葛小邦\n2023年4月28日'), refused);
  expect(facts['approval.approved']).toBe(false);
});

const sitting = (title: string, opinion: string) => `${title}
案由：丙县某某诊所使用无资质人员案
时间：2023年8月17日9时0分至9时50分
主持人：余小志
参加人员：陆小海、宋小燕
记录人：蒋小莉
${opinion}
2023年8月17日`;

test('what all agree on stands under 合议意见; minutes and panels that sum up deny no opinions', () => {
  const panel = read(sitting('合议记录', '合议意见：\n经合议一致决定给予罚款人民币20000元的行政处罚。')).facts;
  expect(panel).toMatchObject({ 'discussion.states-conclusion': true, 'discussion.fine': 20000 });
  expect(panel['discussion.states-opinions']).toBeUndefined();
  const heads = read(sitting('案件集体讨论记录', '讨论结论：给予罚款人民币20000元的行政处罚。')).facts;
  expect(heads['discussion.states-opinions']).toBe(false);
  const one = read(sitting('案件集体讨论记录', '讨论意见：\n宋小燕：建议给予罚款20000元，情节轻微。')).facts;
  expect(one['discussion.states-conclusion']).toBeUndefined();
});

test('a person a sentence introduces lives where it says so', () => {
  const decision = (lives: string) => `证据保全决定书
甲公证保决字〔2024〕29号
当事人：罗小溪，男，1986年4月9日出生，${lives}。
因你涉嫌赌博，根据《中华人民共和国治安管理处罚法》第八十九条第一款，决定扣押麻将1副，期限三十日。
甲县公安局
2024年5月11日`;
  const { facts } = read(decision('现住甲县石桥镇沙湾村6组'));
  expect(facts['party.address']).toBe('甲县石桥镇沙湾村6组');
  expect(facts['measure.states']).toContain('address');
  expect(read(decision('住宿费由本人承担')).facts['measure.states']).not.toContain('address');
  const { facts: enforced } = read(`行政强制执行决定书
甲水强执决〔2023〕2号
当事人：罗小溪，男，1971年出生，住甲市沙溪镇河口村3组
本机关于2023年2月14日作出限期拆除决定，你逾期未拆除。根据《中华人民共和国水法》第六十五条第一款，决定强制拆除。
甲市水利局
2023年4月24日`);
  expect(enforced['party.address']).toBe('甲市沙溪镇河口村3组');
  expect(enforced['enforcement.states']).toContain('address');
});

test('the heading of rows about a person is no name, and a number plate no certificate', () => {
  const { facts } = read(`现场笔录
执法地点 甲高速西出口  执法时间 2024年3月28日 10时05分至10时40分
执法人员 储小健 执法证号 12150123  记录人 查小敏
现场人员基本情况
姓名 鲍小东  性别 男
主要内容：
执法人员储小健、查小敏在检查中发现皖NA3456车装载黄砂。
现场人员签名：鲍小东   时间：2024年3月28日
执法人员签名：储小健 查小敏  时间：2024年3月28日`);
  const [record] = facts['inspections[]'] as readonly ListItem[];
  expect(record).toMatchObject({ person: '鲍小东', certificates: ['12150123'] });
});

test('forms of the police and of customs: opinions above the title, a notice as a record, 告知单', () => {
  const approval = read(`领导批示
同意。  谢小国  2024年5月12日
审核意见
事实清楚，程序合法。  万小红  2024年5月12日
呈请行政处罚审批表
案由  赌博
违法嫌疑人  罗小溪
承办人  何小远 吴小峰    2024年5月12日`);
  expect(approval.kinds).toEqual(['decision-approval']);
  expect(approval.facts).toMatchObject({ 'approval.approved': true, 'approval.approver': '谢小国' });
  const told = read(`行政处罚告知笔录
被告知人  罗小溪
根据《中华人民共和国治安管理处罚法》第七十条，拟对你处以罚款五百元的行政处罚。
问：你是否提出陈述和申辩？
答：不提出陈述和申辩。
被告知人：罗小溪
2024年5月12日10时15分`).facts;
  expect(told).toMatchObject({ 'party.name': '罗小溪', 'notice.date': '2024-05-12', 'notice.fine': 500 });
  expect(read('中华人民共和国甲海关\n行政处罚告知单\n甲关缉告字〔2022〕71号').kinds).toEqual(['penalty-notice']);
});

test('consent to instalments names the decision; a hearing held openly; the end of a licence granted is its end', () => {
  const instalment = (other: string) =>
    read(`分期缴纳罚款批准书
甲应急缴批〔2024〕2号
某某机械有限公司：
本机关于2024年1月19日作出《行政处罚决定书》（甲应急罚〔2024〕4号）${other}，现同意你单位分期缴纳罚款。
甲市应急管理局
2024年2月2日`).facts['decision.number'];
  expect(instalment('')).toBe('甲应急罚〔2024〕4号');
  expect(instalment('和《行政处罚决定书》（甲应急罚〔2024〕5号）')).toBeUndefined();
  const hearing = (how: string) =>
    read(`听证笔录\n听证时间：2023年11月21日14时\n听证方式：${how}\n主持人：梅小群\n记录员：闵小洁`).facts[
      'hearing.public'
    ];
  expect(hearing('公开')).toBe(true);
  expect(hearing('公开/不公开')).toBeUndefined();
  const ending = read(`准予注销海关行政许可决定书
甲关许注〔2023〕15号
甲市某某贸易有限公司：
你单位提交的注销注册登记的申请，符合《中华人民共和国行政许可法》第七十条第六项的规定，决定准予注销。
中华人民共和国甲海关
2023年4月14日`);
  expect(ending.kinds).toEqual(['licence-ending']);
  expect(ending.facts['licence.granted']).toBeUndefined();
});
