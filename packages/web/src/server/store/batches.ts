import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { NewBatch } from '../contract/index.ts';
import { Refusal } from '../problems.ts';
import { record } from './log.ts';
import type { Store } from './open.ts';
import type { BatchTable, Tables } from './tables.ts';

export const noSuchBatch = () => new Refusal(404, 'no-such-batch', '没有这个批次。');

export async function addBatch(store: Store, batch: NewBatch): Promise<string> {
  const id = randomUUID();
  await store.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('batches')
      .values({ id, created: store.now(), ...columnsOf(store, batch) })
      .execute();
    await putCases(tx, id, batch.cases);
    await record(tx, store.now(), 'batch.add', id, { name: batch.name, cases: batch.cases.length });
  });
  return id;
}

/** Changes what a batch is and which cases it has. */
export async function changeBatch(store: Store, id: string, batch: NewBatch): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('batches')
      .set(columnsOf(store, batch))
      .where('id', '=', id)
      .executeTakeFirst();
    if (changed.numUpdatedRows === 0n) throw noSuchBatch();
    await tx.deleteFrom('batch_cases').where('batch_id', '=', id).execute();
    await putCases(tx, id, batch.cases);
    await record(tx, store.now(), 'batch.change', id, { name: batch.name, cases: batch.cases.length });
  });
}

export async function removeBatch(store: Store, id: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('batches').where('id', '=', id).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw noSuchBatch();
    await record(tx, store.now(), 'batch.remove', id);
  });
}

export async function batchRow(store: Store, id: string): Promise<BatchTable> {
  const row = await store.db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noSuchBatch();
  return row;
}

/** All batches, the newest first. */
export function batchRows(store: Store): Promise<BatchTable[]> {
  return store.db.selectFrom('batches').selectAll().orderBy('created', 'desc').orderBy('id').execute();
}

/** Cases of a batch with the score each shows now. */
export function casesOfBatch(store: Store, id: string) {
  return store.db
    .selectFrom('batch_cases')
    .innerJoin('cases', 'cases.id', 'batch_cases.case_id')
    .select([
      'cases.id',
      'cases.state',
      'cases.message',
      'cases.name',
      'cases.check_id',
      'cases.score_id',
      'cases.digest',
    ])
    .where('batch_cases.batch_id', '=', id)
    .orderBy('cases.id')
    .execute();
}

/** The bureau's own phrases as they were written; empty when there are none. */
export async function ownPhrases(store: Store): Promise<string> {
  const row = await store.db.selectFrom('report_phrases').select('text').where('id', '=', 'own').executeTakeFirst();
  return row?.text ?? '';
}

export async function setOwnPhrases(store: Store, text: string): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('report_phrases').where('id', '=', 'own').execute();
    await tx.insertInto('report_phrases').values({ id: 'own', text, at: store.now() }).execute();
    await record(tx, store.now(), 'phrases.change', 'own');
  });
}

function columnsOf(store: Store, batch: NewBatch): Omit<BatchTable, 'id' | 'created'> {
  return {
    name: batch.name,
    organ: batch.organ ?? null,
    number: batch.number ?? null,
    day: batch.day ?? store.now().slice(0, 10),
    period_from: batch.period?.from ?? null,
    period_to: batch.period?.to ?? null,
    standard: batch.standard ?? null,
    units: JSON.stringify(batch.units ?? []),
  };
}

async function putCases(tx: Transaction<Tables>, id: string, cases: readonly string[]): Promise<void> {
  const different = [...new Set(cases)];
  for (let at = 0; at < different.length; at += 200) {
    const some = different.slice(at, at + 200);
    const known = await tx.selectFrom('cases').select('id').where('id', 'in', some).execute();
    if (known.length < some.length)
      throw new Refusal(400, 'no-such-case', '所选的案卷有的已经不在了，请刷新后再选。', 'cases');
    await tx
      .insertInto('batch_cases')
      .values(some.map((case_id) => ({ batch_id: id, case_id })))
      .execute();
  }
}
