// Handwriting is never recognised: what a hand may have filled in is neither blank nor unsaid. All invented.
import { expect, test } from 'vitest';
import type { ListItem } from '../../record/types.ts';
import type { Extractor, Facts } from '../facts.ts';
import { formPage } from '../form-page.ts';
import { readPages } from '../pages.ts';
import type { PageText } from '../types.ts';
import { readClosing } from './closing.ts';
import { readDiscussion } from './discussion.ts';
import { readFiling } from './filing.ts';
import { readInspection } from './records.ts';
import { readServiceReceipt } from './service.ts';
import { isReadWhole, pictureMark } from './unread.ts';

const kinds = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] }];
type Rows = readonly (readonly string[])[];

function read(extractor: Extractor, title: string, rows: Rows, more: Partial<PageText> = {}): Facts {
  const page = { ...formPage(rows, title), ...more };
  return extractor(readPages('d1', '表.pdf', [{ page, start: 0, end: page.text.length }]));
}
const scan = { source: 'scan' as const };
const itemOf = (facts: Facts, list: string) => (facts[list]?.value as readonly ListItem[] | undefined)?.[0];

test('officers of a receipt are none only where nobody can have written their names', () => {
  const receipt = (hands: string, more: Partial<PageText> = {}) =>
    itemOf(
      read(
        readServiceReceipt(kinds),
        '送达回证',
        [
          ['送达文书', '行政处罚决定书丙渔罚〔2024〕7号'],
          ['送达日期', '2024年4月1日'],
          ['送达人', hands],
        ],
        more,
      ),
      'services[]',
    )?.officers;
  expect(receipt('')).toEqual([]);
  expect(receipt('', scan)).toBeUndefined();
  expect(receipt('王小山')).toEqual(['王小山']);
  expect(receipt('王小山', scan)).toBeUndefined();
  expect(receipt(`王小山${pictureMark}`)).toBeUndefined();
  expect(receipt('王小山、李青', scan)).toEqual(['王小山', '李青']);
});

test('an opinion that is a picture is neither blank nor refused', () => {
  const filing = (words: string, more: Partial<PageText> = {}) =>
    read(
      readFiling,
      '立案审批表',
      [
        ['案由', '无证捕捞'],
        ['案件来源', words],
        ['承办人意见', words],
        ['负责人审批意见', words],
      ],
      more,
    );
  const blank = filing('');
  expect(blank['filing.approved']?.value).toBe(false);
  expect(blank['filing.states-source']?.value).toBe(false);
  expect(blank['party.representative']).toBeUndefined();
  for (const facts of [filing(pictureMark), filing('', scan)])
    for (const path of ['filing.approved', 'filing.states-source', 'filing.handlers-signed'])
      expect(facts[path], path).toBeUndefined();
});

test('a discussion or an execution written by hand on a scan is not told unsaid', () => {
  const discussion = (more: Partial<PageText> = {}) =>
    read(
      readDiscussion,
      '案件集体讨论记录',
      [
        ['讨论时间', '2024年4月1日9时'],
        ['讨论记录', ''],
        ['讨论结论', ''],
      ],
      more,
    );
  expect(discussion()).toMatchObject({
    'discussion.states-conclusion': { value: false },
    'discussion.states-opinions': { value: false },
  });
  expect(discussion(scan)['discussion.states-conclusion']).toBeUndefined();
  expect(discussion(scan)['discussion.states-opinions']).toBeUndefined();
  const closing = (more: Partial<PageText> = {}) =>
    read(
      readClosing,
      '结案审批表',
      [
        ['执行情况', ''],
        ['负责人审批意见', '同意结案。周山2024年5月3日'],
      ],
      more,
    )['closing.states-execution']?.value;
  expect([closing(), closing(scan)]).toEqual([false, undefined]);
});

test('a record that was filled in by hand does not say that nothing was told', () => {
  const record = (more: Partial<PageText> = {}) =>
    itemOf(
      read(
        readInspection,
        '现场检查笔录',
        [
          ['检查时间', '2024年4月1日9时15分至10时'],
          ['检查情况', ''],
          ['被检查人签名', '罗小溪'],
        ],
        more,
      ),
      'inspections[]',
    );
  expect(record()).toMatchObject({ 'tells-recusal': false, 'shows-certificates': false });
  expect(record(scan)).not.toHaveProperty('tells-recusal');
  expect(record(scan)).not.toHaveProperty('shows-certificates');
});

test('a scan is read whole where enough print was read well and no large place to write is empty', () => {
  const words = '现场有作业台三张，货架二组，当事人在场陪同，检查人员逐项核对并拍照留存，未发现其他情况。'.repeat(2);
  const isWhole = (confidence: number, label: string, value: string): boolean => {
    const text = `${words}\n${label}  ${value}`;
    const from = words.length + 1;
    const cell = (column: number, start: number, length: number) => ({
      ...{ row: 0, column, rows: 1, columns: 1, start, end: start + length },
      box: [100 + 300 * column, 300, 400 + 300 * column, 500] as const,
    });
    const runs = [{ text: words, x: 0, y: 0, width: 500, height: 12, confidence }];
    const page: PageText = {
      ...{ number: 1, width: 595, height: 842, text, source: 'scan' },
      lines: [{ start: 0, end: words.length, runs }],
      tables: [{ cells: [cell(0, from, label.length), cell(1, from + label.length + 2, value.length)] }],
    };
    return isReadWhole(readPages('d1', '表.pdf', [{ page, start: 0, end: text.length }]));
  };
  expect(isWhole(0.95, '检查情况', '无')).toBe(true);
  expect(isWhole(0.95, '检查情况', '')).toBe(false);
  expect(isWhole(0.95, '备 注', '')).toBe(true);
  expect(isWhole(0.4, '检查情况', '无')).toBe(false);
});
