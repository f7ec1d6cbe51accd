import type { Finding } from '@anjuan/core';
import type { ChangeSet, ScoreResult } from './contract/index.ts';

/** What differs between two results: totals, defects that came and went, and every outcome that changed, in the order of keys. */
export function changesBetween(
  before: { readonly findings: readonly Finding[]; readonly score: ScoreResult | null },
  after: { readonly findings: readonly Finding[]; readonly score: ScoreResult | null },
): ChangeSet {
  const was = new Map(before.findings.map((finding) => [finding.key, finding.outcome]));
  const is = new Map(after.findings.map((finding) => [finding.key, finding.outcome]));
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
  const outcomes = keys
    .map((key) => ({ key, from: was.get(key) ?? null, to: is.get(key) ?? null }))
    .filter(({ from, to }) => from !== to);
  return {
    before: { total: before.score?.total ?? null },
    after: { total: after.score?.total ?? null },
    appeared: outcomes.filter(({ to }) => to === 'fail').map(({ key }) => key),
    vanished: outcomes.filter(({ from }) => from === 'fail').map(({ key }) => key),
    outcomes,
  };
}
