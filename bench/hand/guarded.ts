import { dayOf, workingDays } from './days.ts';
import type { Check, Item } from './facts.ts';

/** Of the hand-written rules those that hold only for some parties, or where a hearing was asked for or evidence kept. */
export const guarded: readonly Check[] = [
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const value = facts['decision.states-performance'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const value = facts['decision.states-review'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const value = facts['decision.states-litigation'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const left = facts['payment.amount'] as number | undefined;
    const right = facts['decision.fine'] as number | undefined;
    return left === undefined || right === undefined ? 2 : left <= right ? 0 : 1;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const list = facts['inquiries[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (item['tells-rights'] !== true) return 1;
    return 0;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const list = facts['inspections[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (item['tells-recusal'] !== true) return 1;
    return 0;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const list = facts['evidence[]'] as Item[] | undefined;
    return list === undefined ? 2 : list.length >= 2 ? 0 : 1;
  },
  (facts) => {
    const guard = facts['party.kind'];
    if (guard === undefined) return 2;
    if (guard !== 'organisation') return 3;
    const list = facts['evidence[]'] as Item[] | undefined;
    if (list === undefined) return 2;
    for (const item of list) if (item['confirmed-against-original'] !== true) return 1;
    return 0;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const first = dayOf(facts['hearing.requested-on']);
    const then = dayOf(facts['hearing.held-on']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const first = dayOf(facts['hearing.held-on']);
    const then = dayOf(facts['legal-review.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const first = dayOf(facts['hearing.held-on']);
    const then = dayOf(facts['decision.date']);
    return first < 0 || then < 0 ? 2 : first <= then ? 0 : 1;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const from = dayOf(facts['notice.served-on']);
    const to = dayOf(facts['hearing.requested-on']);
    if (from < 0 || to < 0) return 2;
    return workingDays(from, to - 1) < 5 ? 0 : 1;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const value = facts['hearing.public'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const value = facts['hearing.states-debate'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const value = facts['hearing.party-signed'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts, record) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    for (const paper of record.documents) if (paper.kind === 'hearing-record') return 0;
    return 1;
  },
  (facts, record) => {
    const guard = facts['hearing.requested'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    for (const paper of record.documents) if (paper.kind === 'hearing-report') return 0;
    return 1;
  },
  (facts) => {
    const guard = facts['preservation.used'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const from = dayOf(facts['preservation.date']);
    const to = dayOf(facts['preservation.handled-on']);
    if (from < 0 || to < 0) return 2;
    return workingDays(from, to - 1) < 7 ? 0 : 1;
  },
  (facts) => {
    const guard = facts['preservation.used'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const value = facts['preservation.approved'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
  (facts) => {
    const guard = facts['preservation.used'];
    if (guard === undefined) return 2;
    if (guard !== true) return 3;
    const value = facts['preservation.has-list'];
    return value === undefined ? 2 : value === true ? 0 : 1;
  },
];
