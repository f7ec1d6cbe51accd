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

const files = async (id: string) =>
  (await house.call('GET', `/api/cases/${id}`)).json.files.map(
    (file: { name: string; unreadable: string | null }) => [file.name, file.unreadable] as const,
  );
const replace = (id: string, name: string, instead: string) =>
  house.call(
    'PUT',
    `/api/cases/${id}/files?name=${encodeURIComponent(name)}&instead=${encodeURIComponent(instead)}`,
    Buffer.from('决定书'),
    { 'content-type': 'application/octet-stream' },
  );

test('a file that cannot be read is replaced where it stands, and the next check reads the new one', async () => {
  const id = await house.checked({ '1.txt': '一', '2.pdf': '!', '3.txt': '三' });
  expect((await files(id))[1]).toEqual(['2.pdf', '文件已加密，需要密码。']);
  expect((await replace(id, '2.txt', '2.pdf')).status).toBe(201);
  await house.call('POST', `/api/cases/${id}/check`);
  await house.services.runner.idle();
  expect(await files(id)).toEqual([
    ['1.txt', null],
    ['2.txt', null],
    ['3.txt', null],
  ]);
  expect((await house.call('GET', `/api/cases/${id}`)).json).toMatchObject({
    blocking: [],
    summary: { message: expect.not.stringContaining('没有读出') },
  });
});

test('a replacement may keep the name; one for a file that is not there is refused', async () => {
  const id = await house.checked({ '1.txt': '一', '2.pdf': '!' });
  expect((await replace(id, '2.pdf', '2.pdf')).json.file.name).toBe('2.pdf');
  const { status, json } = await replace(id, '4.pdf', '4.pdf');
  expect([status, json.error.message]).toEqual([404, '案卷里没有文件“4.pdf”。']);
});

test('a file is taken out of a case, the last one is not', async () => {
  const id = await house.checked({ '1.txt': '一', '2.pdf': '!' });
  expect((await house.call('DELETE', `/api/cases/${id}/files?name=2.pdf`)).status).toBe(204);
  expect(await files(id)).toEqual([['1.txt', null]]);
  const last = await house.call('DELETE', `/api/cases/${id}/files?name=1.txt`);
  expect([last.status, last.json.error.code]).toEqual([409, 'last-file']);
});

test('a case of which nothing was read lists every file with its reason', async () => {
  const id = await house.checked({ 'a.pdf': '!1', 'b.pdf': '!2' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.blocking.map((gap: { place: string; pages: null }) => [gap.place, gap.pages])).toEqual([
    ['a.pdf', null],
    ['b.pdf', null],
  ]);
  expect(json.summary.message).toContain('有 2 个文件没有读出：a.pdf、b.pdf');
});
