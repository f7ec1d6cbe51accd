// What letters without a form tell: whom they serve, their days, what a copy hides. All invented.
import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact } from '../record/types.ts';
import { extract } from './extract.ts';
import { fold } from './normalise.ts';
import { textFile } from './plain-text.ts';
import { titleOf } from './titles.ts';

const _kindOf = (line: string): string | null => titleOf(fold(line), kinds)?.kind ?? null;

/** Kinds of the papers in the text, and the values of all their facts. */
function read(text: string) {
  const { documents } = extract([textFile('case.txt', text)], kinds, { id: 'c' });
  const facts = Object.assign({}, ...documents.map((document) => document.facts)) as Record<string, Fact>;
  const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));
  return { kinds: documents.map(({ kind }) => kind), values };
}

test('remedies told without their terms, or hidden in the copy, are not denied', () => {
  const letter = (remedies: string) => `关于甲市清流水库工程水土保持方案不予行政许可的决定
甲市清流水务有限公司：
你单位提交的水土保持方案审批申请收悉。我局于2026年1月9日受理该申请，方案未通过技术评审。根据《中华人民共和国行政许可法》第三十八条第二款规定，我局对该申请作出不予行政许可决定。
${remedies}
甲市水利局
2026年1月21日`;
  const hidden = read(
    letter('如不服本决定，可以在接到本决定之日起60****政府申请行政复议，也可以****人民法院提起行政诉讼。'),
  );
  expect(hidden.values['decision.states-review']).toBeUndefined();
  expect(hidden.values['acceptance.date']).toBe('2026-01-09');
  expect(hidden.values['licence.item']).not.toBe('作出不予');
  expect(read(letter('请进一步修改完善。')).values['decision.states-review']).toBe(false);
});

test('a transfer letter without a list does not tell what went with it', () => {
  const letter = (end: string) => `涉嫌环境犯罪案件移送书
甲环移送〔2025〕15号
我局于2025年10月13日对某洗车场进行现场检查，该场行为涉嫌犯罪，已将案件证据材料移送甲市公安局河西分局。${end}
甲市生态环境局
2025年12月1日`;
  expect(read(letter('')).values).toMatchObject({ 'transfer.to': '甲市公安局河西分局' });
  expect(read(letter('')).values['transfer.materials']).toBeUndefined();
  expect(read(letter('\n附件：1.调查报告')).values['transfer.materials']).toEqual(['letter', 'report']);
});

test('an order is dated by its signature, not by a day its sentences tell', () => {
  const order = (end: string) => `责令改正违法行为决定书
甲环责改〔2024〕31号
甲市玻璃钢制品有限公司:
统一社会信用代码:91330110MA2JXXXX0T
2024年6月15日，我局执法人员对该企业进行现场检查，该公司未取得环评审批文件。依据《中华人民共和国环境影响评价法》第三十一条第一款，责令你公司立即停止建设。${end}`;
  expect(read(order('')).values).toMatchObject({ 'correction.ordered': true, 'party.name': '甲市玻璃钢制品有限公司' });
  expect(read(order('')).values['correction.date']).toBeUndefined();
  expect(read(order('\n甲市生态环境局\n2024年6月20日')).values['correction.date']).toBe('2024-06-20');
});

test('web pages count their readers; 单位 may be the one label of the party', () => {
  const { values } = read(`不予行政处罚决定书 甲环免罚字[2025]3号
发布时间:2025-09-28
阅读数:
甲市生态环境局
不予行政处罚决定书
甲环免罚字〔2025〕3号
甲市华宝环境治理有限公司:
法定代表人:李亮 公民身份证号码:152801********0938
地址:甲县工业园区
2025年4月26日，我局检查发现你公司新建1座焙烧炉，未取得环评审批手续，本局于当日立案。`);
  expect(values).toMatchObject({
    'party.name': '甲市华宝环境治理有限公司',
    'party.representative': '李亮',
  });
  expect(
    read(`甲市尚源包装有限公司不予行政处罚决定书（甲环不罚〔2025〕17-07号）
单位:甲市尚源包装有限公司
住所:甲市经开区创业园2楼
2025年4月25日对你单位进行了调查，你公司擅自开工建设，有现场检查笔录为证。`).values,
  ).toMatchObject({ 'party.name': '甲市尚源包装有限公司' });
});

test('an announcement serves the papers it says it serves, on whom it could not find', () => {
  const { kinds: found, values } = read(`送达公告
甲市青年企业联合会未按规定接受年度检查，本机关已于2025年3月1日作出《行政处罚决定书》（甲民罚〔2025〕3号）。
因无法与甲市青年企业联合会取得联系，现依法公告送达《行政处罚决定书》（甲民罚〔2025〕3号），自公告之日起经过三十日，即视为送达。
甲市民政局
2025年4月2日`);
  expect(found).toEqual(['service-announcement']);
  expect(values['party.name']).toBe('甲市青年企业联合会');
  expect(values['services[]']).toMatchObject([
    {
      document: 'penalty-decision',
      number: '甲民罚〔2025〕3号',
      method: 'announcement',
      'announced-on': '2025-04-02',
      'others-failed': true,
    },
  ]);
});

test('a copy that hides names and days is filled in, and is not said to lack what it hides', () => {
  const { kinds: found, values } = read(`甲市生态环境局关于暂不予审批甲市玻璃项目环境影响报告表的函
甲市环建函〔****〕**号******:按照有关要求,自****年*月**日起实行区域限批,你公司报送的报告表不符合豁免的情形,我局暂不予审批。如不服本决定,可在收到本文件之日起六十日内向甲市人民政府申请行政复议,也可以在六个月内向甲市河东区人民法院提起行政诉讼。****公司未提出有针对性的环境风险防范措施,应予补充。
****局
****年*月**日`);
  expect(found).toEqual(['licence-refusal']);
  expect(values).toMatchObject({
    'licence.granted': false,
    'decision.review-days': 60,
    'decision.litigation-months': 6,
  });
  expect(values['decision.states-date']).not.toBe(false);
  expect(values['decision.states-agency']).not.toBe(false);
  expect(values['licence.item']).toBeUndefined();
});

test('the day of a paper in the list of evidence is not the day of the order', () => {
  const order = read(`责令改正违法行为决定书
甲环改字〔2030〕1号
甲市河口玻璃厂:
2030年6月15日我局对你厂现场检查,发现你厂未批先建。
以上事实,有下列证据为证:
1、2030年6月15日的《现场检查笔录》;
2、影像资料。
依据《中华人民共和国环境影响评价法》第三十一条第一款,责令你厂立即停止建设。`);
  expect(order.values['correction.ordered']).toBe(true);
  expect(order.values['correction.date']).toBeUndefined();
});

test('consent to the use of woodland is a licence; what must be asked for later is not its matter', () => {
  const consent = read(`使用林地审核同意书
甲林地许准〔2030〕350号
甲县乙建材有限公司:
根据《森林法》的规定,经审核,同意商品混凝土搅拌站建设项目,使用林地1.4563公顷。如仍需继续使用,应当在届满之日前3个月,提出延续临时占用申请。
甲省林业局
2030年2月23日`);
  expect(consent.kinds).toEqual(['licence-decision']);
  expect(consent.values['licence.granted']).toBe(true);
  expect(consent.values['licence.item']).toBeUndefined();
  const taken = read(`准予行政许可决定书
甲县乙码头有限公司:
我局于2030年8月23日收到并受理贵单位提出的水土保持方案报告表审批申请,决定准予行政许可。
甲县水利局
2030年9月1日`);
  expect(taken.values['acceptance.date']).toBe('2030-08-23');
});
