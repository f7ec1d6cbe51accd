import type { PageText } from '@anjuan/core';
import { notWhole } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import type { Sink } from '../main.ts';
import { packedObjects, plainObjects, streamsOf, textOf } from './bytes/streams.ts';

/** Ways in which pdf.js says that it went on past damage, by what may be lost. */
const warnings = {
  structure: /Indexing all PDF objects|invalid \/Pages tree|Skipping invalid first page/u,
  content: /getContentStream - ignoring|getTextContent - ignoring|Invalid stream|Filter "\w+" is not supported/u,
  pixels:
    /unexpected MCU|unknown MCU|MCU data|incorrect length|ignoring the rest of the image|without finding an EOI|Unable to decode image|damaged data/u,
  data: /damaged data/u,
  picture: /Image exceeded maximum allowed size/u,
  font: /readToUnicode - ignoring|Invalid cMap data|loadFont - |translateFont - fetching|is not available -- attempting/u,
} as const;

/** Counts what pdf.js complains of while a file is read. */
export class Complaints {
  structure = 0;
  content = 0;
  font = 0;
  /** Damage within pictures. */
  pixels = 0;
  /** Packed data that could not be unpacked whole, of pictures or not. */
  data = 0;
  /** Pictures left out for their size. */
  picture = 0;

  take(text: string): void {
    for (const kind of ['structure', 'content', 'font', 'pixels', 'data', 'picture'] as const)
      if (warnings[kind].test(text)) this[kind]++;
  }
}

/** Tells of damage to a whole file that was read all the same. */
export function tellDamage(complaints: Complaints, pagesThere: number, pagesRead: number, sink: Sink): void {
  if (complaints.structure > 0)
    sink.notice({
      kind: 'other',
      message: '文件的结构已损坏，是按残存的数据恢复后读取的，可能缺页或缺字，请对照原件',
    });
  if (complaints.font > 0)
    sink.notice({ kind: 'other', message: '有的字体数据缺失或已损坏，部分文字可能读错或读漏，请对照原件' });
  if (pagesThere > pagesRead)
    sink.notice({
      kind: 'other',
      message: `文件里存有 ${pagesThere} 页，却自称只有 ${pagesRead} 页；多出的页没有读取，请对照原件`,
    });
}

export type Fault = 'missing' | 'broken' | 'unlisted';

/** The list of pages is damaged, so that none of those that lie in the file is found. */
export class Unlisted extends Unreadable {
  constructor(stored: number) {
    super(`PDF 的页面目录已损坏，文件里存有的 ${stored} 页都找不到，一页也没有读到；${notWhole}`);
  }
}

/** The page with what is lost of it. Its words stay, but what is not among them may have been on it. */
export function withFault(page: PageText, fault: Fault | null, cut: boolean): PageText {
  if (page.unread !== undefined) return page;
  if (fault === 'unlisted')
    return {
      ...page,
      unread: `文件的页面目录在第 ${page.number} 页处已损坏，原在这里的一页或者几页没有读到；${notWhole}`,
    };
  if (fault === 'missing' && page.text === '')
    return { ...page, unread: `第 ${page.number} 页的内容在文件中缺失或已损坏，读不出来；${notWhole}` };
  if (fault !== null) return { ...page, unread: `第 ${page.number} 页有一部分数据已损坏，请对照原件` };
  return cut ? { ...page, unread: `文件不完整，第 ${page.number} 页之后可能还有内容没有读到；${notWhole}` } : page;
}

/** Deepest chain of objects, and most of them, that are followed from a page. */
const mostFollowed = 300;
/** Bytes of content that draws nothing. */
const mostForNothing = 64;
const largestLooked = 128 * 2 ** 20;

/** What refers to a page from another, or to pictures and colours: not followed when it is asked whether words of a page are lost. */
const aside =
  /\/(?:Parent|P|Dest|D|Prev|Next|A|AA|StructParents|ColorSpace|Pattern|Shading|Thumb|B|Popup|IRT)\s+\d+\s+\d+\s+R/gu;

/** Objects of a PDF by their numbers, as their bytes stand in the file: made only where something is damaged or missing. */
export class Anatomy {
  readonly #objects = new Map<number, string>();
  /** The data of objects that have some, packed as it lies there. */
  readonly #data = new Map<number, Buffer>();
  readonly #broken: ReadonlySet<number>;

  constructor(bytes: Uint8Array, broken: ReadonlySet<number>) {
    this.#broken = broken;
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (file.length > largestLooked) return;
    for (const { id, head, content } of streamsOf(file)) {
      if (id > 0) this.#data.set(id, content);
      if (id > 0) this.#objects.set(id, head);
      else for (const [own, text] of plainObjects(head)) this.#objects.set(own, text);
      if (id === 0 || !head.includes('/ObjStm')) continue;
      for (const [own, text] of packedObjects(head, textOf(content, head))) this.#objects.set(own, text);
    }
  }

  /**
   * What is wrong with the words of a page, by the number of its object: its content is not there, something of it is damaged, or it is no page
   * but a part of the list of pages that names none. Nothing is drawn on a `bare` page: then it has no content to speak of, or content that
   * nobody can make out.
   */
  fault(page: number, bare: boolean): Fault | null {
    const own = this.#objects.get(page);
    // A node of the list without pages below it is given as a page of its own, which has no number.
    if (page === 0 && bare && this.pages() < this.stored()) return 'unlisted';
    if (own === undefined) return null;
    if (/\/Type\s*\/Pages\b/u.test(own)) return 'unlisted';
    const listed = /\/Contents\s*(\[[^\]]*\]|\d+\s+\d+\s+R)/u.exec(own)?.[1] ?? '';
    const contents = refsOf(listed);
    // The list names an object that is no page at all.
    if (bare && contents.length === 0 && !/\/Type\s*\/Page\b|\/MediaBox\b/u.test(own)) return 'unlisted';
    if (contents.some((id) => !this.#objects.has(id))) return 'missing';
    // What stands there instead is no content: it has no data, and names no others that do.
    if (bare && contents.some((id) => !this.#data.has(id) && !/^\s*\[/u.test(this.#objects.get(id) ?? '')))
      return 'missing';
    if (bare && contents.length === 0 && (this.#isEquipped(own) || this.#hasStray())) return 'missing';
    if (bare && contents.some((id) => (this.#data.get(id)?.length ?? 0) > mostForNothing || this.#shows(id)))
      return 'missing';
    const seen = new Set<number>([page]);
    const open = [page];
    for (let at = open.pop(); at !== undefined && seen.size < mostFollowed; at = open.pop()) {
      if (this.#broken.has(at)) return 'broken';
      for (const id of refsOf((this.#objects.get(at) ?? '').replace(aside, ''))) {
        if (seen.has(id) || /\/Type\s*\/(?:Pages?|Catalog)\b/u.test(this.#objects.get(id) ?? '')) continue;
        seen.add(id);
        open.push(id);
      }
    }
    return null;
  }

  /** Whether a page brings type or pictures: one that is meant to be blank has none. */
  #isEquipped(page: string): boolean {
    const [, shared = ''] = /\/Resources\s+(\d+)\s+\d+\s+R/u.exec(page) ?? [];
    return /\/(?:Font|XObject)\s*(?:<<\s*\/|\d+\s+\d+\s+R)/u.test(page + (this.#objects.get(Number(shared)) ?? ''));
  }

  /** Whether data lies in the file as pages have it, of no kind of its own, that nothing leads to: a page has lost it. */
  #hasStray(): boolean {
    const led = new Set([...this.#objects.values()].flatMap(refsOf));
    return [...this.#data.keys()].some((id) => !led.has(id) && this.#shows(id));
  }

  /** Whether an object is content that draws words or pictures, however short. */
  #shows(id: number): boolean {
    const [content, head = ''] = [this.#data.get(id), this.#objects.get(id)];
    return (
      content !== undefined && !/\/(?:Type|Subtype)\b/u.test(head) && /\b(?:T[jJ]|Do)\b/u.test(textOf(content, head))
    );
  }

  /** Pages that lie in the file, whether they are listed or not. */
  stored(): number {
    return [...this.#objects.values()].filter((text) => /\/Type\s*\/Page\b/u.test(text)).length;
  }

  /** Pages that hang from the root, counted; 0 where no tree can be followed. */
  pages(): number {
    const root = [...this.#objects.values()].findLast((text) => /\/Type\s*\/Catalog\b/u.test(text));
    const first = Number(/\/Pages\s+(\d+)\s+\d+\s+R/u.exec(root ?? '')?.[1] ?? 0);
    const seen = new Set<number>();
    const open = [first];
    let count = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const text = this.#objects.get(at);
      if (text === undefined || seen.has(at)) continue;
      seen.add(at);
      const kids = /\/Kids\s*\[([^\]]*)/u.exec(text)?.[1];
      if (kids !== undefined) open.push(...refsOf(kids).slice(0, 100_000));
      else if (/\/Type\s*\/Page\b/u.test(text)) count++;
    }
    return count;
  }
}

function refsOf(text: string): number[] {
  return Array.from(text.matchAll(/(\d+)\s+\d+\s+R\b/gu), ([, id]) => Number(id));
}
