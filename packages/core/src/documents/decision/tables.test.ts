import { expect, test } from 'vitest';
import { kindByWording } from '../content.ts';
import { readLicenceDecision } from '../papers/licence/decision.ts';
import { readerOf } from '../plain-text.ts';
import { readDecision } from './decision.ts';

const ROWS = `关于李四违规使用农药案行政处罚信息
文件名称：
统一登记号：
索引号：
甲001
行政处罚决定案号
甲农（农药）罚〔2031〕11号
违法主体名称或姓名
甲县丰收农资店
法定代表人（负责人）
主要违法事实
当事人于2031年3月4日超范围经营农药。
行政处罚种类和依据
处罚种类：罚款。处罚依据：《农药管理条例》第五十五条第一款。
行政处罚履行方式和期限
在收到处罚决定书之日起15日内持决定书到甲县农业银行缴纳罚款。
作出行政处罚的机关名称和日期
甲县农业农村局   2031年5月6日
备注`;

test('a published table with a row a line is known and read', () => {
  const reader = readerOf(ROWS);
  expect(kindByWording(reader)?.kind).toBe('penalty-decision');
  const facts = readDecision(reader);
  expect(facts['decision.number']?.value).toBe('甲农（农药）罚〔2031〕11号');
  expect(facts['party.name']?.value).toBe('甲县丰收农资店');
  expect(facts['party.representative']).toBeUndefined();
  expect(facts['decision.payment-days']?.value).toBe(15);
  expect(facts['decision.agency']?.value).toBe('甲县农业农村局');
});

const HEAD = `行政处罚决定书
当事人
姓名或名称
甲市星光网吧
法定代表人
张三
地  址
甲市南街1号`;
const FACTS =
  '2031年8月2日19时45分青山市文化和旅游局执法人员检查发现该网吧接纳未成年人,违反了《甲条例》第二条。依据《甲条例》第三条,决定给予警告。';

test('an agency without its place is completed from the text or left out', () => {
  const page = `发布机构：市文化和旅游局 发文日期：2031-11-04\n${HEAD}\n违法事实\n`;
  expect(readDecision(readerOf(page + FACTS))['decision.agency']?.value).toBe('青山市文化和旅游局');
  expect(readDecision(readerOf(page + FACTS.replaceAll('青山市文化', '本')))['decision.agency']).toBeUndefined();
});

test('a number whose first bracket was lost is not sure', () => {
  const number = (line: string) => readDecision(readerOf(HEAD.replace('\n', `\n${line}\n`)))['decision.number'];
  expect(number('（甲）文罚字〔2031〕7号')?.confidence).toBeGreaterThan(0.9);
  expect(number('）文罚字〔2031〕7号')?.confidence).toBeLessThan(0.5);
});

test('a name addressed above its particulars is the party whatever it ends on', () => {
  const facts = readDecision(
    readerOf(`甲县生态环境局
行政处罚决定书
甲环罚〔2031〕5号
甲县七里镇大华机械加工：
地址：甲县七里镇二村
法定代表人：王五 11010119900307001X
2031年6月2日，我局执法人员检查时发现，你单位擅自建设项目。`),
  );
  expect(facts['party.name']?.value).toBe('甲县七里镇大华机械加工');
  expect(facts['party.representative']?.value).toBe('王五');
  expect(facts['party.address']?.value).toBe('甲县七里镇二村');
});

test('the number of the application is not that of the licence', () => {
  const facts = readLicenceDecision(
    readerOf(`某某船舶有限公司：
本单位于2031年3月19日收到你公司的取水许可申请。经审查，该申请符合法定条件，决定准予取水许可。
本项目《取水许可申请书》签注上述审批意见后编号为（甲乙）申字〔2031〕第00001号，随本文批复你公司。
甲市水务局
2031年3月31日`),
  );
  expect(facts['decision.number']).toBeUndefined();
  expect(facts['licence.granted']?.value).toBe(true);
});

test('the fine of a table in units of ten thousand', () => {
  const table = (kind: string, column: string) =>
    readDecision(
      readerOf(`行政处罚决定书文号 | 甲汇检罚〔2031〕1号 |
违规主体名称 | 青山银行股份有限公司甲市分行 |
作出处罚决定的行政机关名称 | 国家外汇管理局甲省分局 |
违法行为类型 | 未审核单证 |
违法事实 | 未按规定审核 |
处罚依据 | 《甲条例》第四十七条第（一）项 |
处罚类别 | ${kind} |
${column} | 55.00 |
处罚决定日期 | 2031-10-08 |`),
    );
  const facts = table('罚款', '罚没款金额(万元)');
  expect(facts['decision.fine']?.value).toBe(550000);
  expect(facts['party.name']?.value).toBe('青山银行股份有限公司甲市分行');
  expect(facts['decision.date']?.value).toBe('2031-10-08');
  expect(table('罚款、没收违法所得', '罚没款金额(万元)')['decision.fine']).toBeUndefined();
  expect(table('罚款、没收违法所得', '罚款金额(万元)')['decision.fine']?.value).toBe(550000);
});

test('square brackets in a number belong to it, before it they are a label', () => {
  const number = (line: string) => readDecision(readerOf(`${line}\n${HEAD}`))['decision.number']?.value;
  expect(number('甲规资执[处罚决定]〔2031〕18号')).toBe('甲规资执[处罚决定]〔2031〕18号');
  expect(number('[发文字号]甲农罚〔2031〕1号')).toBe('甲农罚〔2031〕1号');
});

test('the agency may stand behind a number in brackets', () => {
  const facts = readDecision(
    readerOf('（甲农屠宰罚〔2031〕1号）青山市农业农村局行政处罚决定书\n当事人：欧某 性别：男'),
  );
  expect(facts['decision.agency']?.value).toBe('青山市农业农村局');
});

test('rows of a web page that end on a colon address nobody', () => {
  const facts = readDecision(
    readerOf(`主题信息：
城市管理
文件名称：
甲建罚字〔2031〕50号
青山建设集团有限公司：
2030年7月11日，项目坍塌。你公司未设立项目管理机构。
根据《中华人民共和国建筑法》第七十一条第一款规定，我部决定给予你单位责令停业整顿90日的行政处罚，自2031年5月8日开始执行。
如对本决定不服，可自收到本决定书之日起60日内向我部申请行政复议或6个月内向人民法院提起行政诉讼。`),
  );
  expect(facts['party.name']?.value).toBe('青山建设集团有限公司');
  expect(facts['decision.number']?.value).toBe('甲建罚字〔2031〕50号');
});

test('a published table of labels above their values is a decision, whatever it orders', () => {
  const reader = readerOf(`甲县市场监督管理局
行政处罚案件名称
甲县老生百货店（李某）经营超过保质期食品案
行政处罚决定文书号
甲市监处罚〔2031〕10号
违法事实
当事人于2030年5月购进1件饮料，查获时均已超过保质期，货值金额：36.00元。
处罚依据
《中华人民共和国食品安全法》第一百二十四条第一款“违反本法规定，有下列情形之一的，没收违法所得；情节严重的，吊销许可证；”第五项“经营超过保质期的食品；”
处罚类别
行政处罚
处罚内容
本局决定责令你改正违法行为，并对你作如下处罚：
1.没收饮料12瓶；
2.罚款：1000元。
罚款金额（元）
1000
处罚机关
处罚决定日期
2031年1月24日
公示截止日期
2031年4月24日`);
  expect(kindByWording(reader)?.kind).toBe('penalty-decision');
  const facts = readDecision(reader);
  expect(facts['decision.number']?.value).toBe('甲市监处罚〔2031〕10号');
  expect(facts['decision.date']?.value).toBe('2031-01-24');
  expect(facts['decision.fine']?.value).toBe(1000);
  const cited = facts['decision.citations[]']?.value as readonly { article?: string; item?: number }[];
  expect(cited.map(({ article, item }) => `${article} ${item}`)).toContain('124 5');
});

test('a newspaper that tells of a decision is none; one that prints it is', () => {
  const lead =
    '甲网4月11日讯 近日，政务服务网发布行政处罚决定书（甲消行罚决字〔2031〕第0072号）。乙有限公司未经许可擅自营业，违反了《中华人民共和国消防法》第十五条第四款之规定。甲市消防救援支队决定给予乙有限公司责令停产停业，并处罚款人民币伍仟元整的处罚。';
  expect(kindByWording(readerOf(lead))).toBeNull();
  const printed = `甲网4月11日讯 近日，甲局发布行政处罚决定书（甲药罚〔2031〕2号）。\n当事人：乙有限公司\n住所：甲市丙路1号\n经查，乙有限公司生产劣药，违反了《甲法》第二条。依据《甲法》第三条，对当事人作出如下行政处罚：罚款500元。当事人应当自收到本决定书之日起十五日内缴纳罚款。`;
  expect(kindByWording(readerOf(printed))?.kind).toBe('penalty-decision');
});

const COLUMNS = (more: string) =>
  `甲县农业农村局\n2031年行政处罚案件信息公开表\n序号\n行政处罚决定书文号\n案件名称\n违法企业名称或违法自然人姓名\n统一社会信用代码\n负责人\n主要违法事实\n作出处罚的日期\n1\n甲农（种子）罚〔2031〕3号\n甲县北斗种苗有限公司销售种子案\n甲县北斗种苗有限公司\n91350100M000100Y43\n张三\n2031年2月1日当事人销售的种子标签不符合规定，违反了《甲条例》第四条。${more}`;

test('heads of columns line by line, and their one row below in the same order', () => {
  const facts = readDecision(readerOf(COLUMNS('')));
  expect(facts['party.name']?.value).toBe('甲县北斗种苗有限公司');
  expect(facts['party.representative']?.value).toBe('张三');
  expect(facts['party.code']?.value).toBe('91350100M000100Y43');
  const two = readDecision(readerOf(COLUMNS('\n2\n甲农（种子）罚〔2031〕4号\n某案\n甲县南斗种苗有限公司')));
  expect(two['party.representative']).toBeUndefined();
});

test('the last row of a flat table names who sent it, not who decided', () => {
  const facts = readDecision(
    readerOf(
      '甲市文化和旅游局行政处罚信息\n行政相对人名称 甲市书香图书经营部\n行政处罚决定书文号 （甲）文罚字〔2031〕1号\n违法行为类型 违反《甲规定》第二十条\n违法事实 2031年8月2日销售非法出版物\n处罚依据 《甲条例》第六十二条\n处罚类别 没收非法财物、罚款\n处罚内容 1.没收非法出版物17册；2.罚款人民币10000元\n没收违法所得、没收非法财物的金额（万元） 0.000000\n处罚决定日期 2031/09/14\n处罚机关 甲市文化和旅游局\n数据来源单位 甲市文化和旅游局',
    ),
  );
  expect(facts['decision.agency']?.value).toBe('甲市文化和旅游局');
  const items = (facts['decision.penalties[]']?.value ?? []) as { kind: string }[];
  expect(items.map(({ kind }) => kind)).toEqual(['没收非法财物', '罚款']);
});
