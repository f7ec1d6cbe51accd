import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { type Listening, serve } from '@anjuan/web';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

/** Why the browser tests cannot run here, or null. In CI nothing is skipped: a missing browser fails there. */
export const noBrowser: string | null =
  browserPath === undefined && process.env.CI !== 'true' ? 'no Chromium here: run scripts/setup-system' : null;

/** A browser at the program as a user has it: real rules, real reading, an empty data folder. */
export interface Desk {
  readonly browser: Browser;
  readonly url: string;
  /** The data folder. */
  readonly data: string;
  /** A new page; what its console complains about lands in `complaints`. */
  open(address: string, width?: number): Promise<Page>;
  readonly complaints: string[];
  /** Stops the program and starts it again on the same folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** `filled` is a data folder to begin with; it stays when the desk is closed. */
export async function openDesk(filled?: string): Promise<Desk> {
  if (browserPath === undefined) throw new Error('no Chromium: scripts/setup-system installs it');
  await buildOnce();
  const data = filled ?? mkdtempSync(path.join(tmpdir(), 'anjuan-browser-'));
  let program: Listening = await serve({ host: '127.0.0.1', port: 0, data });
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const complaints: string[] = [];
  return {
    browser,
    data,
    complaints,
    get url() {
      return program.url;
    },
    async open(address, width = 1440) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'zh-CN' });
      page.setDefaultTimeout(20_000);
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(program.url + address);
      return page;
    },
    async restart() {
      await program.close();
      program = await serve({ host: '127.0.0.1', port: 0, data });
    },
    async close() {
      await browser.close();
      await program.close();
      if (filled === undefined) rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Builds the page once for all test files of a run: a build empties the folder from which another file is being served. */
async function buildOnce(): Promise<void> {
  const mark = path.join(root, `node_modules/.cache/anjuan-page-${process.ppid}`);
  mkdirSync(path.dirname(mark), { recursive: true });
  try {
    mkdirSync(mark);
  } catch {
    while (!existsSync(path.join(mark, 'built'))) await wait(200);
    return;
  }
  await build({ root: path.join(root, 'packages/web'), logLevel: 'error' });
  writeFileSync(path.join(mark, 'built'), '');
}

/** What axe finds against WCAG A and AA, one line each. */
export async function barriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
    const { violations } = await (globalThis as any).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    });
    return violations.flatMap((one: { id: string; nodes: { html: string; failureSummary?: string }[] }) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 120)} ${node.failureSummary ?? ''}`),
    );
  });
}

/** How many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
