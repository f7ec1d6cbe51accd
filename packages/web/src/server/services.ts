import type { Checker, Library } from './checker.ts';
import type { Hub } from './hub.ts';
import type { Runner } from './jobs/runner.ts';
import type { LawLibrary } from './law.ts';
import type { ReportShelf } from './reports/shelf.ts';
import type { Reviewing } from './reviewing.ts';
import type { SampleShelf } from './samples.ts';
import type { Store } from './store/open.ts';

/** What the routes work with. */
export interface Services {
  readonly version: string;
  readonly store: Store;
  readonly checker: Checker;
  readonly library: Library;
  readonly law: LawLibrary;
  readonly hub: Hub;
  readonly runner: Runner;
  readonly reviewing: Reviewing;
  readonly samples: SampleShelf;
  readonly reports: ReportShelf;
  /** Folder the page was built into; null leaves the page out. */
  readonly page: string | null;
  /** Largest file taken in, in bytes. */
  readonly fileLimit: number;
  /** Where errors of ours go; never to whoever asked. */
  readonly complain: (message: string, error: unknown) => void;
  /** Aborted when the program closes. */
  readonly closing: AbortSignal;
}
