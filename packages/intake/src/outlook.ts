import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Carried } from './carried.ts';
import { type Folder, openCompound } from './child/cfb.ts';
import { Damaged, notWhole } from './foreign.ts';
import { Unreadable } from './limits.ts';
import { attachedName, bare, largest, letterOf, ownWords } from './mail.ts';
import { decoded } from './mime.ts';
import { rtfOf } from './outlook-rtf.ts';

const mark = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const properties = '__properties_version1.0';
const attachment = /^__attach_version1\.0_/u;
/** Mails in mails are opened to this depth. */
const deepest = 5;
/** Bytes that the files of one mail may have together: streams that share their bytes could make it any number. */
const mostBytes = 4 * largest;

/** Properties of a mail and of what it carries, by their numbers ([MS-OXPROPS]). */
const is = {
  subject: 0x0037,
  sent: 0x0039,
  received: 0x0e06,
  senderName: 0x0c1a,
  senderAddress: 0x5d01,
  author: 0x0042,
  words: 0x1000,
  rtf: 0x1009,
  page: 0x1013,
  data: 0x3701,
  longName: 0x3707,
  shortName: 0x3704,
  shownName: 0x3001,
} as const;
type Property = (typeof is)[keyof typeof is];

/** Whether a file may be a mail of Outlook, by its beginning: what else the old Office wrote lies in the same box. */
export function mayBeOutlook(head: Uint8Array, size: number): boolean {
  return size <= largest && Buffer.from(head.buffer, head.byteOffset, 8).toString('latin1') === mark;
}

/** The outermost folder of a mail of Outlook ([MS-OXMSG]); null for any other file of that box, and for a box whose lists lead nowhere. */
async function mailIn(target: string): Promise<Folder | null> {
  const bytes = await readFile(target);
  if (!bytes.includes(Buffer.from(properties, 'utf16le'))) return null;
  try {
    const { root } = openCompound(bytes);
    return root.stream(properties) === null && !root.folders.some(({ name }) => attachment.test(name)) ? null : root;
  } catch (error) {
    if (error instanceof RangeError || error instanceof Unreadable) return null;
    throw error;
  }
}

/** Takes the words of a mail of Outlook out of it, and the files it carries; false where the file is no such mail. */
export async function openOutlook(target: string, into: Carried): Promise<boolean> {
  const mail = await mailIn(target);
  if (mail === null) return false;
  await new Taking(into).mail(mail, 32, '', 0);
  return true;
}

/** Takes mails apart, those in mails too. */
class Taking {
  readonly #into: Carried;
  #left = mostBytes;

  constructor(into: Carried) {
    this.#into = into;
  }

  /** `headBytes` stand before the properties, more of them in the outermost mail; names begin with `within`. */
  async mail(folder: Folder, headBytes: number, within: string, depth: number): Promise<void> {
    const fixed = this.#part(folder, properties) ?? Buffer.alloc(0);
    const promised = headBytes === 32 && fixed.length >= headBytes ? fixed.readUInt32LE(20) : 0;
    let whole = fixed.length >= headBytes;
    try {
      await this.#words(folder, fixed.subarray(headBytes), within);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      whole = false;
    }
    whole &&= this.#keeps(folder, fixed.subarray(headBytes));
    const carried = folder.folders.filter(({ name }) => attachment.test(name));
    for (const [index, one] of carried.entries()) await this.#attached(one, index, within, depth);
    whole &&= carried.length >= promised && ![folder, ...carried].some((one) => one.cut());
    whole &&= carried.every((one) => this.#keeps(one, (one.stream(properties) ?? Buffer.alloc(8)).subarray(8)));
    if (!whole)
      this.#into.refuse(
        `${within}（邮件里可能还有的内容）`,
        `邮件不完整或者已损坏，正文和附件可能只读到一部分；${notWhole}`,
      );
  }

  /** Whether the streams are there that the list of properties names; of one of them it tells the length. */
  #keeps(folder: Folder, fixed: Buffer): boolean {
    const ofWords = new Map([
      [0x001e, '001E'],
      [0x001f, '001F'],
      [0x0102, '0102'],
    ]);
    for (let at = 0; at + 16 <= fixed.length; at += 16) {
      const type = ofWords.get(fixed.readUInt16LE(at));
      const property = fixed.readUInt16LE(at + 2);
      if (type !== undefined && fixed.readUInt32LE(at + 8) > 2 && folder.stream(streamOf(property, type)) === null)
        return false;
    }
    return true;
  }

  async #words(folder: Folder, fixed: Buffer, within: string): Promise<void> {
    const said = (...ones: readonly Property[]): string =>
      ones.map((one) => this.#text(folder, one)).find(Boolean) ?? '';
    const page = this.#stream(folder, is.page, '0102');
    const plain = said(is.words).trim();
    const body = plain !== '' ? plain : bare(page === null ? said(is.page) : decoded(page, null)).trim();
    const words = letterOf({
      subject: said(is.subject),
      from: [said(is.senderName, is.author), said(is.senderAddress)].filter((one) => one !== '').join(' '),
      sent: timeIn(fixed, is.sent) ?? timeIn(fixed, is.received) ?? '',
      body,
    });
    if (words !== '') return this.#into.put(`${within}${ownWords}`, Buffer.from(words));
    const packed = this.#stream(folder, is.rtf, '0102');
    if (packed !== null) await this.#into.put(`${within}${ownWords.replace('.txt', '.rtf')}`, rtfOf(packed));
  }

  async #attached(folder: Folder, index: number, within: string, depth: number): Promise<void> {
    const told = [is.longName, is.shortName, is.shownName].map((one) => this.#text(folder, one)).find(Boolean) ?? '';
    const name = `${within}${attachedName(told, index)}`;
    const data = this.#stream(folder, is.data, '0102');
    if (data !== null) {
      await this.#into.put(name, data);
      return;
    }
    const inner = folder.folders.find((one) => one.name === streamOf(is.data, '000D'));
    if (inner === undefined) {
      this.#into.refuse(name, '附件不在邮件里（是链接，或者数据缺失），没有读到；请打开邮件把附件下载下来，单独放入');
    } else if (inner.stream(properties) === null || depth + 1 >= deepest) {
      this.#into.refuse(name, '是嵌在邮件里的对象，没有读取；请用 Outlook 打开邮件，把它另存出来单独放入');
    } else await this.mail(inner, 24, `${name}/`, depth + 1);
  }

  #stream(folder: Folder, property: Property, type: string): Buffer | null {
    return this.#part(folder, streamOf(property, type));
  }

  /** As much of a stream as is there; null where its chain leads nowhere. */
  #part(folder: Folder, name: string): Buffer | null {
    const found = folder.stream(name);
    this.#left -= found?.length ?? 0;
    if (this.#left < 0)
      throw new Unreadable(`邮件的附件一共超过 ${mostBytes >> 20} MB，没有打开；请把附件另存出来单独放入`);
    return found;
  }

  /** A property that is words, in characters of two bytes or in the encoding of the system that wrote it. */
  #text(folder: Folder, property: Property): string {
    const wide = this.#stream(folder, property, '001F');
    if (wide !== null) return wide.toString('utf16le').replace(/\0+$/u, '');
    const bytes = this.#stream(folder, property, '001E');
    return bytes === null ? '' : decoded(bytes, null).replace(/\0+$/u, '');
  }
}

function streamOf(property: number, type: string): string {
  return `__substg1.0_${property.toString(16).toUpperCase().padStart(4, '0')}${type}`;
}

/** A moment among the properties that stand side by side, as the clock shows it in China; null where there is none. */
function timeIn(fixed: Buffer, property: Property): string | null {
  for (let at = 0; at + 16 <= fixed.length; at += 16) {
    if (fixed.readUInt16LE(at) !== 0x0040 || fixed.readUInt16LE(at + 2) !== property) continue;
    // Tenths of microseconds since 1601.
    const moment = Number(fixed.readBigUInt64LE(at + 8) / 10_000n) - 11_644_473_600_000;
    const shown = new Date(moment + 8 * 3_600_000);
    return Number.isNaN(shown.getTime()) ? null : shown.toISOString().slice(0, 16).replace('T', ' ');
  }
  return null;
}
