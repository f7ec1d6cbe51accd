import type { CaseRecord, Fact } from '../record/types.ts';
import type { Facts } from './facts.ts';
import type { Kinds } from './kinds.ts';
import { natureFacts, natureOf } from './link/case-type.ts';
import { chooseFacts } from './link/choose.ts';
import { findClashes } from './link/clashes.ts';
import { nearNames } from './link/contradictions/near-names.ts';
import { askOfPayers } from './link/contradictions/payers.ts';
import { allContradictions } from './link/contradictions/union.ts';
import { onlyOwnDecision } from './link/deciding.ts';
import { derive } from './link/derive.ts';
import { doubtedIndex } from './link/doubted.ts';
import { checkIndex, tellPart } from './link/index-check.ts';
import { gatherLists } from './link/lists.ts';
import { recitedFiling, recitedNotice } from './link/recited.ts';
import { casesOf, otherDecisions, tellMixed, tellOthers } from './link/several.ts';
import { isCaseFile, isWhole, papersOfOne } from './link/whole.ts';
import type { Recognition } from './recognise.ts';
import { isScan } from './scan-text.ts';
import type { ExtractedDocument } from './types.ts';

/** Papers that recite when the case was filed. */
const reciting: ReadonlySet<string> = new Set([
  'penalty-decision',
  'no-penalty-decision',
  'penalty-notice',
  'investigation-report',
]);

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
  const own = papersOfOne(documents);
  if (own.length === documents.length) return linkOne(documents, recognition, kinds, options);
  const ids = new Set(own.map(({ id }) => id));
  const record = linkOne(
    own,
    { ...recognition, documents: recognition.documents.filter(({ id }) => ids.has(id)) },
    kinds,
    options,
  );
  const cases = casesOf(documents);
  const filed: Record<string, Fact> =
    cases === null ? {} : { 'archive.cases': { value: cases, anchors: [], origin: 'extracted', confidence: 0.7 } };
  return {
    ...record,
    facts: { ...record.facts, ...filed },
    complete: false,
    documents: documents.map(({ facts: _, confidence: __, ...document }) => document),
    notices: [...(record.notices ?? []), tellMixed(documents, own)],
  };
}

function linkOne(
  documents: readonly ExtractedDocument[],
  recognition: Recognition,
  kinds: Kinds,
  options: { readonly id: string },
): CaseRecord {
  const nature = natureOf(documents);
  const own = onlyOwnDecision(documents, nature?.type);
  const issued = own.filter(({ kind }) => kind === 'penalty-notice').map(({ facts }) => facts);
  const withRecited = own.map((document, index) =>
    recite(document, recognition, index, issued.length === 1 ? issued[0] : undefined),
  );
  const scanned = new Set(
    recognition.documents.filter(({ reader }) => reader.pages.some(isScan)).map((document) => document.id),
  );
  const part = tellPart(recognition.documents, kinds);
  const whole = part === null && isWhole(documents, recognition.unread.length);
  const facts: Record<string, Fact> = {
    ...chooseFacts(withRecited, scanned),
    ...gatherLists(own),
    ...doubtedIndex(checkIndex(recognition.documents, kinds, whole), recognition.documents),
  };
  derive(facts, own, whole, nature?.type);
  const near = nearNames(recognition.documents, facts['party.name']);
  if (near.length > 0 && facts['party.name'] !== undefined)
    facts['party.name'] = {
      ...facts['party.name'],
      alternatives: [...(facts['party.name'].alternatives ?? []), ...near],
    };
  const others = new Set(otherDecisions(own).map((document) => document.id));
  const compared = recognition.documents.filter(({ id }) => !others.has(id));
  Object.assign(facts, findClashes(compared, facts, kinds));
  const deciding = documents.find((document) => document === nature?.document);
  if (nature !== null && deciding !== undefined) Object.assign(facts, natureFacts(nature, deciding));
  const all = nature === null || nature.type === 'penalty' ? null : allContradictions(facts);
  if (all !== null) facts['consistency.contradictions'] = all;
  const agency = facts['decision.agency']?.value;
  const notices = [
    ...recognition.notices,
    ...(part === null ? [] : [part]),
    ...tellOthers(own),
    ...askOfPayers(recognition.documents, facts),
  ];
  return {
    id: options.id,
    ...(typeof agency === 'string' ? { agency } : {}),
    ...(nature === null ? {} : { caseType: nature.type }),
    ...(nature?.procedure === undefined ? {} : { procedure: nature.procedure }),
    complete: part === null && isCaseFile(documents),
    facts,
    documents: documents.map(({ facts: _, confidence: __, ...document }) => document),
    ...(recognition.unread.length > 0 ? { unread: recognition.unread } : {}),
    ...(notices.length > 0 ? { notices } : {}),
  };
}

function recite(
  document: ExtractedDocument,
  recognition: Recognition,
  index: number,
  issued: Facts | undefined,
): ExtractedDocument {
  const reader = recognition.documents[index]?.reader;
  if (reader === undefined || !reciting.has(document.kind)) return document;
  const filed = 'filing.date' in document.facts ? null : recitedFiling(reader);
  const told = document.kind === 'penalty-decision' ? recitedNotice(reader, issued) : null;
  return {
    ...document,
    facts: {
      ...document.facts,
      ...(filed === null ? {} : { 'filing.date': filed }),
      ...(told === null ? {} : { 'notice.date': told }),
    },
  };
}
