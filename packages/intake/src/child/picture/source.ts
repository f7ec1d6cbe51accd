import { readFileSync } from 'node:fs';
import { open as openFile, readFile } from 'node:fs/promises';
import { createCanvas, loadImage, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { openArchive } from '../../archive.ts';
import { detect, office } from '../../detect.ts';
import type { DrawingItem } from '../../drawing.ts';
import { type Limits, Unreadable } from '../../limits.ts';
import type { PdfDocument } from '../pdf/pdfjs.ts';
import { isDeflatedBadly } from './deflated.ts';
import { isFaxFlawed } from './fax.ts';
import { isJbig2Flawed } from './jbig2.ts';
import { isJpegFlawed } from './jpeg-scans.ts';
import { LargeScans, type Packed, type Stretch } from './large-scan.ts';
import type { PagePicture } from './pdf-page.ts';
import { pictureOfPhoto, pictureSize, whiten } from './photo.ts';
import { onWhite } from './raster.ts';
import { isTiff, pdfOfTiff } from './tiff.ts';
import { isDamaged } from './whole.ts';

/** A file whose pages can be had as pixels. */
export interface PictureSource {
  picture(page: number): Promise<PagePicture>;
  close(): Promise<void>;
}

interface OpenFile {
  readonly key: string;
  readonly source: PictureSource;
}

let last: OpenFile | null = null;

/** The file of a task; the one last asked for stays open, since its pages are asked one by one. */
export async function openSource(path: string, password: string | undefined, limits: Limits): Promise<PictureSource> {
  const key = `${path}\0${password ?? ''}`;
  if (last?.key === key) return last.source;
  const old = last;
  last = null;
  await old?.source.close();
  const source = await open(path, await readFile(path), password, limits);
  last = { key, source };
  return source;
}

async function open(path: string, bytes: Buffer, password: string | undefined, limits: Limits): Promise<PictureSource> {
  let content = detect(bytes);
  if (content === 'zip') {
    const archive = await openArchive(bytes, limits);
    archive.close();
    content = office(archive.entries.map((entry) => entry.name));
  }
  if (content === 'pdf') return pdfSource(bytes, password, path);
  if (content === 'ofd') return ofdSource(bytes, limits);
  if (content !== 'image') throw new Unreadable('这种文件没有图像');
  if (isTiff(bytes)) {
    return {
      picture: async (page) => {
        const { pdf, cut } = pdfOfTiff(bytes, page);
        const source = await pdfSource(pdf, undefined);
        try {
          const picture = await source.picture(1);
          return cut ? { ...picture, damaged: true } : picture;
        } finally {
          await source.close();
        }
      },
      close: async () => {},
    };
  }
  return { picture: () => pictureOfPhoto(bytes), close: async () => {} };
}

/** `path` is where the bytes lie; absent for a PDF made here. */
async function pdfSource(bytes: Uint8Array, password: string | undefined, path?: string): Promise<PictureSource> {
  const own = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  // Loaded only where needed: photographs do without.
  const { hearComplaints, inChinese, openPdf } = await import('../pdf/pdfjs.ts');
  const { Complaints } = await import('../pdf/damage.ts');
  const { pictureOfPage } = await import('./pdf-page.ts');
  // Opening takes the bytes away.
  const scans = path === undefined ? null : new LargeScans(own);
  const again = path === undefined ? {} : { again: () => new Uint8Array(readFileSync(path)) };
  const { document, close } = await openPdf(own, password, { drawing: true, ...again });
  return {
    picture: async (page) => {
      const complaints = new Complaints();
      hearComplaints((text) => complaints.take(text));
      try {
        const picture =
          (scans === null || path === undefined ? null : await largeScan(document, page, scans, path)) ??
          (await pictureOfPage(document, page));
        const flawed =
          complaints.pixels > 0 ||
          (scans !== null && path !== undefined && (await isFlawed(document, page, scans, path)));
        return flawed ? { ...picture, damaged: true } : picture;
      } catch (error) {
        throw inChinese(error);
      }
    },
    close,
  };
}

/** Whether the data of a picture on a page does not go out as it must, of which its decoder says nothing. */
async function isFlawed(document: PdfDocument, number: number, scans: LargeScans, path: string): Promise<boolean> {
  const page = await document.getPage(number);
  for (const packed of scans.packedOn((page as { ref?: { num?: number } | null }).ref?.num ?? 0)) {
    const bytes = await stretchOf(path, packed);
    if (isPackedBadly(bytes, packed)) return true;
  }
  return false;
}

function isPackedBadly(bytes: Uint8Array, { as }: Packed): boolean {
  if (as === 'jpeg') return isJpegFlawed(bytes);
  if (as === 'jbig2') return isJbig2Flawed(bytes);
  return 'sure' in as ? isDeflatedBadly(bytes, as) : isFaxFlawed(bytes, as);
}

async function stretchOf(path: string, { at, length }: Stretch): Promise<Buffer> {
  const file = await openFile(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, at);
    return buffer;
  } finally {
    await file.close();
  }
}

/** A page that is one large photograph, decoded apart: in colours and at 600 dpi it is more than pdf.js can hold here. */
async function largeScan(
  document: PdfDocument,
  number: number,
  scans: LargeScans,
  path: string,
): Promise<PagePicture | null> {
  const page = await document.getPage(number);
  try {
    const { width, height } = page.getViewport({ scale: 1 });
    const place = scans.of((page as { ref?: { num?: number } | null }).ref?.num ?? 0);
    if (place === null) return null;
    const photograph = await stretchOf(path, place);
    const size = pictureSize(photograph);
    if (size === null) return null;
    if (Math.abs(size.width / size.height / (width / height) - 1) > 0.03) return null;
    const picture = await pictureOfPhoto(photograph);
    return { ...picture, scale: picture.raster.width / width };
  } finally {
    page.cleanup();
  }
}

/** Draws an area or line of a page, as characters are where a file holds none. */
function paint(context: SKRSContext2D, { path, fill, stroke, lineWidth, opacity }: PathItem): void {
  const outline = new Path2D(path);
  context.globalAlpha = opacity;
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill(outline);
  }
  if (stroke !== null) {
    context.strokeStyle = stroke;
    context.lineWidth = lineWidth;
    context.stroke(outline);
  }
  context.globalAlpha = 1;
}

type PathItem = Extract<DrawingItem, { kind: 'path' }>;

/** The pictures of an OFD page, or the areas it draws where it has none, laid on white at 200 dpi. */
async function ofdSource(bytes: Buffer, limits: Limits): Promise<PictureSource> {
  const { openOfd } = await import('../ofd/ofd.ts');
  const file = await openOfd(bytes, limits);
  return {
    picture: async (number) => {
      const drawing = await file.drawing(number);
      const dots = 200 / 25.4;
      const across = Math.min(10_000, Math.max(1, Math.round(drawing.width * dots)));
      const down = Math.min(10_000, Math.max(1, Math.round(drawing.height * dots)));
      const canvas = createCanvas(across, down);
      const context = canvas.getContext('2d');
      context.fillStyle = '#fff';
      context.fillRect(0, 0, across, down);
      let damaged = false;
      const isDrawn = !drawing.items.some((item) => item.kind === 'image');
      for (const item of drawing.items) {
        if (item.kind === 'text') continue;
        const [a, b, c, d, e, f] = item.matrix;
        context.setTransform(a * dots, b * dots, c * dots, d * dots, e * dots, f * dots);
        if (item.kind === 'path') {
          if (isDrawn) paint(context, item);
          continue;
        }
        const address = drawing.images[item.image] ?? '';
        const image = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
        damaged ||= isDamaged(image);
        const loaded = await loadImage(image).catch(() => null);
        if (loaded === null) damaged = true;
        else context.drawImage(loaded, 0, 0, 1, 1);
      }
      const { data } = context.getImageData(0, 0, across, down);
      // What a picture breaks off before is left transparent.
      if (damaged) whiten(data);
      const raster = { width: across, height: down, step: 4, data: onWhite(data) } as const;
      return damaged ? { raster, scale: 200 / 72, damaged } : { raster, scale: 200 / 72 };
    },
    close: async () => file.close(),
  };
}
