import { inflateRawSync, inflateSync } from 'node:zlib';

/** Beyond this the data of a stream is not looked at, but still measured. */
const largestStream = 16 * 2 ** 20;
/** No page has so much to say. */
const bombBytes = 64 * 2 ** 20;

/** Why the data of a stream could not be had: too long, beyond all measure, damaged or breaking off, or packed in a way not undone here. */
export type Withheld = 'long' | 'bomb' | 'broken' | 'foreign';

type Undo = (packed: Buffer, most: number) => Buffer | 'long' | 'broken' | 'foreign';

/** How each filter of ISO 32000-1, 7.4 is undone, by both its names; those of pictures are not. */
const undone: ReadonlyMap<string, Undo> = new Map<string, Undo>([
  ...(['FlateDecode', 'Fl'] as const).map((name) => [name, inflate] as const),
  ...(['ASCII85Decode', 'A85'] as const).map((name) => [name, fromAscii85] as const),
  ...(['ASCIIHexDecode', 'AHx'] as const).map((name) => [name, fromHex] as const),
  ...(['LZWDecode', 'LZW'] as const).map((name) => [name, fromLzw] as const),
  ...(['RunLengthDecode', 'RL'] as const).map((name) => [name, fromRuns] as const),
]);

/** The data of a stream with its filters undone; `head` is its dictionary. */
export function unpacked(content: Buffer, head: string): Buffer | Withheld {
  const names = filtersOf(head);
  if (names === null || /\/(?:Predictor\s+(?!1\b)|EarlyChange\s+0)/u.test(head)) return 'foreign';
  let data = content;
  for (const name of names) {
    const undo = undone.get(name);
    if (undo === undefined) return 'foreign';
    const next = undo(data, largestStream);
    if (next === 'long' && undo === inflate) return inflate(data, bombBytes) === 'long' ? 'bomb' : 'long';
    if (typeof next === 'string') return next;
    data = next;
  }
  return data.length > largestStream ? 'long' : data;
}

/** Names of the filters in the order they are undone; null where the dictionary does not hold them itself. */
function filtersOf(head: string): readonly string[] | null {
  const [, one, list] = /\/Filter\s*(?:\/([A-Za-z0-9]+)|\[([^\]]*)\])/u.exec(head) ?? [];
  if (one !== undefined) return [one];
  if (list === undefined) return head.includes('/Filter') ? null : [];
  return /^[\s/A-Za-z0-9]*$/u.test(list) && !/(?:^|\s)\d/u.test(list) ? list.split(/[\s/]+/u).filter(Boolean) : null;
}

function inflate(content: Buffer, most: number): Buffer | 'long' | 'broken' {
  if (content.length < 3) return content.subarray(0, 0);
  try {
    return inflateSync(content, { maxOutputLength: most, chunkSize: pieceFor(content) });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') return 'long';
    return (code === 'Z_BUF_ERROR' && withoutSum(content, most)) || 'broken';
  }
}

/** Bytes to unpack into at a time: a file may have very many small streams. */
export function pieceFor(packed: Uint8Array): number {
  return Math.min(1 << 20, Math.max(1024, packed.length * 4));
}

/** Some producers leave out the sum at the end of the data; null where more than that is missing. */
function withoutSum(content: Buffer, most: number): Buffer | null {
  try {
    return inflateRawSync(content.subarray(2), { maxOutputLength: most, chunkSize: pieceFor(content) });
  } catch {
    return null;
  }
}

function fromHex(packed: Buffer): Buffer | 'foreign' {
  const [digits = ''] = packed.toString('latin1').split('>', 1);
  const dense = digits.replace(/\s/gu, '');
  if (/[^0-9A-Fa-f]/u.test(dense)) return 'foreign';
  return Buffer.from(dense.length % 2 === 0 ? dense : `${dense}0`, 'hex');
}

const [exclamation, u, z, tilde] = Array.from('!uz~', (mark) => mark.charCodeAt(0)) as [number, number, number, number];

function fromAscii85(packed: Buffer, most: number): Buffer | 'long' | 'foreign' {
  const out = Buffer.alloc(Math.min(most + 4, packed.length * 4 + 4));
  let length = 0;
  let value = 0;
  let digits = 0;
  for (const code of packed) {
    if (code === tilde) break;
    if (code <= 32) continue;
    if (length + 4 > out.length) return 'long';
    if (code === z && digits === 0) {
      length += 4;
      continue;
    }
    if (code < exclamation || code > u) return 'foreign';
    value = value * 85 + code - exclamation;
    if (++digits < 5) continue;
    if (value > 0xffffffff) return 'foreign';
    out.writeUInt32BE(value, length);
    length += 4;
    value = 0;
    digits = 0;
  }
  if (digits > 1) {
    for (let at = digits; at < 5; at++) value = value * 85 + 84;
    if (value > 0xffffffff || length + 4 > out.length) return 'foreign';
    out.writeUInt32BE(value, length);
    length += digits - 1;
  }
  return out.subarray(0, length);
}

function fromRuns(packed: Buffer, most: number): Buffer | 'long' {
  const parts: Buffer[] = [];
  let length = 0;
  for (let at = 0; at < packed.length; ) {
    const code = packed[at++] as number;
    if (code === 128) break;
    const part = code < 128 ? packed.subarray(at, at + code + 1) : Buffer.alloc(257 - code, packed[at] ?? 0);
    at += code < 128 ? code + 1 : 1;
    parts.push(part);
    length += part.length;
    if (length > most) return 'long';
  }
  return Buffer.concat(parts);
}

const [clear, end, mostCodes] = [256, 257, 4096];

/** Codes of 9 to 12 bits, each for a string: one before it and a byte more. */
function fromLzw(packed: Buffer, most: number): Buffer | 'long' | 'foreign' {
  const before = new Uint16Array(mostCodes);
  const last = new Uint8Array(mostCodes);
  const lengths = new Uint16Array(mostCodes);
  for (let code = 0; code < clear; code++) [last[code], lengths[code]] = [code, 1];
  let out = Buffer.alloc(Math.min(most, Math.max(4096, packed.length * 4)));
  let length = 0;
  let next = end + 1;
  let bits = 9;
  let earlier = -1;
  let held = 0;
  let count = 0;
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xffffff;
    count += 8;
    if (count < bits) continue;
    count -= bits;
    const code = (held >> count) & ((1 << bits) - 1);
    if (code === end) break;
    if (code === clear) {
      [next, bits, earlier] = [end + 1, 9, -1];
      continue;
    }
    if (code > next || (code === next && earlier < 0)) return 'foreign';
    // A code that is only now given stands for the string before it and that string's first byte.
    const whole = code === next ? (lengths[earlier] as number) + 1 : (lengths[code] as number);
    if (length + whole > most) return 'long';
    if (length + whole > out.length) out = Buffer.concat([out, Buffer.alloc(Math.max(out.length, whole))]);
    let at = length + whole - 1;
    if (code === next) at--;
    for (let part = code === next ? earlier : code; at >= length; at--) {
      out[at] = last[part] as number;
      part = before[part] as number;
    }
    const first = out[length] as number;
    if (code === next) out[length + whole - 1] = first;
    length += whole;
    if (earlier >= 0 && next < mostCodes) {
      [before[next], last[next], lengths[next]] = [earlier, first, (lengths[earlier] as number) + 1];
      next++;
    }
    earlier = code;
    if (next + 1 >= 1 << bits && bits < 12) bits++;
  }
  return out.subarray(0, length);
}
