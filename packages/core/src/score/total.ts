import { compare, type Fraction, fraction, minus, plus, rounded, times } from '../kernel/fraction.ts';
import type { Points } from '../kernel/points.ts';
import type { Outcome } from './item.ts';
import type { Formula, Sheet } from './types.ts';

/** What one item loses, or for a bonus gives; `outcome.deducted` unless asked otherwise. */
export type Lost = (outcome: Outcome) => Points;

/** The arithmetic of a sheet over settled items: exact, rounded once at the end. */
export class Sums {
  private readonly sheet: Sheet;
  private readonly bySection: ReadonlyMap<string, readonly Outcome[]>;
  private readonly outcomes: readonly Outcome[];

  constructor(sheet: Sheet, outcomes: readonly Outcome[]) {
    this.sheet = sheet;
    this.outcomes = outcomes;
    this.bySection = new Map(
      sheet.sections.map((section) => [section.id, outcomes.filter((one) => one.section.id === section.id)]),
    );
  }

  /** Before vetoes, not below zero; rounded as the sheet says. */
  beforeVetoes(lost: Lost): Points {
    return Math.max(0, rounded(this.value(this.sheet.total, lost), this.sheet.step));
  }

  /** The total; vetoes in points come off, a veto to zero leaves nothing. */
  total(lost: Lost): Points {
    return this.afterVetoes(this.beforeVetoes(lost));
  }

  /** What vetoes leave of a sum of points. */
  afterVetoes(before: Points): Points {
    const charged = this.outcomes.filter((one) => one.item.kind === 'veto' && one.charged);
    if (charged.some((one) => one.item.effect?.is === 'zero' || one.item.effect?.is === 'unscored')) return 0;
    return Math.max(0, before - charged.reduce((sum, one) => sum + one.deducted, 0));
  }

  private value(formula: Formula, lost: Lost): Fraction {
    switch (formula.is) {
      case 'points':
        return fraction(formula.points);
      case 'rate': {
        const within = this.of(formula.sections).filter(taking);
        const full = within.reduce((sum, one) => sum + (one.item.full ?? 0), 0);
        if (full === 0) return fraction(formula.of);
        return times(fraction(formula.of), fraction(full - within.reduce((sum, one) => sum + lost(one), 0), full));
      }
      case 'got': {
        const full = this.of(formula.sections).reduce(
          (sum, one) => sum + (scored(one.item.kind) ? (one.item.full ?? 0) : 0),
          0,
        );
        return minus(fraction(full), this.lostIn(formula.sections, lost));
      }
      case 'less':
        return minus(fraction(0), this.lostIn(formula.sections, lost));
      case 'bonus': {
        const given = this.of(formula.sections)
          .filter((one) => one.item.kind === 'bonus')
          .reduce((sum, one) => sum + lost(one), 0);
        return fraction(formula.cap === null ? given : Math.min(given, formula.cap));
      }
      case 'sum': {
        let sum = formula.parts.reduce((total, part) => plus(total, this.value(part, lost)), fraction(0));
        if (formula.floor !== null && compare(sum, fraction(formula.floor)) < 0) sum = fraction(formula.floor);
        if (formula.cap !== null && compare(sum, fraction(formula.cap)) > 0) sum = fraction(formula.cap);
        return sum;
      }
      default:
        return formula satisfies never;
    }
  }

  private lostIn(sections: readonly string[], lost: Lost): Fraction {
    return fraction(
      this.of(sections)
        .filter(taking)
        .reduce((sum, one) => sum + lost(one), 0),
    );
  }

  private of(sections: readonly string[]): readonly Outcome[] {
    return sections.flatMap((id) => this.bySection.get(id) ?? []);
  }
}

export function scored(kind: Outcome['item']['kind']): boolean {
  return kind === 'deduct' || kind === 'award';
}

function taking(outcome: Outcome): boolean {
  return scored(outcome.item.kind) && outcome.state !== 'not-applicable';
}
