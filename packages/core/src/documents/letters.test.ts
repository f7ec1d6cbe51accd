import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact } from '../record/types.ts';
import { extract } from './extract.ts';
import { fold } from './normalise.ts';
import { textFile } from './plain-text.ts';
import { titleOf } from './titles.ts';

const kindOf = (line: string): string | null => titleOf(fold(line), kinds)?.kind ?? null;

/** Kinds of the papers in the text, and the values of all their facts. */
function read(text: string) {
  const { documents } = extract([textFile('case.txt', text)], kinds, { id: 'c' });
  const facts = Object.assign({}, ...documents.map((document) => document.facts)) as Record<string, Fact>;
  const values = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]));
  return { kinds: documents.map(({ kind }) => kind), values };
}

test('a letter says in its heading what it decides', () => {
  expect(kindOf('关于甲市清流水库工程水土保持方案不予行政许可的决定')).toBe('licence-refusal');
  expect(kindOf('甲市生态环境局关于暂不予批准甲市绿源公司年产二万吨涂料项目环境影响报告表的函')).toBe(
    'licence-refusal',
  );
  expect(kindOf('关于撤销甲市绿源公司涂料项目环境影响报告表批复的决定')).toBe('licence-ending');
  expect(kindOf('关于甲市绿源公司涂料项目环境影响报告表的批复')).toBe('licence-decision');
  expect(kindOf('关于对甲市某某基金管理有限公司采取责令改正措施的决定〔2025〕9号')).toBe('correction-order');
  expect(kindOf('(原标题:关于对李某采取出具警示函措施的决定)')).toBe('admonition');
  expect(kindOf('关于移送甲市绿源公司涉嫌违法案件线索的函')).toBe('case-transfer');
});

test('a letter about anything else, a law and a part of a sentence are no heading', () => {
  expect(kindOf('关于印发《甲市行政处罚裁量权基准》的通知')).toBeNull();
  expect(kindOf('关于召开全市年度工作会议的通知')).toBeNull();
  expect(kindOf('关于不予受理行政复议申请的决定')).toBeNull();
  expect(kindOf('关于追加下达二〇二五年预算的批复')).toBeNull();
});

test('the name of a long project stands before the title', () => {
  const project = '甲市清源环保科技有限公司年处理建筑垃圾60万吨、园林垃圾2.5万吨(二期)新建项目水土保持方案审批';
  expect(kindOf(`${project}准予行政许可决定书`)).toBe('licence-decision');
  expect(kindOf(`我局决定对${project}。出具准予行政许可决定书`)).toBeNull();
});

test('a question of a check list is no licence', () => {
  expect(kindOf('是否取得排污许可证')).toBeNull();
  expect(kindOf('排污许可证')).toBe('licence-certificate');
  const { kinds: found } = read(`排污单位现场检查表
企业名称：甲市绿源公司  检查日期：2025年3月4日
序号
检查内容
是否取得排污许可证
☑是 □否
检查人员（签字）：`);
  expect(found).toEqual(['inspection-record']);
});

test('the field of administration stands before a title further down the page', () => {
  const { kinds: found } = read(`建设行政处罚强制执行审批表
行政处罚决定书文号
发文时间
案由
行政处罚内容
当事人履行决定情况
承办机构意见
法制部门审核意见
行政负责人
审批意见
| 签字: 年 月 日
|
建设行政处罚强制执行申请书
申请人: 住址:
被申请人:`);
  expect(found).toEqual(['enforcement-approval', 'enforcement-application']);
  expect(kindOf('环境违法行为立案审批表')).toBe('filing-approval');
});

test('a paper without a heading is known by its operative words', () => {
  expect(
    read(`甲县民政局：
我局于4月27日受理你单位提交的福利院建设项目（项目代码：甲发改〔2025〕48号）水土保持方案审批申请。经审查，该申请符合法定条件。根据《中华人民共和国行政许可法》第三十八条第一款，决定准予行政许可。`),
  ).toMatchObject({ kinds: ['licence-decision'], values: { 'licence.granted': true, 'party.name': '甲县民政局' } });
  expect(
    read(
      `邹某某：本行政机关于2024年6月20日对你作出甲卫医罚〔2024〕16号行政处罚决定，你尚未履行该决定，现向你公告送达催告书（甲卫医催告〔2025〕2号）。自公告发出起三十日视为送达。`,
    ).kinds,
  ).toEqual(['service-announcement']);
  expect(
    read(`甲城管强拆公字〔2025〕第3号
关于某商铺后的铁棚未取得建设工程规划许可证建设案，甲县自然资源局于2023年7月28日下达了《行政处罚决定书》（甲自然资规罚字〔2023〕20号）。
现本机关根据《中华人民共和国行政强制法》第四十四条的规定予以公告，限当事人在本公告公布之日起十日内自行拆除。当事人不拆除的，本机关将依法予以强制拆除。
甲县城市管理局
2025年4月25日`),
  ).toMatchObject({ kinds: ['demolition-announcement'], values: { 'enforcement.announced-on': '2025-04-25' } });
});

test('a list of forms is none of them, and related papers are no authority', () => {
  expect(
    read(`甲市行政处罚文书格式范本
1.案件来源登记表
2.指定管辖通知书
3.案件移送函
4.立案审批表`).kinds,
  ).toEqual(['unknown']);
  expect(kindOf('2.行政处罚决定书以及相关证据材料')).toBeNull();
});

test('a collection of forms opens with their list; each form stands below the number of its pattern', () => {
  expect(
    read(`农业行政执法基本文书格式
编稿时间:2024-08-27 09:42
1.指定管辖通知书
2.案件交办通知书
3.案件移送函
4.当场行政处罚决定书
5.责令改正通知书
6.现场笔录
7.送达回证
8.结案报告
文书格式1
指定管辖通知书
农   〔  〕   号
关于     一案，现指定该案由     管辖。
农业行政执法机关(印章)
年 月 日
文书格式2
案件交办通知书
农   〔  〕   号`).kinds,
  ).toEqual(['unknown', 'jurisdiction', 'source-registration']);
});

test('an order is none of the notices whose words it ends with', () => {
  expect(kindOf('甲县水利局责令停止水事违法行为通知书')).toBe('correction-order');
  expect(kindOf('违法行为通知书')).toBe('penalty-notice');
});

test('what a newspaper tells is no paper of the file', () => {
  const told =
    '甲市市场监管局决定吊销甲市云某公司营业执照，现决定予以公告送达行政处罚决定书，自公告发布之日起经过三十日，即视为送达，可申请行政复议。';
  expect(read(`甲市消费者报讯(记者张某)11月11日，${told}`).kinds).toEqual(['unknown']);
  expect(read(`甲市云某公司：${told}`).kinds).toEqual(['service-announcement']);
});

test('a reply without a heading grants what was applied for; an order may be as short', () => {
  expect(
    read(`甲市菌菇有限公司:
你公司报送的《年产菌菇50吨项目水资源论证报告书》及相关资料已收悉。根据《取水许可管理办法》等有关规定,现批复如下:
一、项目年取水量为3.2万立方米。`).kinds,
  ).toEqual(['licence-decision']);
  expect(
    read(`田大勇:
经查,你户擅自搭建65平方米棚屋,未办理任何手续。现依据《中华人民共和国城乡规划法》第六十五条之规定,限你户于7日内自行拆除,没有自行拆除的,我单位将予以强制拆除。`)
      .kinds,
  ).toEqual(['correction-order']);
});

test('a review decision is none of the licence papers, and no court rules in it', () => {
  const review = read(`甲市人民政府不予受理决定书
申请人:张某某。
申请人张某某以乙镇人民政府的答复损害其合法权益为由,向本机关提出行政复议申请,请求撤销强制执行决定。
本机关决定不予受理。如对本决定不服,可以自接到本决定之日起15日内向甲市中级人民法院提起行政诉讼。
甲市人民政府
2030年4月7日`);
  expect(review.kinds).toEqual(['review-decision']);
  expect(review.values['acceptance.accepted']).toBeUndefined();
  const decided = read(`甲市人民政府
行政复议决定书
甲复决〔2030〕3号
申请人:张某某
被申请人:甲市城市管理局
申请人不服被申请人作出的强制执行决定,向本机关申请行政复议。被申请人申请法院准予强制执行。本机关决定维持。
甲市人民政府
2030年5月7日`);
  expect(decided.kinds).toEqual(['review-decision']);
  expect(Object.keys(decided.values).filter((name) => name.startsWith('enforcement.'))).toEqual([]);
});

test('a permit struck off is announced without a heading', () => {
  const struck =
    read(`甲区河口诊所拒不申请年度校验,依据《医疗机构校验管理办法》第十条规定,对该诊所取得由我局核发的《医疗机构执业许可证》予以注销登记(登记号:XK0001),并在我局网站公告。
特此公告。
甲区卫生局
2030年12月6日`);
  expect(struck.kinds).toEqual(['licence-ending']);
  expect(struck.values['licence.deregistered']).toBe(true);
  expect(struck.values['decision.states-review']).not.toBe(false);
  expect(
    read(`2030年7月4日,甲市卫健委向甲市东关医院下达《暂缓校验决定书》。期满后再次校验仍未整改到位。依据《中华人民共和国行政许可法》第七十条,经研究决定,注销甲市东关医院《医疗机构执业许可证》(登记号:XK0002)。现予公告。
甲市卫生健康委员会
2030年11月4日`).kinds,
  ).toEqual(['licence-ending']);
});

test('guidance that quotes papers is none of them', () => {
  expect(
    read(`甲县水务局行政执法用语指引
为规范执法行为,制定本指引。执法人员应当说:“检查后发现违法行为,我局现依法责令你单位限期改正。请在责令改正的依据一栏核对。我局拟对你单位作出行政处罚。”`)
      .kinds,
  ).toEqual(['unknown']);
});
