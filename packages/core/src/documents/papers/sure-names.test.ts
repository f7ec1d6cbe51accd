// Names of persons and places on recognised pages: rare characters that every model reads for common ones. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import type { Fact, ListItem } from '../../record/types.ts';
import { weighByScan } from '../certainty.ts';
import { extract } from '../extract.ts';
import { factOf } from '../facts.ts';
import { isContested } from '../mending/places.ts';
import { isNobody, readOtherwise } from '../mending/surnames.ts';
import { readPages } from '../pages.ts';
import type { PageText } from '../types.ts';

/** A recognised page of which every character is one word, sure and agreed but for those given. */
function scan(text: string, read: Readonly<Record<number, { confidence: number; agreed?: true }>> = {}): PageText {
  let start = 0;
  const lines = text.split('\n').map((row, y) => {
    const from = start;
    start += row.length + 1;
    const runs = [...row].map((one, at) => ({
      text: one,
      x: at * 10,
      y: y * 20,
      width: 10,
      height: 10,
      ...(read[from + at] ?? { confidence: 0.95, agreed: true as const }),
    }));
    return { start: from, end: from + row.length, runs };
  });
  return { number: 1, width: 600, height: 800, text, lines, source: 'scan' };
}

function record(text: string, read = {}): ListItem | undefined {
  const file = { name: '甲.jpg', sha256: '', format: 'image' as const, pages: [scan(text, read)] };
  const { record } = extract([file], kinds, { id: 'c' });
  return ((record.facts['inspections[]'] as Fact | undefined)?.value as readonly ListItem[] | undefined)?.[0];
}

test('nobody is called by words of a sentence, nor has a family name that is none', () => {
  expect(['洗亮', '余或', '也小虎'].map(isNobody)).toEqual([true, true, true]);
  expect(['罗小溪', '钱河', '甲县云岚商行'].map(isNobody)).toEqual([false, false, false]);
});

test('a name that the page reads in two ways may be neither', () => {
  expect(readOtherwise('检查人:罗小溪 记录人:钱小溪', '罗小溪')).toEqual({ at: 0, place: 12 });
  expect(readOtherwise('检查人:罗小溪 山罗小溪百货', '罗小溪')).toBeNull();
  expect(readOtherwise('检查人:罗小溪 乐小溪路', '罗(溪')).toBeNull();
  const page = (writer: string) => `现场检查笔录
检查时间:2031年5月14日10时5分至10时48分
检查地点:甲县东街3号
检查人员:钱小河、孙小海
记录人:${writer}
检查情况:货架上摆放过期豆干7袋。`;
  expect(record(page('孙小海'))?.recorder).toBe('孙小海');
  expect(record(page('冷小海'))?.recorder).toBeUndefined();
  expect(record(page('洗小山'))?.recorder).toBeUndefined();
  // Both models read the one, only the first the other.
  const own = page('孙小海').indexOf('孙小海');
  expect(record(page('孙小海').replace('孙小海', '冷小海'), { [own]: { confidence: 0.9 } })?.recorder).toBe('孙小海');
});

test('a character of a name that one model alone read, and not too surely, is doubtful; in an address it is not', () => {
  const confidence = (value: string, path: string, agreed: { agreed?: true } = {}): number => {
    const sheet = scan(value, { 1: { confidence: 0.7, ...agreed } });
    const reader = readPages('d01', 'a.jpg', [{ page: sheet, start: 0, end: value.length }]);
    return weighByScan({ [path]: factOf(reader, value, 0, value.length) }, [sheet])[path]?.confidence ?? 1;
  };
  expect(confidence('罗小溪', 'party.representative')).toBeLessThan(0.5);
  expect(confidence('罗小溪', 'party.representative', { agreed: true })).toBeGreaterThan(0.5);
  expect(confidence('云岚商行', 'party.name')).toBeLessThan(0.5);
  expect(confidence('云岚路口', 'party.address')).toBeGreaterThan(0.5);
});

test('a place that the page reads in several ways is none of them', () => {
  expect(isContested('角城县农业局大城县', '大城', '县')).toBe(true);
  expect(isContested('大城县农业局大城县', '大城', '县')).toBe(false);
  expect(isContested('角城市农业局大城县', '大城', '县')).toBe(false);
  const text = '角城县农业局\n刨城县法院';
  const sheet = scan(text, { 0: { confidence: 0.9 }, 7: { confidence: 0.2 } });
  const reader = readPages('d01', 'a.jpg', [{ page: sheet, start: 0, end: text.length }]);
  const agency = { 'decision.agency': factOf(reader, '角城县农业局', 0, 6) };
  expect(weighByScan(agency, [sheet])['decision.agency']?.confidence).toBeLessThan(0.5);
});

test('a clock that the margin broke is read whole, and a short label whose blank was not seen is one', () => {
  const item = record(`现场检查笔录
时间2031年5月14日21时35分至2031年5月14日22
时20分
地点甲乙县东街3号
检查人员:钱小河、孙小海
检查情况:货架上摆放过期豆干7袋。`);
  expect(item).toMatchObject({
    started: '2031-05-14T21:35+08:00',
    ended: '2031-05-14T22:20+08:00',
    place: '甲乙县东街3号',
  });
});

test('a name read well once is read well, and the end of a paper that shows where nothing was found denies nothing', () => {
  const text = '当事人:罗小溪\n见证:罗小溪\n逾期视为放弃。';
  const first = text.indexOf('罗');
  const sheet = scan(text, { [first]: { confidence: 0.4 } });
  const reader = readPages('d01', 'a.jpg', [{ page: sheet, start: 0, end: text.length }]);
  const at = reader.dense.indexOf('罗小溪');
  const facts = {
    'party.representative': factOf(reader, '罗小溪', at, at + 3),
    'notice.tells-statement': factOf(reader, false, reader.dense.length - 7, reader.dense.length),
  };
  const weighed = weighByScan(facts, [sheet]);
  expect(weighed['party.representative']?.confidence).toBeGreaterThan(0.5);
  expect(weighed['notice.tells-statement']?.confidence).toBeLessThan(0.5);
});

function facts(text: string, read = {}): Readonly<Record<string, unknown>> {
  const file = { name: '甲.jpg', sha256: '', format: 'image' as const, pages: [scan(text, read)] };
  const { record: found } = extract([file], kinds, { id: 'c' });
  const known = Object.entries(found.facts).filter(([, fact]) => ((fact as Fact).confidence ?? 1) >= 0.5);
  return Object.fromEntries(known.map(([name, fact]) => [name, (fact as Fact).value]));
}

test('a colon behind the addressee and the sign of the day may be read for others', () => {
  const order = `责令改正通知书
甲建责改〔2031〕58号
甲县云岭建筑工程有限责任公司;
经查,你单位存在临边防护缺失的问题,违反了《建设工程安全生产管理条例》第二十八条的规定。
责令你单位于2031年11月20日前改正完毕。
甲县住房和城乡建设局
2031年11月12晶`;
  const at = order.indexOf('晶');
  expect(facts(order, { [at]: { confidence: 0 } })).toMatchObject({
    'party.name': '甲县云岭建筑工程有限责任公司',
    'correction.date': '2031-11-12',
  });
});

test('the writer whose label runs into his name is read where both fill the line', () => {
  const page = (writer: string) => `现场检查笔录
检查时间:2031年5月14日10时5分至10时48分
检查地点:甲县东街3号
检查人员:钱小河、孙小海
${writer}
检查情况:货架上摆放过期豆干7袋。`;
  expect(record(page('记录人孙小海'))?.recorder).toBe('孙小海');
  expect(record(page('记录人在场'))?.recorder).toBeUndefined();
});

test('officers of whom one is nobody are not told', () => {
  const page = (first: string) => `现场检查笔录
检查时间:2031年5月14日10时5分至10时48分
检查地点:甲县东街3号
我们是甲县应急管理局行政执法人员${first}、孙小海,证件号码为110715032、110715040,这是我们的证件。
检查情况:货架上摆放过期豆干7袋。`;
  expect(record(page('钱小河'))?.officers).toEqual(['钱小河', '孙小海']);
  expect(record(page('都小河'))?.officers).toBeUndefined();
});

test('where a seal hides the day of an urging, the day it was received is told all the same', () => {
  const told = facts(`履行行政处罚决定催告书
甲自然资催〔2031〕11号
甲县云岚商行:
你单位逾期未履行缴纳罚款人民币18640元的义务,现催告你单位自收到本催告书之日起10日内履行,逾期将申请甲县人民法院强制执行。
甲县自然资源局
签收人:罗小溪 2031年8月12日`);
  expect(told['urging.served-on']).toBe('2031-08-12');
});

test('a title that no law has, one character of its subject away from one that a law has, is doubtful however surely it was read', () => {
  const confidence = (title: string): number | null | undefined => {
    const text = `《${title}》第五条`;
    const sheet = scan(text);
    const reader = readPages('d01', 'a.jpg', [{ page: sheet, start: 0, end: text.length }]);
    const list = [{ law: title, article: '5', confidence: 0.95, anchors: reader.anchorOf(0, text.length) }];
    const laws = new Set(['中华人民共和国大气污染防治法', '中华人民共和国农业法']);
    const facts = { 'notice.citations[]': factOf(reader, list, 0, text.length) };
    const items = weighByScan(facts, [sheet], laws)['notice.citations[]']?.value as readonly ListItem[] | undefined;
    return items?.[0]?.confidence;
  };
  expect(confidence('中华人民共和国天气污染防治法')).toBeLessThan(0.5);
  expect(confidence('中华人民共和国大气污染防治法')).toBeGreaterThan(0.5);
  // Short subjects that differ so are two laws: 农业法, 渔业法.
  expect(confidence('中华人民共和国渔业法')).toBeGreaterThan(0.5);
});

test('a day that stands in no place of its own is not taken where that place was not read', () => {
  const page = (time: string) => `陈述申辩笔录
陈述申辩人:罗小溪
陈述申辩时间:${time}
承办人告知:我局事先告知书已于2031年4月29日送达给你。
陈述申辩内容:罚款太多,希望少罚一点。`;
  expect(facts(page('2031年5月6日9时40分'))['statement.made-on']).toBe('2031-05-06');
  expect(facts(page('2031年5乃6日9时40分'))['statement.made-on']).toBeUndefined();
});
