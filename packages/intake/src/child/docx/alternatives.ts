/** One of the places where a file holds the same thing in several ways. */
interface Place {
  /** One of them was met that is understood. */
  met: boolean;
  /** For each that is open, whether it is passed over, and whether that is because nobody here knows what it needs. */
  readonly open: { readonly passed: boolean; readonly strange: boolean }[];
}

/** Where what a way needs is explained, for ways that Word and WPS know. */
const known =
  /^(?:https?:\/\/(?:schemas\.(?:microsoft\.com|openxmlformats\.org)|www\.wps\.cn|purl\.oclc\.org\/ooxml)\/|urn:schemas-microsoft-com:)/u;

/**
 * Follows what a file holds twice, for newer and older programs (ECMA-376-3, 9): the first way whose needs are understood is read, and the last one
 * only where there is none. Words of a way that is not understood, which only some programs show, are `strange`.
 */
export class Alternatives {
  readonly #places: Place[] = [];
  /** What short names in the file stand for. */
  readonly #names = new Map<string, string>();
  #passed = 0;
  #strange = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    for (const [short, long] of Object.entries(attributes))
      if (/^(?:https?|urn):/u.test(long)) this.#names.set(short, long);
    if (name === 'AlternateContent') this.#places.push({ met: false, open: [] });
    const place = this.#places.at(-1);
    if (place === undefined || (name !== 'Choice' && name !== 'Fallback')) return;
    const strange = name === 'Choice' && !this.#understood(attributes.Requires ?? '');
    const passed = place.met || strange;
    if (name === 'Choice' && !passed) place.met = true;
    place.open.push({ passed, strange: strange && !place.met });
    if (passed) this.#passed++;
    if (strange && !place.met) this.#strange++;
  }

  close(name: string): void {
    if (name === 'AlternateContent') this.#places.pop();
    if (name !== 'Choice' && name !== 'Fallback') return;
    const closed = this.#places.at(-1)?.open.pop();
    if (closed?.passed === true) this.#passed--;
    if (closed?.strange === true) this.#strange--;
  }

  /** What stands here is read in another way, or is `strange`. */
  get repeats(): boolean {
    return this.#passed > 0;
  }

  get strange(): boolean {
    return this.#strange > 0;
  }

  /** A short name that stands for nothing is taken as it usually is meant. */
  #understood(needs: string): boolean {
    return needs
      .split(/\s+/u)
      .filter((one) => one !== '')
      .every((one) => known.test(this.#names.get(one) ?? 'urn:schemas-microsoft-com:'));
  }
}
