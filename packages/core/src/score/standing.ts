import type { Finding, Outcome } from '../evaluate/types.ts';
import { type Points, toPoints } from '../kernel/points.ts';
import type { Ruling } from './results.ts';

/** A finding as it stands after people's rulings. */
export interface Standing {
  readonly finding: Finding;
  readonly outcome: Outcome;
  /** What the latest ruling on it says, if any. */
  readonly ruling: Ruling | null;
}

/** What is known of each rule, by its id. */
export type Standings = ReadonlyMap<string, readonly Standing[]>;

/** The findings with the latest ruling on each applied, in the order of their keys so that the order they came in does not matter. */
export function standingsOf(findings: readonly Finding[], rulings: readonly Ruling[]): Standings {
  const latest = new Map<string, Ruling>();
  for (const ruling of rulings) if (ruling.finding !== undefined) latest.set(ruling.finding, ruling);
  const byRule = new Map<string, Standing[]>();
  for (const finding of [...findings].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) {
    const ruling = latest.get(finding.key) ?? null;
    const standing = { finding, ruling, outcome: outcomeAfter(finding.outcome, ruling) };
    // What a sector's own rule finds is charged where the sheet names the general rule it stands in for.
    for (const rule of [finding.rule, ...(finding.instead ?? [])]) {
      const list = byRule.get(rule);
      if (list === undefined) byRule.set(rule, [standing]);
      else list.push(standing);
    }
  }
  return byRule;
}

function outcomeAfter(outcome: Outcome, ruling: Ruling | null): Outcome {
  if (ruling === null) return outcome;
  switch (ruling.verdict) {
    case 'upheld':
      return outcome;
    case 'deduct':
      return 'fail';
    case 'not-applicable':
      return 'not-applicable';
    case 'overruled':
    case 'no-deduction':
      return outcome === 'not-applicable' ? outcome : 'pass';
    default:
      return ruling.verdict satisfies never;
  }
}

/** Points a person put on a finding for this item; null when the sheet's own price counts. */
export function pointsGiven(standing: Standing, item: string): Points | null {
  const { ruling } = standing;
  if (ruling?.verdict !== 'deduct' || ruling.item !== item) return null;
  return decimalPoints(ruling.points);
}

/** Hundredths of a person's decimal, rounded where it has more decimals; null when none is given or it is no number. */
export function decimalPoints(decimal: number | undefined): Points | null {
  if (decimal === undefined || !Number.isFinite(decimal) || decimal < 0) return null;
  return toPoints(decimal) ?? Math.round(decimal * 100);
}

const gravest: readonly Outcome[] = ['fail', 'error', 'cannot-tell', 'pass', 'not-applicable'];

/** What a rule amounts to over all its findings; null when it was not asked at all. */
export function outcomeOf(rule: string, standings: Standings): Outcome | null {
  const outcomes = (standings.get(rule) ?? []).map((one) => one.outcome);
  return gravest.find((outcome) => outcomes.includes(outcome)) ?? null;
}
