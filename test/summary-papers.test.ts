import { extractCase, judgeRecord } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { expect, test } from 'vitest';
import { textFile } from '../packages/core/src/documents/plain-text.ts';

const book = await readRules();

const decision = `青山县应急管理局
行政（当场）处罚决定书（个人）
（青）应急罚当〔2025〕6号
被处罚人：王小虎 性别：男 联系电话：13800001111
住址：青山县解放路9号
违法事实及证据：2025年4月2日9时20分，在青山县解放路加油站，执法人员检查发现你在禁火区吸烟。证据：现场照片。
以上事实违反了《青山省消防条例》第二十条的规定，依据《青山省消防条例》第六十条第一款的规定，决定给予罚款人民币壹佰元整（¥100.00）的行政处罚。
罚款的履行方式和期限（见打√处）：
√当场缴纳
□自收到本决定书之日起15日内缴至中国银行，账号1001，到期不缴每日按罚款数额的3%加处罚款。
处罚前已口头告知你拟作出处罚的事实、理由和依据，并告知你依法享有的陈述权和申辩权，你未作陈述申辩。执法人员已出示执法证件。
如果不服本处罚决定，应当先在60日内向青山县人民政府申请行政复议；对复议决定不服的，再依法向青山县人民法院提起行政诉讼。
决定书已当场交付当事人。
执法人员（签名）：刘洋  陈晨
被处罚人（签名）：王小虎
青山县应急管理局（印章）
2025年4月2日`;
const report = `当场处罚备案表
案由：禁火区吸烟
当事人：王小虎
处罚日期：2025年4月2日
备案日期：2025年4月3日
经办人：刘洋`;

/** Rules that fail on these papers. */
function failing(...papers: readonly string[]): string[] {
  const files = papers.map((text, index) => textFile(`${index + 1}.txt`, text));
  const { record } = extractCase(files, book, 'c');
  expect([record.caseType, record.procedure]).toEqual(['penalty', 'summary']);
  const { findings } = judgeRecord({ ...record, complete: true }, book);
  return findings.filter((finding) => finding.outcome === 'fail').map((finding) => finding.rule);
}

/** What no paper of so short a file can show: publication. */
const elsewhere = new Set(['G118-2.6-2']);

test('a lawful penalty on the spot, from its papers', () => {
  expect(failing(decision, report).filter((rule) => !elsewhere.has(rule))).toEqual([]);
});

test.each<[string, [string | RegExp, string], string]>([
  ['one officer', ['刘洋  陈晨', '刘洋'], 'APL-42-5'],
  ['over two hundred yuan for a person', ['壹佰元整（¥100.00）', '叁佰元整（¥300.00）'], 'APL-51-1'],
  [
    'review as one of two ways',
    [
      '应当先在60日内向青山县人民政府申请行政复议；对复议决定不服的，再依法向',
      '可以在60日内向青山县人民政府申请行政复议，或者在6个月内直接向',
    ],
    'ARL-23-1',
  ],
  ['nothing told before', [/处罚前已口头告知.*?你未作陈述申辩。/u, ''], 'APL-44-12'],
])('broken in one thing: %s', (_, [from, to], rule) => {
  expect(failing(decision.replace(from, to), report)).toContain(rule);
});

test('not reported to the agency', () => {
  expect(failing(decision)).toContain('APL-52-12');
});
