import { expect, test } from 'vitest';
import type { ListItem } from '../../record/types.ts';
import type { Facts } from '../facts.ts';
import { formPage, type Words } from '../form-page.ts';
import { readPages } from '../pages.ts';
import { readerOf as textReader } from '../plain-text.ts';
import { readDecisionApproval } from './approval.ts';
import { readPayment } from './closing.ts';
import { readDiscussion } from './discussion.ts';
import { readFiling, readSource } from './filing.ts';
import { readHearingRecord } from './hearing.ts';
import { statedParty } from './party.ts';
import { readInquiry } from './records.ts';
import { readLegalReview } from './review.ts';
import { readServiceReceipt } from './service.ts';

type Rows = readonly (readonly (Words | null)[])[];

const readerOf = (title: string, rows: Rows) => {
  const page = formPage(rows, title);
  return readPages('d1', '表.docx', [{ page, start: 0, end: page.text.length }]);
};
const valuesOf = (facts: Facts) => Object.fromEntries(Object.entries(facts).map(([path, fact]) => [path, fact.value]));
const wide = (words: string, columns: number): Words => ({ words, columns });

test('opinions are ranked by the words of their cells, whoever prints them', () => {
  const read = (labels: readonly [string, string, string]) =>
    valuesOf(
      readFiling(
        readerOf('立案呈批表', [
          ['案由', '无证捕捞'],
          [labels[0], '建议立案。\n承办人：王小山 李青\n2024年3月1日'],
          [labels[1], '同意上报。\n负责人：吴海\n2024年3月2日'],
          [labels[2], '同意立案。\n负责人：周山\n2024年3月3日'],
        ]),
      ),
    );
  const facts = {
    'filing.proposed-on': '2024-03-01',
    'filing.date': '2024-03-03',
    'filing.approver': '周山',
    'filing.handlers': ['王小山', '李青'],
  };
  expect(read(['承办人员拟办意见', '执法股意见', '局长审批意见'])).toMatchObject(facts);
  expect(read(['经办人建议', '法规科审核', '分管领导批示'])).toMatchObject(facts);
});

test('opinions are ranked before a colon as well, in a cell of their own or without cells', () => {
  const lines = [
    '承办人员拟办意见：\n建议立案。\n签名：王小山\n2024年3月1日',
    '分管领导批示：\n同意立案。\n签名：周山\n2024年3月3日',
  ];
  const facts = { 'filing.proposed-on': '2024-03-01', 'filing.date': '2024-03-03', 'filing.approver': '周山' };
  expect(
    valuesOf(
      readFiling(
        readerOf(
          '立案审批表',
          lines.map((words) => [words]),
        ),
      ),
    ),
  ).toMatchObject(facts);
  expect(valuesOf(readFiling(textReader(`立案审批表\n案由：无证捕捞\n${lines.join('\n')}`)))).toMatchObject(facts);
});

test('a list of steps with opinion, hand and time gives the opinion of every post', () => {
  const facts = readFiling(
    readerOf('立案审批表', [
      ['环节', '审批意见', '审批人', '审批时间'],
      ['承办人', '建议立案', '王小山、李青', '2024-03-01 09:12:30'],
      ['科室负责人', '同意', '吴海', '2024-03-02 10:00:00'],
      ['局领导', '同意立案', '周山', '2024-03-03 16:40:00'],
    ]),
  );
  expect(valuesOf(facts)).toMatchObject({
    'filing.handlers': ['王小山', '李青'],
    'filing.date': '2024-03-03',
    'filing.approved': true,
    'filing.approver': '周山',
  });
});

test('a post over several rows has the opinion that stands beside it', () => {
  const facts = readFiling(
    readerOf('立案审批表', [
      [{ words: '承办人', rows: 2 }, '意见', wide('建议立案', 3)],
      [null, '签名', '王小山', '日期', '2024年3月1日'],
      [{ words: '单位负责人', rows: 2 }, '意见', wide('同意立案', 3)],
      [null, '签名', '周山', '日期', '2024年3月3日'],
    ]),
  );
  expect(valuesOf(facts)).toMatchObject({
    'filing.handlers': ['王小山'],
    'filing.date': '2024-03-03',
    'filing.approver': '周山',
  });
});

test.each([
  ['是否同意立案：☑是 □否', true],
  ['是否同意立案：□是 ☑否', false],
  ['是否同意立案：□是 □否', undefined],
])('the answer to a question is the one ticked: %s', (question, approved) => {
  const facts = readFiling(readerOf('立案审批表', [['负责人意见', `${question}\n签名：周山\n2024年3月3日`]]));
  expect(facts['filing.approved']?.value).toBe(approved);
});

test('boxes may stand behind what they choose', () => {
  const source = (words: string) => valuesOf(readSource(readerOf('案件登记表', [['案件来源', words]])))['case.source'];
  expect(source('监督检查√ 投诉举报□ 上级交办□')).toBe('监督检查');
  expect(source('√监督检查 □投诉举报')).toBe('监督检查');
  expect(source('监督检查□ 投诉举报□')).toBeUndefined();
});

test('points a form asks above its conclusion are answered', () => {
  const read = (points: Rows) =>
    valuesOf(
      readLegalReview(
        readerOf('法制审核表', [
          ['送审日期', '2024年4月3日'],
          ...points,
          ['审核意见', '审核结果：☑通过 □不通过\n审核人：吴海 2024年4月8日'],
        ]),
      ),
    );
  const asked = read([
    ['程序是否合法', '☑是 □否'],
    ['是否超越权限', '□是 ☑否'],
  ]);
  expect(asked).toMatchObject({ 'legal-review.passed': true, 'legal-review.only-agrees': false });
  expect(asked['legal-review.points']).toEqual(expect.arrayContaining(['procedure', 'competence']));
  expect(read([['承办机构', '二大队']])['legal-review.points']).toEqual([]);
});

test('an opinion left blank is none on a text, and cannot be told on a picture', () => {
  const page = formPage(
    [
      ['承办人意见', '建议立案。'],
      ['负责人意见', ''],
      ['备注', '无'],
    ],
    '立案审批表',
  );
  const read = (more: object) => {
    const reader = readPages('d1', '表', [{ page: { ...page, ...more }, start: 0, end: page.text.length }]);
    return readFiling(reader)['filing.approved']?.value;
  };
  expect(read({})).toBe(false);
  expect(read({ source: 'scan' })).toBeUndefined();
});

test('opinions side by side under their labels stay apart', () => {
  const facts = readFiling(
    readerOf('立案审批表', [
      ['承办人意见', '承办机构意见'],
      ['建议立案。\n签名：王小山\n2024年3月1日', '拟同意。\n签名：吴海\n2024年3月2日'],
      ['分管领导意见', '主要领导意见'],
      ['同意。\n签名：陈东\n2024年3月3日', '同意立案。\n签名：周山\n2024年3月4日'],
    ]),
  );
  expect(valuesOf(facts)).toMatchObject({
    'filing.proposed-on': '2024-03-01',
    'filing.handlers': ['王小山'],
    'filing.date': '2024-03-04',
    'filing.approver': '周山',
  });
});

test('a post is an opinion where its row has a place to sign', () => {
  const facts = readDecisionApproval(
    readerOf('行政处罚审批表', [
      ['承办人', '建议罚款5000元。', '签名', '王小山', '2024/3/1'],
      ['机关负责人', '同意罚款5000元。', '签名', '周山', '2024/3/4'],
    ]),
  );
  expect(valuesOf(facts)).toMatchObject({
    'approval.approved': true,
    'approval.date': '2024-03-04',
    'approval.approver': '周山',
    'approval.fine': 5000,
  });
});

test('hands below an opinion are read without the word 签名; an opinion is no hand', () => {
  const facts = readFiling(
    readerOf('立案审批表', [
      ['承办人意见', '建议立案。\n王小山、李青\n2024年3月1日'],
      ['负责人意见', '准予\n2024年3月3日'],
    ]),
  );
  expect(valuesOf(facts)).toMatchObject({ 'filing.handlers': ['王小山', '李青'], 'filing.date': '2024-03-03' });
  expect(facts['filing.approver']).toBeUndefined();
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
