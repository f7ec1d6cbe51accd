import type { FactValue } from '../../record/types.ts';
import type { ShortAnswer } from '../short.ts';
import type { Unit } from '../types.ts';

/** A standard as it stands in YAML; shapes are those of `schema.ts`. Points are decimals, or a share of a section's or item's points. */
export type RawPoints = number | { readonly percent: number; readonly of: string | number };

type Id = string | number;

export interface RawStandard {
  readonly id: string;
  readonly edition?: string | number;
  readonly title: string;
  readonly issuer: string;
  readonly year: string | number;
  readonly from?: string;
  readonly to?: string;
  readonly note?: string;
  readonly excerpt?: boolean;
  readonly supplement?: boolean;
  readonly order?: number;
  readonly grades?: readonly RawGrade[];
  /** Sheets, or names of files beside this one that hold a sheet each. */
  readonly sheets: readonly (RawSheet | string)[];
  readonly unit?: RawUnit;
  readonly examples?: readonly RawExample[];
}

/** A case worked out by its author: what fails and what people find, and what it comes to. */
export interface RawExample {
  readonly name: string;
  readonly sheet?: string;
  /** Kinds of paper in the file; otherwise all the sheet speaks of, but those `absent`. */
  readonly papers?: readonly string[];
  readonly absent?: readonly string[];
  readonly facts?: Readonly<Record<string, FactValue>>;
  /** Rules that fail, that cannot tell, and that leave the case aside; all others pass. */
  readonly fails?: readonly string[];
  readonly open?: readonly string[];
  readonly outside?: readonly string[];
  readonly answers?: Readonly<Record<string, ShortAnswer>>;
  readonly total?: number;
  readonly low?: number;
  readonly high?: number;
  readonly grade?: string | null;
  readonly scored?: boolean;
}

export interface RawBounds {
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly below?: number;
}

export interface RawGrade extends RawBounds {
  readonly name: string;
}

export interface RawSheet {
  readonly id: string;
  readonly title: string;
  readonly applies?: {
    readonly type?: readonly string[];
    readonly procedure?: readonly string[];
    readonly when?: RawWhen;
  };
  readonly full?: number;
  readonly 'list-only'?: boolean;
  readonly rescale?: boolean;
  readonly floor?: number;
  readonly cap?: number;
  readonly 'bonus-cap'?: number;
  readonly total?: readonly RawFormula[];
  readonly decimals?: 0 | 1 | 2;
  readonly round?: 'half-up' | 'down' | 'up';
  readonly 'no-double'?: boolean;
  readonly grades?: readonly RawGrade[];
  readonly sections: readonly (RawSection | RawSame)[];
}

/** The same section as in another sheet of the standard, `SHEET.SECTION`. */
export interface RawSame {
  readonly 'same-as': string;
}

export interface RawFormula {
  readonly points?: number;
  readonly rate?: readonly string[];
  readonly plus?: readonly string[];
  readonly of?: number;
  readonly got?: readonly string[];
  readonly less?: readonly string[];
  readonly most?: number;
  readonly bonus?: readonly string[];
  readonly sum?: readonly RawFormula[];
  readonly min?: readonly RawFormula[];
  readonly max?: readonly RawFormula[];
  readonly product?: readonly RawFormula[];
  readonly average?: readonly RawFormula[];
  readonly percent?: number;
  readonly floor?: number;
  readonly cap?: number;
  readonly decimals?: 0 | 1 | 2;
  readonly weight?: number;
}

export interface RawWhen {
  readonly document?: string | readonly string[];
  readonly passes?: readonly string[];
  readonly fails?: readonly string[];
  readonly applies?: readonly string[];
  readonly fact?: { readonly path: string; readonly is: readonly (string | number | boolean)[] };
  readonly all?: readonly RawWhen[];
  readonly any?: readonly RawWhen[];
  readonly not?: RawWhen;
}

export interface RawPresence {
  readonly documents?: readonly string[];
  readonly 'if-missing'?: 'zero' | 'exclude' | 'keep';
  readonly 'required-when'?: RawWhen;
  readonly 'applies-when'?: RawWhen;
  readonly equivalents?: { readonly documents: readonly string[]; readonly when?: RawWhen };
}

export interface RawSection extends RawPresence {
  readonly id: string;
  readonly title: string;
  readonly full?: number;
  readonly most?: number;
  readonly together?: 'sum' | 'worst';
  readonly items: readonly RawItem[];
}

export interface RawPriced {
  readonly points?: RawPoints;
  readonly range?: readonly [number, number];
  readonly unit?: Unit;
  readonly most?: number;
  readonly free?: number;
  readonly tiers?: readonly { readonly from: number; readonly points: RawPoints }[];
  readonly 'escalate-to'?: Id;
  readonly 'escalate-from'?: number;
  readonly zeroes?: readonly Id[];
}

export interface RawCharge extends RawPriced {
  readonly rules?: readonly string[];
  readonly check?: string | readonly string[];
  readonly when?: RawWhen;
  readonly 'exempt-when'?: RawWhen;
}

/** Charges written out, or one charge in short. */
export interface RawCharged {
  readonly charges?: readonly RawCharge[];
  readonly rules?: readonly string[];
  readonly check?: string | readonly string[];
  readonly range?: readonly [number, number];
  readonly per?: RawPoints;
  readonly unit?: Unit;
  readonly max?: number;
  readonly free?: number;
  readonly tiers?: RawPriced['tiers'];
}

export interface RawItem extends RawPresence, RawCharged {
  readonly id: Id;
  readonly title: string;
  readonly kind?: 'deduct' | 'award' | 'veto' | 'bonus' | 'record';
  readonly full?: number;
  readonly most?: number;
  readonly points?: RawPoints;
  readonly effect?: 'zero' | 'unscored';
  readonly grade?: string;
  readonly 'cap-grade'?: string;
  readonly 'lower-grade'?: number;
  readonly 'cap-points'?: number;
  readonly share?: number;
  readonly parts?: readonly RawPart[];
  readonly question?: string | RawQuestion;
  readonly ask?: string;
  readonly look?: readonly string[];
  readonly answers?: readonly RawAnswer[];
  readonly stake?: number;
  readonly 'all-or-nothing'?: boolean;
  readonly together?: 'sum' | 'worst';
  readonly 'exempt-when'?: RawWhen;
  readonly zeroes?: readonly Id[];
  readonly tally?: { readonly of: readonly Id[]; readonly measure: string } & RawBounds;
}

export interface RawPart extends RawCharged {
  readonly title: string;
  readonly full: number;
  readonly 'all-or-nothing'?: boolean;
}

export interface RawAnswer extends RawPriced {
  readonly label: string;
  /** Of an award: what is got instead of what is lost. */
  readonly gets?: number;
}

export interface RawQuestion {
  readonly ask: string;
  readonly look?: readonly string[];
  readonly stake?: number;
  readonly answers?: readonly RawAnswer[];
  readonly choose?: 'one' | 'several';
  readonly range?: readonly [number, number];
  readonly unit?: Unit;
  readonly per?: RawPoints;
}

export interface RawUnit {
  readonly title: string;
  readonly start?: 'average' | 'sum' | number;
  readonly weights?: readonly { readonly sheets: readonly string[]; readonly weight: number }[];
  readonly drop?: number;
  readonly items?: readonly RawUnitItem[];
  readonly floor?: number;
  readonly cap?: number;
  readonly decimals?: 0 | 1 | 2;
  readonly grades?: readonly RawGrade[];
  readonly rank?: readonly ('total' | 'average' | 'sum')[];
}

export interface RawUnitItem {
  readonly id: Id;
  readonly title: string;
  readonly each?: { readonly measure: string; readonly points: number };
  readonly rows?: readonly { readonly points: number; readonly where: Readonly<Record<string, RawBounds>> }[];
  readonly least?: number;
  readonly most?: number;
}

/** An entry of `standards/checks/*.yaml`. */
export interface RawCheckPoint {
  readonly id: string;
  readonly title: string;
  readonly rules?: readonly string[];
  readonly ask?: string;
  readonly look?: readonly string[];
}
