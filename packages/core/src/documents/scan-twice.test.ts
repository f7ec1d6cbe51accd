// What one place of a scan leaves open, another settles. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact, ListItem } from '../record/types.ts';
import { extract } from './extract.ts';
import { readerOf } from './plain-text.ts';
import { readFields } from './scan/labels.ts';
import { scan } from './scan/marked-page.ts';

const documents = (marked: string) =>
  extract([{ name: 'a.pdf', sha256: '', format: 'pdf' as const, pages: [scan(marked)] }], kinds, { id: 'x' }).documents;
const item = (marked: string, list: string): ListItem | undefined =>
  (documents(marked)[0]?.facts[list] as Fact | undefined)?.value?.[0 as never];

const record = (head: string, hands: string, time = '2031年5月3日9时0分至10时0分') => `现场检查笔录
检查时间:${time}
检查地点:甲县某路1号
被检查人:某某商行
${head}
检查情况:未见异常。
被检查人(签名):冯小雪
${hands}
2031年5月3日`;

test('a name read alike in two places is as sure as the better reading of each character', () => {
  const officers = (first: string, second: string): unknown =>
    item(record(`检查人员:${first}、孙小海`, `检查人员(签名):${second}  孙小海`), 'inspections[]')?.officers;
  expect(officers('{曹 0.7}良霖', '曹良{霖 0.5}')).toEqual(['曹良霖', '孙小海']);
  expect(officers('{曹 0.7}良霖', '{曹 0.7}良{霖 0.5}')).toBeUndefined();
});

test('a day that was read well stands though its clock was not', () => {
  const times = item(record('检查人员:钱小河、孙小海', '', '2031年5月3日{1 0.2}时5分至10时0分'), 'inspections[]');
  expect(times).toMatchObject({ date: '2031-05-03' });
  expect(times).not.toHaveProperty('started');
});

test('a witness whom the head names otherwise than could be read is not known by half a hand at the foot', () => {
  const witness = (head: string): unknown =>
    item(record(`检查人员:钱小河、孙小海\n见证人:${head}`, '见证人(签名):龚雯'), 'inspections[]')?.witness;
  expect([witness('龚雯'), witness('效雯多')]).toEqual(['龚雯', undefined]);
});

test('a heading with one character misread is no other paper whose title it ends in', () => {
  const kind = (heading: string): unknown =>
    documents(`甲县水利局\n${heading}\n甲水解〔2031〕7号\n某某商行:\n决定自2031年3月4日起解除强制措施。`)[0]?.kind;
  expect([kind('解除查封(扣押)决定书'), kind('解除得封(扣押)决定书')]).toEqual(['measure-lifting', 'measure-lifting']);
});

test('a label that a blank of the recogniser parts behind a value ends it all the same', () => {
  const fields = readFields(readerOf('法定代表人(负责人):詹春润联  系电话:1777'), ['法定代表人', '联系电话', '电话']);
  expect(fields.map(({ text }) => text)).toEqual(['詹春润', '1777']);
});

test('what was read for the sign of a day or the ring of a year takes nothing from the day', () => {
  const day = (last: string): unknown => {
    const fact = documents(`甲县水利局
行政处罚决定书
甲水罚〔2031〕7号
当事人:某某商行
现决定罚款人民币5000元。
甲县水利局
${last}`)[0]?.facts['decision.date'] as Fact | undefined;
    return (fact?.confidence ?? 0) >= 0.5 ? fact?.value : undefined;
  };
  expect(day('2031年4月28{扫 0.3}')).toBe('2031-04-28');
  expect(day('二{口 0.3}二一年四月八日')).toBe('2021-04-08');
  expect(day('二〇二一年{四 0.3}月八{日 0.3}')).toBe('2021-04-08');
});

test('a name of somebody who acts is doubted where one reader alone read a character none too surely', () => {
  const handlers = (name: string): boolean => {
    const form = `立案审批表\n当事人:某某商行\n案由:无证取水\n承办人意见:建议立案。\n${name}、孙小海2031年3月4日`;
    const fact = documents(form)[0]?.facts['filing.handlers'] as Fact | undefined;
    return fact !== undefined && (fact.confidence ?? 1) >= 0.5;
  };
  expect([handlers('钱小河'), handlers('{钱 0.65}小河')]).toEqual([true, false]);
});

test('what a record of a measure tells is as sure as where it stands, not as the head of the page', () => {
  const [paper] = documents(
    `{现 0.1}场笔录\n时间:2031年5月3日9时0分至10时0分\n地点:甲县某路1号\n当事人:某某商行
执法人员:钱小河(执法证号:46290625)、孙小海(执法证号:11527998)
现场情况:对涉案物品予以扣押,制作清单。\n当事人(签名):冯小雪`.replace('{现 0.1}', '查封(扣押){现 0.1}'),
  );
  const sure = (path: string): boolean => ((paper?.facts[path] as Fact | undefined)?.confidence ?? 0) >= 0.5;
  expect([sure('measure.date'), sure('measure.certificates')]).toEqual([true, true]);
});

test('who signed for a receipt is read though its label was misread', () => {
  const receipt = '送达回证\n文书名称:行政处罚决定书\n签收入  罗小溪\n签收日期  2031年5月3日\n送达人  钱小河、孙小海';
  expect(item(receipt, 'services[]')).toMatchObject({ recipient: '罗小溪', 'recipient-signed': true });
});

test('a dash behind a name may be its last character: the name is not known without it', () => {
  const representative = (name: string): unknown => {
    const decision = `甲县水利局\n行政处罚决定书\n甲水罚〔2031〕7号\n当事人:某某商行\n法定代表人:${name}\n现决定罚款人民币5000元。\n甲县水利局\n2031年3月4日`;
    const fact = documents(decision)[0]?.facts['party.representative'] as Fact | undefined;
    return (fact?.confidence ?? 0) >= 0.5 ? fact?.value : undefined;
  };
  expect([representative('邓小刚'), representative('邓刚—')]).toEqual(['邓小刚', undefined]);
});

test('dirt behind a hand or in the bracket of a label parts neither from its day', () => {
  const form = '立案审批表\n当事人:某某商行\n案由:无证取水\n负责人意见:同意立案。\n江小兰。2031年3月4日';
  expect(documents(form)[0]?.facts['filing.approver']?.value).toBe('江小兰');
  const receipt =
    '送达回证\n送达文书:行政处罚决定书\n受送达人签名(盖章,罗小溪\n2031年5月3日10时\n送达人:钱小河、孙小海';
  expect(item(receipt, 'services[]')).toMatchObject({ 'recipient-signed': true, date: '2031-05-03' });
});
