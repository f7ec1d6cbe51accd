import type { FileNotice } from '@anjuan/core';
import { detect } from '../../detect.ts';
import { Broken } from '../../limits.ts';
import { folderOf, type OfdPackage } from './package.ts';
import type { PageSheet } from './words.ts';

/** Pictures a page would show that are not in the file, or are none, or of a kind that browsers do not show. */
export async function lostPictures(pack: OfdPackage, sheet: PageSheet): Promise<number> {
  let lost = sheet.lostPictures;
  for (const name of new Set(sheet.items.flatMap((item) => (item.kind === 'image' ? [item.image] : [])))) {
    const bytes = await pack.bytes(name).catch((error: unknown) => {
      if (error instanceof Broken) return null;
      throw error;
    });
    if (bytes === null || detect(bytes) === 'other' || bytes.length === 0) lost++;
  }
  return lost;
}

/** Pages that lie in the file beside those it lists: no page is dropped without a word. */
export function tellUnlisted(pack: OfdPackage, root: string, listed: readonly string[], notices: FileNotice[]): void {
  const known = new Set(listed.map((name) => name.toLowerCase()));
  const shelves = new Set([...known].map((name) => folderOf(folderOf(name))).filter((folder) => folder !== root));
  const strays = pack.names.filter(
    (name) => shelves.has(folderOf(folderOf(name))) && /\/Content\.xml$/iu.test(name) && !known.has(name),
  );
  if (strays.length > 0)
    notices.push({
      kind: 'other',
      message: `文件里另存有 ${strays.length} 页没有列入目录，显示不出，也没有读取（可能是删去的页，也可能是目录已损坏），请对照原件`,
    });
}
