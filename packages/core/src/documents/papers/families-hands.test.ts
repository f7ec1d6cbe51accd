// Hands and officers on forms of single agencies. All invented.
import { expect, test } from 'vitest';
import { firstOf, formReader as readerOf, valuesOf } from '../../../tests/papers.ts';
import { readerOf as textReader } from '../plain-text.ts';
import { readDiscussion } from './discussion.ts';
import { readFiling } from './filing.ts';
import { readInvestigation } from './investigation.ts';
import { readInquiry, readInspection } from './records.ts';
import { toldFacts } from './told.ts';

test('hands with a label each are all of the opinion; hands of different posts are not', () => {
  const handlersOf = (words: string) =>
    valuesOf(
      readFiling(
        readerOf('立案审批表', [
          ['案由', '无证捕捞'],
          ['承办人意见', words],
        ]),
      ),
    )['filing.handlers'];
  expect(
    handlersOf('建议立案。\n承办人（签名）：王小山 证号：110001\n承办人（签名）：李青 证号：110002\n2024年3月1日'),
  ).toEqual(['王小山', '李青']);
  expect(handlersOf('建议立案。\n承办人（签名）：王小山\n审核人（签名）：李青\n2024年3月1日')).not.toContain('王小山');
});

test('investigators are named by their hands, and propose 处 500 元罚款', () => {
  const reader = readerOf('违法行为调查报告', [
    ['违法事实', '经查，当事人无证捕捞，有询问笔录证明。'],
    ['调查结论和处理意见', '建议处500元罚款。\n执法人员签名：王小山、李青\n2024年4月1日'],
  ]);
  expect(valuesOf(readInvestigation(reader))['investigation.investigators']).toEqual(['王小山', '李青']);
  expect(valuesOf(toldFacts('investigation-report', reader))['investigation.proposed-fine']).toBe(500);
});

test('heads of columns are no place to sign: a list with a column of hands is not told unsigned', () => {
  const facts = valuesOf(
    readDiscussion(
      readerOf('案件集体讨论记录', [
        ['讨论时间', '2024年4月1日9时至10时', '讨论地点', '二楼'],
        [{ words: '参加人员', rows: 2 }, '姓名', '职务', '签名'],
        [null, '周山', '局长', '周山'],
        ['讨论结果', '同意罚款五百元。', '备注', ''],
      ]),
    ),
  );
  expect(facts['discussion.signed']).not.toBe(false);
  expect(facts['discussion.fine']).toBe(500);
});

test('a hand before the word that asks for it is one; none before it is none', () => {
  const signed = (words: string) =>
    firstOf(
      readInquiry(
        readerOf('询问笔录', [['询问时间', '2024年3月1日14时30分', '被询问人', '罗小溪'], [{ words, columns: 4 }]]),
      ),
      'inquiries[]',
    )?.['person-signed'];
  expect(signed('被询问人：罗小溪（签名、捺印）')).toBe(true);
  expect(signed('被询问人：（签名）')).toBe(false);
});

test('officers in rows under heads of their own, between a beginning and an end in cells of their own', () => {
  const item = firstOf(
    readInspection(
      readerOf('现场检查记录', [
        ['检查开始时间', '2024年3月1日9时15分', '检查结束时间', '2024年3月1日10时40分'],
        [{ words: '检查人员', rows: 3 }, '姓名', '执法证号', '签名'],
        [null, '王小山', '34091001', ''],
        [null, '李青', '34091002', ''],
      ]),
    ),
    'inspections[]',
  );
  expect(item).toMatchObject({
    started: '2024-03-01T09:15+08:00',
    ended: '2024-03-01T10:40+08:00',
    officers: ['王小山', '李青'],
    certificates: ['34091001', '34091002'],
  });
});

test('a report that heads its facts with the one word tells them', () => {
  const report = textReader(
    '案件调查终结报告\n当事人：甲公司\n一、来源：2031年3月1日检查发现。\n二、事实：当事人没有明示收费标准，5月20日复查已改正。\n三、证据：检查笔录、照片。\n四、建议：不予处罚。\n承办人：王小山 李青 2031年4月1日',
  );
  expect(readInvestigation(report)['investigation.states-facts']?.value).toBe(true);
});

test('what the heads came to is told under the name the office has for their sitting', () => {
  const record = (label: string) =>
    readDiscussion(
      textReader(
        `集体讨论记录\n时间：2031年3月17日9时至10时 地点：会议室\n参加人员：王小山（队长）、李青（副队长）\n李青：同意罚款40000元。\n${label}：一致同意罚款40000元。\n参加人员签名：王小山 李青 2031年3月17日`,
      ),
    )['discussion.fine']?.value;
  expect(['议案结论', '评议结论', '讨论结论'].map(record)).toEqual([40000, 40000, 40000]);
});
