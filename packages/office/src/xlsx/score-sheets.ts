import { type ScoreSheet, sheetRecordOf } from '@anjuan/core';
import type { SheetModel, WorkbookModel } from './workbook.ts';

/** Score sheets as a workbook, a sheet each. */
export function scoreSheetWorkbook(sheets: readonly ScoreSheet[], day: string): WorkbookModel {
  return { title: '行政执法案卷评分表', organ: '', day, sheets: sheets.map(sheetOf) };
}

function sheetOf(sheet: ScoreSheet): SheetModel {
  const about = sheet.about.flatMap(([label, value]) => (value === '' ? [] : [`${label}：${value}`]));
  const rows = sheet.sections.flatMap((section) =>
    section.rows.map(
      (row) => [section.title, row.id, row.title, row.full, row.points, row.mark, sheetRecordOf(row)] as const,
    ),
  );
  return {
    name: sheet.sheet,
    title: `${sheet.title}　${sheet.sheet}　得分：${sheet.result}${about.length > 0 ? `　${about.join('　')}` : ''}`,
    columns: [
      { title: '部分', width: 22 },
      { title: '编号', width: 8 },
      { title: '评查项目', width: 34 },
      { title: '分值', width: 8, format: 'score' },
      { title: '扣（加）分', width: 10, format: 'score' },
      { title: '认定', width: 14 },
      { title: '评查记录', width: 60 },
    ],
    rows,
  };
}
