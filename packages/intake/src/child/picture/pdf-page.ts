import type { Canvas } from '@napi-rs/canvas';
import { compose, type Matrix } from '../../drawing.ts';
import { Unreadable } from '../../limits.ts';
import { ImageKind, mostPixels, OPS, type PdfDocument, type PdfPage } from '../pdf/pdfjs.ts';
import { onWhite, type Raster } from './raster.ts';

/** A page as pixels, with how many of them a point has. */
export interface PagePicture {
  readonly raster: Raster;
  readonly scale: number;
  /** Some of its data is missing or damaged: what is seen may be a part. */
  readonly damaged?: boolean;
}

const workingDpi = 200;
const mostDrawn = 40_000_000;

/** A page of a PDF as pixels: the scan in it as it is where nothing else stands there, else the page drawn. */
export async function pictureOfPage(document: PdfDocument, number: number): Promise<PagePicture> {
  const page = await document.getPage(number);
  try {
    return (await scanOf(page)) ?? (await drawn(document, page, workingDpi));
  } finally {
    page.cleanup();
  }
}

interface PdfImage {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray | null;
}

/** The one picture that fills a page, upright as it is stored; null where the page is anything else. */
async function scanOf(page: PdfPage): Promise<PagePicture | null> {
  const { fnArray, argsArray } = await page.getOperatorList();
  if (!fnArray.some((code) => isText(code) || isPicture(code)))
    throw new Unreadable(`图像超过 ${mostPixels / 1_000_000} 百万像素或已损坏，没有读取；请以 300 dpi 重新扫描这一页`);
  const view = page.getViewport({ scale: 1 });
  let matrix = view.transform as unknown as Matrix;
  const saved: Matrix[] = [];
  let found: { matrix: Matrix; id: string } | null = null;
  for (const [index, code] of fnArray.entries()) {
    const args = argsArray[index] as unknown[] | null;
    switch (code) {
      case OPS.save:
        saved.push(matrix);
        break;
      case OPS.restore:
        matrix = saved.pop() ?? matrix;
        break;
      case OPS.transform:
        matrix = compose(matrix, args as unknown as Matrix);
        break;
      case OPS.paintImageXObject:
        if (found !== null || typeof args?.[0] !== 'string') return null;
        found = { matrix, id: args[0] };
        break;
      case OPS.dependency:
      case OPS.setGState:
      case OPS.rectangle:
      case OPS.clip:
      case OPS.endPath:
      case OPS.constructPath:
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps:
      case OPS.endMarkedContent:
        break;
      default:
        if (!isText(code)) return null;
    }
  }
  if (found === null) return null;
  const [a, b, c, d] = found.matrix;
  // The unit square of a picture has its first row at the top, so an upright one has a > 0 and d < 0 on a page with y downwards.
  if (Math.abs(b) > 1 || Math.abs(c) > 1 || a <= 0 || d >= 0) return null;
  if (a < view.width * 0.9 || -d < view.height * 0.9) return null;
  const image = await imageOf(page, found.id);
  const raster = image === null ? null : rasterOf(image);
  return raster === null ? null : { raster, scale: raster.width / a };
}

function isPicture(code: number): boolean {
  return code >= OPS.paintImageMaskXObject && code <= OPS.paintImageMaskXObjectRepeat;
}

/** Text that a scanner laid over its picture is not looked at here. */
function isText(code: number): boolean {
  return (
    (code >= OPS.beginText && code <= OPS.nextLineSetSpacingShowText) ||
    code === OPS.setFont ||
    code === OPS.setFillRGBColor ||
    code === OPS.setStrokeRGBColor
  );
}

function imageOf(page: PdfPage, id: string): Promise<PdfImage | null> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(id, (image: PdfImage | null) => resolve(image));
  });
}

function rasterOf({ width, height, kind, data }: PdfImage): Raster | null {
  if (data === null || data === undefined) return null;
  if (kind === ImageKind.RGB_24BPP) return { width, height, step: 3, data };
  if (kind === ImageKind.RGBA_32BPP) return { width, height, step: 4, data };
  if (kind !== ImageKind.GRAYSCALE_1BPP) return null;
  const row = (width + 7) >> 3;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) out[y * width + x] = (((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
  }
  return { width, height, step: 1, data: out };
}

/** The page drawn at that many dots an inch, fewer where it would be larger than can be held. */
export async function drawn(document: PdfDocument, page: PdfPage, dpi: number): Promise<PagePicture> {
  const natural = page.getViewport({ scale: 1 });
  const area = natural.width * natural.height;
  if (!(area > 0)) throw new Unreadable('页面没有大小，无法显示');
  const scale = Math.min(dpi / 72, Math.sqrt(mostDrawn / area));
  const viewport = page.getViewport({ scale });
  if (viewport.width < 1 || viewport.height < 1) throw new Unreadable('页面大小不合理，无法显示');
  const factory = document.canvasFactory as { create(width: number, height: number): { canvas: Canvas } };
  const { canvas } = factory.create(Math.floor(viewport.width), Math.floor(viewport.height));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return { raster: { width: canvas.width, height: canvas.height, step: 4, data: onWhite(data) }, scale };
}
