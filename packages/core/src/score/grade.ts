import type { Points } from '../kernel/points.ts';
import type { Effect, Grade } from './types.ts';

/** Grades of a scale by name, the best first. */
export function gradesOf(scale: readonly Grade[]): readonly string[] {
  return [...scale].sort((a, b) => b.from - a.from).map((grade) => grade.name);
}

/** The grade of a total after what vetoes do to it; null without a scale. */
export function gradeOf(scale: readonly Grade[], total: Points, effects: readonly Effect[]): string | null {
  const order = gradesOf(scale);
  const reached = scale.find((grade) => grade.from <= total && (grade.to === null || grade.to >= total));
  if (reached === undefined) return null;
  let place = order.indexOf(reached.name);
  for (const effect of effects) {
    if (effect.is === 'cap') place = Math.max(place, order.indexOf(effect.grade));
    if (effect.is === 'lower') place = Math.min(order.length - 1, place + effect.by);
  }
  return order[place] ?? null;
}

/** Every grade from the best to the worst of two, the best first. */
export function between(scale: readonly Grade[], best: string | null, worst: string | null): readonly string[] {
  const order = gradesOf(scale);
  const from = best === null ? -1 : order.indexOf(best);
  const to = worst === null ? -1 : order.indexOf(worst);
  return from < 0 || to < 0 ? [] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
}
