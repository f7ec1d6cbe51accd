import { expect, test } from 'vitest';
import { type CaseRecord, createEvaluator, type FactValue } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { caseOf, clean, profile } from './lawful-penalty.ts';

const { shelf, calendar } = await readRules();
type Facts = Readonly<Record<string, FactValue>>;
const without = (pattern: RegExp): Facts =>
  Object.fromEntries(Object.entries(clean).filter(([path]) => !pattern.test(path)));
const silentOn = (...what: readonly string[]): Facts =>
  Object.fromEntries(what.map((name) => [`decision.states-${name}`, false]));

/** A decision not to penalise: no notice of a penalty, nothing to perform, nothing paid, nothing published. */
const notPenalised = caseOf(
  {
    ...without(/^(payment|publication|notice|decision\.fine|decision\.payment)/u),
    ...silentOn('kind', 'performance', 'surcharge', 'collector', 'discretion'),
    'decision.penalties[]': [],
    'no-penalty.ground': 'minor',
    'no-penalty.educated': true,
    'services[]': [
      {
        document: 'no-penalty-decision',
        title: '不予行政处罚决定书',
        date: '2026-03-26',
        method: 'direct',
        'recipient-signed': true,
      },
    ],
  },
  ['penalty-notice', 'penalty-decision', 'publication-record', 'payment-receipt'],
  ['no-penalty-decision'],
);

/** A warning and nothing else: it is carried out by being served. */
const warned = caseOf(
  {
    ...without(/^(payment|publication|notice\.fine|decision\.fine|decision\.payment)/u),
    ...silentOn('performance', 'surcharge', 'collector'),
    'notice.penalties[]': [{ kind: '警告' }],
    'decision.penalties[]': [{ kind: '警告' }],
    'publication.exempt': true,
  },
  ['payment-receipt', 'publication-record'],
);

/** The investigation was ended and the file closed without any decision. */
const ended = caseOf(
  {
    ...without(/^(payment|publication|notice|decision|approval|services|legal-review)/u),
    'closing.without-decision': true,
  },
  [
    ...['penalty-notice', 'penalty-decision', 'publication-record', 'payment-receipt', 'legal-review'],
    ...['decision-approval', 'service-receipt'],
  ],
  ['case-suspension'],
);

function convictions(one: CaseRecord): string[] {
  return shelf.all().flatMap((pack) => {
    const { findings } = createEvaluator(pack.plan, calendar).evaluate(one, profile);
    expect(findings.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(15);
    return findings
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'error')
      .map(({ rule, message }) => `${rule} ${message}`);
  });
}

test('a lawful file that ends without a fine has no defect in any pack', () => {
  expect(convictions(notPenalised)).toEqual([]);
  expect(convictions(warned)).toEqual([]);
  expect(convictions(ended)).toEqual([]);
});

test('what forbids a penalty convicts nobody who was not penalised', () => {
  const grounds: readonly Facts[] = [
    { 'party.kind': 'natural-person', 'party.age': 13, 'no-penalty.ground': 'age' },
    { 'party.kind': 'natural-person', 'party.age': 40, 'party.incapable': true, 'no-penalty.ground': 'incapable' },
    { 'case.act-ended-on': '2020-01-05', 'case.five-year-limit': false },
    { 'case.mitigating': true, 'decision.lenient': false, 'decision.mitigated': false },
    { 'case.minor-and-corrected': true },
    { 'case.no-fault-proved': true, 'case.fault-not-needed': false, 'no-penalty.ground': 'no-fault' },
    { 'no-penalty.ground': 'not-established', 'no-penalty.educated': false, 'legal-review.passed': false },
    { 'correction.ordered': false, 'decision.citations[]': [], 'decision.states-basis': true },
  ];
  for (const facts of grounds) {
    const one = { ...notPenalised, facts: { ...notPenalised.facts, ...facts } };
    expect(
      convictions({ ...one, documents: one.documents.filter(({ kind }) => kind !== 'correction-order') }),
      JSON.stringify(facts),
    ).toEqual([]);
  }
});

test('the same papers with a fine would be wanting', () => {
  const fined = caseOf({ ...clean, ...silentOn('kind', 'performance') }, ['penalty-notice', 'publication-record']);
  const found = createEvaluator(shelf.resolve([]).plan, calendar)
    .evaluate(fined, profile)
    .findings.filter(({ outcome }) => outcome === 'fail')
    .map(({ rule }) => rule);
  expect(found).toEqual(expect.arrayContaining(['APL-44-1', 'APL-59-5', 'APL-59-8']));
});
