import type { CaseType, Fact } from '../../record/types.ts';
import type { ExtractedDocument } from '../types.ts';

/** Whose word `decision.*` is in each type of case, the first kind that is there; a paper that decides another matter has none. */
const deciding: Readonly<Record<CaseType, readonly (readonly string[])[]>> = {
  penalty: [['penalty-decision', 'no-penalty-decision', 'summary-decision']],
  licence: [['licence-decision', 'licence-refusal', 'licence-ending'], ['licence-non-acceptance']],
  'compulsory-measure': [['seizure-decision', 'freezing-decision', 'power-cut-decision']],
  // What is enforced.
  'compulsory-enforcement': [['penalty-decision', 'summary-decision'], ['correction-order'], ['licence-ending']],
  inspection: [['site-measure'], ['correction-order']],
  transfer: [['penalty-decision', 'no-penalty-decision']],
};
const all: ReadonlySet<string> = new Set(Object.values(deciding).flat(2));

/** The documents with `decision.*` only from papers that decide this case, or recite its decision. */
export function onlyOwnDecision(
  documents: readonly ExtractedDocument[],
  type: CaseType | undefined,
): readonly ExtractedDocument[] {
  if (type === undefined) return documents;
  const own = deciding[type].find((kinds) => documents.some(({ kind }) => kinds.includes(kind))) ?? [];
  return documents.map((document) =>
    !all.has(document.kind) || own.includes(document.kind)
      ? document
      : { ...document, facts: withoutDecision(document.facts) },
  );
}

function withoutDecision(facts: Readonly<Record<string, Fact>>): Record<string, Fact> {
  return Object.fromEntries(Object.entries(facts).filter(([path]) => !path.startsWith('decision.')));
}

/** Kinds of paper that decide a case of this type. */
export function decidingKinds(type: CaseType | undefined): readonly string[] {
  return type === undefined ? ['penalty-decision'] : deciding[type].flat();
}
