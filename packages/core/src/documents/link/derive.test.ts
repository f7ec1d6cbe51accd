import { expect, test } from 'vitest';
import { isCaseFile, isWhole } from './whole.ts';

const of = (...kinds: readonly string[]) => kinds.map((kind) => ({ kind }));

test('a decision alone is no case file; what is bound or closed as one is', () => {
  expect(isCaseFile(of('penalty-decision'))).toBe(false);
  expect(isCaseFile(of('penalty-decision', 'service-receipt', 'penalty-notice'))).toBe(false);
  expect(isCaseFile(of('file-index', 'penalty-decision'))).toBe(true);
  expect(isCaseFile(of('file-index'))).toBe(false);
  expect(isCaseFile(of('closing-approval', 'penalty-decision'))).toBe(false);
  expect(isCaseFile(of('closing-approval', 'filing-approval', 'penalty-decision'))).toBe(true);
  expect(isCaseFile(of('filing-approval', 'inquiry-record', 'evidence', 'penalty-notice', 'penalty-decision'))).toBe(
    false,
  );
  expect(
    isCaseFile(
      of('filing-approval', 'inquiry-record', 'evidence', 'penalty-notice', 'penalty-decision', 'service-receipt'),
    ),
  ).toBe(true);
});

const fact = (value: string) => ({ value, anchors: [], origin: 'extracted' as const, confidence: 0.9 });
const about = (kind: string, name: string) => ({ kind, facts: { 'party.name': fact(name) } });

test('forms of several cases in one bundle are no file, however many; a name written wrong makes no other case', () => {
  const kinds = ['filing-approval', 'inspection-record', 'penalty-notice', 'penalty-decision', 'closing-approval'];
  const more = of('inquiry-record', 'service-receipt');
  const named = (names: readonly string[]) => [...kinds.map((kind, at) => about(kind, names[at] ?? '')), ...more];
  expect(isCaseFile(named(['甲乙饭店', '丙丁商店', '戊己农庄', '庚辛诊所', '壬癸旅馆']))).toBe(false);
  expect(isCaseFile(named(['甲乙饭店', '甲已饭店', '甲乙饭店', '戊己农庄', '甲乙饭店']))).toBe(true);
  expect(isCaseFile(named(['甲某饭店', '丙丁商店', '戊己农庄', '庚辛诊所', '甲某饭店']))).toBe(true);
});

test('papers that end with the decision are not yet the file of the case, but where they are bound as one', () => {
  const before = ['source-registration', 'inquiry-record', 'inspection-record', 'penalty-notice', 'decision-approval'];
  expect(isCaseFile(of(...before, 'penalty-decision', 'seizure-list'))).toBe(false);
  expect(isCaseFile(of(...before, 'penalty-decision', 'payment-receipt'))).toBe(true);
  expect(isCaseFile(of(...before, 'penalty-decision', 'cover'))).toBe(true);
});

test('what was not read or named may be what is missing', () => {
  expect(isWhole(of('cover', 'penalty-decision'), 0)).toBe(true);
  expect(isWhole(of('cover', 'penalty-decision'), 1)).toBe(false);
  expect(isWhole(of('cover', 'unknown'), 0)).toBe(false);
});

test('the second half of a file, bound by nothing, is no whole file', () => {
  const half = ['penalty-notice', 'service-receipt', 'decision-approval', 'penalty-decision', 'payment-receipt'];
  expect(isCaseFile(of(...half, 'closing-approval', 'archive-note'))).toBe(false);
  expect(isCaseFile(of(...half, 'closing-approval', 'investigation-report'))).toBe(true);
  expect(isCaseFile(of(...half, 'closing-approval', 'cover'))).toBe(true);
  expect(isCaseFile(of('hearing-record', 'decision-approval', 'payment-receipt', 'closing-approval'))).toBe(false);
  expect(isCaseFile(of('penalty-decision', 'payment-urging', 'service-receipt', 'closing-approval'))).toBe(true);
});
