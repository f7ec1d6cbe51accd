import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import { kindByWording } from '../content.ts';
import { extract } from '../extract.ts';
import { readPublication } from '../papers/publication.ts';
import { readSummary } from '../papers/summary.ts';
import { readerOf, textFile } from '../plain-text.ts';
import { readDecision } from './decision.ts';

const read = (text: string) => readDecision(readerOf(text));
const value = (text: string, fact: string) => read(text)[fact]?.value;
const BODY = '经查，当事人于2031年2月1日擅自营业。依据《甲条例》第三条，决定罚款500元。';

test('a name and address that the margin breaks within brackets', () => {
  const facts = read(
    `青山市教育局行政处罚决定书
青教罚〔2031〕3号
　　青山市优思教育咨询有限公司（统一社会信用代码91350100
M000100Y43，法定代表人：游敏，住所：青山市武侯大街26
号）：
　　经查，你公司于2031年2月1日起擅自开办面向初中学生的
培训班。依据《甲条例》第三条，决定罚款500元，并责令退还
所收的全部费用，上缴国库，其余不予处罚，特此决定如上述。`,
  );
  expect(facts['party.name']?.value).toBe('青山市优思教育咨询有限公司');
  expect(facts['party.code']?.value).toBe('91350100M000100Y43');
  expect(facts['party.address']?.value).toBe('青山市武侯大街26号');
});

test('particulars in a line that reaches the margin, the body below', () => {
  const facts = read(
    `行政处罚决定书
青粮罚字〔2031〕6号
　　被处罚单位：青山县新安镇粮食购销站；类型：全民所有制；法定代表人：
芮文才；住所：青山县新安镇大赵村；统一社会信用代码：91350100M000100Y43
　　本机关在2031年度夏粮收购检查中发现，你单位收购小麦未按规定建立台
账。依据《甲条例》第三条，决定罚款500元。`,
  );
  expect(facts['party.representative']?.value).toBe('芮文才');
  expect(facts['party.address']?.value).toBe('青山县新安镇大赵村');
});

test('where a person lives goes over the margin, and is no more than the place', () => {
  const facts = read(
    `行政处罚决定书
青司罚决字〔2031〕第11号
　　被处罚人：冯志远，男，1976年8月生，甲省秦正律师事务
所律师，执业证号：16101200510612345，住青山市莲湖区西关
正街。
　　经查，2030年12月，冯志远未经律师事务所统一收案，私自
与委托人赵某签订委托代理合同，并以个人名义收取代理费，其
行为违反了规定。依据《甲条例》第三条，决定罚款500元。`,
  );
  expect(facts['party.address']?.value).toBe('青山市莲湖区西关正街');
  const pupil = '当事人：李明，男，现住青山市晋阳路88号5栋，青山市某中学学生。';
  expect(value(`行政处罚决定书\n${pupil}\n${BODY}`, 'party.address')).toBe('青山市晋阳路88号5栋');
  const worker = '当事人：李明，性别男，住绥山林业局半截河林场，系该林场职工。';
  expect(value(`行政处罚决定书\n${worker}\n${BODY}`, 'party.address')).toBe('绥山林业局半截河林场');
});

test('white space parts a name from sex and age', () => {
  expect(value(`行政处罚决定书\n当事人：罗朝友   男   汉族   现年48岁\n${BODY}`, 'party.name')).toBe('罗朝友');
});

test('the number of a licence among the particulars is not that of the decision', () => {
  const head = '行政处罚决定书\n青市监罚〔2031〕61号';
  const party = '当事人：青山县徐氏加工坊，食品小作坊登记证号：\n甲食作登字〔2021〕第0027号，住所：青山县东街';
  expect(value(`${head}\n${party}\n${BODY}`, 'decision.number')).toBe('青市监罚〔2031〕61号');
});

/** Copies that lost their line breaks: what stands where the breaks were. */
const FLAT: readonly (readonly [string, string, string])[] = [
  [`水 行 政 处 罚 决 定 书青水罚字〔2031〕8号当事人：李明\n${BODY}`, 'decision.number', '青水罚字〔2031〕8号'],
  [
    `行政处罚决定书（第二联 送达用人单位）青人社监罚字〔2031〕第8号李明：\n${BODY}`,
    'decision.number',
    '青人社监罚字〔2031〕第8号',
  ],
  [
    `处罚决定书\n当事人：李明\n${BODY}附：清单共 0 份 青山县消防救援大队 2031年3月9日`,
    'decision.agency',
    '青山县消防救援大队',
  ],
  [`处罚决定书\n当事人：李明\n${BODY}青山县互联网信息办公室2031年3月9日`, 'decision.date', '2031-03-09'],
  [`处罚决定书\n当事人：李明\n${BODY}青山县公安局2031年3月9日被处罚人签名：李明`, 'decision.date', '2031-03-09'],
  [
    `青山市盐务局 盐业违法案件处罚决定书 青盐罚〔2031〕4号 当事人：李明 ${BODY}2031年3月9日`,
    'decision.agency',
    '青山市盐务局',
  ],
  [
    `海事行政处罚决定书 海事罚字〔2031〕070302004511 当事人：李明 ${BODY}`,
    'decision.number',
    '海事罚字〔2031〕070302004511',
  ],
  [`处罚决定书\n当事人：青山县红旗砖厂 法定代表人：牟晓锋一、违法事实：${BODY}`, 'party.representative', '牟晓锋'],
  [
    `处罚决定书\n当事人：罗朝友 住址：青山市双谷村大坡组罗朝友未经批准占地一案，${BODY}`,
    'party.address',
    '青山市双谷村大坡组',
  ],
  [`行政处罚决定书 青交罚决〔2031〕Y02611 当事人：李明 ${BODY}`, 'decision.number', '青交罚决〔2031〕Y02611'],
  [`青山市城市管理局 行政处罚决定书 第2220034567号 当事人：李明 ${BODY}`, 'decision.number', '第2220034567号'],
  [
    `处罚决定书\n当事人：李明，男，住址：青山市公平路12栋，工作单位无，违法经历：无。${BODY}`,
    'party.address',
    '青山市公平路12栋',
  ],
  [
    `海关关于甲公司擅自处置边角料案的处罚决定青关缉违字〔2031〕7号当事人：李明 ${BODY}`,
    'decision.number',
    '青关缉违字〔2031〕7号',
  ],
  [`处罚决定书\n当事人：李明 住址：青山市公平路12号（违法事实和证据）${BODY}`, 'party.address', '青山市公平路12号'],
  [`处罚决定书\n当事人：青山县红旗砖厂法定代表人：左明因你单位无证排污，${BODY}`, 'party.representative', '左明'],
  [`处罚决定书\n被处罚人：李明2031年3月9日${BODY}`, 'party.name', '李明'],
  [`处罚决定书\n当事人：李明 住址：青山市双谷村大坡组现场检查发现，${BODY}`, 'party.address', '青山市双谷村大坡组'],
];

test.each(FLAT)('%s', (text, fact, wanted) => {
  expect(value(text, fact)).toBe(wanted);
});

test('what a list of evidence calls the party is no name', () => {
  const facts = read(`行政处罚决定书 ${BODY}1.违法主体的证据：营业执照复印件、法定代表人身份证复印件等；`);
  expect(facts['party.name']).toBeUndefined();
  expect(facts['party.representative']).toBeUndefined();
});

test('a name that could not be read in a copy of one line is not told missing', () => {
  const end = '如不服，可在60日内申请行政复议。青山县教育局2031年3月9日';
  const named = `青山县教育局行政处罚决定书青教罚〔2031〕3号致青山县优思咨询有限公司（下称该公司）${BODY}${end}`;
  expect(value(named, 'decision.states-party')).not.toBe(false);
});

test('kinds of flat copies', () => {
  const flat = (title: string, rest: string) => kindByWording(readerOf(`${title}${rest.repeat(2)}`))?.kind;
  const told = '如不服本处罚决定，可申请行政复议，也可提起行政诉讼。';
  expect(
    flat(
      '青山县工商局处 罚 决 定 书',
      `青工商处字（1998）第114号当事人：甲厂。本局决定处罚如下：一、责令停止侵权；二、罚款。${told}`,
    ),
  ).toBe('penalty-decision');
  expect(
    flat(
      '加处罚款决定书',
      `青综执加罚〔2031〕第21号甲公司：决定自2031年4月26日起每日按罚款数额的百分之三加处罚款。${told}`,
    ),
  ).toBe('surcharge-decision');
});

test('a decision of the old police law is one', () => {
  const text = `青山市公安局治安管理处罚裁决书\n青公裁字（1999）第2306号\n被裁决人：孙立军，男，住青山市兴华街5段。\n经查，1999年7月14日孙立军酒后滋事。根据《中华人民共和国治安管理处罚条例》第二十二条第（一）项，裁决给予孙立军治安拘留十日，并处罚款二百元。\n一九九九年七月十六日`;
  const { documents } = extract([textFile('1.txt', text)], kinds, { id: 'c' });
  const facts = documents[0]?.facts ?? {};
  expect(documents.map(({ kind }) => kind)).toEqual(['penalty-decision']);
  expect(facts['party.name']?.value).toBe('孙立军');
  expect(facts['decision.agency']?.value).toBe('青山市公安局');
  expect(facts['decision.fine']?.value).toBe(200);
});

test('a warning given on the spot is a penalty', () => {
  const facts = readSummary(
    readerOf(
      '行政处罚决定书（当场）\n青卫当罚〔2031〕7号\n被处罚人：青山县阿芳美发店\n依据《甲细则》第三十六条第一款，现当场给予警告的行政处罚。\n青山县卫生健康委员会\n2031年7月13日',
    ),
  );
  expect((facts['decision.penalties[]']?.value as { kind: string }[] | undefined)?.map(({ kind }) => kind)).toEqual([
    '警告',
  ]);
});

test('until when the fine is paid may stand behind where', () => {
  const pay = '罚款缴至：甲银行青山支行，期限为收到本决定书之日起十五日内；逾期每日加处3%罚款。';
  expect(value(`行政处罚决定书\n当事人：李明\n${BODY}\n${pay}`, 'decision.payment-days')).toBe(15);
});

test('tables of banks and of foreign exchange tell number, day, agency and fine', () => {
  const rows = readPublication(
    readerOf(
      '国家外汇管理局青山市中心支局行政处罚信息公示表\n序号 1\n违规主体名称 青山市宏亚贸易有限公司\n行政处罚决定书文号 青汇罚〔2031〕7号\n违规行为类型 逃汇\n违规事实 虚构贸易背景\n处罚依据 《甲条例》第三十九条\n处罚类别 罚款\n处罚内容 处罚款61.4万元人民币\n作出处罚决定日期 2031年8月19日\n处罚机关 国家外汇管理局青山市中心支局\n公示期限 一年',
    ),
  );
  expect(rows['decision.agency']?.value).toBe('国家外汇管理局青山市中心支局');
  expect(rows['decision.date']?.value).toBe('2031-08-19');
  const columns = readPublication(
    readerOf(
      '中国人民银行青山市中心支行行政处罚信息公示表\n序号\n企业名称\n行政处罚决定书文号\n违法行为类型\n行政处罚内容\n作出行政处罚决定机关名称\n作出行政处罚决定日期\n备注\n1\n青山汇川村镇银行股份有限公司\n青银罚字〔2031〕6号\n违反金融统计管理规定\n警告，并处罚款28.5万元\n中国人民银行青山市中心支行\n2031年7月9日',
    ),
  );
  expect(columns['decision.number']?.value).toBe('青银罚字〔2031〕6号');
  expect(columns['decision.agency']?.value).toBe('中国人民银行青山市中心支行');
  expect(columns['decision.date']?.value).toBe('2031-07-09');
  expect(columns['decision.fine']?.value).toBe(285000);
});

test('an abstract in the third person tells number and fine of the decision', () => {
  const text =
    '行政处罚公告\n青山县农业农村局对岳某使用炸鱼方法捕捞一案作出行政处罚。\n岳某，男，58岁。2031年6月19日，岳某在杨柳河炸鱼，捕获鲫鱼3.2公斤，违反了《甲法》第三十条第一款。青山县农业农村局于2031年7月20日作出青农（渔业）罚〔2031〕5号行政处罚决定：没收渔获物3.2公斤，罚款人民币贰仟元。\n特此公告\n青山县农业农村局\n2031年8月1日';
  const { documents } = extract([textFile('1.txt', text)], kinds, { id: 'c' });
  expect(documents.map(({ kind }) => kind)).toEqual(['publication-record']);
  expect(documents[0]?.facts['decision.number']?.value).toBe('青农（渔业）罚〔2031〕5号');
  expect(documents[0]?.facts['decision.fine']?.value).toBe(2000);
});
