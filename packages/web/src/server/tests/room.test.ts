import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { UserMistake } from '../problems.ts';
import { openStore } from '../store/open.ts';
import { fakeChecker } from './fake.ts';
import { dropFolder, newFolder, openHouse } from './house.ts';

test('a full disk stops no case for good: it says so, and goes on by itself once there is room', {
  timeout: 20_000,
}, async () => {
  const folder = newFolder();
  const sound = fakeChecker();
  let full = true;
  const house = await openHouse(folder, {
    checker: {
      ...sound,
      read: async (...args: Parameters<typeof sound.read>) => {
        if (full) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        return sound.read(...args);
      },
    },
  });
  let free = 0;
  Object.assign(house.services.store, { free: async () => free });
  const { id } = (await house.call('POST', '/api/cases', { name: '甲' })).json.case;
  await house.put(id, '1.txt', 'filing.date=2026-01-05');
  await house.call('POST', `/api/cases/${id}/check`);
  const shown = async () => (await house.call('GET', `/api/cases/${id}`)).json.summary;
  await expect.poll(async () => (await shown()).progress.step).toBe('磁盘空间不足，腾出空间后自动继续');
  expect((await shown()).state).toBe('reading');
  full = false;
  await wait(3500);
  expect((await shown()).state).toBe('reading');
  free = 2 ** 30;
  await house.services.runner.idle();
  expect((await shown()).state).toBe('done');
  expect(house.complaints).toEqual([]);
  await house.close();
  dropFolder(folder);
});

test('a folder in which nothing can be written is told, not a fault of the program', async () => {
  const folder = newFolder();
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  chmodSync(file, 0o400);
  await expect(openStore(file)).rejects.toThrow(UserMistake);
  await expect(openStore(path.join(file, 'inner'))).rejects.toThrow('不能写入');
  dropFolder(folder);
});
