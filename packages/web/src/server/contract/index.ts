/** The shapes of the HTTP API as types, for the client: types only, so that no code of the server reaches the browser. */
import type * as agencies from './agencies.ts';
import type * as batches from './batches.ts';
import type * as cases from './cases.ts';
import type * as judgement from './judgement.ts';
import type * as law from './law.ts';
import type * as requests from './requests.ts';
import type * as rules from './rules.ts';
import type * as scoring from './scoring.ts';
import type { failure, Wire } from './shape.ts';

export type { Phrase } from './rules.ts';

export type CaseSummary = Wire<typeof cases.caseSummary>;
export type CaseDetail = Wire<typeof cases.caseDetail>;
export type CaseList = Wire<typeof cases.caseList>;
export type OneCase = Wire<typeof cases.oneCase>;
export type OneDetail = Wire<typeof cases.oneDetail>;
export type StoredFile = Wire<typeof cases.storedFile>;
export type Correction = Wire<typeof cases.correction>;

export type AgencySummary = Wire<typeof agencies.agencySummary>;
export type AgencyList = Wire<typeof agencies.agencyList>;
export type OneAgency = Wire<typeof agencies.oneAgency>;
export type AgencyImport = Wire<typeof agencies.agencyImport>;

export type NewBatch = Wire<typeof batches.newBatch>;
export type BatchSummary = Wire<typeof batches.batchSummary>;
export type BatchList = Wire<typeof batches.batchList>;
export type OneBatch = Wire<typeof batches.oneBatch>;
export type BatchDetail = Wire<typeof batches.batchDetail>;
export type ExportRequest = Wire<typeof batches.exportRequest>;
export type ExportState = Wire<typeof batches.exportState>;
export type PersonalCheck = Wire<typeof batches.personalCheck>;
export type ReportPhrases = Wire<typeof batches.phrases>;
export type PhrasesPreview = Wire<typeof batches.preview>;

export type ScoreResult = Wire<typeof judgement.scoreResult>;
export type ItemResult = Wire<typeof judgement.itemResult>;
export type WaterfallStep = Wire<typeof judgement.waterfallStep>;
export type Ruling = Wire<typeof judgement.ruling>;
export type ChangeSet = Wire<typeof judgement.changeSet>;
export type Timeline = Wire<typeof judgement.timeline>;

export type NewFact = Wire<typeof requests.newFact>;
export type NewMark = Wire<typeof requests.newMark>;
export type StoredMark = Wire<typeof requests.storedMark>;
export type NewRuling = Wire<typeof requests.newRuling>;

export type CoverageList = Wire<typeof law.coverage>;
export type CoveredRow = Wire<typeof law.covered>;
export type LawSummary = Wire<typeof law.lawSummary>;
export type LawList = Wire<typeof law.lawList>;
export type ArticleText = Wire<typeof law.articleText>;
export type DaysAsked = Wire<typeof law.daysQuestion>;
export type DaysReply = Wire<typeof law.daysAnswer>;

export type RuleSummary = Wire<typeof rules.ruleSummary>;
export type RuleDetail = Wire<typeof rules.ruleDetail>;
export type RuleList = Wire<typeof rules.ruleList>;
export type StandardSummary = Wire<typeof rules.standardSummary>;
export type StandardDetail = Wire<typeof rules.standardDetail>;
export type StandardList = Wire<typeof rules.standardList>;
export type Sample = Wire<typeof rules.sample>;
export type SampleList = Wire<typeof rules.sampleList>;
export type NameBook = Wire<typeof rules.dictionary>;
export type Failure = Wire<typeof failure>;
export type { DrawingItem, PageDrawing } from '@anjuan/intake';
export type { LedgerMade, LedgerView } from './ledger.ts';

export type Scores = Wire<typeof scoring.scores>;
export type WhatIf = Wire<typeof scoring.whatIf>;
export type ScoreSheets = Wire<typeof scoring.sheets>;
export type DiffOfStandards = Wire<typeof scoring.diff>;
