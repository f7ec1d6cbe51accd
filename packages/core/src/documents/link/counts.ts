import type { Anchor } from '../../record/types.ts';
import type { RecognisedDocument } from '../recognise.ts';
import { readInteger } from '../scan/numerals.ts';

/** Text editors' files break pages where they are printed, not where they say so. */
export function breaksAtPrint(file: string | undefined): boolean {
  return /\.(?:docx?|wps|rtf|odt)$/iu.test(file ?? '');
}

/** Papers about the file, whose own pages a count may leave out. */
const about: ReadonlySet<string> = new Set(['cover', 'file-index', 'archive-note']);

/** 本卷共36页, 本案卷共计 三十六 页: how many pages the cover or the note at the end says the file has. */
const counted = /(?:本?案?卷|卷内)[^。;:]{0,12}?(?:共|计)(?:有|计)?:?([\d〇零一二三四五六七八九十百]{1,6})(?:页|张)/gu;

/** What the cover or the closing note says of the number of pages, where no way of counting gives it. Null where neither says one. */
export function pageCountClashes(
  documents: readonly RecognisedDocument[],
): readonly { readonly says: string; readonly anchors: readonly Anchor[] }[] | null {
  if (new Set(documents.map((document) => document.file)).size !== 1 || breaksAtPrint(documents[0]?.file)) return null;
  const pagesOf = (chosen: readonly RecognisedDocument[]): number =>
    new Set(chosen.flatMap(({ pages: [from, to] }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)))
      .size;
  const most = pagesOf(documents);
  const least = most - pagesOf(documents.filter((document) => about.has(document.kind)));
  const said = documents
    .filter((document) => document.kind === 'cover' || document.kind === 'archive-note')
    .flatMap(({ reader, title }) =>
      [...reader.dense.matchAll(counted)].flatMap((match) => {
        const number = readInteger(match[1] ?? '', 0)?.value;
        const anchors = reader.anchorOf(match.index, match.index + match[0].length);
        return number === undefined || number === 0 ? [] : [{ number, title, anchors }];
      }),
    );
  if (said.length === 0) return null;
  return said
    .filter(({ number }) => number < least || number > most)
    .map(({ number, title, anchors }) => ({ says: `${title}写明共${number}页，卷内实有${most}页`, anchors }));
}
