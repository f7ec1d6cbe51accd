import type { CaseDocument, Notice, UnreadPage } from '../record/types.ts';
import { kindByWording } from './content.ts';
import type { Kinds } from './kinds.ts';
import { fold, isBlank } from './normalise.ts';
import { isPageNumber, type PagePart, type Reader, readPages } from './pages.ts';
import { EVERYDAY, isAgencyName, type Title, titleOf } from './titles.ts';
import type { FileText } from './types.ts';

/** A document found in the files, with its text laid out to read facts from. */
export interface RecognisedDocument extends CaseDocument {
  /** 0…1 how sure the kind is. */
  readonly confidence: number;
  readonly reader: Reader;
}

export interface Recognition {
  readonly documents: readonly RecognisedDocument[];
  readonly unread: readonly UnreadPage[];
  readonly notices: readonly Notice[];
}

/**
 * Splits the pages of every file into documents and names their kinds by their headings; a page without a heading goes
 * with the document before it. What has no heading at all is named by its wording or its file's name, with less
 * confidence, else `unknown`. Pages nobody could read are listed in `unread`.
 */
export function recognise(files: readonly FileText[], kinds: Kinds): Recognition {
  const documents: RecognisedDocument[] = [];
  const unread: UnreadPage[] = [];
  const notices = files.flatMap(noticesOf);
  for (const file of files) {
    if (file.unreadable !== undefined) {
      unread.push({ file: file.name, page: 1, reason: file.unreadable });
      continue;
    }
    for (const page of file.pages) {
      if (page.unread !== undefined) unread.push({ file: file.name, page: page.number, reason: page.unread });
    }
    for (const draft of split(file, kinds)) documents.push(nameDraft(draft, file, kinds, documents.length + 1));
  }
  return { documents, unread, notices };
}

function noticesOf(file: FileText): Notice[] {
  return (file.notices ?? []).map(({ page, ...notice }) => ({ file: file.name, page: page ?? null, ...notice }));
}

interface Draft {
  title: Title | null;
  readonly parts: PagePart[];
}

interface Row {
  readonly start: number;
  readonly end: number;
  readonly dense: string;
}

/** Rows at the head of a page among which its title is looked for: web pages print a few lines above it. */
const HEAD_ROWS = 10;
/** A paper without one full sentence still has this many rows. */
const ROWS_OF_A_PAPER = 8;
/** A news lead or the frame of a web page before a paper copied into one line, in characters. */
const LONGEST_LEAD = 400;

function split(file: FileText, kinds: Kinds): Draft[] {
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  let previousMark: PageMark | null = null;
  for (const page of file.pages) {
    const printed = rowsOf(page.text);
    const mark = pageMark(printed, file.pages.length);
    const rows = printed.filter((row) => !isPageNumber(row.dense));
    const starts = startsOn(rows, kinds, current?.title?.kind ?? null, page.number === file.pages[0]?.number);
    const continued =
      current !== null && (listsOn(current, rows, kinds) || continues(current, starts[0], rows, mark, previousMark));
    if (continued) starts.splice(0, listsOn(current, rows, kinds) ? starts.length : 1);
    const first = starts[0];
    if (first?.head !== true) {
      const stop = first?.row.start ?? page.text.length;
      const part = { page, start: 0, end: stop };
      if (current !== null) current.parts.push(part);
      else if (first !== undefined && stop <= LONGEST_LEAD) starts[0] = { ...first, head: true };
      else {
        current = { title: null, parts: [part] };
        drafts.push(current);
      }
    }
    starts.forEach((start, index) => {
      const end = starts[index + 1]?.row.start ?? page.text.length;
      current = { title: start.title, parts: [{ page, start: start.head ? 0 : start.row.start, end }] };
      drafts.push(current);
    });
    previousMark = mark;
  }
  return drafts.filter((draft) => draft.title !== null || hasText(draft));
}

function hasText(draft: Draft): boolean {
  return draft.parts.some(
    ({ page, start, end }) => page.unread !== undefined || page.text.slice(start, end).trim() !== '',
  );
}

interface Start {
  readonly row: Row;
  readonly title: Title;
  /** True for the title at the head of the page, false for one further down. */
  readonly head: boolean;
}

/** The headings on a page that begin documents. */
function startsOn(rows: readonly Row[], kinds: Kinds, running: string | null, firstPage: boolean): Start[] {
  const starts: Start[] = [];
  let sentences = false;
  let sinceStart = false;
  let rowsSince = 0;
  rows.forEach((row, index) => {
    const title = headingAt(rows, index, kinds);
    const above = rows[index - 1];
    if (title !== null && !sentences && index < HEAD_ROWS && (starts.length === 0 || !sinceStart)) {
      const last = starts.at(-1);
      if (last === undefined) starts.push({ row, title, head: true });
      // A heading printed twice, or the web page's own headline above it: the better one names the document.
      else if (title.confidence > last.title.confidence) starts[starts.length - 1] = { ...last, title };
    } else if (
      title !== null &&
      sinceBody(starts, sinceStart, firstPage) &&
      isStrong(title, above, starts.at(-1)?.title.kind ?? running)
    ) {
      const agency = above !== undefined && (isAgencyName(above.dense) || isLetterhead(above.dense)) ? above : row;
      starts.push({ row: agency, title, head: false });
      sinceStart = false;
    }
    if (row.dense.includes('。') || row.dense.length > 60) sentences = true;
    rowsSince = title === null ? rowsSince + 1 : 0;
    if (row.dense.includes('。') || rowsSince >= ROWS_OF_A_PAPER) sinceStart = true;
  });
  return starts;
}

function sinceBody(starts: readonly Start[], sinceStart: boolean, firstPage: boolean): boolean {
  return sinceStart || (starts.length === 0 && !firstPage);
}

/** 安全生产行政执法文书 above the title: the set of forms a paper belongs to. */
function isLetterhead(dense: string): boolean {
  return dense.length >= 6 && dense.length <= 24 && /^[一-龥]+(?:执法|处罚|许可|强制|检查)(?:专用)?文书$/u.test(dense);
}

const END_OF_PAPER =
  /(?:年\d{0,2}[一二三四五六七八九十]{0,3}月\d{0,2}[一二三四五六七八九十]{0,3}日|一式.{1,4}份.*|印章\)?|公章\)?|盖章\)?)$/;

/** Further down a page only a heading under the agency's name or right after the end of a paper begins a new one. */
function isStrong(title: Title, above: Row | undefined, running: string | null): boolean {
  if (above === undefined) return false;
  if (isLetterhead(above.dense)) return true;
  if (title.confidence < 0.9) return false;
  if (EVERYDAY.has(title.kind) && !title.withAgency) return false;
  if (title.withAgency) return running !== 'file-index' && running !== 'service-receipt';
  if (isAgencyName(above.dense)) return true;
  if (running === 'file-index' || running === 'service-receipt') return false;
  return above.dense.length < 80 && END_OF_PAPER.test(above.dense);
}

/** A line ending so makes the title below it the object of a sentence. */
const SPEAKS_OF = /(?:收到|送达|制作|下达|领取|不服|出具|作出|本|该)[了的]?$/;

function headingAt(rows: readonly Row[], index: number, kinds: Kinds): Title | null {
  const row = rows[index];
  if (row === undefined || SPEAKS_OF.test(rows[index - 1]?.dense ?? '')) return null;
  const whole = titleOf(row.dense, kinds);
  if (whole !== null) return whole;
  const next = rows[index + 1];
  // Large type breaks a heading over two lines.
  if (next === undefined || row.dense.length > 12 || next.dense.length > 8 || /[:。,;]/.test(row.dense)) return null;
  const joined = titleOf(row.dense + next.dense, kinds);
  return joined !== null && titleOf(next.dense, kinds) === null && joined.title.length > next.dense.length
    ? joined
    : null;
}

interface PageMark {
  readonly number: number;
  readonly total: number | null;
}

/** 第2页 共3页 of one paper; the numbering of the whole file tells nothing about where its papers begin. */
function pageMark(rows: readonly Row[], filePages: number): PageMark | null {
  const around = [...rows.slice(0, 6), ...rows.slice(-3)];
  for (const { dense } of around) {
    if (dense.length > 60) continue;
    const found = /第(\d{1,3})页[,/]?\(?共(\d{1,3})页/.exec(dense) ?? null;
    const reversed = found === null ? /共(\d{1,3})页[,/]?\(?第(\d{1,3})页/.exec(dense) : null;
    const number = Number(found?.[1] ?? reversed?.[2] ?? Number.NaN);
    const total = Number(found?.[2] ?? reversed?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) continue;
    if (total === filePages && filePages > 1) return null;
    return { number, total };
  }
  const next = around.find(({ dense }) => dense.length < 40 && /(?:\(续页?\)|\(附页\)|续页)$/.test(dense));
  return next === undefined ? null : { number: 2, total: null };
}

/** Rows of an index end with the day and the pages of the paper they name. */
const ROW_END = /(?:\d{4}[.年/-]\d{1,2}[.月/-]\d{1,2}日?)?\d{0,3}(?:[-—~]\d{1,3})?$/;

/** Whether a page after the first of an index only lists more papers: three of its rows are titles with a day or a page. */
function listsOn(current: Draft | null, rows: readonly Row[], kinds: Kinds): boolean {
  if (current?.title?.kind !== 'file-index') return false;
  let listed = 0;
  for (const { dense } of rows) {
    const name = dense.replace(/^\d{1,3}[、.]?/, '').replace(ROW_END, '');
    if (name !== dense && titleOf(name, kinds) !== null) listed++;
    if (listed === 3) return true;
  }
  return false;
}

const OPENING =
  /(?:时间|地点|当事人|被.{1,6}人|单位|案由|文号|编号|案件来源|案号|名称|申请人|姓名)[^。]{0,6}:|[〔[【﹝(]\d{4}[〕\]】﹞)]/;

/** Whether the page goes on with the document before it although a heading of the same kind stands at its head. */
function continues(
  current: Draft,
  start: Start | undefined,
  rows: readonly Row[],
  mark: PageMark | null,
  previous: PageMark | null,
): boolean {
  if (start === undefined || !start.head) return false;
  if (start.title.kind !== current.title?.kind) return false;
  if (mark !== null)
    return mark.number > 1 && (previous === null || previous.number + 1 === mark.number || mark.total === null);
  const at = rows.indexOf(start.row);
  return at === 0 && !rows.slice(at, at + 6).some((row) => OPENING.test(row.dense));
}

function nameDraft(draft: Draft, file: FileText, kinds: Kinds, serial: number): RecognisedDocument {
  const id = `d${String(serial).padStart(2, '0')}`;
  const reader = readPages(id, file.name, draft.parts);
  const numbers = draft.parts.map((part) => part.page.number);
  const place = { id, file: file.name, pages: [numbers[0] ?? 1, numbers.at(-1) ?? 1] as const, reader };
  if (draft.title !== null) {
    return { ...place, kind: draft.title.kind, title: draft.title.title, confidence: draft.title.confidence };
  }
  const wording = kindByWording(reader);
  const named = titleOf(fold(file.name.replace(/\.[A-Za-z0-9]{2,5}$/, '').replace(/^[\s\d._()（）-]+/, '')), kinds);
  const firstLine = reader.lines[0];
  const head =
    firstLine === undefined ? file.name : reader.print(firstLine.start, Math.min(firstLine.end, firstLine.start + 40));
  if (named !== null) return { ...place, kind: named.kind, title: named.title, confidence: 0.7 };
  if (wording !== null) {
    const title = kinds.find((kind) => kind.id === wording.kind)?.label ?? head;
    return { ...place, kind: wording.kind, title, confidence: wording.confidence };
  }
  return { ...place, kind: 'unknown', title: head, confidence: 0 };
}

/** Rows of a page with print; a very long row (a paper copied into one line) is parted at its spaces. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const dense = fold(text.slice(start, end)).replaceAll('|', '');
    if (dense.length > 72 && rows.length < HEAD_ROWS) rows.push(...wordsOf(text, start, end));
    else if (dense !== '') rows.push({ start, end, dense });
    start = end + 1;
  }
  return rows;
}

function wordsOf(text: string, from: number, to: number): Row[] {
  const rows: Row[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !isBlank(text.charCodeAt(i))) continue;
    const dense = fold(text.slice(start, i));
    if (dense !== '') rows.push({ start, end: i, dense });
    start = i + 1;
  }
  return rows;
}
