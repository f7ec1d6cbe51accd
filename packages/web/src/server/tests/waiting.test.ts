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

const shown = async (id: string) =>
  (await house.call('GET', '/api/cases')).json.cases.find((one: { id: string }) => one.id === id);

test('a case knows which of its files have not come, also after a restart, until it is checked', async () => {
  const files = ['卷/1.txt', '卷/2.txt', '..\\3.txt'];
  const made = await house.call('POST', '/api/cases', { name: '甲案', files });
  const { id } = made.json.case;
  expect(made.json.case).toMatchObject({ state: 'waiting', files: 0, missing: files });
  await house.put(id, '卷/2.txt', '二');
  await house.put(id, '..\\3.txt', '三');
  expect(await shown(id)).toMatchObject({ state: 'waiting', files: 2, missing: ['卷/1.txt'] });
  await house.close();
  house = await openHouse(folder);
  expect(await shown(id)).toMatchObject({ state: 'waiting', missing: ['卷/1.txt'] });
  expect((await house.call('POST', `/api/cases/${id}/check`)).status).toBe(202);
  await house.services.runner.idle();
  expect(await shown(id)).toMatchObject({ state: 'done', missing: [] });
});

test('of a case that waits for files there is nothing to cancel, and that is said; it can be removed', async () => {
  const { id } = (await house.call('POST', '/api/cases', { name: '乙案', files: ['1.txt'] })).json.case;
  const answer = await house.call('POST', `/api/cases/${id}/cancel`);
  expect(answer.status).toBe(409);
  expect(answer.json.error.message).toBe('这个案卷还在等文件，检查没有开始，没有可以取消的；不要它了，请删除。');
  expect((await house.call('DELETE', `/api/cases/${id}`)).status).toBe(204);
});
