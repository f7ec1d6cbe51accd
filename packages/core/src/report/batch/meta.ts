import { dayNumber } from '../../kernel/day.ts';
import { foldName } from '../../kernel/names.ts';
import { checkSchema } from '../../packs/schema.ts';
import { type Problem, readSource } from '../../packs/source.ts';
import type { BatchCase, BatchMeta } from './types.ts';

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const batchSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name: { type: 'string', minLength: 2 },
    organ: { type: 'string', minLength: 2 },
    number: { type: 'string', minLength: 2 },
    day,
    period: {
      type: 'object',
      required: ['from', 'to'],
      additionalProperties: false,
      properties: { from: day, to: day },
    },
    standard: { type: 'string' },
    units: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        additionalProperties: false,
        properties: {
          name: { type: 'string', minLength: 2 },
          aliases: { type: 'array', items: { type: 'string', minLength: 2 } },
        },
      },
    },
  },
};

/** What `batch.yaml` beside the results says; every key may be left out. */
export type BatchFile = Partial<Omit<BatchMeta, 'id' | 'units'>> & {
  readonly units?: readonly { readonly name: string; readonly aliases?: readonly string[] }[];
};

/** Reads a `batch.yaml`; mistakes are listed with their places. */
export function readBatchFile(
  file: string,
  text: string,
): { readonly batch: BatchFile; readonly problems: readonly Problem[] } {
  const source = readSource(file, text);
  if (source.problems.length > 0) return { batch: {}, problems: source.problems };
  if (source.value === null || source.value === undefined) return { batch: {}, problems: [] };
  const problems = [...checkSchema(source, batchSchema)];
  if (problems.length > 0) return { batch: {}, problems };
  const batch = source.value as BatchFile;
  const days: readonly (readonly [readonly string[], string | null | undefined])[] = [
    [['day'], batch.day],
    [['period', 'from'], batch.period?.from],
    [['period', 'to'], batch.period?.to],
  ];
  for (const [path, value] of days) {
    if (value != null && dayNumber(value) === null) problems.push(source.problem(path, `${value} 不是存在的日期`));
  }
  if (batch.period != null && batch.period.to < batch.period.from) {
    problems.push(source.problem(['period', 'to'], '期间的止日早于起日'));
  }
  const names = new Map<string, string>();
  (batch.units ?? []).forEach((unit, index) => {
    for (const name of [unit.name, ...(unit.aliases ?? [])]) {
      const taken = names.get(foldName(name));
      if (taken !== undefined)
        problems.push(source.problem(['units', index, 'name'], `“${name}”已经是“${taken}”的名称`));
      names.set(foldName(name), unit.name);
    }
  });
  return { batch, problems };
}

/** The batch with what its cases say where the file says nothing. `days` are the days the cases were checked as of; the last is the report's. */
export function completeMeta(
  id: string,
  batch: BatchFile,
  cases: readonly BatchCase[],
  days: readonly string[],
): BatchMeta {
  const decided = cases.flatMap((one) => (one.day === null ? [] : [one.day])).sort();
  const [from] = decided;
  const to = decided.at(-1);
  return {
    id,
    name: batch.name ?? `${id}案卷评查`,
    organ: batch.organ ?? null,
    number: batch.number ?? null,
    day: batch.day ?? [...days].sort().at(-1) ?? '1980-01-01',
    period: batch.period ?? (from === undefined || to === undefined ? null : { from, to }),
    standard: batch.standard ?? null,
    units: (batch.units ?? []).map((unit) => ({ name: unit.name, aliases: unit.aliases ?? [] })),
  };
}
