import { randomUUID } from 'node:crypto';
import type { PageMark } from '@anjuan/core';
import type { StoredMark } from '../contract/index.ts';
import { Refusal } from '../problems.ts';
import { caseRow, filesOf } from './cases.ts';
import { localUser, record } from './log.ts';
import type { Store } from './open.ts';

/** What people say of the pages of a case, in the order of the pages. */
export async function marksOf(store: Store, caseId: string): Promise<StoredMark[]> {
  const rows = await store.db
    .selectFrom('page_marks')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .orderBy('file')
    .orderBy('page')
    .execute();
  return rows.map((row) => ({
    file: row.file,
    page: row.page,
    as: row.mark,
    ...(row.kind === null ? {} : { kind: row.kind }),
    by: row.by_whom,
    at: row.at,
  }));
}

/** Keeps what is said of a page, in place of what was said before. */
export async function mark(store: Store, caseId: string, said: PageMark): Promise<void> {
  await caseRow(store, caseId);
  const file = (await filesOf(store, caseId)).find((one) => one.name === said.file);
  if (file === undefined) throw new Refusal(404, 'no-such-file', `案卷里没有文件“${said.file}”。`, 'file');
  if (file.pages !== null && said.page > file.pages)
    throw new Refusal(400, 'no-such-page', `“${said.file}”只有 ${file.pages} 页。`, 'page');
  await store.db.transaction().execute(async (tx) => {
    const inside: Store = { ...store, db: tx };
    await withdraw(inside, caseId, said.file, said.page);
    await tx
      .insertInto('page_marks')
      .values({
        id: randomUUID(),
        case_id: caseId,
        file: said.file,
        page: said.page,
        mark: said.as,
        kind: said.kind ?? null,
        by_whom: localUser,
        at: store.now(),
        withdrawn_at: null,
      })
      .execute();
    await record(tx, store.now(), 'page.mark', caseId, said);
  });
}

/** Takes back what was said of a page; throws 404 when nothing was. */
export async function unmark(store: Store, caseId: string, file: string, page: number): Promise<void> {
  await caseRow(store, caseId);
  await store.db.transaction().execute(async (tx) => {
    if ((await withdraw({ ...store, db: tx }, caseId, file, page)) === 0)
      throw new Refusal(404, 'no-such-mark', '这一页没有人工标注。');
    await record(tx, store.now(), 'page.unmark', caseId, { file, page });
  });
}

async function withdraw(store: Store, caseId: string, file: string, page: number): Promise<number> {
  const result = await store.db
    .updateTable('page_marks')
    .set({ withdrawn_at: store.now() })
    .where('case_id', '=', caseId)
    .where('file', '=', file)
    .where('page', '=', page)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
