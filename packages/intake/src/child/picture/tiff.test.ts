import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../../limits.ts';
import { openSource } from './source.ts';
import { picturesOf } from './tiff.ts';
import { isDamaged } from './whole.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const side = 64;
const tile = 32;
const shades = [0, 80, 160, 240];

/** A grey picture of four tiles, each of one shade; `next` is where the file says its next picture lies. */
function tiled(next = 0): Buffer {
  const entries: [tag: number, type: number, count: number, value: number][] = [
    [256, 4, 1, side],
    [257, 4, 1, side],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [277, 3, 1, 1],
    [322, 4, 1, tile],
    [323, 4, 1, tile],
    [324, 4, 4, 0],
    [325, 4, 4, 0],
  ];
  const lists = 8 + 2 + entries.length * 12 + 4;
  const data = lists + 32;
  const file = Buffer.alloc(data + side * side);
  file.write('II*\0', 'latin1');
  file.writeUInt32LE(8, 4);
  file.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(tag === 324 ? lists : tag === 325 ? lists + 16 : value, at + 8);
  });
  file.writeUInt32LE(next, lists - 4);
  shades.forEach((shade, index) => {
    file.writeUInt32LE(data + index * tile * tile, lists + index * 4);
    file.writeUInt32LE(tile * tile, lists + 16 + index * 4);
    file.fill(shade, data + index * tile * tile, data + (index + 1) * tile * tile);
  });
  return file;
}

let files = 0;

async function picture(bytes: Buffer) {
  const place = path.join(folder, `${++files}.tif`);
  writeFileSync(place, bytes);
  return (await openSource(place, undefined, defaultLimits)).picture(1);
}

test('tiles are laid side by side', async () => {
  const { raster, damaged } = await picture(tiled());
  const at = (x: number, y: number): number =>
    raster.data[(Math.floor(y * raster.height) * raster.width + Math.floor(x * raster.width)) * raster.step] ?? -1;
  const seen = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
  for (const [index, shade] of shades.entries()) expect(Math.abs((seen[index] ?? -1) - shade)).toBeLessThan(3);
  expect(damaged).not.toBe(true);
});

test('a picture whose data lies beyond the end of the file is read in part, and says so', async () => {
  expect((await picture(tiled().subarray(0, -tile * tile))).damaged).toBe(true);
});

test('a list of pictures that breaks off or turns back on itself is told', () => {
  expect(picturesOf(tiled())).toEqual({ count: 1, broken: false });
  expect(picturesOf(tiled(8))).toEqual({ count: 1, broken: true });
  expect(picturesOf(tiled(1e9))).toEqual({ count: 1, broken: true });
});

test.each(['png', 'jpeg', 'webp'] as const)('a %s that breaks off is damaged, a whole one is not', async (kind) => {
  const canvas = createCanvas(200, 100);
  const context = canvas.getContext('2d');
  for (let line = 0; line < 100; line += 5) context.fillRect(line, line, 50, 2);
  const bytes = kind === 'png' ? await canvas.encode('png') : await canvas.encode(kind, 90);
  expect(isDamaged(bytes)).toBe(false);
  expect(isDamaged(bytes.subarray(0, bytes.length * 0.7))).toBe(true);
});

/** The same with one entry of its directory changed. */
function changed(tag: number, value: number, count = 1): Buffer {
  const file = tiled();
  for (let at = 10; at < file.length; at += 12) {
    if (file.readUInt16LE(at) !== tag) continue;
    file.writeUInt32LE(count, at + 4);
    file.writeUInt32LE(value, at + 8);
    return file;
  }
  throw new Error('no such entry');
}

test('a picture whose size is not that of its data, or that has none, is damaged', async () => {
  expect((await picture(tiled())).damaged).toBeUndefined();
  // Half as high: half of the tiles have no place.
  expect((await picture(changed(257, tile))).damaged).toBe(true);
  // Said to be packed, and it is not.
  expect((await picture(changed(259, 5)).catch(() => ({ damaged: true }))).damaged).toBe(true);
  const empty = tiled();
  empty.fill(0, empty.length - side * side - 16, empty.length - side * side);
  await expect(picture(empty)).rejects.toThrow('没有这一页的图像数据');
  await expect(picture(changed(324, 0, 0))).rejects.toThrow('没有这一页的图像数据');
});

test('deflated data that does not go out is told, whatever may still be seen', async () => {
  const pixels = Buffer.from(Array.from({ length: side * side }, (_, at) => (at * 7919) % 251));
  const file = (change: (packed: Buffer) => Buffer): Buffer => {
    const packed = change(deflateSync(pixels));
    const bytes = tiled();
    // One strip of deflated rows instead of the four tiles.
    const entry = (index: number, tag: number, value: number): void => {
      bytes.writeUInt16LE(tag, 10 + index * 12);
      bytes.writeUInt32LE(1, 14 + index * 12);
      bytes.writeUInt32LE(value, 18 + index * 12);
    };
    const data = 8 + 2 + 10 * 12 + 4 + 32;
    entry(3, 259, 8);
    entry(6, 273, data);
    entry(7, 278, side);
    entry(8, 279, packed.length);
    entry(9, 339, 1);
    bytes.writeUInt16LE(3, 10 + 3 * 12 + 2);
    return Buffer.concat([bytes.subarray(0, data), packed]);
  };
  expect((await picture(file((packed) => packed))).damaged).not.toBe(true);
  const middle = (packed: Buffer): number => Math.floor(packed.length / 2);
  expect((await picture(file((packed) => packed.fill(0x55, middle(packed), middle(packed) + 4)))).damaged).toBe(true);
});
