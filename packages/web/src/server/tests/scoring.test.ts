import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { rulesFolder } from '@anjuan/core/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openChecker } from '../real.ts';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

/* Scores that are looked at and not stored, and editions: over real rules, with little standards of our own. */

const edition = (year: number, points: number, to: string) => `id: town
edition: ${year}
title: 某市评分表（${year}）
issuer: 某市
year: ${year}
order: ${3000 - year}
from: ${year}-01-01
${to}sheets:
  - id: ordinary
    title: 普通程序
    applies: { type: [penalty] }
    full: 100
    sections:
      - id: a
        title: 期限
        full: 100
        items:
          - { id: 1, title: 按期决定, full: 80, rules: [APL-60-1], per: ${points} }
          - { id: 2, title: 裁量说理, full: 20, answers: [{ label: 没有说理, points: 5 }, { label: 说理不足, points: 2, unit: per-place }] }
`;
const strict = `id: strict
title: 严格评分表
issuer: 某省
year: 2026
sheets:
  - id: all
    title: 全部
    full: 100
    sections:
      - { id: law, title: 合法性, items: [{ id: 1, title: 超期, kind: veto, effect: zero, rules: [APL-60-1] }, { id: 2, title: 其他, kind: veto, points: 50 }] }
      - { id: rest, title: 其他, items: [{ id: 3, title: 其他, ask: 其他问题？, range: [0, 10] }] }
`;
const paper = `行政处罚决定书
甲市监罚〔2026〕12号
当事人：甲市乙食品有限公司
依据《中华人民共和国食品安全法》第一百二十五条第一款第二项的规定，决定处罚如下：罚款人民币伍仟元（¥5000.00）。
甲市市场监督管理局
2026年6月1日
`;
const filing = '立案审批表\n案由：涉嫌违法\n当事人：甲市乙食品有限公司\n负责人意见：同意立案。王五\n2026年1月5日\n';

let folder: string;
let rules: string;
let house: House;
const standards = (): string => path.join(rules, 'standards');

beforeAll(async () => {
  folder = newFolder();
  rules = path.join(folder, 'rules');
  cpSync(rulesFolder, rules, { recursive: true });
  rmSync(standards(), { recursive: true });
  mkdirSync(standards());
  writeFileSync(path.join(standards(), 'town-2026.yaml'), edition(2026, 10, ''));
  writeFileSync(path.join(standards(), 'strict.yaml'), strict);
  await open();
});

async function open(): Promise<void> {
  const { checker, library } = await openChecker(rules);
  house = await openHouse(path.join(folder, 'data'), { checker, library });
}

afterAll(async () => {
  await house.services.checker.close();
  await house.close();
  dropFolder(folder);
});

let id = '';
const score = async () => (await house.call('GET', `/api/cases/${id}`)).json.score;

test('one file under several standards: 10 points here, everything there', async () => {
  const { json } = await house.call('POST', '/api/cases', { name: '试', standard: 'town' });
  id = json.case.id;
  await house.put(id, '1 立案.txt', filing);
  await house.put(id, '2 决定书.txt', paper);
  await house.call('POST', `/api/cases/${id}/check`);
  await house.services.runner.idle();
  expect(await score()).toMatchObject({ standard: 'town', edition: '2026', total: 90 });
  const both = await house.call('GET', `/api/cases/${id}/scores?standards=town,strict`);
  expect(both.json.scores.map((one: { total: number }) => one.total)).toEqual([90, 0]);
  const late = both.json.comparison.rows.find((row: { rule: string }) => row.rule === 'APL-60-1');
  expect(late.costs).toEqual([
    { items: ['1'], points: 10, veto: null, open: false },
    { items: ['1'], points: 0, veto: '整卷 0 分', open: false },
  ]);
  expect((await house.call('GET', `/api/cases/${id}/scores?standards=nowhere`)).status).toBe(400);
});

test('what if a finding falls: worked out by the server, and nothing is stored', async () => {
  const asked = await house.call('POST', `/api/cases/${id}/what-if`, { standard: 'strict', findings: ['APL-60-1'] });
  expect([asked.json.before.total, asked.json.after.total]).toEqual([0, 100]);
  expect((await house.call('POST', `/api/cases/${id}/what-if`, { findings: ['X-1'] })).status).toBe(400);
  expect((await score()).total).toBe(90);
});

test('answers of the sheet are marked and counted, and are not heard under another standard', async () => {
  const said = { verdict: 'deduct', marks: [{ answer: '说理不足', count: 3 }], reason: '三处没有理由' };
  expect((await house.call('PUT', `/api/cases/${id}/rulings/2`, said)).json.case.score.total).toBe(84);
  const other = await house.call('GET', `/api/cases/${id}/scores?standards=strict`);
  expect(other.json.scores[0].items.find((item: { id: string }) => item.id === '2').state).toBe('pending');
  const wrong = { verdict: 'deduct', marks: [{ answer: '没有这个答案' }], reason: '试' };
  expect((await house.call('PUT', `/api/cases/${id}/rulings/2`, wrong)).status).toBe(400);
});

test('the sheet goes out as a table, as Word and as Excel', async () => {
  const { json } = await house.call('GET', `/api/cases/${id}/sheets?standards=town,strict`);
  const rows = json.sheets[0].sections[0].rows;
  expect(rows.map((row: { id: string; mark: string }) => [row.id, row.mark])).toEqual([
    ['1', '−10'],
    ['2', '−6'],
  ]);
  expect(json.sheets[1].sections[0].rows[0]).toMatchObject({ state: 'veto', mark: '否决' });
  for (const ending of ['docx', 'xlsx']) {
    const file = await house.call('GET', `/api/cases/${id}/sheets.${ending}`);
    expect([file.status, file.text.slice(0, 2)]).toEqual([200, 'PK']);
    expect(file.headers.get('content-disposition')).toContain(`.${ending}`);
  }
});

test('a new edition leaves the cases scored before as they were', async () => {
  await house.close();
  writeFileSync(path.join(standards(), 'town-2026.yaml'), edition(2026, 10, 'to: 2026-11-01\n'));
  writeFileSync(path.join(standards(), 'town-2027.yaml'), edition(2027, 30, ''));
  await open();
  expect(await score()).toMatchObject({ edition: '2026', total: 84 });
  // A later word on the case is counted under its own edition, too.
  const again = await house.call('PUT', `/api/cases/${id}/rulings/2`, { verdict: 'no-deduction', reason: '复核' });
  expect(again.json.case.score).toMatchObject({ edition: '2026', total: 90 });
  expect(again.json.case.standard).toMatchObject({ id: 'town', edition: '2026' });
  const diff = await house.call('GET', '/api/standards-diff?from=town@2026&to=town@2027');
  expect(diff.json.sheets[0].items).toMatchObject([{ id: '1', change: 'repriced' }]);
  const moved = await house.call('PUT', `/api/cases/${id}/standard`, { standard: 'town@2027' });
  expect(moved.json.case.score).toMatchObject({ edition: '2027', total: 70 });
});

test('when an edition is gone, the stored score stands and nothing is counted anew', async () => {
  await house.close();
  rmSync(path.join(standards(), 'town-2027.yaml'));
  await open();
  expect(await score()).toMatchObject({ edition: '2027', total: 70 });
  const said = await house.call('PUT', `/api/cases/${id}/rulings/2`, { verdict: 'no-deduction', reason: '试' });
  expect([said.status, said.json.error.code]).toEqual([409, 'standard-gone']);
});
