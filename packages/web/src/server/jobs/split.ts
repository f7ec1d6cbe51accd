import { createReadStream } from 'node:fs';
import { archiveEnding, boxEnding } from '@anjuan/intake';
import type { Checker } from '../checker.ts';
import { fileLimit } from '../http/body.ts';
import { addCase, addFile, caseRow, filesOf } from '../store/cases.ts';
import { cleanName } from '../store/filenames.ts';
import type { Store } from '../store/open.ts';
import type { HeldJob } from '../store/queue.ts';

/**
 * Makes a case of each that an archive or a file of records holds, where that is all a case was given, and ends the job; gives their ids. Null where there
 * is nothing to part. The archive stays as received; cases that a run cut off by a crash had made are taken up, not made again.
 */
export async function splitCases(
  store: Store,
  checker: Checker,
  job: HeldJob,
  signal: AbortSignal,
  passwordOf: (sha256: string) => string | undefined,
): Promise<readonly string[] | null> {
  const { caseId } = job;
  const [only, ...more] = await filesOf(store, caseId);
  if (only === undefined || more.length > 0 || only.refused !== null) return null;
  const unpacked = await checker.unpack(store.blobs.path(only.sha256), only.name, passwordOf(only.sha256));
  try {
    if (unpacked?.cases === undefined) return null;
    const { standard } = await caseRow(store, caseId);
    const made: string[] = [];
    for (const one of unpacked.cases) {
      signal.throwIfAborted();
      const name = cleanName(
        `${only.name.replace(boxEnding, '').replace(/\.(?:json|ndjson|jsonl)$/iu, '')} / ${one.name}`,
      );
      const known = await store.db
        .selectFrom('cases')
        .select('id')
        .where('name', '=', name)
        .where('state', 'in', ['waiting', 'queued'])
        .executeTakeFirst();
      const id = known?.id ?? (await addCase(store, { name, standard }));
      for (const file of one.files) {
        const bytes = file.refused === undefined ? createReadStream(file.path) : nothing();
        await addFile(store, id, cleanName(file.name), bytes, fileLimit, file.refused ?? null);
      }
      made.push(id);
    }
    await store.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('case_files')
        .set({ format: 'archive', pages: 0, unreadable: null, locked: null })
        .where('case_id', '=', caseId)
        .where('name', '=', only.name)
        .execute();
      const message = `${archiveEnding.test(only.name) ? '压缩包' : '文件'}里有 ${made.length} 个案卷，已分别建立。`;
      await tx.updateTable('cases').set({ state: 'done', message }).where('id', '=', caseId).execute();
      await tx.updateTable('jobs').set({ state: 'done', lease: null }).where('id', '=', job.id).execute();
    });
    return made;
  } finally {
    await unpacked?.dispose();
  }
}

/** An entry that is refused is listed, without its bytes: the archive still has them. */
async function* nothing(): AsyncGenerator<Uint8Array> {}
