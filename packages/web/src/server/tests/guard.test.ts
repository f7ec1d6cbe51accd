import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { routesOf } from '../app.ts';
import { ajv } from '../http/valid.ts';
import { dropFolder, type House, newFolder, openHouse } from './house.ts';

let folder: string;
let house: House;

beforeEach(async () => {
  folder = newFolder();
  const page = path.join(folder, 'dist');
  mkdirSync(path.join(page, 'assets'), { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<!doctype html><title>案卷</title>');
  writeFileSync(path.join(page, 'assets/index-a1b2c3.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'canary');
  house = await openHouse(path.join(folder, 'data'), { page, fileLimit: 1000 });
});

afterEach(async () => {
  await house.close();
  dropFolder(folder);
});

test.each([
  ['POST', { origin: 'https://evil.example' }],
  ['POST', { origin: 'null' }],
  ['POST', { origin: 'http://localhost:9999' }],
  ['POST', { 'sec-fetch-site': 'cross-site' }],
  ['POST', { 'sec-fetch-site': 'same-site' }],
  ['GET', { 'sec-fetch-site': 'cross-site' }],
  ['GET', { host: 'evil.example' }],
  ['GET', { host: '127.0.0.1.evil.example:8080' }],
  ['GET', { host: 'localhost.evil.example' }],
])('%s with %j is refused', async (method, headers) => {
  const body = method === 'POST' ? { name: '甲' } : undefined;
  const { status, json } = await house.call(method, '/api/cases', body, headers as Record<string, string>);
  expect(status).toBe(403);
  expect(json.error.message).toMatch(/^(?:拒绝来自其他网站的请求|只接受本机地址的访问)。$/u);
  expect((await house.call('GET', '/api/cases')).json.cases).toEqual([]);
});

test.each([
  { origin: 'http://localhost:8080', host: 'localhost:8080', 'sec-fetch-site': 'same-origin' },
  { origin: 'http://127.0.0.1:8080', host: '127.0.0.1:8080' },
  { origin: 'http://[::1]:8080', host: '[::1]:8080' },
])('our own page gets through: %j', async (headers) => {
  expect((await house.call('POST', '/api/cases', { name: '甲' }, headers as Record<string, string>)).status).toBe(201);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'Text/Plain'])(
  'JSON sent as %s is refused',
  async (type) => {
    const { status } = await house.call('POST', '/api/cases', '{"name":"甲"}', { 'content-type': type });
    expect(status).toBe(415);
  },
);

test('a GET changes nothing', async () => {
  const id = await house.checked({ 'a.txt': 'x' });
  for (const address of [`/api/cases/${id}/check`, `/api/cases/${id}/cancel`, '/api/samples/x']) {
    expect((await house.call('GET', address)).status, address).toBe(404);
  }
});

test.each([
  ['{"name":"甲","score":100}', 'score'],
  ['{"name":"甲","id":"x"}', 'id'],
  ['{"name":"甲","__proto__":{"polluted":1}}', '__proto__'],
  ['{"name":"甲","name":"乙"}', 'name'],
  ['{"name":"甲","\\u006eame":"乙"}', 'name'],
  ['{}', 'name'],
  ['{"name":""}', 'name'],
  ['{"name":1}', 'name'],
  ['{"name":"a\\u0000b"}', 'name'],
  ['{"name":"\\ud800"}', 'name'],
  [`{"name":"${'长'.repeat(256)}"}`, 'name'],
])('the body %s is refused by its field', async (body, field) => {
  const { status, json } = await house.call('POST', '/api/cases', body);
  expect([status, json.error.field]).toEqual([400, field]);
  expect(json.error.message).toMatch(/\p{Script=Han}/u);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test.each([['[1,2]'], ['null'], ['{'], [''], ['['.repeat(200_000)], [`{"name":${'['.repeat(70)}${']'.repeat(70)}}`]])(
  'no JSON object: %.20s',
  async (body) => {
    expect((await house.call('POST', '/api/cases', body)).status).toBe(400);
  },
);

test('facts of a list take no keys that reach into prototypes', async () => {
  const id = await house.checked({ 'a.txt': 'x' });
  const body = '{"value":[{"name":"甲","constructor":{"a":1}}],"reason":"x"}';
  const { status, json } = await house.call('PUT', `/api/cases/${id}/facts/officers%5B%5D`, body);
  expect([status, json.error.field]).toEqual([400, 'value.0.constructor']);
});

test.each(['/api/cases?sort=name;drop', '/api/cases?__proto__[x]=1', '/api/samples?a=1'])(
  'unknown query: %s',
  async (address) => {
    const { status, json } = await house.call('GET', address);
    expect([status, json.error.code]).toEqual([400, 'unknown-field']);
  },
);

test.each(["' OR 1=1--", '%25', '_', '%22*', 'NEAR(', '..%2F..', '%00'])(
  'a case called %s is just not there',
  async (id) => {
    expect((await house.call('GET', `/api/cases/${encodeURIComponent(id)}`)).status).toBe(404);
  },
);

test.each([
  '//etc/passwd',
  '/assets/..%2F..%2Fsecret.txt',
  '/assets/%2e%2e/%2e%2e/secret.txt',
  '/..;/secret.txt',
  '/assets/..\\..\\secret.txt',
  '/%252e%252e/secret.txt',
  '/assets%2Findex-a1b2c3.js',
  '/ASSETS/index-a1b2c3.js',
  '/assets/index-a1b2c3.js.',
  '/assets//index-a1b2c3.js',
  '/assets/',
  '/secret.txt',
])('the address %s names no file', async (address) => {
  const response = await house.app.request(`http://localhost:8080${address}`);
  expect(response.status).toBe(404);
  expect(await response.text()).not.toContain('canary');
});

test('the page and its parts, with what a browser needs to be told', async () => {
  const page = await house.app.request('http://localhost:8080/cases/3f2a');
  expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>案卷</title>']);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
      "font-src 'self'; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  );
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const part = await house.app.request('http://localhost:8080/assets/index-a1b2c3.js');
  expect(part.headers.get('cache-control')).toContain('immutable');
  expect(part.headers.get('content-type')).toContain('text/javascript');
  expect((await house.app.request('http://localhost:8080/api/cases')).headers.get('cache-control')).toBe('no-store');
});

test('bytes are counted as they arrive, whatever is announced', async () => {
  const id = await house.checked({ 'a.txt': 'x' });
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 400;
      controller.enqueue(new Uint8Array(400));
    },
  });
  const response = await house.app.request(
    new Request(`http://localhost:8080/api/cases/${id}/files?name=big.pdf`, {
      method: 'PUT',
      body: endless,
      duplex: 'half',
    } as RequestInit),
  );
  expect([response.status, response.headers.get('connection')]).toEqual([413, 'close']);
  expect(sent).toBeLessThan(4000);
  expect((await house.call('GET', `/api/cases/${id}`)).json.files).toHaveLength(1);
  const announced = await house.call('POST', '/api/cases', '{}', { 'content-length': String(11 * 1024 * 1024) });
  expect(announced.status).toBe(413);
});

test('a body shorter than announced is not stored', async () => {
  const id = await house.checked({ 'a.txt': 'x' });
  const response = await house.app.request(`http://localhost:8080/api/cases/${id}/files?name=b.txt`, {
    method: 'PUT',
    headers: { 'content-length': '100' },
    body: 'short',
  });
  expect(response.status).toBe(400);
  expect((await house.call('GET', `/api/cases/${id}`)).json.files).toHaveLength(1);
});

test('hostile names are kept as words', async () => {
  const id = await house.checked({ 'a\r\nX-Evil: 1/../<script>.pdf': 'x' });
  const { json } = await house.call('GET', `/api/cases/${id}`);
  expect(json.files[0].name).toBe('aX-Evil: 1/<script>.pdf');
  const { headers } = await house.call('GET', `/api/cases/${id}/files/${json.files[0].id}`);
  expect(headers.get('x-evil')).toBeNull();
});

test('an error of ours is reported here and not shown there', async () => {
  await house.services.store.db.schema.dropTable('rulings').execute();
  const id = await house.call('POST', '/api/cases', { name: '甲' });
  const { status, json } = await house.call('GET', `/api/cases/${id.json.case.id}`);
  expect([status, json.error]).toEqual([500, { code: 'our-fault', message: '程序内部出错，操作没有完成。' }]);
  expect(house.complaints.join()).toContain('no such table');
});

test('the description names every route with schemas that compile', async () => {
  const { json } = await house.call('GET', '/api/openapi.json');
  expect(json.openapi).toBe('3.1.0');
  const described = Object.entries(json.paths as Record<string, object>).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => `${method} ${address}`),
  );
  const served = routesOf(house.services).map((one) => `${one.method} ${one.path.replace(/:(\w+)/gu, '{$1}')}`);
  expect(described.sort()).toEqual(served.sort());
  const ids = Object.values(json.paths).flatMap((methods) =>
    Object.values(methods as Record<string, { operationId: string }>).map((operation) => operation.operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const schemas = JSON.stringify(json).matchAll(/"schema":(?=\{)/gu);
  expect([...schemas].length).toBeGreaterThan(30);
  const detail = json.paths['/api/cases/{id}'].get.responses['200'].content['application/json'].schema;
  expect(() => ajv.compile(detail)).not.toThrow();
});
