import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { CaseSummary } from '../contract/index.ts';
import { Refusal } from '../problems.ts';
import { caseRow, filesOf } from './cases.ts';
import { record } from './log.ts';
import type { Store } from './open.ts';
import type { Tables } from './tables.ts';

/** A job as its holder has it: ids only; everything else is read when it runs. */
export interface HeldJob {
  readonly id: string;
  readonly caseId: string;
  readonly lease: string;
}

const mostAttempts = 3;

/** Puts a case in the queue; whatever was queued or running for it is cancelled. Throws 409 for a case without files. */
export async function enqueue(store: Store, caseId: string): Promise<void> {
  await caseRow(store, caseId);
  if ((await filesOf(store, caseId)).length === 0)
    throw new Refusal(409, 'no-files', '案卷里还没有文件，请先放入文件。');
  await store.db.transaction().execute(async (tx) => {
    await endOpenJobs(tx, caseId);
    const last = await tx.selectFrom('jobs').select('position').orderBy('position', 'desc').limit(1).executeTakeFirst();
    const job = { id: randomUUID(), case_id: caseId, position: (last?.position ?? 0) + 1, created: store.now() };
    await tx
      .insertInto('jobs')
      .values({ ...job, state: 'queued', lease: null, attempts: 0 })
      .execute();
    await tx
      .updateTable('cases')
      .set({ state: 'queued', message: null, expects: null })
      .where('id', '=', caseId)
      .execute();
    await record(tx, store.now(), 'check.request', caseId, job.id);
  });
}

/** Cancels what is queued or running for a case; throws 409 when nothing is. */
export async function cancel(store: Store, caseId: string): Promise<void> {
  const { state } = await caseRow(store, caseId);
  if (state === 'waiting')
    throw new Refusal(409, 'not-running', '这个案卷还在等文件，检查没有开始，没有可以取消的；不要它了，请删除。');
  await store.db.transaction().execute(async (tx) => {
    if ((await endOpenJobs(tx, caseId)) === 0) throw new Refusal(409, 'not-running', '这个案卷没有正在进行的检查。');
    await tx.updateTable('cases').set({ state: 'cancelled', message: null }).where('id', '=', caseId).execute();
    await record(tx, store.now(), 'check.cancel', caseId);
  });
}

/** Cancels what is queued or running for a case that is about to be removed. */
export async function endJobs(store: Store, caseId: string): Promise<void> {
  await store.db.transaction().execute((tx) => endOpenJobs(tx, caseId));
}

async function endOpenJobs(tx: Transaction<Tables>, caseId: string): Promise<number> {
  const ended = await tx
    .updateTable('jobs')
    .set({ state: 'cancelled', lease: null })
    .where('case_id', '=', caseId)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

/** Takes the next job; null when none waits. */
export async function takeJob(store: Store): Promise<HeldJob | null> {
  const lease = randomUUID();
  const row = await store.db
    .updateTable('jobs')
    .set((of) => ({ state: 'running', lease, attempts: of('attempts', '+', 1) }))
    .where('id', '=', (of) =>
      of.selectFrom('jobs').select('id').where('state', '=', 'queued').orderBy('position').limit(1),
    )
    .returning(['id', 'case_id'])
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, caseId: row.case_id, lease };
}

/** Whether the job is still held under this lease: a cancelled or restarted job may not write any more. */
export async function isHeld(tx: Transaction<Tables>, job: HeldJob): Promise<boolean> {
  const row = await tx
    .selectFrom('jobs')
    .select('id')
    .where('id', '=', job.id)
    .where('lease', '=', job.lease)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves the case to a state of its run, if the job is still held; false when it is not. */
export async function advance(store: Store, job: HeldJob, state: CaseSummary['state']): Promise<boolean> {
  return store.db.transaction().execute(async (tx) => {
    if (!(await isHeld(tx, job))) return false;
    await tx.updateTable('cases').set({ state, message: null }).where('id', '=', job.caseId).execute();
    return true;
  });
}

/** Gives a job back unharmed, as at a clean stop: it is the next to run and the attempt does not count. */
export async function handBack(store: Store, job: HeldJob): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    if (!(await isHeld(tx, job))) return;
    await tx
      .updateTable('jobs')
      .set((of) => ({ state: 'queued', lease: null, attempts: of('attempts', '-', 1) }))
      .where('id', '=', job.id)
      .execute();
    await tx.updateTable('cases').set({ state: 'queued' }).where('id', '=', job.caseId).execute();
  });
}

/** After a crash of ours: again, until the attempts are used up; then the case says so and the queue goes on. */
export async function retryOrFail(store: Store, job: HeldJob): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    if (await isHeld(tx, job)) await again(store, tx, job.id);
  });
}

/** At start: what a killed process left running is run again. Only the process that holds the data folder may call this. */
export async function recoverJobs(store: Store): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    const left = await tx.selectFrom('jobs').select('id').where('state', '=', 'running').execute();
    for (const { id } of left) await again(store, tx, id);
  });
}

async function again(store: Store, tx: Transaction<Tables>, id: string): Promise<void> {
  const job = await tx
    .selectFrom('jobs')
    .select(['case_id', 'attempts'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const over = job.attempts >= mostAttempts;
  await tx
    .updateTable('jobs')
    .set({ state: over ? 'failed' : 'queued', lease: null })
    .where('id', '=', id)
    .execute();
  const message = over ? `检查没有完成：程序出错，已试 ${mostAttempts} 次。原件仍在，可以重新检查。` : null;
  await tx
    .updateTable('cases')
    .set({ state: over ? 'failed' : 'queued', message })
    .where('id', '=', job.case_id)
    .execute();
  if (over) await record(tx, store.now(), 'check.fail', job.case_id, id);
}
