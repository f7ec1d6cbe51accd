import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { type AgencyProfile, acceptAgency, type RuleBook, RuleMistakes, readSource } from '@anjuan/core';
import { readRules } from '@anjuan/core/node';
import { Mistake } from './exit.ts';

/** A path as the user gave it, from where the user stands. */
export function fromUser(target: string): string {
  return path.resolve(process.env.ANJUAN_CWD ?? process.cwd(), target);
}

/** The folder with cases, results and imported texts: the one named, or `data` of this checkout. */
export function dataFolder(named: string | undefined): string {
  return named === undefined ? path.resolve(import.meta.dirname, '../../../data') : fromUser(named);
}

/** The rules of this checkout, or of another folder. */
export async function openRules(folder: string | undefined): Promise<RuleBook> {
  if (folder === undefined) return readRules();
  const place = fromUser(folder);
  if (!(await stat(place).catch(() => null))?.isDirectory()) throw new Mistake(`找不到规则文件夹：${folder}`);
  return readRules(place);
}

/** An agency profile in YAML or JSON: names of `agency.*` facts without that prefix. */
export async function openAgency(file: string | undefined, book: RuleBook): Promise<AgencyProfile | undefined> {
  if (file === undefined) return undefined;
  const text = await readFile(fromUser(file), 'utf8').catch(() => {
    throw new Mistake(`找不到执法主体档案：${file}`);
  });
  const source = readSource(file, text);
  if (source.problems.length > 0) throw new RuleMistakes(source.problems);
  const accepted = acceptAgency(source.value, book.pack.dictionary);
  if ('agency' in accepted) return accepted.agency;
  throw new RuleMistakes(
    accepted.problems.map(({ field, message }) => source.problem([field], `执法主体档案“${field}”：${message}`)),
  );
}
