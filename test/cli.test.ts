import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { anjuanIn } from './command.ts';

const root = path.dirname(import.meta.dirname);
const folder = mkdtempSync(path.join(tmpdir(), '案卷 命令行-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const anjuan = anjuanIn(folder);

const put = (name: string, content: string | Buffer): string => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
  return name;
};
const record = (facts: Record<string, unknown>): string =>
  JSON.stringify({ id: '甲', complete: false, caseType: 'penalty', procedure: 'ordinary', documents: [], facts });
const late = record({ 'filing.date': '2025-01-06', 'decision.date': '2025-06-30' });
const kept = record({ 'filing.date': '2025-01-06', 'decision.date': '2025-03-03' });

test('a record with a defect: exit 1, one JSON document, the shape every release keeps', async () => {
  const { code, out } = await anjuan('check', put('late.json', late), '--json');
  expect(code).toBe(1);
  expect(out.trim().split('\n')).toHaveLength(1);
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual(
    expect.arrayContaining(['case', 'pack', 'standard', 'score', 'findings', 'notChecked']),
  );
  expect(Object.keys(report.score)).toEqual(
    expect.arrayContaining(['total', 'max', 'pending', 'grade', 'veto', 'items']),
  );
  const finding = report.findings.find((one: { rule: string }) => one.rule === 'APL-60-1');
  expect(finding).toMatchObject({ outcome: 'fail' });
  expect(finding.basis[0]).toMatchObject({ law: 'cn.apl', article: 60 });
  expect(Object.keys(finding)).toEqual(
    expect.arrayContaining(['severity', 'subject', 'message', 'advice', 'curable', 'anchors', 'trace']),
  );
});

test('a record without a defect: exit 0', async () => {
  expect((await anjuan('check', put('kept.json', kept))).code).toBe(0);
});

test('what cannot be read is told in one sentence with its name, exit 2, and the rest goes on', async () => {
  put('坏/决定书.txt', '行政处罚决定书\n某市监罚〔2025〕1号\n当事人：某某有限公司\n');
  put('坏/空.pdf', '');
  put('坏/残.pdf', '%PDF-1.7\nnothing follows');
  put('坏/不是.pdf', '404 Not Found');
  const { code, out, err } = await anjuan('check', '坏', '没有.pdf', 'kept.json', '--json');
  expect(code).toBe(2);
  for (const name of ['空.pdf', '残.pdf', '不是.pdf', '没有.pdf']) expect(err).toMatch(new RegExp(`${name}`, 'u'));
  expect(err).not.toMatch(/ {4}at |Error:/u);
  expect(out.trim().split('\n')).toHaveLength(2);
});

test('a record that fails the schema names the field; one bad line of NDJSON stops no other', async () => {
  const bad = record({ 'decision.dato': '2025-01-01', 'filing.date': '2025-02-30' });
  const { code, out, err } = await anjuan('check', put('多.ndjson', [kept, bad, '{', kept].join('\n')), '--json');
  expect(code).toBe(2);
  expect(err).toContain('多.ndjson 第 2 行');
  expect(err).toMatch(/decision\.dato|filing\.date/u);
  expect(err).toContain('多.ndjson 第 3 行');
  expect(out.trim().split('\n')).toHaveLength(2);
});

test('with --defects the JSON lists only what is wrong or cannot be told', async () => {
  const place = put('kept.json', kept);
  const findings = async (...more: string[]) =>
    (JSON.parse((await anjuan('check', place, '--json', ...more)).out) as { findings: { outcome: string }[] }).findings;
  const all = await findings();
  const open = all.filter((one) => one.outcome !== 'pass' && one.outcome !== 'not-applicable');
  expect(all.length).toBeGreaterThan(open.length);
  expect(await findings('--defects')).toEqual(open);
});

test.each([
  [['check', 'kept.json', '--standard', 'nowhere'], 'nowhere'],
  [['check', 'kept.json', '--rules', 'nowhere'], 'nowhere'],
  [['check', 'kept.json', '--agency', 'nowhere.yaml'], 'nowhere.yaml'],
  [['check', 'kept.json', '--as-of', '昨天'], '昨天'],
  [['rules', 'show', 'APL-60-111'], 'APL-60-111'],
  [['chekc'], 'chekc'],
  [['check'], '路径'],
  [['serve', '--host', '0.0.0.0'], '0.0.0.0'],
])('a mistake of the user: %j', async (args, named) => {
  put('kept.json', kept);
  const { code, out, err } = await anjuan(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(named);
  expect(err).not.toMatch(/ {4}at /u);
});

test('a broken rule file lists every mistake with file and line', async () => {
  const rules = path.join(folder, '规则');
  cpSync(path.join(root, 'rules'), rules, { recursive: true });
  const files = readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /APL-60-1\.yaml$/u.test(name),
  );
  const [file = ''] = files;
  const place = path.join(rules, file);
  writeFileSync(place, readFileSync(place, 'utf8').replace('decision.date', 'decision.dato'));
  const { code, err } = await anjuan('check', 'kept.json', '--rules', '规则');
  expect(code).toBe(2);
  expect(err).toMatch(/APL-60-1\.yaml:\d+/u);
  expect(err).toContain('decision.dato');
});

test('the rules as JSON', async () => {
  const { code, out } = await anjuan('rules', 'list', '--json');
  expect(code).toBe(0);
  const rules = JSON.parse(out);
  expect(rules.length).toBeGreaterThanOrEqual(60);
  for (const rule of rules) {
    expect(Object.keys(rule)).toEqual(
      expect.arrayContaining(['id', 'title', 'severity', 'status', 'basis', 'versions', 'requirement', 'cases']),
    );
    expect(Object.keys(rule.basis[0])).toEqual(
      expect.arrayContaining(['law', 'lawTitle', 'article', 'paragraph', 'item']),
    );
    expect(rule.versions[0]).toHaveProperty('from');
  }
});

test('documents and facts as JSON, with their places', async () => {
  const text = '某市市场监督管理局\n行政处罚决定书\n某市监罚〔2025〕1号\n当事人：某某有限公司\n';
  const { code, out } = await anjuan('extract', put('决定书.txt', text), '--json');
  expect(code).toBe(0);
  const { documents, record: read } = JSON.parse(out);
  expect(documents).toMatchObject([{ kind: 'penalty-decision', pages: [1, 1] }]);
  expect(read.facts['decision.number']).toMatchObject({ value: '某市监罚〔2025〕1号', origin: 'extracted' });
  expect(read.facts['decision.number'].anchors[0]).toMatchObject({ page: 1, quote: expect.any(String) });
  expect((await anjuan('extract', put('决定书.txt', text))).out).toContain('决定书.txt 第 1 页');
});
