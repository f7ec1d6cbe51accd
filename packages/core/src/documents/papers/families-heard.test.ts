// Forms of single agencies about hearings, discussions and what people said. All invented.
import { expect, test } from 'vitest';
import { firstOf, formReader as readerOf, valuesOf } from '../../../tests/papers.ts';
import { titleOf } from '../titles.ts';
import { readDiscussion } from './discussion.ts';
import { readHearingRecord, readHearingReport } from './hearing.ts';
import { readServiceReceipt } from './service.ts';

test('agents of a hearing end with their cell; the debate counts whatever the investigators are called', () => {
  const facts = valuesOf(
    readHearingRecord(
      readerOf('听证笔录', [
        ['时间', '2024年4月1日9时至10时', '听证主持人', '吴海'],
        ['委托代理人', '钱万里', '案件调查人', '王小山、李青'],
        [{ words: '调查人：提出证据和建议。\n申请人：没有异议。', columns: 4 }],
      ]),
    ),
  );
  expect(facts).toMatchObject({ 'hearing.agents': 1, 'hearing.states-debate': true });
});

test('the day of a hearing report is that beside the hand of its host', () => {
  const facts = valuesOf(
    readHearingReport(
      readerOf('听证报告', [
        ['听证时间', '2024年4月1日'],
        ['听证主持人签名', '吴海    2024年4月9日'],
        ['负责人审批意见', '同意。\n周山    2024年4月12日'],
      ]),
    ),
  );
  expect(facts['hearing.report-date']).toBe('2024-04-09');
});

test('opinions of a discussion are told by who said what; without any they are not', () => {
  const said = (words: string) =>
    valuesOf(
      readDiscussion(
        readerOf('重大案件集体讨论记录', [
          ['时间', '2024年4月1日9时至10时'],
          ['讨论记录', words],
          ['审议结论', '罚款五百元。'],
        ]),
      ),
    );
  expect(said('周山：赞成处罚。\n吴海：同意。')).toMatchObject({
    'discussion.states-opinions': true,
    'discussion.states-conclusion': true,
  });
  expect(said('听取了汇报。')).toMatchObject({ 'discussion.states-opinions': false });
});

test('heads sit by many a name, and papers are served by officers in cells of their own', () => {
  const sitting = valuesOf(
    readDiscussion(
      readerOf('重大案件会审记录', [
        ['会审时间', '2024年4月1日9时至10时', '会审地点', '二楼'],
        ['参加会审人员', '周山、吴海、钱万里'],
        ['会审结论', '同意罚款五百元。'],
      ]),
    ),
  );
  expect(sitting).toMatchObject({ 'discussion.date': '2024-04-01', 'discussion.fine': 500 });
  expect(sitting['discussion.participants']).toEqual(['周山', '吴海', '钱万里']);
  const kinds = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] }];
  const served = readServiceReceipt(kinds)(
    readerOf('送达回证', [
      ['送达文书', '行政处罚决定书', '送达日期', '2024年4月1日'],
      ['送达人一', '王小山', '送达人二', '李青'],
    ]),
  );
  expect(firstOf(served, 'services[]')?.officers).toEqual(['王小山', '李青']);
});

test('a form of what others write as text has the title of it with 表: 集体讨论记录表, 结案报告表, 审核意见表', () => {
  const kinds = [
    { id: 'discussion-record', label: '集体讨论记录', order: 1, titles: ['案件集体讨论记录'] },
    { id: 'closing-approval', label: '结案审批表', order: 2, titles: ['结案报告'] },
    { id: 'legal-review', label: '法制审核意见书', order: 3, titles: ['法制审核意见书'] },
    { id: 'other', label: '登记表', order: 4, titles: ['结案报告书'] },
  ];
  const kindOf = (title: string) => titleOf(title, kinds)?.kind;
  expect(['重大案件集体讨论记录表', '结案报告表', '法制审核意见表'].map(kindOf)).toEqual([
    'discussion-record',
    'closing-approval',
    'legal-review',
  ]);
  // A title of its own stays.
  expect(kindOf('结案报告书')).toBe('other');
  expect(kindOf('集体讨论表')).toBeUndefined();
});
