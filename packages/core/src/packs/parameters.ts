import { dayNumber } from '../kernel/day.ts';
import type { Parameter, ParameterVersion } from '../kernel/parameter.ts';
import { checkSchema, parametersSchema } from './schema.ts';
import type { Problem, Source } from './source.ts';

export interface RawVersion {
  readonly from: string;
  readonly to?: string | null;
  readonly value: number | string;
  readonly inclusive?: boolean;
}

/** The dated numbers of `params.yaml` and the files of `params/`, each number in one of them only; days that do not exist, gaps and overlaps are mistakes. */
export function parametersOf(sources: readonly Source[], problems: Problem[]): ReadonlyMap<string, Parameter> {
  const all = new Map<string, Parameter>();
  for (const source of sources) {
    for (const [id, parameter] of parametersIn(source, problems)) {
      if (all.has(id)) problems.push(source.problem([id], `参数“${id}”已在另一个文件中`));
      all.set(id, parameter);
    }
  }
  return all;
}

function parametersIn(source: Source, problems: Problem[]): ReadonlyMap<string, Parameter> {
  const wrong = checkSchema(source, parametersSchema);
  problems.push(...wrong);
  if (wrong.length > 0) return new Map();
  type Raw = Partial<Pick<Parameter, 'overridable' | 'stricter'>> & {
    readonly label: string;
    readonly unit: string;
    readonly confidence?: 'read' | 'reported';
    readonly versions: readonly RawVersion[];
  };
  return new Map(
    Object.entries((source.value ?? {}) as Readonly<Record<string, Raw>>).map(([id, entry]): [string, Parameter] => [
      id,
      {
        id,
        label: entry.label,
        unit: entry.unit,
        overridable: entry.overridable ?? [],
        stricter: entry.stricter ?? null,
        versions: versionsOf(entry.versions, entry.confidence === 'reported', source, [id, 'versions'], problems),
      },
    ]),
  );
}

/** Versions as their author wrote them, as day numbers. */
export function versionsOf(
  raw: readonly RawVersion[],
  reported: boolean,
  source: Source,
  path: readonly (string | number)[],
  problems: Problem[],
): readonly ParameterVersion[] {
  return raw.map((version, index) => {
    const from = dayNumber(version.from) ?? Number.NaN;
    const to = version.to == null ? Number.POSITIVE_INFINITY : (dayNumber(version.to) ?? Number.NaN);
    const before = raw[index - 1];
    const place = [...path, index, 'from'];
    if (Number.isNaN(from) || Number.isNaN(to)) problems.push(source.problem(place, '不是存在的日期'));
    else if (to <= from) problems.push(source.problem(place, '止日应晚于起日（止日当天不再适用）'));
    if (before !== undefined && before.to !== version.from) {
      const overlaps = before.to == null || before.to > version.from;
      problems.push(
        source.problem(place, `与上一版本${overlaps ? '重叠' : '有空档'}：上一版本止于 ${before.to ?? '（未写）'}`),
      );
    }
    return { from, to, value: version.value, inclusive: version.inclusive ?? true, reported };
  });
}
