import type { FileNotice, PageText } from '@anjuan/core';
import { notWhole } from '../../foreign.ts';
import type { DocxBody } from '../docx/body.ts';
import type { DocxPage } from '../docx/pages.ts';
import { pictureMark } from '../hands.ts';
import { plainPage } from '../layout.ts';
import type { Sink } from '../main.ts';

/** The parts of a paper of Word beside its body, each a reading of its own. */
interface Parts {
  readonly headers?: readonly DocxBody[];
  readonly footers?: readonly DocxBody[];
  readonly notes?: readonly DocxBody[];
}

/** Gives the pages of a paper of Word, with headers before the first and the rest after the last, and tells what was kept apart. */
export function tellWord(body: DocxBody, { headers = [], footers = [], notes = [] }: Parts, sink: Sink): void {
  const above = distinctLines(headers);
  const below = distinctLines([...notes, ...footers]);
  const last = body.pages.length - 1;
  body.pages.forEach((page, index) => {
    const head = index === 0 ? above : [];
    const lines = [...head, ...page.lines, ...(index === last ? below : [])];
    const read = shifted(plainPage(index + 1, lines), page.tables, head);
    const broken = index === last && body.cut !== undefined ? brokenOff(index + 1, body.cut) : null;
    const unread = broken ?? unreadOn(index + 1, page, read.text);
    sink.page(unread === null ? read : { ...read, unread }, 0);
  });
  for (const notice of noticesOf([body, ...headers, ...footers, ...notes])) sink.notice(notice);
}

/** What is said of the page on which the words break off. */
function brokenOff(number: number, last: string): string {
  return `第 ${number} 页读到“${last}”为止，正文在这之后已损坏，后面的内容没有读到；${notWhole}`;
}

const apart = '请把图片另存为 JPG 或 PNG 单独放入，或者把整个文件打印成 PDF 后再放入';

/** What of a page was not read, in Chinese; null where all was. */
function unreadOn(number: number, { papers, pictures, chunks }: DocxPage, text: string): string | null {
  if (chunks > 0)
    return `第 ${number} 页有 ${chunks} 处内容存放在另外嵌入的文件里，没有读取；请用 Word 打开后另存，或者打印成 PDF 后再放入`;
  if (papers > 0)
    return `第 ${number} 页有 ${papers} 幅整页大小的图片（可能是扫描的文书），图片里的文字没有读取；${apart}`;
  return pictures > 0 && text.replaceAll(pictureMark, '').trim() === ''
    ? `第 ${number} 页只有图片（${pictures} 幅），没有文字，图片里的文字没有读取；${apart}`
    : null;
}

function shifted(page: PageText, tables: PageText['tables'], head: readonly string[]): PageText {
  if (tables === undefined || tables.length === 0) return page;
  const by = head.reduce((sum, line) => sum + line.length + 1, 0);
  return {
    ...page,
    tables: tables.map(({ cells }) => ({
      cells: cells.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by })),
    })),
  };
}

/** Lines with words in them, each once: the same header is often kept for odd, even and first pages. */
function distinctLines(bodies: readonly DocxBody[]): string[] {
  const lines = bodies.flatMap((body) => body.pages.flatMap((page) => page.lines));
  return [...new Set(lines)].filter((line) => /[\p{L}]/u.test(line));
}

function noticesOf(bodies: readonly DocxBody[]): FileNotice[] {
  const all = (pick: (body: DocxBody) => string): string => bodies.map(pick).filter(Boolean).join(' ').slice(0, 200);
  const notices: FileNotice[] = [];
  const hidden = all((body) => body.hidden);
  if (hidden !== '')
    notices.push({
      kind: 'hidden',
      message: '文件含有看不见的文字（设为隐藏、与底色相同、小得看不出，或者在纸面之外），没有采信',
      quote: hidden,
    });
  const struck = all((body) => body.struck);
  if (struck !== '')
    notices.push({ kind: 'tracked', message: '文件里有用删除线划去的文字，没有采信，请对照原件', quote: struck });
  const strange = all((body) => body.strange);
  if (strange !== '')
    notices.push({
      kind: 'hidden',
      message: '文件里有只有专门的软件才显示的文字，用 Word、WPS 打开看不到，没有采信',
      quote: strange,
    });
  const art = all((body) => body.art);
  if (art !== '')
    notices.push({ kind: 'beside', message: `文件里有艺术字或者水印“${art.slice(0, 80)}”，没有作为正文读取` });
  const revisions = bodies.reduce((sum, body) => sum + body.revisions, 0);
  if (revisions > 0) {
    const authors = [...new Set(bodies.flatMap((body) => [...body.authors]))].slice(0, 5).join('、');
    const deleted = all((body) => body.deleted);
    const inserted = all((body) => body.inserted);
    const parts = [
      ...(deleted === '' ? [] : [`删去“${deleted.slice(0, 80)}”`]),
      ...(inserted === '' ? [] : [`加入“${inserted.slice(0, 80)}”`]),
    ];
    notices.push({
      kind: 'tracked',
      message: `文件留有 ${revisions} 处未接受的修订${authors === '' ? '' : `（修订人：${authors}）`}${parts.length === 0 ? '' : `：${parts.join('，')}`}；按接受修订后的内容检查`,
      ...(deleted === '' ? {} : { quote: deleted }),
    });
  }
  return notices;
}
