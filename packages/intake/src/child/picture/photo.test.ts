import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { pictureOfPhoto } from './photo.ts';

/** A page with a dark band above and grain all over, so that its bytes grow with its rows. */
function page(): Canvas {
  const canvas = createCanvas(300, 400);
  const context = canvas.getContext('2d');
  for (let y = 0; y < 400; y++)
    for (let x = 0; x < 300; x += 3) {
      const grey = y < 40 ? 20 : 200 + ((x * 7 + y * 13) % 50);
      context.fillStyle = `rgb(${grey}, ${grey}, ${grey})`;
      context.fillRect(x, y, 3, 1);
    }
  return canvas;
}

test.each([
  ['png', () => page().toBuffer('image/png')],
  ['jpeg', () => page().toBuffer('image/jpeg')],
])(
  'a picture that breaks off is read as far as it goes, white from there on, and is told as damaged: %s',
  async (_, made) => {
    const bytes = made();
    const whole = await pictureOfPhoto(bytes);
    expect(whole.damaged).toBe(false);
    const { raster, damaged } = await pictureOfPhoto(bytes.subarray(0, bytes.length >> 1));
    expect(damaged).toBe(true);
    const at = (y: number): readonly (number | undefined)[] => [
      ...raster.data.subarray((y * 300 + 150) * 4, (y * 300 + 150) * 4 + 3),
    ];
    expect(at(10).every((value) => (value ?? 255) < 60)).toBe(true);
    expect(at(395).every((value) => (value ?? 0) >= 120)).toBe(true);
  },
);
