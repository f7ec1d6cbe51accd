import { randomUUID } from 'node:crypto';
import type { CaseResult } from '@anjuan/core';
import { migrate } from '../../packages/web/src/server/store/migrations.ts';
import { openStore } from '../../packages/web/src/server/store/open.ts';
import { addCheck, showScore } from '../../packages/web/src/server/store/results.ts';

/** Puts results into a data folder as checked cases, as if their papers had been read there; gives the ids. The program must not have it open. */
export async function fillStore(folder: string, results: Iterable<CaseResult>): Promise<readonly string[]> {
  const store = await openStore(folder);
  const ids: string[] = [];
  try {
    await migrate(store.db);
    for (const result of results) ids.push(await addCase(store, result));
  } finally {
    await store.close();
  }
  return ids;
}

async function addCase(store: Awaited<ReturnType<typeof openStore>>, result: CaseResult): Promise<string> {
  const id = randomUUID();
  const { name, documents, agency, number, date } = result.case;
  const facts = {
    ...result.facts,
    'decision.agency': agency,
    'decision.number': number,
    'decision.date': date ?? null,
  };
  const record = { id, complete: true, caseType: (result.case.type ?? 'penalty') as 'penalty', facts, documents };
  const judged = {
    findings: result.findings,
    notChecked: result.notChecked,
    timeline: { steps: [], periods: [], from: null, to: null },
    pack: { ...(result.pack ?? { id: 'national', hash: '' }), chain: [], why: '' },
  };
  const standard = result.standard?.id ?? 'county';
  const score =
    result.score === null || result.standard === null
      ? null
      : { edition: '', hash: '', sheetTitle: '', ...result.score, ...result.standard, standard };
  await store.db.transaction().execute(async (tx) => {
    await tx.insertInto('cases').values({ id, name, state: 'done', received: store.now(), standard }).execute();
    const extractionId = randomUUID();
    await tx
      .insertInto('extractions')
      .values({
        id: extractionId,
        case_id: id,
        at: store.now(),
        extraction: JSON.stringify({ documents: documents.map((one) => ({ ...one, facts: {} })), record }),
      })
      .execute();
    const checkId = await addCheck(store, tx, id, { judged, asOf: result.asOf, extractionId });
    await showScore(store, tx, id, { judged, record, score, standard, checkId, changed: null, pages: 20 });
  });
  return id;
}
