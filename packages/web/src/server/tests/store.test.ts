import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addCase } from '../store/cases.ts';
import { cleanName, disposition, distinctName } from '../store/filenames.ts';
import { firstBreak, record } from '../store/log.ts';
import { openStore, type Store } from '../store/open.ts';
import { durability } from '../store/sqlite.ts';
import { dropFolder, newFolder } from './house.ts';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = newFolder();
  store = await openStore(folder);
});

afterEach(async () => {
  await store.close();
  dropFolder(folder);
});

test('a commit is on the disk before it is acknowledged', async () => {
  expect(await durability(store.db)).toEqual({ journal: 'wal', synchronous: 2 });
});

test('only what a column can hold is bound', async () => {
  for (const bad of [new Date(0), { a: 1 }, true, Number.NaN, undefined, [1]]) {
    await expect(sql`select ${bad} as x`.execute(store.db), String(bad)).rejects.toThrow('cannot be stored');
  }
  const good = await sql<{ x: unknown }>`select ${'𠮷'} as x`.execute(store.db);
  expect(good.rows[0]?.x).toBe('𠮷');
});

test('a data folder belongs to one process at a time', async () => {
  await expect(openStore(folder)).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('正被另一个'),
  });
  await store.close();
  store = await openStore(folder);
});

test('transactions at the same moment do not mix', async () => {
  const failing = store.db.transaction().execute(async (tx) => {
    await record(tx, store.now(), 'test', 'rolled back');
    await new Promise((resolve) => setTimeout(resolve, 20));
    throw new Error('no');
  });
  const [ended] = await Promise.allSettled([failing, addCase(store, { name: '甲', standard: 's' })]);
  expect(ended.status).toBe('rejected');
  const entries = await store.db.selectFrom('log').select('action').execute();
  expect(entries.map((entry) => entry.action)).toEqual(['case.add']);
});

async function threeEntries(): Promise<void> {
  for (const name of ['甲', '乙', '丙']) await addCase(store, { name, standard: 's' });
}

test('the log is a chain without names', async () => {
  await threeEntries();
  expect(await firstBreak(store.db)).toBeNull();
  const text = JSON.stringify(await store.db.selectFrom('log').selectAll().execute());
  expect(text).not.toMatch(/甲|乙|丙/u);
});

test('the engine refuses to change or delete an entry', async () => {
  await threeEntries();
  await expect(store.db.updateTable('log').set({ action: 'x' }).execute()).rejects.toThrow('append-only');
  await expect(store.db.deleteFrom('log').execute()).rejects.toThrow('append-only');
});

test.each([
  ['a changed field', sql`update log set action = 'x' where seq = 2`, 2],
  ['a changed hash', sql`update log set hash = 'x' where seq = 2`, 2],
  ['a deleted entry', sql`delete from log where seq = 2`, 2],
  [
    'a duplicated entry',
    sql`insert into log select 4, at, actor, action, object, detail, previous, hash from log where seq = 3`,
    4,
  ],
])('the chain shows %s', async (_, tamper, seq) => {
  await threeEntries();
  await sql`drop trigger log_no_update`.execute(store.db);
  await sql`drop trigger log_no_delete`.execute(store.db);
  await tamper.execute(store.db);
  expect(await firstBreak(store.db)).toBe(seq);
});

test('a change whose entry cannot be written is not made', async () => {
  await sql`create trigger full before insert on log begin select raise(abort, 'full'); end`.execute(store.db);
  await expect(addCase(store, { name: '甲', standard: 's' })).rejects.toThrow('full');
  expect(await store.db.selectFrom('cases').select('id').execute()).toEqual([]);
});

test.each([
  ['../../etc/passwd', 'etc/passwd'],
  ['C:\\案卷\\决定书.pdf', '案卷/决定书.pdf'],
  ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
  ['决定\u202efdp.exe', '决定fdp.exe'],
  ['\u0000\u200b', '未命名'],
  ['....//', '....'],
  ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
  ['\ud800x', 'x'],
  ['𠮷.pdf', '𠮷.pdf'],
  ['cafe\u0301.pdf', 'café.pdf'],
])('the name %j becomes %j', (raw, clean) => {
  expect(cleanName(raw)).toBe(clean);
});

test('long names keep their ending, names taken get a number before it', () => {
  const long = cleanName(`${'长'.repeat(400)}.pdf`);
  expect([...long].length).toBe(255);
  const next = distinctName(long, new Set([long]));
  expect([...next].length).toBe(255);
  expect(next.endsWith('（2）.pdf')).toBe(true);
  expect(distinctName('a.b', new Set(['a.b', 'a（2）.b']))).toBe('a（3）.b');
});

test('a name in a header cannot break out of it', () => {
  const header = disposition('attachment', '案卷/决定"; filename=x\'(1)*.pdf');
  expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/u);
  expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe('决定"; filename=x\'(1)*.pdf');
});
