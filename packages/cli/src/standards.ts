import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  keyOf,
  type Loaded,
  loadOne,
  loadStandards,
  type RuleBook,
  RuleMistakes,
  type Standard,
  standardNamed,
} from '@anjuan/core';
import { Mistake } from './exit.ts';
import { fromUser } from './files.ts';

/** All standards of a rules folder; a mistake in one stops with every mistake listed. */
export function standardsIn(book: RuleBook): readonly Standard[] {
  const { standards, problems } = loadStandards(book);
  if (problems.length > 0) throw new RuleMistakes(problems);
  return standards;
}

/**
 * The standards asked for, `a,b`, each an id, `id@edition` or a file of the user's; without an edition the one in force on `day`, else the
 * newest. The first of the folder when none is asked for.
 */
export async function chosen(book: RuleBook, names: string | undefined, day?: string): Promise<readonly Standard[]> {
  const standards = standardsIn(book);
  if (names === undefined) return standards.slice(0, 1);
  return Promise.all(names.split(',').map((name) => oneOf(standards, name.trim(), book, day)));
}

async function oneOf(
  standards: readonly Standard[],
  name: string,
  book: RuleBook,
  day: string | undefined,
): Promise<Standard> {
  const found = standardNamed(standards, name, day);
  if (found !== null) return found;
  if (!/\.ya?ml$|[/\\]/u.test(name))
    throw new Mistake(`没有编号为“${name}”的标准；现有：${standards.map(keyOf).join('、') || '（无）'}`);
  const { standard, problems } = await loadFile(name, book);
  if (standard === null) throw new RuleMistakes(problems);
  return standard;
}

/** A standard in a file of the user's: the whole of it, the folder it lies in, or one sheet of such a folder. */
export async function loadFile(target: string, book: RuleBook): Promise<Loaded> {
  const place = fromUser(target);
  const about = await stat(place).catch(() => null);
  if (about === null) throw new Mistake(`找不到文件：${target}`);
  const folder = about.isDirectory() ? place : path.dirname(place);
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/u.test(name));
  const parts = about.isDirectory() || names.includes('standard.yaml');
  if (about.isDirectory() && !names.includes('standard.yaml')) throw new Mistake(`${target} 里没有 standard.yaml`);
  const head = parts ? path.join(folder, 'standard.yaml') : place;
  const shown = (name: string): string =>
    about.isDirectory() ? path.join(target, name) : path.join(path.dirname(target), name);
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  const beside = new Map(names.map((name, index) => [name, { file: shown(name), text: texts[index] ?? '' }]));
  return loadOne(shown(path.basename(head)), await readFile(head, 'utf8'), book, beside);
}

/** Names of the grades of each standard by its id, best first. */
export function gradeNames(standards: readonly Standard[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    standards.map((standard) => {
      const grades = standard.sheets.flatMap((sheet) => sheet.grades);
      const sorted = [...grades].sort((a, b) => b.from - a.from);
      return [standard.id, [...new Set(sorted.map((grade) => grade.name))]];
    }),
  );
}
