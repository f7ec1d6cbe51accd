import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anjuanIn } from './command.ts';

const _root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), '案卷 档案-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const anjuan = anjuanIn(folder);
const put = (name: string, content: string): string => {
  writeFileSync(path.join(folder, name), content);
  return name;
};
const record = put(
  'case.json',
  JSON.stringify({
    id: '甲',
    complete: false,
    caseType: 'penalty',
    procedure: 'ordinary',
    documents: [],
    facts: {
      'decision.agency': '广州市天河区市场监督管理局',
      'decision.date': '2026-03-20',
      'officers[]': [{ name: '张明', certificate: '0901', on: '2026-01-06' }],
    },
  }),
);

test('lists become a profile, and certificates are checked on the day of the act', { timeout: 120_000 }, async () => {
  const list = put(
    '名册.csv',
    '姓名,执法证号,有效期起,有效期止\n张明,0901,2020-01-01,2026-01-05\n李强,0902,昨天,2028-01-01\n',
  );
  const { code, out, err } = await anjuan(
    'agency',
    'import',
    list,
    '--out',
    'a.yaml',
    '--name',
    '天河区市场监督管理局',
  );
  expect(code).toBe(2);
  expect(err).toContain('名册.csv第 3 行：“昨天”不是日期');
  expect(out).toContain('姓名→name，执法证号→certificate，有效期起→valid-from，有效期止→valid-to');
  expect(readFileSync(path.join(folder, 'a.yaml'), 'utf8')).toContain('valid-to: 2026-01-05');
  const checked = await anjuan('check', record, '--agency', 'a.yaml', '--json');
  const report = JSON.parse(checked.out);
  const finding = report.findings.find((one: { rule: string }) => one.rule === 'APL-42-4');
  expect(finding.outcome).toBe('fail');
  expect(report.pack.id).toBe('national+market-regulation+guangdong');
});

test('the packs of a case are told; one that is not there is refused before any case is read', {
  timeout: 120_000,
}, async () => {
  const { out } = await anjuan('check', record, '--json');
  const { pack } = JSON.parse(out);
  expect(pack).toMatchObject({
    id: 'national+market-regulation+guangdong',
    chain: [{ id: 'national' }, { id: 'market-regulation', title: '市场监督管理' }, { id: 'guangdong' }],
    why: expect.stringContaining('领域：市场监督管理'),
  });
  const forced = await anjuan('check', record, '--pack', 'transport+shanghai');
  expect(forced.out).toContain('规则 全国通用 → 交通运输 → 上海市（由使用者指定）');
  const wrong = await anjuan('check', record, '--pack', 'transprot');
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('没有编号为“transprot”的规则包')]);
});

test('what is no list is said, and nothing is written', { timeout: 120_000 }, async () => {
  const { code, err } = await anjuan(
    'agency',
    'import',
    put('无关.csv', '甲,乙\n1,2\n'),
    'missing.xlsx',
    '--out',
    'b.yaml',
  );
  expect(code).toBe(2);
  expect(err).toContain('没有可以导入的表格');
});
