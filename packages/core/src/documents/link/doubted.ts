import type { Anchor, Fact } from '../../record/types.ts';
import type { RecognisedDocument } from '../recognise.ts';
import { isScan } from '../scan-text.ts';

/** Below the threshold of what is known: a person has to look. */
export const toBeLookedAt = 0.45;

/** Whether a place is on a page whose words were recognised on a picture. */
export function onPictures(documents: readonly RecognisedDocument[]): (anchor: Anchor) => boolean {
  const pages = new Set(
    documents.flatMap(({ file, reader }) => reader.pages.filter(isScan).map(({ number }) => `${file}\0${number}`)),
  );
  return ({ file, page }) => pages.has(`${file}\0${page}`);
}

/**
 * What an index is said to get wrong in a file with scanned papers: far more often a title or a figure was misread than listed so. It is
 * shown, and no longer told. Facts that accuse nobody stay as they are.
 */
export function doubtedIndex(
  facts: Readonly<Record<string, Fact>>,
  documents: readonly RecognisedDocument[],
): Record<string, Fact> {
  if (!documents.some(({ reader }) => reader.pages.some(isScan))) return { ...facts };
  return Object.fromEntries(
    Object.entries(facts).map(([path, fact]) => [
      path,
      accuses(path, fact) ? { ...fact, confidence: toBeLookedAt } : fact,
    ]),
  );
}

function accuses(path: string, { value }: Fact): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value === (path !== 'archive.page-numbers-match');
}
