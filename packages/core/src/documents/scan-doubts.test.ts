import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Fact, ListItem } from '../record/types.ts';
import { extract } from './extract.ts';
import type { Kinds } from './kinds.ts';
import { scan } from './scan/marked-page.ts';

const kinds = parse(readFileSync(path.resolve(import.meta.dirname, '../../../../rules/kinds.yaml'), 'utf8')) as Kinds;

const read = (marked: string): Readonly<Record<string, Fact>> => {
  const files = [{ name: 'a.pdf', sha256: '', format: 'pdf' as const, pages: [scan(marked)] }];
  return extract(files, kinds, { id: 'x' }).documents[0]?.facts ?? {};
};
const known = (fact: Fact | undefined): unknown =>
  fact === undefined || (fact.confidence ?? 1) < 0.5 ? undefined : fact.value;
const item = (facts: Readonly<Record<string, Fact>>, list: string): ListItem =>
  (facts[list]?.value as readonly ListItem[] | undefined)?.[0] ?? {};

const decision = ({ place = '临海市', number = '临水罚〔2031〕7号', address = '临海市' }): string => `${place}水利局
行政处罚决定书
${number}
当事人:禾丰糖厂
地址:${address}东街1号
经查,当事人于2031年1月2日取水,未经许可。
现决定罚款人民币5000元。
可以在六个月内向${place}人民法院提起行政诉讼。
${place}水利局
2031年3月4日`;

test('a county of one character that there is none was misread; that of the list is believed', () => {
  expect(known(read(decision({ place: '瞧县' }))['decision.court'])).toBeUndefined();
  expect(known(read(decision({ place: '睢县' }))['decision.court'])).toBe('睢县人民法院');
});

test('a place that there is is doubted where the page reads it in two other ways', () => {
  const form = (party: string, kept = '汉'): string => `甲县水利局
证据先行登记保存通知书
当事人:${party}县禾丰糖厂
地址:{泸 0}阳县东街1号
保存地点:{${kept} 0}阳县东街1号
根据《中华人民共和国行政处罚法》第五十六条,决定先行登记保存,期限七日。
甲县水利局
2031年3月4日`;
  const of = (party: string, kept: string): unknown => known(read(form(party, kept))['party.name']);
  expect([of('汾阳', '汪'), of('汾阳', '汾'), of('沈阳', '沈')]).toEqual([undefined, '汾阳县禾丰糖厂', undefined]);
});

test('the number of a paper opens with a place: a word of agencies that was doubted is none, nor what no place is called by', () => {
  const of = (number: string): unknown => known(read(decision({ number }))['decision.number']);
  expect(of('{邮 0.4}水罚〔2031〕7号')).toBeUndefined();
  expect(of('毫水罚〔2031〕7号')).toBeUndefined();
  expect(of('{临 0.4}水罚〔2031〕7号')).toBe('临水罚〔2031〕7号');
  const served = (number: string): unknown =>
    item(
      read(`送达回证
送达文书名称及文号  《行政处罚决定书》${number}
受送达人  禾丰糖厂
送达时间  2031年3月5日
送达方式  直接送达
送达人  张三、李四`),
      'services[]',
    ).number;
  expect([served('{邮 0.4}水罚〔2031〕7号'), served('临水罚〔2031〕7号')]).toEqual([undefined, '临水罚〔2031〕7号']);
});

const record = ({
  introduced = '张三江',
  certificate = '40470151',
  label = '执法证号:',
  second = true,
  signed = '检查人员(签名):张三江  吕霖',
}): string => `现场检查笔录
检查时间  2031年1月4日9时2分至10时3分
检查人员:张三江  执法证号:${certificate}
${second ? `检查人员:吕霖${label}90857606\n` : ''}我们是甲县水利局的执法人员${introduced}、吕霖,这是我们的证件。
检查情况:正在取水。
${signed}`;

test('of officers whose names differ in one character on a scan one is misread, and none of them is told', () => {
  expect(item(read(record({})), 'inspections[]').officers).toEqual(['张三江', '吕霖']);
  expect(
    item(read(record({ introduced: '张三次', second: false, signed: '' })), 'inspections[]').officers,
  ).toBeUndefined();
  // A hand or an introduction read badly is no other person.
  expect(item(read(record({ introduced: '张三{次 0.5}' })), 'inspections[]').officers).toEqual(['张三江', '吕霖']);
});

test('a label of which a gap of the recogniser leaves a sign to the name is whole', () => {
  expect(item(read(record({ label: '执  法证号;' })), 'inspections[]').officers).toEqual(['张三江', '吕霖']);
});

test('a mark of no use behind the figures of a certificate is one of them', () => {
  const of = (certificate: string): unknown => item(read(record({ certificate })), 'inspections[]').certificates;
  expect([of('4047015()  出示'), of('4047015,  上'), of('40470151')]).toEqual([
    undefined,
    undefined,
    ['40470151', '90857606'],
  ]);
});

test('a name with a word in it that nobody is called by is none, nor one whose family name is read for another', () => {
  const approver = (name: string): unknown =>
    known(
      read(`立案审批表
案由  擅自取水案
承办人意见  建议立案。张三江  2031年1月4日
负责人意见  同意立案。
${name}  2031年1月5日`)['filing.approver'],
    );
  expect([approver('方表'), approver('逢春'), approver('方明')]).toEqual([undefined, undefined, '方明']);
});

test('characters of a word the engine all but rejects say nothing for the same ones elsewhere', () => {
  const form = (again: string): string => `责令改正通知书
{江 0.4}川县禾丰糖厂:
经查,你单位擅自取水。现责令立即改正。
地址:潢川县东街1号
${again}未经许可取水。
2031年1月5日`;
  expect(known(read(form('{江川 0.2}县禾丰糖厂'))['party.name'])).toBeUndefined();
});

test('the day of a discussion is as sure as its figures', () => {
  const held = (day: string): unknown =>
    known(
      read(`重大案件集体讨论记录
${day}9时至10时
主持人  张三江
参加人员  张三江、李四海
结论性意见  同意罚款5000元。`)['discussion.date'],
    );
  expect(held('2031年1月5日')).toBe('2031-01-05');
  expect(held('2031年1月{壮 0.1}5日')).not.toBe('2031-01-05');
});

test('a term that the paper counts itself has as many days', () => {
  const term = (said: string): unknown =>
    known(
      read(`甲县水利局
查封(扣押)决定书
甲水强〔2031〕1号
当事人:禾丰糖厂
依据《中华人民共和国行政强制法》第二十二条,决定查封水泵3台。
查封期限;自2031年1月1日至2031年1月30日,${said}。
甲县水利局
2031年1月1日`)['measure.term-days'],
    );
  expect([term('共30日'), term('共29日'), term('共17日')]).toEqual([30, 29, undefined]);
});

test('what stands between the names of those present says nothing of how surely they were read', () => {
  const present = (third: string): unknown =>
    known(
      read(`重大案件集体讨论记录
讨论时间  2031年1月5日9时至10时
主持人  张三江
参加人员  张三江{〈 0.4}局长)、李四海(副{局 0.5}长)、王{五 0.95}${third}
结论性意见  同意罚款5000元。`)['discussion.participants'],
    );
  expect(present('河')).toEqual(['张三江', '李四海', '王五河']);
  expect(present('{河 0.3}')).toBeUndefined();
});

test('names end where the label of their certificates or posts runs into them', () => {
  const { officers } = item(
    read(`询问笔录
询问时间2031年1月4日9时2分至10时3分
询问人张三江单位及职务甲县水利局执法人员
我们是甲县水利局的执法人员张三江、吕霖,这是我们的证件。
问:请说明取水的情况。`),
    'inquiries[]',
  );
  expect(officers).toEqual(['张三江', '吕霖']);
  const sampled = read(`抽样取证凭证
被抽样取证人:禾丰糖厂
抽样取证时间:2031年1月4日
1  有机肥料  3袋
执法人员(签名):张三江、吕霖证号:37471178、73721152
2031年1月4日`);
  expect(known(sampled['sampling.officers'])).toEqual(['张三江', '吕霖']);
});

test('a number opens with a place the second reader was sure of', () => {
  expect(known(read(decision({ number: '{滕 0.88}水罚〔2031〕7号' }))['decision.number'])).toBe('滕水罚〔2031〕7号');
});

test('a month is doubted that the page also has with one figure more', () => {
  const of = (day: string): unknown =>
    known(read(decision({}).replace('2031年1月2日', day).replace('2031年3月4日', '2031年1月25日'))['decision.date']);
  expect([of('2031年11月25日'), of('2031年1月24日')]).toEqual([undefined, '2031-01-25']);
});
