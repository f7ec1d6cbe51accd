import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRules } from '@anjuan/core/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addBatch } from '../packages/web/src/server/store/batches.ts';
import { openStore } from '../packages/web/src/server/store/open.ts';
import { fillStore } from '../samples/batch/fill.ts';
import { inventResults } from '../samples/batch/invent.ts';

// Each run of the command loads every rule.
vi.setConfig({ testTimeout: 240_000 });

import { anjuanIn } from './command.ts';

const _root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), '案卷 报告-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  mkdirSync(path.join(folder, '结果'));
  for (const result of inventResults(await readRules(), { cases: 12, pending: 0.3 })) {
    writeFileSync(path.join(folder, '结果', `${result.case.id}.json`), JSON.stringify(result));
  }
  writeFileSync(path.join(folder, '结果/batch.yaml'), 'name: 上半年评查\norgan: 清源县司法局\n');
});

const anjuan = anjuanIn(folder);

const inside = (name: string): string[] => readdirSync(path.join(folder, name)).sort();

test('check --out writes a result for every case, the unreadable ones too, and reports are made of them', async () => {
  const facts = { 'filing.date': '2025-01-06', 'decision.date': '2025-06-30', 'decision.agency': '某县水利局' };
  const record = { id: '甲', complete: false, caseType: 'penalty', procedure: 'ordinary', documents: [], facts };
  writeFileSync(path.join(folder, 'a.json'), JSON.stringify(record));
  writeFileSync(path.join(folder, '坏.pdf'), '%PDF-1.7\nnothing follows');
  const checked = await anjuan('check', 'a.json', '坏.pdf', 'a.json', '--out', '检查', '--as-of', '2026-01-01');
  expect(checked.code).toBe(2);
  expect(inside('检查')).toEqual(['坏.pdf.json', '甲 (2).json', '甲.json']);
  const result = JSON.parse(readFileSync(path.join(folder, '检查/甲.json'), 'utf8'));
  expect(result).toMatchObject({ format: 'anjuan-result/1', facts, rules: { 'APL-60-1': { theme: 'period' } } });
  const { code, err } = await anjuan('report', '检查', '--out', '出', '--format', 'html');
  expect(err).toContain('尚未检查：坏.pdf');
  expect(code).toBe(0);
  expect(readFileSync(path.join(folder, '出/评查通报.html'), 'utf8')).toContain('另有1件案卷尚未完成检查');
});

test('several kinds are made of one reading; the three editions come in one go', async () => {
  const { code } = await anjuan('report', '结果', '--kind', 'circulation,annual,sheet', '--out', '几种');
  expect(code).toBe(0);
  expect(inside('几种').filter((name) => name.startsWith('评分表')).length).toBe(12);
  expect(inside('几种')).toEqual(expect.arrayContaining(['评查通报.docx', '年度报告素材.docx', '个人信息检查.json']));
  await anjuan('report', '结果', '--edition', 'all', '--out', '三版');
  expect(inside('三版')).toEqual(['一对一版', '个人信息检查.json', '内部版', '通报版'].sort());
});

test('the same batch gives the same bytes', async () => {
  for (const to of ['一', '二']) {
    await anjuan('report', '结果', '--out', to);
    await anjuan('report', '结果', '--out', to, '--format', 'xlsx');
  }
  for (const name of ['评查通报.docx', '评查结果.xlsx']) {
    expect(readFileSync(path.join(folder, '一', name)).equals(readFileSync(path.join(folder, '二', name)))).toBe(true);
  }
});

test('verify is content with what was written and tells a batch that has changed', async () => {
  await anjuan('report', '结果', '--out', '核');
  expect(await anjuan('report', 'verify', '核/评查通报.docx', '结果')).toMatchObject({ code: 0 });
  mkdirSync(path.join(folder, '少'));
  for (const name of inside('结果').slice(0, -1)) {
    writeFileSync(path.join(folder, '少', name), readFileSync(path.join(folder, '结果', name)));
  }
  const changed = await anjuan('report', 'verify', '核/评查通报.docx', '少', '--json');
  expect(changed.code).toBe(1);
  expect(JSON.parse(changed.out).mismatches).toContainEqual(
    expect.objectContaining({ label: '评查案卷', found: '12', expected: '11' }),
  );
});

test('a batch of the page is reported from its data folder', async () => {
  const results = [...inventResults(await readRules(), { cases: 3 })];
  const data = path.join(folder, '数据');
  const ids = await fillStore(data, results);
  const store = await openStore(data);
  await addBatch(store, { name: '网页上的批次', cases: ids });
  await store.close();
  const { code } = await anjuan('report', '网页上的批次', '--data', '数据', '--format', 'html', '--out', '网');
  expect(code).toBe(0);
  expect(readFileSync(path.join(folder, '网/评查通报.html'), 'utf8')).toContain(
    '案卷<span class="figure" data-figure="cases">3',
  );
  const { err } = await anjuan('report', '别的', '--data', '数据', '--out', '网');
  expect(err).toContain('没有批次“别的”；现有：网页上的批次');
});

test('what is wrong is said in a sentence with exit 2', async () => {
  mkdirSync(path.join(folder, '空'));
  expect(await anjuan('report', '空', '--out', 'x')).toMatchObject({
    code: 2,
    err: expect.stringContaining('没有案卷'),
  });
  expect((await anjuan('report', '不在', '--out', 'x')).err).toContain('找不到批次文件夹');
  expect((await anjuan('report', '结果', '--kind', 'letter', '--out', 'x')).err).toContain('--kind 应是');
  expect((await anjuan('report', '结果', '--unit', '某局', '--out', 'x')).err).toContain('批次里没有单位“某局”');
  writeFileSync(path.join(folder, '本局.yaml'), 'to: 各单位\nno.such: 一\n');
  expect((await anjuan('report', '结果', '--phrases', '本局.yaml', '--out', 'x')).err).toContain('本局.yaml:2');
  writeFileSync(path.join(folder, '假.docx'), 'PK');
  expect(await anjuan('report', 'verify', '假.docx', '结果')).toMatchObject({ code: 2 });
  expect(existsSync(path.join(folder, 'x'))).toBe(false);
});
