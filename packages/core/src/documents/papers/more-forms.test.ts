// Papers of city management, quarantine, water and market offices: titles turned round, hands of witnesses, days set ahead. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import { readCase as read } from '../../../tests/papers.ts';
import type { ListItem } from '../../record/types.ts';
import { fold } from '../normalise.ts';
import { titleOf } from '../titles.ts';

test('a word before a title turns it round', () => {
  const kindOf = (title: string) => titleOf(fold(title), kinds)?.kind;
  expect(kindOf('扣留决定书')).toBe('seizure-decision');
  expect(kindOf('解除扣留决定书')).toBe('measure-lifting');
  expect(kindOf('解除暂扣物品决定书')).not.toBe('seizure-decision');
  expect(kindOf('延长扣留决定书')).toBe('measure-extension');
  expect(kindOf('不予听证告知书')).toBe('no-hearing-notice');
  expect(kindOf('轻微违法行为不予处罚告知书')).toBeUndefined();
  expect(kindOf('不予行政许可决定书')).toBe('licence-refusal');
});

const told = (body: string) => `陈述、申辩（听证）权利告知书
甲执告字〔2023〕第87号
罗小溪：
${body}
1.自收到本告知书五日内，可进行陈述和申辩，逾期视为放弃此权利。
2023年5月20日`;

test('a notice whose title speaks of rights is one before a penalty where a penalty is proposed', () => {
  const { kind, facts } = read(
    told('你违反了《中华人民共和国城乡规划法》第四十条之规定，依据第六十四条的规定拟对你作出罚款8600元。'),
  );
  expect(kind).toBe('penalty-notice');
  expect(facts).toMatchObject({ 'party.name': '罗小溪', 'notice.fine': 8600, 'notice.states-penalty': true });
  expect(read(told('你就规划许可申请一事，依据《中华人民共和国行政许可法》第四十六条享有权利。')).kind).toBe(
    'interested-notice',
  );
});

test('立案审批 alone on a line is the word of the head', () => {
  const { facts } = read(`行政处罚案件立案审批表
单位名称
某某进出口有限公司
审核意见
同意立案。
经办人：钟小立
2016年3月11日
立案审批
同意立案。
签名：沙小海
2016年3月14日`);
  expect(facts).toMatchObject({ 'filing.date': '2016-03-14', 'filing.approver': '沙小海' });
});

const record = (party: string, witness: string) => `勘验检查笔录
起止时间：2023年4月12日14时05分 至 2023年4月12日14时50分
勘验检查人：费小军     职务：中队长
记录人：栾小川（15050211047）   职务：队员
被检查人：丙县某某经营部    地址：永安镇红光村东侧
勘查情况：
现场出示执法证件，发现空地堆放砂石料一处。
${party}
询问人签名：费小军 栾小川
见证人签名：${witness}`;
const inspection = (page: string) => (read(page).facts['inspections[]'] as readonly ListItem[])[0];

test('an empty place for a witness says nothing of the party; a witness signs for it', () => {
  expect(inspection(record('被询问人签名：苗小设', ''))).toMatchObject({
    person: '丙县某某经营部',
    'person-signed': true,
    certificates: ['15050211047'],
  });
  expect(inspection(record('被检查人签名：', ''))).toMatchObject({ 'person-signed': false });
  expect(inspection(record('被检查人签名：', '邱小芳'))).toMatchObject({ 'person-signed': true });
  expect(inspection(record('', ''))?.['person-signed']).toBeUndefined();
});

test('a measure ends on the day set for it, else on that of the paper', () => {
  const lifting = (from: string) =>
    read(`解除行政强制措施决定书
甲市监解强〔2024〕17号
某某食品加工厂：
因不再需要采取行政强制措施，${from}对有关财物的行政强制措施。
甲市市场监督管理局
2024年7月29日`).facts['measure.lifted-on'];
  expect(lifting('现决定自2024年7月30日起解除')).toBe('2024-07-30');
  expect(lifting('本局2024年6月3日扣押，现决定解除')).toBe('2024-07-29');
});

test('who the agency applies to the court against is the party', () => {
  const { facts } = read(`行政强制执行申请书
申请人：甲市水利局 地址：环城西路2号
被申请人：甲市某某采石场 地址：双龙镇石牛村
申请事项：强制执行罚款人民币80000元。
甲市水利局
2023年5月16日`);
  expect(facts['party.name']).toBe('甲市某某采石场');
});

test('inspectors with their numbers in brackets are all named', () => {
  const { facts } = read(`行政检查通知书
甲应急检通〔2025〕41号
某某机械有限公司：
根据《中华人民共和国安全生产法》第六十五条第一款，定于2025年5月20日对你单位开展行政检查。
检查人员：谷小雨（执法证号：33070125011）、商小洛（执法证号：33070125012）。
甲市应急管理局
2025年5月16日`);
  expect(facts['inspection.inspectors']).toEqual(['谷小雨', '商小洛']);
});

test('a decision on a licence tells when it was applied for', () => {
  const { facts } = read(`不予行政许可决定书
甲民许不〔2024〕2号
申请人：某某养老服务中心
申请人于2024年4月2日向本机关提出成立登记申请，本机关于2024年4月8日受理。经审查，不符合法定条件，决定不予行政许可。
甲市民政局
2024年4月29日`);
  expect(facts).toMatchObject({ 'application.date': '2024-04-02', 'acceptance.date': '2024-04-08' });
});
