import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, type Desk, noBrowser, openDesk, overflow } from './desk.ts';

if (noBrowser !== null) console.warn(noBrowser);

describe.skipIf(noBrowser !== null)('the pages on the law', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  }, 120_000);
  afterAll(() => desk.close());

  test('the library filters by type, law and theme, and runs the cases of the rule that is open', async () => {
    const page = await desk.open('/rules');
    const count = async () =>
      Number(((await page.locator('[aria-live=polite].quiet').first().textContent()) ?? '').replace(/\D/gu, ''));
    await page.waitForSelector('main li');
    const all = await count();
    expect(all).toBeGreaterThan(100);
    await page.getByLabel('全部法律').selectOption('cn.cel');
    const ofLaw = await count();
    expect(ofLaw).toBeLessThan(all);
    expect(ofLaw).toBeGreaterThan(2);
    await page.getByLabel('全部主题').selectOption('citations');
    expect(await count()).toBe(6);
    await page.getByRole('button', { name: '清除筛选' }).click();
    expect(await count()).toBe(all);
    await page.getByRole('searchbox').fill('APL-60-1');
    await page
      .getByRole('link', { name: /APL-60-1/u })
      .first()
      .click();
    await page.waitForSelector('article h1');
    const ticks = await page.locator('article table tr').count();
    expect(ticks).toBeGreaterThan(8);
    expect(await page.locator('article table tr', { hasText: '✓' }).count()).toBe(ticks);
    expect(await barriers(page)).toEqual([]);
    await page.close();
  }, 60_000);

  test('coverage names what checks each requirement and leads to the rule', async () => {
    const page = await desk.open('/coverage');
    await page.waitForSelector('table tbody tr');
    expect(await page.locator('table tbody tr').count()).toBe(11);
    await page.getByRole('searchbox').fill('PO-146');
    await page.getByRole('link', { name: 'APL-60-1' }).click();
    await page.waitForSelector('article h1');
    expect(page.url()).toContain('/rules/APL-60-1');
    await page.goBack();
    await page.waitForSelector('table tbody tr');
    expect(await barriers(page)).toEqual([]);
    await page.close();
  }, 60_000);

  test('the calculator counts under the law chosen and draws each day', async () => {
    const page = await desk.open('/days');
    await page.getByLabel('起算日').fill('2024-09-09');
    await page.getByRole('button', { name: '计算' }).click();
    await page.waitForSelector('caption');
    const result = page.getByRole('region', { name: '最后一日' });
    expect(await result.textContent()).toContain('2024-12-09');
    expect(await result.textContent()).toContain('自 2024-12-08 顺延');
    expect(await page.locator('caption').count()).toBe(4);
    await page.getByLabel('期限', { exact: true }).fill('7');
    await page.getByLabel('条', { exact: true }).fill('61');
    await page.getByRole('button', { name: '计算' }).click();
    await page.getByText('2024-09-19').waitFor();
    expect(await page.locator('td[title="计入 7"]').textContent()).toContain('19');
    expect(await barriers(page)).toEqual([]);
    await page.getByLabel('条', { exact: true }).fill('87');
    await page.getByRole('button', { name: '计算' }).click();
    await page.getByText('没有第 87 条').waitFor();
    desk.complaints.splice(0, desk.complaints.length, ...desk.complaints.filter((one) => !one.includes('400')));
    await page.close();
  }, 60_000);

  test.each(['/rules/APL-60-1', '/coverage', '/days'])(
    '%s fits a narrow screen and complains of nothing',
    async (address) => {
      const page = await desk.open(address, 1024);
      await page.waitForSelector('main h1, main table, main form');
      expect(await overflow(page)).toBe(0);
      await page.close();
      expect(desk.complaints).toEqual([]);
    },
  );
});
