import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { onWhite } from './raster.ts';

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
