/**
 * A person's decision; it stands beside the machine's and never replaces it. Points are decimals: taken off, or for a bonus given.
 *
 * On a finding: `overruled`, `no-deduction` and `not-applicable` let it fall, `deduct` makes it a defect (at `points`, else at the sheet's
 * price), `upheld` leaves it as it is. Without one, on an item: `deduct` and `no-deduction` answer its question and close what the machine
 * could not tell, `overruled` lets all machine deductions of the item fall, `upheld` keeps them, `not-applicable` leaves the item out.
 */
export interface Ruling {
  readonly item: string;
  /** Key of the finding it concerns; without it the ruling answers the item's question. */
  readonly finding?: string;
  /** Id of the standard whose item it is; absent: of whichever is scored. Another standard hears only what is said of a finding. */
  readonly standard?: string;
  readonly verdict: 'upheld' | 'overruled' | 'deduct' | 'no-deduction' | 'not-applicable';
  readonly points?: number;
  /** Of an item that is asked about: how many places, pages, papers or persons, at the sheet's price. */
  readonly count?: number;
  /** Which of the sheet's answers were found, each so many times; `points` where a person fixes the price. */
  readonly marks?: readonly Mark[];
  /** Of an award: points got, instead of lost. */
  readonly got?: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One of the answers a sheet permits, by its label. */
export interface Mark {
  readonly answer: string;
  readonly count?: number;
  readonly points?: number;
}

export type Mode = 'automatic' | 'assisted' | 'by-hand';

/** What a person may answer; points are decimals. */
export interface Permitted {
  readonly answers: readonly {
    readonly label: string;
    readonly points: number;
    /** Upper end where a person fixes the points. */
    readonly upTo: number | null;
    readonly unit: string;
    readonly most: number | null;
  }[];
  readonly choose: 'one' | 'several';
  readonly range: readonly [number, number] | null;
  readonly unit: string;
  readonly per: number | null;
}

/** How one item came out; points are decimals of the sheet's own scale, before any rescaling. */
export interface ItemResult {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly kind: 'deduct' | 'award' | 'veto' | 'bonus' | 'record';
  readonly full: number | null;
  readonly state: 'full' | 'deducted' | 'veto' | 'pending' | 'not-applicable' | 'recorded';
  /** Points lost; for a bonus, points given. */
  readonly deducted: number;
  /** What a veto does, in words; null for other items. */
  readonly effect: string | null;
  /**
   * Points that rest on what nobody has judged yet. A veto has 0 here, whether it waits for a person or for a fact: it would make the lowest
   * possible total of nearly every file zero and say nothing. It is listed as pending all the same, with `kind: 'veto'`; so `low` speaks of
   * the items with points alone.
   */
  readonly atStake: number;
  readonly mode: Mode;
  readonly question: string | null;
  readonly look: readonly string[];
  readonly permitted: Permitted | null;
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
  readonly edition: string;
  /** Hash of the standard it was made with. */
  readonly hash: string;
  readonly title: string;
  readonly sheet: string;
  readonly sheetTitle: string;
  /** False: a veto stops the scoring itself, which is not the same as zero points; `total` is then 0. */
  readonly scored: boolean;
  readonly total: number;
  readonly max: number;
  readonly pending: number;
  readonly low: number;
  /** The total with every bonus that is still open. */
  readonly high: number;
  readonly grade: string | null;
  readonly possibleGrades: readonly string[];
  readonly veto: readonly { readonly item: string; readonly title: string; readonly reasons: readonly string[] }[];
  /** Vetoes nobody has judged; no total, lowest or highest, counts them. */
  readonly openVetoes: readonly { readonly item: string; readonly title: string }[];
  readonly items: readonly ItemResult[];
  readonly waterfall: readonly WaterfallStep[];
}
