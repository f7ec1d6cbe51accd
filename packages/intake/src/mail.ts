import { Buffer } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { notWhole, shownName } from './foreign.ts';
import { decoded, inWords, type Message, messageOf, type Part } from './mime.ts';
import { isMail } from './strangers.ts';

/** A larger mail is not taken apart. */
const largest = 64 * 2 ** 20;

/** A file that a mail carries, or its own words, as it lies in a folder. */
interface Carried {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly refused?: string;
}

/** Whether a file is a mail, by its beginning; a page of the web that a browser stored in the same way is none. */
export function isLetter(head: Uint8Array, size: number): boolean {
  const text = Buffer.from(head).toString('latin1');
  const stored = /multipart\/related/iu.test(text) && !/^(?:to|received):/imu.test(text);
  return size <= largest && isMail(text) && !stored;
}

/** The words of a mail and the files it carries, put into a folder. */
export async function openLetter(target: string, folder: string): Promise<readonly Carried[]> {
  const message = messageOf(await readFile(target));
  const found: Carried[] = [];
  const put = async (name: string, bytes: Buffer): Promise<void> => {
    const place = path.join(folder, String(found.length));
    await writeFile(place, bytes);
    found.push({ name, path: place, size: bytes.length });
  };
  const words = wordsOf(message);
  if (words !== '') await put('邮件正文.txt', Buffer.from(words));
  for (const part of message.parts.filter((one) => !isWords(one)))
    await put(shownName(part.name ?? '').replace(/[\\/]/gu, '_') || `附件${found.length + 1}`, part.bytes);
  if (!message.whole)
    found.push({
      name: '（邮件里可能还有的附件）',
      path: path.join(folder, 'rest'),
      size: 0,
      refused: `没有读到；邮件不完整，读的是其中找得到的内容，最后一个附件也可能只有一部分；${notWhole}`,
    });
  return found;
}

const isWords = ({ type, name }: Part): boolean =>
  name === null && (type === '' || /^text\/(?:plain|html)$/u.test(type));

/** Who wrote when about what, and what the mail itself says. */
function wordsOf({ head, parts }: Message): string {
  const own = parts.filter(isWords);
  const written = own.filter(({ type }) => type !== 'text/html');
  const shown = written.length > 0 ? written : own;
  const body = shown
    .map(({ type, bytes, charset }) => (type === 'text/html' ? bare(decoded(bytes, charset)) : decoded(bytes, charset)))
    .join('\n')
    .trim();
  if (body === '') return '';
  const fields = [
    ['主题', inWords(head('subject'))],
    ['发件人', inWords(head('from'))],
    ['发送时间', head('date')],
  ].flatMap(([label, value]) => (value === '' ? [] : [`${label}：${value}`]));
  return `${fields.join('\n')}\n\n${body}`;
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' };

/** The words of a page of the web. */
function bare(page: string): string {
  return page
    .replace(/<(?:style|script|head)\b[^<>]{0,500}>[^<]*<\/(?:style|script|head)>/giu, '')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d)\b[^<>]*>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&(?:#(\d{1,6})|(nbsp|lt|gt|amp|quot));/gu, (whole, code?: string, name?: string) =>
      code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0xffff)),
    )
    .replace(/\n{3,}/gu, '\n\n');
}
