import type { PageTable, PageText } from '@anjuan/core';
import { PageWriter } from '../page-writer.ts';
import { layOut, type Piece } from './layout.ts';

/** A ruled cell in points from the page's top left corner. */
export interface CellBox {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/**
 * A page with forms, from its pieces: every cell keeps its own words, row by row, whatever order the producer wrote them in. Null where
 * the words do not keep to the cells: then the lines are no form's.
 */
export function layOutInCells(
  { number, width, height }: { readonly number: number; readonly width: number; readonly height: number },
  pieces: readonly Piece[],
  tables: readonly (readonly CellBox[])[],
): PageText | null {
  const ordered = tables.filter((cells) => cells.length > 1).toSorted((a, b) => topOf(a) - topOf(b));
  const inside = new Map<CellBox, Piece[]>();
  const outside: Piece[][] = [[], ...ordered.map((): Piece[] => [])];
  for (const piece of pieces) {
    const [x, y] = [piece.x + Math.min(piece.width, piece.height) / 2, piece.baseline - piece.height * 0.35];
    const cell = piece.turned ? undefined : ordered.flat().find(({ box }) => holds(box, x, y));
    if (cell === undefined) {
      outside[ordered.filter((cells) => topOf(cells) < y).length]?.push(piece);
      continue;
    }
    if (piece.text.trim() === '') continue;
    if (piece.x + piece.width > cell.box[2] + piece.height) return null;
    inside.set(cell, [...(inside.get(cell) ?? []), piece]);
  }
  if (inside.size < 2) return null;
  const writer = new PageWriter();
  const found: PageTable[] = [];
  const write = (some: readonly Piece[]): void => {
    for (const line of linesOf(some)) writer.line([line]);
  };
  write(outside[0] ?? []);
  for (const [index, cells] of ordered.entries()) {
    let row = -1;
    found.push({
      cells: cells.map((cell) => {
        if (cell.row !== row) writer.breakLine();
        row = cell.row;
        const lines = linesOf(inRows(inside.get(cell) ?? [])).map((line) => [line]);
        return { ...cell, ...writer.cell(lines), box: rounded(cell.box) };
      }),
    });
    writer.breakLine();
    write(outside[index + 1] ?? []);
  }
  return { ...writer.page(number, width, height), tables: found };
}

function topOf(cells: readonly CellBox[]): number {
  return Math.min(...cells.map(({ box }) => box[1]));
}

function holds([left, top, right, bottom]: CellBox['box'], x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

function linesOf(pieces: readonly Piece[]): { text: string; runs: PageText['lines'][number]['runs'] }[] {
  const { text, lines } = layOut(0, 0, 0, pieces);
  return lines.map(({ start, end, runs }) => ({ text: text.slice(start, end), runs }));
}

/** The words of a cell from top to bottom, each line from left to right. */
function inRows(pieces: readonly Piece[]): Piece[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (first !== undefined && piece.baseline - first.baseline < 0.4 * Math.max(first.height, piece.height))
      row?.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x));
}

function rounded([left, top, right, bottom]: CellBox['box']): CellBox['box'] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [round(left), round(top), round(right), round(bottom)];
}
