import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textPdf } from '../../packages/intake/src/tests/fixtures.ts';
import { type Desk, noBrowser, openDesk, overflow } from './desk.ts';

const paper = (name: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from('行政处罚决定书\n云某罚〔2030〕1号\n当事人：某某有限公司\n决定：罚款五千元。\n'),
});

describe.skipIf(noBrowser !== null)(
  `what goes wrong, in a browser${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  { timeout: 120_000 },
  () => {
    let desk: Desk;
    let page: Page;
    beforeAll(async () => {
      desk = await openDesk();
      page = await desk.open('/');
    }, 120_000);
    afterAll(() => desk?.close());

    const row = (name: string) => page.locator('tbody tr').filter({ hasText: name });

    test('a file that did not arrive is known after a reload too, and the case is completed and checked', async () => {
      await page.route('**/api/cases/*/files*', (request) =>
        decodeURIComponent(request.request().url()).includes('乙.txt') ? request.abort() : request.continue(),
      );
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([paper('甲.txt'), paper('乙.txt')]);
      await page.getByRole('dialog').getByRole('button').first().click();
      await page.getByRole('button', { name: '再传一次' }).waitFor();
      await page.reload();
      await row('甲.txt').getByText('还差 1 个：乙.txt').waitFor();
      expect(await row('甲.txt').getByRole('button', { name: '取消' }).count()).toBe(0);
      await page.unroute('**/api/cases/*/files*');
      await row('甲.txt')
        .locator('input[type=file]')
        .setInputFiles([paper('乙.txt')]);
      await row('甲.txt').getByText('已检查').waitFor();
    });

    test('a table of unknown headings is no paper; what its columns are is said by hand, and each row is a case', async () => {
      const table = {
        name: '丙表.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('戊,己,庚\nB-1,丁公司,5\nB-1,戊公司,-6\n'),
      };
      await page.locator('input[type=file]').first().setInputFiles([table]);
      await row('丙表.csv').getByText('逐列选明后建立案卷').waitFor();
      await page.getByRole('link', { name: '丙表.csv' }).click();
      const make = page.getByRole('button', { name: '每行建立一个案卷并检查' });
      await make.waitFor();
      expect(await make.isDisabled()).toBe(true);
      await page.getByLabel('“戊”对应的事实').selectOption('id');
      await page.getByLabel('“己”对应的事实').selectOption('party.name');
      await make.click();
      await page.getByText('已建立 2 个案卷').waitFor();
    });

    test('of a PDF that only its remains were read from the words are shown, and of a text that goes over into rubbish both', async () => {
      const sound = textPdf(['Hello world']);
      const cut = sound.subarray(0, sound.lastIndexOf('trailer', undefined, 'latin1'));
      await page.goto(`${desk.url}/`);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([{ name: '残卷.pdf', mimeType: 'application/pdf', buffer: cut }]);
      await row('残卷.pdf').getByText('已检查').waitFor();
      await page.getByRole('link', { name: '残卷.pdf' }).click();
      await page.getByText('此页的图像无法显示，下面是从中读出的文字').waitFor();
      await page.getByText('Hello world').first().waitFor();
      await page.goto(`${desk.url}/`);
      const rubbish = paper('半文.txt').buffer.toString('latin1').repeat(4);
      const half = Buffer.concat([paper('半文.txt').buffer, Buffer.from(rubbish)]);
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([{ ...paper('半文.txt'), buffer: half }]);
      await row('半文.txt').getByText('可能没有读全').first().waitFor();
      await page.goto(`${desk.url}/`);
      await row('半文.txt').getByRole('link').first().click();
      await page.getByText('此页可能没有读全').first().waitFor();
      await page.getByText('当事人：某某有限公司').first().waitFor();
    });

    test('the list of what went wrong fits a small window', async () => {
      await page.setViewportSize({ width: 1024, height: 800 });
      await page.goto(`${desk.url}/`);
      // Its rows may name the table too, in what is told of them.
      await row('丙表.csv').first().waitFor();
      expect(await overflow(page)).toBe(0);
    });
  },
);
