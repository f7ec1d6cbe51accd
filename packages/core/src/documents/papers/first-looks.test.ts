// Causes found at first looks at papers nobody had seen: labels, hands and words of forms. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

const lifted = (why: string) =>
  read(`解除查封决定书
甲环解〔2031〕5号
甲县鑫源铸造厂：
本局于2031年4月10日查封你单位中频炉2台。${why}，决定解除查封。
甲县生态环境局
2031年5月9日`).facts['measure.lift-ground'];

test('what is no longer needed because all was mended is no end by a decision', () => {
  expect(lifted('因你单位已完成整改，不再需要采取查封措施')).toBe('other');
  expect(lifted('本局已作出处罚决定，不再需要采取查封措施')).toBe('decided');
});

test('an application refused to be taken up, in the words of the application', () => {
  const paper = read(`不予受理行政许可申请决定书
甲水许不受〔2031〕2号
甲县绿源农业有限公司：
你单位于2031年10月12日提出取水许可申请。该申请事项不属于本机关职权范围，决定不予受理。请向乙县水利局申请。
甲市水利局
2031年10月15日`);
  expect(paper.kinds).toEqual(['licence-non-acceptance']);
  expect(paper.facts).toMatchObject({ 'acceptance.accepted': false, 'acceptance.refusal-ground': 'not-competent' });
});

test('an opinion ends where another begins, whoever it is of', () => {
  const form = (label: string) =>
    read(`立案审批表
案情简要：2031年3月1日，执法队员巡查时发现当事人占道经营。
承办人意见：
建议立案查处。
                         钱小河  孙小海    2031.3.2
${label}：
同意立案，呈领导批示。   薛冰    2031.3.2
街道办事处领导意见：
同意立案。    周山    2031.3.3`).facts;
  for (const label of ['综合执法中心负责人意见', '片区网格长意见'])
    expect(form(label)).toMatchObject({
      'filing.handlers': ['钱小河', '孙小海'],
      'filing.states-facts': true,
      'filing.approver': '周山',
      'filing.date': '2031-03-03',
    });
});

const asked = (foot: string) =>
  read(`询问笔录
时间：2031年3月28日14时05分至15时20分
地点：甲县能源局询问室
询问人：钱小河  孙小海    记录人：孙小海
被询问人：罗小溪  性别：男
问：我们是甲县能源局的执法人员钱小河、孙小海，执法证件号川能0018、川能0021，请核对。
答：看过了。
问：是否取得许可？
答：没有。
${foot}`).item('inquiries[]');

test('hands below a record stand behind its last words and behind the names of its head', () => {
  const record = asked('以上笔录我看过，和我说的一样。罗小溪 2031.3.28\n询问人：钱小河 孙小海');
  expect(record).toMatchObject({
    'person-signed': true,
    'officers-signed': true,
    certificates: ['川能0018', '川能0021'],
  });
  expect(asked('以上笔录我看过，和我说的一样。')).not.toHaveProperty('person-signed');
});

const onSpot = (hands: string) =>
  read(`当场行政处罚决定书
甲农当罚〔2031〕2号
当事人：罗小溪    住址：甲县丁村
2031年4月19日10时05分，当事人无证驾驶拖拉机。依据《甲条例》第五十二条，决定罚款人民币壹佰元整（￥100.00）。
当事人不服的，应当先自收到本决定书之日起六十日内向甲县人民政府申请行政复议。
${hands}
甲县农业农村局（印章）
2031年4月19日`).facts;

test('hands of officers with the numbers of their cards below the place to sign', () => {
  const facts = onSpot(
    '执法人员签名\n钱小河（执法证号：B1302080012）、孙小海（执法证号：B1302080027）\n当事人签收\n罗小溪　2031年4月19日',
  );
  expect(facts).toMatchObject({
    'summary.officers-signed': true,
    'summary.party-signed': true,
    'decision.tells-review-first': true,
  });
});

const told = (words: string) =>
  read(`行政处罚决定书
甲建罚〔2031〕2号
当事人：甲劳务有限公司
经查，你单位未按图施工。${words}
依据《甲条例》第六十四条，决定对你单位从轻处罚，罚款56000元。
甲县住房和城乡建设局
2031年8月15日`).facts;

test('what the party said, told with its day or by name', () => {
  expect(told('你单位于2031年7月24日提交书面陈述申辩，请求从轻处罚。')).toMatchObject({
    'statement.made': true,
    'decision.lenient': true,
  });
  expect(told('当事人提出陈述、申辩意见，认为不知情。')['statement.made']).toBe(true);
  expect(told('你单位于2031年7月24日提出放弃陈述申辩权。')['statement.made']).toBe(false);
});

test('investigators sign at the foot beside the day', () => {
  const report = (foot: string) =>
    read(`案件调查终结报告
案由：提供不真实的统计资料
当事人：甲物流有限公司
一、违法事实：该单位上报数与检查数不符，差错率56%。二、证据：询问笔录2份。三、建议给予警告。
${foot}`).facts['investigation.signed'];
  expect(report('调查人员：钱小河  孙小海\n2031年7月5日')).toBe(true);
  expect(report('调查人员：\n2031年7月5日')).not.toBe(true);
});

test('whoever was inspected signs behind his opinion', () => {
  const record = (opinion: string) =>
    read(`现场检查笔录
检查时间  2031年10月10日10时12分至11时30分
检查地点  甲县工业路5号
被检查单位名称  甲塑胶有限公司
现场负责人  罗小溪
检查人员姓名及执法证号  钱小河 23010551008  孙小海 23010551021
现场情况：注塑车间正在生产。
被检查单位现场负责人意见：${opinion}
检查人员签名：钱小河 孙小海  2031年10月10日`).item('inspections[]');
  expect(record('情况属实  签名：罗小溪  2031年10月10日')).toMatchObject({ 'person-signed': true });
  expect(record('情况属实  签名：')).not.toMatchObject({ 'person-signed': true });
});

test('goods of a sample and the hand of whose they are, in cells one below the other', () => {
  const { facts } = read(`产品质量监督抽样单
抽样日期
2031年5月23日
被抽样单位
甲县燃气具商店
产品名称
家用燃气灶
抽样数量
2台（备样1台）
抽样人员（签名）
钱小河　孙小海
被抽样单位（签名）
罗小溪`);
  expect(facts).toMatchObject({ 'sampling.has-list': true, 'sampling.party-signed': true });
});

test('a story that tells the month alone is one; where a person lives goes before where he is registered', () => {
  const { facts } = read(`行政处罚决定书
甲文罚〔2031〕2号
当事人罗小溪，男，户籍所在地：乙省丙县，现住：甲县东街1号，工作单位：无。
当事人于2031年8月在甲陵保护范围内擅自实施桩基钻探作业，共钻探12孔。证据有勘验笔录、照片。
当事人的行为违反了《甲条例》第十七条，根据《甲条例》第六十六条，对当事人处以2000元罚款。
甲县文物局
2031年12月11日`);
  expect(facts).toMatchObject({ 'decision.states-facts': true, 'party.address': '甲县东街1号' });
});

test('what the performance by another will cost is no sum that was ordered', () => {
  const { facts } = read(`代履行催告书
甲水代催〔2031〕2号
甲砂石料场：
本机关于2031年3月1日送达《责令限期清除决定书》（甲水清〔2031〕2号），你场逾期未履行。现催告你场于2031年4月25日前履行。逾期不履行的，本机关将代履行，费用预计45000元由你场承担。你场有权陈述和申辩。
甲县水利局
2031年4月15日`);
  expect(facts['enforcement.principal']).toBeUndefined();
  expect(facts['urging.deadline']).toBe('2031-04-25');
});

test('of a firm and whoever was there for it, the person was on the spot', () => {
  const record = read(`现场勘验（检查）笔录
勘验（检查）时间：2031年3月7日9时30分至10时20分
勘验（检查）地点：甲县十农场
勘验（检查）人：钱小河    执法证号：03021103001
当事人：甲水产养殖有限公司
当事人现场代表：罗小溪    职务：执行董事
勘验（检查）情况：机井1眼。`);
  expect(record.item('inspections[]')).toMatchObject({ person: '罗小溪' });
  expect(record.facts['party.name']).toBe('甲水产养殖有限公司');
});

test('whoever is told for a firm is not the party', () => {
  const told = (unit: string) =>
    read(`行政处罚告知笔录
时间：2031年12月4日15时10分至15时25分
被告知人：罗小溪　${unit}
2031年11月21日检查发现你单位擅自停用消防设施，根据《甲法》第六十条，拟给予罚款叁万元的处罚。
被告知人：罗小溪　2031年12月4日`).facts['party.name'];
  expect(told('单位名称：甲县海之韵洗浴中心　法定代表人：罗小溪')).toBe('甲县海之韵洗浴中心');
  expect(told('性别：女')).toBe('罗小溪');
});

test('the day of papers left behind stands beside the hands of those who left them', () => {
  const receipt = (method: string) =>
    read(`送达回证
送达文书名称：《行政处罚决定书》（甲罚〔2031〕5号）
受送达人：甲县骨科医院
送达方式：${method}
收件人签名（盖章）及日期：
送达人签名：钱小河　孙小海　2031年7月3日
见证人签名：冯小雪
备注：拒绝签收，已拍照。`).item('services[]');
  expect(receipt('直接送达□　留置送达☑　邮寄送达□')).toMatchObject({ method: 'left', date: '2031-07-03' });
  expect(receipt('直接送达☑　留置送达□　邮寄送达□')).not.toHaveProperty('date');
});

test('the deputy head of a provincial office has the last word', () => {
  const { facts } = read(`行政许可审批表
申请人：甲影视文化传媒有限公司
许可事项：广播电视节目制作经营单位设立审批
审查意见：经审查，符合规定的条件，建议准予许可。 钱小河 孙小海 2031年7月22日
处室负责人意见：同意。 吴江 2031年7月23日
分管厅领导意见：同意准予许可。 周山 2031年7月25日`);
  expect(facts).toMatchObject({ 'approval.approved': true, 'approval.approver': '周山' });
});

test('a sentence of a notice sends the inspectors', () => {
  const { facts } = read(`税务检查通知书
甲税稽检通一〔2031〕33号
甲商贸有限公司：
根据《甲法》第五十四条规定，决定派钱小河、孙小海等人，自2031年3月18日起对你（单位）涉税情况进行检查。
国家税务总局甲市税务局稽查局
2031年3月11日`);
  expect(facts).toMatchObject({
    'inspection.inspectors': ['钱小河', '孙小海'],
    'inspection.notice-states': ['basis', 'content', 'period', 'inspectors'],
  });
});

test('a list of the goods of the case belongs to the paper that took them, unless they go to the police', () => {
  const seizure = `查封扣押决定书
甲药扣〔2031〕5号
甲药房：
经查，你单位涉嫌销售劣药。依据《甲法》第一百条，决定扣押有关物品。
甲县市场监督管理局
2031年1月9日`;
  const list = (words: string) =>
    read(
      seizure,
      `涉案财物清单
序号 名称 数量
1 阿胶糕 36盒
${words}
当事人（签名）：罗小溪 2031年1月9日`,
    ).kinds[1];
  expect(list('以上财物经核对无误。')).toBe('seizure-list');
  expect(list('移送单位：甲县市场监督管理局 接收人：吴江')).toBe('goods-list');
});

test('conditions of the law are met, though its articles stand between; a note tells what a record records', () => {
  const form = read(`行政许可决定审批表
申请人：甲林业专业合作社
许可事项：林木采伐许可
承办人意见：经审查，符合《中华人民共和国森林法》第五十六条、第五十七条第一款规定的条件，建议准予许可。 钱小河 2031年2月19日
负责人审批意见：同意准予许可。 周山 2031年2月20日`);
  expect(form.facts['licence.conditions-met']).toBe(true);
  const record = read(`现场笔录（实施行政强制措施）
时间：2031年5月12日14时00分至14时50分
地点：甲县工业园
执法人员：钱小河　执法证号：12010088　　孙小海　执法证号：12010089
现场情况：告知当事人采取扣押措施的理由、依据、权利、救济途径，对电动自行车实施扣押。`);
  expect(record.kinds).toEqual(['measure-record']);
});

test('what is proposed may be an order or a confiscation', () => {
  const report = (proposal: string) =>
    read(`违法案件调查报告
案由：非法占地
当事人：甲建材有限公司
一、调查情况：经查，该公司未经批准占用集体土地4.86亩建厂房。二、证据：询问笔录、照片。
三、处理建议
${proposal}
承办人（签字）：钱小河　孙小海
2031年8月20日`).facts['investigation.states-proposal'];
  expect(report('1.责令退还非法占用的土地；2.没收建筑物。')).toBe(true);
  expect(report('（空白）')).not.toBe(true);
});

test('a surcharge in sum, and the decision of an agency whose short name says 执', () => {
  const { facts } = read(`加处罚款决定书
青城综执加〔2031〕7号
甲石材厂：
本机关于2031年3月15日作出《行政处罚决定书》（青城综执罚决〔2031〕0315号），罚款20000元。你单位逾期未缴纳。决定自2031年4月2日起每日按罚款数额的百分之三加处罚款，加处罚款共计12000元。
甲市综合行政执法局
2031年6月5日`);
  expect(facts).toMatchObject({ 'surcharge.amount': 12000, 'decision.number': '青城综执罚决〔2031〕0315号' });
});
