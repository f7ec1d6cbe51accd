import { Damaged } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import { isDeflatedBadly } from './deflated.ts';
import { isFaxFlawed } from './fax.ts';
import { isJpegFlawed } from './jpeg-scans.ts';
import { isPlainCoded, type Layout, type Piece, plainPicture } from './tiff-plain.ts';
import { directoriesOf, most, type Tags, tag } from './tiff-tags.ts';
import { pdfOf, type Strip, type StripPage } from './wrap.ts';

const resave = '请用看图软件打开，另存为 JPG 或者 PNG 后再放入';

export function isTiff(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  return (a === 0x49 && b === 0x49) || (a === 0x4d && b === 0x4d);
}

/** How many pictures a TIFF has, and whether more may have been meant. Throws {@link Unreadable}. */
export function picturesOf(bytes: Uint8Array): { count: number; broken: boolean } {
  const { found, broken } = directoriesOf(bytes);
  return { count: found.length, broken };
}

/**
 * A picture (1-based) of a TIFF as a PDF of one page, which the PDF reader decodes; `cut` when some of its data lies beyond the file's end.
 * Throws {@link Unreadable}.
 */
export function pdfOfTiff(bytes: Uint8Array, number: number): { pdf: Uint8Array; cut: boolean } {
  const tags = directoriesOf(bytes).found[number - 1];
  if (tags === undefined) throw new Damaged('TIFF 里没有这一页');
  try {
    const page = pageOf(tags, bytes);
    return { pdf: pdfOf([page]), cut: page.cut };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // What cannot be set aside is too much, not damaged.
    throw /allocation/iu.test(error.message)
      ? new Unreadable('TIFF 图像太大，读不下；请以 300 dpi 重新扫描，或者另存为 JPG 后再放入')
      : new Damaged('TIFF 已损坏');
  }
}

function pageOf(tags: Tags, bytes: Uint8Array): StripPage & { readonly cut: boolean } {
  const one = (wanted: number, otherwise: number): number => tags.get(wanted)[0] ?? otherwise;
  const width = one(tag.width, 0);
  const height = one(tag.height, 0);
  if (width === 0 || height === 0 || width * height > most.pixels)
    throw new Damaged('TIFF 写的图像大小不合理，可能已损坏');
  const tiled = tags.get(tag.tiles).length > 0;
  const grid = tiled ? tilesOf(tags, width, height) : stripsOf(tags, width, height);
  const offsets = tags.get(tiled ? tag.tiles : tag.strips);
  const counts = tags.get(tiled ? tag.tileCounts : tag.counts);
  const none = counts.length > 0 && counts.every((count) => count === 0);
  if (offsets.length === 0 || none) throw new Damaged('TIFF 里没有这一页的图像数据');
  const scale = one(tag.unit, 2) === 3 ? 72 / 2.54 : 72;
  const density = one(tag.resolution, 200);
  const dots = density < 50 || density > 1200 ? 200 : density;
  const size = {
    width: Math.round(((width * scale) / dots) * 100) / 100,
    height: Math.round(((height * scale) / dots) * 100) / 100,
  };
  const layout = layoutOf(tags, width, height, bytes[0] === 0x49);
  // More of them than the size asks for: the size, or the height of each, is not what it was.
  const lying = offsets.length > grid.length * (layout.planar === 2 ? layout.samples : 1);
  if (isUnusual(layout)) {
    const page = plainPage(size, layout, piecesOf(tags, grid, bytes));
    return lying ? { ...page, cut: true } : page;
  }
  let cut = lying;
  const strips = offsets.flatMap((offset, index): Strip[] => {
    const place = grid[index];
    if (place === undefined) return [];
    const end = offset + (counts[index] ?? bytes.length - offset);
    if (end > bytes.length || end === offset || offset < leastOffset) cut = true;
    if (layout.compression === 1 && isOfOtherSize(end - offset, place, layout)) cut = true;
    const own = inOrder(withTables(bytes.subarray(offset, end), tags), tags);
    if (isFlawed(own, place, layout, tags)) cut = true;
    return [
      {
        ...place,
        bytes: own,
        coding: codingOf(tags, place.width, place.height),
      },
    ];
  });
  return {
    ...size,
    ...(tiled ? { pixels: [width, height] } : {}),
    strips,
    cut: cut || strips.length < grid.length,
  };
}

function layoutOf(tags: Tags, width: number, height: number, little: boolean): Layout {
  const one = (wanted: number, otherwise: number): number => tags.get(wanted)[0] ?? otherwise;
  return {
    width,
    height,
    bits: one(tag.bits, 1),
    samples: one(tag.samples, 1),
    planar: one(tag.planar, 1),
    compression: one(tag.compression, 1),
    predictor: one(tag.predictor, 1),
    little,
    photometric: one(tag.photometric, 0),
  };
}

/** Whether data of which a PDF reader does not say where it is damaged does not go out as it must. */
function isFlawed(bytes: Uint8Array, { width, height }: Place, layout: Layout, tags: Tags): boolean {
  const { compression, bits, samples } = layout;
  if (compression === 8 || compression === 32946) {
    const row = Math.ceil((width * samples * bits) / 8);
    return isDeflatedBadly(bytes, { bytes: row * height, row, sure: true });
  }
  if (compression >= 2 && compression <= 4)
    return isFaxFlawed(bytes, { columns: width, rows: height, k: kindOf(tags), aligned: compression === 2 });
  return compression === 7 && isJpegFlawed(bytes);
}

/** Whether lines of fax data go on from the one above, as PDF tells it: -1 all do, 0 none, 1 each says. */
function kindOf(tags: Tags): -1 | 0 | 1 {
  const compression = tags.get(tag.compression)[0] ?? 1;
  if (compression === 4) return -1;
  return compression === 3 && ((tags.get(tag.options)[0] ?? 0) & 1) !== 0 ? 1 : 0;
}

/** Fax data may have the first point of a byte in its lowest bit. */
function inOrder(bytes: Uint8Array, tags: Tags): Uint8Array {
  const compression = tags.get(tag.compression)[0] ?? 1;
  if (tags.get(tag.order)[0] !== 2 || compression < 2 || compression > 4) return bytes;
  return bytes.map((byte) => turned[byte] ?? 0);
}

/** Bytes with their bits the other way round. */
const turned = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number.parseInt([...byte.toString(2).padStart(8, '0')].reverse().join(''), 2),
);

/** The head of the file takes the first bytes. */
const leastOffset = 8;

/** Whether so many bytes, unpacked, are too few for a strip, or far too many. */
function isOfOtherSize(length: number, { width, height }: Place, { bits, samples }: Layout): boolean {
  const wanted = Math.ceil((width * samples * bits) / 8) * height;
  return length < wanted || length > wanted * 1.5 + 64;
}

/** Samples of a picture above which it is made smaller before anything else is done with it. */
const mostSamples = 40_000_000;

/**
 * What a PDF cannot hold as it lies: 16 bits, colours apart, transparency; more of it than can be held; or codings of which a PDF reader does
 * not say where their data is short.
 */
function isUnusual(layout: Layout): boolean {
  const { width, height, bits, samples, planar, photometric, compression } = layout;
  const colours = photometric === 2 ? 3 : 1;
  const silent = compression === 5 || compression === 32773;
  const unusual = silent || bits === 16 || (planar === 2 && samples > 1) || samples > colours;
  return isPlainCoded(layout) && samples >= colours && (unusual || width * height * samples > mostSamples);
}

function plainPage(
  size: { readonly width: number; readonly height: number },
  layout: Layout,
  pieces: Iterable<Piece>,
): StripPage & { readonly cut: boolean } {
  const { width, height, colours, data, cut } = plainPicture(layout, pieces);
  const coding = `/ColorSpace ${colours === 3 ? '/DeviceRGB' : '/DeviceGray'} /BitsPerComponent 8`;
  return { ...size, strips: [{ width, height, bytes: data, coding }], cut };
}

/** The strips or tiles of all colours; one whose data lies beyond the file's end has what there is. */
function* piecesOf(tags: Tags, grid: readonly Place[], bytes: Uint8Array): Generator<Piece> {
  const tiled = tags.get(tag.tiles).length > 0;
  const offsets = tags.get(tiled ? tag.tiles : tag.strips);
  const counts = tags.get(tiled ? tag.tileCounts : tag.counts);
  let top = 0;
  for (const [index, offset] of offsets.entries()) {
    const at = index % grid.length;
    const place = grid[at];
    if (place === undefined) return;
    if (at === 0) top = 0;
    const [left, above] = place.at ?? [0, top];
    top += place.height;
    const own = bytes.subarray(offset, offset + (counts[index] ?? bytes.length - offset));
    yield {
      left,
      top: above,
      width: place.width,
      height: place.height,
      plane: Math.floor(index / grid.length),
      bytes: own,
    };
  }
}

type Place = Pick<Strip, 'at' | 'width' | 'height'>;

function stripsOf(tags: Tags, width: number, height: number): Place[] {
  const rows = Math.min(tags.get(tag.rows)[0] || height, height);
  if (height / rows > most.values) throw new Damaged('TIFF 写的图像大小不合理，可能已损坏');
  return Array.from({ length: Math.ceil(height / rows) }, (_, index) => ({
    width,
    height: Math.min(rows, height - index * rows),
  }));
}

/** Tiles run row by row; those at the right and at the bottom go on beyond the picture. */
function tilesOf(tags: Tags, width: number, height: number): Place[] {
  const across = tags.get(tag.tileWidth)[0] ?? 0;
  const down = tags.get(tag.tileHeight)[0] ?? 0;
  const columns = Math.ceil(width / across);
  const rows = Math.ceil(height / down);
  if (!(across > 0 && down > 0) || across * down > most.pixels || columns * rows > most.tiles)
    throw new Damaged('TIFF 写的图像分块大小不合理，可能已损坏');
  return Array.from({ length: columns * rows }, (_, index) => ({
    at: [(index % columns) * across, Math.floor(index / columns) * down],
    width: across,
    height: down,
  }));
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
  if (one(tag.planar, 1) === 2 && samples > 1) throw new Unreadable(`TIFF 的颜色分层存储，读不出；${resave}`);
  if (![1, 2, 4, 8].includes(bits) || ![1, 3, 4].includes(samples))
    throw new Unreadable(`TIFF 的颜色格式少见，读不出；${resave}`);
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
      const k = kindOf(tags);
      const byteAligned = compression === 2 ? ' /EncodedByteAlign true' : '';
      const black = photometric === 1 ? ' /BlackIs1 true' : '';
      return `${head} /Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height}${byteAligned}${black} >>`;
    }
    case 5:
      return `${head} /Filter /LZWDecode /DecodeParms << /EarlyChange 1${predictor} >>`;
    case 7:
      return `${head} /Filter /DCTDecode${photometric === 2 ? ' /DecodeParms << /ColorTransform 0 >>' : ''}`;
    case 8:
    case 32946:
      return `${head} /Filter /FlateDecode /DecodeParms << /EarlyChange 1${predictor} >>`;
    case 32773:
      return `${head} /Filter /RunLengthDecode`;
    default:
      throw new Unreadable(`TIFF 的压缩方式少见（编号 ${compression}），读不出；${resave}`);
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
