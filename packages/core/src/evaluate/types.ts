import type { Anchor, FactValue } from '../record/types.ts';

export type Outcome = 'pass' | 'fail' | 'not-applicable' | 'cannot-tell' | 'error';

export type Severity = 'invalidating' | 'serious' | 'minor';

/** 可补正 / 只能说明 / 不可补正. Never advice to alter a dated document. */
export type Curable = 'yes' | 'explain' | 'no';

/** What a rule rests on. `says` is our own wording; statute text is never stored. */
export interface Basis {
  /** Id in rules/laws.yaml. */
  readonly law: string;
  readonly lawTitle: string;
  /** Number as printed in figures: 60, or "60-1" for 第六十条之一; for unnumbered papers the heading, as in 四（十三）. */
  readonly article: number | string;
  readonly paragraph: number | null;
  readonly item: number | null;
  readonly says: string;
  /** It is cited from this day on, where the rule rests on it for part of its time only. */
  readonly from?: string;
  /** And before this day. */
  readonly to?: string;
}

/** One step of the reasoning: an operator, its result and the values it compared. */
export interface TraceNode {
  readonly operator: string;
  readonly result: boolean | null;
  /** Chinese, one clause: what was asked. */
  readonly phrase: string;
  /** Facts read here by path. */
  readonly facts: readonly TraceFact[];
  /** Named figures computed here, such as elapsed, limit, due. */
  readonly figures: Readonly<Record<string, string | number>>;
  readonly children: readonly TraceNode[];
}

export interface TraceFact {
  readonly path: string;
  readonly label: string;
  readonly value: FactValue | null;
  readonly anchors: readonly Anchor[];
}

export interface Finding {
  /** Id of the rule, such as APL-60-1. */
  readonly rule: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly severity: Severity;
  /** For rules over a list, which element, in words; otherwise null. */
  readonly subject: string | null;
  /** Chinese, one or two sentences with the values compared. */
  readonly message: string;
  readonly basis: readonly Basis[];
  readonly advice: string;
  readonly curable: Curable;
  readonly anchors: readonly Anchor[];
  /** Only for fail, cannot-tell and error. */
  readonly trace: TraceNode | null;
  /** Half-open dates in force of the version applied; null when none applied. */
  readonly version: { readonly from: string; readonly to: string | null } | null;
  /** The day that dates the rule: what `basis` cites is the law of this day. Absent where no version was applied. */
  readonly on?: string;
  /** Stable over re-runs: rule and subject. */
  readonly key: string;
  /** Rules of wider packs that this one stands in for: a score sheet charges to it what it charges to them. */
  readonly instead?: readonly string[];
  /** It cannot be told from these papers: what it needs stands in others, and the papers are no whole file. */
  readonly elsewhere?: true;
  /** The rule is a draft: shown, never scored. */
  readonly draft?: true;
}
