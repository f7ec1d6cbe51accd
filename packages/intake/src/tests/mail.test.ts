import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { inWords, messageOf } from '../mime.ts';
import { closeParsers, readFiles } from '../read.ts';
import { zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

const coded = (words: string): string => Buffer.from(words).toString('base64');
const text = (words: string): string =>
  `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${coded(words)}\r\n`;
const attached = (name: string, bytes: Buffer): string =>
  `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment;\r\n ${name}\r\n\r\n${bytes.toString('base64')}\r\n`;
const mail = (...parts: readonly string[]): string =>
  `From: =?utf-8?B?${coded('钱小河')}?= <a@b.cn>\r\nTo: c@d.cn\r\nSubject: =?utf-8?B?${coded('案卷')}?=\r\n =?utf-8?B?${coded('材料')}?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="--x y"\r\n\r\n${parts.map((part) => `----x y\r\n${part}`).join('')}----x y--\r\n`;

async function read(place: string) {
  const { cases, dispose } = await gather(place);
  try {
    const files = await readFiles(cases.flatMap((one) => one.files));
    return files.map((file) => [file.name, file.unreadable ?? file.pages[0]?.text]);
  } finally {
    await dispose();
  }
}

function put(name: string, words: string): string {
  const place = path.join(folder, name);
  writeFileSync(place, words);
  return place;
}

test('a mail gives its words and the files it carries, archives among them', async () => {
  const name = `filename*=utf-8''${encodeURIComponent('决定书.txt')}`;
  const letter = mail(
    text('请查收。'),
    attached(name, Buffer.from('行政处罚决定书')),
    attached('filename="b.zip"', zipOf({ 'c.txt': '送达回证' })),
  );
  expect(await read(put('来信.eml', letter))).toEqual([
    ['邮件正文.txt', '主题：案卷材料\n发件人：钱小河 <a@b.cn>\n\n请查收。'],
    ['决定书.txt', '行政处罚决定书'],
    ['b/c.txt', '送达回证'],
  ]);
});

test('a mail among papers stands in its place; what one may have lost is told', async () => {
  const place = path.join(folder, 'mixed');
  mkdirSync(place);
  writeFileSync(path.join(place, '1.txt'), '立案审批表');
  const letter = mail(text('请查收。'), attached('filename="a.txt"', Buffer.from('行政处罚决定书')));
  writeFileSync(path.join(place, '2.eml'), letter.slice(0, -10));
  expect(await read(place)).toEqual([
    ['1.txt', '立案审批表'],
    ['2/邮件正文.txt', expect.stringContaining('请查收')],
    ['2/a.txt', '行政处罚决定书'],
    ['2/（邮件里可能还有的附件）', expect.stringContaining('邮件不完整')],
  ]);
});

test('parts without a head, marks that begin as others do, and letters over many lines are taken as they stand', () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, at) => (at * 7919) % 256));
  const parted = (mark: string, ...parts: readonly string[]): string =>
    `${parts.map((part) => `--${mark}\r\n${part}\r\n`).join('')}--${mark}--\r\n`;
  const inner = `Content-Type: multipart/mixed; boundary="ab"\r\n\r\n${parted('ab', '\r\nfirst\r\n\r\nsecond')}`;
  const coded = bytes.toString('base64').replace(/.{76}/gu, '$&\r\n');
  const file = `Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=b\r\n\r\n${coded}`;
  const { parts, whole } = messageOf(
    Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n${parted('a', inner, file)}`),
  );
  expect([whole, parts.map((part) => part.name)]).toEqual([true, [null, 'b']]);
  expect(parts[0]?.bytes.toString()).toBe('first\r\n\r\nsecond');
  expect(parts[1]?.bytes.equals(bytes)).toBe(true);
});

test('of a mail that says the same twice its plain words are read, and all words of the mails in it', async () => {
  const part = (type: string, words: string): string => `Content-Type: ${type}; charset=utf-8\r\n\r\n${words}\r\n`;
  const both = `Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n${part('text/plain', '请查收附件')}--c\r\n${part('text/html', '<p>请查收附件</p>')}--c--\r\n`;
  const inner = `Content-Type: message/rfc822\r\n\r\nFrom: a@b.cn\r\n${part('text/html', '<p>转来的话</p>')}`;
  const [words] = await read(put('twice.eml', mail(both, inner)));
  expect(words?.[1]).toMatch(/请查收附件\n转来的话$/u);
});

test('words of a head in whatever way they are written out', () => {
  expect(inWords('=?gb2312?B?wKK7+g==?=')).toBe(inWords('=?gbk?Q?=C0=A2=BB=FA?='));
  expect(inWords('=?utf-8?Q?=E6=A1=88_1?=')).toBe('案 1');
  expect(inWords(Buffer.from('案卷').toString('latin1'))).toBe('案卷');
  expect(inWords('plain words')).toBe('plain words');
});

test('mails made to keep a reader busy are taken apart in their time', () => {
  const begun = performance.now();
  const deep = Array.from(
    { length: 3000 },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  );
  expect(messageOf(Buffer.from(`MIME-Version: 1.0\r\n${deep.join('')}`)).whole).toBe(false);
  const wide = `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=-\r\n\r\n${'---\r\n'.repeat(500_000)}`;
  expect(messageOf(Buffer.from(wide)).whole).toBe(false);
  expect(messageOf(Buffer.from(`Content-Type: ${'; a'.repeat(200_000)}\r\n\r\n`)).parts).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(4000);
});
