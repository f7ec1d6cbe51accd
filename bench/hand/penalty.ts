import type { CaseRecord } from '@anjuan/core';
import { dayOf, workingDaysAfter } from './days.ts';
import {
  atMost,
  both,
  delegated,
  earlier,
  either,
  fined,
  flag,
  has,
  inOrder,
  is,
  not,
  number,
  paper,
  reformed,
  stated,
  suspended,
  type Truth,
  type Whole,
  withinDays,
} from './facts.ts';
import { anyPenalty, asked, ordinary, seenOr, summary } from './kinds.ts';

/** The drawn rules on penalties. */
export const penaltyRules: readonly Whole[] = [
  {
    id: 'ALIC-64-1',
    types: ['inspection', 'penalty'],
    from: dayOf('2019-04-23'),
    dated: 'inspection.date',
    when: (facts) => stated(facts, 'inspection.licensee-elsewhere'),
    keeps: (facts, record) =>
      has(facts, 'inspection.licensor-told')
        ? flag(facts, 'inspection.licensor-told')
        : paper(record, 'licensor-letter'),
  },
  { id: 'APL-17-1', ...ordinary, keeps: asked('agency.has-power') },
  {
    id: 'APL-21-1',
    ...anyPenalty,
    when: delegated,
    keeps: (facts) => both(flag(facts, 'delegation.public-body'), flag(facts, 'delegation.has-officers')),
  },
  {
    id: 'APL-28-1',
    ...ordinary,
    when: penalised,
    keeps: (facts, record) =>
      stated(facts, 'correction.ordered') ||
      either(flag(facts, 'correction.ordered'), paper(record, 'correction-order')),
  },
  {
    id: 'APL-30-1',
    ...ordinary,
    when: (facts, record) =>
      has(facts, 'party.age') && penalised(facts, record) ? is(facts, 'party.kind', 'natural-person') : false,
    keeps: (facts) => atMost(14, number(facts, 'party.age')),
  },
  {
    id: 'APL-33-4',
    ...anyPenalty,
    when: (facts, record) => !penalised(facts, record) && facts['no-penalty.ground'] !== 'not-established',
    keeps: asked('no-penalty.educated'),
  },
  {
    id: 'APL-38-2',
    ...anyPenalty,
    when: (facts) => has(facts, 'decision.gravely-unlawful'),
    keeps: (facts) => not(flag(facts, 'decision.gravely-unlawful')),
  },
  {
    id: 'APL-41-4',
    ...anyPenalty,
    when: (facts) => stated(facts, 'case.monitored'),
    keeps: (facts) => both(flag(facts, 'case.monitor-told'), flag(facts, 'case.monitor-query')),
  },
  {
    id: 'APL-43-1',
    ...anyPenalty,
    when: (facts) => stated(facts, 'recusal.interest'),
    keeps: asked('recusal.withdrew'),
  },
  {
    id: 'APL-44-2',
    ...ordinary,
    when: (facts, record) => has(facts, 'notice.served-on') || seenOr('notice.date', 'penalty-notice')(facts, record),
    keeps: (facts) => inOrder(dayOf(facts['notice.served-on'] ?? facts['notice.date']), dayOf(facts['decision.date'])),
  },
  {
    id: 'APL-44-9',
    ...ordinary,
    when: (facts, record) => {
      if (stated(facts, 'notice.fine-is-range') || stated(facts, 'statement.made')) return false;
      if (stated(facts, 'hearing.requested') || has(facts, 'hearing.requested-on')) return false;
      if (paper(record, 'hearing-request') === true) return false;
      return both(fined(facts), seenOr('notice.fine', 'penalty-notice')(facts, record));
    },
    keeps: (facts) => atMost(number(facts, 'decision.fine'), number(facts, 'notice.fine')),
  },
  {
    id: 'APL-47-2',
    ...ordinary,
    dated: 'filing.date',
    when: seenOr('filing.date', 'filing-approval'),
    keeps: asked('filing.handlers-signed'),
  },
  {
    id: 'APL-51-1',
    ...summary,
    keeps: (facts) => {
      if (stated(facts, 'summary.special-limit')) return true;
      const some = fined(facts);
      if (some === false) return true;
      const fine = number(facts, 'decision.fine');
      const kind = facts['party.kind'];
      if (kind === undefined) return fine > 3000 ? false : null;
      if (kind === 'natural-person') return Number.isNaN(fine) ? null : fine <= 200 ? true : either(not(some), false);
      if (kind !== 'organisation' && kind !== 'individual-business') return not(some);
      if (Number.isNaN(fine)) return null;
      if (fine > 3000) return false;
      return kind === 'organisation' || fine <= 200 ? true : flag(facts, 'agency.sole-trader-as-organisation');
    },
  },
  {
    id: 'APL-52-2',
    ...summary,
    keeps: (facts) => {
      const numbered = facts['summary.numbered'];
      const form = has(facts, 'summary.preset-form') ? flag(facts, 'summary.preset-form') : true;
      if (numbered === false) return false;
      return both(has(facts, 'decision.number') || numbered === true ? true : null, form);
    },
  },
  {
    id: 'APL-52-9',
    ...summary,
    keeps: (facts) => both(flag(facts, 'decision.states-review'), flag(facts, 'decision.states-litigation')),
  },
  {
    id: 'APL-55-3',
    ...ordinary,
    when: (facts) => !stated(facts, 'case.monitored'),
    keeps: (_, record) => paper(record, 'inspection-record', 'inquiry-record'),
  },
  {
    id: 'APL-57-10',
    ...ordinary,
    when: seenOr('investigation.report-date', 'investigation-report'),
    keeps: (facts) => inOrder(dayOf(facts['investigation.report-date']), dayOf(facts['decision.date'])),
  },
  {
    id: 'APL-57-5',
    ...ordinary,
    dated: 'discussion.date',
    when: seenOr('discussion.date', 'discussion-record'),
    keeps: asked('discussion.signed'),
  },
  {
    id: 'APL-58-3',
    ...ordinary,
    when: (facts, record) => penalised(facts, record) && seenOr('legal-review.date', 'legal-review')(facts, record),
    keeps: asked('legal-review.passed'),
  },
  { id: 'APL-59-13', ...ordinary, keeps: asked('decision.has-seal') },
  // Article 59 speaks of the paper of a penalty given.
  {
    id: 'APL-59-3',
    ...ordinary,
    when: (facts, record) => penalised(facts, record),
    keeps: asked('decision.states-facts'),
  },
  {
    id: 'APL-60-1',
    ...ordinary,
    keeps: (facts) => {
      const filed = dayOf(facts['filing.date']);
      const decided = dayOf(facts['decision.date']);
      const paused = suspended(facts, 'decision.suspensions');
      const plain = withinDays(filed, decided, 90 + paused, true);
      if (plain === true) return true;
      let kept: Truth = plain;
      if (stated(facts, 'decision.extension-approved'))
        kept = either(kept, withinDays(filed, decided, number(facts, 'decision.extended-period') + paused, true));
      // Rules of their own may give these agencies other periods.
      if (
        /海关|证券监督|证监|外汇管理|金融监督管理|银保监|银行保险监督|中国人民银行/u.test(
          String(facts['decision.agency']),
        )
      )
        kept = either(kept, withinDays(filed, decided, number(facts, 'decision.extended-period') + paused, true));
      if (filed >= reformed) return kept;
      const counted = both(
        earlier(filed, reformed),
        both(withinDays(reformed, decided, 90 + paused, true), flag(facts, 'decision.counted-from-commencement')),
      );
      return either(kept, counted);
    },
  },
  {
    id: 'APL-63-2',
    ...ordinary,
    when: (facts, record) => {
      if (stated(facts, 'hearing.party-absent') || !penalised(facts, record)) return false;
      const wanted =
        stated(facts, 'hearing.requested') || has(facts, 'hearing.requested-on')
          ? true
          : either(
              has(facts, 'hearing.requested') ? flag(facts, 'hearing.requested') : false,
              paper(record, 'hearing-request'),
            );
      if (wanted === false) return false;
      const waived = both(
        has(facts, 'hearing.waived-in-writing') ? true : paper(record, 'statement-waiver'),
        flag(facts, 'hearing.waived-in-writing'),
      );
      if (waived === true) return false;
      const told = dayOf(facts['notice.served-on']);
      const on = dayOf(facts['hearing.requested-on']);
      const inTime = told < 0 || on < 0 ? true : on <= workingDaysAfter(told, 5);
      return both(both(wanted, not(waived)), inTime);
    },
    keeps: seenOr('hearing.held-on', 'hearing-record'),
  },
  {
    id: 'APL-64-6',
    ...ordinary,
    dated: 'hearing.held-on',
    when: (facts) => has(facts, 'hearing.agents'),
    keeps: (facts) => atMost(number(facts, 'hearing.agents'), 2),
  },
  {
    id: 'APL-66-2',
    ...ordinary,
    when: (facts, record) => stated(facts, 'payment.instalment-granted') || paper(record, 'instalment-approval'),
    keeps: asked('payment.instalment-approved'),
  },
  {
    id: 'APL-70-1',
    ...anyPenalty,
    when: (facts, record) =>
      stated(facts, 'collection.on-the-spot') ||
      has(facts, 'collection.date') ||
      stated(facts, 'payment.collected-by-officers') ||
      paper(record, 'fine-handover') === true,
    keeps: (facts) =>
      has(facts, 'collection.special-receipt')
        ? flag(facts, 'collection.special-receipt') === true
        : flag(facts, 'payment.legal-receipt'),
  },
  {
    id: 'APL-73-3',
    ...anyPenalty,
    when: (facts, record) =>
      stated(facts, 'remedy.applied') &&
      (has(facts, 'surcharge.amount') || paper(record, 'surcharge-decision') === true),
    keeps: asked('surcharge.excludes-remedy'),
  },
  {
    id: 'APL-77-2',
    ...ordinary,
    when: asked('decision.confiscates-goods'),
    keeps: (facts, record) => stated(facts, 'confiscation.has-list') || paper(record, 'confiscation-list'),
  },
  {
    id: 'ARC-47-5',
    ...ordinary,
    from: dayOf('2018-12-05'),
    keeps: (facts, record) => stated(facts, 'archive.has-index') || paper(record, 'file-index'),
  },
  {
    id: 'ARL-23-1',
    ...summary,
    from: dayOf('2024-01-01'),
    keeps: (facts) =>
      stated(facts, 'decision.tells-direct-litigation') ? false : flag(facts, 'decision.tells-review-first'),
    earlier: {
      from: dayOf('2018-01-01'),
      when: (facts) => stated(facts, 'decision.tells-review-first'),
      keeps: asked('decision.review-first-by-other-law'),
    },
  },
];

/** Whether nothing shows that no penalty was given. */
function penalised(facts: CaseRecord['facts'], record: CaseRecord): boolean {
  const penalties = facts['decision.penalties[]'];
  if (has(facts, 'no-penalty.ground') || (Array.isArray(penalties) && penalties.length === 0)) return false;
  return paper(record, 'no-penalty-decision') !== true;
}
