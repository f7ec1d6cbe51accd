import type { Block, OfficialDocument, OfficialTable, TableRow } from './official.ts';
import { recordOf, type ScoreSheet, type ScoreSheetRow } from './score-sheet.ts';

/**
 * Score sheets as a document for print: one after the other, the first with the title, others as annexes. `day` is the document's day;
 * `blank` leaves out what the machine found, for filling in by hand.
 */
export function scoreSheetDocument(sheets: readonly ScoreSheet[], day: string): OfficialDocument {
  const [first, ...others] = sheets;
  return {
    title: '行政执法案卷评分表',
    day,
    head: null,
    to: null,
    body: first === undefined ? [] : bodyOf(first),
    signed: null,
    annexes: others.map((sheet) => ({ title: sheet.title, body: bodyOf(sheet), unlisted: true })),
    properties: Object.fromEntries(
      sheets.map((sheet, index) => [`standard${index + 1}`, `${sheet.standard}@${sheet.edition} ${sheet.hash}`]),
    ),
  };
}

function bodyOf(sheet: ScoreSheet): readonly Block[] {
  return [
    headOf(sheet),
    tableOf(sheet),
    {
      is: 'paragraph',
      text: `评分标准：${sheet.standard}@${sheet.edition}，内容校验 ${sheet.hash.slice(0, 12)}。“待定”的分值还没有人认定，先按未扣计算。`,
      flush: true,
    },
    { is: 'paragraph', text: '评查人员：　　　　　　　组长：　　　　　　　日期：　　　　　　　', flush: true },
  ];
}

/** What the sheet is about, two pairs a row; the standard and the result over the whole width. */
function headOf(sheet: ScoreSheet): OfficialTable {
  const rows: TableRow[] = [];
  for (let index = 0; index < sheet.about.length; index += 2) {
    const [left, right] = [sheet.about[index], sheet.about[index + 1]];
    if (left === undefined) continue;
    rows.push(
      right === undefined
        ? { cells: [label(left[0]), { text: left[1], columns: 3 }] }
        : { cells: [label(left[0]), left[1], label(right[0]), right[1]] },
    );
  }
  const wide = (name: string, text: string, strong = false): TableRow => ({
    cells: [label(name), { text, columns: 3, strong }],
  });
  return {
    is: 'table',
    heads: false,
    columns: [
      { title: '', width: 14 },
      { title: '', width: 36 },
      { title: '', width: 14 },
      { title: '', width: 36 },
    ],
    rows: [...rows, wide('评查标准', `${sheet.title}　${sheet.sheet}`), wide('得分', sheet.result, true)],
  };
}

function label(text: string) {
  return { text, align: 'center', strong: true } as const;
}

function tableOf(sheet: ScoreSheet): OfficialTable {
  return {
    is: 'table',
    columns: [
      { title: '编号', width: 9, align: 'center' },
      { title: '评查项目', width: 30 },
      { title: '分值', width: 9, align: 'center' },
      { title: '扣分', width: 13, align: 'center' },
      { title: '评查记录', width: 39 },
    ],
    rows: sheet.sections.flatMap((section): readonly TableRow[] => [
      {
        strong: true,
        cells: [
          { text: section.title, columns: 2 },
          section.full === null ? '' : String(section.full),
          section.deducted === 0 ? '' : `−${section.deducted}`,
          '',
        ],
      },
      ...section.rows.map((row) => ({ cells: cellsOf(row), splits: true })),
    ]),
  };
}

function cellsOf(row: ScoreSheetRow): readonly string[] {
  return [row.id, row.title, row.full === null ? '' : String(row.full), row.mark, recordOf(row)];
}
