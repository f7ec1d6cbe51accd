import type { CaseDocument, Notice, UnreadPage } from '../record/types.ts';
import { unreadPage } from '../record/unread.ts';
import { indexHeadAt, kindByWording } from './content.ts';
import { type Draft, hasText, withoutEchoes } from './drafts.ts';
import { titleIn, unreadFile } from './file-title.ts';
import { listsForms, listsPapers } from './form-lists.ts';
import { cutByIndex } from './index-cuts.ts';
import type { Kinds } from './kinds.ts';
import { mailTitle } from './mail-body.ts';
import { isAside, markedTitle, marksByPage, type PageMark } from './marks.ts';
import { isOnePaper, kindsLike, ownHeading } from './own-headings.ts';
import { type PageCount, pageCount } from './page-count.ts';
import { pageNotices } from './page-notices.ts';
import { isPageNumber } from './page-numbers.ts';
import { type Reader, readPages } from './pages.ts';
import { headsStranger, mayEndPaper, opens } from './paper-starts.ts';
import { settlePublished } from './published-pages.ts';
import { type Row, rowsOfPage } from './rows.ts';
import { scanNumbers } from './scan/numbers.ts';
import { isScan } from './scan-text.ts';
import { isOfCase, isOfLicence, matterOf } from './settled-kind.ts';
import { settleLists } from './shared-lists.ts';
import { type Start, startsOn, untitled } from './starts.ts';
import { type Title, titleOf } from './titles.ts';
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
export function recognise(files: readonly FileText[], kinds: Kinds, marks: readonly PageMark[] = []): Recognition {
  const marked = marksByPage(marks);
  const documents: RecognisedDocument[] = [];
  const unread: UnreadPage[] = [];
  const notices = files.flatMap((file) => [...noticesOf(file), ...pageNotices(file, marked)]);
  for (const file of files) {
    if (file.unreadable !== undefined) {
      unread.push(unreadFile(file, file.unreadable, kinds));
      continue;
    }
    for (const page of file.pages) {
      if (page.unread !== undefined && !isAside(marked(file.name, page.number)))
        unread.push(unreadPage(file.name, page, page.unread));
    }
    for (const draft of withoutEchoes(split(file, kinds, marked)))
      documents.push(nameDraft(draft, file, kinds, documents.length + 1));
  }
  return { documents: settlePublished(settleLists(documents), kinds), unread, notices };
}

function noticesOf(file: FileText): Notice[] {
  return (file.notices ?? []).map(({ page, ...notice }) => ({ file: file.name, page: page ?? null, ...notice }));
}

/** A news lead or the frame of a web page before a paper copied into one line, in characters. */
const LONGEST_LEAD = 400;

function split(file: FileText, kinds: Kinds, marked: ReturnType<typeof marksByPage>): Draft[] {
  const drafts: Draft[] = [];
  let current: Draft | null = null;
  let previousMark: PageCount | null = null;
  let inForm = false;
  let ended = false;
  for (const page of file.pages) {
    const said = marked(file.name, page.number);
    if (isAside(said)) continue;
    const printed = rowsOfPage(page);
    const mark = pageCount(printed, file.pages.length);
    const rows = printed.filter((row) => !isPageNumber(row.dense));
    const running = current?.title?.kind ?? null;
    const starts = startsOn(rows, kinds, running, page, page.number === file.pages[0]?.number);
    // What an index lists are no headings.
    const listed = indexHeadAt(rows.map(({ dense }) => dense));
    if (listed >= 0 && isScan(page) && (starts[0]?.row.start ?? Infinity) > (rows[listed]?.start ?? 0))
      starts.splice(0);
    // A form that goes on over the page needs no heading there.
    const goesOn = inForm && rows[0]?.cell !== undefined;
    inForm = rows.at(-1)?.cell !== undefined;
    if (starts.length === 0 && current !== null && (mark?.number ?? 1) === 1 && !goesOn)
      starts.push(...untitled(rows, running, kinds, headsStranger(rows, 0, page, ended)));
    ended = mayEndPaper(rows.at(-1));
    if (said?.as === 'begins') {
      const head = starts[0]?.head === true ? starts[0] : undefined;
      const row = head?.row ?? rows[0] ?? { start: 0, end: 0, dense: '' };
      const title = markedTitle(said, head?.title, kinds);
      const draft: Draft = { title, parts: [], named: true };
      drafts.push(draft);
      current = draft;
      starts.splice(0, head === undefined ? 0 : 1);
      const later = starts.filter((start) => start.row.start > row.start);
      draft.parts.push({ page, start: 0, end: later[0]?.row.start ?? page.text.length });
      later.forEach((start, index) => {
        const end = later[index + 1]?.row.start ?? page.text.length;
        current = { title: start.title, parts: [{ page, start: start.row.start, end }] };
        drafts.push(current);
      });
      previousMark = mark;
      continue;
    }
    if (said?.as === 'continues' && starts[0]?.head === true) starts.splice(0, 1);
    const continued =
      said?.as !== 'continues' &&
      current !== null &&
      (listsPapers(current?.title?.kind, rows, kinds) || continues(current, starts[0], rows, mark, previousMark));
    if (continued) starts.splice(0, listsPapers(current?.title?.kind, rows, kinds) ? starts.length : 1);
    const first = starts[0];
    if (first?.head !== true) {
      const stop = first?.row.start ?? page.text.length;
      const part = { page, start: 0, end: stop };
      if (current !== null) current.parts.push(part);
      else if (first !== undefined && stop <= LONGEST_LEAD && !listsForms(rows, stop, kinds))
        starts[0] = { ...first, head: true };
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
  const isSaid = (page: number): boolean => marked(file.name, page) !== undefined;
  return cutByIndex(drafts, kinds, isSaid).filter(
    (draft) => draft.named === true || draft.title !== null || hasText(draft),
  );
}

/** Whether the page goes on with the document before it although a heading of the same kind stands at its head. */
function continues(
  current: Draft,
  start: Start | undefined,
  rows: readonly Row[],
  mark: PageCount | null,
  previous: PageCount | null,
): boolean {
  if (start === undefined || !start.head) return false;
  if (start.title.kind !== current.title?.kind) return false;
  if (mark !== null)
    return mark.number > 1 && (previous === null || previous.number + 1 === mark.number || mark.total === null);
  const at = rows.indexOf(start.row);
  return at === 0 && !rows.slice(at, at + 6).some(opens);
}

function nameDraft(draft: Draft, file: FileText, kinds: Kinds, serial: number): RecognisedDocument {
  const id = `d${String(serial).padStart(2, '0')}`;
  const reader = readPages(id, file.name, draft.parts);
  const numbers = draft.parts.map((part) => part.page.number);
  const place = { id, file: file.name, pages: [numbers[0] ?? 1, numbers.at(-1) ?? 1] as const, reader };
  const mail = mailTitle(reader);
  if (mail !== null) return { ...place, kind: 'unknown', title: mail, confidence: 0, mayBe: [] };
  if (draft.title?.kind === 'unknown') {
    const known = kindByWording(reader);
    const { title } = draft.title;
    if (known !== null) return { ...place, kind: known.kind, title, confidence: known.confidence };
    return { ...place, ...unnamed(title, draft.title.listed === true || isOnePaper(reader) ? title : null, kinds) };
  }
  if (draft.title !== null) {
    const kind = settledKind(draft.title, reader);
    return { ...place, kind, title: draft.title.title, confidence: draft.title.confidence };
  }
  const wording = kindByWording(reader);
  const named = titleIn(file.name, kinds);
  const firstLine = reader.lines[0];
  const head =
    firstLine === undefined ? file.name : reader.print(firstLine.start, Math.min(firstLine.end, firstLine.start + 40));
  if (named !== null) return { ...place, kind: named.kind, title: named.title, confidence: 0.7 };
  const flat = wording === null ? flatTitle(reader, kinds) : null;
  if (flat !== null) return { ...place, kind: flat.kind, title: flat.title, confidence: 0.7 };
  if (wording !== null) {
    const title = kinds.find((kind) => kind.id === wording.kind)?.label ?? head;
    return { ...place, kind: wording.kind, title, confidence: wording.confidence };
  }
  const own = ownHeading(reader);
  return { ...place, ...unnamed(own ?? head, own, kinds) };
}

/** A paper of no kind known here; what its own heading says narrows what it may be. */
function unnamed(title: string, own: string | null, kinds: Kinds) {
  const mayBe = own === null ? {} : { mayBe: kindsLike(own, kinds) };
  return { kind: 'unknown', title, confidence: 0, ...mayBe };
}

/** 某局查封扣押决定书甲查扣〔2031〕3号某某公司:…: the heading of a copy that lost its line breaks, up to the number behind it. */
function flatTitle(reader: Reader, kinds: Kinds): Title | null {
  const [first] = reader.lines;
  if (first === undefined || first.end < 120) return null;
  const [number] = scanNumbers(reader, 0, Math.min(first.end, 90));
  return number === undefined ? null : titleOf(reader.dense.slice(0, number.end), kinds);
}

/** What a title leaves open is settled by what the paper speaks of. */
function settledKind({ kind, title }: Title, reader: Reader): string {
  const head = reader.dense.slice(0, 600);
  if (/有关事项(?:审批|呈批)/u.test(title)) return matterOf(head) ?? kind;
  // 现金缴款单 whose payer is an authority: what was collected on the spot goes to the bank.
  if (
    kind === 'payment-receipt' &&
    /(?:缴款|交款|付款)(?:单位|人)[:：]?[一-龥]{2,24}(?:局|委员会|支队|大队|总队)/u.test(head) &&
    /当场/u.test(head)
  )
    return 'fine-handover';
  // 受案登记表 on which the head says that the case is filed: some services have no other form for that.
  if (
    kind === 'source-registration' &&
    /受案|受理/u.test(title) &&
    /(?:审批|批准|领导|负责人)[^。;:]{0,8}:(?:同意|准予|批准|予以|决定)[^。;,]{0,4}立案/u.test(reader.dense)
  )
    return 'filing-approval';
  // …行政处罚信息公开: the headline of a web page over the whole text of a decision.
  if (
    kind === 'publication-record' &&
    kindByWording(reader)?.kind === 'penalty-decision' &&
    /申请(?:行政)?复议/u.test(reader.dense)
  )
    return 'penalty-decision';
  // 延长办理期限审批表: of a case, or of an application for a licence.
  if (kind === 'period-extension' || kind === 'licence-extension-approval')
    return /许可|案/u.test(title) ? kind : isOfLicence(head) ? 'licence-extension-approval' : 'period-extension';
  // 现场勘验笔录, 现场核查笔录: of a place an application is for, or of a case.
  if (kind === 'inspection-record' && /勘|核查/u.test(title) && /申请(?:人|单位|事项)/u.test(head) && isOfLicence(head))
    return 'licence-verification';
  if (kind === 'licence-verification' && !/许可/u.test(title) && isOfCase(head)) return 'inspection-record';
  // 现场笔录(实施行政强制措施): the note behind the title says what is recorded.
  if (kind === 'inspection-record' && /^[^:。]{0,30}笔录\([^()]{0,8}(?:强制措施|查封|扣押)/u.test(head))
    return 'measure-record';
  // 陈述、申辩(听证)权利告知书: before a penalty it tells what is proposed.
  if (kind === 'interested-notice' && /《[^》]*行政处罚法》|拟[^。]{0,40}(?:行政处罚|罚款)/u.test(head))
    return 'penalty-notice';
  // 卫生监督意见书: one that orders is an order.
  if (kind === 'admonition' && /监督意见书$/u.test(title) && /责令[^。;]{0,8}(?:改正|整改|停止)/u.test(head))
    return 'correction-order';
  // 准予注销海关行政许可决定书: what is granted is the end of a licence.
  if (kind === 'licence-decision' && /^[^。:]{0,60}准予(?:注销|撤销|撤回)[一-龥]{0,12}决定书/u.test(head))
    return 'licence-ending';
  // 不予受理决定书 of a review: what is not accepted is no application for a licence.
  if (kind === 'licence-non-acceptance' && /行政复议申请|申请行政复议[,。][^。]*被申请人/u.test(head.slice(0, 400)))
    return 'review-decision';
  // 处理决定书: of goods taken, or of a dispute, wages, a tax.
  if (
    kind === 'measure-handling' &&
    title === '处理决定书' &&
    !/查封|扣押|暂扣|扣留|登记保存|强制措施|物品/u.test(head)
  )
    return 'handling-decision';
  return kind;
}
