import { extract } from '../src/documents/extract.ts';
import type { Facts } from '../src/documents/facts.ts';
import { formPage, type Words } from '../src/documents/form-page.ts';
import { type Reader, readPages } from '../src/documents/pages.ts';
import { textFile } from '../src/documents/plain-text.ts';
import type { Fact, ListItem } from '../src/record/types.ts';
import { kinds } from './kinds.ts';

type Values = Readonly<Record<string, Fact['value']>>;

export const valuesOf = (facts: Facts): Values =>
  Object.fromEntries(Object.entries(facts).map(([path, fact]) => [path, fact.value]));
export const firstOf = (facts: Facts, list: string) => (facts[list]?.value as readonly ListItem[] | undefined)?.[0];

/** A text of these pages: its papers by kind, and what each of them says by itself. */
export function readPapers(...pages: readonly string[]) {
  const { documents } = extract([textFile('甲.txt', ...pages)], kinds, { id: 'c' });
  return outcome(
    documents.map(({ kind }) => kind),
    Object.assign({}, ...documents.map(({ facts }) => facts)),
  );
}

/** The same as the linked record of the file has it. */
export function readCase(...pages: readonly string[]) {
  const { documents, record } = extract([textFile('甲.txt', ...pages)], kinds, { id: 'c' });
  const found = outcome(
    documents.map(({ kind }) => kind),
    record.facts as Facts,
  );
  return { ...found, record };
}

function outcome(kinds: readonly string[], found: Facts) {
  const facts = valuesOf(found);
  const item = (list: string, at = 0) => (facts[list] as readonly ListItem[] | undefined)?.[at];
  return { kinds, kind: kinds[0], facts, item };
}

/** A form of cells under a title, as a reader of one kind of paper gets it. */
export function formReader(title: string, rows: readonly (readonly (Words | null)[])[]): Reader {
  const page = formPage(rows, title);
  return readPages('d1', '表.docx', [{ page, start: 0, end: page.text.length }]);
}
