import type { Grade } from '../types.ts';
import type { Author, Path } from './author.ts';
import type { RawGrade } from './raw.ts';

/**
 * Grades with open and closed ends as whole steps of points, ends included. A missing upper end is where the next better grade begins;
 * a gap or an overlap is the author's mistake.
 */
export function readGrades(raw: readonly RawGrade[] | undefined, path: Path, author: Author, step = 1): Grade[] {
  if (raw === undefined) return [];
  const places = new Map<string, Path>();
  const open = raw.map((grade, index) => {
    const place = [...path, index];
    places.set(grade.name, place);
    if (grade.from !== undefined && grade.above !== undefined) author.problem(place, 'from 与 above 只写其中之一');
    if (grade.to !== undefined && grade.below !== undefined) author.problem(place, 'to 与 below 只写其中之一');
    const lower = author.optional(grade.from ?? grade.above, place) ?? 0;
    const upper = author.optional(grade.to ?? grade.below, place);
    return {
      name: grade.name,
      from: grade.above === undefined ? lower : lower + step,
      to: upper === null ? null : grade.below === undefined ? upper : upper - step,
    };
  });
  const order = open.sort((a, b) => a.from - b.from);
  if (order[0] !== undefined && order[0].from > 0)
    author.problem(places.get(order[0].name) ?? path, `等级没有覆盖 0 分：最低一级“${order[0].name}”应从 0 起`);
  return order.map((grade, index) => {
    const next = order[index + 1];
    const place = places.get(grade.name) ?? path;
    if (grade.to !== null && grade.to < grade.from) author.problem(place, `等级“${grade.name}”的上限小于下限`);
    if (next === undefined) return grade;
    if (grade.to === null && grade.from < next.from) return { ...grade, to: next.from - step };
    const upper = grade.to ?? grade.from;
    if (upper >= next.from) author.problem(place, `等级“${grade.name}”与“${next.name}”重叠`);
    else if (upper + step < next.from)
      author.problem(place, `等级“${grade.name}”与“${next.name}”之间有空档：${upper / 100} 与 ${next.from / 100}`);
    return grade;
  });
}
