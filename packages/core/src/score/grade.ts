import type { Points } from '../kernel/points.ts';
import type { Grade } from './types.ts';

/** Grades that totals from `low` to `high` may have, the best first; empty without a scale. */
export function gradesWithin(scale: readonly Grade[], low: Points, high: Points): string[] {
  return best(scale)
    .filter((grade) => grade.from <= high && (grade.to === null || grade.to >= low))
    .map((grade) => grade.name);
}

/** The worse of two grades of a scale; `name` itself where the other is not on it. */
export function worseOf(scale: readonly Grade[], name: string, most: string): string {
  const order = best(scale).map((grade) => grade.name);
  const limit = order.indexOf(most);
  return limit >= 0 && order.indexOf(name) < limit ? most : name;
}

function best(scale: readonly Grade[]): readonly Grade[] {
  return [...scale].sort((a, b) => b.from - a.from);
}
