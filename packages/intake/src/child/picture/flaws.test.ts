import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { isFaxFlawed } from './fax.ts';
import { isJbig2Flawed } from './jbig2.ts';
import { isJpegFlawed } from './jpeg-scans.ts';
import { isDamaged } from './whole.ts';

/** A picture with lines across it, as a JPEG. */
async function photograph(): Promise<Buffer> {
  const canvas = createCanvas(320, 240);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 320, 240);
  context.strokeStyle = '#123';
  for (let at = 0; at < 240; at += 7) {
    context.moveTo(0, at);
    context.lineTo(320, (at * 3) % 240);
  }
  context.stroke();
  return canvas.encode('jpeg', 80);
}

test('data of a JPEG that does not go out is seen; a sound one, and one with more behind its end, is not taken for that', async () => {
  const sound = await photograph();
  expect(isJpegFlawed(sound)).toBe(false);
  expect(isDamaged(Buffer.concat([sound, Buffer.alloc(200, 0x41)]))).toBe(false);
  const start = sound.indexOf(Buffer.from([0xff, 0xda])) + 14;
  const middle = (start + sound.length) >> 1;
  const lost = Buffer.concat([sound.subarray(0, middle), sound.subarray(middle + 40)]);
  const added = Buffer.concat([sound.subarray(0, middle), Buffer.alloc(40, 0x55), sound.subarray(middle)]);
  expect([isJpegFlawed(lost), isJpegFlawed(added), isDamaged(lost)]).toEqual([true, true, true]);
  let seen = 0;
  for (let at = start + 50; at < start + 150; at++) {
    const changed = Buffer.from(sound);
    changed[at] = (changed[at] ?? 0) ^ 0x18;
    if (isJpegFlawed(changed)) seen++;
  }
  // What alters no code's length cannot be seen.
  expect(seen).toBeGreaterThan(20);
});

const bits = (text: string): Buffer => {
  const dense = text.replace(/\s/g, '');
  const bytes = dense.padEnd(Math.ceil(dense.length / 8) * 8, '0').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
};
const end = '000000000001 000000000001';
// Eight points: three white, two black, three white; then the same; then one point further to the right.
const lines = '001 1000 11 1   1 1 1   011 011 1';

test('fax data goes out line by line; too few lines, too long ones and codes that are none are seen', () => {
  const size = { columns: 8, rows: 3 };
  expect(isFaxFlawed(bits(lines + end), size)).toBe(false);
  expect(isFaxFlawed(bits(lines), size)).toBe(false);
  expect(isFaxFlawed(bits(lines + end), { columns: 8, rows: 0 })).toBe(false);
  expect(isFaxFlawed(bits(lines + end), { columns: 8, rows: 4 })).toBe(true);
  expect(isFaxFlawed(bits(lines + end), { columns: 4, rows: 3 })).toBe(true);
  expect(isFaxFlawed(bits(`001 1000 11 1 0000000 1 ${end}`), size)).toBe(true);
  expect(isFaxFlawed(bits(`001 1000 000101 1 1 1 1 1 1 1 ${end}`), size)).toBe(true);
});

test('fax data of the older kinds goes out too: by runs alone, with marks between lines, byte by byte, or as each line says', () => {
  const mark = '000000000001';
  const line = '1000 11 1000';
  const old = { columns: 8, rows: 2, k: 0 };
  expect(isFaxFlawed(bits(line + line), old)).toBe(false);
  expect(isFaxFlawed(bits(`${mark} ${line} 000${mark} ${line} ${mark.repeat(6)}`), old)).toBe(false);
  expect(isFaxFlawed(bits(`${mark} ${line} ${mark.repeat(6)}`), old)).toBe(true);
  expect(isFaxFlawed(bits(`${mark} ${line} ${mark.repeat(6)}`), { ...old, rows: 0 })).toBe(false);
  expect(isFaxFlawed(bits(`${mark} 1000 11 1011 ${mark} ${line}`), old)).toBe(true);
  expect(isFaxFlawed(bits(`${mark} 1000 00000000 ${mark} ${line}`), old)).toBe(true);
  expect(isFaxFlawed(bits(`${line} 000000 ${line} 000000`), { ...old, aligned: true })).toBe(false);
  expect(isFaxFlawed(bits(`${line} ${line}`), { ...old, aligned: true })).toBe(true);
  const mixed = { columns: 8, rows: 3, k: 1 };
  expect(isFaxFlawed(bits(`${mark}1 ${line} ${mark}0 1 1 1 ${mark}0 011 011 1 ${`${mark}1`.repeat(6)}`), mixed)).toBe(
    false,
  );
  expect(isFaxFlawed(bits(`${mark}1 ${line} ${mark}1 1 1 1 ${mark}0 011 011 1`), mixed)).toBe(true);
});

test('runs of a bitmap that go beyond their row are seen', () => {
  const bitmap = (...runs: readonly number[]): Buffer => {
    const file = Buffer.alloc(58 + runs.length);
    file.write('BM', 'latin1');
    file.writeUInt32LE(file.length, 2);
    file.writeUInt32LE(58, 10);
    file.writeUInt32LE(40, 14);
    file.writeInt32LE(4, 18);
    file.writeInt32LE(2, 22);
    file.writeUInt16LE(8, 28);
    file.writeUInt32LE(1, 30);
    file.set(runs, 58);
    return file;
  };
  expect(isDamaged(bitmap(4, 1, 0, 0, 0, 4, 1, 2, 3, 4, 0, 0, 0, 1))).toBe(false);
  expect(isDamaged(bitmap(5, 1, 0, 0, 4, 2, 0, 0, 0, 1))).toBe(true);
  expect(isDamaged(bitmap(4, 1, 0, 0, 4, 2, 0, 0))).toBe(true);
});

test('data of JBIG2 goes out segment by segment, and something in it draws', () => {
  const segment = (
    number: number,
    kind: number,
    data: readonly number[],
    referred: readonly number[] = [],
  ): number[] => [...[0, 0, 0, number, kind, referred.length << 5, ...referred, 1], ...[0, 0, 0, data.length, ...data]];
  const page = segment(
    0,
    48,
    Array.from({ length: 19 }, () => 0),
  );
  const region = segment(
    2,
    38,
    Array.from({ length: 30 }, () => 7),
    [0],
  );
  const whole = Uint8Array.from([...page, ...region]);
  expect(isJbig2Flawed(whole)).toBe(false);
  expect(isJbig2Flawed(Uint8Array.from([...whole, 10]))).toBe(false);
  expect(isJbig2Flawed(whole.subarray(0, whole.length - 5))).toBe(true);
  expect(isJbig2Flawed(whole.subarray(0, page.length + 8))).toBe(true);
  expect(isJbig2Flawed(Uint8Array.from(page))).toBe(true);
});
