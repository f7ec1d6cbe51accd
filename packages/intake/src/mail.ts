import { Buffer } from 'node:buffer';
import type { Carried } from './carried.ts';
import { notWhole, shownName } from './foreign.ts';
import { decoded, inWords, type Message, messageOf, type Part } from './mime.ts';
import { encodedAs, isMail } from './strangers.ts';

/** A larger mail is not taken apart. */
export const largest = 64 * 2 ** 20;

/** Whether a file is a mail, by its beginning; a page of the web that a browser stored in the same way is none. */
export function isLetter(head: Uint8Array, size: number): boolean {
  const text = Buffer.from(head).toString('latin1');
  const stored = /multipart\/related/iu.test(text) && !/^(?:to|received):/imu.test(text);
  return size <= largest && isMail(text) && !stored;
}

/** The words of a mail and the files it carries, under names that begin with `within`. */
export async function carryLetter(mail: Buffer, into: Carried, within = ''): Promise<void> {
  const message = messageOf(mail);
  const words = wordsOf(message);
  const own = message.parts.filter(isWords).map(({ bytes, charset }) => decoded(bytes, charset).trim());
  const coded = own.map(encodedAs).find((one) => one !== null) ?? null;
  if (coded !== null)
    into.refuse(`${within}${ownWords}`, `${coded}，没有读取；请用邮件软件打开，另存为文本或者打印成 PDF 后再放入`);
  else if (words !== '') await into.put(`${within}${ownWords}`, Buffer.from(words));
  for (const [index, part] of message.parts.filter((one) => !isWords(one)).entries())
    await into.put(`${within}${attachedName(part.name ?? '', index)}`, part.bytes);
  if (!message.whole)
    into.refuse(
      `${within}（邮件里可能还有的附件）`,
      `邮件不完整，读的是其中找得到的内容，最后一个附件也可能只有一部分；${notWhole}`,
    );
}

/** What the words of a mail are called. */
export const ownWords = '邮件正文.txt';

/** What a file is called that a mail carries. */
export function attachedName(name: string, index: number): string {
  return shownName(name).replace(/[\\/]/gu, '_') || `附件${index + 1}`;
}

const isWords = ({ type, name }: Part): boolean =>
  name === null && (type === '' || /^text\/(?:plain|html)$/u.test(type));

/** Who wrote when about what, and what the mail itself says. */
function wordsOf({ head, parts }: Message): string {
  const own = parts
    .filter(isWords)
    .map(({ type, bytes, charset, choice }) => ({
      choice,
      plain: type !== 'text/html',
      words: (type === 'text/html' ? bare(decoded(bytes, charset)) : decoded(bytes, charset)).trim(),
    }))
    .filter(({ words }) => words !== '');
  // Of what is said twice the plain words are read, unless they only say that there are others.
  const twice = ({ choice, plain, words }: (typeof own)[number]): boolean =>
    choice !== null &&
    own.some(
      (one) =>
        one.choice === choice &&
        one.plain !== plain &&
        one.words.length * (plain ? 1 : 2) > words.length * (plain ? 2 : 1),
    );
  const body = own
    .filter((one) => !twice(one))
    .map(({ words }) => words)
    .join('\n')
    .trim();
  return letterOf({ subject: inWords(head('subject')), from: inWords(head('from')), sent: head('date'), body });
}

/** The words of a mail as they are read: who wrote when about what, and what it says; empty where it says nothing. */
export function letterOf(mail: {
  readonly subject: string;
  readonly from: string;
  readonly sent: string;
  readonly body: string;
}): string {
  if (mail.body === '') return '';
  const fields = [
    ['主题', mail.subject],
    ['发件人', mail.from],
    ['发送时间', mail.sent],
  ].flatMap(([label, value]) => (value === '' ? [] : [`${label}：${value}`]));
  return `${fields.join('\n')}\n\n${mail.body}`;
}

const named: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' };

/** The words of a page of the web. */
export function bare(page: string): string {
  return page
    .replace(/<(?:style|script|head)\b[^<>]{0,500}>[^<]*<\/(?:style|script|head)>/giu, '')
    .replace(/<(?:br|\/p|\/div|\/tr|\/h\d)\b[^<>]*>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
    .replace(/&(?:#(\d{1,6})|(nbsp|lt|gt|amp|quot));/gu, (whole, code?: string, name?: string) =>
      code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0xffff)),
    )
    .replace(/\n{3,}/gu, '\n\n');
}
