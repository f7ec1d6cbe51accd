import { Damaged } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import { pdfOf, type Strip, type StripPage } from './wrap.ts';

interface Tags {
  get(tag: number): number[];
  raw(tag: number): Uint8Array | null;
}

const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
const most = { directories: 2000, values: 200_000 };
const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  strips: 273,
  samples: 277,
  rows: 278,
  counts: 279,
  resolution: 282,
  planar: 284,
  options: 292,
  unit: 296,
  predictor: 317,
  colours: 320,
  tiles: 324,
  tables: 347,
} as const;

/** A TIFF (6.0) as a PDF with a page for each of its pictures; the PDF reader decodes them. Throws {@link Unreadable}. */
export function pdfOfTiff(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = bytes[0] === 0x49;
  const pages: StripPage[] = [];
  try {
    let at = view.getUint32(4, little);
    const seen = new Set<number>();
    while (at !== 0 && !seen.has(at) && pages.length < most.directories) {
      seen.add(at);
      const count = view.getUint16(at, little);
      pages.push(pageOf(tagsAt(view, bytes, at, count, little), bytes));
      at = view.getUint32(at + 2 + count * 12, little);
    }
  } catch (error) {
    if (error instanceof Unreadable || pages.length === 0)
      throw error instanceof RangeError ? new Damaged('TIFF 已损坏') : error;
  }
  if (pages.length === 0) throw new Unreadable('TIFF 里没有图像');
  return pdfOf(pages);
}

function tagsAt(view: DataView, bytes: Uint8Array, at: number, count: number, little: boolean): Tags {
  const places = new Map<number, { type: number; count: number; at: number }>();
  for (let index = 0; index < count; index++) {
    const entry = at + 2 + index * 12;
    const type = view.getUint16(entry + 2, little);
    const values = Math.min(view.getUint32(entry + 4, little), most.values);
    const inline = (sizes[type] ?? 1) * values <= 4;
    places.set(view.getUint16(entry, little), {
      type,
      count: values,
      at: inline ? entry + 8 : view.getUint32(entry + 8, little),
    });
  }
  return {
    get: (wanted) => {
      const place = places.get(wanted);
      if (place === undefined) return [];
      return Array.from({ length: place.count }, (_, index) => {
        const offset = place.at + index * (sizes[place.type] ?? 1);
        if (place.type === 3) return view.getUint16(offset, little);
        if (place.type === 4) return view.getUint32(offset, little);
        if (place.type === 5) return view.getUint32(offset, little) / (view.getUint32(offset + 4, little) || 1);
        return view.getUint8(offset);
      });
    },
    raw: (wanted) => {
      const place = places.get(wanted);
      return place === undefined ? null : bytes.subarray(place.at, place.at + place.count);
    },
  };
}

function pageOf(tags: Tags, bytes: Uint8Array): StripPage {
  const one = (wanted: number, otherwise: number): number => tags.get(wanted)[0] ?? otherwise;
  const width = one(tag.width, 0);
  const height = one(tag.height, 0);
  if (width === 0 || height === 0 || width * height > 150_000_000) throw new Unreadable('TIFF 图像的大小不合理');
  if (tags.get(tag.tiles).length > 0) throw new Unreadable('TIFF 用分块存储，请另存为普通 TIFF 或 PDF');
  const rows = Math.min(one(tag.rows, height) || height, height);
  const counts = tags.get(tag.counts);
  const strips: Strip[] = tags.get(tag.strips).map((offset, index) => ({
    width,
    height: Math.min(rows, height - index * rows),
    bytes: withTables(bytes.subarray(offset, offset + (counts[index] ?? bytes.length - offset)), tags),
    coding: codingOf(tags, width, Math.min(rows, height - index * rows)),
  }));
  const scale = one(tag.unit, 2) === 3 ? 72 / 2.54 : 72;
  const density = one(tag.resolution, 200);
  const dots = density < 50 || density > 1200 ? 200 : density;
  return {
    width: Math.round(((width * scale) / dots) * 100) / 100,
    height: Math.round(((height * scale) / dots) * 100) / 100,
    strips: strips.filter((strip) => strip.height > 0),
  };
}

/** JPEG strips may share their tables, kept apart; they go before the strip's own data. */
function withTables(bytes: Uint8Array, tags: Tags): Uint8Array {
  const tables = tags.raw(tag.tables);
  if (tables === null || tags.get(tag.compression)[0] !== 7) return bytes;
  return Buffer.concat([tables.subarray(0, tables.length - 2), bytes.subarray(2)]);
}

function codingOf(tags: Tags, width: number, height: number): string {
  const one = (wanted: number, otherwise: number): number => tags.get(wanted)[0] ?? otherwise;
  const bits = one(tag.bits, 1);
  const samples = one(tag.samples, 1);
  const photometric = one(tag.photometric, 0);
  const compression = one(tag.compression, 1);
  if (one(tag.planar, 1) === 2 && samples > 1) throw new Unreadable('TIFF 的颜色分层存储，请另存为普通 TIFF 或 PDF');
  if (![1, 2, 4, 8].includes(bits) || ![1, 3, 4].includes(samples))
    throw new Unreadable('TIFF 的颜色格式不支持，请另存为普通 TIFF 或 PDF');
  const space =
    photometric === 3
      ? paletteOf(tags.get(tag.colours), bits)
      : { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' }[samples];
  // PDF takes 0 for black, as photometric 1 does; photometric 0 takes it for white. Fax coding has its own switch for that.
  const fax = compression >= 2 && compression <= 4;
  const inverted = photometric === 0 && !fax ? ' /Decode [1 0]' : '';
  const predictor =
    one(tag.predictor, 1) === 2 ? ` /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width}` : '';
  const head = `/ColorSpace ${space} /BitsPerComponent ${bits}${inverted}`;
  switch (compression) {
    case 1:
      return head;
    case 2:
    case 3:
    case 4: {
      const twoDimensional = compression === 3 && (one(tag.options, 0) & 1) !== 0;
      const k = compression === 4 ? -1 : twoDimensional ? 1 : 0;
      const byteAligned = compression === 2 ? ' /EncodedByteAlign true' : '';
      const black = photometric === 1 ? ' /BlackIs1 true' : '';
      return `${head} /Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height}${byteAligned}${black} >>`;
    }
    case 5:
      return `${head} /Filter /LZWDecode /DecodeParms << /EarlyChange 1${predictor} >>`;
    case 7:
      return `${head} /Filter /DCTDecode`;
    case 8:
    case 32946:
      return `${head} /Filter /FlateDecode /DecodeParms << /EarlyChange 1${predictor} >>`;
    case 32773:
      return `${head} /Filter /RunLengthDecode`;
    default:
      throw new Unreadable(`TIFF 的压缩方式（${compression}）不支持，请另存为普通 TIFF 或 PDF`);
  }
}

/** TIFF colours are 16 bits, all reds first. */
function paletteOf(colours: readonly number[], bits: number): string {
  const count = 2 ** bits;
  let table = '';
  for (let index = 0; index < count; index++) {
    for (const part of [0, 1, 2]) table += ((colours[part * count + index] ?? 0) >> 8).toString(16).padStart(2, '0');
  }
  return `[/Indexed /DeviceRGB ${count - 1} <${table}>]`;
}
