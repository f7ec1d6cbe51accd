// Clock times as records write them, and papers that serve others. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import type { Fact, ListItem } from '../../record/types.ts';
import { extract } from '../extract.ts';
import { readerOf, textFile } from '../plain-text.ts';
import { timesIn } from './times.ts';

test.each([
  ['2024年5月6日上午9时至10时30分', '2024-05-06T09:00', '2024-05-06T10:30'],
  ['2024年5月6日下午2时10分至3时05分', '2024-05-06T14:10', '2024-05-06T15:05'],
  ['2024年5月6日上午11时至下午1时', '2024-05-06T11:00', '2024-05-06T13:00'],
  ['2024年5月6日22时至7日1时', '2024-05-06T22:00', '2024-05-07T01:00'],
  ['2024年5月31日22时50分至次日0时30分', '2024-05-31T22:50', '2024-06-01T00:30'],
  ['二〇二四年五月六日九时至十时', '2024-05-06T09:00', '2024-05-06T10:00'],
  ['2024-05-06 9:00至9:50', '2024-05-06T09:00', '2024-05-06T09:50'],
  ['2024年5月6日9时半至10时', '2024-05-06T09:30', '2024-05-06T10:00'],
  // A day said outright stands, and an end before the beginning is left for the rules to see.
  ['2024年5月6日10时至9时', '2024-05-06T10:00', '2024-05-06T09:00'],
  ['2024年5月6日因一时疏忽', undefined, undefined],
])('%s', (text, started, ended) => {
  const times = timesIn(readerOf(`询问时间：${text}`), 0, 60);
  expect([times?.started?.slice(0, 16), times?.ended?.slice(0, 16)]).toEqual([started, ended]);
});

const listOf = (path: string, page: string) => {
  const { record } = extract([textFile('甲.txt', page)], kinds, { id: 'c' });
  return (record.facts[path] as Fact | undefined)?.value as readonly ListItem[] | undefined;
};
const services = (page: string) => listOf('services[]', page);

test('the label of the time printed against the year, at the head of a row', () => {
  const [item] =
    listOf(
      'inquiries[]',
      `询问笔录（第1次）\n时间2031年4月11日9时20分至2031年4月11日10时30分\n地点 甲县公安局城关派出所\n询问人（签名）赵小勇、何小平 工作单位 城关派出所\n被询问人 王大刚 性别 男\n问：听清楚了吗？\n答：听清楚了。`,
    ) ?? [];
  expect([item?.date, item?.started, item?.ended]).toEqual([
    '2031-04-11',
    expect.stringContaining('T09:20'),
    expect.stringContaining('T10:30'),
  ]);
});

test('receipts whose label names paper and number in other words', () => {
  for (const label of ['文书名称及文号', '送达文书名称及文书编号', '法律文书名称及文号'])
    expect(
      services(`送达回证
受送达人 某某商行
${label} 《行政处罚告知书》甲市监罚告〔2024〕5号
送达时间 2024年5月6日10时
收件人 罗小溪
送达人 甘小霖 伍小卫`)?.[0],
    ).toMatchObject({ document: 'penalty-notice', date: '2024-05-06', number: '甲市监罚告〔2024〕5号' });
});

test('an announcement may name the paper before the words that serve it', () => {
  const announced = (served: string) =>
    services(`送达公告
罗小溪：
本局于2024年5月28日对你作出行政处罚决定书（甲市监处罚〔2024〕5号），${served}。
甲市市场监督管理局
2024年6月3日`)?.[0];
  expect(announced('因无法直接送达，现依法公告送达')).toMatchObject({
    document: 'penalty-decision',
    number: '甲市监处罚〔2024〕5号',
    method: 'announcement',
    'announced-on': '2024-06-03',
  });
  expect(announced('你至今未缴纳罚款')).toBeUndefined();
});
