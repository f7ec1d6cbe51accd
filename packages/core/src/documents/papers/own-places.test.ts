// Opinions, hands, names and numbers of forms where no usual label stands. All invented.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Fact, ListItem } from '../../record/types.ts';
import { extract } from '../extract.ts';
import type { Kinds } from '../kinds.ts';
import { textFile } from '../plain-text.ts';

const kinds = parse(readFileSync(path.join(import.meta.dirname, '../../../../../rules/kinds.yaml'), 'utf8')) as Kinds;
function read(...pages: readonly string[]) {
  const { documents } = extract([textFile('甲.txt', ...pages)], kinds, { id: 'c' });
  const all: Record<string, Fact> = Object.assign({}, ...documents.map((document) => document.facts));
  const facts = Object.fromEntries(Object.entries(all).map(([name, fact]) => [name, fact.value]));
  const item = (list: string) => (facts[list] as readonly ListItem[] | undefined)?.[0];
  return { kinds: documents.map((document) => document.kind), facts, item };
}

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

test('a decision tells of a defence made on a day, not of the right to one or of none made', () => {
  const told = (words: string) =>
    read(`行政处罚决定书
甲住建罚〔2031〕33号
被处罚单位：某某有限公司
经查，你单位未按图施工，有检查笔录为证。${words}你单位的行为违反了《建设工程质量管理条例》第二十八条第一款。依据《建设工程质量管理条例》第六十四条，决定处罚款65000元。
甲市住房和城乡建设局
2031年8月10日`).facts['statement.made'];
  expect(told('7月7日你单位提出书面申辩，经复核不成立，不予采纳。')).toBe(true);
  expect(told('7月5日告知你单位可以提出陈述、申辩，你单位未提出陈述、申辩。')).toBeUndefined();
  expect(told('7月5日，你单位有权提出陈述申辩。')).toBeUndefined();
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
