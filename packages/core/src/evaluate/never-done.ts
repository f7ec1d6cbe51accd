import type { Frame } from '../operators/frame.ts';
import type { FactEntry } from '../record/dictionary.ts';

/** Themes of what is done, and kept, before anything is decided and whatever it ends in. */
const WHATEVER_THE_END: ReadonlySet<string> = new Set([
  'filing',
  'officers',
  'record',
  'evidence',
  'consistency',
  'closing',
]);

/** Acts that leave the paper they are dated by or none; others may be shown by papers that are not theirs. */
const ACTS: ReadonlySet<string> = new Set([
  'decision.date',
  'notice.date',
  'hearing.held-on',
  'acceptance.date',
  'acceptance.refused-on',
  'application.received-on',
]);

/** Whether a rule speaks of a case that ended without the act it is dated by. */
export function standsWithout(theme: string): boolean {
  return WHATEVER_THE_END.has(theme);
}

/**
 * Whether the act whose day is asked for was plainly never done: no paper of it is in a whole file, and no number of it is told. That a paper is
 * missing which must be there is told by the rule that asks for it, not by all that are dated by it. A paper without a name may be the decision, but
 * where the case was given up.
 */
export function neverDone(path: string, entry: FactEntry, frame: Frame): boolean {
  if (path === 'decision.date' && frame.fact('closing.without-decision')?.value === true) return true;
  // What comes without papers, as a row of a ledger, proves nothing by their absence.
  if (!ACTS.has(path) || frame.record.documents.length === 0) return false;
  if (entry.from.length === 0 || (entry.numbered !== undefined && frame.fact(entry.numbered) !== null)) return false;
  const found = frame.hasDocument(entry.from);
  if (found !== null || path === 'decision.date') return found === false;
  return frame.withoutUnnamed(() => frame.hasDocument(entry.from)) === false;
}
