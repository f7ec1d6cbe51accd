import type { Extraction, FileText } from '@anjuan/core';
import { nothingRead } from '@anjuan/intake';
import { type Checker, profileFacts } from '../checker.ts';
import type { CaseSummary } from '../contract/index.ts';
import type { Hub } from '../hub.ts';
import { ledgerWords, soleLedger, toldOf } from '../ledgers.ts';
import { isDiskFull } from '../problems.ts';
import { profileOf } from '../store/agencies.ts';
import { caseRow, filesOf } from '../store/cases.ts';
import { marksOf } from '../store/marks.ts';
import type { Store } from '../store/open.ts';
import {
  advance,
  cancel,
  endJobs,
  enqueue,
  type HeldJob,
  handBack,
  recoverJobs,
  retryOrFail,
  takeJob,
} from '../store/queue.ts';
import { finishJob, finishUnreadable, finishWithout } from '../store/results.ts';
import { corrected, correctionsOf, rulingsOf } from '../store/review.ts';
import { splitCases } from './split.ts';
import { unpackArchives } from './unpack.ts';

/** Why a run is broken off: the case was cancelled, checked anew or removed; or the program is being closed. */
type Stop = 'cancelled' | 'closing';

interface Run {
  readonly caseId: string;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

const atOnce = 2;
const progressEvery = 100; // milliseconds
/** How often a full disk is looked at, milliseconds, and the bytes that must have become free for another try. */
const roomEvery = 3000;
const roomNeeded = 4 * 2 ** 20;

/** Reads and checks queued cases outside the request, a few at a time. What it is doing survives in the store. */
export class Runner {
  readonly #store: Store;
  readonly #checker: Checker;
  readonly #hub: Hub;
  readonly #complain: (message: string, error: unknown) => void;
  /** By job: a case checked anew may have its old run winding down beside the new one. */
  readonly #running = new Map<string, Run>();
  readonly #progress = new Map<string, CaseSummary['progress']>();
  #closing = false;
  #pumping: Promise<void> = Promise.resolve();

  constructor(store: Store, checker: Checker, hub: Hub, complain: (message: string, error: unknown) => void) {
    this.#store = store;
    this.#checker = checker;
    this.#hub = hub;
    this.#complain = complain;
  }

  /** Takes up what an earlier process left, then whatever waits. */
  async start(): Promise<void> {
    await recoverJobs(this.#store);
    this.#pump();
  }

  /** What opens encrypted files, by their SHA-256: kept in memory only, as long as the program runs. */
  readonly passwords = new Map<string, string>();

  #opened(sha256: string): { password?: string } {
    const password = this.passwords.get(sha256);
    return password === undefined ? {} : { password };
  }

  progressOf = (caseId: string): CaseSummary['progress'] | undefined => this.#progress.get(caseId);

  async enqueue(caseId: string): Promise<void> {
    const old = this.#runsOf(caseId);
    await enqueue(this.#store, caseId);
    breakOff(old);
    this.#hub.changed(caseId);
    this.#pump();
  }

  async cancel(caseId: string): Promise<void> {
    await cancel(this.#store, caseId);
    breakOff(this.#runsOf(caseId));
    this.#hub.changed(caseId);
  }

  /** Stops what runs for a case that is being removed. */
  async forget(caseId: string): Promise<void> {
    await endJobs(this.#store, caseId);
    breakOff(this.#runsOf(caseId));
  }

  /** Breaks off what runs and hands it back, to be run first at the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#pumping;
    const running = [...this.#running.values()];
    for (const { controller } of running) controller.abort('closing' satisfies Stop);
    await Promise.all(running.map(({ ended }) => ended));
  }

  /** Resolves when nothing runs and nothing waits. */
  async idle(): Promise<void> {
    await this.#pumping;
    while (this.#running.size > 0) {
      await Promise.all([...this.#running.values()].map(({ ended }) => ended));
      await this.#pumping;
    }
  }

  #runsOf(caseId: string): readonly Run[] {
    return [...this.#running.values()].filter((run) => run.caseId === caseId);
  }

  #pump(): void {
    this.#pumping = this.#pumping.then(async () => {
      try {
        while (!this.#closing && this.#running.size < atOnce) {
          const job = await takeJob(this.#store);
          if (job === null) return;
          this.#begin(job);
        }
      } catch (error) {
        this.#complain('the queue could not be read', error);
      }
    });
  }

  #begin(job: HeldJob): void {
    const controller = new AbortController();
    const ended = this.#run(job, controller.signal)
      .catch((error: unknown) => this.#complain(`case ${job.caseId}: the end of the check could not be stored`, error))
      .finally(() => {
        this.#running.delete(job.id);
        if (this.#runsOf(job.caseId).length === 0) this.#progress.delete(job.caseId);
        this.#hub.changed(job.caseId);
        this.#pump();
      });
    this.#running.set(job.id, { caseId: job.caseId, controller, ended });
  }

  async #run(job: HeldJob, signal: AbortSignal): Promise<void> {
    try {
      await this.#check(job, signal);
    } catch (error) {
      const stop = signal.aborted ? (signal.reason as Stop) : null;
      if (stop === 'cancelled') return;
      if (stop === 'closing') return handBack(this.#store, job);
      if (isDiskFull(error)) return this.#waitForRoom(job, signal);
      this.#complain(`case ${job.caseId}: the check crashed`, error);
      await retryOrFail(this.#store, job);
    }
  }

  /** Where the disk is full nothing is lost and nobody is to blame: the case says so, and goes on by itself once there is room. */
  async #waitForRoom(job: HeldJob, signal: AbortSignal): Promise<void> {
    this.#progress.set(job.caseId, { done: 0, total: 0, step: '磁盘空间不足，腾出空间后自动继续' });
    this.#hub.changed(job.caseId);
    const before = await this.#store.free();
    for (;;) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, roomEvery);
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted) clearTimeout(timer);
      });
      if (!signal.aborted && (await this.#store.free()) < before + roomNeeded) continue;
      if (signal.aborted && signal.reason === ('cancelled' satisfies Stop)) return;
      try {
        await handBack(this.#store, job);
        return;
      } catch (error) {
        // At a stop the next start takes it up as it is.
        if (!isDiskFull(error) || signal.aborted) throw error;
      }
    }
  }

  async #check(job: HeldJob, signal: AbortSignal): Promise<void> {
    const { caseId } = job;
    if (!(await this.#step(job, 'reading', { done: 0, total: 0, step: '读取文件' }))) return;
    const passwordOf = (sha256: string): string | undefined => this.passwords.get(sha256);
    const parts = await splitCases(this.#store, this.#checker, job, signal, passwordOf);
    if (parts !== null) {
      for (const part of parts) await this.enqueue(part);
      return;
    }
    await unpackArchives(this.#store, this.#checker, caseId, signal, passwordOf);
    const files = (await filesOf(this.#store, caseId)).filter((file) => file.format !== 'archive');
    const originals = files.map(({ name, sha256, size, refused }) => ({
      name,
      sha256,
      path: this.#store.blobs.path(sha256),
      size: Number(size),
      ...(refused === null ? {} : { refused }),
      ...this.#opened(sha256),
    }));
    signal.throwIfAborted();
    let told = 0;
    const texts = await this.#checker.read(
      originals,
      signal,
      (done, total) => {
        this.#progress.set(caseId, { done, total, step: '读取文件' });
        const now = performance.now();
        if (now - told < progressEvery) return;
        told = now;
        this.#hub.changed(caseId);
      },
      this.#store.recognised,
    );
    for (const text of texts) {
      signal.throwIfAborted();
      await this.#keepPages(text, originals);
    }
    const nothing = nothingRead(texts);
    if (nothing !== null) {
      for (const text of nothing) await this.#keepPages(text, originals);
      await finishUnreadable(this.#store, job, nothing);
      return;
    }
    if (!(await this.#step(job, 'checking', { done: 0, total: 0, step: '识别文书、核对规则' }))) return;
    await this.#judge(job, texts, signal);
  }

  async #keepPages(text: FileText, originals: readonly { readonly name: string; readonly sha256: string }[]) {
    const original = originals.find((file) => file.name === text.name);
    if (original === undefined || text.pages.length === 0) return;
    await this.#store.blobs.keepPages(original.sha256, text.pages);
  }

  async #judge(job: HeldJob, texts: readonly FileText[], signal: AbortSignal): Promise<void> {
    const ledger = await soleLedger(this.#store, texts, this.#checker.dictionary);
    if (ledger?.known === true) {
      await finishWithout(this.#store, job, texts, {
        state: 'done',
        message: ledgerWords(ledger, this.#checker.dictionary, texts.flatMap(toldOf)),
      });
      return;
    }
    const marks = await marksOf(this.#store, job.caseId);
    const extraction = await this.#checker.extract(texts, job.caseId, signal, marks);
    signal.throwIfAborted();
    // A table may be a paper too: a form drawn in cells.
    if (ledger !== null && extraction.documents.every((document) => document.kind === 'unknown')) {
      await finishWithout(this.#store, job, texts, {
        state: 'done',
        message: ledgerWords(ledger, this.#checker.dictionary, texts.flatMap(toldOf)),
      });
      return;
    }
    const refused = refusedRecord(texts, extraction);
    if (refused !== null) {
      await finishUnreadable(this.#store, job, [refused]);
      return;
    }
    const asOf = dayInChina(this.#store.now());
    await finishJob(this.#store, job, texts, extraction, async (inside) => {
      const row = await caseRow(inside, job.caseId);
      const record = corrected(extraction.record, await correctionsOf(inside, job.caseId));
      const agency = await profileOf(inside, row, record, (profile) => profileFacts(this.#checker, profile));
      const judged = this.#checker.judge(record, agency);
      const rulings = await rulingsOf(inside, job.caseId);
      const score = this.#checker.score(row.standard, record, judged.findings, rulings, asOf);
      return { record, judged, score, standard: row.standard, asOf };
    });
  }

  async #step(job: HeldJob, state: CaseSummary['state'], progress: CaseSummary['progress']): Promise<boolean> {
    if (!(await advance(this.#store, job, state))) return false;
    this.#progress.set(job.caseId, progress);
    this.#hub.changed(job.caseId);
    return true;
  }
}

/** A file that claims to be a record and is none, with what is wrong in it; null for every other case. */
function refusedRecord(texts: readonly FileText[], { record }: Extraction): FileText | null {
  const [only] = texts;
  const { unread = [] } = record;
  if (texts.length !== 1 || only?.format !== 'json' || unread.length === 0) return null;
  if (Object.keys(record.facts).length > 0 || record.documents.length > 0) return null;
  return { ...only, unreadable: unread.map((one) => one.reason).join('；') };
}

/** Nobody waits for them to wind down: they no longer hold their job, so nothing they still do is stored. */
function breakOff(runs: readonly Run[]): void {
  for (const { controller } of runs) controller.abort('cancelled' satisfies Stop);
}

/** The day it is in China at a moment. China has kept UTC+8 without summer time since 1992. */
function dayInChina(moment: string): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
}
