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
  /** As in PDF: below 0 each line goes on from the one above (Group 4), 0 none does (Group 3), above 0 each says. */
  readonly k?: number;
  /** Each line begins with a byte of its own. */
  readonly aligned?: boolean;
}

/**
 * Whether fax data (ITU-T T.4 and T.6, Group 3 and 4), as scanners make it in black and white, does not go out as it must: codes that are
 * none, lines that are too long, fewer lines than there should be. Decoders go on past that, with the rest of the page torn, and say nothing.
 */
export function isFaxFlawed(bytes: Uint8Array, { columns, rows, k = -1, aligned = false }: Fax): boolean {
  const reader = new FaxBits(bytes);
  let above = new Int32Array(columns + 3).fill(columns);
  let line = new Int32Array(columns + 3);
  for (let row = 0; rows === 0 || row < rows; row++) {
    if (aligned) reader.align();
    if (k >= 0 && reader.passMarks() > 1) return row < rows;
    if (k < 0 ? reader.isEnd() : reader.isOut) return row < rows;
    const alone = k === 0 || (k > 0 && reader.bit() === 1);
    if (k > 0 && reader.passMarks() > 0) return row < rows;
    const changes = alone ? runsOf(reader, line, columns) : lineOf(reader, above, line, columns);
    if (changes === null || reader.isOver) return true;
    line.fill(columns, changes, Math.min(line.length, changes + 3));
    [above, line] = [line, above];
  }
  return false;
}

/** The same of a line that is told by its runs alone. */
function runsOf(reader: FaxBits, to: Int32Array, columns: number): number | null {
  let count = 0;
  for (let at = 0; at < columns; count++) {
    const run = reader.run(count % 2 === 0 ? whiteRuns : blackRuns);
    if (run < 0 || at + run > columns || count >= columns + 2) return null;
    at += run;
    to[count] = at;
  }
  return count;
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

  align(): void {
    this.#bit = (this.#bit + 7) & ~7;
  }

  bit(): number {
    const found = this.#peek(1);
    this.#bit++;
    return found;
  }

  /** Nothing but filling is left. */
  get isOut(): boolean {
    const left = this.#bytes.length * 8 - this.#bit;
    return left < 8 && this.#peek(left) === 0;
  }

  /** Passes the marks between lines, with what fills them up; how many there were: several together stand at the end. */
  passMarks(): number {
    for (let marks = 0; ; marks++) {
      let at = this.#bit;
      const most = this.#bytes.length * 8;
      while (at < most && ((this.#bytes[at >> 3] ?? 0) & (128 >> (at & 7))) === 0) at++;
      if (at === most) this.#bit = most;
      if (at === most || at - this.#bit < fewest - 1) return marks;
      this.#bit = at + 1;
    }
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
