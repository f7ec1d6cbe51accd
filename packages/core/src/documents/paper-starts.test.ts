// Papers one behind the other on a page. All invented.

import { expect, test } from 'vitest';
import { kinds } from '../../tests/kinds.ts';
import { textFile } from './plain-text.ts';
import { recognise } from './recognise.ts';
import type { PageText } from './types.ts';

const cut = (...pages: readonly string[]): string[] =>
  recognise([textFile('卷.txt', ...pages)], kinds).documents.map(({ kind }) => kind);

const cover = '行政处罚案件卷宗\n案号：甲罚〔2030〕5号\n当事人：甲县乙丙饭店\n立案日期：2030年3月4日';
const source =
  '案件来源登记表\n案件来源：监督检查\n线索内容：该店使用过期原料。\n负责人意见：同意核查。吴平 2030年3月1日';
const filing =
  '立案审批表\n案由：使用过期原料\n案情简介：2030年3月1日检查发现该店使用过期原料。\n负责人意见：同意立案。吴平 2030年3月4日\n备注：';
const receipt = (served: string) =>
  `送达回证\n送达文书名称：《${served}》\n受送达人：甲县乙丙饭店\n送达时间：2030年4月1日\n送达地点：甲县丙路1号\n送达方式：直接送达\n收件人：张川\n送达人：王小山、李青\n见证人：\n备注：`;
const closing = '结案审批表\n案件名称：使用过期原料案\n执行情况：罚款已缴清。\n负责人意见：同意结案。吴平 2030年5月4日';

test('papers copied one behind the other into a text are parted at the empty lines above their titles', () => {
  const papers = [cover, source, filing, receipt('告知书'), receipt('决定书'), closing];
  expect(cut(papers.join('\n\n'))).toEqual([
    'cover',
    'source-registration',
    'filing-approval',
    'service-receipt',
    'service-receipt',
    'closing-approval',
  ]);
});

test('a title that a list or a label names begins nothing, however it is set', () => {
  expect(cut(`${filing}\n附件：\n\n结案审批表\n\n送达回证\n案由：无`)).toEqual(['filing-approval']);
  // No label or number of a paper follows.
  expect(cut(`${filing}\n\n结案审批表\n\n现场笔录`)).toEqual(['filing-approval']);
  // Without the empty line it is a row like others.
  expect(cut(`${filing}\n结案审批表\n案由：无`)).toEqual(['filing-approval']);
});

/** A page whose lines have the heights given, from the first on. */
function printed(text: string, heights: (line: string) => number): PageText {
  const [page] = textFile('卷.pdf', text).pages;
  if (page === undefined) throw new Error('no page');
  const lines = page.lines.map((line) => {
    const words = text.slice(line.start, line.end);
    return { ...line, runs: [{ text: words, x: 0, y: 0, width: 100, height: heights(words) }] };
  });
  return { ...page, width: 600, height: 800, lines };
}

test('in print a heading is set larger than the papers around it', () => {
  const text = [filing, closing].join('\n');
  const kindsOf = (page: PageText) =>
    recognise([{ name: '卷.pdf', sha256: '', format: 'pdf', pages: [page] }], kinds).documents.map(({ kind }) => kind);
  expect(kindsOf(printed(text, (line) => (/表$/u.test(line) ? 22 : 14)))).toEqual([
    'filing-approval',
    'closing-approval',
  ]);
  expect(kindsOf(printed(text, () => 14))).toEqual(['filing-approval']);
});

test('the row of a form that names the number of a decision begins no paper where the page turns', () => {
  const money = '甲省罚没收据\nNo 0031187742\n2030年4月18日\n缴款人：张川';
  expect(cut(money, '处罚决定书编号：甲罚〔2030〕5号\n合计人民币（大写）：叁仟元整')).toEqual(['payment-receipt']);
  expect(cut(money, '行政处罚决定书 编号：甲罚〔2030〕5号\n当事人：张川')).toEqual([
    'payment-receipt',
    'penalty-decision',
  ]);
});

test('the agency stands above the title below the empty line; short receipts are papers as well', () => {
  const decision = '甲县市场监督管理局\n行政处罚决定书\n甲市监处罚〔2030〕5号\n甲县乙丙饭店：\n你单位使用过期原料。';
  const money =
    '甲省代收罚没专用票据\n日期 2030年4月2日\n缴款人 甲县乙丙饭店\n金额 （大写）叁仟元整\n收款单位 甲县市场监督管理局';
  const short =
    '送达回证\n受送达人 甲县乙丙饭店\n送达文书 行政处罚决定书 甲市监处罚〔2030〕5号\n送达时间 2030年4月1日\n送达人 王小山、李青';
  const papers = [filing, decision, short, money, closing];
  const expected = ['filing-approval', 'penalty-decision', 'service-receipt', 'payment-receipt', 'closing-approval'];
  expect(cut(papers.join('\n\n'))).toEqual(expected);
  expect(cut(...papers)).toEqual(expected);
  expect(cut([short, short.replace('4月1日', '4月9日')].join('\n\n'))).toEqual(['service-receipt', 'service-receipt']);
});

const signed = filing.replace('\n备注：', '');

test('the headline of a web page and the heading below its frame are one paper', () => {
  const page =
    '甲县市场监督管理局行政处罚决定书（甲市监罚〔2030〕5号）\n文号:\n• 2030-04-02 16:04\n字号\n\n甲县市场监督管理局\n\n行政处罚决定书\n\n甲市监罚〔2030〕5号\n\n当事人:张川\n\n经查，该店使用过期原料。';
  expect(cut(page)).toEqual(['penalty-decision']);
});

test('an empty line below every row parts nothing', () => {
  const text = `${filing}\n送达回证\n该店\n案由：无`.split('\n').join('\n\n');
  expect(cut(text)).toEqual(['filing-approval']);
});

test('without an empty line two of the three rows below must open a paper', () => {
  const record = '现场笔录\n时间：2030年3月1日9时至10时\n地点：甲县丙路1号\n当事人：甲县乙丙饭店';
  expect(cut(`${signed}\n${record}`)).toEqual(['filing-approval', 'inspection-record']);
  expect(cut(`${filing}\n证据材料：\n${record}`)).toEqual(['filing-approval']);
  // A receipt in rows names the paper served between its own labels, a form the decision whose number it asks for.
  expect(cut('送达回证\n案由：无\n送达文书\n名称\n行政处罚决定书\n送达地点\n受送达人\n送达时间')).toEqual([
    'service-receipt',
  ]);
  expect(cut(`${filing}\n\n处罚决定书\n文号\n\n当事人\n案由：无`)).toEqual(['filing-approval']);
});

test('a paper without a name here is nobody else’s', () => {
  const letter = '乙县整改情况报告\n甲县应急管理局：\n我公司已于2030年4月1日整改完毕。\n2030年4月2日';
  expect(cut(filing, letter, closing)).toEqual(['filing-approval', 'unknown', 'closing-approval']);
  expect(cut([filing, letter, closing].join('\n\n'))).toEqual(['filing-approval', 'unknown', 'closing-approval']);
  // The page before did not end, or what follows opens nothing: it goes on.
  expect(cut(`${signed}，经甲县`, letter)).toEqual(['filing-approval']);
  expect(cut(filing, '提请理由及依据\n该店使用过期原料。')).toEqual(['filing-approval']);
});

test('a second record of its kind on the next page opens with labels without colons', () => {
  const record = (day: number) =>
    `询 问 笔 录（第1次）\n时间 2030年3月${day}日9时0分至2030年3月${day}日9时40分\n地点 甲县公安局\n询问人 王小山、李青\n问：说一下经过。\n答：没有。`;
  expect(cut(record(1), record(2))).toEqual(['inquiry-record', 'inquiry-record']);
  expect(cut(record(1), '询问笔录\n问：还有吗？\n答：没有。')).toEqual(['inquiry-record']);
});

test('an everyday word heads a paper where the one above ended and a form follows', () => {
  const record =
    '询问笔录\n询问时间：2030年3月5日\n被询问人：张川\n问：是否属实？\n答：属实。\n询问人（签名）：王小山 2030年3月5日';
  const licence = '营业执照\n名称：甲县乙丙饭店\n统一社会信用代码：92340521MA2XKQ7T20\n经营者：张川';
  expect(cut(`${record}\n\n${licence}`)).toEqual(['inquiry-record', 'identity-proof']);
  const report = '甲省兽药饲料监察所\n检验报告\n报告编号：〔2030〕18号\n样品名称：注射液';
  expect(cut(`${record}\n\n${report}`)).toEqual(['inquiry-record', 'appraisal-report']);
  expect(cut(`${record}\n\n营业执照\n已经出示，与本人相符。`)).toEqual(['inquiry-record']);
});
