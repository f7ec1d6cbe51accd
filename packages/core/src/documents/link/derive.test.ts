import { expect, test } from 'vitest';
import { isCaseFile, isWhole } from './derive.ts';

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

test('what was not read or named may be what is missing', () => {
  expect(isWhole(of('cover', 'penalty-decision'), 0)).toBe(true);
  expect(isWhole(of('cover', 'penalty-decision'), 1)).toBe(false);
  expect(isWhole(of('cover', 'unknown'), 0)).toBe(false);
});
