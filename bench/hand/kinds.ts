import { compulsion, flag, has, paper, reformed, type Test, transferred } from './facts.ts';

export const ordinary = { types: ['penalty'], procedure: 'ordinary', from: reformed, dated: 'decision.date' };
export const summary = { types: ['penalty'], procedure: 'summary', from: reformed, dated: 'decision.date' };
export const anyPenalty = { types: ['penalty'], from: reformed, dated: 'decision.date' };
export const measure = { types: ['compulsory-measure', 'penalty'], from: compulsion, dated: 'measure.date' };
export const enforcement = {
  types: ['compulsory-enforcement', 'penalty'],
  from: compulsion,
  dated: 'enforcement.date',
};
export const transfer = { types: ['penalty', 'transfer'], from: transferred };
export const asked =
  (path: string): Test =>
  (facts) =>
    flag(facts, path);
export const seenOr =
  (path: string, kind: string): Test =>
  (facts, record) =>
    has(facts, path) ? true : paper(record, kind);
