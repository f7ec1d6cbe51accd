import { Damaged } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';

/** What a TIFF says of one of its pictures. */
export interface Tags {
  get(tag: number): number[];
  raw(tag: number): Uint8Array | null;
}

const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };
/** Bounds on what a TIFF may claim. */
export const most = { directories: 2000, values: 200_000, pixels: 150_000_000, tiles: 20_000 };
/** Numbers of the tags that are read. */
export const tag = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  order: 266,
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
  tileWidth: 322,
  tileHeight: 323,
  tiles: 324,
  tileCounts: 325,
  tables: 347,
} as const;

/** The pictures of a TIFF (6.0) file: their tags, and whether the list of them breaks off. */
export interface Directories {
  readonly found: readonly Tags[];
  readonly broken: boolean;
}

/** The pictures of a TIFF; throws {@link Unreadable} where it has none. */
export function directoriesOf(bytes: Uint8Array): Directories {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const little = bytes[0] === 0x49;
  const found: Tags[] = [];
  const seen = new Set<number>();
  try {
    let at = view.getUint32(4, little);
    while (at !== 0) {
      if (seen.has(at) || found.length >= most.directories) return { found, broken: true };
      seen.add(at);
      const count = view.getUint16(at, little);
      const tags = tagsAt(view, bytes, at, count, little);
      const next = view.getUint32(at + 2 + count * 12, little);
      found.push(tags);
      at = next;
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (found.length === 0) throw new Damaged('TIFF 已损坏');
    return { found, broken: true };
  }
  if (found.length === 0) throw new Damaged('TIFF 里没有图像');
  return { found, broken: false };
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
