import { fraction, rounded } from '../../kernel/fraction.ts';
import type { Figure, RangeFigure, Share } from './types.ts';

/** Collects figures as they are worked out; a name given twice is a mistake of ours. */
export class Figures {
  private readonly all = new Map<string, Figure>();

  /** A number of things, each case of which is listed. */
  count(id: string, label: string, number: number, unit: string, cases: readonly string[]): string {
    return this.add({ id, label, text: String(number), unit, cases });
  }

  /** `part` of `whole` as a percentage to two decimals, half up. `whole` must not be empty. */
  share(
    id: string,
    label: string,
    part: number,
    whole: number,
    cases: readonly string[],
    of: readonly string[],
  ): string {
    return this.add({ id, label, text: percent(part, whole), unit: '', cases, of });
  }

  /** A count of cases and its share of all. */
  cases(id: string, label: string, of: readonly string[], all: readonly string[]): Share {
    return {
      count: this.count(id, label, of.length, '件', of),
      share: this.share(`${id}.share`, `${label}占比`, of.length, all.length, all, of),
    };
  }

  /** Points in hundredths. */
  points(id: string, label: string, points: number, cases: readonly string[]): string {
    return this.add({ id, label, text: decimal(points), unit: '分', cases });
  }

  /** An average of sums over a number, half up to two decimals, or the range between two. */
  range(id: string, label: string, low: Ratio, high: Ratio, cases: readonly string[]): RangeFigure {
    const [from, to] = [low, high].map(([sum, over]) => rounded(fraction(sum, over)));
    const settled = from === to;
    const lowest = this.points(
      settled ? id : `${id}.low`,
      settled ? label : `${label}（待核事项全部扣分）`,
      from ?? 0,
      cases,
    );
    return {
      low: lowest,
      high: settled ? lowest : this.points(`${id}.high`, `${label}（待核事项全部不扣分）`, to ?? 0, cases),
      settled,
    };
  }

  /** A number to two decimals: `sum` ÷ `over`, half up. */
  ratio(id: string, label: string, sum: number, over: number, unit: string, cases: readonly string[]): string {
    return this.add({ id, label, text: decimal(rounded(fraction(sum * 100, over))), unit, cases });
  }

  /** Figures by id, in the order of their ids. */
  done(): Readonly<Record<string, Figure>> {
    return Object.fromEntries([...this.all].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private add(figure: Figure): string {
    if (this.all.has(figure.id)) throw new Error(`figure ${figure.id} is worked out twice`);
    this.all.set(figure.id, figure);
    return figure.id;
  }
}

/** A sum and what it is divided by. */
export type Ratio = readonly [sum: number, over: number];

/** `31.46%`, half up. */
export function percent(part: number, whole: number): string {
  return `${decimal(rounded(fraction(part * 10000, whole)))}%`;
}

/** Hundredths as a decimal with two places. */
export function decimal(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
