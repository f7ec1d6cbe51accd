import { Refusal } from '../problems.ts';
import { caseRow, filesOf } from './cases.ts';
import { distinctName } from './filenames.ts';
import { record } from './log.ts';
import type { Store } from './open.ts';

const noSuchFile = (name: string) => new Refusal(404, 'no-such-file', `案卷里没有文件“${name}”。`, 'name');

/**
 * Puts other bytes in the place of a file of a case: it keeps its position and is read anew. The log keeps both names and both digests; the
 * old bytes go when no other case has them.
 */
export async function replaceFile(
  store: Store,
  id: string,
  instead: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  limit: number,
) {
  await known(store, id, instead);
  let old = '';
  const stored = await store.blobs.take(bytes, limit, ({ sha256, size }) =>
    store.db.transaction().execute(async (tx) => {
      const there = await tx.selectFrom('case_files').select(['name', 'sha256']).where('case_id', '=', id).execute();
      const was = there.find((file) => file.name === instead);
      if (was === undefined) throw noSuchFile(instead);
      old = was.sha256;
      const others = there.filter((file) => file !== was).map((file) => file.name);
      const kept = distinctName(name, new Set(others));
      const unknown = { format: null, pages: null, unreadable: null, locked: null, refused: null };
      await tx
        .updateTable('case_files')
        .set({ name: kept, sha256, size, ...unknown })
        .where('case_id', '=', id)
        .where('name', '=', instead)
        .execute();
      await record(tx, store.now(), 'file.replace', id, { was: instead, wasSha256: old, name: kept, sha256 });
      return { id: sha256, name: kept, size, sha256 };
    }),
  );
  if (old !== stored.sha256) await forget(store, old);
  return stored;
}

/** Takes a file out of a case; its last one stays, since a case without files can be removed whole. */
export async function removeFile(store: Store, id: string, name: string): Promise<void> {
  const file = await known(store, id, name);
  await store.db.transaction().execute(async (tx) => {
    const all = await tx.selectFrom('case_files').select('name').where('case_id', '=', id).execute();
    if (all.length === 1)
      throw new Refusal(409, 'last-file', '这是案卷里唯一的文件，不能移出；不需要的，请在案卷列表删除整个案卷。');
    await tx.deleteFrom('case_files').where('case_id', '=', id).where('name', '=', name).execute();
    await record(tx, store.now(), 'file.remove', id, { name, sha256: file.sha256 });
  });
  await forget(store, file.sha256);
}

async function known(store: Store, id: string, name: string) {
  await caseRow(store, id);
  const file = (await filesOf(store, id)).find((one) => one.name === name);
  if (file === undefined) throw noSuchFile(name);
  return file;
}

async function forget(store: Store, sha256: string): Promise<void> {
  await store.blobs.remove(
    [sha256],
    async (digest) =>
      (await store.db.selectFrom('case_files').select('sha256').where('sha256', '=', digest).executeTakeFirst()) !==
      undefined,
  );
}
