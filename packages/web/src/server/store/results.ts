import { randomUUID } from 'node:crypto';
import {
  type CaseRecord,
  type Extraction,
  type FileText,
  gapsOf,
  lostInWords,
  placeOf,
  type UnreadPage,
  unreadPage,
  unreadWord,
} from '@anjuan/core';
import type { Transaction } from 'kysely';
import type { Judged } from '../checker.ts';
import type { ChangeSet, ScoreResult } from '../contract/index.ts';
import { digestOf } from './digest.ts';
import { record } from './log.ts';
import type { Store } from './open.ts';
import { type HeldJob, isHeld } from './queue.ts';
import type { Tables } from './tables.ts';

/** The check and the score a case shows now, as they are stored. */
export interface Current {
  readonly extractionId: string;
  readonly extraction: Extraction;
  readonly checkId: string;
  readonly asOf: string;
  readonly judged: Judged;
  readonly score: ScoreResult | null;
  readonly changed: ChangeSet | null;
}

/** What a case shows now; null before its first check. */
export async function currentOf(
  store: Store,
  row: { readonly check_id: string | null; readonly score_id: string | null },
): Promise<Current | null> {
  if (row.check_id === null || row.score_id === null) return null;
  const check = await store.db
    .selectFrom('checks')
    .selectAll()
    .where('id', '=', row.check_id)
    .executeTakeFirstOrThrow();
  const read = await store.db
    .selectFrom('extractions')
    .select(['id', 'extraction'])
    .where('id', '=', check.extraction_id)
    .executeTakeFirstOrThrow();
  const score = await store.db
    .selectFrom('scores')
    .selectAll()
    .where('id', '=', row.score_id)
    .executeTakeFirstOrThrow();
  return {
    extractionId: read.id,
    extraction: JSON.parse(read.extraction),
    checkId: check.id,
    asOf: check.as_of,
    judged: {
      pack: {
        id: check.pack_id,
        hash: check.pack_hash,
        ...(check.pack_choice === null ? { chain: [], why: '' } : JSON.parse(check.pack_choice)),
      },
      findings: JSON.parse(check.findings),
      notChecked: JSON.parse(check.not_checked),
      timeline: JSON.parse(check.timeline),
    },
    score: JSON.parse(score.result),
    changed: score.changed === null ? null : JSON.parse(score.changed),
  };
}

/** An evaluation with its score, about to be stored. */
export interface Finished {
  readonly record: CaseRecord;
  readonly judged: Judged;
  readonly score: ScoreResult | null;
  /** Standard it was scored under, also when that has no sheet for this kind of case. */
  readonly standard: string;
  readonly asOf: string;
}

/**
 * Stores what a job found and ends it, all or nothing; false when the job is no longer held, and then nothing is stored. `judge` runs within
 * the transaction, so that a correction made meanwhile is either in the result or finds the result to work on.
 */
export async function finishJob(
  store: Store,
  job: HeldJob,
  files: readonly FileText[],
  extraction: Extraction,
  judge: (inside: Store) => Promise<Finished>,
): Promise<boolean> {
  return store.db.transaction().execute(async (tx) => {
    if (!(await isHeld(tx, job))) return false;
    const done = await judge({ ...store, db: tx });
    await noteFiles(tx, job.caseId, files);
    const extractionId = randomUUID();
    await tx
      .insertInto('extractions')
      .values({ id: extractionId, case_id: job.caseId, at: store.now(), extraction: JSON.stringify(extraction) })
      .execute();
    const checkId = await addCheck(store, tx, job.caseId, { ...done, extractionId });
    const pages = files.reduce((sum, file) => sum + file.pages.length, 0);
    await showScore(store, tx, job.caseId, { ...done, checkId, changed: null, pages });
    const message = unreadableWords(files) ?? noPaperWords(extraction, done.judged);
    await tx.updateTable('cases').set({ state: 'done', message }).where('id', '=', job.caseId).execute();
    await tx.updateTable('jobs').set({ state: 'done', lease: null }).where('id', '=', job.id).execute();
    await record(tx, store.now(), 'check.done', job.caseId, { checkId, pack: done.judged.pack.hash });
    return true;
  });
}

/** Ends a job whose files could none of them be read: the originals stay, an earlier result is no longer shown. */
export async function finishUnreadable(store: Store, job: HeldJob, files: readonly FileText[]): Promise<boolean> {
  const message = unreadableWords(files) ?? '压缩包里没有文件。';
  return finishWithout(store, job, files, { state: 'unreadable', message });
}

/** Ends a job that leaves nothing judged, in a state whose message says why; an earlier result is no longer shown. */
export async function finishWithout(
  store: Store,
  job: HeldJob,
  files: readonly FileText[],
  shown: { readonly state: 'unreadable' | 'done'; readonly message: string },
): Promise<boolean> {
  return store.db.transaction().execute(async (tx) => {
    if (!(await isHeld(tx, job))) return false;
    await noteFiles(tx, job.caseId, files);
    await tx
      .updateTable('cases')
      .set({ ...shown, digest: null, check_id: null, score_id: null })
      .where('id', '=', job.caseId)
      .execute();
    await tx.updateTable('jobs').set({ state: 'done', lease: null }).where('id', '=', job.id).execute();
    await record(tx, store.now(), shown.state === 'done' ? 'check.ledger' : 'check.unreadable', job.caseId);
    return true;
  });
}

/** Adds an evaluation and gives its id. */
export async function addCheck(
  store: Store,
  tx: Transaction<Tables>,
  caseId: string,
  check: Pick<Finished, 'judged' | 'asOf'> & { readonly extractionId: string },
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('checks')
    .values({
      id,
      case_id: caseId,
      extraction_id: check.extractionId,
      at: store.now(),
      as_of: check.asOf,
      pack_id: check.judged.pack.id,
      pack_hash: check.judged.pack.hash,
      pack_choice: JSON.stringify({ chain: check.judged.pack.chain, why: check.judged.pack.why }),
      findings: JSON.stringify(check.judged.findings),
      not_checked: JSON.stringify(check.judged.notChecked),
      timeline: JSON.stringify(check.judged.timeline),
    })
    .execute();
  return id;
}

/** Adds a score of a check and makes both what the case shows. */
export async function showScore(
  store: Store,
  tx: Transaction<Tables>,
  caseId: string,
  what: Pick<Finished, 'judged' | 'record' | 'score' | 'standard'> & {
    readonly checkId: string;
    readonly changed: ChangeSet | null;
    readonly pages: number | null;
  },
): Promise<void> {
  const id = randomUUID();
  // The edition is settled by the first score and kept from then on.
  const standard = what.score === null ? what.standard : `${what.score.standard}@${what.score.edition}`;
  await tx
    .insertInto('scores')
    .values({
      id,
      case_id: caseId,
      check_id: what.checkId,
      at: store.now(),
      standard,
      result: JSON.stringify(what.score),
      changed: what.changed === null ? null : JSON.stringify(what.changed),
    })
    .execute();
  const digest = JSON.stringify(digestOf(what.record, what.judged.findings, what.score, what.pages));
  await tx
    .updateTable('cases')
    .set({ check_id: what.checkId, score_id: id, digest, standard })
    .where('id', '=', caseId)
    .execute();
}

async function noteFiles(tx: Transaction<Tables>, caseId: string, files: readonly FileText[]): Promise<void> {
  for (const file of files) {
    await tx
      .updateTable('case_files')
      .set({
        format: file.format,
        pages: file.pages.length,
        unreadable: file.unreadable ?? null,
        locked: file.locked === true ? 1 : null,
      })
      .where('case_id', '=', caseId)
      .where('name', '=', file.name)
      .execute();
  }
}

/** What is said of words in which no paper was recognised: as a rule the wrong file was given. */
function noPaperWords({ documents }: Extraction, { findings }: Pick<Judged, 'findings'>): string | null {
  if (findings.some(({ outcome }) => outcome === 'pass' || outcome === 'fail')) return null;
  if (documents.length === 0 || documents.some(({ kind }) => kind !== 'unknown')) return null;
  return '读出了文字，但没有认出任何文书，几乎各项都无法判断。放错了文件的，请打开后换一个；是文书的，请打开后用“本页标注”写明。';
}

/**
 * What was not read: of one file or run of pages why, and what to do; of more only which, since the case lists the reasons. Null when
 * everything was read.
 */
function unreadableWords(files: readonly FileText[]): string | null {
  const unread = files.flatMap((file): UnreadPage[] =>
    file.unreadable === undefined
      ? file.pages.flatMap((page) => (page.unread === undefined ? [] : [unreadPage(file.name, page, page.unread)]))
      : [{ file: file.name, page: null, reason: file.unreadable }],
  );
  const gaps = gapsOf(unread);
  const [only] = gaps;
  if (only === undefined) return null;
  if (gaps.length === 1)
    return `${placeOf(only)}${only.pages === null ? ' ' : ''}${unreadWord(only)}：${only.reason}。`;
  const places = [...new Set(gaps.map(placeOf))];
  const more = places.length > 4 ? ' 等' : '';
  const which = `有 ${lostInWords(unread)}：${places.slice(0, 4).join('、')}${more}`;
  // Of one reason for all it is told here, of several the case lists which is whose.
  return gaps.every(({ reason }) => reason === only.reason)
    ? `${which}。${only.reason}。`
    : `${which}。打开案卷可看各自的原因和处理办法。`;
}
