/** What codes stand for by the sixteen bits that begin with them: length and symbol; 0 where there is no such code. */
export type Codes = Uint16Array;

/** No code of eight-bit samples stands for more bits. */
export const mostBits = { mean: 11, detail: 10 };
/** Bytes that may stand between the last block and the next marker. */
export const mostLeft = 2;

/** The bits of a scan, without the zeros put in after bytes that look like markers. */
export class Bits {
  readonly #bytes: Uint8Array;
  #at: number;
  #held = 0;
  #count = 0;
  /** Bits given that are not there. */
  #lent = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get isOver(): boolean {
    return this.#lent > this.#count + 7;
  }

  #fill(): void {
    while (this.#count <= 24) {
      const byte = this.#bytes[this.#at];
      const stuffed = byte === 0xff && this.#bytes[this.#at + 1] === 0;
      if (byte === undefined || (byte === 0xff && !stuffed)) {
        this.#held <<= 8;
        this.#lent += 8;
      } else {
        this.#held = (this.#held << 8) | byte;
        this.#at += stuffed ? 2 : 1;
      }
      this.#count += 8;
    }
  }

  /** -1 where no code stands. */
  symbol(codes: Codes): number {
    if (this.#count < 16) this.#fill();
    const found = codes[(this.#held >> (this.#count - 16)) & 0xffff] ?? 0;
    this.#count -= found >> 8;
    return found === 0 ? -1 : found & 255;
  }

  /** Goes past the details of a block that is coded at one go; false where they do not go out. It is where the time goes: nothing is written back between codes. */
  details(codes: Codes): boolean {
    let [held, count] = [this.#held, this.#count];
    let place = 1;
    for (; place < 64; place++) {
      if (count < 16 + mostBits.detail) {
        this.#count = count;
        this.#fill();
        [held, count] = [this.#held, this.#count];
      }
      const found = codes[(held >> (count - 16)) & 0xffff] as number;
      const [zeros, size] = [(found >> 4) & 15, found & 15];
      if (found === 0 || size > mostBits.detail) return false;
      count -= (found >> 8) + size;
      if (size === 0 && zeros === 0) break;
      if (size === 0 && zeros < 15) return false;
      place += zeros;
      if (size > 0 && place > 63) return false;
    }
    this.#count = count;
    return place <= 64;
  }

  take(bits: number): number {
    if (bits === 0) return 0;
    if (this.#count < bits) this.#fill();
    this.#count -= bits;
    return (this.#held >> this.#count) & ((1 << bits) - 1);
  }

  signed(bits: number): number {
    const value = this.take(bits);
    return bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
  }

  /** Goes on behind a restart mark; false where none stands here. */
  restart(): boolean {
    if (this.isOver || this.left() > mostLeft) return false;
    this.#at = this.#mark();
    const marker = this.#bytes[this.#at + 1] ?? 0;
    if (marker < 0xd0 || marker > 0xd7) return false;
    this.#at += 2;
    [this.#held, this.#count, this.#lent] = [0, 0, 0];
    return true;
  }

  /** Whole bytes between here and the next marker. */
  left(): number {
    return this.#mark() - this.#at + Math.max(0, (this.#count - this.#lent) >> 3);
  }

  /** The next marker that is neither stuffing nor a restart. */
  afterData(): number {
    let at = this.#at;
    for (;;) {
      at = this.#bytes.indexOf(0xff, at);
      if (at < 0) return this.#bytes.length;
      const marker = this.#bytes[at + 1] ?? 0;
      if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
      at += marker === 0xff ? 1 : 2;
    }
  }

  #mark(): number {
    let at = this.#at;
    for (;;) {
      at = this.#bytes.indexOf(0xff, at);
      if (at < 0) return this.#bytes.length;
      const marker = this.#bytes[at + 1] ?? 0;
      if (marker !== 0 && marker !== 0xff) return at;
      at += marker === 0 ? 2 : 1;
    }
  }
}
