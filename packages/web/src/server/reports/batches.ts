import {
  acceptResult,
  type BatchCase,
  type BatchModel,
  buildBatch,
  buildReport,
  buildUnchecked,
  type CaseResult,
  completeMeta,
  condense,
  EmptyBatch,
  type ReportData,
} from '@anjuan/core';
import type { BatchSummary } from '../contract/index.ts';
import { detailOf } from '../detail.ts';
import { Refusal } from '../problems.ts';
import type { Services } from '../services.ts';
import { batchRow, batchRows, casesOfBatch, noSuchBatch, ownPhrases } from '../store/batches.ts';
import type { BatchTable } from '../store/tables.ts';

type Parts = Pick<Services, 'store' | 'checker' | 'library' | 'reports'> & {
  readonly runner: Pick<Services['runner'], 'progressOf'>;
};

/** Condensed cases by the score they were made of, so that a batch is not read anew for each look. */
const kept = new WeakMap<object, Map<string, BatchCase>>();
/** More than the largest batch there is room for. */
const mostKept = 50_000;

export function summaryOf(row: BatchTable, cases: readonly { readonly check_id: string | null }[]): BatchSummary {
  const { id, name, organ, number, day, standard, created, period_from: from, period_to: to } = row;
  return {
    id,
    name,
    organ,
    number,
    day,
    period: from === null || to === null ? null : { from, to },
    standard,
    units: JSON.parse(row.units),
    created,
    cases: cases.length,
    checked: cases.filter((one) => one.check_id !== null).length,
  };
}

export async function batchSummaries(parts: Parts): Promise<BatchSummary[]> {
  const rows = await batchRows(parts.store);
  return Promise.all(rows.map(async (row) => summaryOf(row, await casesOfBatch(parts.store, row.id))));
}

/** Classes, indicators and phrases as the bureau has them. */
export async function reportData(parts: Parts): Promise<ReportData> {
  return parts.reports.data(await ownPhrases(parts.store));
}

/** The result of a case as `anjuan check --out` would write it. */
export async function resultOf(parts: Parts, caseId: string): Promise<CaseResult> {
  const { store, checker, library, runner, reports } = parts;
  const detail = await detailOf(store, caseId, { checker, library, progressOf: runner.progressOf });
  const { record, asOf, summary } = detail;
  const written =
    record === null || asOf === null
      ? buildUnchecked(
          summary.name,
          [summary.message ?? unfinished[summary.state] ?? '还没有检查'],
          summary.received.slice(0, 10),
        )
      : buildReport({ ...detail, name: summary.name, record, asOf, rules: reports.rules(detail.pack.id) });
  const result = acceptResult(JSON.parse(JSON.stringify(written)));
  if (typeof result === 'string') throw new Error(`our own result is refused: ${result}`);
  return result;
}

const unfinished: Readonly<Record<string, string>> = {
  queued: '等待检查',
  reading: '正在读取',
  checking: '正在检查',
  cancelled: '检查已取消',
  failed: '检查出错',
};

/** Works a batch out, beside an earlier one when asked. Throws a 409 that says why when there is nothing to report of. */
export async function modelOf(parts: Parts, id: string, earlier?: string, data?: ReportData): Promise<BatchModel> {
  const using = data ?? (await reportData(parts));
  const row = await batchRow(parts.store, id);
  const cases = await condensed(parts, id, using);
  const { units, period, ...about } = summaryOf(row, []);
  const meta = completeMeta(
    id,
    { ...about, ...(period === null ? {} : { period }), units: units.map((name) => ({ name })) },
    cases,
    [row.day],
  );
  if (earlier === id) throw new Refusal(400, 'same-batch', '不能与自己比较，请选另一个批次。', 'earlier');
  const before = earlier === undefined ? undefined : await modelOf(parts, earlier, undefined, using);
  try {
    return buildBatch(meta, cases, {
      data: using,
      grades: parts.reports.grades,
      ...(before === undefined ? {} : { earlier: before }),
    });
  } catch (error) {
    if (error instanceof EmptyBatch) throw new Refusal(409, 'nothing-to-report', error.message);
    throw error;
  }
}

async function condensed(parts: Parts, id: string, data: ReportData): Promise<readonly BatchCase[]> {
  const cache = kept.get(parts.store) ?? new Map<string, BatchCase>();
  kept.set(parts.store, cache);
  if (cache.size > mostKept) cache.clear();
  const cases: BatchCase[] = [];
  for (const row of await casesOfBatch(parts.store, id)) {
    const key = `${row.id} ${row.score_id} ${row.state} ${data.hash}`;
    const known = cache.get(key);
    const one = known ?? condense(await resultOf(parts, row.id), row.id, data);
    cache.set(key, one);
    cases.push(one);
  }
  return cases;
}

/** A model cut to what the page shows: advice, laws and personal data stay here. */
export function shownModel(model: BatchModel): BatchModel {
  return {
    ...model,
    cases: model.cases.map((one) => ({
      ...one,
      outcomes: {},
      personal: [],
      problems: one.problems.map((problem) => ({ ...problem, advice: '', basis: [] })),
    })),
  };
}

export { noSuchBatch };
