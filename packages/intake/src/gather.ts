import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openArchive } from './archive.ts';
import { detect, office } from './detect.ts';
import { defaultLimits, Unreadable } from './limits.ts';

/** A file to be read. `name` is for people, unique within its case; `path` is where its bytes lie. */
export interface InputFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
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
 * Finds the cases a path stands for: a file is one case, an archive one, a folder with files one; a folder with nothing but folders is as many
 * cases as it has. Throws {@link Unreadable} with a Chinese sentence when the path is not there.
 */
export async function gather(target: string): Promise<Gathered> {
  const found = await stat(target).catch(() => null);
  const name = path.basename(target);
  if (found === null) throw new Unreadable(`找不到文件或文件夹：${target}`);
  if (!found.isDirectory()) return gatherFile(target, name, found.size);
  const entries = await listed(target);
  const folders = entries.filter((entry) => entry.isDirectory());
  if (folders.length > 0 && folders.length === entries.length) {
    const cases: InputCase[] = [];
    for (const folder of folders)
      cases.push({ name: folder.name, files: await filesUnder(path.join(target, folder.name)) });
    return { cases, dispose: async () => {} };
  }
  return { cases: [{ name, files: await filesUnder(target) }], dispose: async () => {} };
}

async function gatherFile(target: string, name: string, size: number): Promise<Gathered> {
  const single: Gathered = { cases: [{ name, files: [{ name, path: target, size }] }], dispose: async () => {} };
  if (size > defaultLimits.fileBytes) return single;
  const bytes = await readFile(target);
  if (detect(bytes) !== 'zip') return single;
  const archive = await openArchive(bytes, defaultLimits);
  try {
    if (office(archive.entries.map((entry) => entry.name)) !== 'zip') return single;
    const folder = await mkdtemp(path.join(os.tmpdir(), 'anjuan-'));
    const files: InputFile[] = [];
    for (const [index, entry] of archive.entries.entries()) {
      if (entry.folder || isNoise(entry.name)) continue;
      // The bytes never lie under the name the archive gives.
      const place = path.join(folder, String(index));
      try {
        if (entry.refused !== null) throw new Unreadable(`压缩包中的此项${entry.refused}，未读取`);
        const content = await entry.read();
        await writeFile(place, content);
        files.push({ name: entry.name, path: place, size: content.length });
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        files.push({ name: entry.name, path: place, size: 0, refused: error.message });
      }
    }
    files.sort((a, b) => naturally(a.name, b.name));
    return { cases: [{ name, files: distinct(files) }], dispose: () => rm(folder, { recursive: true, force: true }) };
  } finally {
    archive.close();
  }
}

async function filesUnder(folder: string, prefix = ''): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const entry of await listed(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesUnder(place, `${prefix}${entry.name}/`)));
    else if (entry.isFile())
      files.push({ name: `${prefix}${entry.name}`, path: place, size: (await stat(place)).size });
  }
  return prefix === '' ? files.sort((a, b) => naturally(a.name, b.name)) : files;
}

async function listed(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  // The two files beside an invented case say what to find in it; they are no papers of the case.
  const described = ['case.json', 'expected.txt'].every((name) => entries.some((entry) => entry.name === name));
  return entries
    .filter((entry) => !isNoise(entry.name) && !(described && /^(?:case\.json|expected\.txt)$/u.test(entry.name)))
    .sort((a, b) => naturally(a.name, b.name));
}

/** What systems leave in folders and archives beside the papers. */
function isNoise(name: string): boolean {
  return name.startsWith('__MACOSX/') || /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/iu.test(name);
}

/** Names that occur twice get a number, so that a place can be told by its file. */
function distinct(files: readonly InputFile[]): InputFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const times = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, times);
    return times === 1 ? file : { ...file, name: `${file.name}（${times}）` };
  });
}

/** Orders names with numbers by their value: 2 before 10. */
export function naturally(a: string, b: string): number {
  const split = (text: string): string[] => text.match(/\d+|\D+/gu) ?? [];
  const left = split(a);
  const right = split(b);
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const x = left[index] ?? '';
    const y = right[index] ?? '';
    const numbers = /^\d/u.test(x) && /^\d/u.test(y);
    const order = numbers ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
