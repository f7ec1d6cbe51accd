import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { wideEncoding } from '../encoding.ts';
import { closeParsers } from '../read.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});
const read = (name: string, bytes: Uint8Array | string) => readOne(folder, name, bytes);

const words = '行政处罚决定书\n当事人：甲县某某面粉店\n决定罚款5000元，限十五日内缴纳。';
const little = Buffer.from(words, 'utf16le');
const big = Buffer.from(little).swap16();
const four = (order: 'LE' | 'BE'): Buffer => {
  const bytes = Buffer.alloc([...words].length * 4);
  [...words].forEach((one, at) => {
    bytes[`writeUInt32${order}`](one.codePointAt(0) ?? 0, at * 4);
  });
  return bytes;
};

test('characters of two or four bytes are read without a mark that says so', async () => {
  for (const bytes of [little, big, four('LE'), four('BE'), Buffer.concat([Buffer.from([255, 254, 0, 0]), four('LE')])])
    expect(await read('wide.txt', bytes)).toEqual({ pages: [words], unread: [], told: [] });
  expect((await read('short.txt', Buffer.from('罚款五千元', 'utf16le'))).pages).toEqual(['罚款五千元']);
  const rows = '案号\t当事人\t罚款\n甲1\t某某店\t5000\n甲2\t某某厂\t600\n';
  expect((await read('list.csv', Buffer.from(rows, 'utf16le'))).pages[0]).toContain('某某厂');
});

test('what is written in single bytes is not taken for it', () => {
  expect(wideEncoding(Buffer.from('abcdefgh ijkl mnop'))).toBeNull();
  expect(wideEncoding(Buffer.from(words))).toBeNull();
  // 当事人：某某面粉店, in GB 18030
  expect(wideEncoding(Buffer.from('b5b1cac2c8cba3bac4b3c4b3c3e6b7dbb5ea', 'hex'))).toBeNull();
  expect(wideEncoding(Buffer.alloc(200))).toBeNull();
});

test('what a disk left empty in a text shows where it stood, and is told', async () => {
  expect(await read('tail.txt', Buffer.concat([Buffer.from(words), Buffer.alloc(5000)]))).toEqual({
    pages: [`${words}�`],
    unread: [],
    told: [expect.stringContaining('1 处字节认不出')],
  });
  expect((await read('all.txt', Buffer.alloc(5000))).unread).toEqual([expect.stringContaining('没有内容')]);
});

test('a text put together of two encodings is read line by line', async () => {
  // 经查，属实。 in GB 18030
  const line = Buffer.from('beadb2e9a3acccf5cef6cae4cac7cabec1bdd2bbd3d0a1a3', 'hex');
  const own = new TextDecoder('gb18030').decode(line);
  const mixed = Buffer.concat([Buffer.from(`${words}\n`), line, Buffer.from('\n以上属实。')]);
  expect((await read('mixed.txt', mixed)).pages).toEqual([`${words}\n${own}\n以上属实。`]);
  const hurt = Buffer.from(`${words}\n以上属实。`);
  hurt[hurt.length - 5] = 0xff;
  expect((await read('hurt.txt', hurt)).told).toEqual([expect.stringContaining('处字节认不出')]);
});

test('a text that goes on as rubbish says from which line on', async () => {
  const rubbish = Buffer.from(words.repeat(4)).toString('latin1');
  const { unread } = await read('half.txt', `${words.repeat(3)}\n${rubbish}`);
  expect(unread).toEqual([expect.stringMatching(/第 \d+ 行起的文字是乱码/u)]);
});

test('a text whose Chinese is written in UTF-7 is told, however long its runs are; sums and addresses are no such text', async () => {
  const utf7 = (text: string): string =>
    text.replace(
      /[^\x20-\x7e\n]+/gu,
      (run) => `+${Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/u, '')}-`,
    );
  const told = [expect.stringMatching(/文字写成了代码.+请/u)];
  expect((await read('utf7.txt', utf7(words))).unread).toEqual(told);
  expect((await read('long.txt', utf7(`${'行政处罚决定书，罚款五千元。'.repeat(20)}\nA1`))).unread).toEqual(told);
  const sum = 'call +8613800000000 or a+bcdefgh+ijklmnop, 1+2222222+333333';
  expect((await read('sum.txt', sum)).pages).toEqual([sum]);
});
