import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readRules } from '@anjuan/core/node';
import { afterAll, expect, test } from 'vitest';
import { importLaws } from '../import-laws.ts';
import { lawLibrary } from '../law.ts';
import { LawTexts } from '../law-texts.ts';
import { dropFolder, newFolder, openHouse } from './house.ts';

const book = await readRules();
const folder = newFolder();
const data = path.join(folder, 'data');
const house = await openHouse(data, { law: lawLibrary(book, new LawTexts(data)) });
afterAll(async () => {
  await house.close();
  dropFolder(folder);
});

test('the calculator answers with every day, the articles that decide and the reason', async () => {
  const { status, json } = await house.call('POST', '/api/days', {
    from: '2026-03-20',
    limit: 7,
    unit: 'days',
    law: '行政处罚法',
    article: 61,
  });
  expect(status).toBe(200);
  expect(json).toMatchObject({ due: '2026-03-31', unit: 'working-days' });
  expect(json.days).toHaveLength(12);
  expect(json.days[1]).toEqual({ day: '2026-03-21', role: 'off', number: null, works: false });
});

test.each([
  [{ from: '2026-02-30', limit: 7, unit: 'working-days' }, 'from'],
  [{ from: '2026-03-20', limit: 7, unit: 'weeks' }, 'unit'],
  [{ from: '2026-03-20', limit: 7, unit: 'days', law: '行政处罚发' }, 'law'],
  [{ from: '2026-12-25', limit: 10, unit: 'working-days' }, 'calendar'],
  [{ from: '2026-03-20', limit: 7, unit: 'natural-days', suspend: [['2026-04-01', '2026-03-01']] }, 'suspend'],
  [{ from: '2026-03-20', limit: -1, unit: 'natural-days' }, 'limit'],
])('what cannot be counted is a 400 that names the field: %o', async (question, field) => {
  const { status, json } = await house.call('POST', '/api/days', question);
  expect(status).toBe(400);
  expect(json.error.field).toBe(field);
});

test('coverage has a row for each requirement on file', async () => {
  const { status, json } = await house.call('GET', '/api/coverage');
  expect(status).toBe(200);
  expect(json.requirements).toHaveLength(book.pack.requirements.size);
  expect(json.types.map((one: { id: string }) => one.id)).toContain('penalty-ordinary');
});

const statute = (title: string, from: string, sentence: string): string =>
  `# ${title}\n\n- 施行：${from}\n\n---\n\n## 第一章　总则\n\n**第一条**　${sentence}\n\n**第二条**　两款的一条：\n\n（一）甲；\n\n（二）乙。\n\n第二款在此。\n`;

test('an article is shown once its text was imported, in the version of the day', async () => {
  const before = await house.call('GET', '/api/laws/cn.arl/articles/1?on=2023-12-31');
  expect(before.json).toEqual({ article: null });
  const texts = path.join(folder, 'texts');
  mkdirSync(path.join(texts, '复议'), { recursive: true });
  writeFileSync(
    path.join(texts, '复议/旧.md'),
    statute('中华人民共和国行政复议法（2017修正）', '2018-01-01', '旧的一条。'),
  );
  writeFileSync(
    path.join(texts, '复议/新.txt'),
    statute('中华人民共和国行政复议法（2023修订）', '2024-01-01', '新的一条。'),
  );
  writeFileSync(path.join(texts, '别的.md'), statute('某市某办法', '2024-01-01', '别的。'));
  writeFileSync(path.join(texts, '乱码.txt'), Buffer.from([0xff, 0xfe, 0x00, 0xff]));
  writeFileSync(path.join(texts, '说明.txt'), '这不是法律。');
  const result = await importLaws(texts, data, book.pack.laws);
  expect(result.imported.map((one) => `${one.law} ${one.from}`).sort()).toEqual([
    'cn.arl 2018-01-01',
    'cn.arl 2024-01-01',
  ]);
  expect(result.skipped.map((one) => one.file).sort()).toEqual(['乱码.txt', '别的.md', '说明.txt'].sort());
  const shown = async (on: string) => (await house.call('GET', `/api/laws/cn.arl/articles/1?on=${on}`)).json.article;
  expect((await shown('2023-12-31')).paragraphs[0].text).toBe('旧的一条。');
  expect((await shown('2024-01-01')).paragraphs[0].text).toBe('新的一条。');
  expect(await shown('2023-12-31')).toMatchObject({ from: '2018-01-01', to: '2024-01-01' });
  expect(await shown('2024-01-01')).toMatchObject({ from: '2024-01-01', to: null });
  expect(await shown('2017-12-31')).toBeNull();
  const second = (await house.call('GET', '/api/laws/cn.arl/articles/2')).json.article;
  expect(second.paragraphs).toEqual([
    { text: '两款的一条：', items: ['（一）甲；', '（二）乙。'] },
    { text: '第二款在此。', items: [] },
  ]);
  const laws = (await house.call('GET', '/api/laws')).json.laws as { id: string; versions: { text: boolean }[] }[];
  expect(laws.find((one) => one.id === 'cn.arl')?.versions.map((one) => one.text)).toEqual([true, true]);
  expect((await house.call('GET', '/api/laws/xx.none/articles/1')).status).toBe(404);
});
