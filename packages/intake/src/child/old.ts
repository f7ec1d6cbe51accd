import { foreign, markup, notWhole } from '../foreign.ts';
import { type Limits, Unreadable } from '../limits.ts';
import { type Compound, openCompound } from './cfb.ts';
import { readDoc } from './doc/doc.ts';
import { readBody } from './docx/body.ts';
import { readHtml } from './html/html.ts';
import type { Sink } from './main.ts';
import { readRtf } from './rtf/rtf.ts';
import { workbookIn } from './table/xls/xls.ts';
import { tellWord } from './word/told.ts';

/** Pages of a file of the old Office or of WPS, which keep it in a box of their own or as RTF; what is not read is told by its name. */
export function readOld(content: 'doc' | 'rtf' | 'html', bytes: Buffer, limits: Limits, sink: Sink): void {
  if (content === 'html') {
    readPage(bytes, limits, sink);
    sink.notice({
      kind: 'other',
      message: '文件里面是网页或者 XML（有的系统这样导出 Word 文书），是按其中的文字读取的，请对照原件',
    });
    return;
  }
  if (content === 'rtf') {
    readRtf(bytes, sink);
    return;
  }
  const what = foreign(bytes);
  let file: Compound;
  try {
    file = openCompound(bytes);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Unreadable)) throw error;
    throw new Unreadable(`${what.split('，')[0]}，文件的结构已损坏，打不开；${notWhole}`);
  }
  if (file.stream('WordDocument') !== null) {
    readDoc(file, sink);
    return;
  }
  throw new Unreadable(what);
}

/** What a program stored as the XML of Word 2003 is read as a paper of Word; any other XML is none, and a page of the web is read as one. */
function readPage(bytes: Buffer, limits: Limits, sink: Sink): void {
  const head = bytes.toString('latin1', 0, 4096).replaceAll('\0', '');
  if (/<(?:\w+:)?wordDocument\b/u.test(head)) {
    tellWord(readBody(bytes, limits, 'Word 存成的 XML', { toBreak: true }), {}, sink);
    if (bytes.includes('<w:listPr', 0, 'latin1'))
      sink.notice({ kind: 'other', message: '段落前的自动编号没有读到，请对照原件' });
    return;
  }
  if (/<(?:\w+:)?package\b|<\?xml/u.test(head) && !/<html\b/iu.test(head)) throw new Unreadable(markup(bytes));
  readHtml(bytes, sink);
}

/** Whether a file of the old Office is a workbook. */
export function oldKind(bytes: Buffer): 'doc' | 'xls' {
  try {
    const file = openCompound(bytes);
    return file.stream('WordDocument') === null && workbookIn(file) !== null ? 'xls' : 'doc';
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof Unreadable)) throw error;
    return 'doc';
  }
}
