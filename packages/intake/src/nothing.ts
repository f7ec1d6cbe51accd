import type { FileText } from '@anjuan/core';

const noWords =
  '没有认出任何文字（空白页、全黑或者拍得看不清的都会这样）；原件上有内容的，请重新扫描或者拍照，换掉这个文件';

/**
 * The files of a case of which nothing at all was read, each page without words with that as its reason; null where there are words. Nothing may be
 * said of such a case, least of all that no fault was found.
 */
export function nothingRead(files: readonly FileText[]): readonly FileText[] | null {
  const empty = files.every(
    (file) => file.unreadable !== undefined || file.pages.every((page) => page.text.trim() === ''),
  );
  if (!empty) return null;
  return files.map((file) => ({
    ...file,
    pages: file.pages.map((page) => (page.unread === undefined ? { ...page, unread: noWords } : page)),
  }));
}
