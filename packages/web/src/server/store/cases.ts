import { randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { CaseSummary, StoredFile } from '../contract/index.ts';
import { noSuchCase, Refusal } from '../problems.ts';
import { cleanName, distinctName } from './filenames.ts';
import { record } from './log.ts';
import type { Store } from './open.ts';
import type { CaseDigest, CaseTable, FileTable } from './tables.ts';

export type CaseRow = Selectable<CaseTable>;
export type FileRow = Selectable<FileTable>;

const mostFiles = 2000;

/** Adds an empty case and gives its id. */
export async function addCase(
  store: Store,
  what: { name: string; standard: string; agencyProfile?: unknown; expects?: readonly string[] },
): Promise<string> {
  const id = randomUUID();
  const received = store.now();
  await store.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('cases')
      .values({
        id,
        name: what.name,
        state: 'waiting',
        message: null,
        expects: what.expects === undefined ? null : JSON.stringify(what.expects),
        received,
        standard: what.standard,
        agency_profile: what.agencyProfile === undefined ? null : JSON.stringify(what.agencyProfile),
        digest: null,
        check_id: null,
        score_id: null,
      })
      .execute();
    await record(tx, received, 'case.add', id, what.name);
  });
  return id;
}

/** The row of a case; throws a 404 when there is none. */
export async function caseRow(store: Store, id: string): Promise<CaseRow> {
  const row = await store.db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw noSuchCase();
  return row;
}

/** The files of a case in the order they came. */
export function filesOf(store: Store, id: string): Promise<FileRow[]> {
  return store.db.selectFrom('case_files').selectAll().where('case_id', '=', id).orderBy('position').execute();
}

/**
 * Stores a file of a case as it comes in. The same bytes under the same name are kept once; other bytes under a name already taken get a
 * number behind it.
 */
export async function addFile(
  store: Store,
  id: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
  refused: string | null = null,
): Promise<StoredFile> {
  await caseRow(store, id);
  return store.blobs.take(bytes, limit, ({ sha256, size }) =>
    store.db.transaction().execute(async (tx) => {
      const row = await tx.selectFrom('cases').select('id').where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw noSuchCase(); // removed while the bytes came in
      const there = await tx
        .selectFrom('case_files')
        .select(['name', 'sha256', 'position'])
        .where('case_id', '=', id)
        .orderBy('position')
        .execute();
      if (there.some((file) => file.name === name && file.sha256 === sha256)) return { id: sha256, name, size, sha256 };
      if (there.length >= mostFiles) throw new Refusal(409, 'too-many-files', `一个案卷最多 ${mostFiles} 个文件。`);
      const kept = distinctName(name, new Set(there.map((file) => file.name)));
      await tx
        .insertInto('case_files')
        .values({
          case_id: id,
          name: kept,
          sha256,
          size,
          position: (there.at(-1)?.position ?? 0) + 1,
          format: null,
          pages: null,
          unreadable: null,
          locked: null,
          refused,
        })
        .execute();
      await record(tx, store.now(), 'file.add', id, { name: kept, sha256 });
      return { id: sha256, name: kept, size, sha256 };
    }),
  );
}

/** Removes a case with everything that hangs on it; originals go when no other case has them. The log keeps that it was there. */
export async function removeCase(store: Store, id: string): Promise<void> {
  const files = await filesOf(store, id);
  await store.db.transaction().execute(async (tx) => {
    const gone = await tx.deleteFrom('cases').where('id', '=', id).executeTakeFirst();
    if (gone.numDeletedRows === 0n) throw noSuchCase();
    await record(tx, store.now(), 'case.remove', id);
  });
  await store.blobs.remove(
    files.map((file) => file.sha256),
    async (sha256) =>
      (await store.db.selectFrom('case_files').select('sha256').where('sha256', '=', sha256).executeTakeFirst()) !==
      undefined,
  );
}

export type ProgressOf = (id: string) => CaseSummary['progress'] | undefined;

/** All cases, the newest first. */
export async function summaries(store: Store, progressOf: ProgressOf): Promise<CaseSummary[]> {
  const rows = await store.db.selectFrom('cases').selectAll().orderBy('received', 'desc').orderBy('id').execute();
  const counts = await store.db
    .selectFrom('case_files')
    .select((of) => ['case_id', of.fn.countAll<number>().as('files')])
    .groupBy('case_id')
    .execute();
  const files = new Map(counts.map((count) => [count.case_id, Number(count.files)]));
  return Promise.all(
    rows.map(async (row) => summaryOf(row, files.get(row.id) ?? 0, await missingIn(store, row), progressOf(row.id))),
  );
}

/** One case as lists show it; throws a 404 when there is none. */
export async function summary(store: Store, id: string, progressOf: ProgressOf): Promise<CaseSummary> {
  const row = await caseRow(store, id);
  return summaryOf(row, (await filesOf(store, id)).length, await missingIn(store, row), progressOf(id));
}

/** Files announced for a case that have not come yet. */
async function missingIn(store: Store, { id, state, expects }: CaseRow): Promise<string[]> {
  if (state !== 'waiting' || expects === null) return [];
  const there = new Set((await filesOf(store, id)).map((file) => file.name));
  return (JSON.parse(expects) as string[]).filter((name) => !there.has(cleanName(name)));
}

const nothingKnown: CaseDigest = {
  pages: null,
  score: null,
  defects: null,
  pendingItems: null,
  party: null,
  number: null,
  agency: null,
  noticed: null,
};

function summaryOf(
  row: CaseRow,
  files: number,
  missing: string[],
  progress: CaseSummary['progress'] | undefined,
): CaseSummary {
  // Cases checked before something was added to it know nothing of that.
  const digest: CaseDigest = { ...nothingKnown, ...(row.digest === null ? {} : JSON.parse(row.digest)) };
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    progress: progress ?? { done: 0, total: 0, step: stepWords(row.state) },
    message: row.message,
    received: row.received,
    files,
    missing,
    standard: standardIn(row.standard).id,
    ...digest,
  };
}

function stepWords(state: CaseSummary['state']): string {
  switch (state) {
    case 'waiting':
      return '等待文件';
    case 'queued':
      return '等待检查';
    case 'reading':
      return '读取文件';
    case 'checking':
      return '核对';
    case 'done':
      return '已完成';
    case 'unreadable':
      return '无法读取';
    case 'cancelled':
      return '已取消';
    case 'failed':
      return '未能完成';
    default:
      return state satisfies never;
  }
}

/** A standard as it is noted with a case: its id, and its edition once a score has settled it. */
export function standardIn(noted: string): { readonly id: string; readonly edition: string | null } {
  const at = noted.indexOf('@');
  return at < 0 ? { id: noted, edition: null } : { id: noted.slice(0, at), edition: noted.slice(at + 1) };
}
