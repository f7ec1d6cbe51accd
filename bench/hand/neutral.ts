import type { WorkCalendar } from '@anjuan/core';
import type { Contestant } from '../engines.ts';
import { rules } from '../rules.ts';
import { dayOf, useCalendar, workingDays } from './days.ts';
import type { Check, Item } from './facts.ts';
import { guarded } from './guarded.ts';

/** What a programmer writes who needs just these rules: one function a rule, nothing explained, nothing configurable. */
export function handWritten(calendar: WorkCalendar): Contestant {
  useCalendar(calendar);
  return {
    name: 'hand-written TypeScript',
    run: (records, found) => {
      records.forEach((record, index) => {
        if (dayOf(record.facts['filing.date']) < 0) return;
        for (let rule = 0; rule < checks.length; rule++) {
          if (checks[rule]?.(record.facts, record) === 1) found(index, rules[rule]?.id ?? '');
        }
      });
    },
  };
}

function distinct(names: readonly string[]): number {
  return names.length < 2 ? names.length : new Set(names).size;
}

const checks: readonly Check[] = [
  (facts) => {
    const value = facts['filing.approved'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['filing.states-source'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['filing.states-facts'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['filing.handlers-signed'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['notice.states-facts'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['notice.states-reasons'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['notice.states-basis'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['notice.states-penalty'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['notice.tells-statement'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['decision.states-address'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['decision.states-facts'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['decision.states-evidence'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['decision.states-basis'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const value = facts['decision.has-seal'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const first = dayOf(facts['filing.date']);
    const then = dayOf(facts['investigation.report-date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const first = dayOf(facts['investigation.report-date']);
    const then = dayOf(facts['notice.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const first = dayOf(facts['notice.date']);
    const then = dayOf(facts['decision.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const first = dayOf(facts['decision.date']);
    const then = dayOf(facts['decision.served-on']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const first = dayOf(facts['decision.date']);
    const then = dayOf(facts['closing.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const from = dayOf(facts['decision.served-on']);
    const to = dayOf(facts['payment.date']);
    if (from < 0 || to < 0) return 2;
    return to - from <= 15 ? 0 : 1;
  },
  (facts) => {
    const from = dayOf(facts['decision.date']);
    const to = dayOf(facts['publication.date']);
    if (from < 0 || to < 0) return 2;
    return workingDays(from, to - 1) < 7 ? 0 : 1;
  },
  (facts) => {
    const from = dayOf(facts['decision.date']);
    const to = dayOf(facts['decision.served-on']);
    if (from < 0 || to < 0) return 2;
    return workingDays(from, to - 1) < 7 ? 0 : 1;
  },
  (facts) => {
    const from = dayOf(facts['notice.date']);
    const to = dayOf(facts['notice.served-on']);
    if (from < 0 || to < 0) return 2;
    return workingDays(from, to - 1) < 7 ? 0 : 1;
  },
  (facts) => {
    const list = facts['inspections[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (distinct(item.officers as string[]) < 2) return 1;
    return 0;
  },
  (facts) => {
    const list = facts['inquiries[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (distinct(item.officers as string[]) < 2) return 1;
    return 0;
  },
  (facts) => {
    const list = facts['inspections[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (item['shows-certificates'] !== true) return 1;
    return 0;
  },
  (facts) => {
    const list = facts['inquiries[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (item['shows-certificates'] !== true) return 1;
    return 0;
  },
  (facts) => {
    const list = facts['inquiries[]'] as Item[] | undefined;
    return list === undefined ? 2 : list.length >= 1 ? 0 : 1;
  },
  (facts) => {
    const list = facts['officers[]'] as Item[] | undefined;
    return list === undefined ? 2 : list.length >= 2 ? 0 : 1;
  },
  (_facts, record) => {
    for (const paper of record.documents) if (paper.kind === 'filing-approval') return 0;
    return 1;
  },
  (_facts, record) => {
    for (const paper of record.documents) if (paper.kind === 'investigation-report') return 0;
    return 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const from = dayOf(facts['filing.date']);
    const to = dayOf(facts['decision.date']);
    if (from < 0 || to < 0) return 2;
    return to - from <= 90 ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const value = facts['discussion.states-conclusion'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const value = facts['investigation.signed'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const value = facts['investigation.states-facts'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const value = facts['legal-review.signed'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const first = dayOf(facts['legal-review.date']);
    const then = dayOf(facts['decision.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const first = dayOf(facts['discussion.date']);
    const then = dayOf(facts['decision.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const first = dayOf(facts['notice.served-on']);
    const then = dayOf(facts['decision.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (_facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    for (const paper of record.documents) if (paper.kind === 'penalty-notice') return 0;
    return 1;
  },
  (_facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    for (const paper of record.documents) if (paper.kind === 'penalty-decision') return 0;
    return 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const value = facts['closing.approved'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const left = facts['decision.fine'] as number | undefined;
    const right = facts['notice.fine'] as number | undefined;
    return left === undefined || right === undefined ? 2 : left <= right ? 0 : 1;
  },
  (facts, record) => {
    const guard = record.procedure;
    if (guard === undefined) return 2;
    if (guard !== 'ordinary') return 3;
    const list = facts['services[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (item['recipient-signed'] !== true) return 1;
    return 0;
  },
  ...guarded,
];
