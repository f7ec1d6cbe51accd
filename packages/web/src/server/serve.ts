import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import type { Checker, Library } from './checker.ts';
import { fileLimit } from './http/body.ts';
import { isLoopback } from './http/guard.ts';
import { Hub } from './hub.ts';
import { Runner } from './jobs/runner.ts';
import type { LawLibrary } from './law.ts';
import { UserMistake } from './problems.ts';
import type { ReportShelf } from './reports/shelf.ts';
import { Reviewing } from './reviewing.ts';
import type { SampleShelf } from './samples.ts';
import { openStore } from './store/open.ts';

const root = path.resolve(import.meta.dirname, '../../../..');

export interface Parts {
  readonly checker: Checker;
  readonly library: Library;
  readonly law: LawLibrary;
  readonly samples: SampleShelf;
  readonly reports: ReportShelf;
}

export interface Listening {
  /** Address of the page. */
  readonly url: string;
  /** Stops taking requests, hands running checks back to the queue and closes the store. */
  close(): Promise<void>;
}

/**
 * Opens the data folder and serves page and API. Loopback only until there are accounts. Throws {@link UserMistake} for another address,
 * a port already taken, or a data folder in use.
 */
export async function listen(
  { host, port, data }: { readonly host: string; readonly port: number; readonly data: string },
  partsOf: () => Promise<Parts>,
): Promise<Listening> {
  if (!isLoopback(host)) {
    throw new UserMistake(`目前只能在本机使用：不能监听 ${host}。请用 127.0.0.1（账户和权限完成以前，不对外开放）。`);
  }
  const store = await openStore(data);
  const closing = new AbortController();
  const closers: (() => Promise<void>)[] = [() => store.close()];
  const close = async () => {
    closing.abort();
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const { checker, library, law, samples, reports } = await partsOf();
    closers.push(() => checker.close());
    const hub = new Hub();
    const runner = new Runner(store, checker, hub, complain);
    closers.push(() => runner.close());
    const app = createApp({
      version: await version(),
      store,
      checker,
      library,
      law,
      hub,
      runner,
      reviewing: new Reviewing(store, checker, library),
      samples,
      reports,
      page: path.join(root, 'packages/web/dist'),
      fileLimit,
      complain,
      closing: closing.signal,
    });
    const server = createAdaptorServer({ fetch: app.fetch });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) => reject(listenMistake(error, host, port)));
      server.listen(port, bare(host), resolve);
    });
    closers.push(
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          if ('closeAllConnections' in server) server.closeAllConnections();
        }),
    );
    await runner.start();
    const { port: taken } = server.address() as AddressInfo;
    return { url: `http://${bare(host).includes(':') ? `[${bare(host)}]` : host}:${taken}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listenMistake(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new UserMistake(`端口 ${port} 已被别的程序占用，请用 --port 指定另一个端口。`);
  if (error.code === 'EACCES') return new UserMistake(`没有权限使用端口 ${port}，请用 --port 指定 1024 以上的端口。`);
  if (error.code === 'EADDRNOTAVAIL') return new UserMistake(`本机没有地址 ${host}，请用 127.0.0.1。`);
  return error;
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/u, '$1');
}

async function version(): Promise<string> {
  return JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')).version;
}

/** To standard error, one line an event, whatever characters a name may bring. */
function complain(message: string, error: unknown): void {
  const shown = error instanceof Error ? (error.stack ?? error.message) : String(error);
  console.error(JSON.stringify({ at: new Date().toISOString(), message, error: shown }));
}
