import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

const library = path.dirname(
  path.dirname(path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))),
);

/** How a page is spoilt: degrees it lies askew, blur in pixels, noise of so many grey levels, quality of the JPEG, a red seal over the print. */
export interface Spoil {
  readonly lean: number;
  readonly blur: number;
  readonly noise: number;
  readonly quality: number;
  readonly seal: boolean;
}

export const light: Spoil = { lean: 0.6, blur: 0.5, noise: 8, quality: 60, seal: false };
export const hard: Spoil = { lean: 1.8, blur: 0.7, noise: 18, quality: 35, seal: true };

/** A page of a PDF at 200 dpi as pixels. */
export async function paintPage(file: string, number: number): Promise<Canvas> {
  const task = pdfjs.getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: `${path.join(library, 'cmaps')}${path.sep}`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(library, 'standard_fonts')}${path.sep}`,
    verbosity: 0,
  });
  const document = await task.promise;
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 200 / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  await task.destroy();
  return canvas;
}

/** The page as a scanner would give it: a JPEG. The same seed gives the same noise. */
export function spoil(page: Canvas, how: Spoil, seed: number): Buffer {
  const { width, height } = page;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((how.lean * Math.PI) / 180);
  context.filter = `blur(${how.blur}px)`;
  context.drawImage(page, -width / 2, -height / 2);
  context.filter = 'none';
  if (how.seal) stamp(context, { x: width * 0.18 + (seed % 5) * 20, y: height * 0.05 + (seed % 7) * 25 }, 200 / 25.4);
  context.resetTransform();
  const picture = context.getImageData(0, 0, width, height);
  const random = generator(seed);
  for (let at = 0; at < picture.data.length; at += 4) {
    const off = (random() + random() + random() - 1.5) * how.noise;
    for (let colour = 0; colour < 3; colour++) picture.data[at + colour] = (picture.data[at + colour] ?? 0) + off;
  }
  context.putImageData(picture, 0, 0);
  return canvas.toBuffer('image/jpeg', how.quality);
}

/** A round seal of 42 mm about a middle, at so many dots a millimetre, as ink lies over print: it darkens, it does not cover. */
export function stamp(context: SKRSContext2D, { x, y }: { x: number; y: number }, dots: number): void {
  context.save();
  context.translate(x, y);
  context.globalCompositeOperation = 'multiply';
  context.strokeStyle = context.fillStyle = 'rgba(215, 40, 45, 0.85)';
  context.lineWidth = 1.2 * dots;
  context.beginPath();
  context.arc(0, 0, 20 * dots, 0, 2 * Math.PI);
  context.stroke();
  context.font = `${7 * dots}px "Noto Serif CJK SC"`;
  const words = [...'某某县综合行政执法局'];
  words.forEach((word, index) => {
    context.save();
    context.rotate(((index - (words.length - 1) / 2) * 24 * Math.PI) / 180);
    context.fillText(word, -3.5 * dots, -12 * dots);
    context.restore();
  });
  context.fillText('★', -3.5 * dots, 3 * dots);
  context.restore();
}

/** Numbers from 0 to 1, the same for the same seed. */
function generator(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
