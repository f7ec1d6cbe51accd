import type { CaseRecord } from '@anjuan/core';
import { dayOf, openOn } from './days.ts';

export type Facts = CaseRecord['facts'];
export type Item = Readonly<Record<string, unknown>>;
export type Outcome = 'pass' | 'fail' | 'cannot-tell' | 'not-applicable';
/** True, false, or null where a fact is missing. */
export type Truth = boolean | null;
export type Test = (facts: Facts, record: CaseRecord) => Truth;
export type ItemTest = (item: Item, facts: Facts, record: CaseRecord) => Truth;

/** A rule written out by hand: 0 keeps, 1 fails, 2 cannot tell, 3 does not apply. */
export type Check = (facts: Facts, record: CaseRecord) => 0 | 1 | 2 | 3;

export interface Common {
  readonly id: string;
  readonly types?: readonly string[];
  readonly procedure?: string;
  /** First day in force, and the fact or field that dates the act. */
  readonly from: number;
  readonly dated: string;
  readonly when?: Test;
}
export interface Whole extends Common {
  readonly keeps: Test;
  readonly earlier?: { readonly from: number; readonly when: Test; readonly keeps: Test };
}
export interface Each extends Common {
  readonly list: string;
  readonly where?: ItemTest;
  readonly keeps: ItemTest;
}

// What is asked of facts.
export const has = (facts: Facts, path: string): boolean => facts[path] !== undefined && facts[path] !== null;
export const stated = (facts: Facts, path: string): boolean => facts[path] === true;
export const flag = (facts: Facts, path: string): Truth => {
  const value = facts[path];
  return value === true ? true : value === false ? false : null;
};
export const is = (facts: Facts, path: string, wanted: string): Truth => {
  const value = facts[path];
  return value === undefined || value === null ? null : value === wanted;
};
export const paper = (record: CaseRecord, ...kinds: readonly string[]): Truth => {
  let unnamed = false;
  for (const document of record.documents) {
    if (kinds.includes(document.kind)) return true;
    if (document.kind === 'unknown') unnamed = true;
  }
  return unnamed || !record.complete || (record.unread?.length ?? 0) > 0 ? null : false;
};
export const not = (truth: Truth): Truth => (truth === null ? null : !truth);
export const both = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === null || b === null ? null : true;
export const either = (a: Truth, b: Truth): Truth =>
  a === true || b === true ? true : a === null || b === null ? null : false;
export const number = (facts: Facts, path: string): number => {
  const value = facts[path];
  return typeof value === 'number' ? value : Number.NaN;
};
export const atMost = (a: number, b: number): Truth => (Number.isNaN(a) || Number.isNaN(b) ? null : a <= b);
export const inOrder = (first: number, then: number): Truth => (first < 0 || then < 0 ? null : first <= then);
export const earlier = (first: number, then: number): Truth => (first < 0 || then < 0 ? null : first < then);

export const reformed = dayOf('2021-07-15');
export const compulsion = dayOf('2012-01-01');
export const transferred = dayOf('2020-08-07');

export const fined = (facts: Facts): Truth => {
  const fine = facts['decision.fine'];
  if (typeof fine === 'number') return fine > 0;
  const penalties = facts['decision.penalties[]'] as readonly Item[] | undefined;
  if (penalties === undefined) return null;
  let result: Truth = false;
  for (const { kind } of penalties) {
    if (typeof kind !== 'string') result = null;
    else if (kind.includes('罚款')) return true;
  }
  return result;
};
export const measureTaken = (facts: Facts, record: CaseRecord): Truth =>
  stated(facts, 'measure.taken') || has(facts, 'measure.date')
    ? true
    : record.caseType === undefined
      ? null
      : record.caseType === 'compulsory-measure';
export const seizing: Test = (facts, record) => {
  const taken = measureTaken(facts, record);
  if (taken === false) return false;
  const kind = facts['measure.kind'];
  const seizes =
    kind === undefined ? paper(record, 'seizure-decision', 'seizure-list') : kind === 'sealing' || kind === 'seizure';
  // A kind nobody states leaves it open unless the papers show it.
  return both(taken, kind === undefined && seizes !== true ? null : seizes);
};
export const freezing: Test = (facts, record) => {
  const taken = measureTaken(facts, record);
  if (taken === false) return false;
  const kind = facts['measure.kind'];
  if (kind !== undefined) return both(taken, kind === 'freezing');
  return both(taken, paper(record, 'freezing-decision', 'freezing-notice') === true ? true : null);
};
export const ownEnforcement: Test = (facts, record) => {
  const by = facts['enforcement.by'];
  if (by !== undefined) return by === 'own';
  if (has(facts, 'enforcement.decision-date') || has(facts, 'enforcement.decision-number')) return true;
  if (record.caseType !== 'compulsory-enforcement' || has(facts, 'enforcement.applied-on')) return false;
  return paper(record, 'enforcement-decision');
};
const appraisalTold: Test = (facts, record) =>
  has(facts, 'measure.appraisal-told')
    ? flag(facts, 'measure.appraisal-told')
    : paper(record, 'appraisal-period-notice');
export const extensionApproved: Test = (facts, record) => {
  if (has(facts, 'measure.extension-approved')) return flag(facts, 'measure.extension-approved');
  if (has(facts, 'measure.extension-approved-on')) return true;
  return paper(record, 'measure-extension') === false ? false : null;
};
export const delegated: Test = (facts, record) =>
  stated(facts, 'case.delegated') || stated(facts, 'delegation.written') || paper(record, 'delegation-letter') === true;

export const transferConsidered = (facts: Facts, record: CaseRecord): boolean =>
  record.caseType === 'transfer' ||
  transferFacts.some((path) => has(facts, path)) ||
  paper(record, 'crime-transfer', 'transfer-report', 'transfer-approval') === true;
const transferFacts = ['date', 'handed-over-at', 'reported-on', 'received-on', 'decided-on', 'approved'].map(
  (field) => `transfer.${field}`,
);
export const servedAtAll: Test = (facts, record) =>
  has(facts, 'services[]') || paper(record, 'service-receipt', 'service-announcement') === true;
export const itemFlag = (item: Item, field: string): Truth => {
  const value = item[field];
  return value === true ? true : value === false ? false : null;
};

/** Days from the day after `from`; the last day moves off a day of rest where the law says so. */
export const withinDays = (from: number, act: number, limit: number, roll = false): Truth => {
  if (from < 0 || act < 0 || Number.isNaN(limit)) return null;
  return act <= (roll ? openOn(from + limit) : from + limit);
};
export const suspended = (facts: Facts, path: string): number => {
  const value = facts[path];
  return value === undefined ? 0 : typeof value === 'number' ? value : Number.NaN;
};
export const seizedInTime = (facts: Facts, record: CaseRecord, limit: number): Truth => {
  const from = dayOf(facts['measure.date']);
  const act = dayOf(facts['decision.date']);
  const plain = withinDays(from, act, limit);
  if (plain === true) return true;
  const appraised = appraisalTold(facts, record);
  if (appraised === false) return plain;
  return either(plain, both(appraised, withinDays(from, act, limit + suspended(facts, 'measure.appraisal-days'))));
};
