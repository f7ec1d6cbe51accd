import { createHash, getHashes } from 'node:crypto';
import type { FileNotice } from '@anjuan/core';
import { Broken } from '../../limits.ts';
import { child, children, type Element } from '../xml.ts';
import { partCalled } from './called.ts';
import { folderOf, type OfdPackage } from './package.ts';

/** A signature of an OFD: the name of its part, and what stands in it. */
export interface Sealed {
  readonly name: string;
  readonly root: Element;
}

/** Names of digests as signatures give them (GB/T 33190, 18.2.2; GM/T 0006), by those of the library. */
const methods: Readonly<Record<string, string>> = {
  SM3: 'sm3',
  '1.2.156.10197.1.401': 'sm3',
  MD5: 'md5',
  '1.2.840.113549.2.5': 'md5',
  SHA1: 'sha1',
  '1.3.14.3.2.26': 'sha1',
  SHA256: 'sha256',
  '2.16.840.1.101.3.4.2.1': 'sha256',
};

/** Bytes that are summed up in all. */
const mostSummed = 256 * 2 ** 20;

/** How a part stands to a signature. */
type Standing = 'same' | 'other' | 'gone' | 'unknown';

/**
 * Compares the parts of a document with the digests its signatures keep of them, and tells which were changed after signing, as far as can be
 * said: neither the certificate nor the signature itself is checked. `pages` are the parts of its pages, the first of which is page `before + 1`.
 */
export async function tellChanged(
  pack: OfdPackage,
  signatures: readonly Sealed[],
  pages: readonly string[],
  before: number,
  notices: FileNotice[],
): Promise<void> {
  const sums = new Sums(pack);
  const changed = new Map<string, Standing>();
  const covered = new Set<string>();
  let checked = 0;
  let unsure = 0;
  for (const { name, root } of signatures) {
    const list = child(child(root, 'SignedInfo'), 'References');
    const method = methods[(list?.attributes.CheckMethod ?? 'MD5').trim().replace('-', '').toUpperCase()];
    const standings = new Map<string, Standing>();
    for (const reference of children(list, 'Reference').slice(0, 20_000)) {
      const part = pack.resolve(folderOf(name), reference.attributes.FileRef ?? '');
      const told = child(reference, 'CheckValue')?.text.replace(/\s/gu, '') ?? '';
      if (part !== null && told !== '') standings.set(part, await sums.standing(part, method, told));
    }
    const found = [...standings.values()];
    // Where nothing at all agrees, the digests were made in another way than is said, rather than all parts changed.
    if (!found.includes('same')) {
      unsure++;
      continue;
    }
    checked++;
    for (const [part, standing] of standings) {
      covered.add(part.toLowerCase());
      if (standing === 'other' || standing === 'gone') changed.set(part, standing);
    }
    if (!found.includes('other') && (await sums.isListOther(name, root)))
      notices.push({ kind: 'changed', message: listChanged });
  }
  if (unsure > 0) notices.push({ kind: 'other', message: unchecked(unsure) });
  const places = pages.map((part) => part.toLowerCase());
  const others: string[] = [];
  for (const [part, standing] of changed) {
    const at = places.indexOf(part.toLowerCase());
    if (at >= 0 && standing === 'other') notices.push({ kind: 'changed', page: before + at + 1, message: pageChanged });
    else others.push(`${partCalled(part)}${standing === 'gone' ? '，已不在文件里' : ''}`);
  }
  if (others.length > 0) notices.push({ kind: 'changed', message: partsChanged(others) });
  if (checked === 0) return;
  for (const [at, part] of places.entries())
    if (!covered.has(part)) notices.push({ kind: 'changed', page: before + at + 1, message: pageOutside });
}

const pageChanged =
  '此页的内容与盖电子印章时记下的校验值不符，盖章之后改动过（文件损坏也会如此），请与盖章单位核对原件';
const pageOutside =
  '此页不在电子印章所保护的范围内，印章不能证明这一页没有改动（可能是盖章之后加进来的），请与盖章单位核对原件';
const listChanged = '电子印章的清单与盖章时记下的校验值不符，盖章之后改动过（文件损坏也会如此），请与盖章单位核对原件';

function partsChanged(parts: readonly string[]): string {
  const named = parts.slice(0, 5).join('、');
  return `盖电子印章之后，文件里有 ${parts.length} 个部分改动过（${named}${parts.length > 5 ? ' 等' : ''}）；又盖过章、加过批注或者文件损坏也会如此，请与盖章单位核对原件`;
}

function unchecked(count: number): string {
  return `有 ${count} 个电子印章或者电子签名用的校验方法这里不认识，盖章之后有没有改动没有核对；请用 OFD 阅读器打开，点印章查验`;
}

/** Digests of parts, each made once. */
class Sums {
  readonly #pack: OfdPackage;
  readonly #known = new Map<string, string | null>();
  #summed = 0;

  constructor(pack: OfdPackage) {
    this.#pack = pack;
  }

  async standing(part: string, method: string | undefined, told: string): Promise<Standing> {
    if (!this.#pack.has(part)) return 'gone';
    const sum = method === undefined ? null : await this.#sum(part, method);
    if (sum === null) return 'unknown';
    return sum === told ? 'same' : 'other';
  }

  /** Whether the list of digests itself is another than was signed, as far as the signed value is an electronic seal's (GB/T 38540) and holds a digest of it. */
  async isListOther(name: string, root: Element): Promise<boolean> {
    const place = this.#pack.resolve(folderOf(name), child(root, 'SignedValue')?.text ?? '');
    const value = place === null ? null : await this.#bytes(place);
    const signed = value === null ? null : digestBeforeName(value);
    if (signed === null) return false;
    const sums = [await this.#sum(name, 'sm3'), await this.#sum(name, 'sha256')];
    return !sums.includes(null) && !sums.includes(signed);
  }

  async #sum(part: string, method: string): Promise<string | null> {
    const key = `${method} ${part.toLowerCase()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const bytes = getHashes().includes(method) && this.#summed < mostSummed ? await this.#bytes(part) : null;
    this.#summed += bytes?.length ?? 0;
    const sum = bytes === null ? null : createHash(method).update(bytes).digest('base64');
    this.#known.set(key, sum);
    return sum;
  }

  /** Null where the part is damaged, which is told elsewhere. */
  async #bytes(part: string): Promise<Buffer | null> {
    return this.#pack.bytes(part).catch((error: unknown) => {
      if (error instanceof Broken) return null;
      throw error;
    });
  }
}

/** The digest that stands before the name of the signature's part in the signed value: a bit string of 32 bytes, then text. */
function digestBeforeName(value: Buffer): string | null {
  const at = value.indexOf('/Signature.xml', 0, 'latin1');
  const mark = Buffer.from([0x03, 0x21, 0x00]);
  const start = at < 0 ? -1 : value.lastIndexOf(mark, at);
  const end = start + mark.length + 32;
  // Behind it come the mark and the length of the text.
  if (start < 0 || value[end] !== 0x16 || end + 2 > at || at - end > 130) return null;
  return value.toString('base64', start + mark.length, end);
}
