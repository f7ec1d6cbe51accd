import type { Points } from '../kernel/points.ts';

/** A grade and the totals it stands for, both ends included; `to` null where nothing bounds it. */
export interface Grade {
  readonly name: string;
  readonly from: Points;
  readonly to: Points | null;
}

/** What a unit gets for all its files together, beside the files' own scores. */
export interface UnitSheet {
  readonly title: string;
  /** Where the count starts: the files' average or sum, or so many points. */
  readonly start: 'average' | 'sum' | Points;
  /** Averages of kinds of file weighed against each other; kinds without a file leave their weight to the rest. Empty: all files alike. */
  readonly weights: readonly { readonly sheets: readonly string[]; readonly weight: number }[];
  /** Best and worst files left out of the average, so many at each end. */
  readonly drop: number;
  readonly items: readonly UnitItem[];
  readonly floor: Points | null;
  readonly cap: Points | null;
  readonly step: Points;
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
