import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readRules } from '@anjuan/core/node';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillStore } from '../../samples/batch/fill.ts';
import { inventResults } from '../../samples/batch/invent.ts';
import { barriers, type Desk, noBrowser, openDesk, overflow } from './desk.ts';

describe.skipIf(noBrowser !== null)(
  `the batch pages in a browser${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  { timeout: 120_000 },
  () => {
    const data = mkdtempSync(path.join(tmpdir(), 'anjuan-batches-'));
    let desk: Desk;
    let page: Page;
    beforeAll(async () => {
      await fillStore(data, inventResults(await readRules(), { cases: 40, pending: 0.2 }));
      desk = await openDesk(data);
      page = await desk.open('/batches');
    }, 120_000);
    afterAll(async () => {
      await desk?.close();
      rmSync(data, { recursive: true, force: true });
    });

    test('a batch is made of the checked cases, and its page shows their figures', async () => {
      await page.getByRole('button', { name: '新建批次' }).click();
      await page.getByRole('button', { name: '建立批次' }).click();
      await page.getByText('请写名称').waitFor();
      await page.getByLabel('名称', { exact: true }).fill('2026年上半年案卷评查');
      await page.getByLabel('评查机关').fill('清源县司法局');
      await page.getByLabel('应有的单位').fill('清源县水利局');
      await page.getByRole('button', { name: '建立批次' }).click();
      await page.getByRole('heading', { name: '2026年上半年案卷评查' }).waitFor();
      await page.getByRole('button', { name: /^评查案卷 40件/u }).waitFor();
      await page.getByText('没有案卷的单位：清源县水利局').waitFor();
    });

    test('a figure opens the files behind it, and a file opens at the problem', async () => {
      const first = page.getByRole('button', { name: /^程序问题 \d+个/u }).first();
      const number = Number((await first.textContent()) ?? '');
      await first.click();
      const drawer = page.getByRole('complementary', { name: '所依据的案卷' });
      await drawer.waitFor();
      const problems = drawer.locator('a[href*="#"]');
      expect(await problems.count()).toBe(number);
      expect(await problems.first().getAttribute('href')).toMatch(/^\/cases\/.+#.+/u);
      await page.keyboard.press('Escape');
      await expect.poll(() => drawer.count()).toBe(0);
      expect(await first.evaluate((element) => element === document.activeElement)).toBe(true);
    });

    test('a document is written after its personal data was shown', async () => {
      await page.getByRole('button', { name: '生成文书' }).click();
      await page.getByRole('button', { name: '检查个人信息' }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByText(/遮盖为/u)
        .first()
        .waitFor();
      const saved = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '生成', exact: true }).click();
      const file = await saved;
      expect(file.suggestedFilename()).toBe('评查通报.docx');
      expect(
        readFileSync((await file.path()) ?? '')
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      expect(await barriers(page)).toEqual([]);
      await dialog.getByRole('button', { name: '关闭' }).click();
    });

    test('an export that is lost with the program is begun again by itself', async () => {
      const answers: (() => { status: number; body: string } | null)[] = [
        () => null,
        () => ({ status: 404, body: JSON.stringify({ error: { code: 'no-such-export', message: '没有这次导出' } }) }),
      ];
      await page.route('**/api/exports/*', (request) => {
        const next = answers.shift();
        const answer = next?.();
        if (next === undefined) return request.continue();
        return answer == null ? request.abort() : request.fulfill({ ...answer, contentType: 'application/json' });
      });
      await page.getByRole('button', { name: '生成文书' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '检查个人信息' }).click();
      const saved = page.waitForEvent('download');
      await dialog.getByRole('button', { name: '生成', exact: true }).click();
      await dialog.getByText('恢复后会自动重新生成').waitFor();
      expect((await saved).suggestedFilename()).toBe('评查通报.docx');
      expect(answers).toEqual([]);
      await page.unroute('**/api/exports/*');
      await dialog.getByRole('button', { name: '关闭' }).click();
      // The two answers above, repeated by the console.
      const own = desk.complaints.filter((one) => !/404|ERR_FAILED/u.test(one));
      desk.complaints.splice(0, desk.complaints.length, ...own);
    });

    test("a bureau's words are previewed; a mistake names its line", async () => {
      const words = await desk.open('/report-phrases');
      await words.getByLabel('本机关的文字').fill('to: 各乡镇人民政府\nno.such: 一');
      await words.getByRole('button', { name: '保存' }).click();
      await words.getByText(/本机关文字:2/u).waitFor();
      await words.getByLabel('本机关的文字').fill('to: 各乡镇人民政府');
      await words.getByRole('button', { name: '预览' }).click();
      await words.frameLocator('iframe').getByText('各乡镇人民政府：').waitFor();
      expect(await barriers(words)).toEqual([]);
      await words.close();
    });

    test('no barrier for keyboard or screen reader, nothing wider than the window, nothing in the console', async () => {
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await barriers(page)).toEqual([]);
        expect(await overflow(page)).toBe(0);
      }
      // The refused phrases are one answer of 400, which the console repeats.
      expect(desk.complaints.filter((one) => !one.includes('400'))).toEqual([]);
    });
  },
);
