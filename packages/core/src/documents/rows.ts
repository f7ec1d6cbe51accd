import { DROPPED, mendRow } from './mending/row.ts';
import { fold, isBlank } from './normalise.ts';
import { isScan } from './scan-text.ts';
import type { PageTable, PageText } from './types.ts';

/** A row of a page with print: its half-open range of the page's text, and the text folded without white space. */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly dense: string;
  /** It begins in a cell of a form; `field`: one that has others beside it, so that it is no heading. */
  readonly cell?: 'field' | 'whole';
}

/** Rows at the head of a page among which its title is looked for: web pages print a few lines above it. */
export const HEAD_ROWS = 10;

/** Rows of a page with print; a very long row (a paper copied into one line) is parted at its spaces. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const dense = fold(text.slice(start, end)).replaceAll('|', '');
    if (dense.length > 72 && rows.length < HEAD_ROWS) rows.push(...wordsOf(text, start, end));
    else if (dense !== '') rows.push({ start, end, dense });
    start = end + 1;
  }
  return rows;
}

function wordsOf(text: string, from: number, to: number): Row[] {
  const rows: Row[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !isBlank(text.charCodeAt(i))) continue;
    const dense = fold(text.slice(start, i));
    if (dense !== '') rows.push({ start, end: i, dense });
    start = i + 1;
  }
  return rows;
}

/** A row of the frame of a web page about the paper below: who published it, when, where it is filed. */
const WEB_ROW =
  /^[•·*\-—]?[[【]?(?:索引号|发文(?:机关|字号|日期|时间)|发布(?:机构|单位|部门|时间|日期)|成文(?:日期|时间)|生成日期|公开(?:部门|对象|日期|时间|范围|方式|形式|目录)|(?:所属|信息|主题|体裁|公文|服务对象)?(?:主题|分类|类别)|有效(?:期|性)|状态|时效|效力状态|浏览(?:次数|量)|访问量|阅读次数|点击数|信息来源|来源|作者|字体|字号|打印|分享)[\]】]?(?::|$)/u;

/** Whether the row belongs to the frame of a web page and not to a paper. */
export function isWebRow({ dense }: Row): boolean {
  return WEB_ROW.test(dense);
}

/** Whether the frame of a web page (索引号, 发布机构, 当前位置) fills the rows a heading stands in, so that it comes further down. */
export function belowWebHead(rows: readonly Row[], index: number): boolean {
  return (
    index < 3 * HEAD_ROWS &&
    rows
      .slice(0, HEAD_ROWS)
      .some(({ dense }) =>
        /^[-—|丨•·*”“"',]{0,2}[[【]?(?:索引号|发布机构|主题分类|体裁分类|当前位置|您当前的位置)/u.test(dense),
      )
  );
}

/** Rows of a page, mended where they were recognised on a picture, with what is known of the cells they begin in. */
export function rowsOfPage(page: PageText): readonly Row[] {
  const rows = rowsOf(page.text);
  const mended = (row: Row): Row => ({ ...row, dense: mendRow(row.dense).replaceAll(DROPPED, '') });
  return inCells(isScan(page) ? rows.map(mended) : rows, page);
}

function inCells(rows: readonly Row[], { tables = [], text }: PageText): readonly Row[] {
  if (tables.length === 0) return rows;
  return rows.map((row): Row => {
    for (const table of tables) {
      const cell = table.cells.find((one) => one.start <= row.start && row.start < one.end);
      if (cell !== undefined) return { ...row, cell: isField(table, cell, text) ? 'field' : 'whole' };
    }
    return row;
  });
}

/** A cell as wide as its form may hold the title, as may one beside the number of the paper at its head. */
function isField({ cells }: PageTable, cell: PageTable['cells'][number], text: string): boolean {
  if (cell.columns >= Math.max(...cells.map((one) => one.column + one.columns))) return false;
  const beside = cells
    .filter((one) => one.row === cell.row && one !== cell)
    .map((one) => text.slice(one.start, one.end));
  return cell.row > 0 || !beside.some((words) => /编号|案号|文号|No|[〔[]\d{4}[〕\]]/u.test(words));
}
