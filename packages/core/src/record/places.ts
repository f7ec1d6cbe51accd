import type { Anchor, CaseDocument, DocumentPlace } from './types.ts';

/** The files over which a paper goes, with its pages in each; one, except where each picture of a page is a file of its own. */
export function placesOf({ file, pages, also = [] }: CaseDocument): readonly DocumentPlace[] {
  return [{ file, pages }, ...also];
}

/** Where a paper begins, by its title: the place of what holds for the paper as a whole. */
export function titleAnchor({ id, file, pages, title }: CaseDocument): Anchor {
  return { document: id, file, page: pages[0], quote: title, range: null, box: null };
}

/** Whether a page belongs to the paper. */
export function isOn(document: CaseDocument, file: string, page: number): boolean {
  return placesOf(document).some(
    ({ file: own, pages: [first, last] }) => own === file && page >= first && page <= last,
  );
}
