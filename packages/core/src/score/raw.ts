/** A standard as it stands in YAML; shapes are those of `schema.ts`. Points are decimals, or a share of a section's or item's points. */
export type RawPoints = number | { readonly percent: number; readonly of: string | number };

export interface RawStandard {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: string | number;
  readonly note?: string;
  readonly excerpt?: boolean;
  readonly grades?: readonly RawGrade[];
  readonly sheets: readonly RawSheet[];
  readonly unit?: RawUnit;
}

export interface RawGrade {
  readonly name: string;
  readonly from?: number;
  readonly above?: number;
  readonly to?: number;
  readonly below?: number;
}

export interface RawSheet {
  readonly id: string;
  readonly title: string;
  readonly applies: {
    readonly type?: readonly string[];
    readonly procedure?: readonly string[];
    readonly when?: RawWhen;
  };
  readonly full: number;
  readonly rescale?: boolean;
  readonly total?: readonly RawFormula[];
  readonly decimals?: 0 | 1 | 2;
  readonly grades?: readonly RawGrade[];
  readonly sections: readonly RawSection[];
}

export interface RawFormula {
  readonly points?: number;
  readonly rate?: readonly string[];
  readonly of?: number;
  readonly got?: readonly string[];
  readonly less?: readonly string[];
  readonly bonus?: readonly string[];
  readonly sum?: readonly RawFormula[];
  readonly floor?: number;
  readonly cap?: number;
}

export interface RawWhen {
  readonly document?: string | readonly string[];
  readonly passes?: readonly string[];
  readonly fails?: readonly string[];
  readonly applies?: readonly string[];
  readonly all?: readonly RawWhen[];
  readonly any?: readonly RawWhen[];
  readonly not?: RawWhen;
}

export interface RawPresence {
  readonly documents?: readonly string[];
  readonly 'if-missing'?: 'zero' | 'exclude' | 'keep';
  readonly 'required-when'?: RawWhen;
  readonly 'applies-when'?: RawWhen;
}

export interface RawSection extends RawPresence {
  readonly id: string;
  readonly title: string;
  readonly full?: number;
  readonly items: readonly RawItem[];
}

/** Charges written out, or one charge in short. */
export interface RawCharged {
  readonly charges?: readonly RawCharge[];
  readonly rules?: readonly string[];
  readonly per?: RawPoints;
  readonly unit?: RawCharge['unit'];
  readonly max?: number;
}

export interface RawItem extends RawPresence, RawCharged {
  readonly id: string | number;
  readonly title: string;
  readonly kind?: 'deduct' | 'award' | 'veto' | 'bonus' | 'record';
  readonly full?: number;
  readonly points?: RawPoints;
  readonly effect?: 'zero' | 'unscored';
  readonly grade?: string;
  readonly 'cap-grade'?: string;
  readonly parts?: readonly RawPart[];
  readonly question?: string | RawQuestion;
  readonly 'all-or-nothing'?: boolean;
  readonly together?: 'sum' | 'worst';
  readonly 'exempt-when'?: RawWhen;
  readonly zeroes?: readonly (string | number)[];
}

export interface RawPart extends RawCharged {
  readonly title: string;
  readonly full: number;
  readonly 'all-or-nothing'?: boolean;
}

export interface RawCharge {
  readonly rules: readonly string[];
  readonly points?: RawPoints;
  readonly range?: readonly [number, number];
  readonly unit?: 'once' | 'per-rule' | 'per-item' | 'per-page' | 'per-document' | 'per-person';
  readonly most?: number;
  readonly 'exempt-when'?: RawWhen;
  readonly 'escalate-to'?: string | number;
  readonly zeroes?: readonly (string | number)[];
}

export interface RawQuestion {
  readonly ask: string;
  readonly look?: readonly string[];
  readonly stake?: number;
  readonly answers?: readonly {
    readonly label: string;
    readonly points: RawPoints;
    readonly 'escalate-to'?: string | number;
  }[];
  readonly range?: readonly [number, number];
  readonly unit?: RawCharge['unit'];
  readonly per?: RawPoints;
}

export interface RawUnit {
  readonly title: string;
  readonly start?: 'average' | number;
  readonly items?: readonly RawUnitItem[];
  readonly floor?: number;
  readonly cap?: number;
  readonly grades?: readonly RawGrade[];
  readonly rank?: readonly ('total' | 'average' | 'sum')[];
}

export interface RawUnitItem {
  readonly id: string | number;
  readonly title: string;
  readonly each?: { readonly measure: string; readonly points: number };
  readonly rows?: readonly {
    readonly points: number;
    readonly where: Readonly<Record<string, Omit<RawGrade, 'name'>>>;
  }[];
  readonly least?: number;
  readonly most?: number;
}
