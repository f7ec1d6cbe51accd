import { notWhole } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import type { Compound } from '../cfb.ts';
import type { DocxBody } from '../docx/body.ts';
import { isGarbled } from '../garbled.ts';
import type { Sink } from '../main.ts';
import { besides } from '../word/besides.ts';
import { tellWord } from '../word/told.ts';
import { fontsIn, namesIn } from './fields.ts';
import { type Header, headerOf, lists, piecesOf } from './header.ts';
import { listsOf } from './lists.ts';
import { runsIn } from './runs.ts';
import { type Paper, readStory } from './story.ts';
import { stylesIn } from './styles.ts';

/**
 * Pages of a paper of Word 97 to 2003 or WPS: its text with tables, headers, notes and boxes of text. What nobody sees, revisions not accepted,
 * macros and what is put in are told; so is what damage took away.
 */
export function readDoc(file: Compound, sink: Sink): void {
  const header = headerOf(file);
  const { pieces, lacking } = piecesOf(header);
  const characters = runsIn(header.text, header.list(lists.characterRuns), 'characters');
  const paragraphs = runsIn(header.text, header.list(lists.paragraphRuns), 'paragraphs');
  let unnumbered = false;
  const paper: Paper = {
    text: header.text,
    data: header.data,
    pieces,
    characters,
    paragraphs,
    styles: stylesIn(header.list(lists.styles)),
    fonts: fontsIn(header.list(lists.fonts)),
    authors: namesIn(header.list(lists.authors)),
    unnumbered: () => {
      unnumbered = true;
    },
    lists: listsOf(header.from(lists.listKinds), header.list(lists.lists)),
  };
  const { counts } = header;
  let at = 0;
  const next = (count: number): readonly [from: number, to: number] => {
    at += count;
    return [at - count, at];
  };
  const read = ([from, to]: readonly [number, number]): DocxBody[] => (to > from ? [readStory(paper, from, to)] : []);
  const [body] = read(next(counts.body));
  const footnotes = read(next(counts.footnotes));
  const { headers, footers } = headersIn(paper, header, next(counts.headers)[0]);
  next(counts.macros + counts.remarks);
  const endnotes = read(next(counts.endnotes));
  const boxes = read(next(counts.boxes));
  const headerBoxes = read(next(counts.headerBoxes));
  const words = body?.pages.flatMap((page) => page.lines).join('') ?? '';
  const pictures = body?.pages.some((page) => page.pictures > 0) ?? false;
  if (words.trim() === '' && !pictures && body?.hidden === '' && boxes.length === 0)
    throw new Unreadable(`文件里没有文字；${notWhole}`);
  if (body === undefined || isGarbled(words)) throw new Unreadable(`文件的正文已损坏，读出的是乱码；${notWhole}`);
  tellWord(
    body,
    { headers, footers: [...footers, ...headerBoxes], notes: [...boxes, ...footnotes, ...endnotes] },
    sink,
  );
  for (const message of damageOf(lacking, header.cut, characters.broken || paragraphs.broken, unnumbered))
    sink.notice({ kind: 'other', message });
  const objects = file.names.filter((name) => /^_\d{6,}$/u.test(name)).length;
  const macros = file.names.includes('Macros') || file.names.includes('_VBA_PROJECT');
  for (const notice of besides({ objects, remarks: counts.remarks, macros })) sink.notice(notice);
}

/** What is lost, and what may be. */
function damageOf(lacking: number, cut: boolean, unformed: boolean, unnumbered: boolean): string[] {
  return [
    ...(lacking > 0 ? [`文件不完整，正文里有 ${lacking} 个字没有读到；${notWhole}`] : []),
    ...(lacking === 0 && cut ? [`文件不完整，可能有内容没有读到；${notWhole}`] : []),
    ...(unformed
      ? ['文件里记录格式的部分已损坏，表格可能排错，隐藏的或者已删去的文字可能没有分辨出来，请对照原件']
      : []),
    ...(unnumbered ? ['文件里缺少自动编号，段落前的编号没有读到，请对照原件'] : []),
  ];
}

/** Headers and footers: of each section six stretches, after six that part notes from the text ([MS-DOC] 2.3.4). */
function headersIn(
  paper: Paper,
  header: Header,
  from: number,
): { readonly headers: readonly DocxBody[]; readonly footers: readonly DocxBody[] } {
  const list = header.list(lists.headers);
  const headers: DocxBody[] = [];
  const footers: DocxBody[] = [];
  const count = Math.min(Math.floor(list.length / 4) - 2, mostHeaders);
  for (let index = 6; index < count; index++) {
    const [begin, end] = [list.readUInt32LE(index * 4), list.readUInt32LE(index * 4 + 4)];
    if (end <= begin || end > header.counts.headers) continue;
    const kind = (index - 6) % 6;
    (kind === 0 || kind === 1 || kind === 4 ? headers : footers).push(readStory(paper, from + begin, from + end));
  }
  return { headers, footers };
}

const mostHeaders = 3000;
