/**
 * The rules of the comparison as neutral data: each engine gets its own translation of the same list. Lifelike in kind and mix: flags, presence,
 * order of days, natural and working days, money, elements of lists, counts, documents; many behind a guard.
 */
export type Rule = { readonly id: string; readonly guard?: readonly [fact: string, value: string | boolean] } & (
  | { readonly kind: 'holds'; readonly fact: string }
  | { readonly kind: 'order'; readonly first: string; readonly then: string }
  | {
      readonly kind: 'within';
      readonly from: string;
      readonly to: string;
      readonly limit: number;
      readonly working: boolean;
    }
  | { readonly kind: 'at-most'; readonly left: string; readonly right: string }
  | { readonly kind: 'officers'; readonly list: string }
  | { readonly kind: 'every'; readonly list: string; readonly field: string }
  | { readonly kind: 'count'; readonly list: string; readonly least: number }
  | { readonly kind: 'document'; readonly paper: string }
);

type Body<T> = T extends Rule ? Omit<T, 'id' | 'guard'> : never;
const ordinary = ['case.procedure', 'ordinary'] as const;
const organisation = ['party.kind', 'organisation'] as const;
const heard = ['hearing.requested', true] as const;

const holds = (fact: string): Body<Rule> => ({ kind: 'holds', fact });
const order = (first: string, then: string): Body<Rule> => ({ kind: 'order', first, then });
const days = (from: string, to: string, limit: number): Body<Rule> => ({
  kind: 'within',
  from,
  to,
  limit,
  working: false,
});
const workingDays = (from: string, to: string, limit: number): Body<Rule> => ({
  kind: 'within',
  from,
  to,
  limit,
  working: true,
});

const plain: Body<Rule>[] = [
  ...[
    'filing.approved',
    'filing.states-source',
    'filing.states-facts',
    'filing.handlers-signed',
    'notice.states-facts',
    'notice.states-reasons',
    'notice.states-basis',
    'notice.states-penalty',
    'notice.tells-statement',
    'decision.states-address',
    'decision.states-facts',
    'decision.states-evidence',
    'decision.states-basis',
    'decision.has-seal',
  ].map(holds),
  order('filing.date', 'investigation.report-date'),
  order('investigation.report-date', 'notice.date'),
  order('notice.date', 'decision.date'),
  order('decision.date', 'decision.served-on'),
  order('decision.date', 'closing.date'),
  days('decision.served-on', 'payment.date', 15),
  workingDays('decision.date', 'publication.date', 7),
  workingDays('decision.date', 'decision.served-on', 7),
  workingDays('notice.date', 'notice.served-on', 7),
  { kind: 'officers', list: 'inspections[]' },
  { kind: 'officers', list: 'inquiries[]' },
  { kind: 'every', list: 'inspections[]', field: 'shows-certificates' },
  { kind: 'every', list: 'inquiries[]', field: 'shows-certificates' },
  { kind: 'count', list: 'inquiries[]', least: 1 },
  { kind: 'count', list: 'officers[]', least: 2 },
  { kind: 'document', paper: 'filing-approval' },
  { kind: 'document', paper: 'investigation-report' },
];
const guarded: [Rule['guard'], Body<Rule>][] = [
  [ordinary, days('filing.date', 'decision.date', 90)],
  [ordinary, holds('discussion.states-conclusion')],
  [ordinary, holds('investigation.signed')],
  [ordinary, holds('investigation.states-facts')],
  [ordinary, holds('legal-review.signed')],
  [ordinary, order('legal-review.date', 'decision.date')],
  [ordinary, order('discussion.date', 'decision.date')],
  [ordinary, order('notice.served-on', 'decision.date')],
  [ordinary, { kind: 'document', paper: 'penalty-notice' }],
  [ordinary, { kind: 'document', paper: 'penalty-decision' }],
  [ordinary, holds('closing.approved')],
  [ordinary, { kind: 'at-most', left: 'decision.fine', right: 'notice.fine' }],
  [ordinary, { kind: 'every', list: 'services[]', field: 'recipient-signed' }],
  [organisation, holds('decision.states-performance')],
  [organisation, holds('decision.states-review')],
  [organisation, holds('decision.states-litigation')],
  [organisation, { kind: 'at-most', left: 'payment.amount', right: 'decision.fine' }],
  [organisation, { kind: 'every', list: 'inquiries[]', field: 'tells-rights' }],
  [organisation, { kind: 'every', list: 'inspections[]', field: 'tells-recusal' }],
  [organisation, { kind: 'count', list: 'evidence[]', least: 2 }],
  [organisation, { kind: 'every', list: 'evidence[]', field: 'confirmed-against-original' }],
  [heard, order('hearing.requested-on', 'hearing.held-on')],
  [heard, order('hearing.held-on', 'legal-review.date')],
  [heard, order('hearing.held-on', 'decision.date')],
  [heard, workingDays('notice.served-on', 'hearing.requested-on', 5)],
  [heard, holds('hearing.public')],
  [heard, holds('hearing.states-debate')],
  [heard, holds('hearing.party-signed')],
  [heard, { kind: 'document', paper: 'hearing-record' }],
  [heard, { kind: 'document', paper: 'hearing-report' }],
  [['preservation.used', true], workingDays('preservation.date', 'preservation.handled-on', 7)],
  [['preservation.used', true], holds('preservation.approved')],
  [['preservation.used', true], holds('preservation.has-list')],
];

export const rules: readonly Rule[] = [
  ...plain.map((body): [Rule['guard'], Body<Rule>] => [undefined, body]),
  ...guarded,
].map(
  ([guard, body], index) =>
    ({ id: `B-${String(index + 1).padStart(3, '0')}`, ...(guard === undefined ? {} : { guard }), ...body }) as Rule,
);
