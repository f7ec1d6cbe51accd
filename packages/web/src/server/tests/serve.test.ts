import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Listening, listen } from '../serve.ts';
import { fakeChecker, fakeLibrary, fakeReports, noLaw, noSamples } from './fake.ts';
import { dropFolder, newFolder } from './house.ts';

let folder: string;
let server: Listening | null = null;

const parts = async () => ({
  checker: fakeChecker(),
  library: fakeLibrary,
  law: noLaw,
  samples: noSamples,
  reports: fakeReports,
});

beforeEach(() => {
  folder = newFolder();
});

afterEach(async () => {
  await server?.close();
  server = null;
  dropFolder(folder);
});

const start = async (host = '127.0.0.1') => {
  server = await listen({ host, port: 0, data: folder }, parts);
  return server.url;
};

async function newCase(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"甲"}',
  });
  return (await answer.json()).case.id;
}

test.each(['0.0.0.0', '::', '192.168.1.5', 'example.com', '127.0.0.1.example.com', ''])(
  '%j is not listened on',
  async (host) => {
    await expect(listen({ host, port: 0, data: folder }, parts)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('目前只能在本机使用'),
    });
  },
);

test('a port taken is said in words', async () => {
  const url = await start();
  const port = Number(new URL(url).port);
  const other = newFolder();
  await expect(listen({ host: '127.0.0.1', port, data: other }, parts)).rejects.toMatchObject({
    exitCode: 2,
    message: `端口 ${port} 已被别的程序占用，请用 --port 指定另一个端口。`,
  });
  const free = await listen({ host: '127.0.0.1', port: 0, data: other }, parts); // the folder was let go
  await free.close();
  dropFolder(other);
});

test('a refused upload does not spoil the next request on the line', async () => {
  const url = await start();
  const id = await newCase(url);
  const refused = await fetch(`${url}/api/cases/${id}/check?x=1`, { method: 'POST' });
  expect(refused.status).toBe(400);
  const huge = await fetch(`${url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: new Uint8Array(11 * 1024 * 1024),
  }).catch((error: Error) => error);
  if (huge instanceof Response) expect(huge.status).toBe(413); // or the line was closed while we still sent
  expect((await fetch(`${url}/api/cases`)).status).toBe(200);
});

test('a file cut off on its way is not stored', async () => {
  const url = await start();
  const id = await newCase(url);
  const { hostname, port } = new URL(url);
  for (const head of ['Content-Length: 1000', 'Transfer-Encoding: chunked']) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(`PUT /api/cases/${id}/files?name=a.pdf HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${head}\r\n\r\n`);
        socket.write(head.startsWith('T') ? 'a\r\n0123456789\r\n' : '0123456789');
        setTimeout(() => socket.destroy(), 50);
      });
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  const detail = await (await fetch(`${url}/api/cases/${id}`)).json();
  expect(detail.files).toEqual([]);
});

test('closing ends open event streams', async () => {
  const url = await start();
  const events = await fetch(`${url}/api/events`);
  await server?.close();
  server = null;
  await expect(
    events.text().then(
      () => 'ended',
      () => 'ended',
    ),
  ).resolves.toBe('ended');
});
