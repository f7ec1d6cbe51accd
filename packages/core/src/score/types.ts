import type { Points } from '../kernel/points.ts';

/** A standard as its file says it, checked; points in hundredths. */
export interface Standard {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: string;
  /** Where the text comes from and what is not known of it. */
  readonly note: string;
  readonly sheets: readonly Sheet[];
}

/** The sheet for one type of case and procedure. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly type: readonly string[];
  readonly procedure: readonly string[];
  readonly full: Points;
  /** 100 × got ÷ points of what took part; otherwise points are simply taken off. */
  readonly rescale: boolean;
  readonly grades: readonly Grade[];
  readonly sections: readonly Section[];
}

/** A grade and the least total for it; `open` leaves that total itself out. */
export interface Grade {
  readonly name: string;
  readonly from: Points;
  readonly open: boolean;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Sum of its items; null for sections that only take off or add. */
  readonly full: Points | null;
  /** Kinds of document the section is about; empty: it always takes part. */
  readonly documents: readonly string[];
  /** Without such a document: `zero` keeps the points in the denominator and gives none, `exclude` leaves the section out. */
  readonly ifMissing: 'zero' | 'exclude';
  readonly items: readonly Item[];
}

export interface Item {
  readonly id: string;
  readonly title: string;
  /** `deduct` has points to lose; `veto` takes points off the whole; `bonus` adds; `record` only notes. */
  readonly kind: 'deduct' | 'veto' | 'bonus' | 'record';
  readonly full: Points | null;
  readonly charges: readonly Charge[];
  readonly question: Question | null;
  /** Any charge takes all of the item. */
  readonly allOrNothing: boolean;
  /** Kinds of document the item is about; without one it does not take part. */
  readonly documents: readonly string[];
  /** Items that lose everything when this one is charged. */
  readonly zeroes: readonly string[];
}

/** What failing rules cost. */
export interface Charge {
  readonly rules: readonly string[];
  readonly points: Points;
  /** `once` however many findings; `each` for every finding, up to `most`. */
  readonly unit: 'once' | 'each';
  readonly most: Points | null;
}

/** What is put to a person because no rule decides it. */
export interface Question {
  readonly ask: string;
  /** Kinds of document to open. */
  readonly look: readonly string[];
  /** Points that rest on the answer; for a veto 0, see `ItemResult.atStake`. */
  readonly stake: Points;
}

/** A person's decision; it stands beside the machine's and never replaces it. Points are decimals. */
export interface Ruling {
  readonly item: string;
  /** Key of the finding it concerns; without it the ruling answers the item's question. */
  readonly finding?: string;
  readonly verdict: 'upheld' | 'overruled' | 'deduct' | 'no-deduction' | 'not-applicable';
  readonly points?: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export type Mode = 'automatic' | 'assisted' | 'by-hand';

/** How one item came out; points are decimals of the sheet's own scale, before any rescaling. */
export interface ItemResult {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly kind: Item['kind'];
  readonly full: number | null;
  readonly state: 'full' | 'deducted' | 'veto' | 'pending' | 'not-applicable' | 'recorded';
  readonly deducted: number;
  /**
   * Points that rest on what nobody has judged yet. A veto put to a person has 0 here: it would make the lowest possible total of every file
   * zero and say nothing; it is listed as pending all the same.
   */
  readonly atStake: number;
  readonly mode: Mode;
  readonly question: string | null;
  readonly look: readonly string[];
  /** Keys of the findings that bear on it. */
  readonly findings: readonly string[];
  /** What each finding cost, in points of the total. */
  readonly charged: readonly { readonly finding: string; readonly points: number }[];
  readonly reasons: readonly string[];
}

export interface WaterfallStep {
  readonly label: string;
  readonly item: string;
  readonly points: number;
  readonly running: number;
  readonly kind: 'full' | 'deduction' | 'veto' | 'bonus' | 'pending' | 'total';
}

/** A score and what rests on unjudged items: `total` counts them as kept, `low` as lost. Decimals. */
export interface ScoreResult {
  readonly standard: string;
  readonly title: string;
  readonly sheet: string;
  readonly total: number;
  readonly max: number;
  readonly pending: number;
  readonly low: number;
  readonly high: number;
  readonly grade: string | null;
  readonly possibleGrades: readonly string[];
  readonly veto: readonly { readonly item: string; readonly title: string; readonly reasons: readonly string[] }[];
  readonly items: readonly ItemResult[];
  readonly waterfall: readonly WaterfallStep[];
}
