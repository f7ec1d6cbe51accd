import path from 'node:path';
import { LawTexts } from '@anjuan/web';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, type Desk, noBrowser, openDesk, overflow } from './desk.ts';

const samples = path.resolve(import.meta.dirname, '../../samples/files');

describe.skipIf(noBrowser !== null)(
  `the page in a browser${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  { timeout: 120_000 },
  () => {
    let desk: Desk;
    let page: Page;
    beforeAll(async () => {
      desk = await openDesk();
      page = await desk.open('/');
    }, 120_000);
    afterAll(() => desk?.close());

    test('an empty list offers the samples; one is read, checked and scored while one looks on', async () => {
      await page.getByRole('button', { name: '打开 丰乐农资' }).first().click();
      const row = page.locator('tbody tr').filter({ hasText: '丰乐农资' });
      await row.getByText('已检查').waitFor();
      expect(await row.textContent()).toMatch(/严重 \d/u);
    });

    test('a file that cannot be read says so in one sentence and does not stop the others', async () => {
      const input = page.locator('input[type=file]').first();
      await input.setInputFiles([
        { name: '损坏.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing follows') },
        { name: '空.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
        {
          name: '决定书.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('行政处罚决定书\n某市监罚〔2025〕1号\n当事人：某某有限公司\n'),
        },
      ]);
      await page.getByRole('dialog').getByRole('button').nth(1).click();
      for (const name of ['损坏', '空']) {
        const row = page.locator('tbody tr').filter({ hasText: `${name}` });
        await row.getByText('无法读取', { exact: true }).waitFor();
      }
      await page.locator('tbody tr').filter({ hasText: '决定书' }).first().getByText('已检查').waitFor();
    });

    test('a finding turns to its page and place; j and k walk the findings', async () => {
      await page.getByRole('link', { name: '丰乐农资' }).first().click();
      await page.locator('article').first().waitFor();
      await page.locator('[data-page] canvas').first().waitFor();
      // Only the chosen finding shows its advice.
      const chosen = () => page.locator('article', { hasText: '建议' }).first().textContent();
      const first = await chosen();
      await page.keyboard.press('j');
      await expect.poll(chosen).not.toBe(first);
      // The first finding is of a paper that is not there; the second has words to mark.
      const marks = page.locator('[data-page] > div[style*="left"]');
      await expect.poll(() => marks.count(), { timeout: 10_000 }).toBeGreaterThan(0);
      await expect.poll(() => inWindow(page), { timeout: 10_000 }).toBe(true);
      await page.keyboard.press('k');
      await expect.poll(chosen).toBe(first);
    });

    test('the chosen finding unfolds to the text of the version of its day, by keyboard', async () => {
      const card = page.locator('article', { hasText: '建议' }).first();
      const cited = (name: string) => card.locator('p', { has: page.getByRole('link', { name }) }).first();
      await page.locator('article', { hasText: '行政处罚法第' }).first().locator('b').click();
      const button = cited('行政处罚法第').getByRole('button', { name: '条文' });
      await button.press('Enter');
      await cited('行政处罚法第').getByText('没有导入').waitFor();
      expect(await cited('行政处罚法第').textContent()).toContain('要点：');
      await button.press('Enter');
      expect(await button.getAttribute('aria-expanded')).toBe('false');
      const articles = Array.from({ length: 86 }, (_, index) => ({
        number: index + 1,
        paragraphs: [{ text: `试验用的第 ${index + 1} 条。`, items: [] }],
      }));
      const law = { law: 'cn.apl', title: '中华人民共和国行政处罚法', source: '试验.md' };
      await new LawTexts(desk.data).save({ ...law, from: '2021-07-15', articles });
      await button.press('Enter');
      await card.getByText(/^试验用的第 \d+ 条。$/u).waitFor();
      expect(await card.locator('blockquote').textContent()).toContain('2021-07-15 起施行的版本');
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await button.press('Enter');
      expect(await card.locator('blockquote').count()).toBe(0);
    });

    test('a corrected fact is checked again at once, and the page says what changed', async () => {
      await page.getByRole('tab', { name: /事实/u }).click();
      const fact = page.locator('[data-fact="decision.date"]');
      await fact.getByRole('button', { name: '更正' }).click();
      await fact.getByLabel('更正为').fill('2025-12-30');
      await fact.getByLabel('依据或理由').fill('核对原件');
      await fact.getByRole('button', { name: '更正' }).last().click();
      await page
        .locator('b')
        .filter({ hasText: /得分 .* → |得分不变/u })
        .waitFor();
      await fact.getByText('核对原件').waitFor();
      await fact.getByRole('button', { name: '撤回' }).click();
      await expect.poll(() => fact.getByText('核对原件').count()).toBe(0);
    });

    test('a finding set aside needs a reason, stays beside the machine, and changes the score', async () => {
      await page.getByRole('tab', { name: /^问题/u }).click();
      const card = page.locator('article').first();
      await card.click({ position: { x: 12, y: 12 } }); // its middle may be a link to the rule
      await card.getByRole('button', { name: '不成立…' }).click();
      const confirm = card.getByRole('button', { name: '确定不成立' });
      expect(await confirm.isDisabled()).toBe(true);
      await card.getByLabel('理由').fill('另有书面材料证明');
      await confirm.click();
      await page.getByText('另有书面材料证明').first().waitFor();
    });

    test('the printed sheet opens, and nothing is in the way of anyone', async () => {
      const address = new URL(page.url()).pathname;
      const sheets = `${address}/sheet?standards=shenzhen,mee,three-systems`;
      const pages = ['/', address, sheets, `${address}/compare`, '/standards', '/standards/mee'];
      for (const one of pages) {
        for (const width of [1440, 1024]) {
          const other = await desk.open(one, width);
          await other.getByRole('main').or(other.locator('article')).first().waitFor();
          await other.waitForTimeout(400);
          expect([one, width, await overflow(other)]).toEqual([one, width, 0]);
          if (width === 1440) expect([one, await barriers(other)]).toEqual([one, []]);
          await other.close();
        }
      }
    });

    test('the console has nothing to complain about', () => {
      expect(desk.complaints).toEqual([]);
    });

    test('results survive a restart', async () => {
      await desk.restart();
      const again = await desk.open('/');
      await again.locator('tbody tr').filter({ hasText: '丰乐农资' }).getByText('已检查').waitFor();
      await again.close();
    });

    test('a folder of separate papers is one case file', async () => {
      const again = await desk.open('/');
      const folder = path.join(samples, 'separate-pdfs');
      await again.locator('input[type=file]').nth(1).setInputFiles(folder);
      const row = again.locator('tbody tr').filter({ hasText: '谷雨生' });
      await row.getByText('已检查').waitFor({ timeout: 60_000 });
      await again.close();
    });
  },
);

/** Whether some mark stands within the window. */
function inWindow(page: Page): Promise<boolean> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-page] > div[style*="left"]')].some((mark) => {
      const box = mark.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }),
  );
}
