import { readFile } from 'node:fs/promises';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { openArchive } from '../../archive.ts';
import { detect, office } from '../../detect.ts';
import { type Limits, Unreadable } from '../../limits.ts';
import type { PagePicture } from './pdf-page.ts';
import { pictureOfPhoto } from './photo.ts';
import { onWhite } from './raster.ts';
import { isTiff, pdfOfTiff } from './tiff.ts';

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
  const source = await open(await readFile(path), password, limits);
  last = { key, source };
  return source;
}

async function open(bytes: Buffer, password: string | undefined, limits: Limits): Promise<PictureSource> {
  let content = detect(bytes);
  if (content === 'zip') {
    const archive = await openArchive(bytes, limits);
    archive.close();
    content = office(archive.entries.map((entry) => entry.name));
  }
  if (content === 'pdf') return pdfSource(bytes, password);
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

async function pdfSource(bytes: Uint8Array, password: string | undefined): Promise<PictureSource> {
  const own = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  // Loaded only where needed: photographs do without.
  const { hearComplaints, inChinese, openPdf } = await import('../pdf/pdfjs.ts');
  const { Complaints } = await import('../pdf/damage.ts');
  const { pictureOfPage } = await import('./pdf-page.ts');
  const { document, close } = await openPdf(own, password, { drawing: true });
  return {
    picture: async (page) => {
      const complaints = new Complaints();
      hearComplaints((text) => complaints.take(text));
      try {
        const picture = await pictureOfPage(document, page);
        return complaints.pixels > 0 ? { ...picture, damaged: true } : picture;
      } catch (error) {
        throw inChinese(error);
      }
    },
    close,
  };
}

/** The pictures of an OFD page, laid on white at 200 dpi. */
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
      for (const item of drawing.items) {
        if (item.kind !== 'image') continue;
        const address = drawing.images[item.image] ?? '';
        const image = await loadImage(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')).catch(() => null);
        if (image === null) continue;
        const [a, b, c, d, e, f] = item.matrix;
        context.setTransform(a * dots, b * dots, c * dots, d * dots, e * dots, f * dots);
        context.drawImage(image, 0, 0, 1, 1);
      }
      const { data } = context.getImageData(0, 0, across, down);
      return { raster: { width: across, height: down, step: 4, data: onWhite(data) }, scale: 200 / 72 };
    },
    close: async () => file.close(),
  };
}
