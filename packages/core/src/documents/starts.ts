import { kindByLabels } from './content.ts';
import { isLetterhead, isListed } from './form-lists.ts';
import type { Kinds } from './kinds.ts';
import { headsPaper, headsStranger, isStrong, namesNumber, opens, runsOn, standsApart } from './paper-starts.ts';
import { belowWebHead, HEAD_ROWS, isWebRow, type Row } from './rows.ts';
import { isScan } from './scan-text.ts';
import { misreadTitle, type Title, titleBeforeRuin, titleOf, titleOverTwo } from './titles.ts';
import type { PageText } from './types.ts';

/** A paper without one full sentence still has this many rows. */
const ROWS_OF_A_PAPER = 8;
/** Two of one kind one behind the other, such as receipts, have no fewer rows with a label than these. */
const LABELS_OF_A_FORM = 3;
/** The shortest papers, such as a cover, have a few rows all the same. */
const ROWS_OF_A_SLIP = 3;

/** Where on a page a paper begins, and by which title. */
export interface Start {
  readonly row: Row;
  readonly title: Title;
  /** True for the title at the head of the page, false for one further down. */
  readonly head: boolean;
}

/** A page whose heading was lost, and whose labels are those of another form than the paper before. */
export function untitled(rows: readonly Row[], running: string | null, kinds: Kinds, strange: boolean): Start[] {
  const [row] = rows;
  const kind = kindByLabels(rows.slice(0, 14).map(({ dense }) => dense));
  if (row === undefined || kind === null || kind === running)
    return strange && row !== undefined ? [{ row, title: stranger(row), head: true }] : [];
  const title = kinds.find((one) => one.id === kind)?.label ?? kind;
  return [{ row, title: { kind, title, confidence: 0.65, withAgency: false }, head: true }];
}

/** The heading of a paper that has no kind here. */
function stranger({ dense }: Row): Title {
  return { kind: 'unknown', title: dense, confidence: 0, withAgency: false };
}

/** The headings on a page that begin documents. */
export function startsOn(
  rows: readonly Row[],
  kinds: Kinds,
  running: string | null,
  page: PageText,
  firstPage: boolean,
): Start[] {
  const scan = isScan(page);
  const starts: Start[] = [];
  let sentences = false;
  let sinceStart = false;
  let rowsSince = 0;
  let rowsOfPaper = 0;
  let labels = 0;
  let framed = false;
  // Forms of the police print the opinions of the heads above their title.
  const opinionsFirst = /^(?:领导(?:批示|审批|意见)|审核意见|审批意见)/u.test(rows[0]?.dense ?? '');
  rows.forEach((row, index) => {
    const title = namesNumber(row, page, firstPage) ? null : headingAt(rows, index, kinds, scan && index < HEAD_ROWS);
    const above = rows[index - 1];
    const last = starts.at(-1);
    const apart =
      title !== null &&
      rowsSince > 0 &&
      rowsOfPaper >= ROWS_OF_A_SLIP &&
      (title.kind !== (last?.title.kind ?? running) ||
        (labels >= LABELS_OF_A_FORM && (sentences || !framed)) ||
        rowsSince >= ROWS_OF_A_PAPER) &&
      standsApart(rows, index, title, page);
    // A text that holds a whole file goes on from its cover to the index.
    const indexBelow = title?.kind === 'file-index' && last?.title.kind === 'cover' && fills(title);
    if (
      title !== null &&
      !sentences &&
      !(apart && last !== undefined) &&
      !indexBelow &&
      (index < HEAD_ROWS || (starts.length === 0 && belowWebHead(rows, index))) &&
      (starts.length === 0 || !sinceStart)
    ) {
      if (last === undefined) {
        starts.push({ row, title, head: true });
        sinceStart = false;
      }
      // A heading printed twice, or the web page's own headline above it: the better one names the document.
      else if (title.confidence > last.title.confidence) starts[starts.length - 1] = { ...last, title };
    } else if (
      title !== null &&
      (apart ||
        indexBelow ||
        (sinceBody(starts, sinceStart, firstPage) && isStrong(title, above, last?.title.kind ?? running)) ||
        (Math.min(rowsOfPaper, 3 * rowsSince) >= ROWS_OF_A_SLIP &&
          runsOn(rows, index, title, page, last?.title.kind ?? running)))
    ) {
      const agency = above !== undefined && (headsPaper(above) || isLetterhead(above.dense)) ? above : row;
      starts.push({ row: agency, title, head: false });
      sinceStart = false;
      rowsOfPaper = 0;
      labels = 0;
    } else if (title === null && rowsOfPaper >= ROWS_OF_A_SLIP && headsStranger(rows, index, page, false)) {
      starts.push({ row, title: stranger(row), head: false });
      sinceStart = false;
      rowsOfPaper = 0;
      labels = 0;
    }
    // A speck at the head of a line is no sentence's end.
    const ends = scan ? row.dense.indexOf('。') >= 6 : row.dense.includes('。');
    if ((ends || row.dense.length > 60) && !(opinionsFirst && index < HEAD_ROWS && starts.length === 0))
      sentences = true;
    if (title !== null) rowsSince = 0;
    else if (!isWebRow(row)) rowsSince++;
    if (isWebRow(row)) framed = true;
    else {
      rowsOfPaper++;
      if (opens(row)) labels++;
    }
    if (ends || rowsSince >= ROWS_OF_A_PAPER) sinceStart = true;
  });
  return starts;
}

function sinceBody(starts: readonly Start[], sinceStart: boolean, firstPage: boolean): boolean {
  return sinceStart || (starts.length === 0 && !firstPage);
}

/** A line ending so makes the title below it the object of a sentence. */
const SPEAKS_OF = /(?:收到|送达|制作|下达|领取|不服|出具|作出|本|该)[了的]?$/;

/** Whether a title is sure to be the whole heading. */
function fills({ confidence, withAgency }: Title): boolean {
  return confidence >= 0.9 || withAgency;
}

function headingAt(rows: readonly Row[], index: number, kinds: Kinds, scan: boolean): Title | null {
  const row = rows[index];
  if (
    row === undefined ||
    row.cell === 'field' ||
    SPEAKS_OF.test(rows[index - 1]?.dense ?? '') ||
    isListed(rows, index, kinds)
  )
    return null;
  const plain = titleOf(row.dense, kinds);
  const misread = scan && !(plain !== null && fills(plain)) ? misreadTitle(row.dense, kinds) : null;
  // 解除得封(扣押)决定书 ends as the title of another paper does.
  if (misread !== null && (plain === null || misread.title.length > plain.title.length)) return misread;
  if (plain !== null) return plain;
  const next = rows[index + 1];
  const head = index < HEAD_ROWS || belowWebHead(rows, index);
  const overTwo = next === undefined ? null : titleOverTwo(row.dense, next.dense, kinds, head);
  return overTwo ?? (scan && index < 3 ? titleBeforeRuin(row.dense, kinds) : null);
}
