import type { CaseRecord, Fact, FactValue, Finding } from '@anjuan/core';
import type { ScoreResult } from '../contract/index.ts';
import { noticedWords } from './noticed.ts';
import type { CaseDigest } from './tables.ts';

/** What the list shows of a checked case. `pages` is null for a record without pages. */
export function digestOf(
  record: CaseRecord,
  findings: readonly Finding[],
  score: ScoreResult | null,
  pages: number | null,
): CaseDigest {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.outcome === 'fail' && finding.severity === severity).length;
  return {
    pages,
    score: score === null ? null : shownScore(score),
    // Where not one requirement could be judged, nobody may say that no fault was found.
    defects: findings.some(({ outcome }) => outcome === 'pass' || outcome === 'fail')
      ? { invalidating: count('invalidating'), serious: count('serious'), minor: count('minor') }
      : null,
    pendingItems: score === null ? null : score.items.filter((item) => item.state === 'pending').length,
    party: textOf(record, 'party.name'),
    number: textOf(record, 'decision.number'),
    agency: textOf(record, 'decision.agency') ?? record.agency ?? null,
    noticed: noticedWords(record.notices ?? []),
  };
}

function shownScore({ total, max, pending, low, high, grade }: ScoreResult): CaseDigest['score'] {
  return { total, max, pending, low, high, grade };
}

function textOf(record: CaseRecord, path: string): string | null {
  const value = heldValue(record.facts[path]);
  return typeof value === 'string' ? value : null;
}

/** The value of a fact however it is written; null when it is not known. */
export function heldValue(fact: Fact | FactValue | null | undefined): FactValue | null {
  if (fact === null || fact === undefined) return null;
  if (typeof fact !== 'object' || Array.isArray(fact)) return fact as FactValue;
  return (fact as Fact).value;
}
