import { describe, expect, test } from 'vitest';
import { extract } from './extract.ts';
import { extractorsFor } from './extractors.ts';
import { readerOf, textFile } from './plain-text.ts';
import { recognise } from './recognise.ts';

const KINDS = [{ id: 'penalty-decision', label: '行政处罚决定书', order: 1, titles: ['行政处罚决定书'] }];

/** Pieces that open every scanner's way in without letting it through, and whole hits in masses. */
const PUMPS = [
  '罚款1元',
  '罚款人民币壹万元整（¥10000元）；',
  '没收违法所得',
  '申请行政复议',
  '60日内向甲局申请行政复议',
  '《甲法》第一条、',
  '《甲法',
  '（以下简称《乙》）',
  '《甲法》（以下简称《乙》）',
  '“',
  '“”',
  '姓名（',
  '当事人：',
  '姓名',
  '〔2024〕',
  '甲罚字〔2024〕1号',
  '2024年1月',
  '2024年1月1日\n',
  '一二三四五六七八九十',
  '拟作出',
  '决定给予如下处罚，',
  '减轻处罚',
  '中华人民共和国',
  '行政处罚决定书',
  '行政处罚决定书\n',
  '甲县局\n',
  '((((',
  '))))',
  '陈述申辩',
  '3日内听证',
  '书',
  '甲 ',
  '1.1,1.',
  '责令',
  '该法第',
  '第',
  '罚款共计',
  '共计',
  '违法所得共计',
  '人民币',
  '一式三份',
  '作出如下处罚：罚款',
  '情况紧急当场实施',
  '期限为三十日',
  '自2024年1月1日至',
  '检查情况：',
  '理由：',
  '因为',
  '需要检验',
  '提出的关于',
  '有效期至',
  '执行标的',
  '当事人（签名）\n',
  '张　三',
  '☑',
];

/** Least time of two runs in milliseconds: what else the machine does only adds. */
function leastTime(work: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2; run++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

function readAll(text: string): void {
  recognise([textFile('1.txt', text)], KINDS);
  const reader = readerOf(text);
  for (const extract of new Set(Object.values(extractorsFor(KINDS)))) extract(reader);
}

/** What the linking of papers looks through again: lists of names, opinions one below the other. */
const LINKED = ['王某某、', '张三、李四、', '张三、李四（12345678、12345679）、', '意见：同意。张三 2024年1月1日\n'];

function linkAll(text: string): void {
  extract([textFile('1.txt', text)], KINDS, { id: '1' });
}

/** Four times the text: a quadratic scanner takes sixteen times as long however often one looks, a busy machine only sometimes. */
function growth(read: (text: string) => void, pump: string): number {
  const fill = (size: number): string => `行政处罚决定书\n${pump.repeat(Math.ceil(size / pump.length))}`.slice(0, size);
  read(fill(8 * 1024));
  const growths: number[] = [];
  for (let attempt = 0; attempt < 6 && growths.every((one) => one >= 10); attempt++) {
    const short = leastTime(() => read(fill(16 * 1024)));
    const long = leastTime(() => read(fill(64 * 1024)));
    growths.push(long < 60 ? 0 : long / short);
  }
  return Math.min(...growths);
}

describe('time grows with the length of the text, not faster', () => {
  test.each(PUMPS)('%j', (pump) => {
    expect(growth(readAll, pump)).toBeLessThan(10);
  });
  test.each(LINKED)('linked: %j', (pump) => {
    expect(growth(linkAll, pump)).toBeLessThan(10);
  });
});
