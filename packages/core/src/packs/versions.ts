import { dayNumber } from '../kernel/day.ts';
import type { Problem, Source } from './source.ts';

/**
 * Mistakes in half-open versions `[from, to)` in the order of their days: a day that does not exist, an end before the beginning, a gap or an
 * overlap between two. On each day from the first to the last exactly one version then applies.
 */
export function versionMistakes(
  versions: readonly { readonly from: string; readonly to?: string | null }[],
  source: Source,
  path: readonly (string | number)[],
): readonly Problem[] {
  const problems: Problem[] = [];
  versions.forEach((version, index) => {
    const end = version.to ?? null;
    const from = dayNumber(version.from);
    const to = end === null ? null : dayNumber(end);
    const at = (key: string, message: string) => problems.push(source.problem([...path, index, key], message));
    if (from === null) at('from', `${version.from} 不是存在的日期`);
    if (end !== null && to === null) at('to', `${end} 不是存在的日期`);
    if (from !== null && to !== null && to <= from) at('to', '止日应晚于起日（止日当天不再适用）');
    const next = versions[index + 1];
    if (next === undefined || next.from === end) return;
    const what = end === null || next.from < end ? '重叠' : '有空档';
    problems.push(source.problem([...path, index + 1, 'from'], `与上一版本${what}：上一版本止于 ${end ?? '（未写）'}`));
  });
  return problems;
}
