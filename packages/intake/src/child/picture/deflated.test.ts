import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { deflatedAs, isDeflatedBadly } from './deflated.ts';

const head = (more: string): string =>
  `<< /Subtype /Image /Width 10 /Height 20 /BitsPerComponent 8 /Filter /FlateDecode ${more} >>`;
const objects: Readonly<Record<number, string>> = { 7: '[/ICCBased 8 0 R]', 8: '<< /N 3 /Length 9 >>' };
const as = (more: string) => deflatedAs(head(more), (id) => objects[id]);

test('how many bytes a picture must have is told by its size and colours', () => {
  expect(as('/ColorSpace /DeviceGray')).toEqual({ bytes: 200, row: 10, sure: true });
  expect(as('/ColorSpace /DeviceRGB')).toEqual({ bytes: 600, row: 30, sure: true });
  expect(as('/ColorSpace 7 0 R')).toEqual({ bytes: 600, row: 30, sure: true });
  expect(as('/ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]')).toEqual({ bytes: 200, row: 10, sure: true });
  expect(as('/ColorSpace 9 0 R')).toEqual({ bytes: 200, row: 10, sure: false });
  expect(as('/ColorSpace /DeviceGray /DecodeParms << /Predictor 15 /Columns 10 >>')?.bytes).toBe(220);
  expect(as('/ImageMask true')).toEqual({ bytes: 40, row: 2, sure: true });
  expect(deflatedAs('<< /Width 10 /Height 20 /BitsPerComponent 8 /Filter /DCTDecode >>', () => undefined)).toBeNull();
});

test('data that is short, broken or of other colours is seen; a row less, or a sum left out, is not', () => {
  const grey = as('/ColorSpace /DeviceGray');
  if (grey === null) throw new Error('no picture');
  const pixels = (count: number): Buffer =>
    deflateSync(Buffer.from(Array.from({ length: count }, (_, at) => (at * 37) % 251)));
  const bad = (bytes: Buffer): boolean => isDeflatedBadly(bytes, grey);
  expect([bad(pixels(200)), bad(pixels(195)), bad(pixels(200).subarray(0, -4)), bad(pixels(210))]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([bad(pixels(100)), bad(pixels(200).subarray(0, 90)), bad(Buffer.from('not packed'))]).toEqual([
    true,
    true,
    true,
  ]);
  const flipped = pixels(200);
  flipped[60] = (flipped[60] ?? 0) ^ 0x10;
  expect(bad(flipped)).toBe(true);
  // Three bytes for a point where one is told of.
  expect(bad(pixels(200_000))).toBe(true);
  expect(isDeflatedBadly(pixels(200_000), { ...grey, sure: false })).toBe(false);
});
