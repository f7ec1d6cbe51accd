import type { UnreadPage } from './types.ts';

/** What was not read of one file for one reason: the pages, or the whole file. */
export interface Gap {
  readonly file: string;
  /** 1-based, ascending; null when nothing of the file was read. */
  readonly pages: readonly number[] | null;
  /** Chinese, without the page's number and without a full stop. */
  readonly reason: string;
  /** Kind of the paper it belongs to, as far as the pages about it or the file's name tell. */
  readonly kind: string | null;
  /** Words of these pages were read, though not all, it may be. */
  readonly partly: boolean;
}

/** A page that was not read, or of which only some words were. */
export function unreadPage(
  file: string,
  { number, text }: { readonly number: number; readonly text: string },
  reason: string,
): UnreadPage {
  return { file, page: number, reason, ...(text.trim() === '' ? {} : { partly: true }) };
}

/** Pages that were not read, one entry for each file, reason and paper, in the order they came. */
export function gapsOf(unread: readonly UnreadPage[]): readonly Gap[] {
  const gaps = new Map<string, { gap: Gap; pages: number[] }>();
  for (const { file, page, reason, kind = null, partly = false } of unread) {
    const plain = reason.replace(/^第 \d+ 页的?/u, '').replace(/。$/u, '');
    const key = JSON.stringify([file, page === null, plain, kind, partly]);
    const known = gaps.get(key) ?? { gap: { file, pages: null, reason: plain, kind, partly }, pages: [] };
    if (page !== null) known.pages.push(page);
    gaps.set(key, known);
  }
  return [...gaps.values()].map(({ gap, pages }) =>
    pages.length === 0 ? gap : { ...gap, pages: [...new Set(pages)].sort((a, b) => a - b) },
  );
}

/** Which file, and which of its pages: `案卷.pdf 第 3、5–7 页`. */
export function placeOf({ file, pages }: Pick<Gap, 'file' | 'pages'>): string {
  if (pages === null) return file;
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else runs.push([page, page]);
  }
  return `${file} 第 ${runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join('、')} 页`;
}

/** How much was not read: `2 个文件、3 页没有读出，1 页可能没有读全`; empty when everything was. */
export function lostInWords(unread: readonly UnreadPage[]): string {
  const files = unread.filter((one) => one.page === null).length;
  const partly = unread.filter((one) => one.page !== null && one.partly === true).length;
  const pages = unread.length - files - partly;
  const lost = [...(files > 0 ? [`${files} 个文件`] : []), ...(pages > 0 ? [`${pages} 页`] : [])].join('、');
  return [...(lost === '' ? [] : [`${lost}${notRead}`]), ...(partly > 0 ? [`${partly} 页${notWholly}`] : [])].join(
    '，',
  );
}

const notRead = '没有读出';
const notWholly = '可能没有读全';

/** Of a place, that it was not read, or not wholly, it may be. */
export function unreadWord({ partly }: Pick<Gap, 'partly'>): string {
  return partly ? notWholly : notRead;
}
