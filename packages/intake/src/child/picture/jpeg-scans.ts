import { Bits, type Codes, mostBits, mostLeft } from './jpeg-bits.ts';

/** Of a component: its sampling, its first quantiser and, in a scan, its tables. */
interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
  readonly quantiser: number;
}

interface Frame {
  readonly progressive: boolean;
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

/**
 * Whether the packed data of a JPEG (ITU-T T.81) does not go out as it must: codes that are none, blocks too long, brightness beyond all
 * measure, data that is left over or missing. Decoders go on past that and say nothing, with shifted or grey parts. False where nothing is found,
 * and where the coding is a rare one; a change that alters no code's length cannot be seen.
 */
export function isJpegFlawed(bytes: Uint8Array): boolean {
  const codes = new Map<number, Codes>();
  const quantisers = new Map<number, number>();
  let frame: Frame | null = null;
  let interval = 0;
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return false;
    if (marker === 0xff || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const start = at + 4;
    const end = at + 2 + word(at + 2);
    if (end > bytes.length) return false;
    if (marker === 0xdb) takeQuantisers(bytes, start, end, quantisers);
    else if (marker === 0xc4) takeCodes(bytes, start, end, codes);
    else if (marker === 0xdd) interval = word(start);
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
      // Lossless, hierarchical and arithmetic coding, and twelve bits, are hardly ever met with.
      if (marker > 0xc2 || bytes[start] !== 8 || word(start + 1) === 0) return false;
      frame = {
        progressive: marker === 0xc2,
        width: word(start + 3),
        height: word(start + 1),
        components: componentsOf(bytes, start + 5, quantisers),
      };
    } else if (marker === 0xda) {
      if (frame === null) return false;
      const next = scanEnd(bytes, start, end, frame, codes, interval);
      if (next === null) return true;
      at = next;
      continue;
    }
    at = end;
  }
  return false;
}

function takeQuantisers(bytes: Uint8Array, start: number, end: number, to: Map<number, number>): void {
  for (let at = start; at < end; ) {
    const wide = (bytes[at] ?? 0) >> 4 !== 0;
    const first = wide ? ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0) : (bytes[at + 1] ?? 0);
    to.set((bytes[at] ?? 0) & 15, first);
    at += wide ? 129 : 65;
  }
}

function takeCodes(bytes: Uint8Array, start: number, end: number, to: Map<number, Codes>): void {
  for (let at = start; at + 17 <= end; ) {
    const codes = new Uint16Array(65536);
    let symbol = at + 17;
    let code = 0;
    for (let length = 1; length <= 16; length++) {
      for (let left = bytes[at + length] ?? 0; left > 0; left--) {
        const from = code << (16 - length);
        codes.fill((length << 8) | (bytes[symbol++] ?? 0), from, from + (1 << (16 - length)));
        code++;
      }
      code <<= 1;
    }
    to.set(bytes[at] ?? 0, codes);
    at = symbol;
  }
}

function componentsOf(bytes: Uint8Array, at: number, quantisers: ReadonlyMap<number, number>): Component[] {
  return Array.from({ length: Math.min(4, bytes[at] ?? 0) }, (_, index): Component => {
    const [id = 0, sampling = 0x11, table = 0] = bytes.subarray(at + 1 + index * 3, at + 4 + index * 3);
    return { id, across: sampling >> 4 || 1, down: sampling & 15 || 1, quantiser: quantisers.get(table) ?? 1 };
  });
}

/** Dequantised, the mean of eight bits lies within 1024 on either side; more than half beyond that is no picture's. */
const brightest = 1536;
/** Where the scan's data ends, at the next marker; null where it does not go out. */
function scanEnd(
  bytes: Uint8Array,
  start: number,
  data: number,
  frame: Frame,
  codes: ReadonlyMap<number, Codes>,
  interval: number,
): number | null {
  const count = bytes[start] ?? 0;
  const [first = 0, last = 63, approximation = 0] = bytes.subarray(start + 1 + count * 2, start + 4 + count * 2);
  const parts = Array.from({ length: count }, (_, index) => {
    const [id, tables = 0] = bytes.subarray(start + 1 + index * 2, start + 3 + index * 2);
    const component = frame.components.find((one) => one.id === id);
    return { component, mean: codes.get(tables >> 4), detail: codes.get(16 | (tables & 15)), before: 0 };
  });
  const widest = Math.max(...frame.components.map(({ across }) => across));
  const tallest = Math.max(...frame.components.map(({ down }) => down));
  // What refines earlier scans goes by what they held.
  const refines = frame.progressive && approximation >> 4 !== 0;
  const known = parts.every(({ component, mean, detail }) => {
    const needed = first === 0 ? mean : detail;
    return component !== undefined && needed !== undefined && (frame.progressive || detail !== undefined);
  });
  const reader = new Bits(bytes, data);
  if (refines || !known) return reader.afterData();
  const shift = frame.progressive ? approximation & 15 : 0;
  const [only] = parts;
  const single = parts.length === 1 && only?.component !== undefined ? only.component : null;
  const columns = Math.ceil((frame.width * (single?.across ?? 1)) / (widest * 8));
  const rows = Math.ceil((frame.height * (single?.down ?? 1)) / (tallest * 8));
  const units = columns * rows;
  let run = 0;
  for (let unit = 0; unit < units; unit++) {
    if (interval > 0 && unit > 0 && unit % interval === 0) {
      if (run > 0 || !reader.restart()) return null;
      for (const part of parts) part.before = 0;
    }
    for (const part of parts) {
      const { component, mean, detail } = part;
      if (component === undefined) return null;
      const blocks = single === null ? component.across * component.down : 1;
      for (let block = 0; block < blocks; block++) {
        let at = first;
        if (first === 0 && mean !== undefined) {
          const size = reader.symbol(mean);
          if (size < 0 || size > mostBits.mean) return null;
          part.before += reader.signed(size);
          if (Math.abs(part.before * 2 ** shift * component.quantiser) > brightest) return null;
          at = 1;
        }
        if (run > 0) {
          run--;
          continue;
        }
        if (detail === undefined) continue;
        if (!frame.progressive) {
          if (!reader.details(detail)) return null;
          continue;
        }
        while (at <= last) {
          const symbol = reader.symbol(detail);
          if (symbol < 0) return null;
          const [zeros, size] = [symbol >> 4, symbol & 15];
          if (size === 0) {
            if (zeros === 15) {
              at += 16;
              continue;
            }
            if (zeros > 0) run = 2 ** zeros - 1 + reader.take(zeros);
            break;
          }
          at += zeros;
          if (at > last || size > mostBits.detail) return null;
          reader.take(size);
          at++;
        }
        if (at > last + 1) return null;
      }
      if (reader.isOver) return null;
    }
  }
  return run > 0 || reader.left() > mostLeft ? null : reader.afterData();
}
