import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buildBook, type RuleBook } from './packs/book.ts';

/** The rules folder of this checkout. */
export const rulesFolder = path.resolve(import.meta.dirname, '../../../rules');

/** Reads and compiles a rules folder; throws RuleMistakes with every mistake in it. */
export async function readRules(folder: string = rulesFolder, pack = 'national'): Promise<RuleBook> {
  return buildBook(await readYamlFiles(folder), pack);
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
