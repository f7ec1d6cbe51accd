import path from 'node:path';
import { expect, test } from 'vitest';
import { kinds } from '../../../tests/kinds.ts';
import { readRules } from '../../node.ts';
import type { Fact } from '../../record/types.ts';
import { extract } from '../extract.ts';
import { textFile } from '../plain-text.ts';
import type { Extraction } from '../types.ts';
import * as layouts from './layouts.ts';

const read = (...pages: readonly string[]): Extraction => extract([textFile('案卷.txt', ...pages)], kinds, { id: 'c' });
const values = ({ record }: Extraction, ...paths: readonly string[]): unknown[] =>
  paths.map((fact) => (record.facts[fact] as Fact | undefined)?.value ?? null);

test('a licence from application to service', () => {
  const file = read(...layouts.licence);
  expect([file.record.caseType, file.record.procedure]).toEqual(['licence', undefined]);
  expect(file.documents.map((document) => document.kind)).toEqual([
    'licence-application',
    'materials-receipt',
    'supplement-notice',
    'licence-acceptance',
    'licence-verification',
    'licence-extension-notice',
    'licence-approval',
    'licence-decision',
    'service-receipt',
  ]);
  expect(values(file, 'application.date', 'application.received-on', 'application.supplement-told-on')).toEqual([
    '2025-03-03',
    '2025-03-03',
    '2025-03-06',
  ]);
  expect(values(file, 'application.supplement-times', 'application.supplement-states-all')).toEqual([1, true]);
  expect(values(file, 'acceptance.date', 'acceptance.accepted', 'acceptance.has-seal')).toEqual([
    '2025-03-12',
    true,
    true,
  ]);
  expect(values(file, 'licence.verified-on', 'licence.verifiers', 'licence.conditions-met')).toEqual([
    '2025-03-20',
    ['王强', '赵敏'],
    true,
  ]);
  expect(values(file, 'licence.extension-days', 'licence.extension-told-on', 'licence.extension-approved')).toEqual([
    10,
    '2025-04-08',
    true,
  ]);
  expect(values(file, 'decision.number', 'decision.date', 'decision.served-on', 'licence.expires-on')).toEqual([
    '青市监许准〔2025〕18号',
    '2025-04-17',
    '2025-04-21',
    '2030-04-16',
  ]);
  expect(values(file, 'licence.granted', 'licence.kind', 'approval.date', 'party.code')).toEqual([
    true,
    'new',
    '2025-04-16',
    '91350100M000100Y43',
  ]);
});

test('a compulsory measure from approval to its end', () => {
  const file = read(...layouts.measure);
  expect(file.record.caseType).toBe('compulsory-measure');
  expect(values(file, 'measure.kind', 'measure.number', 'decision.number', 'measure.date')).toEqual([
    'seizure',
    '临市监强制〔2025〕12号',
    '临市监强制〔2025〕12号',
    '2025-05-06',
  ]);
  expect(values(file, 'measure.approved', 'measure.approved-at', 'measure.started')).toEqual([
    true,
    '2025-05-06T10:30+08:00',
    '2025-05-06T11:00+08:00',
  ]);
  expect(values(file, 'measure.term-days', 'measure.basis-rank', 'measure.delivered-on')).toEqual([
    29,
    'law',
    '2025-05-06',
  ]);
  expect(values(file, 'measure.officers', 'measure.certificates', 'measure.told')).toEqual([
    ['刘洋', '陈晨'],
    ['15080001', '15080002'],
    ['reasons', 'basis', 'rights', 'remedies'],
  ]);
  expect(
    values(file, 'measure.list-in-duplicate', 'measure.extension-days', 'measure.lifted-on', 'measure.lift-ground'),
  ).toEqual([true, 30, '2025-06-20', 'unrelated']);
});

test('an enforcement speaks of the decision that is enforced', () => {
  const file = read(...layouts.enforcement);
  expect(file.record.caseType).toBe('compulsory-enforcement');
  expect(values(file, 'decision.number', 'enforcement.decision-number', 'enforcement.decision-date')).toEqual([
    '海城管罚决字〔2024〕第56号',
    '海城管强执〔2025〕2号',
    '2025-07-01',
  ]);
  const [cited] = values(file, 'enforcement.citations[]') as { law: string; article: string }[][];
  expect(cited?.map(({ law, article }) => `${law} ${article}`)).toEqual([
    '中华人民共和国行政强制法 37',
    '中华人民共和国行政强制法 44',
  ]);
  expect(values(file, 'urging.date', 'urging.states', 'enforcement.principal')).toEqual([
    '2025-06-10',
    ['deadline', 'method', 'amount', 'rights'],
    20000,
  ]);
  expect(values(file, 'enforcement.announced-on', 'enforcement.announcement-deadline', 'enforcement.methods')).toEqual([
    '2025-06-15',
    '2025-06-30',
    ['demolition'],
  ]);
  expect(values(file, 'substitute.used', 'enforcement.applied-on', 'enforcement.application-signed')).toEqual([
    true,
    '2025-07-25',
    true,
  ]);
  expect((file.record.facts['decision.number'] as Fact).alternatives).toBeUndefined();
});

test('a penalty on the spot', () => {
  const file = read(...layouts.summary);
  expect([file.record.caseType, file.record.procedure]).toEqual(['penalty', 'summary']);
  expect(values(file, 'decision.number', 'decision.date', 'decision.fine', 'summary.officers')).toEqual([
    '（青）应急罚当〔2025〕6号',
    '2025-04-02',
    100,
    ['刘洋', '陈晨'],
  ]);
  expect(values(file, 'collection.on-the-spot', 'decision.payment-days', 'summary.reported-on')).toEqual([
    true,
    null,
    '2025-04-03',
  ]);
  expect(
    values(
      file,
      'summary.party-signed',
      'summary.heard-statement',
      'summary.shows-certificates',
      'summary.states-place',
    ),
  ).toEqual([true, true, true, true]);
});

test('a case for the police, and one without penalty', () => {
  const file = read(layouts.crimeTransfer);
  expect(file.record.caseType).toBe('transfer');
  expect(
    values(file, 'transfer.date', 'transfer.to', 'transfer.materials', 'transfer.copied-to-procuratorate'),
  ).toEqual(['2025-05-10', '青山县公安局', ['letter', 'report', 'goods-list', 'appraisal'], true]);
  const spared = read(layouts.noPenalty);
  expect([spared.record.caseType, spared.record.procedure]).toEqual(['penalty', 'ordinary']);
  expect(values(spared, 'no-penalty.ground', 'decision.date', 'decision.review-days')).toEqual([
    'minor',
    '2025-02-05',
    60,
  ]);
});

test('extractors write only facts the dictionary knows', async () => {
  const { pack } = await readRules();
  const all = [layouts.licence, layouts.measure, layouts.enforcement, layouts.summary].map((pages) => read(...pages));
  const paths = all.flatMap(({ documents, record }) => [
    ...documents.flatMap((document) => Object.keys(document.facts)),
    ...Object.keys(record.facts),
  ]);
  expect([...new Set(paths)].filter((fact) => !pack.dictionary.has(fact))).toEqual([]);
  const written = await import('node:fs').then(({ readdirSync, readFileSync: text }) =>
    readdirSync(import.meta.dirname, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap((name) => [
        ...text(path.join(import.meta.dirname, name), 'utf8').matchAll(
          /(?:put|day|tell|own|dated)\((?:plain, )?'([a-z-]+\.[a-z-]+)'/gu,
        ),
      ])
      .map((match) => match[1] ?? ''),
  );
  expect(written.length).toBeGreaterThan(150);
  expect([...new Set(written)].filter((fact) => !pack.dictionary.has(fact))).toEqual([]);
});

test('on the spot, told in the narrative: who acted, and review first', () => {
  const file = read(
    `临河县市场监督管理局
当场行政处罚决定书
临市监当罚〔2026〕3号
当事人：王小明
2026年3月20日10时15分，执法人员周明远（执法证号09032100101）、林书雅（执法证号09032100102）检查时出示了执法证件。
执法人员当场告知你拟作出的行政处罚内容及事实、理由、依据，并告知你享有陈述、申辩的权利。你未提出陈述、申辩意见。
依据《中华人民共和国价格法》第四十二条的规定，决定罚款人民币100元。
如不服，应当自收到本决定书之日起六十日内先向临河县人民政府申请行政复议。
执法人员（签名）：周明远  林书雅
临河县市场监督管理局（印章）
2026年3月20日`,
  );
  expect(values(file, 'summary.officers', 'decision.tells-review-first')).toEqual([['周明远', '林书雅'], true]);
});

test('who approved the transfer, by label or by signature, and to whose police it went', () => {
  const form = (label: string, signed: string): string => `青山县应急管理局
案件移送审批表
案由：王小虎涉嫌非法储存危险物质案
承办人意见：建议移送公安机关。 刘洋 陈晨 2025年5月7日
${label}：同意移送。 ${signed} 2025年5月9日`;
  const role = (label: string, signed: string): unknown[] =>
    values(read(form(label, signed), layouts.crimeTransfer), 'transfer.approver-role', 'transfer.to-same-level-police');
  expect(role('主要负责人审批意见', '周平')).toEqual(['head', true]);
  expect(role('机关负责人意见', '局长 周平')).toEqual(['head', true]);
  expect(role('分管领导意见', '吴兰')).toEqual(['deputy', true]);
  expect(role('负责人意见', '副局长 吴兰')).toEqual(['deputy', true]);
  expect(role('负责人意见', '吴兰')).toEqual([null, true]);
});

test('a decision that was read to its end and cites no law has an empty list, one that breaks off has none', () => {
  const decision = layouts.licence.find((page) => page.includes('准予行政许可决定书\n')) ?? '';
  const without = decision.replace(/根据《[^》]*》[^,，]*[,，]/u, '');
  expect(without).not.toBe(decision);
  expect(values(read(without), 'decision.citations[]')).toEqual([[]]);
  const torn = without
    .slice(0, without.indexOf('青山县市场监督管理局'))
    .replace(/,有效期.*/u, '')
    .replace(/于2025年3月3日/u, '');
  expect(values(read(torn), 'decision.citations[]')).toEqual([null]);
});
