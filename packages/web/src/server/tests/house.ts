import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TSchema } from 'typebox';
import { createApp, routesOf } from '../app.ts';
import type { Checker, Library } from '../checker.ts';
import { failure } from '../contract/shape.ts';
import { isMedia } from '../http/route.ts';
import { ajv } from '../http/valid.ts';
import { Hub } from '../hub.ts';
import { Runner } from '../jobs/runner.ts';
import type { LawLibrary } from '../law.ts';
import type { ReportShelf } from '../reports/shelf.ts';
import { Reviewing } from '../reviewing.ts';
import type { SampleShelf } from '../samples.ts';
import type { Services } from '../services.ts';
import { openStore } from '../store/open.ts';
import { type FakeChecker, fakeChecker, fakeLibrary, fakeReports, noLaw, noSamples } from './fake.ts';

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'anjuan-server-'));
}

export function dropFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export interface House {
  readonly services: Services;
  readonly app: ReturnType<typeof createApp>;
  /** The fake one, unless the test brought its own. */
  readonly checker: FakeChecker;
  /** Errors of ours that were reported. */
  readonly complaints: string[];
  /** A request; a JSON answer is held against the contract. */
  call(method: string, address: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  put(id: string, name: string, bytes: string | Uint8Array): Promise<Reply>;
  /** A case with these files, checked. */
  checked(files: Readonly<Record<string, string | Uint8Array>>): Promise<string>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape; the contract is checked on the way
  readonly json: any;
  readonly text: string;
}

/** The server on a data folder, with the fake checker behind it and no socket. */
export async function openHouse(
  folder: string,
  {
    page = null,
    fileLimit = 1_000_000,
    samples = noSamples,
    checker = fakeChecker(),
    library = fakeLibrary,
    law = noLaw,
    reports = fakeReports,
  }: {
    page?: string | null;
    fileLimit?: number;
    samples?: SampleShelf;
    checker?: FakeChecker | Checker;
    library?: Library;
    law?: LawLibrary;
    reports?: ReportShelf;
  } = {},
): Promise<House> {
  const store = await openStore(folder);
  const hub = new Hub();
  const complaints: string[] = [];
  const complain = (message: string, error: unknown) => complaints.push(`${message}: ${String(error)}`);
  const runner = new Runner(store, checker, hub, complain);
  const closing = new AbortController();
  const services: Services = {
    version: '0.0.0',
    store,
    checker,
    library,
    law,
    hub,
    runner,
    reviewing: new Reviewing(store, checker, library),
    samples,
    reports,
    page,
    fileLimit,
    complain,
    closing: closing.signal,
  };
  const app = createApp(services);
  const routes = routesOf(services);
  await runner.start();

  const call: House['call'] = async (method, address, body, headers = {}) => {
    const response = await app.request(`http://localhost:8080${address}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return reply(response, method, address);
  };
  const reply = async (response: Response, method: string, address: string): Promise<Reply> => {
    const text = await response.text();
    const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json');
    const json = isJson ? JSON.parse(text) : null;
    const schema = schemaFor(method, address, response.status);
    if (isJson && schema !== null && !ajv.validate(schema, json)) {
      throw new Error(`${method} ${address}: the answer breaks the contract: ${ajv.errorsText(ajv.errors)}`);
    }
    return { status: response.status, headers: response.headers, json, text };
  };
  const schemaFor = (method: string, address: string, status: number): TSchema | null => {
    if (status >= 400) return failure;
    const pathname = address.split('?')[0] ?? '';
    const route = routes.find(
      (one) =>
        one.method === method.toLowerCase() &&
        new RegExp(`^${one.path.replace(/:\w+/gu, '[^/]+').replace('.', '\\.')}$`, 'u').test(pathname),
    );
    const answer = route?.answers[status];
    if (answer === undefined) throw new Error(`${method} ${address}: status ${status} is not in the contract`);
    return answer === null || isMedia(answer) ? null : answer;
  };
  const put: House['put'] = async (id, name, bytes) => {
    const address = `/api/cases/${id}/files?name=${encodeURIComponent(name)}`;
    const response = await app.request(`http://localhost:8080${address}`, {
      method: 'PUT',
      body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    });
    return reply(response, 'PUT', address);
  };
  return {
    services,
    app,
    checker: checker as FakeChecker,
    complaints,
    call,
    put,
    async checked(files) {
      const { json } = await call('POST', '/api/cases', { name: '测试案卷' });
      for (const [name, text] of Object.entries(files)) await put(json.case.id, name, text);
      await call('POST', `/api/cases/${json.case.id}/check`);
      await runner.idle();
      return json.case.id;
    },
    async close() {
      closing.abort();
      await runner.close();
      await store.close();
    },
  };
}
