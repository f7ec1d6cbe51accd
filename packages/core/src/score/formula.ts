import { compare, type Fraction, fraction, plus, rounded, times } from '../kernel/fraction.ts';
import type { Points } from '../kernel/points.ts';

/** How a total is made of sections; worked out exactly and rounded once. Vetoes come off afterwards, then nothing below zero. */
export type Formula = Node & {
  /** Share that counts, in hundredths of a per cent: 10000 for all. */
  readonly share: number;
  readonly floor: Points | null;
  readonly cap: Points | null;
  /** Rounded half up to this many hundredths before it counts on; null: exact. */
  readonly step: Points | null;
  /** Weight within an average. */
  readonly weight: number;
};

export type Node =
  | { readonly is: 'points'; readonly points: Points }
  /** `of` × points got ÷ points of the items that took part; `of` when none did. Bonuses of `plus` count as got, outside the denominator. */
  | {
      readonly is: 'rate';
      readonly sections: readonly string[];
      readonly of: Points;
      readonly plus: readonly string[];
    }
  /** Full marks less what was lost; items that did not take part count as kept. */
  | { readonly is: 'got'; readonly sections: readonly string[] }
  /** What was lost in the sections, taken off; no more than `most`. */
  | { readonly is: 'less'; readonly sections: readonly string[]; readonly most: Points | null }
  /** Bonus items of the sections. */
  | { readonly is: 'bonus'; readonly sections: readonly string[] }
  | { readonly is: 'sum' | 'min' | 'max' | 'product'; readonly parts: readonly Formula[] }
  /** Weighted mean of the parts in which anything took part. */
  | { readonly is: 'average'; readonly parts: readonly Formula[] };

/** Sections that a formula counts. */
export function sectionsIn(formula: Node): ReadonlySet<string> {
  if ('parts' in formula) return new Set(formula.parts.flatMap((part) => [...sectionsIn(part)]));
  return new Set('sections' in formula ? [...formula.sections, ...(formula.is === 'rate' ? formula.plus : [])] : []);
}

/** A node without share, bounds, rounding or weight. */
export function plain(node: Node): Formula {
  return { ...node, share: 10_000, floor: null, cap: null, step: null, weight: 1 };
}

/** Worth of a leaf that counts sections, in hundredths of a point. */
export type Leaf = (node: Node) => Fraction;

/** Works a formula out over its leaves, exactly; `takes` says whether anything of a part took part in this case. */
export function worthOf(formula: Formula, leaf: Leaf, takes: (sections: ReadonlySet<string>) => boolean): Fraction {
  const value = plainValue(formula, leaf, takes);
  let exact = formula.share === 10_000 ? value : times(value, fraction(formula.share, 10_000));
  if (formula.floor !== null && compare(exact, fraction(formula.floor)) < 0) exact = fraction(formula.floor);
  if (formula.cap !== null && compare(exact, fraction(formula.cap)) > 0) exact = fraction(formula.cap);
  return formula.step === null ? exact : fraction(rounded(exact, formula.step));
}

function plainValue(formula: Formula, leaf: Leaf, takes: (sections: ReadonlySet<string>) => boolean): Fraction {
  if (!('parts' in formula)) return formula.is === 'points' ? fraction(formula.points) : leaf(formula);
  const values = formula.parts.map((part) => worthOf(part, leaf, takes));
  switch (formula.is) {
    case 'sum':
      return values.reduce(plus, fraction(0));
    case 'product':
      // Hundredths of a point each: points times points, in hundredths again.
      return values.reduce((all, one) => times(times(all, one), fraction(1, 100)), fraction(100));
    case 'min':
      return values.reduce((least, one) => (compare(one, least) < 0 ? one : least));
    case 'max':
      return values.reduce((most, one) => (compare(one, most) > 0 ? one : most));
    case 'average': {
      const taking = formula.parts.map((part) => sectionsIn(part).size === 0 || takes(sectionsIn(part)));
      const counted = taking.includes(true) ? taking : taking.map(() => true);
      return mean(formula.parts, values, counted);
    }
    default:
      return formula satisfies never;
  }
}

function mean(parts: readonly Formula[], values: readonly Fraction[], counted: readonly boolean[]): Fraction {
  let sum = fraction(0);
  let weight = fraction(0);
  parts.forEach((part, index) => {
    if (counted[index] !== true) return;
    const own = fraction(Math.round(part.weight * 10_000), 10_000);
    sum = plus(sum, times(values[index] ?? fraction(0), own));
    weight = plus(weight, own);
  });
  return weight.of === 0n ? fraction(0) : times(sum, { of: weight.over, over: weight.of });
}
