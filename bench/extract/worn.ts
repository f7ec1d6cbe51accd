import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { stamp } from '../scan-pages.ts';
import { Random } from './random.ts';

/** How a page was printed and scanned: all drawn from one seed. */
export interface Wear {
  readonly dpi: 200 | 300;
  readonly lean: number;
  readonly blur: number;
  readonly noise: number;
  readonly quality: number;
  /** Grey level of the paper. */
  readonly paper: number;
  /** Grey level of the ink; high where toner ran out. */
  readonly ink: number;
  /** Rows across the page, from 0 to 1, where it was folded. */
  readonly folds: readonly number[];
}

export function wearOf(random: Random): Wear {
  return {
    dpi: random.pick([200, 300]),
    lean: (random.next() - 0.5) * 3,
    blur: random.next() * 0.8,
    noise: random.next() * 16,
    quality: random.whole(35, 80),
    paper: random.pick([255, 255, 240, 222]),
    ink: random.pick([0, 0, 30, 70, 95]),
    folds: random.chance(0.3) ? [1 / 3 + random.next() * 0.02, 2 / 3 + random.next() * 0.02] : [],
  };
}

/** A printed page, black on white, as it comes from the scanner with a seal of 40 mm over `sealAt`: a JPEG. */
export function wear(
  page: Canvas,
  how: Wear,
  sealAt: { readonly x: number; readonly y: number } | null,
  seed: number,
): Buffer {
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((how.lean * Math.PI) / 180);
  context.translate(-width / 2, -height / 2);
  context.filter = `blur(${(how.blur * how.dpi) / 250}px)`;
  context.drawImage(page, 0, 0);
  context.filter = 'none';
  if (sealAt !== null) stamp(context, sealAt, how.dpi / 25.4);
  context.resetTransform();
  const picture = context.getImageData(0, 0, width, height);
  const random = new Random(seed);
  const { data } = picture;
  for (let y = 0; y < height; y++) {
    const fold = how.folds.some((at) => Math.abs(y / height - at) * height < how.dpi / 120) ? 40 : 0;
    // Light falls off towards one edge of the glass.
    const paper = how.paper - fold - (255 - how.paper) * 0.5 * (y / height);
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const off = (random.next() + random.next() - 1) * how.noise;
      for (let colour = 0; colour < 3; colour++) {
        const light = (data[at + colour] ?? 0) / 255;
        data[at + colour] = how.ink + light * (paper - how.ink) + off;
      }
    }
  }
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer('image/jpeg', how.quality);
}
