import { addMonths, dayOf, openOn } from './days.ts';
import {
  atMost,
  both,
  earlier,
  either,
  extensionApproved,
  flag,
  freezing,
  has,
  inOrder,
  is,
  measureTaken,
  not,
  number,
  ownEnforcement,
  paper,
  seizedInTime,
  seizing,
  stated,
  transferConsidered,
  type Whole,
  withinDays,
} from './facts.ts';
import { anyPenalty, asked, enforcement, measure, ordinary, seenOr, transfer } from './kinds.ts';

/** The drawn rules on compulsion, transfer and what papers say. */
export const otherRules: readonly Whole[] = [
  { id: 'CEL-17-1', ...measure, when: measureTaken, keeps: (facts) => not(flag(facts, 'measure.delegated')) },
  { id: 'CEL-18-4', ...measure, when: measureTaken, keeps: asked('measure.shows-certificates') },
  {
    id: 'CEL-20-1',
    ...measure,
    when: (facts, record) => (facts['measure.kind'] === 'liberty' ? measureTaken(facts, record) : false),
    keeps: asked('measure.family-told'),
  },
  { id: 'CEL-24-2', ...measure, when: seizing, keeps: (_, record) => paper(record, 'seizure-list') },
  {
    id: 'CEL-25-1',
    ...measure,
    when: (facts, record) => (stated(facts, 'measure.other-term') ? false : seizing(facts, record)),
    keeps: (facts) => atMost(number(facts, 'measure.term-days'), 30),
  },
  {
    id: 'CEL-25-7',
    ...measure,
    when: (facts, record) => {
      const seized = seizing(facts, record);
      if (seized === false) return false;
      const longer =
        stated(facts, 'measure.extended') ||
        has(facts, 'measure.extension-approved-on') ||
        has(facts, 'measure.extension-days') ||
        (has(facts, 'measure.extended') ? false : paper(record, 'measure-extension'));
      return both(seized, longer);
    },
    keeps: asked('measure.extension-states-reasons'),
  },
  {
    id: 'CEL-27-3',
    ...measure,
    types: ['penalty'],
    when: (facts, record) =>
      stated(facts, 'measure.other-term') || has(facts, 'measure.handled-on') || has(facts, 'measure.lifted-on')
        ? false
        : stated(facts, 'decision.confiscates-goods')
          ? seizing(facts, record)
          : false,
    keeps: (facts, record) => {
      const plain = seizedInTime(facts, record, 30);
      if (plain === true) return true;
      const extended = extensionApproved(facts, record);
      if (extended === false) return plain;
      const days = number(facts, 'measure.extension-days');
      return either(plain, both(extended, both(atMost(days, 30), seizedInTime(facts, record, 30 + days))));
    },
  },
  {
    id: 'CEL-30-1',
    ...measure,
    when: freezing,
    keeps: (facts, record) => {
      const officers = facts['measure.officers'];
      const two = Array.isArray(officers) ? new Set(officers).size >= 2 : null;
      return both(
        both(flag(facts, 'measure.approved'), two),
        both(flag(facts, 'measure.shows-certificates'), paper(record, 'measure-record', 'inspection-record')),
      );
    },
  },
  {
    id: 'CEL-33-1',
    ...measure,
    when: (facts, record) => {
      const frozen = freezing(facts, record);
      return frozen === false ? false : both(frozen, seenOr('measure.lifted-on', 'measure-lifting')(facts, record));
    },
    keeps: (facts) => both(flag(facts, 'measure.lifting-told-bank'), flag(facts, 'measure.lifting-told-party')),
  },
  {
    id: 'CEL-37-3',
    ...enforcement,
    when: (facts, record) => {
      const own = ownEnforcement(facts, record);
      return own === false ? false : both(own, seenOr('enforcement.date', 'enforcement-record')(facts, record));
    },
    keeps: (facts, record) =>
      has(facts, 'enforcement.decision-date') ||
      has(facts, 'enforcement.decision-number') ||
      paper(record, 'enforcement-decision', 'substitute-decision'),
  },
  {
    id: 'CEL-39-3',
    ...enforcement,
    dated: 'enforcement.suspended-on',
    when: (facts) =>
      has(facts, 'enforcement.resumed-on') && !stated(facts, 'enforcement.social-harm')
        ? is(facts, 'enforcement.suspension-ground', 'unable')
        : false,
    keeps: (facts) => {
      const from = dayOf(facts['enforcement.suspended-on']);
      const to = dayOf(facts['enforcement.resumed-on']);
      return from < 0 || to < 0 ? null : to <= addMonths(from, 36);
    },
  },
  {
    id: 'CEL-43-3',
    ...enforcement,
    when: (facts, record) => {
      if (facts['enforcement.by'] === 'court') return false;
      if (has(facts, 'enforcement.date')) return true;
      return record.caseType === 'compulsory-enforcement' ? paper(record, 'enforcement-record') : false;
    },
    keeps: (facts) => not(both(flag(facts, 'enforcement.cuts-utilities'), flag(facts, 'enforcement.residential'))),
  },
  {
    id: 'CEL-46-2',
    ...enforcement,
    dated: 'enforcement.decision-date',
    when: (facts, record) =>
      has(facts, 'surcharge.from') && !stated(facts, 'enforcement.immediate') ? ownEnforcement(facts, record) : false,
    keeps: (facts, record) => {
      if (!has(facts, 'urging.served-on')) return has(facts, 'urging.date') ? true : paper(record, 'payment-urging');
      return earlier(dayOf(facts['urging.served-on']), dayOf(facts['enforcement.decision-date']));
    },
  },
  {
    id: 'CEL-51-2',
    ...enforcement,
    dated: 'substitute.date',
    when: (facts) =>
      !stated(facts, 'substitute.immediate') &&
      (stated(facts, 'substitute.used') ||
        has(facts, 'substitute.decision-served-on') ||
        has(facts, 'substitute.date')),
    keeps: (facts, record) =>
      both(
        has(facts, 'substitute.decision-served-on') ? true : paper(record, 'substitute-decision'),
        earlier(dayOf(facts['substitute.decision-served-on']), dayOf(facts['substitute.date'])),
      ),
  },
  {
    id: 'CEL-53-1',
    ...enforcement,
    from: dayOf('2017-07-01'),
    dated: 'enforcement.applied-on',
    when: (facts, record) => {
      if (stated(facts, 'decision.special-remedy-period') || has(facts, 'decision.review-decided-on')) return false;
      if (has(facts, 'litigation.outcome') || has(facts, 'litigation.judged-on')) return false;
      const applied = seenOr('enforcement.applied-on', 'enforcement-application')(facts, record);
      if (applied === false) return false;
      if (stated(facts, 'decision.review-first')) return false;
      const decided = dayOf(facts['decision.date']);
      const late = record.procedure !== 'summary' ? false : decided < 0 ? null : decided >= dayOf('2024-01-01');
      return both(applied, not(late));
    },
    keeps: (facts) => {
      const served = dayOf(facts['decision.served-on']);
      const applied = dayOf(facts['enforcement.applied-on']);
      return served < 0 || applied < 0 ? null : applied > openOn(addMonths(served, 6));
    },
  },
  {
    id: 'CEL-56-1',
    ...enforcement,
    dated: 'enforcement.court-refused-on',
    when: (facts) => has(facts, 'enforcement.reconsideration-on'),
    keeps: (facts) =>
      withinDays(
        dayOf(facts['enforcement.court-refused-on']),
        dayOf(facts['enforcement.reconsideration-on']),
        15,
        true,
      ),
  },
  {
    id: 'CON-13',
    ...anyPenalty,
    when: (facts) => has(facts, 'consistency.impossible-dates'),
    keeps: (facts) => (facts['consistency.impossible-dates'] as readonly string[]).length === 0,
  },
  { id: 'CON-2', ...ordinary, when: (facts) => has(facts, 'party.code'), keeps: () => true },
  { id: 'CON-9', ...ordinary, when: (facts) => has(facts, 'case.cause'), keeps: () => true },
  {
    id: 'EVR-60-4',
    ...ordinary,
    from: dayOf('2002-10-01'),
    dated: 'appraisal.date',
    when: seenOr('appraisal.date', 'appraisal-report'),
    keeps: (facts) => inOrder(dayOf(facts['appraisal.date']), dayOf(facts['decision.date'])),
  },
  {
    id: 'G27-3.6-1',
    ...anyPenalty,
    from: dayOf('2022-07-29'),
    when: (facts) => has(facts, 'agency.fines-ranked'),
    keeps: (facts) => not(flag(facts, 'agency.fines-ranked')),
  },
  {
    id: 'OGI-20-1',
    types: ['penalty', 'compulsory-enforcement'],
    from: dayOf('2019-05-15'),
    dated: 'decision.date',
    when: (facts) => has(facts, 'agency.published-items'),
    keeps: (facts) => {
      const items = facts['agency.published-items'] as readonly string[];
      return ['basis', 'conditions', 'procedure'].every((item) => items.includes(item));
    },
  },
  {
    id: 'TCR-10-1',
    ...transfer,
    dated: 'police.refusal-notice-on',
    when: (facts) =>
      (has(facts, 'police.refusal-notice-on') || stated(facts, 'police.refused')) &&
      stated(facts, 'transfer.penalty-due'),
    keeps: seenOr('decision.date', 'penalty-decision'),
  },
  {
    id: 'TCR-4-2',
    ...transfer,
    dated: 'transfer.decided-on',
    when: (facts, record) => has(facts, 'transfer.evidence-kept') && transferConsidered(facts, record),
    keeps: asked('transfer.evidence-kept'),
  },
  {
    id: 'TCR-5-7',
    ...transfer,
    dated: 'transfer.decided-on',
    when: (facts) => facts['transfer.approved'] === false,
    keeps: asked('transfer.refusal-reason-recorded'),
  },
];
