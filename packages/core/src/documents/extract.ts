import { weighByScan } from './certainty.ts';
import { extractorsFor } from './extractors.ts';
import type { Kinds } from './kinds.ts';
import { link } from './link.ts';
import type { PageMark } from './marks.ts';
import type { Reader } from './pages.ts';
import { statedParty, stating } from './papers/party.ts';
import { toldFacts } from './papers/told.ts';
import { recognise } from './recognise.ts';
import { scanAmounts } from './scan/amounts.ts';
import { scanDates } from './scan/dates.ts';
import { scanNumbers } from './scan/numbers.ts';
import { addSeals } from './seals.ts';
import type { ExtractedDocument, Extraction, FileText } from './types.ts';

/** Whether anybody wrote on a form: a day, a number, a sum, a code or a telephone number stands somewhere, and all of a copied paper do. */
function isFilledIn(reader: Reader): boolean {
  return (
    /\d{6}/u.test(reader.dense) ||
    scanDates(reader).length > 0 ||
    scanNumbers(reader).length > 0 ||
    scanAmounts(reader).some((hit) => !hit.bound)
  );
}

/** Documents of a case with their facts, and the one record they make together; what people say of pages (`marks`) goes before what is recognised. */
export function extract(
  files: readonly FileText[],
  kinds: Kinds,
  options: { readonly id: string; readonly marks?: readonly PageMark[] },
): Extraction {
  const recognition = recognise(files, kinds, options.marks);
  const extractors = extractorsFor(kinds);
  const documents = recognition.documents.map(({ reader, ...document }): ExtractedDocument => {
    const read = extractors[document.kind];
    const filled = isFilledIn(reader);
    const own = read === undefined || !filled ? {} : read(reader);
    const facts = filled ? { ...toldFacts(document.kind, reader), ...own } : own;
    // A form nobody filled in states nothing of the party either.
    const party = stating.has(document.kind) && Object.keys(facts).length > 0 ? statedParty(reader, document.kind) : {};
    const weighed = weighByScan({ ...party, ...facts }, reader.pages);
    const file = files.find((one) => one.name === document.file);
    return {
      ...document,
      facts: file === undefined ? weighed : addSeals(weighed, document.kind, document.id, file, reader.pages),
    };
  });
  return { documents, record: link(documents, recognition, kinds, options) };
}
