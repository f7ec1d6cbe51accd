import { letsThrough } from './bytes/clear.ts';
import { ImageKind, type PdfPage } from './pdfjs.ts';

interface Picture {
  readonly width?: number;
  readonly height?: number;
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray | string | null;
}

/** Whether a picture lets nothing through, or a `stencil` paints everywhere; pdf.js names those it has unpacked. */
export async function isOpaque(page: PdfPage, image: unknown): Promise<boolean> {
  const { stencil } = (image ?? {}) as { stencil?: Picture | null };
  if (stencil != null) {
    const { data = null } = stencil;
    return paintsAll(typeof data === 'string' ? await pictureOf(page, data) : stencil);
  }
  const picture = typeof image === 'string' ? await pictureOf(page, image) : (image as Picture | null);
  if (picture?.kind === ImageKind.RGB_24BPP || picture?.kind === ImageKind.GRAYSCALE_1BPP) return true;
  const data = picture?.kind === ImageKind.RGBA_32BPP ? picture.data : null;
  if (data == null || typeof data === 'string' || data.length < 4) return false;
  return !letsThrough(data, 3, 4);
}

/** A bit of 0 stands for each place a stencil paints. */
function paintsAll(stencil: Picture | null): boolean {
  const { data = null, width = 0, height = 0 } = stencil ?? {};
  const each = (width + 7) >> 3;
  if (data === null || typeof data === 'string' || each === 0 || data.length < each * height) return false;
  const last = width % 8 === 0 ? 0xff : (0xff00 >> (width % 8)) & 0xff;
  for (let at = 0; at < each * height; at++)
    if (((data[at] ?? 0) & ((at + 1) % each === 0 ? last : 0xff)) !== 0) return false;
  return true;
}

function pictureOf(page: PdfPage, id: string): Promise<Picture | null> {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(id, (picture: Picture | null) => resolve(picture));
  });
}
