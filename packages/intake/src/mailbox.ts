import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Carried } from './carried.ts';
import { Unreadable } from './limits.ts';
import { carryLetter, largest } from './mail.ts';
import { headIn, inWords } from './mime.ts';
import { isMail } from './strangers.ts';

/** Mails of one file at most. */
const mostMails = 2000;
const newLine = 10;

/** Whether a file holds mails one behind the other (RFC 4155), by its beginning. */
export function isMailbox(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  const end = text.indexOf('\n');
  return end > 0 && begins(text) && isMail(text.slice(end + 1));
}

const begins = (line: string): boolean => /^From \S+ .*\d{4}\s*(?:[+-]\d{4})?\r?(?:\n|$)/u.test(line);

/** Takes the mails out of such a file, each with its words and the files it carries under its number and what it is about. */
export async function openMailbox(target: string, into: Carried): Promise<void> {
  const file = await open(target);
  let number = 0;
  try {
    for await (const [from, to] of mailsOf(target)) {
      number++;
      if (number > mostMails) throw new Unreadable(`邮件超过 ${mostMails} 封，没有打开；请分成几个文件`);
      if (to - from > largest) {
        into.refuse(`第 ${number} 封`, `邮件超过 ${largest >> 20} MB，没有读取；请从邮箱里把附件另存出来单独放入`);
        continue;
      }
      const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
      const mail = unquoted(buffer);
      const subject = inWords(headIn(mail)('subject')).replace(/[\\/]/gu, '_').slice(0, 60).trim();
      await carryLetter(mail, into, `第 ${number} 封${subject === '' ? '' : ` ${subject}`}/`);
    }
  } finally {
    await file.close();
  }
}

/** Lines that begin as a mail does are marked by a sign before them. */
function unquoted(mail: Buffer): Buffer {
  return mail.includes('\n>From ', 0, 'latin1')
    ? Buffer.from(mail.toString('latin1').replace(/^>(>*From )/gmu, '$1'), 'latin1')
    : mail;
}

/** Where each mail of a file lies: the line before it stands behind an empty line, and before the head of a mail. */
async function* mailsOf(target: string): AsyncGenerator<readonly [from: number, to: number]> {
  let begun: number | null = null;
  let [empty, parted] = [true, -1];
  let end = 0;
  for await (const { text, from, to } of linesOf(target)) {
    // What stands behind it tells whether it was the beginning of a mail, or words of one.
    if (parted >= 0 && /^[A-Za-z][A-Za-z0-9-]*:/u.test(text)) {
      if (begun !== null) yield [begun, parted];
      begun = from;
    }
    parted = empty && begins(text) ? from : -1;
    empty = /^\r?\n?$/u.test(text);
    end = to;
  }
  if (begun !== null) yield [begun, end];
}

interface Line {
  /** As much of it as tells what it is. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const told = 500;

async function* linesOf(target: string): AsyncGenerator<Line> {
  let head = '';
  let from = 0;
  let at = 0;
  for await (const chunk of createReadStream(target) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, start)) {
      head += chunk.toString('latin1', start, Math.min(end + 1, start + told));
      yield { text: head, from, to: at + end + 1 };
      head = '';
      start = end + 1;
      from = at + start;
    }
    if (head.length < told) head += chunk.toString('latin1', start, start + told);
    at += chunk.length;
  }
  if (at > from) yield { text: head, from, to: at };
}
