import type { FileNotice } from '@anjuan/core';
import { Broken } from '../../limits.ts';
import { folderOf, type OfdPackage } from './package.ts';
import { pictureType } from './signatures.ts';
import type { PageSheet } from './words.ts';

/** Pictures a page would show that are not in the file, or are none, or of a kind that browsers do not show. */
export async function lostPictures(pack: OfdPackage, sheet: PageSheet): Promise<number> {
  let lost = sheet.lostPictures;
  for (const name of new Set(sheet.items.flatMap((item) => (item.kind === 'image' ? [item.image] : [])))) {
    const bytes = await pack.bytes(name).catch((error: unknown) => {
      if (error instanceof Broken) return null;
      throw error;
    });
    if (bytes === null || pictureType(bytes) === null) lost++;
  }
  return lost;
}

/** Pictures a page would show, those that are not in the file included. */
export function picturesOn({ items, lostPictures: gone }: PageSheet): number {
  return gone + new Set(items.flatMap((item) => (item.kind === 'image' ? [item.image] : []))).size;
}

/** What is said of a page without words of which every picture is lost. */
export function allLost(number: number): string {
  return `第 ${number} 页没有文字，页上的图像缺失、损坏或者格式少见，显示不出，也读不出；请用 OFD 阅读器打开，打印成 PDF 后再放入`;
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
