import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  acceptResult,
  type BatchCase,
  type BatchFile,
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
import type { StoredBatch } from '@anjuan/web';
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
export async function openReportData(
  book: RuleBook,
  phrases: string | undefined,
  stored?: StoredBatch,
): Promise<ReportData> {
  const own =
    phrases === undefined
      ? stored === undefined || stored.phrases.trim() === ''
        ? null
        : { file: '本机关文字', text: stored.phrases }
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

/** Where results come from: a folder that `check --out` wrote, or a batch of a data folder. */
interface Source {
  readonly id: string;
  readonly cases: readonly string[];
  result(id: string): Promise<CaseResult | string>;
  about(): Promise<BatchFile>;
}

interface BatchChoices {
  /** Takes the place of what the batch says of itself. */
  readonly batch?: BatchFile;
  readonly grades?: ReadonlyMap<string, readonly string[]>;
  readonly earlier?: BatchModel;
  /** Data folder of the page: the batch is one of its batches, by id or name. */
  readonly stored?: StoredBatch;
}

/** Reads the results of a batch one at a time and works its figures out. */
export async function openBatch(target: string, data: ReportData, options: BatchChoices = {}): Promise<OpenBatch> {
  const source = options.stored === undefined ? await folderSource(target) : storedSource(target, options.stored);
  const cases: BatchCase[] = [];
  const days: string[] = [];
  const problems: string[] = [];
  for (const id of source.cases) {
    const result = await source.result(id);
    if (typeof result === 'string') {
      problems.push(`${id}.json：${result}`);
      continue;
    }
    cases.push(condense(result, id, data));
    days.push(result.asOf);
  }
  const meta = completeMeta(source.id, { ...(await source.about()), ...options.batch }, cases, days);
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
      const result = await source.result(id);
      if (typeof result === 'string') throw new Mistake(`${id}.json：${result}`);
      return result;
    },
  };
}

async function folderSource(target: string): Promise<Source> {
  const folder = fromUser(target);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) {
    throw new Mistake(`找不到批次文件夹：${target}（应是 anjuan check --out 写出的文件夹；网页上的批次请加 --data）`);
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return {
    id: path.basename(folder),
    cases: names.map((name) => name.slice(0, -'.json'.length)),
    result: (id) => readResult(path.join(folder, `${id}.json`)),
    about: () => aboutOf(folder, target),
  };
}

function storedSource(target: string, stored: StoredBatch): Source {
  return { id: target, cases: stored.cases, result: stored.result, about: async () => stored.about };
}

async function aboutOf(folder: string, target: string): Promise<BatchFile> {
  const file = path.join(folder, 'batch.yaml');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { batch, problems } = readBatchFile(path.join(target, 'batch.yaml'), text);
  if (problems.length > 0) throw new RuleMistakes(problems);
  return batch;
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
