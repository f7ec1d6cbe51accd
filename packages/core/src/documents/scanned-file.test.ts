import { describe, expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import { judgeRecord } from '../check/check.ts';
import { readRules } from '../node.ts';
import type { Fact, ListItem } from '../record/types.ts';
import { extract } from './extract.ts';
import { textFile } from './plain-text.ts';
import type { FileText } from './types.ts';

/** The same pages as recognised on pictures, every word well read. */
function scanned(file: FileText): FileText {
  const pages = file.pages.map((page) => ({
    ...page,
    width: 595,
    height: 842,
    source: 'scan' as const,
    lines: page.lines.map((line, row) => ({
      ...line,
      runs: [
        {
          text: page.text.slice(line.start, line.end),
          x: 70,
          y: 70 + row * 20,
          width: 12 * (line.end - line.start),
          height: 12,
          confidence: 0.95,
        },
      ],
    })),
  }));
  return { ...file, format: 'image', pages };
}

const factsOf = (file: FileText): Readonly<Record<string, Fact>> =>
  extract([file], kinds, { id: 'c' }).record.facts as Readonly<Record<string, Fact>>;

const filing = (name: string, day: string) =>
  `立案审批表\n当事人：${name}\n案由：涉嫌经营过期食品\n案件来源：检查发现\n立案理由：现场发现过期食品\n负责人意见：同意立案。签名：方正 2025年4月${day}日`;
const decision = (name: string, rest = '如不服本决定，可以自收到之日起六十日内向青山县人民政府申请行政复议。') =>
  `青山县市场监督管理局\n行政处罚决定书\n青市监罚〔2025〕8号\n当事人：${name}\n经查，当事人经营过期食品。\n依据《中华人民共和国食品安全法》第一百二十四条第一款的规定，决定对当事人作出如下处罚：罚款人民币伍仟元整（¥5000.00）。\n${rest}\n青山县市场监督管理局\n2025年5月9日`;
const inquiry =
  '询问笔录\n询问时间：2025年3月5日9时0分至10时0分\n询问地点：青山县甲路1号\n被询问人：李明\n询问人：刘洋、陈晨\n记录人：陈晨\n问：你好。答：好。\n被询问人（签名）：\n询问人（签名）：刘洋、陈晨';

describe('what may only have been misread on a scan is shown, not told', () => {
  test('what a decision does not say', () => {
    const file = textFile('决定.txt', decision('青山县和顺食品厂', '当事人应当履行本决定。'));
    expect(factsOf(file)['decision.states-review']).toMatchObject({ value: false, confidence: 0.85 });
    expect(factsOf(scanned(file))['decision.states-review']).toMatchObject({ value: false, confidence: 0.45 });
    const whole = scanned(textFile('决定.txt', decision('青山县和顺食品厂')));
    expect(factsOf(whole)['decision.states-review']).toMatchObject({ value: true });
  });

  test('names that differ by a character, and names that differ wholly', () => {
    const papers = (name: string) => textFile('案卷.txt', filing(name, '3'), decision('青山县和顺食品厂'));
    const others = (file: FileText) => factsOf(file)['party.name']?.alternatives;
    expect(others(papers('青山县和顺食品广'))).toEqual([expect.not.objectContaining({ confidence: 0.4 })]);
    expect(others(scanned(papers('青山县和顺食品广')))).toEqual([expect.objectContaining({ confidence: 0.4 })]);
    expect(others(scanned(papers('青山县东升百货店')))).toEqual([expect.not.objectContaining({ confidence: 0.4 })]);
  });

  test('days no calendar has', () => {
    const file = textFile('案卷.txt', filing('青山县和顺食品厂', '33'), decision('青山县和顺食品厂'));
    expect(factsOf(file)['consistency.impossible-dates']).toMatchObject({ confidence: 0.85 });
    const doubted = factsOf(scanned(file))['consistency.impossible-dates'];
    expect(doubted?.value).toEqual(factsOf(file)['consistency.impossible-dates']?.value);
    expect(doubted?.confidence).toBe(0.45);
  });

  test('a place to sign in which nothing was recognised: hands are not read', () => {
    const signed = (file: FileText) => {
      const items = (factsOf(file)['inquiries[]']?.value ?? []) as readonly ListItem[];
      expect(items).toHaveLength(1);
      return items[0]?.['person-signed'];
    };
    const file = textFile('笔录.txt', inquiry);
    expect(signed(file)).toBe(false);
    expect(signed(scanned(file))).toBeUndefined();
  });
});

test.each([
  [0.45, 'cannot-tell'],
  [0.85, 'fail'],
])('an impossible day read with certainty %s: %s', async (confidence, outcome) => {
  const impossible = { value: ['送达回证：2026年2月30日'], anchors: [], confidence };
  const record = {
    id: 'c',
    caseType: 'penalty' as const,
    procedure: 'ordinary' as const,
    complete: false,
    facts: { 'decision.date': '2026-03-20', 'consistency.impossible-dates': impossible },
    documents: [],
  };
  const { findings } = judgeRecord(record, await readRules());
  expect(findings.find((finding) => finding.rule === 'CON-13')?.outcome).toBe(outcome);
});

test('an index whose heading was lost is known by the head of its columns', () => {
  const index =
    '序号  文号  文书名称  日期  页号\n1  立案审批表  2025.4.3  1\n2  询问笔录  2025.4.5  2\n3  行政处罚决定书  2025.5.9  4';
  const cover = '行政处罚案卷\n案件名称  和顺食品厂经营过期食品案\n当事人  和顺食品厂\n立案日期  2025年4月3日';
  const { documents } = extract([textFile('案卷.txt', cover, index, filing('和顺食品厂', '3'))], kinds, { id: 'c' });
  expect(documents.map(({ kind }) => kind)).toEqual(['cover', 'file-index', 'filing-approval']);
});

test('on a picture, a page of a record without a place to sign is no signed one', () => {
  const head =
    '询问笔录\n询问时间：2030年3月1日9时10分至10时00分\n询问地点：甲县丙路16号\n询问人：王小山、李青\n被询问人：吴大川\n问：情况如何？\n答：属实。\n';
  const pages = (first: string) =>
    textFile('卷.txt', `${head}${first}`, '问：还有吗？\n答：没有。\n被询问人（签名）：吴大川');
  const unsigned = (file: FileText): unknown =>
    ((factsOf(file)['inquiries[]'] as Fact).value as readonly ListItem[])[0]?.['unsigned-pages'];
  expect(unsigned(scanned(pages('被询问人（签名）：吴大川')))).toEqual([]);
  expect(unsigned(scanned(pages('')))).toBeUndefined();
  // A hand in an empty place may not have been seen: neither signed nor unsigned.
  expect(unsigned(scanned(pages('被询问人（签名）：\n询问人（签名）：王小山')))).toBeUndefined();
  expect(unsigned(pages('被询问人（签名）：\n询问人（签名）：王小山'))).toEqual(['第1页']);
  expect(unsigned(pages(''))).toEqual([]);
});

test('a day that could not be read is not taken for one that is missing', () => {
  const seizure = (day: string) =>
    textFile(
      '扣押.txt',
      `甲县市场监督管理局\n扣押决定书\n甲市监强〔2030〕9号\n当事人：甲县安泰五金有限公司\n住所：甲县丙路16号\n你单位销售的阀门涉嫌不合格。依据《中华人民共和国产品质量法》第十八条第一款第四项的规定，决定扣押阀门12只，期限三十日。\n如不服本决定，可以在六十日内向甲县人民政府申请行政复议，或者在六个月内向甲县人民法院提起行政诉讼。\n甲县市场监督管理局\n${day}`,
    );
  const dated = (file: FileText): boolean =>
    (factsOf(file)['measure.states'] as Fact).value.toString().split(',').includes('date');
  expect(dated(seizure('2030年5月13日'))).toBe(true);
  expect(dated(scanned(seizure('20301,日13日')))).toBe(true);
  expect(dated(scanned(seizure('')))).toBe(false);
  expect(dated(seizure('20301,日13日'))).toBe(false);
});

test('a shot or copy on a picture of its own, behind a paper that has ended, is a paper of its own', () => {
  const record =
    '现场笔录\n检查时间：2025年4月2日\n检查地点：甲店\n检查情况：货架上有过期食品。\n执法人员（签名）：方正 2025年4月2日';
  const kindsOf = (next: string) =>
    extract([scanned(textFile('案卷', record, next))], kinds, { id: 'c' }).record.documents.map(({ title }) => title);
  expect(kindsOf('进货合同复印件\n甲方：甲店\n乙方：乙厂')).toEqual(['现场笔录', '进货合同复印件']);
  expect(kindsOf('继续记录货架上的照片\n其余正常。')).toHaveLength(1);
});
