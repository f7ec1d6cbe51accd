import { expect, test } from 'vitest';
import { formReader as readerOf, valuesOf } from '../../../tests/papers.ts';
import type { ListItem } from '../../record/types.ts';
import type { Words } from '../form-page.ts';
import { readerOf as textReader } from '../plain-text.ts';
import { readPayment } from './closing.ts';
import { readDiscussion } from './discussion.ts';
import { readFiling, readSource } from './filing.ts';
import { readHearingRecord } from './hearing.ts';
import { statedParty } from './party.ts';
import { readInquiry } from './records.ts';
import { readLegalReview } from './review.ts';
import { readServiceReceipt } from './service.ts';

type Rows = readonly (readonly (Words | null)[])[];

const wide = (words: string, columns: number): Words => ({ words, columns });

test.each([
  ['是否同意立案：☑是 □否', true],
  ['是否同意立案：□是 ☑否', false],
  ['是否同意立案：□是 □否', undefined],
])('the answer to a question is the one ticked: %s', (question, approved) => {
  const facts = readFiling(readerOf('立案审批表', [['负责人意见', `${question}\n签名：周山\n2024年3月3日`]]));
  expect(facts['filing.approved']?.value).toBe(approved);
});

test('in the rows of the party whoever is responsible is its own, and so is a code', () => {
  const form = readerOf('行政处罚审批表', [
    [{ words: '被处罚人\n基本情况', columns: 1, rows: 2 }, '名称', '某某商行'],
    [null, '代码', '91350100M000100Y43', '负责人', '罗小溪'],
    ['局领导意见', '负责人', '周山'],
  ]);
  expect(valuesOf(statedParty(form, 'decision-approval'))).toMatchObject({
    'party.name': '某某商行',
    'party.code': '91350100M000100Y43',
    'party.representative': '罗小溪',
  });
});

test('boxes may stand behind what they choose', () => {
  const source = (words: string) => valuesOf(readSource(readerOf('案件登记表', [['案件来源', words]])))['case.source'];
  expect(source('监督检查√ 投诉举报□ 上级交办□')).toBe('监督检查');
  expect(source('√监督检查 □投诉举报')).toBe('监督检查');
  expect(source('监督检查□ 投诉举报□')).toBeUndefined();
});

test.each([
  ['☑同意立案 □不予立案', true],
  ['□同意立案 ☑不予立案', false],
  ['口同意立案 口不予立案', undefined],
  ['□同意立案 □不予立案', undefined],
])('consent is what is ticked: %s', (choice, approved) => {
  const facts = readFiling(readerOf('立案审批表', [['负责人意见', `${choice}\n签名：周山\n2024年3月3日`]]));
  expect(facts['filing.approved']?.value).toBe(approved);
});

test.each([
  ['☑公开 □不公开', true],
  ['□公开 ☑不公开', false],
  ['口公开 口不公开', undefined],
])('a hearing is public as ticked: %s', (choice, open) => {
  const facts = readHearingRecord(
    readerOf('听证笔录', [
      ['听证时间', '2024年4月8日9时'],
      ['主持人', '周山'],
      ['听证方式', choice],
    ]),
  );
  expect(facts['hearing.public']?.value).toBe(open);
});

test.each([
  ['☑同意 □补充调查 □不同意', true],
  ['□同意 □补充调查 ☑不同意', false],
  ['□同意 □补充调查 □不同意', undefined],
  ['口通过 口不通过 口退回补正', undefined],
  ['☑通过 □不通过 □退回补正', true],
  ['退回补正，不同意处理意见。', false],
])('a review concludes what is ticked: %s', (choice, passed) => {
  const facts = readLegalReview(
    readerOf('法制审核意见书', [
      ['案由', '无证捕捞'],
      ['审核结论', choice],
      ['审核人员', '吴海'],
      ['审核日期', '2024年4月8日'],
    ]),
  );
  expect(facts['legal-review.passed']?.value).toBe(passed);
});

test('the party is the name its own label heads, not the words between them', () => {
  const rows: Rows = [
    [{ words: '当事人', rows: 2 }, '自然人', '姓名', '/'],
    [null, '法人或其他组织', '名称', '清溪县顺达商行'],
    ['见证单位', '名称', wide('清溪县东街商店', 2)],
  ];
  expect(valuesOf(statedParty(readerOf('结案审批表', rows), 'closing-approval'))).toEqual({
    'party.name': '清溪县顺达商行',
  });
  expect(valuesOf(statedParty(readerOf('结案审批表', rows.slice(2)), 'closing-approval'))).toEqual({});
});

test('a closing mark that nothing opened is no part of a name', () => {
  const read = (name: string) => valuesOf(statedParty(readerOf('结案审批表', [['当事人', name]]), 'closing-approval'));
  expect(read('清溪县顺达商行”')).toEqual({ 'party.name': '清溪县顺达商行' });
  expect(read('清溪县“顺达”商行')).toEqual({ 'party.name': '清溪县“顺达”商行' });
});

test('who writes a record alone says nothing of how many officers there were', () => {
  const facts = readInquiry(
    readerOf('询问笔录', [
      ['询问时间', '2024年3月5日9时至10时', '某员', '王小山、李青'],
      ['被询问人', '罗小溪', '记录人', '李青'],
    ]),
  );
  const [item] = (facts['inquiries[]']?.value ?? []) as readonly ListItem[];
  expect(item).toMatchObject({ person: '罗小溪', recorder: '李青' });
  expect(item?.officers).toBeUndefined();
});

test('participants are the names of the rows their label heads; an empty conclusion is told', () => {
  const facts = readDiscussion(
    readerOf('集体讨论记录', [
      ['讨论时间', wide('2024年4月8日9时至10时', 2)],
      [{ words: '参加人员', rows: 3 }, '姓名', '职务'],
      [null, '周山', '副局长'],
      [null, '吴海', '副局长'],
      ['讨论结论', wide('', 2)],
      ['备注', wide('无', 2)],
    ]),
  );
  expect(valuesOf(facts)).toMatchObject({
    'discussion.participants': ['周山', '吴海'],
    'discussion.states-conclusion': false,
  });
});

test('a total in a cell of its own is a sum without its sign; figures without fen are none', () => {
  const read = (total: string) =>
    readPayment(
      readerOf('罚没款收据', [
        ['日期', '2024年5月6日'],
        ['合计', total],
      ]),
    )['payment.amount']?.value;
  expect(read('芋6,000.00')).toBe(6000);
  expect(read('6000')).toBeUndefined();
});

test('the number of a receipt ends where what follows stands apart', () => {
  const reader = textReader('罚没款收据\n日期：2024年5月6日\n票据号码：0034567\n33\n合计：600元');
  expect(readPayment(reader)['payment.receipt-number']?.value).toBe('0034567');
});

test('an officer is counted as the only one where nothing else stands there', () => {
  const read = (officers: string) => {
    const rows = [
      ['询问时间', '2024年3月5日9时至10时'],
      ['询问人', officers],
      ['被询问人', '罗小溪'],
    ];
    const [item] = (readInquiry(readerOf('询问笔录', rows))['inquiries[]']?.value ?? []) as readonly ListItem[];
    return item?.officers;
  };
  expect(read('王小山')).toEqual(['王小山']);
  expect(read('王小山（执法证号：34001）')).toEqual(['王小山']);
  expect(read('王小山、阿不都热')).toBeUndefined();
});

test('the title of a form is no field of it', () => {
  const facts = readSource(
    readerOf('案件来源登记表', [
      ['案件来源', '☑日常巡护 □举报'],
      ['登记时间', '2024年3月1日'],
    ]),
  );
  expect(valuesOf(facts)).toEqual({ 'case.source': '日常巡护', 'case.found-on': '2024-03-01' });
});

test('a receipt that lists papers row by row serves each of them', () => {
  const read = readServiceReceipt([
    { id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] },
    { id: 'correction-order', label: '责令改正通知书', order: 2, titles: ['责令改正通知书'] },
  ]);
  const facts = read(
    readerOf('送达回证', [
      ['受送达人', wide('清溪县顺达商行', 3)],
      ['送达文书名称', '文号', '送达时间', '送达人'],
      ['行政处罚决定书', '清渔罚〔2024〕5号', '2024年4月8日', '王小山\n李青'],
      ['责令改正通知书', '清渔责改〔2024〕6号', '2024年4月9日', '王小山\n李青'],
      ['受送达人签收', wide('罗小溪', 3)],
    ]),
  );
  expect(facts['services[]']?.value).toMatchObject([
    { document: 'penalty-decision', number: '清渔罚〔2024〕5号', date: '2024-04-08', 'recipient-signed': true },
    { document: 'correction-order', number: '清渔责改〔2024〕6号', date: '2024-04-09', officers: ['王小山', '李青'] },
  ]);
});

test('who signs the opinion reviewed, below it or in the cell beside it, where the form names no reviewers', () => {
  const by = (rows: Rows): unknown =>
    valuesOf(readLegalReview(readerOf('法制审核意见书', rows)))['legal-review.reviewers'];
  expect(by([['法制审核意见', '事实清楚，同意。', '签名', '钱小河\n2031年1月5日']])).toEqual(['钱小河']);
  expect(by([['审核意见', '程序合法，同意。\n签名：钱小河\n2031年1月5日']])).toEqual(['钱小河']);
  expect(
    by([
      ['审核意见', '同意。\n2031年1月5日'],
      ['负责人意见', '同意。\n签名：孙小海'],
    ]),
  ).toBeUndefined();
});

test('the name or the person of the party stands in a row that its label heads', () => {
  const facts = statedParty(
    readerOf('结案审批表', [
      [{ words: '当事人', rows: 2 }, '名称或姓名', '甲县禾丰糖厂'],
      [null, '地址', '东街1号'],
    ]),
    'closing-approval',
  );
  expect(facts['party.name']?.value).toBe('甲县禾丰糖厂');
});
