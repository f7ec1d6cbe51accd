import { expect, test } from 'vitest';
import { stretchesOf } from './stretches.ts';
import type { OcrWord } from './tesseract.ts';

/** A row of words of one character each, thirty pixels wide and ten apart; those with a `?` behind them are doubtful. */
function row(text: string, line: number): OcrWord[] {
  return [...text.matchAll(/(.)(\?)?/gu)].map(([, one = '', doubt], at) => ({
    text: one,
    confidence: doubt === undefined ? 0.97 : 0.4,
    line: `1.1.${line}`,
    left: 100 + at * 40,
    top: 100 + line * 50,
    width: 30,
    height: 30,
  }));
}
const read = (words: readonly OcrWord[], most: number): string[] =>
  stretchesOf(words, most).map((stretch) => stretch.words.map((word) => word.text).join(''));

const rows = (from: number): OcrWord[] =>
  Array.from({ length: 30 }, (_, at) => row('经查明上述行为有下列材料证实属实', at + from)).flat();
const plain = rows(10);

test('doubtful words are read again with what stands beside them, and nothing where nothing is doubtful', () => {
  expect(read([...row('今天天?气很好', 5), ...plain], 0.1)).toEqual(['天天气']);
  expect(read([...row('好?今天天气很好?', 5), ...plain], 0.1)).toEqual(['好今', '很好']);
  expect(read(plain, 0.1)).toEqual([]);
});

test('what tells a fact comes first, as far as the time goes', () => {
  const both = [...plain, ...row('今天天?气很好', 50), ...row('当日在甲县鑫?发商店', 51), ...rows(60)];
  expect(read(both, 0.003)).toEqual(['县鑫发']);
  expect(read(both, 0.1)).toEqual(['天天气', '县鑫发']);
});

test('rows that name who is concerned, or hold the number at the head, are read whole but for the label, however sure, as far as they are few', () => {
  expect(read([...row('当事人:甲县商店', 50), ...plain], 0.1)).toEqual(['人:甲县商店']);
  expect(read([...row('甲市监处罚〔2031〕7号', 5), ...plain], 0.1)).toEqual(['甲市监处罚〔2031〕7号']);
  expect(read([...row('甲市监处罚〔2031〕7号', 50), ...plain], 0.1)).toEqual(['甲市监处罚〔2031〕7号']);
  expect(read([...row('今日到甲县商店买菜', 50), ...plain], 0.1)).toEqual([]);
  expect(read([...row('罚款人民币过万贰仟元整(12000元)。限期缴', 50), ...plain], 0.1)).toEqual([
    '币过万贰仟元整(12000元)',
  ]);
  const many = Array.from({ length: 40 }, (_, at) => row('名称:甲县商店', at + 50)).flat();
  expect(read(many, 0.1).length).toBeLessThanOrEqual(4);
});

test('rows of forms that name people are read behind their labels, up to a stroke or the day, and the row that addresses the party', () => {
  expect(read([...row('执法人员|罗小溪|执法证号|一二三', 50), ...plain], 0.1)).toEqual(['|罗小溪|']);
  expect(read([...row('记录人(签名):钱小河2031年', 50), ...plain], 0.1)).toEqual([':钱小河2']);
  expect(read([...row('甲县云岚商行:', 5), ...plain], 0.1)).toEqual(['甲县云岚商行:']);
  expect(read([...row('当日检查人员到场后开始工作', 50), ...plain], 0.1)).toEqual([]);
  // Cells one below the other: the name in the one behind its label.
  expect(read([...row('送达人', 50), ...row('罗小溪钱小河', 51), ...plain], 0.1)).toEqual(['罗小溪钱小河']);
  expect(read([...row('(负责人)', 50), ...row('罗小溪', 51), ...plain], 0.1)).toEqual(['罗小溪']);
  expect(read([...row('法定代表', 49), ...row('人', 50), ...row('罗小溪', 51), ...plain], 0.1)).toEqual(['罗小溪']);
  const cards = row('罗小溪(46290625)、钱小河(11527998)', 51);
  expect(read([...row('检查人员', 50), ...cards, ...plain], 0.1)).toEqual(['罗小溪', '钱小河']);
  expect(read([...row('罗小溪执法证号:1001', 50), ...plain], 0.1)).toEqual(['罗小溪']);
  expect(read([...row('罗小溪、钱小河', 50), ...plain], 0.1)).toEqual(['罗小溪、钱小河']);
  // Those the engine doubts before others, as far as they are few.
  const names = Array.from({ length: 30 }, (_, at) => row('记录人:罗小溪', at + 50)).flat();
  expect(read([...names, ...row('记录人:钱小?河', 90)], 0).at(-1)).toBe(':钱小河');
  // The firm in its cell takes nothing from the share of people.
  const firms = row('甲县丰禾?农业开发有限公司', 51);
  expect(read([...row('名称', 50), ...firms, ...row('罗?小溪、钱小河', 52), ...plain.slice(0, 112)], 0)).toEqual([
    '甲县丰禾农业开发有限公司',
    '罗小溪、钱小河',
  ]);
  // A long row there is no room for leaves it to a short one.
  const long = row('记录人:罗?小溪钱小河孙小海冯小雪周小山吴小云', 50);
  expect(read([...long, ...row('记录人:钱小河', 51), ...plain.slice(0, 80)], 0)).toEqual([':钱小河']);
  // A credit code whose check agrees needs no second look.
  expect(read([...row('统一社会信用代码:91350100M000100Y43', 50), ...plain], 0.1)).toEqual([]);
});

test('a day at the end of a row is read again where it is none, not where it is one', () => {
  const last = (text: string): string[] => read([...rows(10), ...row(text, 60)], 0.1);
  expect(last('2025生9月15日')).toEqual(['2025生9月15日']);
  expect(last('甲县商务局2025年9月1习日')).toEqual(['2025年9月1习日']);
  expect(last('二〇二五年几月十五日')).toEqual(['二〇二五年几月十五日']);
  for (const whole of ['2025年9月15日', '二〇二五年九月十五日', '2025年12月1日', '编号2025001'])
    expect(last(whole)).toEqual([]);
});

test('a stretch knows whether its ends are ends of the row, and is as high as the row, one of single strokes as high as others', () => {
  const [first, last] = stretchesOf([...row('好?今天天气很好?', 5), ...plain], 0.1);
  expect([first?.ends, last?.ends]).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(first?.box).toEqual([96, 342, 174, 388]);
  const stroke = row('一?', 5).map((word) => ({ ...word, top: 360, height: 4 }));
  const [, top, , bottom] = stretchesOf([...stroke, ...plain], 0.1)[0]?.box ?? [];
  expect((bottom ?? 0) - (top ?? 0)).toBeGreaterThan(30);
});
