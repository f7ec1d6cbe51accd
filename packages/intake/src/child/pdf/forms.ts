import type { CellBox } from '../cells.ts';
import { type Rule, tablesOf } from '../picture/rules.ts';
import type { Stroke } from './strokes.ts';

/** Forms are found on pictures of 200 dots an inch. */
const dots = 200 / 72;

/** The forms that the lines of a page make: cells in points from the top left corner of the page as it is shown. */
export function formsOf(strokes: readonly Stroke[], view: readonly number[]): CellBox[][] {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = view;
  const level: Rule[] = [];
  const upright: Rule[] = [];
  for (const [left, bottom, right, top] of strokes) {
    const corners = [
      [a * left + c * bottom + e, b * left + d * bottom + f],
      [a * right + c * top + e, b * right + d * top + f],
    ].map(([x = 0, y = 0]) => [x * dots, y * dots] as const);
    const [[x0, y0] = [0, 0], [x1, y1] = [0, 0]] = corners;
    const [across, down] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
    const [from, to] = across > down ? [Math.min(x0, x1), Math.max(x0, x1)] : [Math.min(y0, y1), Math.max(y0, y1)];
    const at = Math.round(across > down ? (y0 + y1) / 2 : (x0 + x1) / 2);
    (across > down ? level : upright).push({ at, from: Math.round(from), to: Math.round(to) });
  }
  if (level.length < 2 || upright.length < 2) return [];
  const inOrder = (one: Rule, other: Rule): number => one.at - other.at || one.from - other.from;
  return tablesOf(level.sort(inOrder), upright.sort(inOrder)).map((cells) =>
    cells.map(({ row, column, rows, columns, left, top, right, bottom }) => ({
      row,
      column,
      rows,
      columns,
      box: [left / dots, top / dots, right / dots, bottom / dots],
    })),
  );
}
