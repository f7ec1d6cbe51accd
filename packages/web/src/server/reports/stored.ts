import type { BatchFile, CaseResult } from '@anjuan/core';
import { UserMistake } from '../problems.ts';
import { openChecker } from '../real.ts';
import { batchRow, casesOfBatch, ownPhrases } from '../store/batches.ts';
import { openStore } from '../store/open.ts';
import { resultOf, summaryOf } from './batches.ts';

/** A batch of a data folder, read for a report; close it to let the folder go. */
export interface StoredBatch {
  readonly about: BatchFile;
  readonly cases: readonly string[];
  /** The bureau's own phrases as they were written on the page. */
  readonly phrases: string;
  result(id: string): Promise<CaseResult>;
  close(): Promise<void>;
}

/** Opens a batch by its id or its name; throws {@link UserMistake} when there is none, or when the program has the folder open. */
export async function openStored(data: string, wanted: string, rules?: string): Promise<StoredBatch> {
  const store = await openStore(data);
  try {
    const rows = await store.db.selectFrom('batches').select(['id', 'name']).execute();
    const found = rows.filter((row) => row.id === wanted || row.name === wanted);
    const [one] = found;
    if (one === undefined || found.length > 1) {
      const names = rows.map((row) => `${row.name}（${row.id}）`).join('、') || '（无）';
      throw new UserMistake(`${one === undefined ? '没有' : '不止一个'}批次“${wanted}”；现有：${names}`);
    }
    const { checker, library, reports } = await openChecker(rules);
    const parts = { store, checker, library, reports, runner: { progressOf: () => undefined } };
    const { units, period, organ, number, name, day, standard } = summaryOf(await batchRow(store, one.id), []);
    return {
      about: { name, organ, number, day, standard, period, units: units.map((unit) => ({ name: unit })) },
      cases: (await casesOfBatch(store, one.id)).map((row) => row.id),
      phrases: await ownPhrases(store),
      result: (id) => resultOf(parts, id),
      close: () => store.close(),
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
