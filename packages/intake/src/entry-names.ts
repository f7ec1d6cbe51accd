import { isUtf8 } from 'node:buffer';

/** Why an entry of an archive is not read because of what it is called; null where nothing is wrong with its name. */
export function whyNotNamed(name: string): string | null {
  const parts = name.split('/');
  if (name.includes('\0')) return '名称里有空字符，没有读取；请改名后重新压缩';
  if (name.startsWith('/') || /^[A-Za-z]:/u.test(name) || parts.includes('..')) {
    return '名称指向压缩包以外的位置，没有读取；请改名后重新压缩';
  }
  if (name === '') return '没有名称，没有读取；请重新压缩';
  if (parts.length > 20 || name.length > 1024) return '路径过深或过长，没有读取；请改短后重新压缩';
  return null;
}

/** Why an entry is not read, as it is told; what is said of the archive itself stands as it is. */
export function entryRefused(why: string): string {
  return why.startsWith('压缩包') ? why : `压缩包里的这一项${why}`;
}

/** What is said of an entry that only points somewhere. */
export const leadsElsewhere = '是指向别处的链接，里面没有内容；请放入它指向的文件';

/** A name whose encoding nobody says: UTF-8 where the bytes are valid UTF-8, otherwise GB 18030. Some programs of Windows part folders as that system does. */
export function nameIn(raw: Buffer): string {
  const name = isUtf8(raw) ? raw.toString() : new TextDecoder('gb18030').decode(raw);
  return name.replaceAll('\\', '/');
}

/** The ending of a file that others lie in: what they are called begins without it. */
export const boxEnding = /\.(?:zip|eml|msg|mbox|tar|tgz|tar\.gz|gz)$/iu;

/** The ending of an archive in which a case may lie. */
export const archiveEnding = /\.(?:zip|tar|tgz|tar\.gz)$/iu;
