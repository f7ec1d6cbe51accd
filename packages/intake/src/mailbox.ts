import { createReadStream } from 'node:fs';
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
  let number = 0;
  for await (const mail of mailsOf(target)) {
    number++;
    if (number > mostMails) throw new Unreadable(`邮件超过 ${mostMails} 封，没有打开；请分成几个文件`);
    const subject = mail === null ? '' : inWords(headIn(mail)('subject'));
    const name = `第 ${number} 封${subject === '' ? '' : ` ${subject.replace(/[\\/]/gu, '_').slice(0, 60).trim()}`}`;
    if (mail === null) into.refuse(name, `邮件超过 ${largest >> 20} MB，没有读取；请从邮箱里把附件另存出来单独放入`);
    else await carryLetter(mail, into, `${name}/`);
  }
}

/** Mails of a file, null for one that is too long; a line that begins one stands behind an empty line, and before the head of a mail. */
async function* mailsOf(target: string): AsyncGenerator<Buffer | null> {
  let lines: Buffer[] = [];
  let size = 0;
  let empty = true;
  let open: Buffer | null = null;
  for await (const line of linesOf(target)) {
    const text = line.length < 500 ? line.toString('latin1') : '';
    if (open !== null) {
      // What stands behind it tells whether it was the beginning of a mail, or words of one.
      const head = /^[A-Za-z][A-Za-z0-9-]*:/u.test(text);
      if (head && size > 0) {
        yield size > largest ? null : Buffer.concat(lines);
        lines = [];
        size = 0;
      } else if (!head) {
        lines.push(open);
        size += open.length;
      }
      open = null;
    }
    if (empty && begins(text)) {
      open = line;
      empty = false;
      continue;
    }
    empty = /^\r?\n?$/u.test(text) && line.length < 3;
    const plain = /^>+From /u.test(text) ? line.subarray(1) : line;
    size += plain.length;
    if (size <= largest) lines.push(plain);
    else lines = [];
  }
  if (open !== null) {
    lines.push(open);
    size += open.length;
  }
  if (size > 0) yield size > largest ? null : Buffer.concat(lines);
}

async function* linesOf(target: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const chunk of createReadStream(target) as AsyncIterable<Buffer>) {
    let at = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, at)) {
      yield Buffer.concat([...parts, chunk.subarray(at, end + 1)]);
      parts = [];
      at = end + 1;
    }
    if (at < chunk.length) parts.push(chunk.subarray(at));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}
