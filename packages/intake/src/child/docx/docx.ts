import type { FileNotice } from '@anjuan/core';
import { type Archive, openArchive } from '../../archive.ts';
import { Damaged, lostFor } from '../../foreign.ts';
import { Broken, type Limits } from '../../limits.ts';
import type { Sink } from '../main.ts';
import { tellWord } from '../word/told.ts';
import { children, parseXml } from '../xml.ts';
import { type DocxBody, readBody } from './body.ts';
import { headingStylesIn, noHeadings } from './headings.ts';
import { hiddenStylesIn } from './look.ts';
import { listsIn, noLists } from './numbering.ts';

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
    const main = await wordsIn(archive, await mainPart(names, part, limits));
    if (main === null) throw new Damaged('DOCX 缺少正文');
    const styles = await part('word/styles.xml').catch((error: unknown) => tellBroken('word/styles.xml', error, sink));
    const hidden = styles && unlessBroken('word/styles.xml', (what) => hiddenStylesIn(styles, limits, what), sink);
    const hiddenStyles = hidden ?? new Set();
    const headings = (hidden && styles && headingStylesIn(styles, limits, 'DOCX 的样式')) ?? noHeadings;
    const numbering = await part(numberingPart).catch((error: unknown) => tellBroken(numberingPart, error, sink));
    const lists =
      (numbering && unlessBroken(numberingPart, (what) => listsIn(numbering, hidden && styles, limits, what), sink)) ??
      noLists;
    if (!names.includes(numberingPart) && /<\w+:numId [^>]*val="[1-9]/u.test(main.toString('latin1')))
      sink.notice({
        kind: 'other',
        message: `文件里缺少${partCalled(numberingPart)}，段落前的编号没有读到，请对照原件`,
      });
    const body = readBody(main, limits, 'DOCX 正文', {
      kind: 'document',
      toBreak: true,
      hiddenStyles,
      lists,
      headings,
    });
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
    tellWord(body, { headers, footers, notes }, sink);
    for (const notice of await packageNotices(names, part, limits, sink)) sink.notice(notice);
  } finally {
    archive.close();
  }
}

/** The main part; where its data breaks off, as much of it as is there. */
async function wordsIn({ entries }: Archive, name: string): Promise<Buffer | null> {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined || entry.refused !== null) return null;
  try {
    return await entry.read();
  } catch (error) {
    const begun = error instanceof Broken ? await entry.readBegun() : null;
    // What came out to its end sums up to something else: any of it may be wrong.
    if (begun === null || begun.length === 0 || begun.includes(endOfWords)) throw error;
    return begun;
  }
}

const endOfWords = ':document>';

const numberingPart = 'word/numbering.xml';

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

/** Relations to parts that hold words of the paper. */
const ofWords = /\/(?:header|footer|footnotes|endnotes)$/u;

async function packageNotices(
  names: readonly string[],
  part: (name: string) => Promise<Buffer | null>,
  limits: Limits,
  sink: Sink,
): Promise<FileNotice[]> {
  const notices: FileNotice[] = [];
  const outside: string[] = [];
  const gone = new Set<string>();
  for (const name of names.filter((one) => one.endsWith('.rels')).slice(0, 200)) {
    const content = await part(name).catch((error: unknown) => tellBroken(name, error, sink));
    const relations = content && unlessBroken(name, (what) => parseXml(content, limits, what), sink);
    for (const relation of children(relations ?? undefined, 'Relationship')) {
      const { TargetMode: mode, Type: type = '', Target: target = '' } = relation.attributes;
      // A plain link waits for a click; everything else would be fetched by opening the file.
      if (mode === 'External' && (!/\/hyperlink$/u.test(type) || /^(?:javascript|file|data|vbscript):/iu.test(target)))
        outside.push(target);
      // Of a file that lost its end such a part may be all that is lost.
      const place = target.startsWith('/') ? target.slice(1) : `word/${target}`;
      if (mode !== 'External' && ofWords.test(type) && !names.includes(place)) gone.add(place);
    }
  }
  for (const name of gone)
    notices.push({ kind: 'other', message: `文件里的${partCalled(name)}缺失，其中的内容没有读到，请对照原件` });
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
    notices.push({ kind: 'beside', message: '文件带有批注，批注没有作为正文读取，请打开原件查看' });
  return notices;
}
