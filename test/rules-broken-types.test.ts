import { expect, test } from 'vitest';
import { evaluate, type FactValue } from '../packages/core/src/index.ts';
import { readRules } from '../packages/core/src/node.ts';
import { agency, files, recordOf } from './lawful.ts';

const book = await readRules();

type Changed = Readonly<Record<string, FactValue | null>>;

/** Rules that fail when a lawful file is changed so, or lacks those papers. */
function broken(name: keyof typeof files, changed: Changed, without: readonly string[] = []): string[] {
  const file = files[name];
  if (file === undefined) throw new Error(`no lawful file ${name}`);
  const kept = Object.entries({ ...file.facts, ...changed }).filter(([, value]) => value !== null);
  const record = recordOf({
    ...file,
    facts: Object.fromEntries(kept) as Record<string, FactValue>,
    kinds: file.kinds.filter((kind) => !without.includes(kind)),
  });
  const { findings } = evaluate(book.plan, record, { calendar: book.calendar, agency });
  return findings.filter((finding) => finding.outcome === 'fail').map((finding) => finding.rule);
}

const licence = 'a licence after a hearing, with an extension and special time';
const seizure = 'a seizure, extended and lifted';
const freezing = 'a freezing, extended and lifted';
const demolition = 'a demolition by the agency';
const court = 'an application to the court';
const inspection = 'a random inspection of a licensee';

test.each<[keyof typeof files, Changed, readonly string[], readonly string[]]>([
  [licence, { 'application.supplement-told-on': '2026-03-10' }, [], ['ALIC-32-1']],
  [licence, { 'application.supplement-times': 2, 'application.supplement-states-all': false }, [], ['ALIC-32-2']],
  [licence, { 'licence.verifiers': ['张明'] }, [], ['ALIC-34-1']],
  [licence, { 'licence.opinions-heard': false }, [], ['ALIC-36-2']],
  [licence, { 'hearing.host': '张明' }, [], ['ALIC-48-2']],
  [licence, { 'hearing.notified-on': '2026-03-20' }, [], ['ALIC-48-1']],
  [licence, { 'licence.certificate-issued-on': '2026-05-13' }, [], ['ALIC-44-1']],
  [licence, { 'licence.extension-states-reasons': false }, [], ['ALIC-42-4']],
  [licence, { 'licence.fee-charged': 300, 'licence.fee-lawful': false }, [], ['ALIC-58-1']],
  ['a licence refused', { 'decision.states-reasons': false }, [], ['ALIC-38-3']],
  ['a licence refused', {}, ['licence-refusal'], ['ALIC-38-5']],
  ['a licence refused', {}, ['licence-acceptance'], ['ALIC-32-6']],
  [seizure, { 'measure.officers': ['张明'] }, [], ['CEL-18-3']],
  [seizure, { 'measure.told': ['reasons', 'basis', 'rights'] }, [], ['CEL-18-6']],
  [seizure, { 'measure.basis-rank': 'rule' }, [], ['CEL-10-1', 'CEL-16-1']],
  [seizure, { 'measure.certificates': ['3701', '9999'] }, [], ['CEL-17-2']],
  [seizure, { 'measure.extension-told-on': '2026-04-20' }, [], ['CEL-25-6']],
  [
    seizure,
    { 'measure.appraisal-told': false, 'measure.handled-on': '2026-05-10' },
    [],
    [...['CEL-25-4', 'CEL-25-6', 'CEL-25-8', 'CEL-27-1']],
  ],
  [
    seizure,
    { 'measure.handled-on': '2026-05-20', 'measure.lifted-on': '2026-05-20', 'measure.returned-on': '2026-05-20' },
    [],
    ['CEL-27-1'],
  ],
  [seizure, {}, ['seizure-list'], ['CEL-24-2']],
  [freezing, { 'measure.delivered-on': '2026-03-16' }, [], ['CEL-31-1']],
  [freezing, { 'measure.frozen-amount': 50001 }, [], ['CEL-29-2']],
  [freezing, { 'measure.basis-rank': 'regulation' }, [], ['CEL-29-1']],
  [demolition, { 'urging.served-on': '2026-03-18', 'urging.deadline': '2026-03-17' }, [], ['CEL-35-2']],
  [demolition, { 'enforcement.date': '2026-10-01' }, [], ['CEL-43-1']],
  [demolition, { 'enforcement.ended': '2026-03-30T23:10:00+08:00' }, [], ['CEL-43-2']],
  [demolition, { 'decision.served-on': '2025-10-09' }, [], ['CEL-44-4']],
  [demolition, { 'enforcement.announcement-deadline': '2026-03-30' }, [], ['CEL-44-3']],
  ['performance by another', { 'substitute.urged-on': '2026-03-25' }, [], ['CEL-51-3']],
  [court, { 'enforcement.applied-on': '2026-03-16' }, [], ['CEL-54-1']],
  [court, { 'enforcement.applied-on': '2026-05-26' }, [], ['CEL-53-2']],
  [court, { 'enforcement.application-signed': false }, [], ['CEL-55-2']],
  [court, { 'surcharge.amount': 20000.5 }, [], ['CEL-45-2']],
  [inspection, { 'inspection.object-drawn': false }, [], ['G58-2.2-1']],
  [inspection, { 'inspection.record-signed': false }, [], ['ALIC-61-2']],
  [inspection, { 'inspection.states-basis': false }, [], ['APL-54-21']],
  [inspection, {}, ['random-draw'], ['G58-2.2-3']],
])('%s with %j', (name, changed, without, expected) => {
  expect(broken(name, changed, without)).toEqual(expected);
});
