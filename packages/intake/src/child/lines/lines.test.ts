import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../../limits.ts';
import { LineReader } from '../../ocr/lines.ts';
import { plainHead } from '../../plain.ts';
import { cropOf } from './crop.ts';
import { decode } from './decode.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('characters are told once however many columns show them, twice where nothing stands between, with their middle', () => {
  const characters = ['', '甲', '乙'];
  const columns = [
    [1, 0, 0],
    [0.1, 0.9, 0],
    [0.4, 0.6, 0],
    [1, 0, 0],
    [0.2, 0.8, 0],
    [0, 0.3, 0.7],
  ];
  const read = decode(Float32Array.from(columns.flat()), columns.length, characters);
  expect(read.map(({ text, column }) => [text, column])).toEqual([
    ['甲', 1.5],
    ['甲', 4],
    ['乙', 5],
  ]);
  expect(read.map(({ confidence }) => Math.round(confidence * 100))).toEqual([90, 80, 70]);
});

test('a stretch becomes as high as the model takes it, white where the page ends', () => {
  const page = { width: 40, height: 20, pixels: new Uint8Array(800).fill(0) };
  const crop = cropOf(page, [0, -4, 40, 20]);
  expect([crop.width, crop.height, crop.scale]).toEqual([160, 48, 2]);
  const at = (x: number, y: number): number => Math.round(crop.data[y * crop.width + x] ?? 9);
  expect([at(0, 30), at(40, 30), at(40, 2), at(150, 30)]).toEqual([1, -1, 1, 1]);
});

const known = ['Noto Serif CJK SC', 'Noto Sans CJK SC', 'AR PL UMing CN'];
const font = known.find((name) => GlobalFonts.families.some(({ family }) => family === name));

test.skipIf(font === undefined && process.env.CI !== 'true')(
  'print is read in a process that may load native code, and by none where it may not (skipped: no Chinese font; run scripts/setup-system)',
  { timeout: 60_000 },
  async () => {
    const canvas = createCanvas(700, 80);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 700, 80);
    context.fillStyle = 'black';
    context.font = `36px "${font}"`;
    context.fillText('甲县市监罚〔2024〕17号', 40, 55);
    const { data } = context.getImageData(0, 0, 700, 80);
    const file = path.join(folder, 'line.tif');
    writeFileSync(file, Buffer.concat([plainHead(700, 80), Uint8Array.from(data.filter((_, at) => at % 4 === 0))]));
    const reader = new LineReader(1);
    try {
      const [line = []] = (await reader.read({ file, boxes: [[36, 15, 480, 67]] }, defaultLimits)) ?? [];
      expect(
        line
          .map(({ text }) => text)
          .join('')
          .normalize('NFKC'),
      ).toMatch(/^甲县市监罚.2024.17号$/u);
      expect(Math.min(...line.map(({ confidence }) => confidence))).toBeGreaterThan(0.5);
      const places = line.map(({ x }) => x);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(40);
      expect(
        await reader.read({ file: path.join(folder, 'none.tif'), boxes: [[0, 0, 9, 9]] }, defaultLimits),
      ).toBeNull();
    } finally {
      reader.close();
    }
  },
);
