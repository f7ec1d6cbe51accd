export type { DatedArticle, TextOf } from './basis-lines.ts';
export { type BatchOptions, buildBatch, EmptyBatch } from './batch/build.ts';
export { type Indicator, loadReportData, type ReportData } from './batch/data.ts';
export { decimal } from './batch/figures.ts';
export { type BatchFile, completeMeta, readBatchFile } from './batch/meta.ts';
export { acceptResult, type CaseResult, condense, resultFormat, scoresOf } from './batch/result.ts';
export type * from './batch/types.ts';
export { unknownUnit } from './batch/units.ts';
export { type Comparison, compareScores } from './compare.ts';
export { officialHtml, officialStyle } from './html.ts';
export * from './official.ts';
export { buildReport, buildUnchecked, type Reported, scoreInWords, textReport } from './report.ts';
export { recordOf as sheetRecordOf, type ScoreSheet, scoreSheet } from './score-sheet.ts';
export { scoreSheetDocument } from './score-sheet-document.ts';
export {
  type Composed,
  type ComposeOptions,
  compose,
  composeSheets,
  composeTables,
  editionOf,
  type ReportKind,
  reportKinds,
} from './texts/compose.ts';
export type { PersonalHit } from './texts/protect.ts';
export type { Edition } from './texts/writer.ts';
export { buildTimeline, type Timeline, type TimelinePeriod, type TimelineStep } from './timeline.ts';
export { type Mismatch, type ReadParagraph, type Verification, verifyReport } from './verify.ts';
