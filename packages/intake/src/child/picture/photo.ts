import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { Damaged } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import type { PagePicture } from './pdf-page.ts';
import { onWhite } from './raster.ts';
import { isDamaged } from './whole.ts';

/** Each takes four bytes; a parser holds no more. */
const mostPixels = 66_000_000;
/** Pixels of the longer side at 200 dpi on A4; a photograph of a page is taken to be of that size. */
const longSide = 2339;

/** A photograph or picture file as pixels, refused by its stated size before anything is decoded. */
export async function pictureOfPhoto(bytes: Uint8Array): Promise<PagePicture> {
  const size = pictureSize(bytes);
  if (size !== null && size.width * size.height > mostPixels)
    throw new Unreadable(
      `图片有 ${size.width}×${size.height} 像素，超过 ${mostPixels / 1_000_000} 百万像素，没有读取；请缩小到 A4 纸 300 dpi（约 2480×3508）后再放入`,
    );
  const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).catch(() => {
    throw new Damaged('图片已损坏');
  });
  const { width, height } = image;
  if (width === 0 || height === 0 || width * height > mostPixels)
    throw new Unreadable('图片的宽或者高为零，或者过大，没有读取；请重新扫描或者拍摄');
  const factor = Math.min(1, longSide / Math.max(width, height));
  const canvas = whiteCanvas(Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  // On white nothing is transparent, so these bytes are those of getImageData, had at once.
  const data = canvas.data();
  // A JPEG covers everything as far as it goes, and it goes from the top.
  const covered = bytes[0] === 0xff && bytes[1] === 0xd8 && data.at(-1) === 255;
  const lost = !covered && whiten(data);
  // What a picture breaks off before is left transparent, and so is all of a canvas without memory: then another has none either.
  if (lost || data.length === 0) onWhite(whiteCanvas(canvas.width, canvas.height).data());
  return {
    raster: { width: canvas.width, height: canvas.height, step: 4, data },
    scale: Math.max(canvas.width, canvas.height) / (longSide / (200 / 72)),
    damaged: lost || isDamaged(bytes),
  };
}

function whiteCanvas(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  return canvas;
}

/** Makes white what is transparent; gives whether anything was. */
export function whiten(data: Uint8Array | Uint8ClampedArray): boolean {
  let found = false;
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] === 255) continue;
    data.fill(255, at - 3, at + 1);
    found = true;
  }
  return found;
}

/** Width and height as PNG, GIF, BMP, WebP and JPEG state them at their head; null where they do not. */
export function pictureSize(bytes: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    if (bytes[0] === 0x89) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (bytes[0] === 0x47) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (bytes[0] === 0x42)
      return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) };
    if (bytes[0] === 0x52) return webpSize(view);
    if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
    let at = 2;
    while (at + 9 < bytes.length) {
      const marker = bytes[at + 1] ?? 0;
      if (bytes[at] !== 0xff) return null;
      const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
      if (frame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      at += marker === 0xff || (marker >= 0xd0 && marker <= 0xd9) ? 2 : 2 + view.getUint16(at + 2);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** WebP has three kinds of first piece; lossless packs both sizes into bits (RFC 9649). */
function webpSize(view: DataView): { width: number; height: number } | null {
  const kind = view.getUint8(15);
  const three = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (kind === 0x58) return { width: three(24) + 1, height: three(27) + 1 };
  if (kind === 0x4c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}
