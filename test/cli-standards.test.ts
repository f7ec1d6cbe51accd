import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { anjuanIn } from './command.ts';

const _root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), '标准 命令行-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
vi.setConfig({ testTimeout: 120_000 });

const anjuan = anjuanIn(folder);

function put(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return name;
}

const mine = (edition: number, points: number) => `id: mine
edition: ${edition}
title: 某县评分表
issuer: 某县
year: ${edition}
sheets:
  - id: penalty
    title: 行政处罚
    applies: { type: [penalty] }
    full: 100
    sections:
      - id: a
        title: 期限
        full: 100
        items:
          - { id: 1, title: 按期决定, full: 80, rules: [APL-60-1], per: ${points} }
          - { id: 2, title: 说理, full: 20, per: 2.5, unit: per-place, ask: 有几处没有说理？ }
`;
const late = JSON.stringify({
  id: '甲',
  complete: false,
  caseType: 'penalty',
  procedure: 'ordinary',
  documents: [],
  facts: { 'filing.date': '2025-01-06', 'decision.date': '2025-06-30' },
});

test('the list as JSON: sub-sheets with full marks, and what is automatic, assisted, by hand', async () => {
  const { code, out } = await anjuan('standards', 'list', '--json');
  expect(code).toBe(0);
  const list = JSON.parse(out);
  const [first] = list;
  expect(first).toMatchObject({ id: 'shenzhen', year: '2024', issuer: expect.any(String), title: expect.any(String) });
  for (const one of list) {
    expect(one.automatic + one.assisted + one.byHand).toBe(one.items);
    for (const sheet of one.sheets) expect(sheet.automatic + sheet.assisted + sheet.byHand).toBe(sheet.items);
  }
  const daily = list
    .find((one: { id: string }) => one.id === 'mee')
    .sheets.find((sheet: { id: string }) => sheet.id === 'daily');
  expect(daily).toMatchObject({ full: 100, points: 120, vetoes: 25 });
});

test('a standard of the user: checked with the line of each mistake, and used beside a shipped one, people heard', async () => {
  const good = put('我的.yaml', mine(2026, 7));
  expect(await anjuan('standards', 'check', good)).toMatchObject({ code: 0 });
  const bad = put('错.yaml', mine(2026, 7).replace('APL-60-1', 'APL-60-11').replace('full: 20', 'full: 21'));
  const checked = await anjuan('standards', 'check', bad);
  expect(checked.code).toBe(2);
  expect(checked.err).toMatch(/错\.yaml:16:\d+ 没有编号为 APL-60-11 的规则（.*APL-60-1/u);
  expect(checked.err).toMatch(/错\.yaml:\d+:\d+ .*各项合计 101 分，与所写 100 分不符/u);
  const rulings = put('认定.yaml', '2: { count: 3, reason: 三处没有说理, by: 王某 }\n');
  const args = ['check', put('甲.json', late), '--standard', `${good},shenzhen`, '--json'];
  const { code, out } = await anjuan(...args, '--rulings', rulings);
  expect(code).toBe(1);
  const report = JSON.parse(out);
  expect(report.scores.map((one: { standard: string }) => one.standard)).toEqual(['mine', 'shenzhen']);
  // 100 − 7 − 3 × 2.5
  expect(report.score).toMatchObject({ total: 85.5, low: 85.5 });
  expect(report.standard).toMatchObject({
    id: 'mine',
    edition: '2026',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
  });
});

test('two editions compared, and a sheet tried without a file', async () => {
  const [old, fresh] = [put('旧.yaml', mine(2025, 7)), put('新.yaml', mine(2026, 9).replace('说理', '裁量说理'))];
  const diff = JSON.parse((await anjuan('standards', 'diff', old, fresh, '--json')).out);
  expect(diff.sheets[0].items.map((item: { id: string; change: string }) => [item.id, item.change])).toEqual([
    ['1', 'repriced'],
    ['2', 'reworded'],
  ]);
  const tried = await anjuan('standards', 'try', old, '--fails', 'APL-60-1');
  expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('93，待定 20 分：73–93') });
  expect((await anjuan('check', put('甲.json', late), '--standard', 'nowhere')).code).toBe(2);
});
