import { constants, inflateSync } from 'node:zlib';

/** A picture whose pixels are deflated as they are (Flate): how many bytes they must be, and of one row of them. */
export interface Deflated {
  readonly bytes: number;
  readonly row: number;
  /** How many parts a pixel's colour has is known, so that more bytes than that are of another picture. */
  readonly sure: boolean;
}

const mostBytes = 128 * 2 ** 20;

/** Parts of a colour, by the name of its space. */
const parts: Readonly<Record<string, number>> = {
  DeviceGray: 1,
  CalGray: 1,
  G: 1,
  Indexed: 1,
  I: 1,
  Separation: 1,
  DeviceRGB: 3,
  CalRGB: 3,
  RGB: 3,
  Lab: 3,
  DeviceCMYK: 4,
  CMYK: 4,
};

/** What the dictionary of a picture says of its data; null where it is packed otherwise or does not say. `object` gives that of another number. */
export function deflatedAs(head: string, object: (id: number) => string | undefined): Deflated | null {
  if (!/\/Filter\s*(?:\/FlateDecode\b|\[\s*\/FlateDecode\s*\])/u.test(head)) return null;
  const number = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d+)`, 'u').exec(head)?.[1] ?? 0);
  const [width, height] = [number('Width'), number('Height')];
  const mask = /\/ImageMask\s+true/u.test(head);
  const bits = mask ? 1 : number('BitsPerComponent');
  if (width * height === 0 || bits === 0) return null;
  const known = mask ? 1 : partsIn(head, object);
  const predicted = /\/Predictor\s+1[0-5]\b/u.test(head) ? 1 : 0;
  const row = Math.ceil((width * bits * (known ?? 1)) / 8) + predicted;
  return row * height > mostBytes ? null : { bytes: row * height, row, sure: known !== null };
}

function partsIn(head: string, object: (id: number) => string | undefined): number | null {
  const [, name, list, id] = /\/ColorSpace\s*(?:\/(\w+)|\[([^\]]*)\]?|(\d+)\s+\d+\s+R)/u.exec(head) ?? [];
  if (name !== undefined) return parts[name] ?? null;
  const said = list ?? (id === undefined ? undefined : object(Number(id)));
  if (said === undefined) return null;
  const [, kind = ''] = /^\s*\[?\s*\/(\w+)/u.exec(said) ?? [];
  if (kind !== 'ICCBased') return parts[kind] ?? null;
  const profile = object(Number(/ICCBased\s+(\d+)/u.exec(said)?.[1] ?? 0));
  const count = Number(/\/N\s+(\d)/u.exec(profile ?? '')?.[1] ?? 0);
  return count === 0 ? null : count;
}

/** Whether the data does not go out to the picture that its dictionary tells of: readers fill up what is missing, and say nothing. */
export function isDeflatedBadly(packed: Uint8Array, { bytes, row, sure }: Deflated): boolean {
  const most = sure ? Math.ceil(bytes * 1.5) + 65_536 : bytes * 4 + 65_536;
  try {
    // Some producers leave out the sum at the end.
    const plain = inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    return plain.length <= bytes - row;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE' || sure;
  }
}
