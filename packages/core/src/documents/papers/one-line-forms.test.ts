// Forms whose labels, cells and lines were laid otherwise by a copy: one line, no colons, a label alone above its value. All invented.

import { expect, test } from 'vitest';
import { readPapers as read } from '../../../tests/papers.ts';

test('names of a form copied into one line end at the next label', () => {
  const summary = read(`当场处罚决定书
甲公行罚决字〔2031〕11号 违法行为人 罗小溪 现查明2031年7月9日21时15分，罗小溪在甲县东街赌博，根据《甲法》第七十条之规定，决定给予罚款贰佰元整的处罚。处罚地点 甲县东街 办案民警 钱小河 孙小海 附： 清单共0份 甲县公安局东街派出所 2031年7月9日 被处罚人 罗小溪`);
  expect(summary.facts['summary.officers']).toEqual(['钱小河', '孙小海']);
  const talk = read(`集体讨论记录
时间：2031年11月8日15时至16时 参加人员：周山（局长）、吴江（副局长） 列席人员：冯小雪（法规股）、钱小河（大队） 案情介绍：钱小河：改变林地用途720平方米。 结论性意见：一致同意罚款3000元。 参加人员签名：周山 吴江`);
  expect(talk.facts['discussion.attendants']).toEqual(['冯小雪', '钱小河']);
});

test('the first character of a name behind a blank counts no party', () => {
  const name = (head: string) =>
    read(`行政处罚决定书
甲建罚〔2031〕3号
${head}
经查，你单位未按图施工。依据《甲条例》第六十四条，决定罚款56000元。
甲县住房和城乡建设局
2031年8月15日`).facts['party.name'];
  expect(name('被处罚单位    四川铸诚建筑劳务有限公司')).toBe('四川铸诚建筑劳务有限公司');
  expect(name('被处罚单位一：川铸诚建筑劳务有限公司')).toBe('川铸诚建筑劳务有限公司');
});

test('words and a hand on the line below a place to sign', () => {
  const signed = (below: string) =>
    read(`现场检查笔录
检查时间：2031年4月2日9时40分至10时50分
检查地点：甲县东街3号
检查人：钱小河、孙小海
检查情况：现场有木栈道一处。
被检查人（签名）
${below}
检查人（签名）
钱小河 孙小海`).item('inspections[]');
  expect(signed('以上笔录我看过，与现场情况相符。 罗小溪　2031年4月2日')).toMatchObject({ 'person-signed': true });
  expect(signed('')).not.toMatchObject({ 'person-signed': true });
});

test('a heading with its number is no name, and a sentence that begins with the word for the party names nobody', () => {
  const order = read(`甲县人力资源局
限期改正指令书 甲人社令字〔2031〕第15号 甲县盛邦电子厂： 你单位拖欠工资，违反了《甲法》第五十条。现责令你单位在2031年12月9日前改正。 甲县人力资源局 2031年12月2日`);
  expect(order.facts['party.name'] ?? '').not.toMatch(/指令书/u);
  const talk = read(`集体讨论记录
案由：未取得许可证进行建设
时间：2031年9月11日9时至10时20分
参加人员：周山、吴江
讨论情况：吴江：当事人配合调查，按下限处罚合适。
结论性意见：罚款8000元。
参加人员签名：周山 吴江`);
  expect(talk.facts['party.name']).toBeUndefined();
});

test('an approval under its post alone, and a cause before the next label of its line', () => {
  const closed = read(`结案审批表
处罚内容
罚款40000元
执行情况
已缴纳
承办人意见
建议结案。钱小河 孙小海 2031年8月26日
负责人审批
同意。 周山 2031年8月30日`);
  expect(closed.facts).toMatchObject({ 'closing.approved': true, 'closing.date': '2031-08-30' });
  const report = read(`调查终结报告
案由 无证从事燃气经营活动 当事人 罗小溪，女 违法事实 经查，罗小溪无证销售液化石油气。证据 询问笔录。 处理建议 建议罚款3万元。 调查人员签名 钱小河 孙小海 2031年2月14日`);
  expect(report.facts['case.cause']).toBe('无证从事燃气经营活动');
});

test('an empty place to sign ends where that of an agent begins', () => {
  const record = (hand: string) =>
    read(`听证笔录
听证时间：2031年6月20日9时至11时20分
主持人：周山  记录员：吴江
当事人：甲汽车维修服务有限公司
主持人：现在开始听证。
当事人（签名）：${hand}　　委托代理人（签名）：${hand}
2031年6月20日`).facts['hearing.party-signed'];
  expect(record('')).not.toBe(true);
  expect(record('罗小溪')).toBe(true);
});

test('rows of a decision whose labels lost their colons', () => {
  const street = read(`甲街道办事处行政处罚决定书
甲街罚决字〔2031〕第2号
当事人 | 名称 | 甲县老友记烧烤店 | 类型 | 个体工商户
违法事实 | 2031年10月20日，当事人超出门窗外墙摆卖经营，占用人行道面积约6平方米。
处罚依据 | 《甲条例》第四十七条第二款
处罚决定 | 责令改正，处罚款人民币壹仟元整（￥1000.00）
权利告知 | 如不服本决定，可在收到本决定书之日起六十日内向甲县人民政府申请行政复议，或在六个月内向甲县人民法院提起行政诉讼
甲县甲街道办事处
2031年11月5日`).facts;
  expect(street).toMatchObject({ 'decision.fine': 1000, 'decision.states-basis': true });
  const tax = read(`税务行政处罚决定书（简易）
甲税简罚〔2031〕4号
被处罚人名称    甲县小熊奶茶店
违法事实及处罚依据    未按照规定的期限办理纳税申报。《甲法》第六十二条
罚款金额    （大写）伍拾元整　￥50.00
甲县税务局
2031年3月20日`).facts;
  expect(tax).toMatchObject({ 'decision.fine': 50, 'decision.states-basis': true });
});

test('a firm alone in a line may be the party whose colon was lost', () => {
  const { facts } = read(`行政处罚决定书
甲环罚〔2031〕3号
甲县金达五金厂
统一社会信用代码 91350100M000100Y43
我局于2031年2月27日对你单位进行了调查，发现废气未在密闭空间中进行。你单位违反了《甲法》第四十五条。依据《甲法》第一百零八条，决定罚款23000元。如不服，可在六十日内向甲市人民政府申请行政复议。
甲市生态环境局
2031年5月14日`);
  expect(facts['decision.states-party']).not.toBe(false);
});

test('the particulars of a copy in one line without colons, and a story of the month behind them', () => {
  const { facts } = read(`行政处罚决定书
甲海渔罚〔2031〕47号 当事人基本情况 个人 姓名 罗小溪 性别 男 身份证号 略 住址 甲县乙村芸美社126号 电话 略 违法事实及证据 当事人于2031年6月在禁渔期内驾驶小艇在鳄鱼屿附近海域捕捞杂鱼46.5公斤。证据有现场笔录。 违反的规定 《甲法》第三十条 处罚依据 依据《甲法》第三十八条，决定给予以下行政处罚：罚款人民币捌仟元整。 甲县渔政大队 2031年7月29日`);
  expect(facts).toMatchObject({ 'party.name': '罗小溪', 'decision.states-facts': true });
});

test('what takes a decision back is none, though the copy lost every break', () => {
  const { kinds } = read(
    '甲县城市管理综合行政执法局撤销行政处罚决定书甲城管撤字〔2031〕第1号罗小溪：本机关于2031年3月5日对你作出的甲城管罚决字〔2031〕第88号《行政处罚决定书》，因认定违法主体有误，根据《中华人民共和国行政处罚法》第七十五条第二款的规定，决定予以撤销。甲县城市管理综合行政执法局2031年4月2日',
  );
  expect(kinds).toEqual(['decision-withdrawal']);
});

test('a receipt that lists several papers, its cells laid one below the other', () => {
  const { facts } = read(`送达回证
受送达人
甲县惠民药店
送达文书名称
文号
送达时间
送达方式
受送达人签名
送达人
行政处罚告知书
甲药罚告〔2031〕4号
2031年3月11日
直接送达
罗小溪
钱小河 孙小海
行政处罚决定书
甲药罚〔2031〕4号
2031年4月2日
直接送达
罗小溪
钱小河 孙小海`);
  expect(facts['services[]']).toMatchObject([
    {
      document: 'penalty-notice',
      number: '甲药罚告〔2031〕4号',
      date: '2031-03-11',
      method: 'direct',
      recipient: '罗小溪',
    },
    { document: 'penalty-decision', number: '甲药罚〔2031〕4号', date: '2031-04-02', officers: ['钱小河', '孙小海'] },
  ]);
});

test('whoever refuses to come was not there, though somebody else came as a witness', () => {
  const { facts } = read(`实施行政强制措施现场笔录
时间：2031年9月3日16时5分至16时50分
地点：甲县东街19号楼顶
当事人：罗小溪
执法人员：钱小河（执法证号15030388）、孙小海（执法证号15030391）
见证人：冯小雪
现场情况：经电话通知，当事人拒绝到场，邀请社区工作人员冯小雪到场见证，对楼顶搭建现场实施查封。
见证人签名：冯小雪
执法人员签名：钱小河 孙小海`);
  expect(facts).toMatchObject({ 'measure.party-present': false, 'measure.witness': '冯小雪' });
});

test('a person lives behind his age, and a signature without a place is short for the heading', () => {
  const { facts } = read(`黄河水利委员会甲河务局东平湖管理局
水行政处罚决定书
甲水政罚字〔2031〕8号
当事人：罗小溪　男　47岁　住甲省东平县州城街道
经查，你于2031年3月2日在湖堤管理范围内擅自取土约35立方米，以上事实有照片为证。
上述行为违反了《甲法》第二十二条，依据《甲条例》第四十四条，决定给予你罚款壹万元的行政处罚。
东平湖管理局（印章）
2031年4月30日`);
  expect(facts).toMatchObject({
    'party.address': '甲省东平县州城街道',
    'decision.agency': '黄河水利委员会甲河务局东平湖管理局',
  });
});

test('rows of a decision under the headline of a web page are the decision where nothing else is given', () => {
  const page = `行政处罚决定信息公开
行政处罚决定文书号 | 甲市监处罚〔2031〕12号
行政相对人名称 | 甲县福满园饭店
违法事实 | 2031年1月29日检查发现从业人员未取得健康证明上岗。
处罚类别 | 警告、罚款
处罚内容 | 1.警告；2.罚款人民币2000元。
处罚决定日期 | 2031年3月4日
处罚机关 | 甲县市场监督管理局`;
  const { kinds, facts } = read(page);
  expect(kinds).toEqual(['penalty-decision']);
  expect(facts).toMatchObject({ 'decision.fine': 2000, 'party.name': '甲县福满园饭店' });
  const decision =
    '行政处罚决定书\n甲市监处罚〔2031〕12号\n当事人：甲县福满园饭店\n依据《甲法》第三条，决定罚款2000元。\n甲县市场监督管理局\n2031年3月4日';
  expect(read(decision, page).kinds[1]).toBe('publication-record');
});

test('things kept for seven days', () => {
  const term = (words: string) =>
    read(`先行登记保存证据通知书
甲文登保〔2031〕2号
罗小溪：
你涉嫌擅自经营，因证据可能灭失，依据《甲法》第五十六条，决定对下列物品先行登记保存${words}：铜镜1面。
甲市文物局
2031年5月6日`).facts['preservation.states-term'];
  expect(term('七日')).toBe(true);
  expect(term('')).toBe(false);
});

test('in a copy of one line the places to sign stand behind other words of the same name', () => {
  const record = (hand: string) =>
    read(
      `现场笔录\n检查时间：2031年4月2日9时40分至10时50分 检查地点：甲县东街3号 当事人：甲县顺达车行 检查人员：钱小河、孙小海 现场检查情况：货架上有充电器12只。 当事人（签名）：${hand} 检查人员（签名）：钱小河 孙小海 2031年4月2日`,
    ).item('inspections[]');
  expect(record('以上情况属实。罗小溪 2031年4月2日')).toMatchObject({ 'person-signed': true, 'officers-signed': true });
  expect(record('')).not.toMatchObject({ 'person-signed': true });
});

test('a number of a certificate that the margin broke is one; whoever a sentence speaks of hosts no hearing', () => {
  const record = read(`现场笔录
检查时间：2031年4月2日9时40分至10时50分，检查地点：甲县
东街3号，检查人员：钱小河 执法证号：13070523011；孙小海 执法证号：1307052
3019
当事人：甲县顺达车行，经营者：罗小溪，联系电话：13800000000，住址甲县
检查情况：货架上有充电器12只，标价签每只65元，现场有进货单，均已拍照记
录。`).item('inspections[]');
  expect(record).toMatchObject({ certificates: ['13070523011', '13070523019'] });
  const notice = read(
    '听证通知书\n甲县印染厂：现定于2031年8月15日9时公开举行听证会。听证主持人姓名沈小良职务科长。你单位认为听证主持人、联系人与本案有利害关系的，有权申请回避。甲县局2031年8月2日',
  );
  expect(notice.facts['hearing.host']).not.toBe('联系人');
});

test('the title above the first label of a record begins no label: whoever is asked is no officer', () => {
  const record = read(
    `询问笔录\n被询问人   罗小溪   性别：女\n询问时间   2031年7月19日9时5分至10时40分\n询问人   钱小河、孙小海   记录人：孙小海\n问：你做什么？\n答：我是护士。`,
  ).item('inquiries[]');
  expect(record).toMatchObject({ person: '罗小溪', officers: ['钱小河', '孙小海'] });
});

test('a form that lost all white space is known by its title, and its opinions end where the next label begins', () => {
  const form = read(
    '甲县邮政管理局立案审批表甲邮立〔2031〕9号案件来源：日常检查案由：涉嫌未按规定进行实名收寄当事人基本情况名称：甲县通达快递有限公司法定代表人：罗小溪住所：甲县东街121号案情简要情况：2031年4月16日，我局执法人员对当事人的网点进行检查，抽查快件20件，其中7件没有登记，涉嫌违反《甲办法》第十条的规定。承办人意见：建议立案查处。钱小河、孙小海2031年4月17日承办机构意见：拟同意立案。吴江2031年4月17日分管领导审批意见：同意立案。周山2031年4月18日',
  );
  expect(form.kinds).toEqual(['filing-approval']);
  expect(form.facts).toMatchObject({
    'case.cause': '涉嫌未按规定进行实名收寄',
    'filing.proposed-on': '2031-04-17',
    'filing.date': '2031-04-18',
    'filing.approver': '周山',
    'filing.handlers': ['钱小河', '孙小海'],
  });
});

test('of a source what is glued to it is no part, and in a row the cells behind it are not', () => {
  const source = (row: string) =>
    read(`立案审批表\n${row}\n案由：无照经营\n承办人意见：建议立案。钱小河 2031年4月17日`).facts['case.source'];
  expect(source('|案件来源|投诉举报|受理日子|2031年2月27日|')).toBe('投诉举报');
  expect(source('案件来源：群众举报报案人：匿名')).toBeUndefined();
});

test('a word of the form that ends like one is nobody', () => {
  const draw = read(
    '双随机抽取记录表\n抽取时间：2031年4月8日\n选派检查人员：钱小河、孙小海 处理 抽取人：吴江\n抽查方式：随机抽取检查对象、随机选派执法检查人员',
  );
  expect(draw.facts['inspection.inspectors']).toEqual(['钱小河', '孙小海']);
});

test('the agency kept a line of its own, all else is one', () => {
  const decision = read(
    '甲市互联网信息办公室\n行政处罚决定书甲网罚决字〔2031〕2号当事人：甲网络科技有限公司地址：甲市黄河北路188号负责人：罗小溪经查，你公司未采取必要措施确保用户个人信息安全。有远程勘验笔录、询问笔录等证据证实。违反了《甲法》第四十二条第二款。依据《甲法》第六十四条第一款之规定，决定给予你公司警告的行政处罚，并责令改正。如不服本决定，可自收到本决定书之日起六十日内申请行政复议。甲市互联网信息办公室2031年2月18日',
  );
  expect(decision.kinds).toEqual(['penalty-decision']);
});
