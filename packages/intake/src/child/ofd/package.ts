import { type Archive, openArchive } from '../../archive.ts';
import { Damaged } from '../../foreign.ts';
import { Broken, type Limits } from '../../limits.ts';
import { type Element, parseXml } from '../xml.ts';
import { partCalled } from './called.ts';

/** Hears of a part that is not there, or not sound: then with what is wrong. */
export type Tell = (name: string, error?: Broken) => void;

/** The parts of an OFD file; only names inside the package resolve. */
export class OfdPackage {
  readonly #archive: Archive;
  readonly #limits: Limits;
  readonly #names: ReadonlyMap<string, number>;

  private constructor(archive: Archive, limits: Limits) {
    this.#archive = archive;
    this.#limits = limits;
    this.#names = new Map(
      archive.entries.flatMap((entry, index) =>
        entry.refused === null && !entry.folder ? [[entry.name.replace(/^\.\//u, '').toLowerCase(), index]] : [],
      ),
    );
  }

  static async open(bytes: Buffer, limits: Limits): Promise<OfdPackage> {
    return new OfdPackage(await openArchive(bytes, limits), limits);
  }

  close(): void {
    this.#archive.close();
  }

  /** A location as written in a part, from the folder of that part: `/a` from the root, else beside it. Null when it leads out. */
  resolve(folder: string, location: string): string | null {
    const from = location.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
    for (const part of location.trim().split(/[\\/]/u)) {
      if (part === '' || part === '.') continue;
      if (part === '..') {
        if (from.pop() === undefined) return null;
      } else from.push(part);
    }
    return from.join('/');
  }

  has(name: string): boolean {
    return this.#names.has(name.toLowerCase());
  }

  /** Names of all parts, in small letters. */
  get names(): readonly string[] {
    return [...this.#names.keys()];
  }

  /** The bytes of a part; null when it is not there. */
  async bytes(name: string): Promise<Buffer | null> {
    const index = this.#names.get(name.toLowerCase());
    const entry = index === undefined ? undefined : this.#archive.entries[index];
    return entry === undefined ? null : entry.read();
  }

  /** A part as XML; null when it is not there. */
  async xml(name: string): Promise<Element | null> {
    const bytes = await this.bytes(name);
    return bytes === null ? null : parseXml(bytes, this.#limits, `OFD 的${partCalled(name)}`);
  }

  /** A part as XML, null also where it is damaged or brings declarations; `tell` hears which and why. */
  async xmlUnlessBroken(name: string, tell: Tell): Promise<Element | null> {
    try {
      return await this.xml(name);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      tell(name, error);
      return null;
    }
  }

  /** A part as XML that must be there. */
  async needed(name: string, what: string): Promise<Element> {
    const found = await this.xml(name);
    if (found === null) throw new Damaged(`OFD 缺少${what}${name === '' ? '' : `（${name}）`}`);
    return found;
  }
}

/** The folder a part lies in, without a slash at its end. */
export function folderOf(name: string): string {
  const at = name.lastIndexOf('/');
  return at < 0 ? '' : name.slice(0, at);
}
