import type { Kinds } from './kinds.ts';
import type { Row } from './rows.ts';
import { titleOf } from './titles.ts';

/** 3.案件交办通知书 between rows that number other titles: a list of forms, no heading. */
export function isListed(rows: readonly Row[], index: number, kinds: Kinds): boolean {
  const names = (at: number): boolean => {
    const name = rows[at]?.dense.replace(/^\(?\d{1,3}\)?[、.]/u, '') ?? '';
    return name !== '' && name !== rows[at]?.dense && titleOf(name, kinds) !== null;
  };
  return names(index) && (names(index + 1) || names(index - 1));
}

/** Whether the rows up to the offset list forms: what a collection opens with. */
export function listsForms(rows: readonly Row[], stop: number, kinds: Kinds): boolean {
  return rows.filter((row, index) => row.end <= stop && isListed(rows, index, kinds)).length >= 3;
}

/** Rows of an index end with the day and the pages of the paper they name. */
const ROW_END = /(?:\d{4}[.年/-]\d{1,2}[.月/-]\d{1,2}日?)?\d{0,3}(?:[-—~]\d{1,3})?$/;

/** Whether a page after the first of an index only lists more papers: three of its rows are titles with a day or a page. */
export function listsPapers(running: string | undefined, rows: readonly Row[], kinds: Kinds): boolean {
  if (running !== 'file-index') return false;
  let listed = 0;
  for (const { dense } of rows) {
    const name = dense.replace(/^\d{1,3}[、.]?/, '').replace(ROW_END, '');
    if (name !== dense && titleOf(name, kinds) !== null) listed++;
    if (listed === 3) return true;
  }
  return false;
}

/** 安全生产行政执法文书 above the title: the set of forms a paper belongs to. */
export function isLetterhead(dense: string): boolean {
  if (/^(?:文书)?(?:格式|式样|样式)(?:之)?[一二三四五六七八九十\d]{1,3}:?$/u.test(dense)) return true;
  return dense.length >= 6 && dense.length <= 24 && /^[一-龥]+(?:执法|处罚|许可|强制|检查)(?:专用)?文书$/u.test(dense);
}
