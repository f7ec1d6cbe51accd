import { Buffer } from 'node:buffer';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { boundsIn, boundsOf, Stretch } from './bounds.ts';
import { leadsElsewhere, nameIn, whyNotNamed } from './entry-names.ts';
import { isNoise, notWhole, shownName } from './foreign.ts';
import { begun, gathered, inflate, isSealed, promised, saved } from './inflating.ts';
import { Broken, type Limits, Unreadable } from './limits.ts';
import { Relisted, salvage } from './salvage.ts';
import { volume } from './strangers.ts';
import { sealOf } from './unlock.ts';

/** One entry of an archive, with its name decoded for people; `reason` says why it is refused. */
export interface Entry {
  readonly name: string;
  readonly refused: string | null;
  readonly folder: boolean;
  /** Encrypted. */
  readonly sealed: boolean;
  /** A password would open it, and none was given. */
  readonly waits: boolean;
  /** The bytes; throws {@link Unreadable} when a limit is hit or the data is damaged. */
  read(): Promise<Buffer>;
  /** As much of the bytes as there is of an entry whose data ends too early; throws where it is damaged otherwise. */
  readBegun(): Promise<Buffer>;
  /** Puts the bytes into a file, a piece at a time, and gives their number; throws as `read` does. */
  save(place: string): Promise<number>;
}

/** What is said of an archive without a file in it. */
export const nothingIn = '压缩包里没有文件，是空的；请核对是不是放错了压缩包';

/** What is said of an archive that waits for its password, as a whole or for some of its papers. */
export function lockedArchive({ entries, locked }: Archive): string {
  if (locked) return '压缩包加了密码，需要密码才能打开';
  const names = entries.filter((entry) => entry.waits && !isNoise(entry.name)).map((entry) => entry.name);
  const named = names.slice(0, 5).join('、');
  return `压缩包里有 ${names.length} 个文件加了密码（${named}${names.length > 5 ? ' 等' : ''}），没有读取，需要密码才能打开`;
}

/** An archive open for reading; close it. */
export interface Archive {
  readonly entries: readonly Entry[];
  /** All papers in it are encrypted, and no password was given. */
  readonly locked: boolean;
  /** Its list of files was gone or led nowhere: the files that are there were looked for. */
  readonly salvaged: boolean;
  close(): void;
}

const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: true, autoClose: false } as const;

/** Opens a ZIP that lies in memory, or in a file when it is given a path. Names that would lead out of a folder, links, encrypted and doubled entries are refused one by one; the others can be read. With a password, encrypted entries are read too: a wrong one throws {@link Locked}. Where the list of its files is gone or leads nowhere, they are looked for unless told not to. */
export async function openArchive(
  place: Buffer | string,
  limits: Limits,
  password?: string,
  lookForFiles = true,
): Promise<Archive> {
  const bounds = typeof place === 'string' ? await boundsOf(place) : boundsIn(place);
  const from = typeof place === 'string' ? place : place.subarray(bounds.from, bounds.to);
  const packed = bounds.to - bounds.from;
  const given = { from, shift: bounds.from, packed };
  try {
    const zip = await promised<yauzl.ZipFile>((done) => {
      if (typeof from !== 'string') yauzl.fromBuffer(from, options, done);
      else if (bounds.whole) yauzl.open(from, options, done);
      else yauzl.fromRandomAccessReader(new Stretch(from, bounds.from), packed, options, done);
    }).catch((error: unknown) => {
      throw whyClosed(error);
    });
    return await archiveOf(zip, given, limits, password);
  } catch (error) {
    const found = error instanceof Misshapen && lookForFiles ? await salvage(place) : null;
    if (found === null) throw error;
    const whole = { from: place, shift: 0, packed: found.size };
    const reader = new Relisted(place, found);
    const zip = await promised<yauzl.ZipFile>((done) =>
      yauzl.fromRandomAccessReader(reader, found.size + found.list.length, options, done),
    );
    const archive = await archiveOf(zip, whole, limits, password);
    // Of an office file its reader tells what is lost.
    const entries = typeof place === 'string' ? [...archive.entries, missingRest] : archive.entries;
    return { ...archive, entries, salvaged: true };
  }
}

/** The list of the files of an archive is gone, or leads nowhere. */
class Misshapen extends Broken {}

interface Given {
  readonly from: Buffer | string;
  /** Bytes before the archive. */
  readonly shift: number;
  readonly packed: number;
}

async function archiveOf(
  zip: yauzl.ZipFile,
  { from, shift, packed }: Given,
  limits: Limits,
  password: string | undefined,
): Promise<Archive> {
  const budget = { inflated: 0, packed, password, unlocked: false, within: typeof from !== 'string' };

  let claimed = 0;
  const entries: Entry[] = [];
  const seen = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('error', (error: unknown) => reject(whyClosed(error)));
    zip.on(
      'end',
      () => void moreThan(zip, from, shift).then((more) => resolve(void (more && entries.push(unlisted))), reject),
    );
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entries.length >= limits.entries) {
        reject(new Unreadable(`压缩包内的文件超过 ${limits.entries} 个，没有打开；请分成几个压缩包`));
        return;
      }
      claimed += entry.compressedSize;
      if (claimed > packed) {
        reject(new Unreadable('压缩包内各个文件的数据相互重叠，不是正常的压缩包，没有打开；请重新压缩后再放入'));
        return;
      }
      const name = decodeName(entry);
      const refused =
        refusal(entry, nameOf(entry)) ?? (seen.has(name) ? '与包内另一文件重名，没有读取；请改名后重新压缩' : null);
      seen.add(name);
      const pieces = (): AsyncGenerator<Buffer> => inflate(zip, entry, limits, budget);
      const folder = name.endsWith('/') && entry.uncompressedSize === 0;
      const sealedOne = !folder && isSealed(entry);
      const waits = sealedOne && refused === null && password === undefined;
      entries.push({
        name,
        refused,
        folder,
        sealed: sealedOne,
        waits,
        read: () => gathered(pieces()),
        readBegun: () => gathered(begun(zip, entry, limits, budget)),
        save: (place) => saved(pieces(), place),
      });
      zip.readEntry();
    });
    zip.readEntry();
  });
  const papers = entries.filter((entry) => !entry.folder);
  return {
    entries,
    locked: password === undefined && papers.length > 0 && papers.every((entry) => entry.sealed),
    salvaged: false,
    close: () => zip.close(),
  };
}

/** What stands for files that cannot be read, as it is told. */
function standIn(name: string, refused: string): Entry {
  const refuse = (): Promise<never> => Promise.reject(new Broken(refused));
  return { name, refused, folder: false, sealed: false, waits: false, read: refuse, readBegun: refuse, save: refuse };
}

/** Files that lie in an archive beyond the number its end gives. */
const unlisted = standIn(
  '（没有列入目录的文件）',
  '没有列入压缩包的目录，压缩包可能已损坏，没有读取；请重新压缩后再放入',
);

/** What may have stood in an archive behind what was found of it. */
const missingRest = standIn(
  '（压缩包里可能还有的文件）',
  `压缩包不完整或者目录已损坏，读的是其中找得到的文件，可能还有别的；${notWhole}`,
);

/** Whether more entries are listed behind those that were read. */
async function moreThan(zip: yauzl.ZipFile, from: Buffer | string, shift: number): Promise<boolean> {
  const at = Number(zip.readEntryCursor);
  if (typeof from !== 'string') return from.toString('latin1', at, at + 4) === 'PK\x01\x02';
  const file = await open(from);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, shift + at);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\x01\x02';
  } finally {
    await file.close();
  }
}

function refusal(entry: yauzl.Entry, name: string): string | null {
  if (name.endsWith('/') && entry.uncompressedSize > 0) return '是文件夹却带有内容，没有读取；请重新压缩';
  const why = whyNotNamed(name);
  if (why !== null) return why;
  const mode = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (mode === 0o120000) return leadsElsewhere;
  if (isSealed(entry) && sealOf(entry) === null) return '的加密方式不支持，请输入密码解压后，把解压出的文件放入';
  return null;
}

/** UTF-8 where the entry says so or the bytes are valid UTF-8, otherwise GB 18030. */
function decodeName(entry: yauzl.Entry): string {
  return shownName(nameOf(entry));
}

function nameOf(entry: yauzl.Entry): string {
  const raw = Buffer.from(entry.fileName as unknown as Uint8Array);
  return unicodeName(entry, raw)?.replaceAll('\\', '/') ?? nameIn(raw);
}

/** The name a field of its own gives in UTF-8, where the plain one is of a page of codes (APPNOTE 4.6.9); null where it is of another name. */
function unicodeName({ extraFields }: yauzl.Entry, raw: Buffer): string | null {
  const data = extraFields.find((field) => field.id === 0x7075)?.data;
  if (data === undefined || data.length < 6 || data[0] !== 1 || data.readUInt32LE(1) !== crc32(raw)) return null;
  return data.toString('utf8', 5);
}

/** The library's own words are for programmers: people are told what it comes to. */
function whyClosed(error: unknown): Unreadable {
  const words = error instanceof Error ? error.message : String(error);
  if (/end of central dir|comment length/iu.test(words)) return new Misshapen(`文件不完整，打不开；${notWhole}`);
  if (/multi-disk/iu.test(words)) return new Unreadable(volume);
  return new Misshapen(`文件的结构已损坏，打不开；${notWhole}`);
}
