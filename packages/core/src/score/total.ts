import { type Fraction, fraction, rounded, times } from '../kernel/fraction.ts';
import type { Points } from '../kernel/points.ts';
import { type Node, worthOf } from './formula.ts';
import { type Outcome, poolOf } from './item.ts';
import { scored } from './kinds.ts';
import type { Section, Sheet } from './types.ts';

/** What one item loses, or for a bonus gives; `outcome.deducted` unless asked otherwise. */
export type Lost = (outcome: Outcome) => Points;

/** The arithmetic of a sheet over settled items: exact, rounded once at the end. */
export class Sums {
  private readonly sheet: Sheet;
  private readonly bySection: ReadonlyMap<string, readonly Outcome[]>;

  constructor(sheet: Sheet, outcomes: readonly Outcome[]) {
    this.sheet = sheet;
    this.bySection = new Map(
      sheet.sections.map((section) => [section.id, outcomes.filter((one) => one.section.id === section.id)]),
    );
  }

  /** Before vetoes, not below zero; rounded as the sheet says. */
  beforeVetoes(lost: Lost): Points {
    const { total, rounding } = this.sheet;
    const value = worthOf(
      total,
      (node) => this.leaf(node, lost),
      (sections) => this.sections([...sections]).some((section) => this.taking(section).length > 0),
    );
    return Math.max(0, rounded(value, rounding.step, rounding.way));
  }

  /** Points lost in a section, within what it can lose. */
  lostIn(section: Section, lost: Lost): Points {
    const within = this.taking(section).map(lost);
    const sum = section.together === 'worst' ? Math.max(0, ...within) : within.reduce((all, one) => all + one, 0);
    return Math.min(
      sum,
      section.most ?? Number.POSITIVE_INFINITY,
      section.full === null ? Number.POSITIVE_INFINITY : this.partOf(section),
    );
  }

  /** Points of a section that took part: those of its items that did, and the rest while an item that draws on it did. */
  partOf(section: Section): Points {
    if (section.full === null) return 0;
    const within = this.taking(section);
    const own = within.reduce((sum, one) => sum + (one.item.full ?? 0), 0);
    return own + (within.some((one) => one.item.full === null) ? poolOf(section) : 0);
  }

  private leaf(node: Node, lost: Lost): Fraction {
    switch (node.is) {
      case 'rate': {
        const within = this.sections(node.sections);
        const full = within.reduce((sum, section) => sum + this.partOf(section), 0);
        if (full === 0) return fraction(node.of);
        const gone = within.reduce((sum, section) => sum + this.lostIn(section, lost), 0);
        return times(fraction(node.of), fraction(full - gone + this.bonusIn(node.plus, lost), full));
      }
      case 'got':
        return fraction(
          this.sections(node.sections).reduce(
            (sum, section) => sum + (section.full ?? 0) - this.lostIn(section, lost),
            0,
          ),
        );
      case 'less': {
        const gone = this.sections(node.sections).reduce((sum, section) => sum + this.lostIn(section, lost), 0);
        return fraction(-Math.min(gone, node.most ?? Number.POSITIVE_INFINITY));
      }
      case 'bonus':
        return fraction(this.bonusIn(node.sections, lost));
      default:
        return fraction(0);
    }
  }

  private bonusIn(sections: readonly string[], lost: Lost): Points {
    return this.sections(sections)
      .flatMap((section) => this.bySection.get(section.id) ?? [])
      .filter((one) => one.item.kind === 'bonus')
      .reduce((sum, one) => sum + lost(one), 0);
  }

  private sections(ids: readonly string[]): readonly Section[] {
    return this.sheet.sections.filter((section) => ids.includes(section.id));
  }

  private taking(section: Section): readonly Outcome[] {
    return (this.bySection.get(section.id) ?? []).filter(
      (one) => scored(one.item.kind) && one.state !== 'not-applicable',
    );
  }
}
