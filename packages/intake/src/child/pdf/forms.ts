import type { CellBox } from '../cells.ts';
import { type Rule, tablesOf } from '../picture/rules.ts';
import type { Stroke } from './strokes.ts';

/** Forms are found on pictures of 200 dots an inch. */
const dots = 200 / 72;

type Box = CellBox['box'];

/** Boxes in points from the top left corner of the page as it is shown. */
export function boxesOf(strokes: readonly Stroke[], view: readonly number[]): Box[] {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = view;
  return strokes.map(([left, bottom, right, top]): Box => {
    const [x0, y0] = [a * left + c * bottom + e, b * left + d * bottom + f];
    const [x1, y1] = [a * right + c * top + e, b * right + d * top + f];
    return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
  });
}

/** The forms that the lines of a page make: cells in points from the top left corner of the page as it is shown. */
export function formsOf(strokes: readonly Stroke[], view: readonly number[]): CellBox[][] {
  const level: Rule[] = [];
  const upright: Rule[] = [];
  for (const box of boxesOf(strokes, view)) {
    const [x0, y0, x1, y1] = box.map((place) => place * dots) as [number, number, number, number];
    const isLevel = x1 - x0 > y1 - y0;
    const [from, to] = isLevel ? [x0, x1] : [y0, y1];
    const at = Math.round(isLevel ? (y0 + y1) / 2 : (x0 + x1) / 2);
    (isLevel ? level : upright).push({ at, from: Math.round(from), to: Math.round(to) });
  }
  if (level.length < 2 || upright.length < 2) return [];

  return tablesOf(level, upright).map((cells) =>
    cells.map(({ row, column, rows, columns, left, top, right, bottom }) => ({
      row,
      column,
      rows,
      columns,
      box: [left / dots, top / dots, right / dots, bottom / dots],
    })),
  );
}
