import type { FileSignature } from '@anjuan/core';
import type { Limits } from '../../limits.ts';
import { child, children, type Element } from '../xml.ts';
import type { Sealed } from './digests.ts';
import { boxOf } from './numbers.ts';
import { folderOf, type OfdPackage, type Tell } from './package.ts';

/** A seal as it is stamped: on which page (by id), where in millimetres, and its picture where it could be found. */
export interface Stamp {
  readonly page: string;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly picture: Buffer | null;
  readonly name: string;
}

export interface OfdSignatures {
  readonly signatures: readonly (FileSignature & { readonly pageId?: string })[];
  readonly stamps: readonly Stamp[];
  /** What each signature says of the parts it covers. */
  readonly sealed: readonly Sealed[];
}

const points = 72 / 25.4;

/** The signatures a document lists, with the stamps of seals. What is damaged is left out: a signature is checked by none of this. */
export async function readSignatures(
  pack: OfdPackage,
  list: string,
  limits: Limits,
  tell: Tell,
): Promise<OfdSignatures> {
  const root = await pack.xmlUnlessBroken(list, tell);
  if (root === null && !pack.has(list)) tell(list);
  const signatures: (FileSignature & { readonly pageId?: string })[] = [];
  const stamps: Stamp[] = [];
  const sealed: Sealed[] = [];
  for (const listed of children(root ?? undefined, 'Signature').slice(0, limits.xmlDepth)) {
    const name = pack.resolve(folderOf(list), listed.attributes.BaseLoc ?? '');
    const signature = name === null ? null : await pack.xmlUnlessBroken(name, tell);
    if (signature === null && (name === null || !pack.has(name))) tell(name ?? 'Signature.xml');
    if (name === null || signature === null) continue;
    sealed.push({ name, root: signature });
    const info = child(signature, 'SignedInfo');
    const seal = await sealOf(pack, folderOf(name), child(info, 'Seal'), child(signature, 'SignedValue'));
    const provider = child(info, 'Provider');
    const annotations = children(info, 'StampAnnot');
    const at = momentOf(child(info, 'SignatureDateTime')?.text);
    const kind = listed.attributes.Type?.toLowerCase() === 'sign' && annotations.length === 0 ? 'signature' : 'seal';
    const by = seal.name || provider?.attributes.Company || provider?.attributes.ProviderName || '';
    const about = { kind, by, ...(at === null ? {} : { at }) } as const;
    if (annotations.length === 0) signatures.push(about);
    for (const stamp of annotations) {
      const box = boxOf(stamp.attributes.Boundary);
      const page = stamp.attributes.PageRef ?? '';
      if (box === null) continue;
      stamps.push({ page, box, picture: seal.picture, name: seal.name });
      const [left, top] = [box.x * points, box.y * points];
      signatures.push({
        ...about,
        pageId: page,
        box: [left, top, left + box.width * points, top + box.height * points],
      });
    }
  }
  return { signatures, stamps, sealed };
}

async function sealOf(
  pack: OfdPackage,
  folder: string,
  seal: Element | undefined,
  value: Element | undefined,
): Promise<{ name: string; picture: Buffer | null }> {
  for (const location of [child(seal, 'BaseLoc')?.text, value?.text]) {
    const name = location === undefined ? null : pack.resolve(folder, location);
    const bytes = name === null ? null : await pack.bytes(name);
    if (bytes === null) continue;
    const found = readSeal(bytes);
    if (found.name !== '' || found.picture !== null) return found;
  }
  return { name: '', picture: null };
}

const utf8String = 12;
const octetString = 4;

/**
 * Name and picture in the DER of an electronic seal (GB/T 38540 SES_Seal: property with the name, picture with type and data). Only
 * the nesting is walked: versions 1 and 4 order the fields differently.
 */
function readSeal(bytes: Buffer): { name: string; picture: Buffer | null } {
  const names: string[] = [];
  let picture: Buffer | null = null;
  const walk = (from: number, to: number, depth: number): void => {
    let at = from;
    while (at + 2 <= to && depth < 12) {
      const tag = bytes[at] ?? 0;
      const head = lengthAt(bytes, at + 1);
      if (head === null || head.start + head.length > to) return;
      const end = head.start + head.length;
      const content = bytes.subarray(head.start, end);
      if ((tag & 0x20) !== 0) walk(head.start, end, depth + 1);
      else if (tag === utf8String && names.length < 50) names.push(content.toString('utf8'));
      else if (tag === octetString && content.length > 64 && pictureType(content) !== null) picture ??= content;
      at = end;
    }
  };
  walk(0, bytes.length, 0);
  const name = names.find((one) => /\p{Script=Han}/u.test(one)) ?? '';
  return { name: name.slice(0, 100), picture };
}

function lengthAt(bytes: Buffer, at: number): { start: number; length: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  if (first < 0x80) return { start: at + 1, length: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 1 + count > bytes.length) return null;
  return { start: at + 1 + count, length: bytes.readUIntBE(at + 1, count) };
}

/** PNG, JPEG, GIF and BMP are what every browser shows and none runs. */
export function pictureType(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === '\x89PNG') return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head === 'GIF8') return 'image/gif';
  return head.startsWith('BM') ? 'image/bmp' : null;
}

/** `2020-01-25 15:31:56` or `20200125153156Z` as ISO 8601; null for anything else. */
function momentOf(text: string | undefined): string | null {
  const found = /^\s*(\d{4})-?(\d\d)-?(\d\d)[ T]?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?(Z?)/u.exec(text ?? '');
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, zone] = found;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone === 'Z' ? 'Z' : '+08:00'}`;
}
