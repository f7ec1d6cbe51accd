import {
  beside,
  blackRuns,
  codeBits,
  type FaxCodes,
  lengthOf,
  mode,
  modes,
  standsFor,
  whiteRuns,
} from './fax-codes.ts';

/** How fax data is packed: as many points a line, and lines, 0 where that is not told. */
export interface Fax {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Whether fax data of the newer kind (ITU-T T.6, Group 4), as scanners make it in black and white, does not go out as it must: codes that are
 * none, lines that are too long, fewer lines than there should be. Decoders go on past that, with the rest of the page torn, and say nothing.
 */
export function isFaxFlawed(bytes: Uint8Array, { columns, rows }: Fax): boolean {
  const reader = new FaxBits(bytes);
  let above = new Int32Array(columns + 3).fill(columns);
  let line = new Int32Array(columns + 3);
  for (let row = 0; rows === 0 || row < rows; row++) {
    if (reader.isEnd()) return row < rows;
    const changes = lineOf(reader, above, line, columns);
    if (changes === null || reader.isOver) return true;
    line.fill(columns, changes, Math.min(line.length, changes + 3));
    [above, line] = [line, above];
  }
  return false;
}

/** Places where the colour of a line changes, white first, put into `to`; how many there are, null where the data makes none. */
function lineOf(reader: FaxBits, above: Int32Array, to: Int32Array, columns: number): number | null {
  let count = 0;
  let at = -1;
  let isBlack = false;
  let over = 0;
  const put = (place: number): boolean => {
    if (place > columns || place < Math.max(at, 0) || count >= columns + 2) return false;
    to[count++] = place;
    at = place;
    isBlack = !isBlack;
    return true;
  };
  while (at < columns) {
    const found = reader.code(modes);
    if (found === 0) return null;
    // The next change above, to the right of here and to the other colour.
    while (over > 0 && (above[over - 1] ?? columns) > at) over--;
    while ((above[over] ?? columns) <= at && (above[over] ?? columns) < columns) over++;
    if (over % 2 !== (isBlack ? 1 : 0)) over++;
    const first = above[over] ?? columns;
    const how = standsFor(found);
    if (how === mode.pass) at = above[over + 1] ?? columns;
    else if (how === mode.runs) {
      const [own, other] = isBlack ? [blackRuns, whiteRuns] : [whiteRuns, blackRuns];
      const near = reader.run(own);
      const far = reader.run(other);
      if (near < 0 || far < 0) return null;
      const start = Math.max(at, 0);
      if (!put(start + near) || !put(start + near + far)) return null;
    } else if (!put(first + how - beside)) return null;
  }
  return count;
}

const fewest = 12;

class FaxBits {
  readonly #bytes: Uint8Array;
  #bit = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isOver(): boolean {
    return this.#bit > this.#bytes.length * 8;
  }

  #peek(bits: number): number {
    const at = this.#bit >> 3;
    const held = ((this.#bytes[at] ?? 0) << 16) | ((this.#bytes[at + 1] ?? 0) << 8) | (this.#bytes[at + 2] ?? 0);
    return (held >> (24 - (this.#bit & 7) - bits)) & ((1 << bits) - 1);
  }

  /** Whether the end mark stands here, or nothing but filling. */
  isEnd(): boolean {
    return this.#bit + fewest >= this.#bytes.length * 8 ? this.#peek(fewest) <= 1 : this.#peek(fewest) === 1;
  }

  code(codes: FaxCodes): number {
    const found = codes[this.#peek(codeBits)] ?? 0;
    this.#bit += lengthOf(found);
    return found;
  }

  /** A run of one colour: as many long codes as there are, then a short one; -1 where there is no code. */
  run(codes: FaxCodes): number {
    let length = 0;
    for (;;) {
      const found = this.code(codes);
      if (found === 0) return -1;
      length += standsFor(found);
      if (standsFor(found) < 64) return length;
    }
  }
}
