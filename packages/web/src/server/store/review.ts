import { randomUUID } from 'node:crypto';
import type { CaseRecord, Fact, FactValue } from '@anjuan/core';
import type { Correction, Ruling } from '../contract/index.ts';
import { heldValue } from './digest.ts';
import { localUser } from './log.ts';
import type { Store } from './open.ts';

/** The corrections that stand, the oldest first. */
export async function correctionsOf(store: Store, caseId: string): Promise<Correction[]> {
  const rows = await store.db
    .selectFrom('corrections')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('path')
    .execute();
  return rows.map((row) => ({
    path: row.path,
    value: JSON.parse(row.value),
    origin: row.origin,
    was: row.was === null ? null : JSON.parse(row.was),
    reason: row.reason,
    by: row.by_whom,
    at: row.at,
  }));
}

/** The rulings that stand, the oldest first. */
export async function rulingsOf(store: Store, caseId: string): Promise<Ruling[]> {
  const rows = await store.db
    .selectFrom('rulings')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('withdrawn_at', 'is', null)
    .orderBy('at')
    .orderBy('item')
    .orderBy('finding')
    .execute();
  return rows.map((row) => ({
    item: row.item,
    ...(row.finding === '' ? {} : { finding: row.finding }),
    verdict: row.verdict,
    ...(row.standard === '' ? {} : { standard: row.standard }),
    ...(row.points === null ? {} : { points: row.points }),
    ...(row.more === null ? {} : (JSON.parse(row.more) as Pick<Ruling, 'count' | 'marks' | 'got'>)),
    reason: row.reason,
    by: row.by_whom,
    at: row.at,
  }));
}

/**
 * The record as people have put it right: what they entered or confirmed stands in place of what was read, keeps the place on the page,
 * and settles a conflict between papers. The record that was read is left as it is.
 */
export function corrected(record: CaseRecord, corrections: readonly Correction[]): CaseRecord {
  if (corrections.length === 0) return record;
  const facts: Record<string, Fact | FactValue | null> = { ...record.facts };
  for (const { path, value, origin } of corrections) {
    const read = record.facts[path];
    const anchors = isFact(read) ? (read.anchors ?? []) : [];
    facts[path] = { value, origin, anchors };
  }
  const named = (path: string) => (corrections.some((one) => one.path === path) ? heldValue(facts[path]) : undefined);
  const caseType = named('case.type') as CaseRecord['caseType'];
  const procedure = named('case.procedure') as CaseRecord['procedure'];
  return { ...record, facts, ...(caseType ? { caseType } : {}), ...(procedure ? { procedure } : {}) };
}

/** Every value the papers state for a fact: the one that was read and those that differ from it. */
export function statedValues(record: CaseRecord, path: string): readonly FactValue[] {
  const fact = record.facts[path];
  const value = heldValue(fact);
  if (value === null) return [];
  return [value, ...(isFact(fact) ? (fact.alternatives ?? []).map((other) => other.value) : [])];
}

export function newCorrection(
  store: Store,
  what: { path: string; value: FactValue; confirm: boolean; was: FactValue | null; reason: string },
): Correction {
  const { path, value, was, reason } = what;
  return { path, value, origin: what.confirm ? 'confirmed' : 'entered', was, reason, by: localUser, at: store.now() };
}

export function correctionRow(caseId: string, one: Correction) {
  return {
    id: randomUUID(),
    case_id: caseId,
    path: one.path,
    value: JSON.stringify(one.value),
    origin: one.origin,
    was: one.was === null ? null : JSON.stringify(one.was),
    reason: one.reason,
    by_whom: one.by,
    at: one.at,
    withdrawn_at: null,
  };
}

export function rulingRow(caseId: string, one: Ruling) {
  return {
    id: randomUUID(),
    case_id: caseId,
    item: one.item,
    finding: one.finding ?? '',
    verdict: one.verdict,
    standard: one.standard ?? '',
    points: one.points ?? null,
    more: moreOf(one),
    reason: one.reason,
    by_whom: one.by,
    at: one.at,
    withdrawn_at: null,
  };
}

/** How many and which answers, where a person said so. */
function moreOf({ count, marks, got }: Ruling): string | null {
  const more = { count, marks, got };
  return Object.values(more).every((one) => one === undefined) ? null : JSON.stringify(more);
}

function isFact(fact: Fact | FactValue | null | undefined): fact is Fact {
  return typeof fact === 'object' && fact !== null && !Array.isArray(fact);
}
