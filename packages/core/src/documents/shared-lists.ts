import type { RecognisedDocument } from './recognise.ts';

/** The form 场所/设施/财物清单 of market regulators goes with a preservation notice and with a decision to seal or seize alike. */
const shared = /^(?:场所\/设施\/)?财物清单$/u;
const owners: Readonly<Record<string, string>> = {
  'preservation-notice': 'preservation-list',
  'seizure-decision': 'seizure-list',
};

/** Lists whose heading does not say what they list become the kind of the paper they belong to: the only one there, else the last before them. */
export function settleLists(documents: readonly RecognisedDocument[]): readonly RecognisedDocument[] {
  const present = new Set(documents.map(({ kind }) => kind).filter((kind) => kind in owners));
  return documents.map((document, index) => {
    if (!shared.test(document.title) || present.size === 0) return document;
    const before = documents.slice(0, index).findLast(({ kind }) => present.has(kind))?.kind;
    const owner = present.size === 1 ? [...present][0] : before;
    const kind = owner === undefined ? undefined : owners[owner];
    return kind === undefined ? document : { ...document, kind };
  });
}
