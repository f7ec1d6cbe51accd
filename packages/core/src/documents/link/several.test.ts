import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import type { Fact } from '../../record/types.ts';
import { extract } from '../extract.ts';
import { textFile } from '../plain-text.ts';

const decision = (number: string, party: string, fine: string) =>
  `青山县应急管理局\n行政处罚决定书\n${number}\n当事人：${party}\n依据《中华人民共和国安全生产法》第九十七条的规定，决定处以罚款人民币${fine}元。\n青山县应急管理局\n2025年5月9日`;
const receipt = (number: string, party: string) =>
  `送达回证\n送达文书名称及文号：行政处罚决定书（${number}）\n受送达人：${party}\n送达时间：2025年5月12日\n受送达人（签名）：${party}`;

function recordOf(...pages: readonly string[]) {
  const files = pages.map((page, index) => textFile(`${index + 1}.txt`, page));
  return extract(files, kinds, { id: 'c' }).record;
}

const factsOf = (...pages: readonly string[]) => recordOf(...pages).facts as Readonly<Record<string, Fact>>;

const firm = '青山县和顺化工有限公司';

test('decisions against a firm and against its manager do not contradict each other, and may be one case', () => {
  const facts = factsOf(
    decision('（青）应急罚〔2025〕8号', firm, '50000'),
    decision('（青）应急罚〔2025〕9号', '赵长山', '20000'),
    receipt('（青）应急罚〔2025〕9号', '赵长山'),
  );
  expect(facts['party.name']?.value).toBe(firm);
  expect(facts['decision.fine']?.value).toBe(50000);
  for (const fact of ['party.name', 'decision.number', 'decision.fine'])
    expect(facts[fact]?.alternatives).toBeUndefined();
  expect(facts['archive.cases']).toBeUndefined();
});

test('a decision that was not checked is told, with what to do', () => {
  const second = decision('（青）应急罚〔2025〕9号', '赵长山', '20000');
  const { notices = [] } = recordOf(decision('（青）应急罚〔2025〕8号', firm, '50000'), second);
  expect(notices.map(({ file, page }) => [file, page])).toEqual([['2.txt', 1]]);
  expect(notices[0]?.message).toContain('对“赵长山”另有处罚决定（（青）应急罚〔2025〕9号）');
  expect(notices[0]?.message).toContain('请分开放入');
});

test('decisions of far numbers, or of different series, are of several cases', () => {
  const far = factsOf(
    decision('（青）应急罚〔2025〕8号', firm, '50000'),
    decision('（青）应急罚〔2025〕88号', '乙村加油站', '20000'),
  );
  expect(far['archive.cases']?.value).toBe(2);
  expect(far['party.name']?.alternatives).toBeUndefined();
  const series = factsOf(
    decision('（青）应急罚〔2025〕8号', firm, '50000'),
    decision('青市监罚〔2025〕9号', '乙村加油站', '20000'),
  );
  expect(series['archive.cases']?.value).toBe(2);
});

test('two numbers for one party contradict each other', () => {
  const facts = factsOf(
    decision('（青）应急罚〔2025〕8号', firm, '50000'),
    decision('（青）应急罚〔2025〕9号', firm, '50000'),
  );
  expect(facts['decision.number']?.alternatives).toHaveLength(1);
});

test('a party that no decision names is still another', () => {
  const facts = factsOf(
    decision('（青）应急罚〔2025〕8号', firm, '50000'),
    decision('（青）应急罚〔2025〕9号', '赵长山', '20000'),
    `询问笔录\n询问时间：2025年3月5日9时至10时\n当事人：乙村加油站\n被询问人：李明\n问：你好。答：好。`,
  );
  const named = (facts['party.name']?.alternatives ?? []).map(({ value }) => value);
  expect(named).not.toContain('赵长山');
});

const shared = `青山县应急管理局\n行政处罚决定书\n（青）应急罚〔2025〕8号\n当事人：${firm}\n地址：青山县东街\n当事人：赵长山\n住址：青山县西街\n依据《中华人民共和国安全生产法》第九十七条的规定，决定：一、对${firm}处罚款50000元；二、对赵长山处罚款20000元。\n青山县应急管理局\n2025年5月9日`;
const told = (party: string) =>
  `青山县应急管理局\n行政处罚告知书\n（青）应急告〔2025〕8号\n${party}：\n我局拟对你处以罚款20000元的行政处罚。你可以在收到之日起5日内陈述、申辩。\n青山县应急管理局\n2025年4月20日`;

test('a notice to one of the parties of a decision contradicts it not; to a stranger it does', () => {
  const name = (...pages: readonly string[]) => factsOf(...pages)['party.name'];
  expect(name(shared, told('赵长山'))?.value).toBe(firm);
  expect(name(shared, told('赵长山'))?.alternatives).toBeUndefined();
  expect(name(shared, told('钱大海'))?.alternatives).toHaveLength(1);
  const notices = (page: string) => (recordOf(page).notices ?? []).map(({ message }) => message).join();
  expect(notices(shared)).toContain(`同时处罚多个当事人（${firm}、赵长山）`);
  expect(notices(decision('（青）应急罚〔2025〕8号', firm, '50000'))).toBe('');
});
