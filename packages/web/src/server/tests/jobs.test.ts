import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../store/open.ts';
import { advance, cancel, enqueue, takeJob } from '../store/queue.ts';
import { finishUnreadable } from '../store/results.ts';
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

async function reopen(): Promise<void> {
  await house.close();
  house = await openHouse(folder);
}

async function caseWith(text: string): Promise<string> {
  const { json } = await house.call('POST', '/api/cases', { name: '案卷' });
  await house.put(json.case.id, 'a.txt', text);
  return json.case.id;
}

async function stateOf(id: string): Promise<string> {
  return (await house.call('GET', `/api/cases/${id}`)).json.summary.state;
}

async function until(state: string, id: string): Promise<void> {
  await expect.poll(() => stateOf(id)).toBe(state);
}

test('results, corrections and files are there after a restart', async () => {
  const id = await house.checked({ 'a.txt': 'filing.date=2026-01-05' });
  await house.call('PUT', `/api/cases/${id}/facts/decision.date`, { value: '2026-02-01', reason: '第 3 页' });
  const before = (await house.call('GET', `/api/cases/${id}`)).json;
  await reopen();
  expect((await house.call('GET', `/api/cases/${id}`)).json).toEqual(before);
});

test('a job left running by a killed process is run again at start', async () => {
  const id = await caseWith('filing.date=2026-01-05');
  await house.close();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'killed.ts'), folder, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  expect(String(said)).toBe('taken\n');
  await expect(openStore(folder)).rejects.toThrow('正被另一个');
  child.kill('SIGKILL');
  await once(child, 'exit');
  house = await openHouse(folder);
  await until('done', id);
  const job = await house.services.store.db.selectFrom('jobs').select('attempts').executeTakeFirstOrThrow();
  expect(job.attempts).toBe(2);
});

test('a job that keeps killing the process is given up after three attempts, and the queue goes on', async () => {
  const poison = await caseWith('毒');
  const good = await caseWith('filing.date=2026-01-05');
  await house.close();
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const store = await openStore(folder);
    if (attempt === 1) await enqueue(store, poison);
    await store.db.updateTable('jobs').set({ state: 'queued' }).where('state', '=', 'running').execute();
    expect(await takeJob(store)).not.toBeNull();
    await store.close();
  }
  house = await openHouse(folder);
  await house.call('POST', `/api/cases/${good}/check`);
  await until('done', good);
  const { summary } = (await house.call('GET', `/api/cases/${poison}`)).json;
  expect(summary).toMatchObject({ state: 'failed', files: 1 });
  expect(summary.message).toContain('已试 3 次');
});

test('a crash of the checker is tried three times, then shown, and never as a result', async () => {
  const id = await caseWith('crash');
  await house.call('POST', `/api/cases/${id}/check`);
  await until('failed', id);
  expect(house.complaints.filter((line) => line.includes('the parser fell over'))).toHaveLength(3);
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.score).toBeNull();
  expect(json.summary.message).not.toContain('fell over');
});

test('a cancelled check stays cancelled, also after a restart, and writes nothing', async () => {
  const id = await caseWith('hold');
  await house.call('POST', `/api/cases/${id}/check`);
  await until('reading', id);
  expect((await house.call('POST', `/api/cases/${id}/cancel`)).json.case.state).toBe('cancelled');
  expect((await house.call('POST', `/api/cases/${id}/cancel`)).status).toBe(409);
  house.checker.release();
  await reopen();
  await house.services.runner.idle();
  expect(await stateOf(id)).toBe('cancelled');
  expect((await house.call('GET', `/api/cases/${id}`)).json.record).toBeNull();
});

test('whoever lost the job may not store a result any more', async () => {
  const id = await caseWith('!');
  await house.close();
  const store = await openStore(folder);
  try {
    await enqueue(store, id);
    const job = await takeJob(store);
    if (job === null) throw new Error('no job was queued');
    await cancel(store, id);
    expect(await finishUnreadable(store, job, [])).toBe(false);
    await enqueue(store, id);
    expect(await takeJob(store)).not.toBeNull();
    expect(await finishUnreadable(store, job, [])).toBe(false);
    expect(await advance(store, job, 'checking')).toBe(false);
  } finally {
    await store.close();
    house = await openHouse(folder);
  }
});

test('a check under way at a clean stop is taken up at the next start', async () => {
  const id = await caseWith('hold');
  await house.call('POST', `/api/cases/${id}/check`);
  await until('reading', id);
  await reopen();
  house.checker.release();
  await until('done', id);
  const job = await house.services.store.db.selectFrom('jobs').select('attempts').executeTakeFirstOrThrow();
  expect(job.attempts).toBe(1);
});

test('checking anew breaks off the old run; one result, from the files as they are now', async () => {
  const id = await caseWith('hold');
  await house.call('POST', `/api/cases/${id}/check`);
  await until('reading', id);
  await house.put(id, 'b.txt', 'filing.date=2026-01-05');
  await house.call('POST', `/api/cases/${id}/check`);
  house.checker.release();
  await until('done', id);
  expect((await house.call('GET', `/api/cases/${id}`)).json.documents).toHaveLength(2);
  const checks = await house.services.store.db.selectFrom('checks').select('id').execute();
  expect(checks).toHaveLength(1);
  expect(house.complaints).toEqual([]);
});

test('removing a case while it is read ends the run', async () => {
  const id = await caseWith('hold');
  await house.call('POST', `/api/cases/${id}/check`);
  await until('reading', id);
  expect((await house.call('DELETE', `/api/cases/${id}`)).status).toBe(204);
  await house.services.runner.idle();
  expect((await house.call('GET', '/api/cases')).json.cases).toEqual([]);
  expect(house.complaints).toEqual([]);
});

test('watchers hear each change of a case and its removal', async () => {
  const watching = await house.app.request('http://localhost:8080/api/events');
  expect(watching.headers.get('content-type')).toContain('text/event-stream');
  const heard: string[] = [];
  const listening = (async () => {
    const decoder = new TextDecoder();
    for await (const bytes of watching.body as unknown as AsyncIterable<Uint8Array>) {
      const value = decoder.decode(bytes);
      for (const [, event, data] of value.matchAll(/event: (\w+)\ndata: (.*)\n/gu)) {
        const { id, state } = JSON.parse(data ?? '');
        heard.push(`${event} ${id} ${state}`);
      }
    }
  })();
  const id = await caseWith('filing.date=2026-01-05');
  await house.call('POST', `/api/cases/${id}/check`);
  await house.services.runner.idle();
  await expect.poll(() => heard.at(-1)).toBe(`case ${id} done`);
  await house.call('DELETE', `/api/cases/${id}`);
  await expect.poll(() => heard.at(-1)).toBe(`removed ${id} undefined`);
  expect(heard).toContain(`case ${id} queued`);
  await reopen();
  await listening;
});
