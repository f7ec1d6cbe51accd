import type { RecognisedDocument } from '../../recognise.ts';
import { scanDates } from '../../scan/dates.ts';

/** Papers of others: what stands in them is not the agency's own. */
export const ofOthers: ReadonlySet<string> = new Set(['evidence', 'identity-proof', 'appraisal-report', 'unknown']);

/** Minutes of what people said: they may err, and contradict nobody. */
export const ofWords: ReadonlySet<string> = new Set([
  'inquiry-record',
  'hearing-record',
  'statement-record',
  'discussion-record',
]);

/** Words of another case, told as the party's past. */
const OF_ANOTHER_CASE = /曾|前次|此前|另案|上一?次|历史|以前|已被|再次|同案/u;

/** Whether what stands before the offset in its sentence speaks of another case. */
export function speaksOfAnother(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at);
  return OF_ANOTHER_CASE.test(before.slice(before.search(/[^。;]*$/u)));
}

/** Every day a paper names. */
export function daysIn({ reader }: RecognisedDocument): ReadonlySet<string> {
  return new Set(scanDates(reader).flatMap(({ value }) => (value === null ? [] : [value])));
}

/** At most so many contradictions of one kind are told. */
export const MOST = 8;
