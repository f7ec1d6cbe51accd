import { expect, test } from 'vitest';
import { kindByWording } from '../content.ts';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';

/** What the facts say the decision does not state. */
const denied = (text: string): string[] =>
  Object.entries(readDecision(readerOf(text)))
    .filter(([path, fact]) => path.startsWith('decision.states-') && fact.value === false)
    .map(([path]) => path);

const END = `当事人应当自收到本处罚决定书之日起十五日内缴纳罚款。
甲县交通运输局
2024年7月9日`;

test('a whole decision that says nothing of remedies lacks them; a copy without its head or a published table proves nothing', () => {
  const body = '经查，当事人甲县运输公司违反了《甲条例》第二条。依据《甲条例》第三条，决定给予罚款200元的行政处罚。';
  expect(denied(`甲县交通运输局\n行政处罚决定书\n甲交罚〔2024〕8号\n${body}\n${END}`)).toContain(
    'decision.states-review',
  );
  expect(denied(`${body}\n${END}`)).toEqual([]);
  const table = `行政处罚决定书文号 | 甲交罚〔2024〕8号
违法行为类型 | 无证经营
行政处罚内容 | 罚款200元
处罚依据 | 《甲条例》第三条
处罚决定日期 | 2024-07-09
处罚机关 | 甲县交通运输局`;
  expect(denied(table)).toEqual([]);
});

test('a published table gives number, penalties and agency', () => {
  const facts = readDecision(
    readerOf(`处罚信息详情
行政处罚决定书文号 | 甲药监罚〔2023〕501号 |
行政相对人类别 | 法人 |
法定代表人 | 李四 |
处罚类别 | 警告、罚款 |
处罚内容 | 1、警告; 2、处货值金额两倍即100000元的罚款; 3、没收药品30支。 |
处罚决定日期 | 2023-12-07
决定机关 甲市药品监督管理局`),
  );
  expect(facts['decision.number']?.value).toBe('甲药监罚〔2023〕501号');
  expect(facts['decision.agency']?.value).toBe('甲市药品监督管理局');
  expect(facts['decision.date']?.value).toBe('2023-12-07');
  expect(facts['party.representative']?.value).toBe('李四');
  const kinds = (facts['decision.penalties[]']?.value ?? []) as readonly { kind: string }[];
  expect(kinds.map(({ kind }) => kind)).toEqual(['警告', '罚款', '没收非法财物']);
});

test('remedies of a copy that breaks off before their verb', () => {
  const cut = (end: string): unknown =>
    readDecision(readerOf(`行政处罚决定书\n甲林罚〔2023〕9号\n当事人：李四\n决定罚款65元。\n${end}`))[
      'decision.review-days'
    ]?.value;
  expect(cut('如对本决定不服，可于接到本决定书之日起六十日内，向')).toBe(60);
  expect(cut('如对本决定不服，可于接到本决定书之日起六十日内')).toBe(60);
  expect(cut('如对本决定不服，可于接到之日起六十日内向甲县人民法院')).toBe(60);
  expect(cut('限于接到本决定书之日起十五日内缴纳')).toBeUndefined();
});

test('an announcement of service names the number of the decision in its sentence', () => {
  const facts = readDecision(
    readerOf(`甲县建材有限公司：
因你单位下落不明，现公告送达《行政处罚决定书》，文书号为：甲交罚〔2025〕0097号。文书内容如下：
一、你单位的行为违反了《甲条例》第二条，决定给予罚款人民币壹仟元整（1000元）的行政处罚。`),
  );
  expect(facts['decision.number']?.value).toBe('甲交罚〔2025〕0097号');
});

const number = (...lines: string[]): unknown =>
  readDecision(readerOf(`${lines.join('\n')}\n当事人：李四\n经查，当事人违法采伐。`))['decision.number']?.value;

test('a number whose place stands apart, and one a web page printed again without its ends', () => {
  expect(number('林业行政处罚决定书', '安 林罚决字[ 2024 ]第 00001号')).toBe('安林罚决字〔2024〕第00001号');
  expect(number('林业行政处罚决定书 林罚决字〔2024〕第3号')).toBe('林罚决字〔2024〕第3号');
  expect(number('桃林罚决字〔2023〕第015号', '林业行政处罚决定书', '桃林罚决字〔2023〕第015')).toBe(
    '桃林罚决字〔2023〕第015号',
  );
});

test('a web site is no agency; a heading before the agency is no part of it', () => {
  const agency = (head: string): unknown =>
    readDecision(
      readerOf(`${head}\n林业行政处罚决定书\n甲林罚决字〔2023〕第15号\n当事人：李四\n经查，当事人违法采伐。`),
    )['decision.agency']?.value ?? null;
  expect(agency('公开范围：全部公开 公开方式：政府网站')).toBeNull();
  expect(agency('【采伐类案件】甲县林业局')).toBe('甲县林业局');
});

test('a missing name of the agency proves nothing: the seal bears it', () => {
  const text = `林业行政处罚决定书\n甲林罚决字〔2023〕第15号\n被处罚人：李四\n经查，你违法采伐。依据《丙法》第五条，决定罚款500元。\n2023年8月21日`;
  expect(denied(text)).toContain('decision.states-review');
  expect(denied(text)).not.toContain('decision.states-agency');
});

test('a news lead before the paper tells its story; the particulars stand below the title', () => {
  const text = `甲网讯 2019年8月16日，甲海关网站发布行政处罚决定。甲县红旗公司违反了《甲法》第二十条的规定，根据《乙条例》第二十五条被处罚款2400元。

中华人民共和国甲海关

行政处罚决定书

甲关检决字〔2019〕200号

当事人：甲县红旗公司

统一社会信用代码：914101007890123456

2019年9月21日，当事人申报出口商品一批，违反了《甲法》第二十条的规定。`;
  const facts = readDecision(readerOf(text));
  expect(facts['party.name']?.value).toBe('甲县红旗公司');
  expect(facts['party.code']?.value).toBe('914101007890123456');
  expect(facts['decision.number']?.value).toBe('甲关检决字〔2019〕200号');
  expect(facts['decision.agency']?.value).toBe('中华人民共和国甲海关');
});

test('a copy that breaks off within the sum tells no sum', () => {
  const fine = (end: string): unknown =>
    readDecision(
      readerOf(
        `行政处罚决定书\n甲关违字〔2026〕3号\n当事人：李四\n决定对当事人作出如下行政处罚：\n科处罚款人民币${end}`,
      ),
    )['decision.fine']?.value;
  expect(fine('0')).toBeUndefined();
  expect(fine('300元')).toBe(300);
});

test('a copy that breaks off among the penalties, or before them, leaves open what else is imposed', () => {
  const nature = (end: string): unknown[] => {
    const facts = readDecision(readerOf(`行政处罚决定书\n甲文罚字〔2026〕3号\n当事人：李四\n${end}`));
    return [facts['decision.heavy-kind']?.value, facts['decision.confiscates-goods']?.value];
  };
  expect(
    nature('执法人员当即责令停止违规经营，依法做出如下处理：对现场检查情况进行拍照取证，制作了笔录。并开具了'),
  ).toEqual([undefined, undefined]);
  expect(nature('决定对当事人作出如下行政处罚：\n1、对当事人品名')).toEqual([undefined, undefined]);
  expect(nature('决定对当事人作出如下行政处罚：\n1、没收货物；\n2、')).toEqual([undefined, true]);
  expect(nature('决定对当事人作出如下行政处罚：\n罚款300元。\n当事人应当自收到本决定书之日起十五日内缴至银行')).toEqual(
    [false, false],
  );
});

test('a copy that breaks off in its head, its story or right behind a day is no whole paper', () => {
  const head = '甲县市场监督管理局\n行政处罚决定书\n甲市监处罚〔2023〕8号\n当事人：甲县公司\n成立日期：2021年8月20日';
  for (const text of [
    head,
    '日期：2023-04-13\n甲县市场监督管理局\n行政处罚决定书\n甲市监处罚〔2023〕8号',
    `${head}\n住所：甲县东街\n经查，当事人销售过期食品。\n2023年4月17日`,
  ]) {
    const facts = readDecision(readerOf(text));
    expect(denied(text)).toEqual([]);
    expect(['2021-08-20', '2023-04-13']).not.toContain(facts['decision.date']?.value);
  }
});

test('gains told in a copy whose decision is lost are not held against it', () => {
  const facts = readDecision(
    readerOf(
      '当事人：甲县公司\n经查，当事人违法所得600元。\n2.处罚款30000元。\n当事人应当自收到之日起15日内缴纳罚款。\n甲县农业农村局\n2025年1月8日',
    ),
  );
  expect(facts['decision.illegal-gains']).toBeUndefined();
});

test('what lost its blanks or its line breaks on a web page is still told apart', () => {
  const facts = readDecision(
    readerOf(`甲市生态环境局
行政处罚决定书
豫 1199 环罚决字〔2023〕5 号
甲县乙加油站统一社会信用代码91110000600037341L
地址:丙镇丁村
法定代表人(负责人):王某
一、环境违法事实和证据
我局于 2023 年 7 月 1 日对你单位进行了调查。`),
  );
  expect(facts['decision.number']?.value).toBe('豫1199环罚决字〔2023〕5号');
  expect(facts['party.name']?.value).toBe('甲县乙加油站');
  expect(facts['party.code']?.value).toBe('91110000600037341L');
  expect(facts['party.address']?.value).toBe('丙镇丁村');
});

test('a bare copy that tells its party of the notice and its silence is a decision', () => {
  const reader = readerOf(`甲县乙加油站:
统一社会信用代码91110000600037341L,投资人王某,地址甲县丙镇丁村。
我局于2024年6月6日对你(单位)进行了检查调查,发现你(单位)未制定应急预案。
以上事实,有下列证据证明:
1.营业执照复印件1份,证明你(单位)的主体资格;
2.2024年6月6日现场检查(勘察)笔录1份,证明现场检查的情况。
上述行为违反《甲办法》第六条第一款第四项的规定。
我局于2024年8月8日以《行政处罚事先告知书》{甲环罚告〔2024〕15号}告知你(单位)拟处罚的内容以及享有的陈述申辩权。你(单位)规定时间内未提出陈述申辩意见。
依照《甲办法》第三十八条第三项`);
  expect(kindByWording(reader)?.kind).toBe('penalty-decision');
  const facts = readDecision(reader);
  expect(facts['party.name']?.value).toBe('甲县乙加油站');
  expect(facts['party.address']?.value).toBe('甲县丙镇丁村');
});

test('a number in brackets behind the title of another paper, or behind a label, is not the own one', () => {
  const numberOf = (text: string): unknown => readDecision(readerOf(text))['decision.number']?.value;
  const paper = (first: string): string => `行政处罚决定书\n甲县运输公司：\n${first}\n罚款200元。\n${END}`;
  expect(numberOf(paper('《关于甲镇项目的函》（乙政发〔2024〕21号）已收悉。'))).toBeUndefined();
  expect(numberOf(paper('你单位项目（项目代码：甲发改〔2024〕8号）已查。'))).toBeUndefined();
  expect(numberOf(`行政处罚决定书（甲交罚〔2024〕8号）\n甲县运输公司：\n罚款200元。\n${END}`)).toBe(
    '甲交罚〔2024〕8号',
  );
  expect(numberOf(`行政处罚决定书\n（甲）应急罚〔2024〕8号\n甲县运输公司：\n罚款200元。\n${END}`)).toBe(
    '（甲）应急罚〔2024〕8号',
  );
});

test('the label after one that was left open is nobody’s name', () => {
  const facts = readDecision(
    readerOf(
      `行政处罚决定书\n甲交罚〔2024〕8号\n当事人：甲县运输公司 经\n营者： 身份证（其他有效证件）号码： 联系电话：\n罚款200元。\n${END}`,
    ),
  );
  expect(facts['party.representative']).toBeUndefined();
});

test('a decision that is announced, with a note behind the label of the party and its head run together', () => {
  const facts = readDecision(
    readerOf(`政府采购行政处罚决定书（甲县教育局2030年农村义务教育学生营养改善计划食品原辅材料采购项目）
甲财采处〔2030〕9号
根据《政府采购信息发布管理办法》（财政部令第101号）的相关规定，现将我机关对甲县乙合作社作出的行政处罚决定公告如下：
项目名称：甲县教育局食品采购项目
一、当事人
当事人（中标供应商）甲县乙农产品合作社
地 址：丙省甲县丁乡戊村八组300号二、违法事实和证据
经核查，甲县乙农产品合作社提供虚假材料谋取中标。`),
  );
  expect(facts['decision.number']).toMatchObject({ value: '甲财采处〔2030〕9号', confidence: 0.95 });
  expect(facts['party.name']?.value).toBe('甲县乙农产品合作社');
  expect(facts['party.address']?.value).toBe('丙省甲县丁乡戊村八组300号');
});

test('what was proposed before the notice was served is its story; what is to be paid upon it is the decision', () => {
  const told = `政府采购行政处罚决定书
甲财采处〔2030〕9号
当事人：甲县乙合作社
经核查，甲县乙合作社提供虚假材料。我机关拟对其给予采购金额千分之五即799元罚款的行政处罚。拟处罚决定作出后，我机关依法送达了《处罚告知书》。`;
  expect(readDecision(readerOf(told))['decision.says-proposed']).toBeUndefined();
  const decided = `${told.slice(0, told.indexOf('拟处罚决定作出后'))}你社应当自收到本决定书之日起15日内缴纳罚款。`;
  expect(readDecision(readerOf(decided))['decision.says-proposed']?.value).toBe(true);
  expect(readDecision(readerOf(told))['decision.fine']).toBeUndefined();
  const cut = told.slice(0, told.indexOf('拟处罚决定作出后'));
  expect(readDecision(readerOf(cut))['decision.says-proposed']).toBeUndefined();
  const later = `${cut}本机关决定作出如下行政处罚：罚款799元。你社应当自收到本决定书之日起15日内缴纳罚款。`;
  expect(readDecision(readerOf(later))['decision.says-proposed']).toBeUndefined();
});

test('the party of a body without its head, and one whose label lost its mark, before those that answer with it', () => {
  const name = (text: string) => readDecision(readerOf(text))['party.name']?.value;
  const body =
    '采取规避监管的方式排放水污染物一案，经现场调查，现已审查终结。\n你公司的行为违反了《中华人民共和国水污染防治法》第二十二条第二款的规定。依据上述规定，我局决定对你公司作出罚款2万元的行政处罚。';
  expect(name(`甲市乙工贸有限公司（以下简称“公司”）${body}`)).toBe('甲市乙工贸有限公司');
  expect(name(`甲市乙工贸有限公司违法${body}`)).toBe('甲市乙工贸有限公司');
  expect(name(`甲市生态环境局${body}`)).toBeUndefined();
  expect(
    name(`中国证监会行政处罚决定书
〔2030〕6号
当事人甲集团控股有限公司（以下简称甲集团住所：乙省丙市东街39号
张三，男，1959年9月出生，时任甲集团董事长，住址：乙省丙市
我会对甲集团信息披露违法违规行为进行了立案调查、审理，依法向当事人告知了事实、理由、依据。`),
  ).toBe('甲集团控股有限公司');
});

test('the number a published card gives behind its label', () => {
  const card =
    '行政相对人名称： | 甲县乙加油站 | 法定代表人： | 周五 | 行政处罚决定文书号： | （甲）市监罚字〔2030〕33号 | 违法行为类型： | 当事人销售不合格汽油，违反了《中华人民共和国产品质量法》第十三条的规定，予以处罚。鉴于当事人能够积极配合执法人员调查取证，可以从轻。';
  expect(readDecision(readerOf(card))['decision.number']?.value).toBe('（甲）市监罚字〔2030〕33号');
});

test('a summary whose labels stand close together', () => {
  const facts = readDecision(
    readerOf(`行政处罚决定文书号：甲自然资规罚〔2031〕8号
被处罚单位（被处罚人）：甲县乙镇丙村村民委员会执法部门：甲县自然资源和规划局
作出行政处罚日期： 2031年11月1日
行政处罚决定书（摘要）
2030年4月至6月期间，丙村村民委员会未经批准擅自在本村占地建设供水站，已建成。`),
  );
  expect(facts['party.name']?.value).toBe('甲县乙镇丙村村民委员会');
  expect(facts['decision.date']?.value).toBe('2031-11-01');
});

test('a copy without its head decides with 依据…,对当事人作出如下行政处罚决定', () => {
  expect(
    kindByWording(
      readerOf(`当事人甲县乙镇某合作社未经批准,擅自占地植树。违反了《土地管理法》第三十七条的规定,根据《甲省条例》第五十一条的规定,对当事人作出如下行政处罚决定:
1、限期改正。
2、罚款5000元。
应当在收到行政处罚决定书之日起十五日内,缴入财政账户,逾期不缴纳的,每日按罚款数额的百分之三加处罚款。`),
    )?.kind,
  ).toBe('penalty-decision');
});
