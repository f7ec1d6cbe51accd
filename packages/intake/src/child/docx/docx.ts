import type { FileNotice, PageText } from '@anjuan/core';
import { openArchive } from '../../archive.ts';
import { Damaged, lostFor } from '../../foreign.ts';
import { Broken, type Limits } from '../../limits.ts';
import { pictureMark } from '../hands.ts';
import { plainPage } from '../layout.ts';
import type { Sink } from '../main.ts';
import { children, parseXml } from '../xml.ts';
import { type DocxBody, readBody } from './body.ts';
import { hiddenStylesIn } from './look.ts';
import { listsIn, noLists } from './numbering.ts';
import type { DocxPage } from './pages.ts';

/**
 * Pages of a DOCX with header, footer and notes: the header before the first page, the rest after the last. What nobody sees, revisions
 * not accepted, outside references, macros and attachments are told.
 */
export async function readDocx(bytes: Buffer, limits: Limits, sink: Sink): Promise<void> {
  const archive = await openArchive(bytes, limits);
  try {
    const names = archive.entries.map((entry) => entry.name);
    const part = async (name: string): Promise<Buffer | null> => {
      const entry = archive.entries.find((one) => one.name === name);
      return entry === undefined || entry.refused !== null ? null : entry.read();
    };
    const types = await part('[Content_Types].xml');
    // Read only so that damage to it and declarations hidden in it are told like any other.
    if (types !== null) unlessBroken('[Content_Types].xml', (what) => parseXml(types, limits, what), sink);
    const main = await part(await mainPart(names, part, limits));
    if (main === null) throw new Damaged('DOCX 缺少正文');
    const styles = await part('word/styles.xml').catch((error: unknown) => tellBroken('word/styles.xml', error, sink));
    const hidden = styles && unlessBroken('word/styles.xml', (what) => hiddenStylesIn(styles, limits, what), sink);
    const hiddenStyles = hidden ?? new Set();
    const numbering = await part(numberingPart).catch((error: unknown) => tellBroken(numberingPart, error, sink));
    const lists =
      (numbering && unlessBroken(numberingPart, (what) => listsIn(numbering, hidden && styles, limits, what), sink)) ??
      noLists;
    if (!names.includes(numberingPart) && /<\w+:numId [^>]*val="[1-9]/u.test(main.toString('latin1')))
      sink.notice({
        kind: 'other',
        message: `文件里缺少${partCalled(numberingPart)}，段落前的编号没有读到，请对照原件`,
      });
    const body = readBody(main, limits, 'DOCX 正文', { kind: 'document', hiddenStyles, lists });
    const others = async (pattern: RegExp): Promise<DocxBody[]> => {
      const found: DocxBody[] = [];
      for (const name of names.filter((one) => pattern.test(one)).sort()) {
        const content = await part(name).catch((error: unknown) => tellBroken(name, error, sink));
        const read =
          content && unlessBroken(name, (what) => readBody(content, limits, what, { hiddenStyles, lists }), sink);
        if (read !== null) found.push(read);
      }
      return found;
    };
    const headers = await others(/^word\/header\d*\.xml$/u);
    const footers = await others(/^word\/footer\d*\.xml$/u);
    const notes = await others(/^word\/(?:footnotes|endnotes)\.xml$/u);
    const above = distinctLines(headers);
    const below = distinctLines([...notes, ...footers]);
    const last = body.pages.length - 1;
    body.pages.forEach((page, index) => {
      const head = index === 0 ? above : [];
      const lines = [...head, ...page.lines, ...(index === last ? below : [])];
      const read = shifted(plainPage(index + 1, lines), page.tables, head);
      const unread = unreadOn(index + 1, page, read.text);
      sink.page(unread === null ? read : { ...read, unread }, 0);
    });
    for (const notice of noticesOf([body, ...headers, ...footers, ...notes])) sink.notice(notice);
    for (const notice of await packageNotices(names, part, limits, sink)) sink.notice(notice);
  } finally {
    archive.close();
  }
}

const numberingPart = 'word/numbering.xml';

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

/** The name of the main part: the usual one, which some producers number, else that which the package names. */
async function mainPart(
  names: readonly string[],
  part: (name: string) => Promise<Buffer | null>,
  limits: Limits,
): Promise<string> {
  const usual = names.find((name) => /^word\/document\d*\.xml$/u.test(name));
  if (usual !== undefined) return usual;
  const listed = await part('_rels/.rels');
  const relations = listed === null ? undefined : parseXml(listed, limits, 'DOCX 的各部分的对应表');
  const found = children(relations, 'Relationship').find(({ attributes }) =>
    /\/officeDocument$/u.test(attributes.Type ?? ''),
  );
  return (found?.attributes.Target ?? '').replace(/^\.?\//u, '');
}

/** A part beside the main one that is damaged, or brings declarations, is told and the rest read; what is beyond all bounds refuses the file. */
function unlessBroken<T>(name: string, read: (what: string) => T, sink: Sink): T | null {
  try {
    return read(`DOCX 的${partCalled(name)}`);
  } catch (error) {
    return tellBroken(name, error, sink);
  }
}

const called: readonly (readonly [part: RegExp, what: string])[] = [
  [/^word\/header/u, '页眉'],
  [/^word\/footer/u, '页脚'],
  [/^word\/footnotes/u, '脚注'],
  [/^word\/endnotes/u, '尾注'],
  [/^word\/styles/u, '样式'],
  [/^word\/numbering/u, '自动编号'],
  [/\.rels$/u, '各部分的对应表'],
  [/^\[Content_Types\]/u, '内容清单'],
];

/** A part as people are told of it, with its name in the package for who made it. */
function partCalled(name: string): string {
  const what = called.find(([part]) => part.test(name))?.[1];
  return what === undefined ? `“${name}”这一部分` : `${what}（${name}）`;
}

function tellBroken(name: string, error: unknown, sink: Sink): null {
  if (!(error instanceof Broken)) throw error;
  sink.notice({ kind: 'other', message: `文件里的${partCalled(name)}${lostFor(error)}` });
  return null;
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
  const art = all((body) => body.art);
  if (art !== '')
    notices.push({ kind: 'other', message: `文件里有艺术字或者水印“${art.slice(0, 80)}”，没有作为正文读取` });
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

async function packageNotices(
  names: readonly string[],
  part: (name: string) => Promise<Buffer | null>,
  limits: Limits,
  sink: Sink,
): Promise<FileNotice[]> {
  const notices: FileNotice[] = [];
  const outside: string[] = [];
  for (const name of names.filter((one) => one.endsWith('.rels')).slice(0, 200)) {
    const content = await part(name).catch((error: unknown) => tellBroken(name, error, sink));
    const relations = content && unlessBroken(name, (what) => parseXml(content, limits, what), sink);
    for (const relation of children(relations ?? undefined, 'Relationship')) {
      const { TargetMode: mode, Type: type = '', Target: target = '' } = relation.attributes;
      // A plain link waits for a click; everything else would be fetched by opening the file.
      if (mode === 'External' && (!/\/hyperlink$/u.test(type) || /^(?:javascript|file|data|vbscript):/iu.test(target)))
        outside.push(target);
    }
  }
  if (outside.length > 0) {
    const named = outside.slice(0, 5).join('、').slice(0, 200);
    notices.push({ kind: 'external', message: `文件引用了 ${outside.length} 处外部内容，没有打开`, quote: named });
  }
  if (names.some((name) => /vbaProject\.bin$/iu.test(name)))
    notices.push({ kind: 'script', message: '文件含有宏，没有执行' });
  const embedded = names.filter((name) => /^word\/embeddings\//u.test(name)).length;
  if (embedded > 0)
    notices.push({
      kind: 'attachment',
      message: `文件里嵌有 ${embedded} 个对象（可能是别的文书或者表格），没有读取；请打开原件查看，是文书的另存出来单独放入`,
    });
  const drawn = names.filter((name) => /^word\/(?:charts\/chart|diagrams\/data)[^/]*\.xml$/u.test(name)).length;
  if (drawn > 0)
    notices.push({ kind: 'other', message: `文件里有 ${drawn} 幅图表或者图示，其中的文字没有读取，请打开原件查看` });
  if (names.includes('word/comments.xml'))
    notices.push({ kind: 'other', message: '文件带有批注，批注没有作为正文读取，请打开原件查看' });
  return notices;
}
