// Pages that came as a picture each. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import type { Fact } from '../record/types.ts';
import { extract } from './extract.ts';
import type { PageMark } from './marks.ts';
import { textFile } from './plain-text.ts';
import type { FileText } from './types.ts';

const first = `河阳县市场监督管理局
行政处罚告知书
河市监罚告〔2030〕5号
河阳县安泰面粉有限公司：
你单位使用过期原料，依据《中华人民共和国食品安全法》第一百二十四条第一款的规定，拟作出如下行政处罚：
1.没收违法所得405元；`;
const second = `2.没收面粉12袋；
3.罚款3000元。
你单位可以自收到本告知书之日起五日内提出陈述、申辩。
河阳县市场监督管理局
2030年4月1日`;
const receipt = `送达回证
受送达人：河阳县安泰面粉有限公司
送达文书名称及文号：行政处罚告知书（河市监罚告〔2030〕5号）
送达时间：2030年4月2日`;

const picture = (name: string, text: string): FileText => ({ ...textFile(name, text), format: 'image' });
const read = (files: readonly FileText[], marks: readonly PageMark[] = []) => extract(files, kinds, { id: 'c', marks });
const kindsOf = ({ documents }: ReturnType<typeof read>): string[] => documents.map(({ kind }) => kind);
const penalties = ({ record }: ReturnType<typeof read>): number =>
  ((record.facts['notice.penalties[]'] as Fact).value as readonly unknown[]).length;

test('a paper goes on over pictures numbered one behind the other, in the order of their numbers', () => {
  const found = read([
    picture('扫描/页10.jpg', receipt),
    picture('扫描/页9.jpg', second),
    picture('扫描/页8.jpg', first),
  ]);
  expect(kindsOf(found)).toEqual(['penalty-notice', 'service-receipt']);
  expect(penalties(found)).toBe(3);
  const [notice] = found.record.documents;
  expect(notice).toMatchObject({
    file: '扫描/页8.jpg',
    pages: [1, 1],
    also: [{ file: '扫描/页9.jpg', pages: [1, 1] }],
  });
  const day = found.record.facts['notice.date'] as Fact;
  expect(day.anchors?.[0]).toMatchObject({
    file: '扫描/页9.jpg',
    page: 1,
    quote: expect.stringContaining('2030年4月1日'),
  });
});

test('pictures with names of their own, or in other folders, stay apart', () => {
  const apart = read([picture('告知书.jpg', first), picture('附页.jpg', second)]);
  expect(apart.record.documents).toHaveLength(2);
  expect(read([picture('一/1.jpg', first), picture('二/2.jpg', second)]).record.documents).toHaveLength(2);
});

test('a picture that could not be read is told by its own name, as a page of the paper about it', () => {
  const lost: FileText = { ...picture('2.jpg', ''), pages: [], unreadable: '图片已损坏' };
  const { record } = read([picture('1.jpg', first), lost, picture('3.jpg', second)]);
  expect(record.unread).toEqual([{ file: '2.jpg', page: null, reason: '图片已损坏' }]);
  expect(record.documents[0]?.also?.map(({ file }) => file)).toEqual(['2.jpg', '3.jpg']);
});

test('what a person says of such a page counts', () => {
  const mark: PageMark = { file: '2.jpg', page: 1, as: 'unrelated' };
  const found = read([picture('1.jpg', first), picture('2.jpg', second)], [mark]);
  expect(penalties(found)).toBe(1);
  expect(found.record.documents[0]?.also).toBeUndefined();
});

test('numbers that begin behind 1 or leave some out are told, those of a camera are not', () => {
  const told = (...names: readonly string[]): readonly string[] =>
    (read(names.map((name, at) => picture(name, at === 0 ? first : second))).record.notices ?? []).map(
      ({ file, message }) => `${file}：${message.split('，可能')[0]}`,
    );
  expect(told('卷/021.jpg', '卷/022.jpg')).toEqual(['卷/021.jpg：各页图片的编号从 021 开始']);
  expect(told('1.jpg', '3.jpg')).toEqual(['1.jpg：各页图片的编号缺 2']);
  expect(told('1.jpg', '2.jpg')).toEqual([]);
  expect(told('IMG_0021.jpg', 'IMG_0024.jpg')).toEqual([]);
  expect(told('1.jpg', '20300401093011.jpg')).toEqual([]);
  expect(told('1.jpg', '7.jpg')).toEqual(['1.jpg：各页图片的编号缺 2、3、4、5、6']);
  expect(told('1.jpg', '8.jpg')).toEqual([]);
});
