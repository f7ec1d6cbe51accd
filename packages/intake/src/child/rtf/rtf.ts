import { notWhole } from '../../foreign.ts';
import { Unreadable } from '../../limits.ts';
import type { DocxBody } from '../docx/body.ts';
import { isGarbled } from '../garbled.ts';
import type { Sink } from '../main.ts';
import { besides } from '../word/besides.ts';
import { tellWord } from '../word/told.ts';
import { Reader } from './reader.ts';
import { tokensIn } from './tokens.ts';

/** Pages of an RTF: its text with tables, headers and notes. What nobody sees, revisions not accepted and what is put in are told. */
export function readRtf(bytes: Buffer, sink: Sink): void {
  const reader = new Reader();
  for (const token of tokensIn(bytes)) {
    if (token.kind === 'bytes') reader.bytes(token.bytes);
    else if (token.kind === 'open') reader.open();
    else if (token.kind === 'word') reader.word(token.word, token.value);
    else reader.close();
  }
  const { depth, objects, remarks } = reader;
  const body = reader.body.body();
  const words = body.pages.flatMap((page) => page.lines).join('');
  if (isGarbled(words)) throw new Unreadable(`文件的正文已损坏，读出的是乱码；${notWhole}`);
  const parts = (kind: string): DocxBody[] => (reader.parts.get(kind) ?? []).map((writer) => writer.body());
  const notes = [...parts('box'), ...parts('note')];
  const nothing = words.trim() === '' && reader.pictures === 0 && body.hidden === '' && notes.length === 0;
  if (nothing) throw new Unreadable(`文件里没有文字；${notWhole}`);
  tellWord(body, { headers: parts('header'), footers: parts('footer'), notes }, sink);
  if (depth > 0) sink.notice({ kind: 'other', message: `文件不完整，后面可能还有内容没有读到；${notWhole}` });
  else if (reader.broken)
    sink.notice({ kind: 'other', message: '文件可能已损坏，有的文字可能读错或者没有读到，请对照原件' });
  for (const notice of besides({ objects, remarks, macros: false })) sink.notice(notice);
}
