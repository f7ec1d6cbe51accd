import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A folder of results, one JSON file a case. */
export interface Results {
  write(name: string, document: object): Promise<void>;
}

/** Makes the folder; two cases of one name get a file each, so that none is lost. */
export async function startResults(folder: string): Promise<Results> {
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  return {
    write: (name, document) =>
      writeFile(path.join(folder, `${freeName(name, taken)}.json`), `${JSON.stringify(document, null, 1)}\n`),
  };
}

/** A name for a file that cannot lead out of its folder and that no other of this run has, whatever the letters' case. */
export function freeName(name: string, taken: Set<string>): string {
  const stem = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 100);
  let free = stem;
  for (let nth = 2; taken.has(free.toLowerCase()); nth++) free = `${stem} (${nth})`;
  taken.add(free.toLowerCase());
  return free;
}
