import { Gap, type Reader } from '../pages.ts';
import { isAgencyName } from '../titles.ts';
import type { Paper, Span } from './paper.ts';
import type { Fine } from './sanctions.ts';

/** Rows of the tables agencies publish about a decision; two or three of them may stand in a web page's head. */
export const TABLE_ROW =
  /^(?:作出(?:行政)?处罚(?:决定)?的(?:行政)?机关|案件名称|处罚类别|(?:行政)?处罚(?:内容|依据|结果|种类|类别|决定(?:书)?(?:文号|案号))|违法(?:行为类型|主体|企业|自然人)|行政相对人|决定书文号|罚款金额|(?:主要)?违法事实)/;

/** Whether the text is the table an agency publishes of one decision. */
export function isPublishedTable({ lines, dense }: Reader): boolean {
  const rows = lines.flatMap(
    ({ start, end }) => TABLE_ROW.exec(dense.slice(start, Math.min(end, start + 20)))?.[0] ?? [],
  );
  return new Set(rows).size > 3;
}

/** 作出行政处罚的机关名称和日期 | 甲县农业农村局 2024年…: the last row of a published table. */
export function agencyInTable({ reader, text }: Paper): (Span & { name: string }) | null {
  for (const [index, line] of reader.lines.entries()) {
    const label = /^作出(?:行政)?处罚(?:决定)?的?(?:行政)?机关(?:名称)?(?:[和及]日期)?:?/.exec(
      text.slice(line.start, Math.min(line.end, line.start + 30)),
    );
    if (label === null) continue;
    const own = line.start + label[0].length;
    const start = own < line.end ? own : (reader.lines[index + 1]?.start ?? own);
    let end = start + 1;
    while (end < text.length && end - start < 40 && reader.gapBefore(end) < Gap.space && !/\d/.test(text[end] ?? ''))
      end++;
    if (isAgencyName(text.slice(start, end))) return { start, end, name: reader.print(start, end) };
  }
  return null;
}

/** 罚款金额(万元) | 5.5: the fine as a column of the table gives it; a sum of fines and confiscations is one only where 罚款 stands alone. */
export function fineInTable({ reader, text }: Paper): Fine[] {
  if (!isPublishedTable(reader)) return [];
  const cell = /罚(没)?款?金额\(万元\):?(\d{1,6}(?:\.\d{1,6})?)(?![\d.])/.exec(text);
  if (cell === null || (cell[1] !== undefined && !/处罚(?:类别|种类):?罚款(?=罚没)/.test(text))) return [];
  const yuan = Math.round(Number(cell[2]) * 1_000_000) / 100;
  const start = cell.index + cell[0].length - (cell[2]?.length ?? 0);
  return yuan === 0 ? [] : [{ start, end: cell.index + cell[0].length, yuan, contradicts: false, total: false }];
}
