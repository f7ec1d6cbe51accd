import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  acceptResult,
  type BatchCase,
  type BatchFile,
  type BatchMeta,
  type BatchModel,
  buildBatch,
  type CaseResult,
  completeMeta,
  condense,
  EmptyBatch,
  loadReportData,
  type ReportData,
  type RuleBook,
  RuleMistakes,
  readBatchFile,
} from '@anjuan/core';
import { Mistake } from './exit.ts';
import { fromUser } from './files.ts';

/** What the results of a folder come to, and a way back to each. */
export interface OpenBatch {
  readonly model: BatchModel;
  /** The result of a case, read again. */
  result(id: string): Promise<CaseResult>;
  /** Files that are no results, each with the reason. */
  readonly problems: readonly string[];
}

/** Classes, indicators and phrases of the rules folder, with a bureau's own phrases over them. */
export async function openReportData(book: RuleBook, phrases: string | undefined): Promise<ReportData> {
  const own =
    phrases === undefined
      ? null
      : {
          file: phrases,
          text: await readFile(fromUser(phrases), 'utf8').catch(() => {
            throw new Mistake(`找不到文字模板：${phrases}`);
          }),
        };
  const { data, problems } = loadReportData(book.reports, own);
  if (data === null) throw new RuleMistakes(problems);
  return data;
}

/** Reads the results that `check --out` wrote, one file at a time, and the `batch.yaml` beside them. */
export async function openBatch(
  target: string,
  data: ReportData,
  options: {
    readonly batch?: BatchFile;
    readonly grades?: ReadonlyMap<string, readonly string[]>;
    readonly earlier?: BatchModel;
  } = {},
): Promise<OpenBatch> {
  const folder = fromUser(target);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) {
    throw new Mistake(`找不到批次文件夹：${target}（应是 anjuan check --out 写出的文件夹）`);
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const cases: BatchCase[] = [];
  const days: string[] = [];
  const problems: string[] = [];
  for (const name of names) {
    const result = await readResult(path.join(folder, name));
    if (typeof result === 'string') {
      problems.push(`${name}：${result}`);
      continue;
    }
    cases.push(condense(result, name.slice(0, -'.json'.length), data));
    days.push(result.asOf);
  }
  const meta = await metaOf(folder, target, cases, days, options.batch);
  const { grades, earlier } = options;
  const model = refusing(() =>
    buildBatch(meta, cases, {
      data,
      ...(grades === undefined ? {} : { grades }),
      ...(earlier === undefined ? {} : { earlier }),
    }),
  );
  return {
    model,
    problems,
    result: async (id) => {
      const result = await readResult(path.join(folder, `${id}.json`));
      if (typeof result === 'string') throw new Mistake(`${id}.json：${result}`);
      return result;
    },
  };
}

async function metaOf(
  folder: string,
  target: string,
  cases: readonly BatchCase[],
  days: readonly string[],
  given: BatchFile | undefined,
): Promise<BatchMeta> {
  const file = path.join(folder, 'batch.yaml');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { batch, problems } = readBatchFile(path.join(target, 'batch.yaml'), text);
  if (problems.length > 0) throw new RuleMistakes(problems);
  return completeMeta(path.basename(folder), { ...batch, ...given }, cases, days);
}

async function readResult(file: string): Promise<CaseResult | string> {
  const text = await readFile(file, 'utf8');
  try {
    return acceptResult(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return `不是有效的 JSON（${error.message}）`;
    throw error;
  }
}

function refusing<T>(build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof EmptyBatch) throw new Mistake(error.message);
    throw error;
  }
}
