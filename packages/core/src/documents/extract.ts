import type { Notice } from '../record/types.ts';
import { weighByScan } from './certainty.ts';
import { extractorsFor } from './extractors.ts';
import { withGluedForms } from './glued-forms.ts';
import type { Kinds } from './kinds.ts';
import { link } from './link.ts';
import type { PageMark } from './marks.ts';
import { compareReadings } from './mending/twins.ts';
import type { Reader } from './pages.ts';
import { statedParty, stating } from './papers/party.ts';
import { silentFacts } from './papers/silence.ts';
import { toldFacts } from './papers/told.ts';
import { joinPictures } from './picture-runs.ts';
import { type RecognisedDocument, recognise } from './recognise.ts';
import { scanAmounts } from './scan/amounts.ts';
import { scanDates } from './scan/dates.ts';
import { scanNumbers } from './scan/numbers.ts';
import { isScan } from './scan-text.ts';
import { addSeals } from './seals.ts';
import { withTextTables } from './text-tables.ts';
import { simplifyPages } from './traditional.ts';
import type { ExtractedDocument, Extraction, FileText } from './types.ts';

/**
 * Whether anybody wrote on a form: a day, a number, a sum, a code or a telephone number stands somewhere, or the stars that hide them in a copy,
 * and some of them do in every paper.
 */
function isFilledIn(reader: Reader): boolean {
  return (
    /\d{6}|\*{3}/u.test(reader.dense) ||
    scanDates(reader).length > 0 ||
    scanNumbers(reader).length > 0 ||
    scanAmounts(reader).some((hit) => !hit.bound)
  );
}

/** What is said of a paper that is only the printed form: lines to write on, and nobody wrote. */
function blankForm({ kind, title, file, pages, reader }: RecognisedDocument): Notice[] {
  const open = /_{3,}|×{3,}|年月日/u.test(reader.dense);
  if (kind === 'unknown' || !open || reader.pages.some(isScan) || isFilledIn(reader)) return [];
  const message = `《${title}》是没有填写的空白格式，没有从中读出任何内容。`;
  return [{ file, page: pages[0], kind: 'blank-form', message }];
}

/** What {@link extractJoined} finds, with pictures of pages that are a file each read as the pages of one ({@link joinPictures}). */
export function extract(given: readonly FileText[], kinds: Kinds, options: ExtractOptions): Extraction {
  const runs = joinPictures(given);
  return runs.back(extractJoined(runs.files, kinds, { ...options, marks: runs.there(options.marks ?? []) }));
}

interface ExtractOptions {
  readonly id: string;
  readonly marks?: readonly PageMark[];
  readonly laws?: readonly string[];
}

/** Documents of a case with their facts, and the one record they make together; what people say of pages (`marks`) goes before what is recognised; `laws` are titles a scan may be compared with. */
function extractJoined(given: readonly FileText[], kinds: Kinds, options: ExtractOptions): Extraction {
  const files = compareReadings(withGluedForms(withTextTables(simplifyPages(given))));
  const recognition = recognise(files, kinds, options.marks);
  const extractors = extractorsFor(kinds);
  const laws = new Set(options.laws);
  const documents = recognition.documents.map(({ reader, ...document }): ExtractedDocument => {
    const read = extractors[document.kind];
    const filled = isFilledIn(reader);
    const own = read === undefined || !filled ? {} : read(reader);
    const facts = filled ? { ...silentFacts(document.kind, reader), ...toldFacts(document.kind, reader), ...own } : own;
    // A form nobody filled in states nothing of the party either.
    const states = stating.has(document.kind) && (Object.keys(facts).length > 0 || (read === undefined && filled));
    const party = states ? statedParty(reader, document.kind) : {};
    const weighed = weighByScan({ ...party, ...facts }, reader.pages, laws);
    const file = files.find((one) => one.name === document.file);
    return {
      ...document,
      facts: file === undefined ? weighed : addSeals(weighed, document.kind, document.id, file, reader.pages),
    };
  });
  const notices = [...recognition.notices, ...recognition.documents.flatMap(blankForm)];
  return { documents, record: link(documents, { ...recognition, notices }, kinds, options) };
}
