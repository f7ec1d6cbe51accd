/** A record of a workbook of the old Excel ([MS-XLS] 2.1.4): its kind, its bytes, and the bytes of those that go on with it. */
export interface Record {
  readonly kind: number;
  readonly bytes: Buffer;
  readonly more: readonly Buffer[];
}

const goesOn = 0x3c;

/** Records from a place to the end of their part; one that is cut off ends them. */
export function* recordsFrom(stream: Buffer, from: number): Generator<Record> {
  let at = from;
  while (at + 4 <= stream.length) {
    const kind = stream.readUInt16LE(at);
    const size = stream.readUInt16LE(at + 2);
    if (at + 4 + size > stream.length) return;
    const bytes = stream.subarray(at + 4, at + 4 + size);
    at += 4 + size;
    const more: Buffer[] = [];
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === goesOn) {
      const length = stream.readUInt16LE(at + 2);
      more.push(stream.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
    yield { kind, bytes, more };
  }
}

/** Reads on over the ends of records; a text that goes on in the next says there anew how wide it is. */
export class Reader {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at: number;

  constructor({ bytes, more }: Pick<Record, 'bytes' | 'more'>, from = 0) {
    this.#parts = [bytes, ...more];
    this.#at = from;
  }

  get done(): boolean {
    return this.#here === undefined;
  }

  byte(): number {
    const value = this.#here?.[this.#at] ?? 0;
    this.#at++;
    return value;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return (this.short() | (this.short() << 16)) >>> 0;
  }

  skip(count: number): void {
    let left = count;
    while (left > 0 && this.#here !== undefined) {
      const step = Math.min(left, (this.#here?.length ?? 0) - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** So many characters, whose head said how wide they are. */
  characters(count: number, isWide: boolean): string {
    let wide = isWide;
    let left = count;
    let text = '';
    while (left > 0 && this.#here !== undefined) {
      const part = this.#here as Buffer;
      const each = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((part.length - this.#at) / each));
      text += part.toString(wide ? 'utf16le' : 'latin1', this.#at, this.#at + step * each);
      this.#at += step * each;
      left -= step;
      if (left === 0) break;
      this.#part++;
      this.#at = 1;
      const flags = this.#parts[this.#part]?.[0];
      if (flags === undefined) break;
      wide = (flags & 1) === 1;
    }
    return text;
  }

  /** A text as the newer files have it: its length, how wide it is, and what is kept of its look and of its sounds. */
  text(length: number): string {
    const flags = this.byte();
    const runs = (flags & 8) === 0 ? 0 : this.short();
    const sounds = (flags & 4) === 0 ? 0 : this.long();
    const text = this.characters(length, (flags & 1) === 1);
    this.skip(runs * 4 + sounds);
    return text;
  }

  get #here(): Buffer | undefined {
    while (this.#part < this.#parts.length && this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part++;
      this.#at = 0;
    }
    return this.#parts[this.#part];
  }
}
