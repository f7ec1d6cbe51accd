import type { PageMarkKind } from '@anjuan/core';
import type { CaseSummary } from '../contract/index.ts';

/** Moments are ISO 8601 in UTC, days `YYYY-MM-DD`, JSON is text, booleans 0/1: the same on both engines. */
export interface Tables {
  cases: CaseTable;
  case_files: FileTable;
  extractions: ExtractionTable;
  checks: CheckTable;
  scores: ScoreTable;
  corrections: CorrectionTable;
  rulings: RulingTable;
  page_marks: PageMarkTable;
  jobs: JobTable;
  log: LogTable;
  ledger_mappings: LedgerMappingTable;
  batches: BatchTable;
  batch_cases: BatchCaseTable;
  report_phrases: PhrasesTable;
  agencies: AgencyTable;
}

export interface CaseTable {
  id: string;
  name: string;
  state: CaseSummary['state'];
  message: string | null;
  /** JSON: names of the files it is to have, until its check is asked for; null where nobody said. */
  expects: string | null;
  received: string;
  standard: string;
  /** JSON of the agency profile it is judged with, or null. */
  agency_profile: string | null;
  /** JSON: what the list shows of the last check, see {@link CaseDigest}. */
  digest: string | null;
  /** The check and the score shown now. */
  check_id: string | null;
  score_id: string | null;
}

export type CaseDigest = Pick<
  CaseSummary,
  'pages' | 'score' | 'defects' | 'pendingItems' | 'party' | 'number' | 'agency' | 'noticed'
>;

export interface FileTable {
  case_id: string;
  /** Unique within the case. */
  name: string;
  sha256: string;
  size: number;
  /** Order in which the files came. */
  position: number;
  /** `archive` for one whose entries were taken out as files of their own. */
  format: string | null;
  pages: number | null;
  unreadable: string | null;
  /** 1 when it is encrypted and has not been opened. */
  locked: number | null;
  /** For an entry of an archive that must not be read: why. */
  refused: string | null;
}

/** What was read from the papers. A new reading adds a row; none is ever changed. */
export interface ExtractionTable {
  id: string;
  case_id: string;
  at: string;
  extraction: string;
}

/** One evaluation: of what was read, with the corrections that stood at that time. */
export interface CheckTable {
  id: string;
  case_id: string;
  extraction_id: string;
  at: string;
  as_of: string;
  pack_id: string;
  pack_hash: string;
  /** JSON of `{ chain, why }`; null for checks from before packs were chosen. */
  pack_choice: string | null;
  findings: string;
  not_checked: string;
  timeline: string;
}

export interface ScoreTable {
  id: string;
  case_id: string;
  check_id: string;
  at: string;
  standard: string;
  result: string;
  /** JSON of the ChangeSet against the score before; null for the first. */
  changed: string | null;
}

/** An agency profile (执法主体档案), used for the cases of that agency. */
export interface AgencyTable {
  id: string;
  name: string;
  /** JSON, as the profile's file says it. */
  profile: string;
  updated: string;
}

/** A person's word. Taking it back or replacing it fills `withdrawn_at`; the row stays. */
export interface CorrectionTable {
  id: string;
  case_id: string;
  path: string;
  value: string;
  origin: 'entered' | 'confirmed';
  was: string | null;
  reason: string;
  by_whom: string;
  at: string;
  withdrawn_at: string | null;
}

/** What a person says of a page. Taking it back or saying something else fills `withdrawn_at`; the row stays. */
export interface PageMarkTable {
  id: string;
  case_id: string;
  file: string;
  page: number;
  mark: PageMarkKind;
  kind: string | null;
  by_whom: string;
  at: string;
  withdrawn_at: string | null;
}

export interface RulingTable {
  id: string;
  case_id: string;
  item: string;
  /** Key of the finding; empty when the ruling is on the item as a whole. */
  finding: string;
  /** Id of the standard whose item it is; empty on rulings from before this was noted: of any. */
  standard: string;
  verdict: 'upheld' | 'overruled' | 'deduct' | 'no-deduction' | 'not-applicable';
  points: number | null;
  /** JSON of how many and which answers: `{ count, marks, got }`; null when none of them is given. */
  more: string | null;
  reason: string;
  by_whom: string;
  at: string;
  withdrawn_at: string | null;
}

export interface JobTable {
  id: string;
  case_id: string;
  state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  /** Drawn anew each time the job is taken: whoever no longer holds it may not write the result. */
  lease: string | null;
  attempts: number;
  position: number;
  created: string;
}

export interface BatchTable {
  id: string;
  name: string;
  /** Who reviews; null leaves the signature to the phrases. */
  organ: string | null;
  number: string | null;
  /** Day of the documents. */
  day: string;
  period_from: string | null;
  period_to: string | null;
  standard: string | null;
  /** JSON: names of the units that ought to be in it. */
  units: string;
  created: string;
}

export interface BatchCaseTable {
  batch_id: string;
  case_id: string;
}

/** The bureau's own words for documents; one row. */
export interface PhrasesTable {
  id: 'own';
  text: string;
  at: string;
}

/** What people said the columns of a ledger hold, by the hash of its headings. */
export interface LedgerMappingTable {
  headings: string;
  mapping: string;
  at: string;
}

export interface LogTable {
  seq: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  /** Hash of what was done; the words themselves stand in the other tables. */
  detail: string;
  previous: string;
  hash: string;
}
