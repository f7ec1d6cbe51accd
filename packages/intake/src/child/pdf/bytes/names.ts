import { maskLetsThrough } from './clear.ts';
import type { RawStream } from './streams.ts';

/** What is drawn by a name: a picture one sees through or not, for all one can tell, or a drawing of its own; null where that cannot be made out. */
export type Named = 'clear' | 'opaque' | RawStream | null;

/** What the contents of a file draw by name, found without its tables. */
export class Names {
  /** Pictures and drawings by number; of several under one number, in a file that was changed, each may be meant. */
  readonly #streams = new Map<number, RawStream[]>();
  readonly #ids = new Map<string, Set<number>>();
  readonly #known = new Map<string, Named>();
  /** Some names may not have been seen. */
  unsure = false;

  put(stream: RawStream): void {
    const known = this.#streams.get(stream.id);
    if (known === undefined) this.#streams.set(stream.id, [stream]);
    else known.push(stream);
  }

  /** Takes the names that dictionaries give. */
  take(text: string): void {
    for (const [whole, list] of text.matchAll(/\/XObject\s*(?:<<([^>]*)>>|[^\s/>])/gu)) {
      // A list that stands elsewhere, or names written so that they read otherwise, may say anything.
      if (list === undefined || /[#%]/u.test(whole)) this.unsure = true;
      for (const [, name = '', id] of (list ?? '').matchAll(/\/([^\s/]+)\s+(\d+)\s+\d+\s+R/gu))
        this.#ids.set(name, (this.#ids.get(name) ?? new Set()).add(Number(id)));
    }
  }

  /** What is drawn by this name, wherever that stands in the file. */
  what(name: string): Named {
    if (this.unsure) return null;
    let known = this.#known.get(name);
    if (known === undefined) {
      known = this.#what(name);
      this.#known.set(name, known);
    }
    return known;
  }

  #what(name: string): Named {
    const found = [...(this.#ids.get(name) ?? [])].map((id) => this.#streams.get(id) ?? []);
    if (found.length === 0 || found.some((streams) => streams.length === 0)) return null;
    const streams = found.flat();
    const [only] = streams;
    if (streams.every(({ head }) => isPicture(head)))
      return streams.every((one) => this.#isClear(one)) ? 'clear' : 'opaque';
    return streams.length === 1 && only !== undefined && isForm(only.head) ? only : null;
  }

  #isClear({ head }: RawStream): boolean {
    const masks = this.#streams.get(Number(/\/SMask\s+(\d+)\s+\d+\s+R/u.exec(head)?.[1] ?? 0)) ?? [];
    return masks.length > 0 && masks.every(maskLetsThrough);
  }
}

export function isPicture(head: string): boolean {
  return /\/Image\b/u.test(head);
}

/** A drawing that others draw by its name. */
export function isForm(head: string): boolean {
  return /\/Subtype\s*\/Form\b/u.test(head);
}
