import type { CaseRecord, Fact } from '../record/types.ts';
import type { Kinds } from './kinds.ts';
import { chooseFacts } from './link/choose.ts';
import { derive, isCaseFile, isWhole } from './link/derive.ts';
import { checkIndex } from './link/index-check.ts';
import { gatherLists } from './link/lists.ts';
import { recitedFiling, recitedNotice } from './link/recited.ts';
import type { Recognition } from './recognise.ts';
import type { ExtractedDocument } from './types.ts';

/** Papers that recite when the case was filed. */
const reciting: ReadonlySet<string> = new Set(['penalty-decision', 'penalty-notice', 'investigation-report']);

/**
 * One record from the documents of a case: the decisive paper's value first, what other papers state differently beside it. Nothing is
 * picked silently; what follows from papers being absent is only said where every page was read.
 */
export function link(
  documents: readonly ExtractedDocument[],
  recognition: Recognition,
  kinds: Kinds,
  options: { readonly id: string },
): CaseRecord {
  const withRecited = documents.map((document, index) => recite(document, recognition, index));
  const whole = isWhole(documents, recognition.unread.length);
  const facts: Record<string, Fact> = {
    ...chooseFacts(withRecited),
    ...gatherLists(documents),
    ...checkIndex(recognition.documents, kinds, whole),
  };
  derive(facts, documents, whole);
  const summary =
    documents.some((document) => document.kind === 'summary-decision') &&
    !documents.some((document) => document.kind === 'penalty-decision');
  const penalty = documents.some((document) => penaltyPapers.has(document.kind));
  const agency = facts['decision.agency']?.value;
  return {
    id: options.id,
    ...(typeof agency === 'string' ? { agency } : {}),
    ...(penalty ? { caseType: 'penalty', procedure: summary ? 'summary' : 'ordinary' } : {}),
    complete: isCaseFile(documents),
    facts,
    documents: documents.map(({ facts: _, confidence: __, ...document }) => document),
    ...(recognition.unread.length > 0 ? { unread: recognition.unread } : {}),
    ...(recognition.notices.length > 0 ? { notices: recognition.notices } : {}),
  };
}

const penaltyPapers: ReadonlySet<string> = new Set([
  'penalty-decision',
  'penalty-notice',
  'filing-approval',
  'no-penalty-decision',
  'summary-decision',
  'investigation-report',
]);

function recite(document: ExtractedDocument, recognition: Recognition, index: number): ExtractedDocument {
  const reader = recognition.documents[index]?.reader;
  if (reader === undefined || !reciting.has(document.kind)) return document;
  const filed = 'filing.date' in document.facts ? null : recitedFiling(reader);
  const told = document.kind === 'penalty-decision' ? recitedNotice(reader) : null;
  return {
    ...document,
    facts: {
      ...document.facts,
      ...(filed === null ? {} : { 'filing.date': filed }),
      ...(told === null ? {} : { 'notice.date': told }),
    },
  };
}
