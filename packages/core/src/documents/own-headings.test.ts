import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasDocument } from '../record/papers.ts';
import type { Fact } from '../record/types.ts';
import { extract } from './extract.ts';
import type { Kinds } from './kinds.ts';
import { textFile } from './plain-text.ts';

const kinds = parse(readFileSync(path.join(import.meta.dirname, '../../../../rules/kinds.yaml'), 'utf8')) as Kinds;

const decision = `行政处罚决定书
甲市环罚〔2031〕5号
当事人：甲市乙印染厂
经查，当事人于2031年3月1日超标排放，违反了《某法》第十条的规定，决定给予罚款20000元的行政处罚。
如不服本决定，可以在收到本决定书之日起六十日内申请行政复议，也可以在六个月内提起行政诉讼。
甲市环境局
2031年5月10日`;
const closing = `结案审批表
处罚决定书文号  甲市环罚〔2031〕5号
行政机关负责人意见  同意结案。 周山 2031年6月15日`;
const cover = `行政处罚案卷
案由：超标排放
立案时间：2031年3月2日`;

function read(...papers: readonly string[]) {
  const files = papers.map((paper, index) => textFile(`${index + 1}.txt`, paper));
  return extract(files, kinds, { id: 'c' });
}

test('a paper nobody knows leaves open only what its own heading may name', () => {
  const told = `甲市环境局\n监测结果告知单\n甲市乙印染厂：\n2031年3月1日采样，结果为168。\n2031年3月5日`;
  const { record } = read(cover, decision, closing, told);
  expect(record.documents.at(-1)).toMatchObject({ kind: 'unknown', title: '监测结果告知单' });
  expect(hasDocument(record, ['hearing-record'])).toBe(false);
  expect(hasDocument(record, ['appraisal-notice'])).toBeNull();
  expect((record.facts as Readonly<Record<string, Fact>>)['hearing.requested']?.value).toBe(false);
});

test('a paper without a heading may be any', () => {
  const loose = '姓名王小山  单位甲市乙印染厂\n2031年3月1日风机停了，第二天修好，特此说明，请查收，谢谢各位领导。';
  const { record } = read(cover, decision, closing, loose);
  expect(record.documents.at(-1)?.kind).toBe('unknown');
  expect(record.documents.at(-1)?.mayBe).toBeUndefined();
  expect(hasDocument(record, ['hearing-record'])).toBeNull();
});

test('an unknown paper into which another may have run leaves all open', () => {
  const file = textFile('4.txt', '平面布局图\n粗加工间、烹饪间、备餐间。\n申请人：王小山', '某某笔记\n上午到了现场。');
  const { record } = extract(
    [...[cover, decision, closing].map((text, at) => textFile(`${at}.txt`, text)), file],
    kinds,
    {
      id: 'c',
    },
  );
  const last = record.documents.find(({ title }) => title.startsWith('平面布局图'));
  if (last?.pages[1] === 2) expect(last.mayBe).toBeUndefined();
});

test('a web page that tells what the decision says shows that it was published; alone it stands for the decision', () => {
  const web = `甲市环境局门户网站 > 信息公开 > 行政处罚
甲市乙印染厂处罚公开
发布日期：2031年5月12日
行政处罚决定书文号：甲市环罚〔2031〕5号
违法事实：超标排放
处罚内容：罚款2万元
处罚依据：《某法》
作出处罚的日期：2031年5月10日`;
  expect(read(cover, decision, closing, web).documents.at(-1)?.kind).toBe('publication-record');
  expect(read(web).documents[0]?.kind).toBe('penalty-decision');
});

test('words of the field alone make no paper like another', () => {
  const { record } = read(
    cover,
    decision,
    closing,
    '行政处罚案件快速办理确认书\n甲市环境局：\n本厂自愿认错认罚。\n2031年3月9日',
  );
  expect(hasDocument(record, ['discussion-record'])).toBe(false);
});
