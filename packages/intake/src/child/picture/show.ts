import { writeFile } from 'node:fs/promises';
import { createCanvas } from '@napi-rs/canvas';
import type { Task } from '../../protocol.ts';
import { type Raster, shrink } from './raster.ts';
import { openSource } from './source.ts';

const quality = 82;
/** Pixels shown at most: more than a screen has, and three copies of them are held. */
const mostShown = 16_000_000;

/** Puts the picture of a page, in colour and the right way up, into a file as JPEG. */
export async function showPicture(task: Extract<Task, { kind: 'show' }>): Promise<void> {
  const source = await openSource(task.path, task.password, task.limits);
  const { raster: whole } = await source.picture(task.page);
  const pixels = whole.width * whole.height;
  const raster = pixels > mostShown ? shrink(whole, Math.sqrt(pixels / mostShown)) : whole;
  const flat = createCanvas(raster.width, raster.height);
  const own = flat.getContext('2d').createImageData(raster.width, raster.height);
  fill(own.data, raster);
  flat.getContext('2d').putImageData(own, 0, 0);
  const side = task.turn === 90 || task.turn === 270;
  const turned = side ? createCanvas(raster.height, raster.width) : createCanvas(raster.width, raster.height);
  const context = turned.getContext('2d');
  context.translate(turned.width / 2, turned.height / 2);
  context.rotate((task.turn * Math.PI) / 180);
  context.drawImage(flat, -raster.width / 2, -raster.height / 2);
  await writeFile(task.to, await turned.encode('jpeg', quality));
}

function fill(to: Uint8ClampedArray, { data, step, width, height }: Raster): void {
  for (let pixel = 0, from = 0, at = 0; pixel < width * height; pixel++, from += step, at += 4) {
    to[at] = data[from] ?? 255;
    to[at + 1] = data[step === 1 ? from : from + 1] ?? 255;
    to[at + 2] = data[step === 1 ? from : from + 2] ?? 255;
    to[at + 3] = 255;
  }
}
