import { mayBeOneOf } from '../../record/papers.ts';
import type { Fact, Notice } from '../../record/types.ts';
import { factOf } from '../facts.ts';
import type { Kinds } from '../kinds.ts';
import { fold } from '../normalise.ts';
import type { RecognisedDocument } from '../recognise.ts';
import { titleOf } from '../titles.ts';
import { compareOrder, type IndexRow } from './index-order.ts';

/** Papers that an index need not list. */
const unlistedKinds = new Set(['cover', 'file-index', 'archive-note', 'unknown']);

/** Compares the index of the file with the papers that are there: what it lists and is missing, what is there and not listed. */
export function checkIndex(
  documents: readonly RecognisedDocument[],
  kinds: Kinds,
  whole: boolean,
): Record<string, Fact> {
  const indexes = documents.filter((document) => document.kind === 'file-index');
  if (indexes.length === 0) return {};
  const rows = indexes.flatMap((document) => rowsOf(document, kinds));
  const first = indexes[0];
  if (rows.length < 3 || first === undefined) return {};
  const there = documents.filter((document) => !unlistedKinds.has(document.kind)).map((document) => document.kind);
  const label = (kind: string): string => kinds.find((one) => one.id === kind)?.label ?? kind;
  const listed = new Set(rows.map((row) => row.kind));
  const missing = rows.filter((row) => !there.includes(row.kind) && !mayStand(row, documents));
  const text = indexes.map((document) => document.reader.dense).join('\n');
  const unlisted = [
    ...new Set(
      documents
        .filter(({ kind, title }) => !unlistedKinds.has(kind) && !listed.has(kind) && !stands(title, text))
        .map(({ kind }) => kind),
    ),
  ];
  const facts: Record<string, Fact> = {};
  if (whole) {
    const place = missing[0];
    facts['archive.missing'] = {
      ...factOf(first.reader, [...new Set(missing.map((row) => row.title))], place?.start ?? 0, place?.end ?? 8, 0.85),
    };
  }
  // A row with a title nobody knows may name the very paper that seems not to be listed.
  if (unlisted.length === 0 || !indexes.some((document) => hasUnnamedRow(document, kinds)))
    facts['archive.unlisted'] = factOf(
      first.reader,
      unlisted.map(label),
      0,
      Math.min(8, first.reader.dense.length),
      0.8,
    );
  return { ...facts, ...(whole ? compareOrder(rows, documents) : {}) };
}

/** So many kinds, and so much of what an index lists, are not lost from a file: only a part of it was given. */
const MANY = 4;
const MUCH = 0.4;

/** Says that what was given is a part of the file, by what its index lists and nobody gave; null where it may be all of it. */
export function tellPart(documents: readonly RecognisedDocument[], kinds: Kinds): Notice | null {
  const indexes = documents.filter((document) => document.kind === 'file-index');
  const [first] = indexes;
  const listed = new Map(indexes.flatMap((document) => rowsOf(document, kinds)).map((row) => [row.kind, row]));
  const missing = [...listed.values()].filter(
    (row) => !documents.some(({ kind }) => kind === row.kind) && !mayStand(row, documents),
  );
  if (first === undefined || missing.length < MANY || missing.length < MUCH * listed.size) return null;
  const named = missing
    .slice(0, 3)
    .map(({ title }) => title)
    .join('、');
  return {
    file: first.file,
    page: first.pages[0],
    kind: 'other',
    message: `卷内目录所列的文书有 ${missing.length} 种不在所给的材料里（${named}等），像是只放入了案卷的一部分：本次按部分材料检查，不指出缺少哪些文书；要检查全卷，请把其余部分一起放入`,
  };
}

/** Whether a paper that has no kind here may be the one a row lists. */
function mayStand({ kind }: Row, documents: readonly RecognisedDocument[]): boolean {
  return documents.some((document) => document.kind === 'unknown' && mayBeOneOf(document.mayBe, [kind]));
}

/** Whether an index names a title; a narrow cell breaks a long one, so that only its beginning stands together. */
function stands(title: string, index: string): boolean {
  const bare = withoutRemark(fold(title));
  return bare.length >= 3 && index.includes(bare.slice(0, Math.max(4, Math.ceil(bare.length * 0.6))));
}

/** A title without the remark in brackets after it, closed or cut off by the edge of its cell. */
function withoutRemark(title: string): string {
  const open: number[] = [];
  let last = title.length;
  for (let at = 0; at < title.length; at++) {
    if (title[at] === '(') open.push(at);
    else if (title[at] === ')') last = open.pop() ?? at;
  }
  const cut = open[0] ?? (title.endsWith(')') ? last : title.length);
  return cut === 0 ? title : title.slice(0, cut);
}

interface Row extends IndexRow {
  readonly title: string;
}

/** Rows of an index: every cell that is a title, with the first bare number after it as its page. */
function rowsOf(document: RecognisedDocument, kinds: Kinds): Row[] {
  const { reader } = document;
  const rows: Row[] = [];
  let open: Omit<Row, 'page'> | null = null;
  const close = (page: number | null): void => {
    if (open !== null) rows.push({ ...open, page });
    open = null;
  };
  for (const line of reader.lines) {
    let start = line.start;
    for (let at = line.start + 1; at <= line.end; at++) {
      if (at < line.end && reader.gapBefore(at) === 0) continue;
      const text = reader.dense.slice(start, at);
      const found = cell(text, kinds);
      if (found !== null && !unlistedKinds.has(found.kind)) {
        close(null);
        open = { ...found, reader, start, end: at };
      } else {
        const page = /^(\d{1,4})(?:[-—~至]\d{1,4})?$/u.exec(text)?.[1];
        if (page !== undefined) close(Number(page));
      }
      start = at;
    }
  }
  close(null);
  return rows;
}

/** Whether a numbered row of the index ends on a page or a day and has words that are no title known here. */
function hasUnnamedRow({ reader }: RecognisedDocument, kinds: Kinds): boolean {
  return reader.lines.some((line) => {
    const text = reader.dense.slice(line.start, line.end);
    const words = /^\d{1,3}[.、]?([\p{Script=Han}()、]{3,})/u.exec(text);
    if (words === null || !/\d$/u.test(text)) return false;
    for (let end = words[0].length; end >= words[0].length - (words[1]?.length ?? 0) + 3; end--)
      if (cell(text.slice(0, end), kinds) !== null) return false;
    return true;
  });
}

const unbracketed = (title: string): string => title.replace(/[()]/gu, '');

function cell(text: string, kinds: Kinds): { readonly kind: string; readonly title: string } | null {
  const bare = withoutRemark(text.replace(/^[\d.、]+/u, '')).replace(/\d+$/u, '');
  if (bare.length < 3 || bare.length > 30) return null;
  const title = titleOf(bare, kinds);
  const noteless = bare.replace(/\([^()]*\)/gu, '');
  // The second line of a broken title may read like the title of another paper.
  const broken =
    /^[^(]*\)/u.test(text) ||
    (title !== null &&
      !title.withAgency &&
      unbracketed(fold(title.title)).length < Math.min(noteless.length, unbracketed(bare).length));
  return title === null || broken ? null : { kind: title.kind, title: bare };
}
