import type { Curable, Severity } from '../../evaluate/types.ts';

/** What a batch is: whose, of when, under which standard. Everything else is worked out from its cases. */
export interface BatchMeta {
  readonly id: string;
  readonly name: string;
  /** Who reviews and signs; null leaves the signature out. */
  readonly organ: string | null;
  /** 发文字号. */
  readonly number: string | null;
  /** Day of the documents, `YYYY-MM-DD`. */
  readonly day: string;
  /** Both ends included. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** Standard to report by; null takes the one every scored case has. */
  readonly standard: string | null;
  /** Units that ought to be there, with other names of theirs; empty: those that the cases name. */
  readonly units: readonly { readonly name: string; readonly aliases: readonly string[] }[];
}

/** One case of a batch, short enough to keep thousands of. */
export interface BatchCase {
  /** Unique within the batch. */
  readonly id: string;
  readonly name: string;
  /** Name of the unit as the papers or the batch have it; null when neither says. */
  readonly unit: string | null;
  readonly type: string | null;
  readonly number: string | null;
  readonly party: string | null;
  /** Day of the decision. */
  readonly day: string | null;
  /** Why it has no result yet; null when it was checked. */
  readonly unchecked: string | null;
  /** What could not be checked in it. */
  readonly notChecked: readonly string[];
  readonly scores: readonly CaseScore[];
  readonly problems: readonly CaseProblem[];
  /** Findings that nothing could be told of. */
  readonly open: number;
  /** Outcomes that indicators ask for, by rule, one for each finding. */
  readonly outcomes: Readonly<Record<string, readonly ('pass' | 'fail' | 'unknown')[]>>;
  /** Facts that indicators ask for and that are there. */
  readonly facts: readonly string[];
  /** Names of natural persons and other personal data known from the papers. */
  readonly personal: readonly Personal[];
  /** Chain of packs and its hash: `national+market@4f2a…`. */
  readonly pack: string;
}

export interface Personal {
  readonly kind: 'name' | 'id-number' | 'phone' | 'address';
  readonly text: string;
}

/** A case's score under one standard; points in hundredths. */
export interface CaseScore {
  readonly standard: string;
  readonly title: string;
  /** Hash of the standard it was made with; null when not recorded. */
  readonly hash: string | null;
  readonly edition: string;
  readonly sheet: string;
  /** False: a veto stops the scoring itself. */
  readonly scored: boolean;
  readonly total: number;
  readonly max: number;
  readonly low: number;
  readonly high: number;
  readonly grade: string | null;
  readonly possibleGrades: readonly string[];
  readonly vetoes: readonly string[];
  /** Vetoes nobody has judged; no total counts them. */
  readonly openVetoes: number;
}

export interface CaseProblem {
  readonly key: string;
  /** Id of the rule, or of the standard's item when a person found it. */
  readonly rule: string;
  readonly title: string;
  readonly message: string;
  readonly class: string;
  /** Title of the theme. */
  readonly theme: string;
  readonly severity: Severity;
  /** 《…》第…条; empty when a person found it. */
  readonly basis: readonly string[];
  readonly advice: string;
  readonly curable: Curable;
  readonly places: readonly Place[];
  /** Points it cost in the first standard, in hundredths; null when no item prices it. */
  readonly points: number | null;
}

export interface Place {
  readonly document: string | null;
  readonly file: string;
  readonly page: number;
}

/** A number of a report and the cases behind it. */
export interface Figure {
  readonly id: string;
  /** What it says, in Chinese: 行政处罚案卷数. */
  readonly label: string;
  /** As a document prints it, without unit: 89, 85.30, 31.46%. */
  readonly text: string;
  readonly unit: string;
  readonly cases: readonly string[];
  /** For a share: cases of the numerator; `cases` are those of the denominator. */
  readonly of?: readonly string[];
}

/** A count and its share of another, as figures' ids. */
export interface Share {
  readonly count: string;
  readonly share: string;
}

export interface GradeCount extends Share {
  readonly grade: string;
  readonly number: number;
}

/** Scores of the cases under one standard with one full mark; totals in hundredths. */
export interface ScoreGroup {
  readonly standard: string;
  readonly title: string;
  readonly hash: string | null;
  readonly max: number;
  readonly cases: readonly string[];
  /** Figures; null when no case was scored. */
  readonly average: RangeFigure | null;
  readonly median: RangeFigure | null;
  readonly best: string | null;
  readonly worst: string | null;
  readonly grades: readonly GradeCount[];
  /** Cases whose grade waits for people. */
  readonly undecided: Share | null;
  /** Cases with points that wait for people. */
  readonly pending: string | null;
  readonly vetoed: Share | null;
  /** Cases with a veto that waits for people. */
  readonly openVetoes: string | null;
  /** Cases a veto keeps from being scored. */
  readonly unscored: string | null;
  /** Bands of ten hundredths of the full mark, best first. */
  readonly bands: readonly (Share & { readonly label: string; readonly number: number })[];
}

/** A value that people may still move: figures of the lowest and highest; the same figure twice when nothing is open. */
export interface RangeFigure {
  readonly low: string;
  readonly high: string;
  readonly settled: boolean;
}

export interface UnitSummary {
  readonly name: string;
  readonly cases: readonly string[];
  readonly count: string;
  readonly unchecked: readonly string[];
  readonly groups: readonly ScoreGroup[];
  readonly problems: string;
  readonly problemNumber: number;
  /** Problems a case, two decimals; null without checked cases. */
  readonly perCase: string | null;
  readonly clean: string;
  /** Points of each case in the first group, for the dots. */
  readonly dots: readonly { readonly case: string; readonly low: number; readonly high: number }[];
}

export interface ClassCount extends Share {
  readonly id: string;
  readonly title: string;
  readonly number: number;
  readonly themes: readonly { readonly title: string; readonly number: number; readonly count: string }[];
  /** Its most frequent items. */
  readonly items: readonly ItemCount[];
}

export interface ItemCount {
  readonly rule: string;
  readonly title: string;
  readonly class: string;
  readonly number: number;
  /** Cases that have it. */
  readonly count: string;
  readonly share: string;
  readonly basis: readonly string[];
  readonly examples: readonly { readonly case: string; readonly problem: CaseProblem }[];
}

export interface IndicatorResult {
  readonly id: string;
  readonly title: string;
  readonly note: string | null;
  readonly kind: 'kept' | 'missed' | 'count';
  /** Figures; `share` and `all` null for a count, and when nothing could be told. */
  readonly share: string | null;
  readonly number: string;
  readonly all: string | null;
  /** Of those concerned, how many could not be told; null when none. */
  readonly unknown: string | null;
  /** Numerator and denominator as numbers. */
  readonly of: readonly [number, number];
}

export interface Trend {
  /** Why the two are not compared; null when they are. */
  readonly incomparable: string | null;
  readonly name: string;
  readonly rows: readonly TrendRow[];
  /** What may move the figures besides the files; null when nothing. */
  readonly caution: string | null;
}

export interface TrendRow {
  readonly label: string;
  readonly unit: string;
  readonly before: string;
  readonly now: string;
  /** With sign, two decimals: +1.20. */
  readonly change: string;
  /** Figure of the present batch. */
  readonly figure: string;
}

/** Everything a report of a batch may say, worked out once. The same cases give the same model, byte by byte. */
export interface BatchModel {
  readonly meta: BatchMeta;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly cases: readonly BatchCase[];
  readonly units: readonly UnitSummary[];
  /** Units named in the batch of which there is no file. */
  readonly absentUnits: readonly string[];
  readonly unchecked: readonly BatchCase[];
  readonly types: readonly { readonly type: string; readonly label: string; readonly count: string }[];
  readonly groups: readonly ScoreGroup[];
  readonly classes: readonly ClassCount[];
  /** The ten most frequent. */
  readonly items: readonly ItemCount[];
  readonly problems: string;
  readonly problemNumber: number;
  readonly perCase: string | null;
  readonly clean: Share | null;
  readonly indicators: readonly IndicatorResult[];
  readonly trend: Trend | null;
  /** Sentences about what these figures do not cover. */
  readonly notes: readonly string[];
  readonly basis: { readonly packs: readonly string[]; readonly data: string };
}
