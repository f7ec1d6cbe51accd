import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { LogTable, Tables } from './tables.ts';

/** Until there are accounts, whoever sits at this machine. */
export const localUser = '本机用户';

const beginning = '0'.repeat(64);

/**
 * Adds one entry to the chain, in the transaction of the change it tells of: if it cannot be written, the change is not made. `detail`
 * enters only as a hash, so that the log holds no names and what it tells of can still be erased.
 */
export async function record(
  tx: Transaction<Tables>,
  at: string,
  action: string,
  object: string,
  detail: unknown = null,
): Promise<void> {
  const last = await tx.selectFrom('log').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const entry = {
    seq: (last?.seq ?? 0) + 1,
    at,
    actor: localUser,
    action,
    object,
    detail: sha256(JSON.stringify(detail)),
    previous: last?.hash ?? beginning,
  };
  await tx
    .insertInto('log')
    .values({ ...entry, hash: hashOf(entry) })
    .execute();
}

/** Number of the first entry that does not fit the chain; null when all do. A cut tail shows only against a copy kept elsewhere. */
export async function firstBreak(db: Kysely<Tables>): Promise<number | null> {
  let previous = beginning;
  let seq = 0;
  for (const entry of await db.selectFrom('log').selectAll().orderBy('seq').execute()) {
    seq += 1;
    if (entry.seq !== seq || entry.previous !== previous || entry.hash !== hashOf(entry)) return seq;
    previous = entry.hash;
  }
  return null;
}

function hashOf(entry: Omit<LogTable, 'hash'>): string {
  const { seq, at, actor, action, object, detail, previous } = entry;
  return sha256(JSON.stringify([seq, at, actor, action, object, detail, previous]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
