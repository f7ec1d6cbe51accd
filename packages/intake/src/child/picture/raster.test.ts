import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { onWhite, soften } from './raster.ts';

test('a canvas that holds what was drawn on white is taken, one that holds nothing is told', () => {
  const canvas = createCanvas(40, 30);
  const context = canvas.getContext('2d');
  expect(() => onWhite(canvas.data())).toThrow('内存不足');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 40, 30);
  context.fillStyle = '#000';
  context.fillRect(0, 0, 40, 20);
  expect(onWhite(canvas.data())).toHaveLength(40 * 30 * 4);
  expect(() => onWhite(new Uint8Array(0))).toThrow('内存不足');
});

test('softening spreads a point over its neighbours and leaves areas of one shade as they are', () => {
  const page = { width: 4, height: 4, data: new Uint8Array(16).fill(255) };
  page.data[5] = 95;
  soften(page);
  expect([...page.data]).toEqual([245, 235, 245, 255, 235, 215, 235, 255, 245, 235, 245, 255, 255, 255, 255, 255]);
  const edge = { width: 3, height: 2, data: Uint8Array.from([0, 255, 255, 0, 255, 255]) };
  soften(edge);
  expect([...edge.data]).toEqual([64, 191, 255, 64, 191, 255]);
});
