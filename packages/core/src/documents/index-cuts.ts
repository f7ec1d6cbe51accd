import type { Draft } from './drafts.ts';
import type { Kinds } from './kinds.ts';
import { fold } from './normalise.ts';
import { type Title, titleOf } from './titles.ts';

/** A row of the index of a file: the paper it lists and the page it gives. */
interface Listed {
  readonly title: string;
  readonly known: Title | null;
  readonly page: number;
}

/** Papers whose heading was seen and that agree with the index on how its pages are counted: fewer prove nothing. */
const FEWEST_AGREEING = 4;
/** Of the papers of which both know, so many agree. */
const SHARE_AGREEING = 0.6;
const SHORTEST_TITLE = 3;
const LONGEST_TITLE = 40;

/**
 * Papers that begin where the index says, though no heading was seen there: most of those with a heading lie on the pages it gives, and the rows before and
 * after agree. So a paper with a heading nobody knows, or of which a picture lost it, does not go with the one before it.
 */
export function cutByIndex(drafts: readonly Draft[], kinds: Kinds): readonly Draft[] {
  const rows = listedIn(drafts, kinds);
  const offset = offsetOf(rows, drafts);
  if (offset === null) return drafts;
  const starts = new Map(drafts.flatMap((draft) => startOf(draft)?.map((page) => [page, draft] as const) ?? []));
  const cuts = new Map<number, Title>();
  rows.forEach((row, index) => {
    const page = row.page + offset;
    const [before, after] = [rows[index - 1], rows[index + 1]];
    if (starts.has(page) || before === undefined || before.page >= row.page) return;
    if (after !== undefined && after.page < row.page) return;
    // The paper before lies where its row says, and so ends here.
    if (!starts.has(before.page + offset) && !cuts.has(before.page + offset)) return;
    const { kind } = row.known ?? {};
    const there = drafts.filter(({ title }) => title?.kind === kind).length;
    if (kind !== undefined && there >= rows.filter(({ known }) => known?.kind === kind).length) return;
    cuts.set(page, {
      ...(row.known ?? { kind: 'unknown', title: row.title, withAgency: false }),
      confidence: 0.7,
      listed: true,
    });
  });
  return cuts.size === 0 ? drafts : drafts.flatMap((draft) => parted(draft, cuts));
}

/** The draft parted where its later pages begin papers of their own. */
function parted(draft: Draft, cuts: ReadonlyMap<number, Title>): readonly Draft[] {
  const found: Draft[] = [];
  draft.parts.forEach((part, index) => {
    const title = index > 0 && part.start === 0 ? cuts.get(part.page.number) : undefined;
    const last = found.at(-1);
    if (title !== undefined) found.push({ title, parts: [part] });
    else if (last === undefined) found.push({ ...draft, parts: [part] });
    else last.parts.push(part);
  });
  return found;
}

/** The page at whose head a draft begins. */
function startOf({ parts }: Draft): readonly number[] | null {
  const [first] = parts;
  return first === undefined || first.start > 0 ? null : [first.page.number];
}

function listedIn(drafts: readonly Draft[], kinds: Kinds): readonly Listed[] {
  const lines = drafts
    .filter(({ title }) => title?.kind === 'file-index')
    .flatMap(({ parts }) => parts.flatMap(({ page, start, end }) => page.text.slice(start, end).split('\n')));
  return rowsOf(lines).flatMap((line): Listed[] => {
    const cells = line.split(/\s{2,}|\||\t/u).map((cell) => fold(cell).trim());
    const page = cells
      .map((cell) => /^(\d{1,4})(?:[-—~至]\d{1,4})?$/u.exec(cell)?.[1])
      .findLast((one, at) => at > 0 && one !== undefined);
    if (page === undefined) return [];
    const words = cells.slice(1).filter((cell) => /[一-龥]{2}/u.test(cell) && !/^[^一-龥]*\d{4}年/u.test(cell));
    const known = (cell: string): Title | null => titleOf(cell, kinds) ?? titleOf(cell.replace(NOTE, ''), kinds);
    const titles = words.map((cell) => cell.replace(NUMBER, ''));
    const titled = titles.find((cell) => known(cell) !== null) ?? titles.sort((a, b) => b.length - a.length)[0];
    if (titled === undefined || titled.length < SHORTEST_TITLE || titled.length > LONGEST_TITLE) return [];
    return [{ title: titled, known: known(titled), page: Number(page) }];
  });
}

/** 行政处罚决定书(甲)应急罚〔2031〕5号: the number of the paper behind its title. */
const NUMBER = /(?:\([一-龥]{1,4}\))?[一-龥]{0,10}[〔[]\d{4}[〕\]].*$/u;
/** 证据材料登记表(进货单、销售台账): the note behind a title. */
const NOTE = /\([^()]{2,30}\)$/u;
const BEGINS = /^\s*\d{1,3}[.、]?(?:\s{2,}|\||\t)/u;
const ENDS = /(?:\s{2,}|\||\t)\d{1,4}(?:[-—~至]\d{1,4})?\s*\|?\s*$/u;

/** Rows of the index; a title too long for its cell goes on in the next line, which has the page. */
function rowsOf(lines: readonly string[]): string[] {
  const rows: string[] = [];
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!BEGINS.test(line)) return;
    const goesOn = !ENDS.test(line) && next !== undefined && !BEGINS.test(next) && ENDS.test(next);
    rows.push(goesOn ? line.trimEnd() + next.trimStart() : line);
  });
  return rows;
}

/** How many pages the index does not count, by the papers it lists whose heading was seen; null where they do not agree. */
function offsetOf(rows: readonly Listed[], drafts: readonly Draft[]): number | null {
  const votes = rows.flatMap(({ known, page }) => {
    const there = drafts.filter(({ title }) => known !== null && title?.kind === known.kind);
    const listed = rows.filter((row) => row.known?.kind === known?.kind);
    const start = there[0] === undefined ? null : startOf(there[0]);
    return there.length === 1 && listed.length === 1 && start?.[0] !== undefined ? [start[0] - page] : [];
  });
  const best = [...new Set(votes)].sort((a, b) => count(votes, b) - count(votes, a))[0];
  if (best === undefined || count(votes, best) < FEWEST_AGREEING) return null;
  return count(votes, best) >= SHARE_AGREEING * votes.length ? best : null;
}

function count(values: readonly number[], value: number): number {
  return values.filter((one) => one === value).length;
}
