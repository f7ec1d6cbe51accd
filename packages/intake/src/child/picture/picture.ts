import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { plainHead } from '../../plain.ts';
import type { PicturePage, Task } from '../../protocol.ts';
import { atWorkingSize, onPage, prepare } from './prepare.ts';
import type { Grey } from './raster.ts';
import type { PixelBox } from './seals.ts';
import { soften } from './soften.ts';
import { openSource } from './source.ts';

/** Makes one page ready for recognition: the picture goes into a file, what else was seen on it comes back. */
export async function makePicture(task: Extract<Task, { kind: 'picture' }>): Promise<PicturePage> {
  const source = await openSource(task.path, task.password, task.limits);
  const { raster, scale, damaged = false } = await source.picture(task.page);
  const working = atWorkingSize(raster, scale * 72);
  const dots = (scale * working.width) / raster.width;
  const prepared = prepare(working, task.turn);
  soften(prepared.picture, prepared.paper);
  await writePlain(task.to, prepared.picture);
  const { width, height } = prepared.size;
  const inPoints = (box: PixelBox): [number, number, number, number] => [
    box.left / dots,
    box.top / dots,
    box.right / dots,
    box.bottom / dots,
  ];
  return {
    width: width / dots,
    height: height / dots,
    dots,
    turn: prepared.turn,
    angle: prepared.angle,
    pixels: { width, height },
    damaged,
    hash: createHash('sha256')
      .update(`${prepared.picture.width}x${prepared.picture.height}`)
      .update(prepared.picture.data)
      .digest('hex'),
    seals: prepared.seals.map(inPoints),
    tables: prepared.tables.map((cells) =>
      cells.map((cell) => ({
        row: cell.row,
        column: cell.column,
        rows: cell.rows,
        columns: cell.columns,
        box: inPoints(onPage(cell, prepared)),
      })),
    ),
    boxes: prepared.boxes.map(({ left, top, right, bottom, ticked }) => ({
      pixels: [left, top, right, bottom],
      ticked,
    })),
    regions: prepared.regions.map(({ left, top, right, bottom, place, cell }) => ({
      pixels: [left, top, right, bottom],
      place,
      cell,
    })),
  };
}

async function writePlain(to: string, { width, height, data }: Grey): Promise<void> {
  const file = await open(to, 'w');
  try {
    await file.writev([plainHead(width, height), data]);
  } finally {
    await file.close();
  }
}
