import { inflateSync } from 'node:zlib';
import { Unreadable } from '../../limits.ts';

/** How the samples of a TIFF picture lie in its data. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** 8 or 16. */
  readonly bits: number;
  /** Samples of a pixel in the data, those that are no colour included. */
  readonly samples: number;
  /** 1: the samples of a pixel lie together; 2: each colour has data of its own. */
  readonly planar: number;
  readonly compression: number;
  readonly predictor: number;
  /** Order of the bytes of a sample of 16 bits. */
  readonly little: boolean;
  readonly photometric: number;
}

/** A strip or tile: where it lies, its size, and its data as it stands in the file. */
export interface Piece {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Which colour it holds where each has data of its own. */
  readonly plane: number;
  readonly bytes: Uint8Array;
}

/** A picture in plain samples of 8 bits, grey or red, green and blue. */
export interface PlainPicture {
  readonly width: number;
  readonly height: number;
  readonly colours: 1 | 3;
  readonly data: Uint8Array;
  /** Some of its data is damaged or missing. */
  readonly cut: boolean;
}

/** Pixels of the picture made: a third more than A4 at 300 dots an inch. */
const mostPixels = 12_000_000;
/** Codings that are undone here: none, LZW, deflate (both numbers) and PackBits. */
const codings = new Set([1, 5, 8, 32946, 32773]);

/** Whether a picture of that layout is made plain here; fax and JPEG data are left to the PDF reader. */
export function isPlainCoded({
  compression,
  bits,
  photometric,
}: Pick<Layout, 'compression' | 'bits' | 'photometric'>): boolean {
  return codings.has(compression) && (bits === 8 || bits === 16) && [0, 1, 2].includes(photometric);
}

/**
 * The picture in samples of 8 bits, one of each few pixels where there are more than are needed: what holds 16 bits a sample, has its colours
 * apart or is transparent becomes as any other. Pieces are unpacked one at a time. Throws {@link Unreadable} where nothing can be unpacked.
 */
export function plainPicture(layout: Layout, pieces: Iterable<Piece>): PlainPicture {
  const every = Math.max(1, Math.ceil(Math.sqrt((layout.width * layout.height) / mostPixels)));
  const width = Math.floor(layout.width / every);
  const height = Math.floor(layout.height / every);
  const colours = layout.photometric === 2 && layout.samples >= 3 ? 3 : 1;
  const data = new Uint8Array(width * height * colours).fill(255);
  let cut = false;
  let any = false;
  for (const piece of pieces) {
    const unpacked = unpack(piece, layout);
    const inPiece = layout.planar === 2 ? 1 : layout.samples;
    const whole = piece.width * piece.height * inPiece * (layout.bits >> 3);
    if (unpacked === null || unpacked.length < whole || isMisfit(piece.bytes, whole, layout)) cut = true;
    if (unpacked === null || unpacked.length === 0) continue;
    any = true;
    put(unpacked, piece, layout, { every, width, height, colours, data });
  }
  if (!any) throw new Unreadable('TIFF 的图像数据已损坏，读不出；请重新扫描这一页');
  return { width, height, colours, data, cut };
}

interface Target {
  readonly every: number;
  readonly width: number;
  readonly height: number;
  readonly colours: 1 | 3;
  readonly data: Uint8Array;
}

/** Puts the samples of a piece into their places: the mean of as many pixels as become one. */
function put(bytes: Uint8Array, piece: Piece, layout: Layout, to: Target): void {
  const { bits, planar, samples, little, predictor, photometric } = layout;
  const step = planar === 2 ? 1 : samples;
  const wide = bits === 16;
  if (predictor === 2) addUp(bytes, piece, step, wide, little);
  const high = wide && little ? 1 : 0;
  const size = wide ? 2 : 1;
  const row = piece.width * step * size;
  const first = planar === 2 ? piece.plane : 0;
  const shown = planar === 2 ? 1 : to.colours;
  if (first >= to.colours) return;
  for (let y = Math.ceil(piece.top / to.every); y < to.height; y++) {
    const from = y * to.every - piece.top;
    if (from >= piece.height) break;
    for (let x = Math.ceil(piece.left / to.every); x < to.width; x++) {
      const across = x * to.every - piece.left;
      if (across >= piece.width) break;
      for (let colour = 0; colour < shown; colour++) {
        let sum = 0;
        let count = 0;
        for (let dy = 0; dy < to.every && from + dy < piece.height; dy++)
          for (let dx = 0; dx < to.every && across + dx < piece.width; dx++) {
            const at = (from + dy) * row + ((across + dx) * step + colour) * size + high;
            if (at >= bytes.length) continue;
            sum += bytes[at] ?? 0;
            count++;
          }
        if (count === 0) continue;
        const value = Math.round(sum / count);
        to.data[(y * to.width + x) * to.colours + first + colour] = photometric === 0 ? 255 - value : value;
      }
    }
  }
}

/** Undoes the difference to the pixel on the left (TIFF 6.0, section 14). */
function addUp(bytes: Uint8Array, piece: Piece, step: number, wide: boolean, little: boolean): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const size = wide ? 2 : 1;
  const row = piece.width * step * size;
  for (let start = 0; start + row <= bytes.length; start += row)
    for (let at = start + step * size; at < start + row; at += size)
      if (wide) view.setUint16(at, view.getUint16(at, little) + view.getUint16(at - step * size, little), little);
      else bytes[at] = (bytes[at] ?? 0) + (bytes[at - step] ?? 0);
}

function unpack({ bytes, width, height }: Piece, { compression, planar, samples, bits }: Layout): Uint8Array | null {
  const most = width * height * (planar === 2 ? 1 : samples) * (bits >> 3);
  switch (compression) {
    case 1:
      return new Uint8Array(bytes.subarray(0, most));
    case 5:
      return lzw(bytes, most);
    case 32773:
      return packBits(bytes, most);
    default:
      try {
        return new Uint8Array(inflateSync(bytes, { maxOutputLength: most + 1024 }));
      } catch {
        return null;
      }
  }
}

/** Whether runs of PackBits make more than there is room for, or leave data over: a count among them was changed. */
function isMisfit(bytes: Uint8Array, whole: number, { compression }: Layout): boolean {
  if (compression !== 32773) return false;
  let made = 0;
  let at = 0;
  while (at < bytes.length && made < whole) {
    const count = ((bytes[at++] ?? 0) << 24) >> 24;
    if (count === -128) continue;
    made += Math.abs(count) + 1;
    at += count >= 0 ? count + 1 : 1;
  }
  // A byte may be added to make their number even.
  return made > whole || at + 1 < bytes.length;
}

/** PackBits (TIFF 6.0, section 9), as far as it is sound. */
function packBits(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  let to = 0;
  for (let at = 0; at < bytes.length && to < most; ) {
    const count = ((bytes[at++] ?? 0) << 24) >> 24;
    if (count >= 0) {
      const run = bytes.subarray(at, at + count + 1).subarray(0, most - to);
      out.set(run, to);
      to += run.length;
      at += count + 1;
    } else if (count !== -128) {
      const end = Math.min(most, to + 1 - count);
      out.fill(bytes[at++] ?? 0, to, end);
      to = end;
    }
  }
  return out.subarray(0, to);
}

const clear = 256;
const end = 257;

/** LZW as TIFF has it (6.0, section 13), as far as it is sound. */
function lzw(bytes: Uint8Array, most: number): Uint8Array {
  const out = new Uint8Array(most);
  // Each entry is a stretch of what was put out before.
  const starts = new Uint32Array(4096);
  const lengths = new Uint32Array(4096);
  let next = 258;
  let width = 9;
  let to = 0;
  let before: { start: number; length: number } | null = null;
  let held = 0;
  let bits = 0;
  for (let at = 0; to < most; ) {
    while (bits < width && at < bytes.length) {
      held = ((held << 8) | (bytes[at++] ?? 0)) & 0xffffff;
      bits += 8;
    }
    if (bits < width) break;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    if (code === end) break;
    if (code === clear) {
      next = 258;
      width = 9;
      before = null;
      continue;
    }
    const start = to;
    if (code < 256) out[to++] = code;
    else if (code < next) {
      const length = Math.min(lengths[code] ?? 0, most - to);
      out.copyWithin(to, starts[code] ?? 0, (starts[code] ?? 0) + length);
      to += length;
    } else if (code === next && before !== null) {
      const length = Math.min(before.length, most - to);
      out.copyWithin(to, before.start, before.start + length);
      to += length;
      if (to < most) out[to++] = out[before.start] ?? 0;
    } else break;
    if (before !== null && next < 4096) {
      // What came before and the first byte of this stand one behind the other already.
      starts[next] = before.start;
      lengths[next] = before.length + 1;
      next++;
      if (next >= (1 << width) - 1 && width < 12) width++;
    }
    before = { start, length: to - start };
  }
  return out.subarray(0, to);
}
