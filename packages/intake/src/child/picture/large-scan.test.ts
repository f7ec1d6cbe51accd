import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../../limits.ts';
import { LargeScans } from './large-scan.ts';
import { openSource } from './source.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Page {
  readonly draws?: string;
  readonly page?: string;
  readonly image?: string;
}

/** A PDF whose one page (object 3) shows a JPEG said to be of that size. */
function scan(jpeg: Buffer, width: number, height: number, { draws, page = '', image = '' }: Page = {}): Buffer {
  const content = draws ?? `q ${width / 10} 0 0 ${height / 10} 0 0 cm /I Do Q`;
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width / 10} ${height / 10}]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R${page}>>`,
    ),
    Buffer.from(`<</Length ${content.length}>>\nstream\n${content}\nendstream`),
    Buffer.concat([
      Buffer.from(
        `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode${image}/Length ${jpeg.length}>>\nstream\n`,
      ),
      jpeg,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.5\n')];
  objects.forEach((object, index) => {
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'));
  });
  parts.push(Buffer.from('trailer<</Size 6/Root 1 0 R>>\n%%EOF'));
  return Buffer.concat(parts);
}

const some = Buffer.from('\xff\xd8 no real one \xff\xd9', 'latin1');
const found = (more?: Page, width = 5000): boolean => new LargeScans(scan(some, width, 5000, more)).of(3) !== null;

test('a large photograph that alone fills its page is found; a smaller one is left to pdf.js', () => {
  expect(found()).toBe(true);
  expect(found({}, 2000)).toBe(false);
});

test.each<[string, Page]>([
  ['turned', { draws: 'q 0 500 -500 0 500 0 cm /I Do Q' }],
  ['mirrored', { draws: 'q -500 0 0 500 500 0 cm /I Do Q' }],
  ['drawn twice', { draws: 'q 500 0 0 250 0 0 cm /I Do Q q 500 0 0 250 0 250 cm /I Do Q' }],
  ['beside text', { draws: 'q 500 0 0 500 0 0 cm /I Do Q BT (x) Tj ET' }],
  ['on a page that is turned', { page: '/Rotate 90' }],
  ['under a stamp', { page: '/Annots[6 0 R]' }],
  ['with a mask', { image: '/SMask 6 0 R' }],
  ['with other colours', { image: '/Decode[1 0 1 0 1 0]' }],
])('one that is %s is drawn as any page', (_, more) => {
  expect(found(more)).toBe(false);
});

test('it is decoded apart, with its place on the page', async () => {
  const canvas = createCanvas(4600, 4600);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 4600, 4600);
  context.fillStyle = '#000';
  context.fillRect(0, 0, 2300, 2300);
  const place = path.join(folder, 'a.pdf');
  writeFileSync(place, scan(await canvas.encode('jpeg', 80), 4600, 4600));
  const source = await openSource(place, undefined, defaultLimits);
  const { raster, scale } = await source.picture(1);
  await source.close();
  const at = (x: number, y: number): number =>
    raster.data[(Math.floor(y * raster.height) * raster.width + Math.floor(x * raster.width)) * raster.step] ?? -1;
  expect(raster.width).toBeLessThan(3000);
  expect([at(0.25, 0.25) < 50, at(0.75, 0.25) > 200, at(0.25, 0.75) > 200]).toEqual([true, true, true]);
  expect(scale).toBeCloseTo(raster.width / 460);
});
