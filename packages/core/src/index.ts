export {
  type Checked,
  type CheckOptions,
  checkRecord,
  countingFindings,
  extractCase,
  type Judged,
  judgeRecord,
  type PackUsed,
  packFor,
} from './check/check.ts';
export * from './documents/index.ts';
export { type Blocking, blockingOf } from './evaluate/blocked.ts';
export { type CaseResult as RuleCaseResult, runCasesOf, runRuleCases } from './evaluate/cases.ts';
export { type AgencyProfile, createEvaluator, type Evaluation, type Evaluator, evaluate } from './evaluate/evaluate.ts';
export { inWords } from './evaluate/explain.ts';
export { isDefect } from './evaluate/finding.ts';
export type * from './evaluate/types.ts';
export { buildCalendar, type WorkCalendar, type YearCalendar } from './kernel/calendar.ts';
export { type Count, type CountedDay, countBack, countPeriod, type DayRole } from './kernel/count.ts';
export { addMonths, type Day, type DayNumber, dayNumber, dayText, weekday } from './kernel/day.ts';
export { digest } from './kernel/digest.ts';
export { foldName, sameBody } from './kernel/names.ts';
export { nearest } from './kernel/nearest.ts';
export { inForce, type Parameter } from './kernel/parameter.ts';
export { elapsed, fullDaysBetween, lastDay, type PeriodUnit, periodUnits } from './kernel/period.ts';
export { fromPoints, type Points, toPoints } from './kernel/points.ts';
export type { Truth } from './kernel/truth.ts';
export { foldTitle, lawNamed, repealedOn, versionOn } from './laws/names.ts';
export { type Article as StatuteArticle, lawOfText, readStatute } from './laws/statute.ts';
export { buildBook, type RuleBook } from './packs/book.ts';
export {
  calculateDays,
  type DaysAnswer,
  type DaysProblem,
  type DaysQuestion,
  type DaysUnit,
  daysUnits,
} from './packs/calculator.ts';

export { recordOf } from './packs/cases.ts';
export { choosePacks, type PackChoice } from './packs/choose.ts';
export { articleInWords, inChineseNumerals } from './packs/citation.ts';
export type { Plan, PlannedRule } from './packs/compile.ts';
export { type Coverage, type CoverageStatus, type Covered, coverageOf, coverageStatuses } from './packs/coverage.ts';
export type { Ground } from './packs/governing.ts';
export { loadPack } from './packs/load.ts';
export type { PackManifest } from './packs/manifest.ts';
export { problemLine, RuleMistakes } from './packs/mistakes.ts';
export { requirementTypes } from './packs/requirements.ts';
export { type ResolvedPack, UnknownPack } from './packs/resolve.ts';
export { ruleSchema } from './packs/schema.ts';
export type { PackShelf, ShelvedRule } from './packs/shelf.ts';
export { type Problem, readSource, type Source } from './packs/source.ts';
export type {
  Law,
  Pack,
  Requirement,
  RequirementType,
  ReviewQuestion,
  Rule,
  RuleCase,
  RuleVersion,
} from './packs/types.ts';
export { acceptRecord, type RecordProblem, recordSchema } from './record/accept.ts';
export { acceptAgency } from './record/agency.ts';
export { writeAgency } from './record/agency-file.ts';
export {
  type AgencyMapping,
  type AgencyTable,
  dayIn,
  type ImportedAgency,
  importAgency,
  type TableKind,
  tableKinds,
} from './record/agency-import.ts';
export {
  codesIn,
  type Dictionary,
  type FactEntry,
  type FactType,
  type Kind,
  type Kinds,
  labelOf,
  plainLabel,
} from './record/dictionary.ts';
export { readRecord, recordProblemLine, tooLong } from './record/json.ts';
export { isOn, placesOf } from './record/places.ts';
export type * from './record/types.ts';
export { type Gap, gapsOf, lostInWords, placeOf, unreadPage, unreadWord } from './record/unread.ts';
export * from './report/index.ts';
export { rulingProblem } from './score/answer.ts';
export { diffStandards, type StandardDiff } from './score/diff.ts';
export { modeOf } from './score/item.ts';
export { exampleRecord, examplesFindings } from './score/load/examples.ts';
export { keyOf, knownOf, loadCheckPoints, loadOne, loadStandards, standardNamed } from './score/load/library.ts';
export { type Loaded, loadGrades, loadStandard } from './score/load/load.ts';
export { checkPointSchema, sheetSchema, standardSchema } from './score/load/schema.ts';
export { type ScoreOptions, score, sheetFor, whatIf } from './score/score.ts';
export { itemsOf, type StandardCard, sharesOf, sheetSummary, standardCard } from './score/shares.ts';
export { readRulings } from './score/short.ts';
export type * from './score/types.ts';
export { rankUnits, scoreUnit, type UnitResult } from './score/unit.ts';
export { effectInWords, priceInWords, unitWords } from './score/words.ts';
