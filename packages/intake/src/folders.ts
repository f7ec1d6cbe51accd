import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isNoise, shownName } from './foreign.ts';
import type { InputFile } from './gather.ts';

/** The files in a folder and those below it, with their names from there. */
export async function filesUnder(folder: string, prefix = ''): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const entry of await listed(folder)) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesUnder(place, `${prefix}${entry.name}/`)));
    else if (entry.isFile())
      files.push({ name: shownName(`${prefix}${entry.name}`), path: place, size: (await stat(place)).size });
  }
  return prefix === '' ? files.sort((a, b) => naturally(a.name, b.name)) : files;
}

/** What lies in a folder, without what systems leave there. */
export async function listed(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  // The two files beside an invented case say what to find in it; they are no papers of the case.
  const described = ['case.json', 'expected.txt'].every((name) => entries.some((entry) => entry.name === name));
  return entries
    .filter((entry) => !isNoise(entry.name) && !(described && /^(?:case\.json|expected\.txt)$/u.test(entry.name)))
    .sort((a, b) => naturally(a.name, b.name));
}

/** Names that occur twice get a number, so that a place can be told by its file. */
export function distinct(files: readonly InputFile[]): InputFile[] {
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
