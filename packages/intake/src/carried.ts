import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shownName } from './foreign.ts';
import type { InputFile } from './gather.ts';
import { saved } from './inflating.ts';

/** Files taken out of another one, put into a folder under numbers: the names they were given never become paths. */
export class Carried {
  readonly files: InputFile[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const place = this.#place();
    await writeFile(place, bytes);
    this.#add(name, place, bytes.length);
  }

  /** Puts the bytes there a piece at a time, and gives their number. */
  async pour(name: string, pieces: AsyncIterable<Buffer>): Promise<number> {
    const place = this.#place();
    const size = await saved(pieces, place);
    this.#add(name, place, size);
    return size;
  }

  /** What is there and is not read, with the reason. */
  refuse(name: string, refused: string): void {
    this.files.push({ name: shownName(name) || '（没有名称的文件）', path: this.#place(), size: 0, refused });
  }

  /** Takes back what was put there last, which turned out not to be whole, and tells why. */
  refuseLast(refused: string): void {
    const last = this.files.pop();
    if (last !== undefined) this.files.push({ ...last, refused });
  }

  #place(): string {
    return path.join(this.#folder, String(this.files.length));
  }

  #add(name: string, place: string, size: number): void {
    this.files.push({ name: shownName(name) || '（没有名称的文件）', path: place, size });
  }
}
