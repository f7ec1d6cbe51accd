import { extractorsFor } from './extractors.ts';
import type { Kinds } from './kinds.ts';
import { link } from './link.ts';
import { recognise } from './recognise.ts';
import type { ExtractedDocument, Extraction, FileText } from './types.ts';

/** Documents of a case with their facts, and the one record they make together. */
export function extract(files: readonly FileText[], kinds: Kinds, options: { readonly id: string }): Extraction {
  const recognition = recognise(files, kinds);
  const extractors = extractorsFor(kinds);
  const documents = recognition.documents.map(({ reader, ...document }): ExtractedDocument => {
    const read = extractors[document.kind];
    return { ...document, facts: read === undefined ? {} : read(reader) };
  });
  return { documents, record: link(documents, recognition, kinds, options) };
}
