import { open, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Archive, lockedArchive, nothingIn, openArchive } from './archive.ts';
import { holdsFiles, takenOut } from './containers.ts';
import { detect, office } from './detect.ts';
import { archiveEnding, boxEnding, entryRefused } from './entry-names.ts';
import { distinct, filesUnder, listed, naturally } from './folders.ts';
import { claimsOffice, isNoise } from './foreign.ts';
import { defaultLimits, type Limits, Locked, Unreadable } from './limits.ts';
import { recordCases } from './records.ts';
import { volumeNamed } from './strangers.ts';
import { workFolder } from './work-folder.ts';

/** A file to be read. `name` is for people, unique within its case; `path` is where its bytes lie. */
export interface InputFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** Of its bytes, where known: then a long file that was begun is gone on with. */
  readonly sha256?: string;
  readonly password?: string;
  /** Set when it must not be read: why. */
  readonly refused?: string;
}

/** One case as it came: the files of a folder or archive, or a single file. */
export interface InputCase {
  readonly name: string;
  readonly files: readonly InputFile[];
}

/** Cases found under a path, and what to clean up afterwards. */
export interface Gathered {
  readonly cases: readonly InputCase[];
  dispose(): Promise<void>;
}

/**
 * Finds the cases a path stands for: a file is one case, a file of records as many as it has lines, an archive one, a folder with files one; a folder with nothing but folders is as many
 * cases as it has. `name` is what people call it where its bytes lie under another; `password` opens archives. Throws {@link Unreadable} with a Chinese sentence when the path is not there.
 */
export async function gather(target: string, name = path.basename(target), password?: string): Promise<Gathered> {
  const found = await stat(target).catch(() => null);
  if (found === null) throw new Unreadable(`找不到文件或文件夹：${target}`);
  if (!found.isDirectory()) return gatherFile(target, name, found.size, password);
  const entries = await listed(target);
  const folders = entries.filter((entry) => entry.isDirectory());
  const opening: Opening = { disposals: [], password, room: defaultLimits.inflatedBytes };
  const dispose = async (): Promise<void> => {
    for (const one of opening.disposals) await one();
  };
  if (folders.length > 0 && folders.length === entries.length) {
    const cases: InputCase[] = [];
    for (const folder of folders) {
      const files = await filesUnder(path.join(target, folder.name));
      cases.push({ name: folder.name, files: await withOpened(files, 1, opening) });
    }
    return { cases, dispose };
  }
  const files = await filesUnder(target);
  // A folder with nothing but archives, or nothing but records, is as many cases as it has.
  if (
    files.length > 1 &&
    [archiveEnding, /\.json$/iu].some((ending) => files.every((file) => ending.test(file.name)))
  ) {
    const cases: InputCase[] = [];
    for (const file of files) cases.push(...(await within(file, 1, opening)));
    return { cases, dispose };
  }
  return { cases: [{ name, files: await withOpened(files, 1, opening) }], dispose };
}

/** The files of a case, an archive among them with its papers in its place; one that cannot be opened stays, with its reason. */
async function withOpened(files: readonly InputFile[], depth: number, opening: Opening): Promise<InputFile[]> {
  const all: InputFile[] = [];
  for (const file of files) {
    if (file.refused !== undefined || depth > deepest || claimsOffice(file.name)) all.push(file);
    else if (!holdsFiles(await headOf(file.path), file.size)) all.push(file);
    else {
      const prefix = file.name.replace(boxEnding, '');
      for (const one of await within(file, depth, opening)) {
        const inner = one.name === file.name ? prefix : `${prefix}/${one.name}`;
        for (const paper of one.files)
          all.push(paper.path === file.path ? paper : { ...paper, name: `${inner}/${paper.name}` });
      }
    }
  }
  return distinct(all);
}

/** What opens archives, and what is to be cleaned up after them. */
interface Opening {
  readonly disposals: (() => Promise<void>)[];
  readonly password: string | undefined;
  /** Bytes that all archives together may still inflate to. */
  room: number;
}

/** Archives in archives are opened to this depth. */
const deepest = 3;

async function gatherFile(target: string, name: string, size: number, password: string | undefined): Promise<Gathered> {
  const disposals: (() => Promise<void>)[] = [];
  const dispose = async (): Promise<void> => {
    for (const one of disposals) await one();
  };
  try {
    return {
      cases: await archiveCases(target, name, size, 1, { disposals, password, room: defaultLimits.inflatedBytes }),
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** The cases of an archive that lies in another; one that cannot be opened is a case with its reason. */
async function within(file: InputFile, depth: number, opening: Opening): Promise<InputCase[]> {
  if (file.refused !== undefined) return [{ name: file.name, files: [file] }];
  try {
    return await archiveCases(file.path, file.name, file.size, depth, opening);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    // What waits for its password is asked for it where it is read.
    const waiting = error instanceof Locked ? {} : { refused: error.message };
    return [{ name: file.name, files: [{ ...file, ...waiting }] }];
  }
}

/** Files that lie in two or more folders, and nowhere else, are a case a folder; a single folder around all is left out of the names. */
function asCases(name: string, files: readonly InputFile[]): InputCase[] {
  // A name that leads out of the archive says nothing of its folders.
  const inner = files.filter((file) => file.refused === undefined);
  let prefix = '';
  for (;;) {
    const folders = new Set(inner.map((file) => firstFolder(file.name.slice(prefix.length))));
    if (folders.has(null) || folders.size === 0) return [{ name, files }];
    if (folders.size > 1) break;
    prefix += `${[...folders][0]}/`;
  }
  const cases = new Map<string, InputFile[]>();
  for (const file of inner) {
    const rest = file.name.slice(prefix.length);
    const folder = firstFolder(rest) ?? '';
    const own = { ...file, name: rest.slice(folder.length + 1) };
    cases.set(folder, [...(cases.get(folder) ?? []), own]);
  }
  const refused = files.filter((file) => file.refused !== undefined);
  return [...cases].map(([folder, own], index) => ({ name: folder, files: index === 0 ? [...own, ...refused] : own }));
}

function firstFolder(name: string): string | null {
  const at = name.indexOf('/');
  return at <= 0 ? null : name.slice(0, at);
}

async function archiveCases(
  target: string,
  name: string,
  size: number,
  depth: number,
  opening: Opening,
): Promise<InputCase[]> {
  const { disposals, password } = opening;
  const single: InputCase[] = [{ name, files: [{ name, path: target, size }] }];
  if (size > defaultLimits.archiveBytes) return single;
  const head = await headOf(target);
  const content = detect(head);
  // A file that is called one of records may begin with a line that is none.
  if (content === 'json' || (content === 'txt' && /\.(?:ndjson|jsonl)$/iu.test(name))) {
    const records = await recordCases(target, defaultLimits, name);
    if (records === null) return single;
    disposals.push(records.dispose);
    return records.cases;
  }
  const limits = depth === 1 ? defaultLimits : { ...defaultLimits, inflatedBytes: opening.room };
  const file = { path: target, name, size, head };
  const taken = await takenOut(file, () => folderFor(disposals), limits).catch((error: unknown) => {
    if (error instanceof Unreadable) return error.message;
    throw error;
  });
  if (typeof taken === 'string') return [{ name, files: [{ name, path: target, size, refused: taken }] }];
  if (taken !== null) {
    opening.room -= taken.files.reduce((sum, file) => sum + file.size, 0);
    if (taken.asArchive) return casesOf(name, taken.files, depth, opening);
    return [{ name, files: await withOpened(distinct(taken.files), depth + 1, opening) }];
  }
  if (content !== 'zip' || claimsOffice(name)) return single;
  const archive = await opened(target, name, limits, password);
  try {
    if (office(archive.entries.map((entry) => entry.name)) !== 'zip') return single;
    if (archive.locked) throw new Locked(lockedArchive(archive));
    const folder = await folderFor(disposals);
    const files: InputFile[] = [];
    const waiting: InputFile[] = [];
    let unlocked = false;
    for (const [index, entry] of archive.entries.entries()) {
      if (entry.folder || isNoise(entry.name)) continue;
      if (entry.waits) {
        waiting.push({ name: entry.name, path: target, size: 0 });
        continue;
      }
      // The bytes never lie under the name the archive gives.
      const place = path.join(folder, String(index));
      try {
        if (entry.refused !== null) throw new Unreadable(entryRefused(entry.refused));
        const size = await entry.save(place);
        opening.room -= size;
        unlocked ||= entry.sealed;
        files.push({ name: nameOf(entry), path: place, size });
      } catch (error) {
        // A password that does not open the first entry opens none; papers may have been put in later under another.
        if (!(error instanceof Unreadable) || (error instanceof Locked && !unlocked)) throw error;
        files.push({
          name: nameOf(entry),
          path: place,
          size: 0,
          refused: error instanceof Locked ? another : error.message,
        });
      }
    }
    if (files.length === 0) throw new Unreadable(nothingIn);
    if (waiting.length > 0) {
      // Of several cases none can be known to be whole before the password is there; of one, the papers that are not encrypted are read.
      if (asCases(name, [...files, ...waiting]).length > 1) throw new Locked(lockedArchive(archive));
      const papers = await withOpened(distinct(sorted(files)), depth + 1, opening);
      const rest = size <= limits.fileBytes ? {} : { refused: `${lockedArchive(archive)}；${unpackFirst}` };
      return [{ name, files: [...papers, { name, path: target, size, ...rest }] }];
    }
    return await casesOf(name, files, depth, opening);
  } finally {
    archive.close();
  }
}

const sorted = (files: readonly InputFile[]): InputFile[] => files.toSorted((a, b) => naturally(a.name, b.name));

/** The cases that lie in an archive: archives in it are cases of their own, where there is nothing else. */
async function casesOf(
  name: string,
  files: readonly InputFile[],
  depth: number,
  opening: Opening,
): Promise<InputCase[]> {
  const cases: InputCase[] = [];
  for (const one of asCases(name, distinct(sorted(files)))) {
    if (one.files.every((file) => archiveEnding.test(file.name)) && one.files.length > 0 && depth < deepest) {
      for (const file of one.files) cases.push(...(await within(file, depth + 1, opening)));
    } else cases.push({ ...one, files: await withOpened(one.files, depth + 1, opening) });
  }
  return cases;
}

/** A folder that goes when all is read. */
async function folderFor(disposals: Opening['disposals']): Promise<string> {
  const folder = await workFolder();
  disposals.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A file without a name is called something, so that people know what is meant. */
function nameOf({ name }: { readonly name: string }): string {
  return name === '' ? '（没有名称的文件）' : name;
}

const unpackFirst = '请输入密码解压后，把解压出的文件放入';
const another = `用的是另一个密码，没有打开；${unpackFirst}`;

/** An archive; one that is a part of several, as its name says, is told as that where it does not open. */
async function opened(target: string, name: string, limits: Limits, password: string | undefined): Promise<Archive> {
  const volume = volumeNamed(name);
  return openArchive(target, limits, password, volume === null).catch((error: unknown) => {
    throw volume === null || !(error instanceof Unreadable) ? error : new Unreadable(volume);
  });
}

/** As much of a file as tells what it is. */
async function headOf(target: string): Promise<Buffer> {
  const file = await open(target);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
