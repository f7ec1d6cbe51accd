import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Fact, ListItem } from '../record/types.ts';
import { extract } from './extract.ts';
import type { Kinds } from './kinds.ts';
import { textFile } from './plain-text.ts';

const kinds = parse(readFileSync(path.join(import.meta.dirname, '../../../../rules/kinds.yaml'), 'utf8')) as Kinds;

function read(...pages: readonly string[]) {
  const { documents, record } = extract([textFile('case.txt', ...pages)], kinds, { id: 'c' });
  return { kinds: documents.map(({ kind }) => kind), facts: record.facts as Readonly<Record<string, Fact>> };
}

const closing = `行政处罚案件结案审批表
处罚决定书文号  甲市监处罚〔2025〕188号
执行情况  当事人于2025年5月6日缴清罚没款1045元。
行政机关负责人意见  同意结案。 周伟民 2025年5月15日`;
const receipt = `非税收入一般缴款书
缴款人：甲市某店
金额：¥1045.00
缴款日期：2025年5月6日`;

test('a row of a form that names the decision is no heading', () => {
  expect(read(closing).kinds).toEqual(['closing-approval']);
});

test('an index with a title nobody knows does not make a paper unlisted', () => {
  const index = (third: string) => `卷内目录
序号  文书名称  日期  页号
1  结案审批表  2025.5.15  1
2  送达回证  2025.4.28  2
3  现场笔录  2025.3.5  3
4  ${third}  2025.5.6  4`;
  expect(read(index('缴清罚没款的凭据'), closing, receipt).facts['archive.unlisted']).toBeUndefined();
  expect(read(index('询问笔录'), closing, receipt).facts['archive.unlisted']?.value).toEqual(['罚没票据']);
});

test('names and numbers that narrow cells broke are put together', () => {
  const { facts } = read(
    `行政处罚决定书
（甲）应急罚〔2025〕77号
被处罚单位：甲市宏运公司
决定给予罚款20000元的行政处罚。
甲市应急管理局
2025年7月10日`,
    `文书送达回执
受送达单位（个人）
甲市宏运公司
送达文书名称、文号
收件人签名或者盖
章
送达地点  送达日期
送达方
式
送达人
行政处罚决定书（甲）应
急罚〔2025〕77号
郝志强
甲市建
设大街88号
2025年7
月11日
直接送
达
李国庆 张
海涛
备注`,
  );
  const [service] = (facts['services[]']?.value ?? []) as readonly ListItem[];
  expect(service).toMatchObject({ number: '（甲）应急罚〔2025〕77号', officers: ['李国庆', '张海涛'] });
});

test('the form 案件处理呈批表 carries the result of the investigation', () => {
  const approval = (facts: string) => `案件处理呈批表
案件名称：甲市宏运公司案
违法事实及处罚依据：${facts}
承办人意见：建议罚款贰万元整。 承办人（签名）：李国庆 2025年6月20日
审批意见：同意。 审批人（签名）：赵建民 2025年6月24日`;
  const told = '2025年5月19日检查发现2台冲床保护装置失效，未进行经常性维护，有现场检查记录、询问笔录为证。';
  expect(read(approval(told)).facts['approval.states-investigation']?.value).toBe(true);
  expect(read(approval('见附件。')).facts['approval.states-investigation']).toBeUndefined();
});
