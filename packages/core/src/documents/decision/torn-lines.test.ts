import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import { extract } from '../extract.ts';
import { readerOf, textFile } from '../plain-text.ts';
import { readDecision } from './decision.ts';

const PAPER = `甲市市场监督管理局行政处罚决定书
甲市监处罚〔2031〕127号
甲市红旗监理有限公司（统一社会信用代码：91330106MAAY4CL12W，法定代表人：车军，地址：甲市东街1号）：
经查，你公司于2031年2月1日未按照规定标注产品规格，共售出产品24000个，有现场笔录、询问笔录、报关单证等证据证明。
本局于2031年2月20日向你公司送达了《行政处罚告知书》，告知你公司拟处罚的内容和依法享有的陈述、申辩权利。
依据《甲产品质量条例》第三十八条第三项、第五项的规定，责令退回多收的价款62,143.72元，并处多收价款1.5倍罚款93,215.58元（大写：玖万叁仟贰佰壹拾伍元伍角捌分）。
罚款自收到本决定书之日起15日内缴至甲银行，逾期每日按罚款数额的3%加处罚款。
如不服本决定，可在收到本决定书之日起六十日内向甲市人民政府申请行政复议，也可以在收到本决定书之日起六个月内直接向甲市红旗区人民法院提起行政诉讼。
甲市市场监督管理局
2031年3月9日`;

const FACTS = {
  'party.name': '甲市红旗监理有限公司',
  'decision.agency': '甲市市场监督管理局',
  'decision.date': '2031-03-09',
  'decision.fine': 93215.58,
  'decision.review-days': 60,
  'decision.review-authority': '甲市人民政府',
  'decision.litigation-months': 6,
  'decision.court': '甲市红旗区人民法院',
  'decision.states-facts': true,
  'decision.states-basis': true,
} as const;

/** Every line of the paper broken behind at most so many characters, by turns `short` of them fewer. */
function broken(width: number, short: number): string {
  let turn = 0;
  return PAPER.split('\n')
    .flatMap((line) => {
      const rows: string[] = [];
      for (let at = 0; at < line.length; ) {
        const end = at + width - (turn++ % 3) * short;
        rows.push(line.slice(at, end));
        at = end;
      }
      return rows;
    })
    .join('\n');
}

const values = (text: string) => {
  const facts = readDecision(readerOf(text));
  return Object.fromEntries(Object.keys(FACTS).map((path) => [path, facts[path]?.value]));
};

test.each([
  [28, 0],
  [34, 0],
  [37, 0],
  [40, 3],
  [42, 5],
  [45, 4],
])('lines of %i characters, some %i shorter, say the same', (width, short) => {
  expect(values(broken(width, short))).toEqual(FACTS);
});

test('a copy without any line break says the same', () => {
  expect(values(PAPER.replaceAll('\n', ''))).toEqual(FACTS);
  expect(values(PAPER.replaceAll('\n', ' '))).toEqual(FACTS);
});

test('a person right behind the number of a copy without line breaks', () => {
  const glued = (who: string) =>
    readDecision(
      readerOf(
        `甲市公安局行政处罚决定书甲公行罚决字〔2031〕00812号${who}2031年2月1日殴打他人，有笔录等证据证明。依据《甲法》第三条，决定给予罚款三百元。罚款自收到本决定书之日起15日内缴至甲银行。如不服，可在六十日内向甲市人民政府申请行政复议。甲市公安局2031年3月2日`,
      ),
    )['party.name']?.value;
  expect(glued('违法行为人王建国，男，1979年4月12日出生，')).toBe('王建国');
  expect(glued('魏子豪：根据本局调查，你于')).toBe('魏子豪');
});

test('papers of other kinds keep their kind without line breaks', () => {
  const kindOf = (head: string) =>
    extract(
      [
        textFile(
          '1.txt',
          `${head}甲市鑫泉化工有限公司：经查，你单位涉嫌违反《甲条例》第二十条，依据《甲法》第六十五条的规定，本机关决定撤销或者查封储罐2座，期限自2031年8月28日至2031年9月26日。如不服，可以在60日内向甲市人民政府申请行政复议，或者在6个月内向甲市人民法院提起行政诉讼。甲市应急管理局2031年8月28日`,
        ),
      ],
      kinds,
      { id: 'c' },
    ).documents.map(({ kind }) => kind);
  expect(kindOf('甲市应急管理局查封扣押决定书甲应急查扣〔2031〕3号')).toEqual(['seizure-decision']);
  expect(kindOf('甲市应急管理局撤销行政处罚决定书甲应急撤〔2031〕3号当事人：')).toEqual(['decision-withdrawal']);
});
