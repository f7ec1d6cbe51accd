// Forms that turn the usual labels their own way, and hands that stand where no label of an opinion does. All invented.
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

test('a record may call time, place and people its own way', () => {
  const { facts, item } = read(`巡查现场笔录
巡查（核查）时间：2031年5月14日10时05分至10时48分
巡查（核查）地点：甲县东街3号
巡护监督人员：钱小河（证号 11010120388）
              孙小海（证号 11010120391）
被巡查（核查）人：罗小溪
现场情况：堆放砂石。
被巡查（核查）人签名：罗小溪
巡护监督人员签名：钱小河 孙小海`);
  expect(item('inspections[]')).toMatchObject({
    date: '2031-05-14',
    place: '甲县东街3号',
    person: '罗小溪',
    officers: ['钱小河', '孙小海'],
    certificates: ['11010120388', '11010120391'],
    'person-signed': true,
    'officers-signed': true,
  });
  expect(facts['inspection.date']).toBe('2031-05-14');
});

test('officers introduce themselves by their post, each with a number in brackets', () => {
  const item = read(`现场笔录
检查时间：2031年5月14日10时05分至10时48分
检查地点：甲县东街3号
我们是甲县卫生健康局的卫生监督员钱小河（证件号11010120388）、孙小海（证件号11010120391），请予配合。`).item(
    'inspections[]',
  );
  expect(item).toMatchObject({ officers: ['钱小河', '孙小海'], certificates: ['11010120388', '11010120391'] });
});

test('a record goes on on a page that says so, though the file has no other pages', () => {
  const talk = read(
    `询问笔录
询问时间：2031年6月3日20时15分至21时02分
询问人：钱小河、孙小海
被询问人：罗小溪
问：何时出海？
答：昨日。
被询问人签名：罗小溪
（第1页共2页）`,
    `询问笔录（续页）
问：捕了多少？
答：不多。
被询问人签名：罗小溪
（第2页共2页）`,
  );
  expect(talk.kinds).toEqual(['inquiry-record']);
});

test('handlers sign below the story, or a sentence appoints them', () => {
  const form = (story: string) => `立案审批表
案件来源   □1.群众举报；
☑2.巡查发现；
□3.其他
案    由   无证捕捞
案件基
本情况   2031年3月1日巡查发现罗小溪无证捕捞，涉嫌违反渔业法。
${story}
机关负责人意见   同意立案。
签名：周山
2031年3月3日`;
  expect(
    read(
      form(`承办人签名：钱小河  孙小海
                2031年3月2日`),
    ).facts,
  ).toMatchObject({
    'case.source': '巡查发现',
    'filing.states-facts': true,
    'filing.handlers': ['钱小河', '孙小海'],
    'filing.proposed-on': '2031-03-02',
    'filing.approver': '周山',
    'filing.date': '2031-03-03',
  });
  expect(read(form('建议立案，由钱小河、孙小海承办。')).facts['filing.handlers']).toEqual(['钱小河', '孙小海']);
});

test('labels of a receipt that nobody else prints end what stands before them', () => {
  const receipt = (hand: string) =>
    read(`送达回证
受送达人    罗小溪
被送达的文书名称及编号    《行政处罚决定书》甲罚〔2031〕8号
送达方式    ${hand === '' ? '留置送达' : '直接送达'}
收受时间    2031年5月13日
受送达人签名或盖章（捺印）    ${hand === '' ? '拒绝签收' : hand}
代收人签名或盖章及代收理由
送达人员签名    钱小河  孙小海
见证人签名及单位    冯小雪`).item('services[]');
  expect(receipt('罗小溪')).toMatchObject({
    document: 'penalty-decision',
    date: '2031-05-13',
    recipient: '罗小溪',
    'recipient-signed': true,
    officers: ['钱小河', '孙小海'],
    witness: '冯小雪',
  });
  expect(receipt('')).toMatchObject({ method: 'left', 'recipient-signed': true });
});

test('the place to sign may be named again on the line below', () => {
  expect(
    read(`重大行政处罚法制审核意见书
案由   无证捕捞
执法程序是否合法   合法
审核结论   同意。
审核人员签名
签名：钱小河、孙小海
2031年2月27日`).facts,
  ).toMatchObject({ 'legal-review.signed': true, 'legal-review.reviewers': ['钱小河', '孙小海'] });
});

test('of choices in rows the ticked one counts, and what stands behind an empty box binds nobody', () => {
  const seal = read(`查封扣押决定书
甲封〔2031〕5号
某某经营部：
依据《中华人民共和国安全生产法》第六十五条第一款第（四）项的规定，决定对你单位的场所、设施、财物（详见附件：查封扣押（场所、设施、财物）清单第05号）采取以下行政强制措施：
☑1.查封，期限为30日，自2031年1月3日起。
□2.扣押，期限为    日。
甲县应急管理局（印章）
2031年1月3日`);
  expect(seal.facts).toMatchObject({ 'measure.kind': 'sealing', 'measure.term-days': 30 });
  const paid = read(`当场处罚决定书
甲罚决字〔2031〕17号
被处罚人：罗小溪
现查明2031年1月2日9时，罗小溪遛犬未束犬链。
根据《中华人民共和国治安管理处罚法》第七十五条第一款之规定，决定给予罚款二百元的处罚。
执行方式：☑当场收缴罚款 □被处罚人持本决定书在十五日内到银行缴纳罚款。
处罚地点  东街
办案人民警察  钱小河  孙小海
甲县公安局
2031年1月2日
被处罚人  罗小溪
2031年1月2日`);
  expect(paid.facts['decision.payment-days']).toBeUndefined();
  expect(paid.facts).toMatchObject({ 'summary.officers': ['钱小河', '孙小海'], 'summary.party-signed': true });
});

test('goods in rows below their heads make the list of a sampling, and the next investigator stands behind the number of the first', () => {
  expect(
    read(`抽样取证凭证
被抽样取证单位（人）：某某药房
抽样取证时间：2031年4月9日
序号   证据物品名称   规格   数量   备注
1   板蓝根颗粒   10g×20袋   5袋
被抽样取证人（签名）：罗小溪
抽样人员（签名）：钱小河  孙小海`).facts,
  ).toMatchObject({ 'sampling.has-list': true, 'sampling.party-signed': true });
  expect(
    read(`案件调查终结报告
案由   无证取水
调查人员   钱小河   执法证号   29020016
孙小海   执法证号   29020027
调查人员签名：钱小河  孙小海
2031年7月29日`).facts,
  ).toMatchObject({ 'investigation.investigators': ['钱小河', '孙小海'], 'case.cause': '无证取水' });
});

test('what is urged may name the surcharge, and the host of a hearing stands behind the number of his point', () => {
  expect(
    read(`催告书
甲催〔2031〕6号
某某有限公司：
请你单位自收到本催告书之日起十日内履行：
1.缴纳罚款人民币4200元；
2.缴纳加处罚款人民币3000元。
甲县税务局
2031年3月18日`).facts['surcharge.amount'],
  ).toBe(3000);
  expect(
    read(`行政处罚听证通知书
某某有限公司：
本局决定于2031年5月22日9时30分公开举行听证会。
1.听证主持人：周山，法规科科长；听证员：钱小河。
甲县市场监督管理局
2031年5月6日`).facts,
  ).toMatchObject({ 'hearing.host': '周山', 'party.name': '某某有限公司' });
});
