import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hard, paintPage, spoil } from '../../../../bench/scan-pages.ts';
import { pdfOf } from '../child/picture/wrap.ts';
import { Unreadable } from '../limits.ts';
import { closeParsers, readFiles } from '../read.ts';
import { engine, howToInstall, recognisePictures } from './tesseract.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
const found = await engine();
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

test.runIf(process.env.CI === 'true')('in CI the recogniser is installed', () => {
  expect(found, howToInstall).not.toBeNull();
});

const papers = path.join(root, 'samples/files/separate-pdfs');

async function read(name: string, bytes: Uint8Array) {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name, path: place, size: bytes.length }]);
  return file;
}

test.skipIf(found === null)(
  `a hard scan in a PDF, lying on its side, is read by cells, with confidence and its seal (skipped: ${howToInstall})`,
  { timeout: 120_000 },
  async () => {
    const { readdirSync } = await import('node:fs');
    const name = readdirSync(papers).find((one) => one.includes('立案'));
    if (name === undefined) throw new Error('the sample has no 立案 paper');
    const page = await paintPage(path.join(papers, name), 1);
    const { createCanvas } = await import('@napi-rs/canvas');
    const side = createCanvas(page.height, page.width);
    const context = side.getContext('2d');
    context.rotate(Math.PI / 2);
    context.drawImage(page, 0, -page.height);
    const bytes = spoil(side, { ...hard, lean: 1 }, 1);
    const coding = '/Filter /DCTDecode /ColorSpace /DeviceRGB /BitsPerComponent 8';
    const strips = [{ width: side.width, height: side.height, bytes, coding }];
    const file = await read('side.pdf', pdfOf([{ width: 842, height: 595, strips }]));
    const [read1] = file?.pages ?? [];
    expect(read1).toMatchObject({ source: 'scan', turn: 270 });
    expect(read1?.text).toContain('立案');
    expect(read1?.tables?.[0]?.cells.length).toBeGreaterThan(8);
    expect(read1?.seals?.length).toBeGreaterThan(0);
    expect(read1?.lines.flatMap((line) => line.runs).every((run) => typeof run.confidence === 'number')).toBe(true);
  },
);

test.skipIf(found === null)(
  `print in a strict grid is read as it lies, not on its side (skipped: ${howToInstall})`,
  { timeout: 120_000 },
  async () => {
    const { createCanvas } = await import('@napi-rs/canvas');
    const canvas = createCanvas(1654, 2339);
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#000';
    context.font = '36px "Noto Serif CJK SC"';
    const words = '依法行政公正文明执法案卷评查标准';
    // As far from row to row as from character to character.
    for (let row = 0; row < 24; row++)
      for (let column = 0; column < 16; column++)
        context.fillText(words[(row + column) % words.length] ?? '', 150 + column * 80, 200 + row * 80);
    const file = await read('grid.png', canvas.toBuffer('image/png'));
    const [page] = file?.pages ?? [];
    expect(page?.turn ?? 0).toBe(0);
    expect(page?.text.replace(/\s/gu, '')).toContain('依法行政公正文明');
  },
);

test.skipIf(found === null)(
  `a picture that cannot be read does not take with it those recognised in the same run (skipped: ${howToInstall})`,
  { timeout: 120_000 },
  async () => {
    const { createCanvas } = await import('@napi-rs/canvas');
    const places = ['询问笔录', '', '送达回证'].map((words, index) => {
      const place = path.join(folder, `run-${index}.png`);
      const canvas = createCanvas(800, 200);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, 800, 200);
      context.fillStyle = '#000';
      context.font = '48px "Noto Serif CJK SC"';
      context.fillText(words, 100, 100);
      writeFileSync(place, words === '' ? 'no picture' : canvas.toBuffer('image/png'));
      return place;
    });
    const heard: [number, string][] = [];
    await recognisePictures(places, 18, (index, words) => {
      heard.push([index, words instanceof Unreadable ? words.message : words.map((word) => word.text).join('')]);
    });
    expect(heard).toEqual([
      [0, '询问笔录'],
      [1, expect.stringContaining('识别程序读不了此页的图像')],
      [2, '送达回证'],
    ]);
  },
);
