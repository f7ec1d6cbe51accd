import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { buildBook, type RuleBook } from './packs/book.ts';
import { parsedSoFar, recallParsed } from './packs/source.ts';

/** The rules folder of this checkout. */
export const rulesFolder = path.resolve(import.meta.dirname, '../../../rules');

/** What was parsed from rule files by earlier processes, by the hash of each text; it lies with the installation, and may be deleted at any time. */
const parsedFile = path.resolve(import.meta.dirname, '../../../node_modules/.cache/anjuan/parsed.json');
let keeping = false;

/** Reads and compiles a rules folder; throws RuleMistakes with every mistake in it. */
export async function readRules(folder: string = rulesFolder, pack = 'national'): Promise<RuleBook> {
  const files = await readYamlFiles(folder);
  if (folder === rulesFolder) recallFrom(files);
  return buildBook(files, pack);
}

/** Parsing YAML is most of the time that loading takes: files whose text is as it was are not parsed again. */
function recallFrom(files: ReadonlyMap<string, string>): void {
  if (keeping) return;
  keeping = true;
  const kept = keptValues();
  const hashes = new Map([...files.values()].map((text) => [text, hashOf(text)]));
  recallParsed([...hashes].filter(([, hash]) => hash in kept).map(([text, hash]) => [text, kept[hash]] as const));
  process.once('exit', () => {
    const known = [...parsedSoFar()].flatMap(([text, value]) => {
      const hash = hashes.get(text);
      return hash === undefined ? [] : [[hash, value] as const];
    });
    if (known.some(([hash]) => !(hash in kept))) keep(Object.fromEntries(known));
  });
}

function keptValues(): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(parsedFile, 'utf8')) as Record<string, unknown>;
  } catch {
    return {}; // none yet, or cut short: everything is parsed afresh
  }
}

function keep(values: Readonly<Record<string, unknown>>): void {
  const part = `${parsedFile}.${process.pid}`;
  try {
    mkdirSync(path.dirname(parsedFile), { recursive: true });
    writeFileSync(part, JSON.stringify(values));
    renameSync(part, parsedFile);
  } catch {
    // an installation nobody may write to: it only starts slower
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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
