import { Buffer } from 'node:buffer';
import { isPicture } from '../pdf/bytes/names.ts';
import { packedObjects, plainObjects, streamsOf, textOf } from '../pdf/bytes/streams.ts';
import { type Deflated, deflatedAs } from './deflated.ts';
import type { Fax } from './fax.ts';

/** Pixels of a picture in colours that pdf.js cannot decode within a parser's memory. */
const large = 20_000_000;
const mostFollowed = 200;
/** Characters of what draws one picture and nothing else. */
const plainest = 600;

/** Bytes of a file. */
export interface Stretch {
  readonly at: number;
  readonly length: number;
}

/** A picture's data as it lies in the file, and how it is packed: with its size where it is fax data. */
export interface Packed extends Stretch {
  readonly as: 'jpeg' | 'jbig2' | Fax | Deflated;
}

/** The large photographs of a PDF that are all their page shows, by the number of the page's object: where their JPEG data lies in the file. */
export class LargeScans {
  readonly #objects = new Map<number, string>();
  readonly #contents = new Map<number, Buffer>();
  readonly #photographs = new Map<number, Stretch>();
  readonly #packed = new Map<number, Packed>();
  readonly #pictures = new Map<number, Stretch>();

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    // In an encrypted file nothing can be had as it lies.
    const filters = ['/DCTDecode', '/CCITTFaxDecode', '/JBIG2Decode', '/FlateDecode'];
    if (!filters.some((name) => file.includes(name, 0, 'latin1')) || file.includes('/Encrypt', 0, 'latin1')) return;
    for (const { id, head, content } of streamsOf(file)) {
      if (id === 0) for (const [own, text] of plainObjects(head)) this.#objects.set(own, text);
      else {
        this.#objects.set(id, head);
        const stretch = { at: content.byteOffset - file.byteOffset, length: content.length };
        const packed = packedAs(head);
        if (packed !== null) this.#packed.set(id, { ...packed, ...stretch });
        else if (isPicture(head)) this.#pictures.set(id, stretch);
        if (isLargePhotograph(head)) this.#photographs.set(id, stretch);
        else if (content.length < plainest) this.#contents.set(id, Buffer.from(content));
      }
      if (id !== 0 && head.includes('/ObjStm'))
        for (const [own, text] of packedObjects(head, textOf(content, head))) this.#objects.set(own, text);
    }
  }

  /** The photograph that alone fills a page, upright; null for any other page. */
  of(page: number): Stretch | null {
    if (this.#photographs.size === 0) return null;
    const own = this.#objects.get(page) ?? '';
    if (/\/(?:Rotate\s+[1-9]|Annots)/u.test(own)) return null;
    const pictures = [...this.#reached(page)].filter((id) =>
      /\/Subtype\s*\/Image\b/u.test(this.#objects.get(id) ?? ''),
    );
    const [only] = pictures;
    if (only === undefined || pictures.length > 1) return null;
    const photograph = this.#photographs.get(only);
    return photograph !== undefined && this.#drawsUpright(own) ? photograph : null;
  }

  /** The pictures a page shows of which it can be told whether their data goes out: where it lies, and how. */
  packedOn(page: number): Packed[] {
    if (this.#packed.size + this.#pictures.size === 0) return [];
    return [...this.#reached(page)].flatMap((id) => this.#packed.get(id) ?? this.#deflated(id) ?? []);
  }

  /** Its colours may be told by objects that lie behind it. */
  #deflated(id: number): Packed | null {
    const stretch = this.#pictures.get(id);
    const as = stretch && deflatedAs(this.#objects.get(id) ?? '', (other) => this.#objects.get(other));
    return stretch === undefined || !as ? null : { ...stretch, as };
  }

  #reached(page: number): Set<number> {
    const seen = new Set<number>([page]);
    const open = [page];
    for (let at = open.pop(); at !== undefined && seen.size < mostFollowed; at = open.pop())
      for (const id of refsOf((this.#objects.get(at) ?? '').replace(/\/(?:Parent|Thumb)\s+\d+\s+\d+\s+R/gu, '')))
        if (!seen.has(id)) {
          seen.add(id);
          open.push(id);
        }
    return seen;
  }

  /** Whether the page draws one picture that is neither turned, mirrored nor cut, and no text. */
  #drawsUpright(page: string): boolean {
    const listed = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/u.exec(page)?.[1] ?? '';
    const parts = refsOf(listed).map((id) => {
      const content = this.#contents.get(id);
      if (content === undefined) return null;
      const head = this.#objects.get(id) ?? '';
      return textOf(content, head);
    });
    if (parts.length === 0 || parts.includes(null)) return false;
    const drawn = parts.join(' ');
    if (
      drawn.length > plainest ||
      /\b(?:BT|W|W\*|sh|gs)\s/u.test(drawn) ||
      (drawn.match(/\bDo\b/gu) ?? []).length !== 1
    )
      return false;
    const matrices = [...drawn.matchAll(/(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+\S+\s+\S+\s+cm\b/gu)];
    return matrices.every(([, a, b, c, d]) => Number(a) > 0 && Number(b) === 0 && Number(c) === 0 && Number(d) > 0);
  }
}

/** How the data of a picture is packed, where it can be told whether it is sound. */
function packedAs(head: string): Pick<Packed, 'as'> | null {
  if (!isPicture(head)) return null;
  if (/\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/u.test(head)) return { as: 'jpeg' };
  if (/\/Filter\s*(?:\/JBIG2Decode|\[\s*\/JBIG2Decode\s*\])/u.test(head)) return { as: 'jbig2' };
  if (!/\/Filter\s*(?:\/CCITTFaxDecode|\[\s*\/CCITTFaxDecode\s*\])/u.test(head)) return null;
  const number = (name: string): number =>
    Number(new RegExp(`/${name}\\s+(-?\\d+)(?!\\d|\\s+\\d+\\s+R)`, 'u').exec(head)?.[1] ?? 0);
  const columns = number('Columns') || 1728;
  if (columns > mostColumns) return null;
  const aligned = /\/EncodedByteAlign\s+true/u.test(head);
  return { as: { columns, rows: number('Rows') || number('Height'), k: number('K'), aligned } };
}

const mostColumns = 60_000;

function isLargePhotograph(head: string): boolean {
  const side = (name: string): number => Number(new RegExp(`/${name}\\s+(\\d+)`, 'u').exec(head)?.[1] ?? 0);
  const alone = /\/Filter\s*(?:\/DCTDecode|\[\s*\/DCTDecode\s*\])/u.test(head);
  const plain = !/\/(?:SMask|Mask|Decode|DeviceCMYK)\b/u.test(head.replace(/\/DecodeParms\b/gu, ''));
  return alone && plain && side('Width') * side('Height') >= large;
}

function refsOf(text: string): number[] {
  return Array.from(text.matchAll(/(\d+)\s+\d+\s+R\b/gu), ([, id]) => Number(id));
}
