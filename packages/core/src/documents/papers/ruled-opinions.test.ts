// Opinions in the cells of a form, and whose they are. All invented.
import { expect, test } from 'vitest';
import { formReader as readerOf, valuesOf } from '../../../tests/papers.ts';
import { formPage, type Words } from '../form-page.ts';
import { readPages } from '../pages.ts';
import { readerOf as textReader } from '../plain-text.ts';
import { readDecisionApproval } from './approval.ts';
import { readFiling } from './filing.ts';
import { readLegalReview } from './review.ts';

type Rows = readonly (readonly (Words | null)[])[];

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
