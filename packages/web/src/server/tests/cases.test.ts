import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

let folder: string;
let house: House;

beforeEach(async () => {
  folder = newFolder();
  house = await openHouse(folder);
});

afterEach(async () => {
  await house.close();
  dropFolder(folder);
});

const late = 'filing.date=2026-01-05\ndecision.date=2026-05-01\nparty.name=甲公司\ndecision.number=罚〔2026〕1号\n';

test('a case goes from files to findings, and the list shows what came out', async () => {
  const id = await house.checked({ '决定书.txt': `${late}\f第二页` });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({
    state: 'done',
    name: '测试案卷',
    files: 1,
    pages: 2,
    party: '甲公司',
    number: '罚〔2026〕1号',
    score: { total: 90, max: 100 },
    defects: { invalidating: 0, serious: 1, minor: 0 },
    pendingItems: 0,
    message: null,
  });
  expect(json.findings.map((finding: { key: string; outcome: string }) => [finding.key, finding.outcome])).toEqual([
    ['T-1', 'fail'],
  ]);
  expect(json.documents[0]).toMatchObject({ title: '决定书.txt', facts: 4, findings: 1 });
  expect(json.timeline).toMatchObject({ from: '2026-01-05', steps: [{ id: 'filing', state: 'done' }], periods: [] });
  expect(json.asOf).toMatch(/^\d{4}-\d\d-\d\d$/u);
  const list = await house.call('GET', '/api/cases');
  expect(list.json.cases).toEqual([json.summary]);
});

test('pages and originals come back as they were', async () => {
  const id = await house.checked({ '决定书.txt': '一\f二' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  const file = json.files[0].id;
  expect((await house.call('GET', `/api/cases/${id}/pages/${file}/2`)).json.text).toBe('二');
  expect((await house.call('GET', `/api/cases/${id}/pages/${file}/3`)).status).toBe(404);
  expect((await house.call('GET', `/api/cases/${id}/pages/${file}/1e0`)).status).toBe(404);
  const original = await house.call('GET', `/api/cases/${id}/files/${file}`);
  expect(original.text).toBe('一\f二');
  expect(original.headers.get('content-disposition')).toContain('attachment');
  expect(original.headers.get('content-security-policy')).toContain('sandbox');
  expect(original.headers.get('x-content-type-options')).toBe('nosniff');
  const part = await house.call('GET', `/api/cases/${id}/files/${file}`, undefined, { range: 'bytes=0-2' });
  expect([part.status, part.text, part.headers.get('content-range')]).toEqual([206, '一', 'bytes 0-2/7']);
  const outside = await house.call('GET', `/api/cases/${id}/files/${file}`, undefined, { range: 'bytes=7-' });
  expect(outside.status).toBe(416);
});

test('only what begins as a PDF is shown in the page', async () => {
  const id = await house.checked({ 'a.pdf': '%PDF-1.7\n', 'b.pdf': '<html><script>1</script>' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  const types = await Promise.all(
    json.files.map(async (file: { id: string }) => {
      const { headers } = await house.call('GET', `/api/cases/${id}/files/${file.id}`);
      return [headers.get('content-type'), headers.get('content-disposition')?.split(';')[0]];
    }),
  );
  expect(types).toEqual([
    ['application/pdf', 'inline'],
    ['application/octet-stream', 'attachment'],
  ]);
});

test('two files of one name are both kept, the same file twice is kept once', async () => {
  const { json } = await house.call('POST', '/api/cases', { name: '同名' });
  const { id } = json.case;
  const names = [];
  for (const text of ['甲', '乙', '甲', '丙']) names.push((await house.put(id, '决定书.pdf', text)).json.file.name);
  expect(names).toEqual(['决定书.pdf', '决定书（2）.pdf', '决定书.pdf', '决定书（3）.pdf']);
  expect((await house.call('GET', `/api/cases/${id}`)).json.files).toHaveLength(3);
});

test('a file that cannot be read is named, the others go on', async () => {
  const id = await house.checked({ 'a.txt': late, 'b.pdf': '!' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary.state).toBe('done');
  expect(json.summary.message).toBe('b.pdf 没有读出：文件已加密，需要密码。');
  expect(json.files.map((file: { unreadable: string | null }) => file.unreadable)).toEqual([
    null,
    '文件已加密，需要密码。',
  ]);
});

test('a case none of whose files can be read says so and keeps the originals', async () => {
  const id = await house.checked({ 'a.pdf': '!1', 'b.pdf': '!2' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({ state: 'unreadable', score: null, defects: null });
  expect(json.record).toBeNull();
  expect((await house.call('GET', `/api/cases/${id}/files/${json.files[1].id}`)).text).toBe('!2');
  expect((await house.call('GET', `/api/cases/${id}/report`)).status).toBe(409);
});

test('removing a case removes its originals, but not those another case has too', async () => {
  const one = await house.checked({ 'a.txt': '共有', 'b.txt': '独有' });
  const other = await house.checked({ 'a.txt': '共有' });
  expect((await house.call('DELETE', `/api/cases/${one}`)).status).toBe(204);
  expect((await house.call('GET', `/api/cases/${one}`)).status).toBe(404);
  expect((await house.call('DELETE', `/api/cases/${one}`)).status).toBe(404);
  const left = readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile() && !entry.name.endsWith('.gz'))).toHaveLength(1);
  const { json } = await house.call('GET', `/api/cases/${other}`);
  expect((await house.call('GET', `/api/cases/${other}/files/${json.files[0].id}`)).text).toBe('共有');
});

test('a case without files is not checked, an unknown one is a 404', async () => {
  const { json } = await house.call('POST', '/api/cases', { name: '空' });
  const refused = await house.call('POST', `/api/cases/${json.case.id}/check`);
  expect([refused.status, refused.json.error.message]).toEqual([409, '案卷里还没有文件，请先放入文件。']);
  for (const [method, address] of [
    ['GET', '/api/cases/x'],
    ['POST', '/api/cases/x/check'],
    ['POST', '/api/cases/x/cancel'],
    ['DELETE', '/api/cases/x'],
    ['GET', '/api/cases/x/files/y'],
    ['GET', '/api/cases/x/report'],
    ['GET', '/api/nothing'],
  ] as const) {
    expect((await house.call(method, address).catch((error) => error)).status, `${method} ${address}`).toBe(404);
  }
  expect((await house.put('x', 'a.txt', 'a')).status).toBe(404);
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual([]);
});

test('the report comes as JSON and as text', async () => {
  const id = await house.checked({ 'a.txt': late });
  expect((await house.call('GET', `/api/cases/${id}/report`)).json.score.total).toBe(90);
  expect((await house.call('GET', `/api/cases/${id}/report?format=txt`)).text).toBe('测试案卷 90');
  expect((await house.call('GET', `/api/cases/${id}/report?format=exe`)).json.error.field).toBe('format');
});

test('the papers of an archive become files of their own; what must not be read is listed', async () => {
  const id = await house.checked({ '案卷.zip': 'PK\n01/立案.txt|filing.date=2026-01-05\n决定.txt|二\n../../x|link' });
  const names = async () =>
    (await house.call('GET', `/api/cases/${id}`)).json.files.map(
      (file: { name: string; format: string; unreadable: string | null }) => [file.name, file.format, file.unreadable],
    );
  const expected = [
    ['案卷.zip', 'archive', null],
    ['案卷/01/立案.txt', 'txt', null],
    ['案卷/决定.txt', 'txt', null],
    ['案卷/x', 'txt', '压缩包中的此项是链接，未读取'],
  ];
  expect(await names()).toEqual(expected);
  await house.call('POST', `/api/cases/${id}/check`);
  await house.services.runner.idle();
  expect(await names()).toEqual(expected);
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.summary).toMatchObject({ state: 'done', message: '案卷/x 没有读出：压缩包中的此项是链接，未读取。' });
  expect((await house.call('GET', `/api/cases/${id}/pages/${json.files[2].id}/1`)).json.text).toBe('二');
});
