import type { Points } from '../kernel/points.ts';

export type * from './results.ts';

/** A standard as its file says it, checked; points in hundredths. */
export interface Standard {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: string;
  /** Where the text comes from and what is not known of it. */
  readonly note: string;
  /** True for a part of a published sheet: for trying the format, never shown as the whole standard. */
  readonly excerpt: boolean;
  readonly sheets: readonly Sheet[];
  /** What a whole unit gets for its files; null where the standard says nothing of units. */
  readonly unit: UnitSheet | null;
}

/** The sheet for one type of case and procedure. */
export interface Sheet {
  readonly id: string;
  readonly title: string;
  readonly type: readonly string[];
  readonly procedure: readonly string[];
  /** Further condition, such as a decision not to punish being in the file. */
  readonly when: When | null;
  readonly full: Points;
  readonly total: Formula;
  /** Totals are rounded half up to this many points, in hundredths: 1 for two decimals. */
  readonly step: Points;
  readonly grades: readonly Grade[];
  readonly sections: readonly Section[];
}

/** How a total is made of sections; worked out exactly and rounded once. Vetoes come off afterwards, then nothing below zero. */
export type Formula =
  | { readonly is: 'points'; readonly points: Points }
  /** `of` × points got ÷ points of the items that took part; `of` when none did. */
  | { readonly is: 'rate'; readonly sections: readonly string[]; readonly of: Points }
  /** Full marks less what was lost; items that did not take part count as kept. */
  | { readonly is: 'got'; readonly sections: readonly string[] }
  /** What was lost in the sections, taken off. */
  | { readonly is: 'less'; readonly sections: readonly string[] }
  /** Bonus items of the sections, up to `cap`. */
  | { readonly is: 'bonus'; readonly sections: readonly string[]; readonly cap: Points | null }
  | {
      readonly is: 'sum';
      readonly parts: readonly Formula[];
      readonly floor: Points | null;
      readonly cap: Points | null;
    };

/** A grade and the totals it stands for, both ends included; `to` null where nothing bounds it. */
export interface Grade {
  readonly name: string;
  readonly from: Points;
  readonly to: Points | null;
}

/** A condition over papers and findings; closed on purpose: what the law asks is said in rules, not here. */
export type When =
  /** One of these papers is in the file. */
  | { readonly is: 'document'; readonly kinds: readonly string[] }
  /** Every rule passes. */
  | { readonly is: 'passes'; readonly rules: readonly string[] }
  /** Some rule fails. */
  | { readonly is: 'fails'; readonly rules: readonly string[] }
  /** Some rule concerns the case at all. */
  | { readonly is: 'applies'; readonly rules: readonly string[] }
  | { readonly is: 'all' | 'any'; readonly of: readonly When[] }
  | { readonly is: 'not'; readonly of: When };

/** Without the paper: `zero` gives no points and stays in the denominator, `exclude` leaves it, `keep` judges the items all the same. */
export type IfMissing = 'zero' | 'exclude' | 'keep';

/** When a section or an item takes part. */
export interface Presence {
  /** Kinds of document it is about; empty: none in particular. */
  readonly documents: readonly string[];
  readonly ifMissing: IfMissing;
  /** True: the paper had to be there, so that its absence costs all points whatever `ifMissing` says. */
  readonly requiredWhen: When | null;
  /** False: it leaves the denominator. */
  readonly appliesWhen: When | null;
}

export interface Section extends Presence {
  readonly id: string;
  readonly title: string;
  /** Sum of its items; null for sections that only take off or add. */
  readonly full: Points | null;
  readonly items: readonly Item[];
}

export interface Item extends Presence {
  readonly id: string;
  readonly title: string;
  /**
   * `deduct` loses points for what fails; `award` gets them only for what passes; `veto` strikes the whole; `bonus` adds outside the
   * denominator; `record` only notes.
   */
  readonly kind: 'deduct' | 'award' | 'veto' | 'bonus' | 'record';
  /** Points to lose or get; null for deductions without such a bound, and for records. */
  readonly full: Points | null;
  /** What a veto does. */
  readonly effect: Effect | null;
  readonly parts: readonly Part[];
  readonly charges: readonly Charge[];
  readonly question: Question | null;
  /** Any charge takes all of the item. */
  readonly allOrNothing: boolean;
  /** Several charges add up, or only the worst counts. */
  readonly together: 'sum' | 'worst';
  /** True: what fails here is forgiven. */
  readonly exemptWhen: When | null;
  /** Items, or sections as a whole, that lose everything when this one is charged. */
  readonly zeroes: readonly string[];
}

export type Effect =
  | { readonly is: 'points'; readonly points: Points }
  /** The whole file gets nothing. */
  | { readonly is: 'zero' }
  /** The file is not scored at all and has this grade. */
  | { readonly is: 'unscored'; readonly grade: string | null }
  /** No better grade than this. */
  | { readonly is: 'cap'; readonly grade: string };

/** A sub-quota of an item: its charges take no more than its points. */
export interface Part {
  readonly title: string;
  readonly full: Points;
  readonly allOrNothing: boolean;
}

/** How often a charge falls: once; for every failing rule; for every finding and each thing it names as missing; per page, paper, person. */
export const units = ['once', 'per-rule', 'per-item', 'per-page', 'per-document', 'per-person'] as const;
export type Unit = (typeof units)[number];

/** What failing rules cost; for awards and bonuses, what passing ones bring. */
export interface Charge {
  readonly rules: readonly string[];
  readonly points: Points;
  /** Where a person fixes the amount, from `points` to this: only `points` are decided until then. */
  readonly upTo: Points | null;
  readonly unit: Unit;
  readonly most: Points | null;
  /** Place in `Item.parts`; null: the item itself. */
  readonly part: number | null;
  readonly exemptWhen: When | null;
  /** Veto that is charged as well: the defect is one of legality. */
  readonly escalateTo: string | null;
  readonly zeroes: readonly string[];
}

/** What is put to a person because no rule decides it. */
export interface Question {
  readonly ask: string;
  /** Kinds of document to open. */
  readonly look: readonly string[];
  /** Points that rest on the answer; for a veto 0, see `ItemResult.atStake`. */
  readonly stake: Points;
  /** Permitted answers; empty: any points within the range. */
  readonly answers: readonly Answer[];
  readonly range: readonly [Points, Points] | null;
  readonly unit: Unit;
  /** Points for each page, paper, person or place counted; null where the answer is in points. */
  readonly per: Points | null;
}

export interface Answer {
  readonly label: string;
  readonly points: Points;
  readonly escalateTo: string | null;
}

/** What a unit gets for all its files together, beside the files' own scores. */
export interface UnitSheet {
  readonly title: string;
  /** Where the count starts: the files' average, or so many points. */
  readonly start: 'average' | Points;
  readonly items: readonly UnitItem[];
  readonly floor: Points | null;
  readonly cap: Points | null;
  readonly grades: readonly Grade[];
  /** What decides between units, in order. */
  readonly rank: readonly ('total' | 'average' | 'sum')[];
}

/** Points a unit gets or loses: so many for each of a measure, or by the first row whose bounds all hold. */
export interface UnitItem {
  readonly id: string;
  readonly title: string;
  readonly each: { readonly measure: string; readonly points: Points } | null;
  readonly rows: readonly UnitRow[];
  /** Bounds of what the item may come to. */
  readonly least: Points | null;
  readonly most: Points | null;
}

export interface UnitRow {
  readonly points: Points;
  readonly where: readonly Bound[];
}

/** A measure within bounds: `cases`, `average`, `sum`, `lowest`, `grade.优秀`, `share.合格`, or a figure supplied. */
export interface Bound {
  readonly measure: string;
  readonly from: number | null;
  readonly above: number | null;
  readonly to: number | null;
  readonly below: number | null;
}
