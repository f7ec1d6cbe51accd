import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barriers, type Desk, noBrowser, openDesk, overflow } from './desk.ts';

const roster = [
  '临河县农业农村局执法人员名册',
  '姓名,执法证号,有效期起,有效期止,是否取得法律职业资格',
  '辛志刚,09032130021,2020-06-01,2028-05-31,否',
  '欧阳敏,09032130041,2020-06-01,2028-05-31,是',
  '路遥知,,2020-06-01,2028-05-31,否',
].join('\n');
const major = [
  '执法类别,审核事项,具体标准,施行日期,失效日期',
  '行政处罚,较大数额罚款,对公民处以1万元以上、对法人或者其他组织处以10万元以上罚款,2022-01-01,2024-07-01',
  '行政处罚,较大数额罚款,对公民处以5000元以上、对法人或者其他组织处以5万元以上罚款,2024-07-01,',
].join('\n');

describe.skipIf(noBrowser !== null)(
  `the pages of agency profiles${noBrowser === null ? '' : ` (skipped: ${noBrowser})`}`,
  { timeout: 120_000 },
  () => {
    let desk: Desk;
    let page: Page;
    beforeAll(async () => {
      desk = await openDesk();
      page = await desk.open('/agencies');
    }, 120_000);
    afterAll(() => desk?.close());
    const look = async (name: string) => {
      const folder = process.env.ANJUAN_LOOK;
      if (folder === undefined) return;
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    };

    test('lists are read into a new profile, what was understood and left out is shown, and it is kept', async () => {
      await page.getByText('还没有执法主体档案').waitFor();
      await page.getByRole('button', { name: '新建' }).click();
      await page.locator('input[type=file]').setInputFiles([
        { name: '名册.csv', mimeType: 'text/csv', buffer: Buffer.from(roster) },
        { name: '目录清单.csv', mimeType: 'text/csv', buffer: Buffer.from(major) },
      ]);
      await page.getByText('名册.csv第 5 行：缺少执法证号').waitFor();
      await page.getByText('执法证号 → 执法证号').waitFor();
      await page.getByText('重大执法决定法制审核目录清单，表头在第 1 行').waitFor();
      expect(await page.getByLabel('执法机关名称').inputValue()).toBe('临河县农业农村局');
      await page.getByLabel('行政复议机关').fill('临河县人民政府');
      await page.getByLabel('行政复议机关').press('Tab');
      await look('agency-import');
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('button', { name: '保存档案' }).click();
      await page.getByText('已保存').waitFor();
      await look('agency');
      await page.goto(page.url().replace(/\/agencies\/.*/u, '/agencies'));
      await page.getByText('执法人员 2 · 重大决定 2').waitFor();
      await look('agencies');
    });

    test('a mistake is told in words and nothing is lost', async () => {
      await page.getByRole('link', { name: /临河县农业农村局/u }).click();
      await page.getByLabel('姓名 1').fill('');
      await page.getByLabel('执法机关名称').fill('');
      await page.getByLabel('执法机关名称').press('Tab');
      await page.getByRole('button', { name: '保存档案' }).click();
      await page.getByRole('alert').getByText('请填写执法机关名称').waitFor();
      expect(await page.getByLabel('行政复议机关').inputValue()).toBe('临河县人民政府');
    });
  },
);
