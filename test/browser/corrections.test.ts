import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, type Desk, noBrowser, openDesk, overflow } from './desk.ts';

const sample = path.resolve(import.meta.dirname, '../../samples/files/contradictions');

/** A checking again takes longer on a busy machine than a poll waits by itself. */
const patient = { timeout: 20_000 };

describe.skipIf(noBrowser !== null)(
  `corrections in a browser${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  { timeout: 120_000 },
  () => {
    let desk: Desk;
    let page: Page;
    const contents = (): Promise<string[]> => page.locator('nav ol li button').allTextContents();
    const papers = (): Promise<string | null> => page.locator('nav h2').first().textContent();

    beforeAll(async () => {
      desk = await openDesk();
      page = await desk.open('/');
      const files = readdirSync(sample).filter((name) => name.endsWith('.pdf'));
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles(files.map((name) => path.join(sample, name)));
      await page.locator('tbody tr').first().getByText('已检查').waitFor();
      await page.locator('tbody tr a').first().click();
      await page.locator('article').first().waitFor();
    }, 120_000);
    afterAll(() => desk?.close());

    test('two places that contradict each other lie side by side, each on its mark', async () => {
      await page.getByRole('button', { name: '并排对照' }).first().click();
      const pair = page.getByRole('region', { name: '两处对照' });
      await expect.poll(() => pair.locator('canvas').count(), patient).toBe(2);
      await expect.poll(() => pair.locator('[data-page] > div[style*="left"]').count(), patient).toBe(2);
      expect(await overflow(page)).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '单页查看' }).click();
      await expect.poll(() => pair.count(), patient).toBe(0);
    });

    test('a paper is called something else, and the case is checked again', async () => {
      await page.locator('nav ol li button', { hasText: '送达地址确认书' }).first().click();
      await page.getByRole('button', { name: '本页标注' }).click();
      await page.getByRole('combobox').selectOption({ label: '授权委托书' });
      expect(await barriers(page)).toEqual([]);
      await page.getByRole('button', { name: '从此页起为一份' }).click();
      await expect.poll(contents, patient).toContainEqual(expect.stringContaining('授权委托书人工'));
      await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
      await expect.poll(contents, patient).toContainEqual(expect.stringContaining('送达地址确认书'));
    });

    test('a page is joined to the paper before, set aside and put back', async () => {
      const before = await papers();
      await page.getByRole('button', { name: '并入前一份' }).click();
      await expect.poll(papers, patient).not.toBe(before);
      await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
      await expect.poll(papers, patient).toBe(before);
      await page.getByRole('button', { name: '与本案无关' }).click();
      const aside = page.locator('nav').getByText('与本案无关');
      await aside.waitFor();
      await page.keyboard.press('Escape');
      await page.locator('nav ul').getByRole('button', { name: '撤回' }).click();
      await expect.poll(papers, patient).toBe(before);
    });

    test('the console has nothing to complain about', () => {
      expect(desk.complaints).toEqual([]);
    });
  },
);
