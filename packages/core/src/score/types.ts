import type { Points } from '../kernel/points.ts';
import type { Formula } from './formula.ts';
import type { Grade, UnitSheet } from './unit-types.ts';

export type * from './formula.ts';
export type * from './results.ts';
export type * from './unit-types.ts';

/** A standard as its files say it, checked; points in hundredths. */
export interface Standard {
  readonly id: string;
  /** Which edition; with the id it names one text of the standard, `id@edition`. */
  readonly edition: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: string;
  /** Half-open days between which files are scored under this edition; null: no bound. */
  readonly from: string | null;
  readonly to: string | null;
  /** Where the text comes from and what is not known of it. */
  readonly note: string;
  /** True for a part of a published sheet: for trying the format, never shown as the whole standard. */
  readonly excerpt: boolean;
  /** Place in lists; the first is the one used where none is named. */
  readonly order: number;
  /** True for a sheet that is put beside another standard, not instead of one. */
  readonly supplement: boolean;
  /** SHA-256 of what the files say, check points included: names exactly what a score was made with. */
  readonly hash: string;
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
  /** 0 for a list of problems without points. */
  readonly full: Points;
  /** True: problems are listed and nothing is scored. */
  readonly listOnly: boolean;
  readonly total: Formula;
  readonly rounding: Rounding;
  readonly grades: readonly Grade[];
  /** A finding costs only in the item where it costs most. */
  readonly noDouble: boolean;
  readonly sections: readonly Section[];
}

/** Totals are rounded to a multiple of `step` hundredths: 1 for two decimals. */
export interface Rounding {
  readonly step: Points;
  readonly way: 'half-up' | 'down' | 'up';
}

/** A condition over papers, findings and facts that are written down; what the law asks is said in rules, not here. */
export type When =
  /** One of these papers is in the file. */
  | { readonly is: 'document'; readonly kinds: readonly string[] }
  /** Every rule passes. */
  | { readonly is: 'passes'; readonly rules: readonly string[] }
  /** Some rule fails. */
  | { readonly is: 'fails'; readonly rules: readonly string[] }
  /** Some rule concerns the case at all. */
  | { readonly is: 'applies'; readonly rules: readonly string[] }
  /** A fact of the record has one of these values; unknown while the fact is. */
  | { readonly is: 'fact'; readonly path: string; readonly values: readonly (string | number | boolean)[] }
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
  /** Papers that stand in for an absent one, where `when` holds. */
  readonly equivalents: { readonly documents: readonly string[]; readonly when: When | null } | null;
}

export interface Section extends Presence {
  readonly id: string;
  readonly title: string;
  /** Points of the section; more than its items' sum where some items draw on the rest together. Null: it only takes off or adds. */
  readonly full: Points | null;
  /** No more than this is lost in the section. */
  readonly most: Points | null;
  /** Items add up, or only the heaviest counts. */
  readonly together: 'sum' | 'worst';
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
  /** Points to lose or get; null for deductions that draw on the section or on the whole, and for records. */
  readonly full: Points | null;
  /** Without points of its own: it loses no more than this. */
  readonly most: Points | null;
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
  /** Strikes by what became of other items instead of by rules. */
  readonly tally: Tally | null;
  /** Ids of the check points it is bound to. */
  readonly checks: readonly string[];
}

/** A bound on what other items came to: so many items or places charged, so many points lost or kept, such a share kept. */
export interface Tally {
  /** Ids of sections and items. */
  readonly of: readonly string[];
  readonly measure: 'items' | 'places' | 'lost' | 'got' | 'rate';
  readonly from: number | null;
  readonly above: number | null;
  readonly to: number | null;
  readonly below: number | null;
}

export type Effect =
  | { readonly is: 'points'; readonly points: Points }
  /** The whole file gets nothing. */
  | { readonly is: 'zero' }
  /** The file is not scored at all and has this grade. */
  | { readonly is: 'unscored'; readonly grade: string | null }
  /** No better grade than this. */
  | { readonly is: 'cap'; readonly grade: string }
  /** So many grades worse. */
  | { readonly is: 'lower'; readonly by: number }
  /** No more points than this. */
  | { readonly is: 'limit'; readonly points: Points }
  /** Only this share of what was reached, in hundredths of a per cent. */
  | { readonly is: 'share'; readonly share: number };

/** A sub-quota of an item: its charges take no more than its points. */
export interface Part {
  readonly title: string;
  readonly full: Points;
  readonly allOrNothing: boolean;
}

/**
 * How often a price falls: once; for every failing rule; for every thing missing, place, page, paper, person; for every day over a period; for
 * every time it happened.
 */
export const units = [
  'once',
  'per-rule',
  'per-item',
  'per-place',
  'per-page',
  'per-document',
  'per-person',
  'per-day',
  'per-time',
] as const;
export type Unit = (typeof units)[number];

/** What a circumstance costs; for awards and bonuses, what it brings. */
export interface Price {
  readonly points: Points;
  /** Where a person fixes the amount, from `points` to this: only `points` are decided until then. */
  readonly upTo: Points | null;
  readonly unit: Unit;
  readonly most: Points | null;
  /** So many are let pass before the price falls. */
  readonly free: number;
  /** Price of all together by how many there are: the last step reached counts. Empty: `points` for each. */
  readonly tiers: readonly { readonly from: number; readonly points: Points }[];
  /** Place in `Item.parts`; null: the item itself. */
  readonly part: number | null;
  /** Veto that is charged as well: the defect is one of legality. */
  readonly escalateTo: string | null;
  /** Only from so many on. */
  readonly escalateFrom: number;
  readonly zeroes: readonly string[];
}

/** What failing rules cost; for awards and bonuses, what passing ones bring. */
export interface Charge extends Price {
  readonly rules: readonly string[];
  /** Only where this holds. */
  readonly when: When | null;
  readonly exemptWhen: When | null;
}

/** What a person finds. */
export interface Answer extends Price {
  readonly label: string;
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
  /** Whether one answer is chosen or several are marked. */
  readonly choose: 'one' | 'several';
  readonly range: readonly [Points, Points] | null;
  readonly unit: Unit;
  /** Points for each page, paper, person or place counted; null where the answer is in points. */
  readonly per: Points | null;
}

/** One thing to look at, shared by standards: the rules that decide it and what is asked where none does. */
export interface CheckPoint {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly string[];
  readonly ask: string | null;
  readonly look: readonly string[];
}
