import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { anjuanIn } from './command.ts';

const root = path.dirname(import.meta.dirname);
vi.setConfig({ testTimeout: 120_000 });

const anjuan = anjuanIn(root);

test('the period calculator takes the unit from the law and lists every day', async () => {
  const { code, out } = await anjuan(
    'days',
    '2026-03-20',
    '7',
    'days',
    '--law',
    '行政处罚法',
    '--article',
    '61',
    '--json',
  );
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer).toMatchObject({ due: '2026-03-31', rolledFrom: null, unit: 'working-days' });
  expect(answer.counted).toHaveLength(7);
  expect(answer.basis[0]).toMatchObject({ law: 'cn.apl', article: 85 });
  expect(answer.why).toContain('第八十五条');
});

test('suspension, roll-over and counting back on the command line', async () => {
  const rolled = await anjuan('days', '2024-09-09', '90', 'natural-days', '--roll', '--json');
  expect(JSON.parse(rolled.out)).toMatchObject({ due: '2024-12-09', rolledFrom: '2024-12-08' });
  const spans = ['--suspend', '2026-03-01..2026-03-05', '--suspend', '2026-03-10..2026-03-10'];
  const suspended = await anjuan('days', '2026-02-20', '30', 'natural-days', ...spans, '--json');
  expect(JSON.parse(suspended.out)).toMatchObject({ due: '2026-03-28' });
  const back = await anjuan('days', '2026-03-12', '7', 'days', '--law', 'cn.apl', '--article', '64', '--back');
  expect(back.out).toContain('最迟于：2026-03-02');
});

test('what the calculator cannot answer is the user’s mistake, in Chinese', async () => {
  const beyond = await anjuan('days', '2026-12-25', '10', 'working-days');
  expect(beyond.code).toBe(2);
  expect(beyond.err).toContain('工作日历只有 2015-01-01 至 2026-12-31');
  const unknown = await anjuan('days', '2026-03-20', '7', 'days', '--law', '行政处罚发');
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain('没有收录“行政处罚发”');
});

test('coverage gives one JSON document with each requirement', async () => {
  const { code, out } = await anjuan('rules', 'coverage', '--json');
  expect(code).toBe(0);
  const { requirements } = JSON.parse(out);
  expect(Array.isArray(requirements)).toBe(true);
  for (const one of requirements) {
    expect(['automatic', 'assisted', 'by-hand', 'none']).toContain(one.status);
    expect(one).toHaveProperty('caseType');
    expect(one).toHaveProperty('question');
    expect(Array.isArray(one.rules)).toBe(true);
  }
});

test('statute texts are imported by title and version; what is none is listed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), '法律 条文-'));
  const text =
    '中华人民共和国行政强制法\n\n第一条　为了试验。\n第二条　两项：\n（一）甲；\n（二）乙。\n本法自2012年1月1日起施行。\n';
  writeFileSync(path.join(folder, '强制法.txt'), text);
  writeFileSync(path.join(folder, '别的.md'), '# 某市办法\n\n**第一条**　别的。\n');
  const data = path.join(folder, 'data');
  const { code, out } = await anjuan('laws', 'import', folder, '--data', data, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    imported: [{ law: 'cn.cel', from: '2012-01-01', articles: 2 }],
    skipped: [{ file: '别的.md' }],
  });
  const list = await anjuan('laws', 'list', '--data', data);
  expect(list.out).toMatch(/中华人民共和国行政强制法　2012-01-01 起，71 条　已导入条文/u);
  const none = await anjuan('laws', 'import', path.join(folder, '没有'), '--data', data);
  expect(none.code).toBe(2);
  rmSync(folder, { recursive: true, force: true });
});

test('an explained report gives our wording, and the imported text of the version of the day', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-explain-'));
  const text = (from: string, sentence: string) =>
    `# 中华人民共和国行政复议法\n\n- 施行：${from}\n\n**第一条**　为了试验。\n\n**第十二条**　${sentence}\n\n**第二十四条**　${sentence}\n`;
  writeFileSync(path.join(folder, '旧.md'), text('2018-01-01', '旧法一款。'));
  writeFileSync(path.join(folder, '新.md'), text('2024-01-01', '新法一款。'));
  const facts = {
    'case.type': 'penalty',
    'decision.review-authority': '临江县人民政府',
    'decision.states-review': true,
  };
  const put = (day: string): string => {
    const place = path.join(folder, `${day}.json`);
    const record = {
      id: day,
      caseType: 'penalty',
      procedure: 'ordinary',
      complete: false,
      documents: [],
      facts: { ...facts, 'decision.date': day },
    };
    writeFileSync(place, JSON.stringify(record));
    return place;
  };
  writeFileSync(path.join(folder, 'agency.json'), JSON.stringify({ government: '江城县人民政府', vertical: false }));
  const data = path.join(folder, 'data');
  await anjuan('laws', 'import', folder, '--data', data);
  const explained = async (day: string, ...more: string[]) =>
    (await anjuan('check', put(day), '--agency', path.join(folder, 'agency.json'), '--data', data, ...more)).out;
  const old = await explained('2023-12-31', '--explain');
  expect(old).toContain('依据：《中华人民共和国行政复议法》第十二条第一款：可以选择');
  expect(old).toContain('条文（2018-01-01 起施行的版本，2024-01-01 起不再有效）');
  expect(old).toContain('旧法一款。');
  expect(old).not.toContain('新法一款。');
  const recent = await explained('2024-01-01', '--explain');
  expect(recent).toContain('条文（2024-01-01 起施行的版本）');
  expect(recent).not.toContain('旧法一款。');
  expect(await explained('2024-01-01')).not.toContain('法一款。');
  rmSync(folder, { recursive: true, force: true });
});
