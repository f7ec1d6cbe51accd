import { createCanvas } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, noBrowser, openDesk } from './desk.ts';

describe.skipIf(noBrowser !== null)(
  `files of text in a browser${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  { timeout: 120_000 },
  () => {
    let desk: Desk;
    let page: Page;
    beforeAll(async () => {
      desk = await openDesk();
      page = await desk.open('/');
    }, 120_000);
    afterAll(() => desk?.close());

    test('pages whose words come in later stay turned to the place of the finding', async () => {
      const record = (day: number): string =>
        `询问笔录\n时间：2025年3月${day}日9时10分至10时00分\n地点：甲县丙路16号\n询问人：王小山、李青\n${'问：情况如何？\n答：属实。\n'.repeat(12)}`;
      const decision = `甲县市场监督管理局\n行政处罚决定书\n甲市监罚〔2025〕5号\n当事人：甲县安泰面粉有限公司\n${'违法事实见卷。\n'.repeat(20)}甲县市场监督管理局\n2025年4月20日`;
      const text = [record(5), record(6), record(7), record(8), decision].join('\n\f\n');
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([{ name: '安泰.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }]);
      await page.locator('tbody tr').first().getByText('已检查').waitFor();
      await page.route('**/pages/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await route.continue();
      });
      await page.locator('tbody tr a').first().click();
      await page.locator('nav ol li button', { hasText: '行政处罚决定书' }).first().click();
      await page.locator('[data-page="1"]', { hasText: '询问笔录' }).waitFor();
      const shown = (): Promise<boolean> =>
        page.evaluate(() => {
          const box = document.querySelector('[data-page="5"]')?.getBoundingClientRect();
          return box !== undefined && box.top < innerHeight / 2 && box.bottom > innerHeight / 2;
        });
      await expect.poll(shown, { timeout: 10_000 }).toBe(true);
      await page.unroute('**/pages/**');
    });

    test('pictures of pages lie in one pile in the order of their numbers, and the one in view is named', async () => {
      const sheet = (shade: string): Buffer => {
        const canvas = createCanvas(826, 1169);
        const context = canvas.getContext('2d');
        context.fillStyle = '#fff';
        context.fillRect(0, 0, 826, 1169);
        context.fillStyle = shade;
        context.fillRect(100, 100, 600, 40);
        return canvas.toBuffer('image/png');
      };
      await page.goto(`${desk.url}/`);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(
          ['页10.png', '页9.png', '页8.png'].map((name, at) => ({
            name,
            mimeType: 'image/png',
            buffer: sheet(`rgb(${at * 40}, 0, 0)`),
          })),
        );
      await page.getByRole('dialog').getByRole('button').first().click();
      await page.locator('tbody tr a', { hasText: '页' }).first().click();
      const piled = page.locator('[data-file] [data-page="1"]');
      await expect.poll(() => piled.count(), { timeout: 30_000 }).toBe(3);
      const sources = (): Promise<string[]> =>
        page.evaluate(() =>
          [...document.querySelectorAll('[data-file]')].map((one) => (one as HTMLElement).dataset.file ?? ''),
        );
      expect(new Set(await sources()).size).toBe(3);
      await piled.nth(2).scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector('[role=region]')?.scrollBy(0, 4000));
      await expect
        .poll(() => page.locator('section > div > b').first().textContent(), { timeout: 10_000 })
        .toBe('页10.png');
    });
  },
);
