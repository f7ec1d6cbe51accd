import type { UnitSheet } from '../types.ts';
import type { Author, Path } from './author.ts';
import { readGrades } from './load-grade.ts';
import type { RawUnit } from './raw.ts';

/** What a standard says of units as a whole. */
export function readUnit(raw: RawUnit | undefined, author: Author): UnitSheet | null {
  if (raw === undefined) return null;
  const path: Path = ['unit'];
  const start = raw.start ?? 'average';
  return {
    title: raw.title,
    start: typeof start === 'string' ? start : author.points(start, [...path, 'start']),
    weights: raw.weights ?? [],
    drop: raw.drop ?? 0,
    step: raw.decimals === undefined ? 1 : 10 ** (2 - raw.decimals),
    items: (raw.items ?? []).map((item, index) => {
      const place = [...path, 'items', index];
      if ((item.each === undefined) === (item.rows === undefined))
        author.problem(place, `项目 ${item.id} 应写明 each 或 rows 之一`);
      return {
        id: String(item.id),
        title: item.title,
        each:
          item.each === undefined
            ? null
            : { measure: item.each.measure, points: author.points(item.each.points, [...place, 'each', 'points']) },
        rows: (item.rows ?? []).map((row, number) => ({
          points: author.points(row.points, [...place, 'rows', number, 'points']),
          where: Object.entries(row.where).map(([measure, bound]) => ({
            measure,
            from: bound.from ?? null,
            above: bound.above ?? null,
            to: bound.to ?? null,
            below: bound.below ?? null,
          })),
        })),
        least: author.optional(item.least, [...place, 'least']),
        most: author.optional(item.most, [...place, 'most']),
      };
    }),
    floor: author.optional(raw.floor, [...path, 'floor']),
    cap: author.optional(raw.cap, [...path, 'cap']),
    grades: readGrades(raw.grades, [...path, 'grades'], author),
    rank: raw.rank ?? ['total'],
  };
}
