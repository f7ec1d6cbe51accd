import { cellOf, type OfficialTable, type TableRow as Row, spansOf, type Text } from '@anjuan/core';
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Marks } from './marks.ts';
import { area, type Face, size } from './page.ts';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const tight = { line: 300, lineRule: LineRuleType.AT_LEAST } as const;

/** A ruled table over the type area's whole width; heads come again on every page, and rows stay whole unless they say otherwise. */
export function tableOf(table: OfficialTable, marks: Marks, wide: boolean): (Paragraph | Table)[] {
  const all = wide ? area.height : area.width;
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widths = table.columns.map((column) => Math.floor((column.width / shares) * all));
  const built = new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [...(table.heads === false ? [] : [headOf(table, widths, marks)]), ...rowsOf(table, widths, marks)],
  });
  const caption =
    table.caption === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: { ...tight, before: 120, after: 60 },
            children: marks.runs(table.caption, { face: 'hei', size: size.smallFourth }),
          }),
        ];
  return [...caption, built, new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, children: [] })];
}

function headOf(table: OfficialTable, widths: readonly number[], marks: Marks): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map(
      (column, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          shading: { fill: 'F2F2F2' },
          children: paragraphs(column.title, 'center', 'hei', marks),
        }),
    ),
  });
}

function rowsOf(table: OfficialTable, widths: readonly number[], marks: Marks): TableRow[] {
  // Rows that a cell from above still covers, by column: the row below leaves those out.
  const covered = table.columns.map(() => 0);
  return table.rows.map((row) => rowOf(row, table, widths, covered, marks));
}

function rowOf(row: Row, table: OfficialTable, widths: readonly number[], covered: number[], marks: Marks): TableRow {
  let at = 0;
  const skipCovered = () => {
    for (; (covered[at] ?? 0) > 0; at++) covered[at] = (covered[at] ?? 0) - 1;
  };
  const children = row.cells.map((raw) => {
    skipCovered();
    const cell = cellOf(raw);
    const columns = cell.columns ?? 1;
    const first = at;
    for (; at < first + columns; at++) covered[at] = (cell.rows ?? 1) - 1;
    return new TableCell({
      width: { size: widths.slice(first, at).reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(columns > 1 ? { columnSpan: columns } : {}),
      ...(cell.rows === undefined || cell.rows < 2 ? {} : { rowSpan: cell.rows }),
      children: paragraphs(
        cell.text,
        cell.align ?? (columns > 1 ? 'left' : (table.columns[first]?.align ?? 'left')),
        cell.strong === true || row.strong === true ? 'hei' : 'fang',
        marks,
      ),
    });
  });
  skipCovered();
  return new TableRow({ cantSplit: row.splits !== true, children });
}

/** A paragraph for each line of the text. */
function paragraphs(text: Text, align: keyof typeof alignments, face: Face, marks: Marks): Paragraph[] {
  return linesOf(text).map(
    (line) =>
      new Paragraph({
        alignment: alignments[align],
        spacing: tight,
        children: marks.runs(line, { face, size: size.fifth }),
      }),
  );
}

function linesOf(text: Text): Text[] {
  const lines: (string | { text: string })[][] = [[]];
  for (const span of spansOf(text)) {
    span.text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...span, text: part });
    });
  }
  return lines;
}
