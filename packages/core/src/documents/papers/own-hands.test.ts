// Hands, names and officers of forms that stand where no usual label leads. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('columns laid one below the other: numbers, a whole sitting, its hands', () => {
  expect(
    read(`现场笔录
检查时间
2031年7月3日10时15分至11时05分
检查人员
钱小河
孙小海
执法证号
32058500123
32058500147
现场情况
冰箱内有虾滑3袋。`).item('inspections[]'),
  ).toMatchObject({ certificates: ['32058500123', '32058500147'] });
  expect(
    read(`集体讨论记录
时间
2031年11月5日14:30
参加人员
姓名
职务
签名
钱小河
局长
钱小河
孙小海
副局长
孙小海
列席人员
冯小雪
结论性意见
同意。
出席人员签名
钱小河 孙小海 周大山`).facts,
  ).toMatchObject({ 'discussion.participants': ['钱小河', '孙小海'], 'discussion.signed': true });
});

test('samples are taken by whoever the form calls so, and the next of those who verify stands in a row of his own', () => {
  expect(
    read(`产品样品采样记录
被采样单位：某某游泳馆
采样时间：2031年12月5日15时
被采样单位陪同人员签名：罗小溪     2031年12月5日
采样人员签名：钱小河 孙小海      2031年12月5日`).facts,
  ).toMatchObject({
    'sampling.date': '2031-12-05',
    'sampling.officers': ['钱小河', '孙小海'],
    'sampling.party-signed': true,
  });
  expect(
    read(`现场核查表
核查日期：2031年4月10日
核查人员：钱小河  执法证号 32030100231
          孙小海  执法证号 32030100245
核查结论：符合条件`).facts['licence.verifiers'],
  ).toEqual(['钱小河', '孙小海']);
});

test('a sentence that begins with the label of the officers names none of them', () => {
  expect(
    read(`当场处罚决定书
甲罚〔2031〕7号
被处罚人：罗小溪
罗小溪于2031年6月18日摆摊，违反了《某省市容条例》第二十三条的规定，依据该条例第五十一条，决定给予罚款壹佰元。
执法人员：钱小河、孙小海
执法人员已出示执法证件，并告知陈述、申辩的权利。
当事人签名：罗小溪
甲市城市管理局（印章）
2031年6月18日`).facts['summary.officers'],
  ).toEqual(['钱小河', '孙小海']);
});

test('a name with its day below the talk is a hand, and the hand of a party is no name of it', () => {
  expect(
    read(`询问笔录
询问时间：2031年5月15日14:00至15:10
询问人（执法证号）：钱小河（WX33000101）
询问人（执法证号）：孙小海（WX33000102）
被询问人：罗小溪
问：何时下架？
答：昨日。
以上笔录已阅，与所述一致。
被询问人：罗小溪        2031年5月15日`).item('inquiries[]'),
  ).toMatchObject({ 'person-signed': true, officers: ['钱小河', '孙小海'] });
  expect(
    read(`证据先行登记保存通知书
第0012873号
某某百货商行：
你单位因涉嫌违法进货，根据《中华人民共和国行政处罚法》第五十六条，本局决定对下列物品先行登记保存。
品种、规格 | 数量 | 单位
香烟 | 12 | 条
保存期限：七日
当事人（签名）：罗小溪
某某县烟草专卖局（盖章）
2031年3月5日`).facts,
  ).toMatchObject({ 'party.name': '某某百货商行', 'preservation.has-list': true });
});

test('a party in rows of labels, a note behind a hand, a second officer in a row of his own', () => {
  expect(
    read(`案件处理意见书
甲农处〔2031〕8号
案由 经营未附具产品标签的饲料
当事人 个人 姓名 / 性别 / 年龄 /
单位 名称 某某饲料店 法定代表人（负责人） 罗小溪
地址 甲镇
调查结论及处理意见：经查属实，有询问笔录为证，建议罚款3000元。
执法人员签名：钱小河 孙小海
2031年7月12日`).facts['party.name'],
  ).toBe('某某饲料店');
  expect(
    read(`送达回证
受送达人：某某有限公司
送达文书名称及文号：行政处罚决定书 甲环罚〔2031〕14号
收件人签名或盖章：罗小溪（办公室主任，受委托签收）
收件日期：2031年10月12日`).item('services[]'),
  ).toMatchObject({ recipient: '罗小溪', 'recipient-signed': true });
  expect(
    read(`当场处罚决定书
甲林罚当字〔2031〕02号
被处罚人：罗小溪
罗小溪于2031年3月30日10时吸烟，违反了《某省森林防火条例》第二十一条的规定，依据第四十五条，决定给予罚款贰佰元。
执法人员：钱小河  执法证号：鲁Q1301001
          孙小海  执法证号：鲁Q1301002
甲县林业局（公章）
2031年3月30日`).facts['summary.officers'],
  ).toEqual(['钱小河', '孙小海']);
});

test('numbers beside hands at the head, a verdict behind its label, a witness invited', () => {
  expect(
    read(`消防监督检查记录
检查时间：2031年11月13日10时00分至11时20分
被检查单位名称：某某娱乐有限公司
消防监督检查人员（签名）：钱小河（65310011）  孙小海（65310029）
检查情况：东侧安全出口上锁。`).item('inspections[]'),
  ).toMatchObject({ officers: ['钱小河', '孙小海'], certificates: ['65310011', '65310029'] });
  expect(
    read(`法制审核意见书
甲法审〔2031〕12号
质量监督站：
你站2031年7月31日提交审核的材料收悉。经审核：程序合法，事实清楚。审核结论：通过，建议提交集体讨论。
审核人员：钱小河、孙小海
2031年8月2日`).facts,
  ).toMatchObject({ 'legal-review.passed': true, 'legal-review.submitted-on': '2031-07-31' });
  expect(
    read(`勘验笔录
勘验时间：2031年11月2日11时15分—11时50分
勘验人：钱小河   单位及职务：甲局 执法人员
勘验人：孙小海   单位及职务：甲局 执法人员
被邀请人：冯小雪     单位及职务：管理员
勘验情况：冰柜内存放羊胴体半只。`).item('inspections[]')?.witness,
  ).toBe('冯小雪');
});
