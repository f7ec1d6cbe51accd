import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { buildBook, type RuleBook } from './packs/book.ts';
import { parsedValue, rememberParsed } from './packs/source.ts';

/** The rules folder of this checkout. */
export const rulesFolder = path.resolve(import.meta.dirname, '../../../rules');

/** Reads and compiles a rules folder; throws RuleMistakes with every mistake in it. */
export async function readRules(folder: string = rulesFolder, pack = 'national'): Promise<RuleBook> {
  const files = await readYamlFiles(folder);
  const cached = await recall(files);
  const book = buildBook(files, pack);
  book.shelf.all();
  await keep(files, cached);
  return book;
}

/** Parsed values by the digest of their text, beside the packages they were parsed with; without it everything is parsed anew. */
const cacheFolder = path.resolve(import.meta.dirname, '../node_modules/.cache');
const parser: string = createRequire(import.meta.url)('yaml/package.json').version;
const cacheFile = path.join(cacheFolder, `rules-yaml-${parser}.json`);

type Cached = Readonly<Record<string, unknown>>;

async function recall(files: ReadonlyMap<string, string>): Promise<Cached> {
  const cached = await readFile(cacheFile, 'utf8').then(
    (text) => JSON.parse(text) as Cached,
    // Not there yet, or cut off by a crash: a cache is nothing to fail over.
    (): Cached => ({}),
  );
  const known = [...files.values()].flatMap((text): [string, unknown][] => {
    const digest = digestOf(text);
    return Object.hasOwn(cached, digest) ? [[text, cached[digest]]] : [];
  });
  rememberParsed(known);
  return cached;
}

async function keep(files: ReadonlyMap<string, string>, cached: Cached): Promise<void> {
  const values: Record<string, unknown> = {};
  let fresh = false;
  for (const text of files.values()) {
    const found = parsedValue(text);
    if (found === null) continue;
    const digest = digestOf(text);
    values[digest] = found.value;
    fresh ||= !Object.hasOwn(cached, digest);
  }
  if (!fresh) return;
  const part = `${cacheFile}.${process.pid}`;
  try {
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(part, JSON.stringify(values));
    await rename(part, cacheFile);
  } catch (error) {
    // A folder that may not be written to, or a full disk, only makes the next start slower.
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Texts of all YAML files under a folder, keyed by their path within it, with `/` between parts. */
export async function readYamlFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [name.split(path.sep).join('/'), texts[index] ?? '']));
}
