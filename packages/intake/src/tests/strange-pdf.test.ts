import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers } from '../read.ts';
import { pageOf, textPdf, zipOf } from './fixtures.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

let count = 0;

/** Words of the pages, why something was not read, and what is told. */
async function read(bytes: Uint8Array) {
  const { pages: words, unread, told } = await readOne(folder, `${count++}.pdf`, bytes);
  return { words, unread, told };
}

const shown = 'BT /F 14 Tf 72 700 Td (fine of 500) Tj ET';

test.each([
  ['/Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s5 /V 4', /用数字证书加密/u],
  ['/Filter /SomeVault /V 1', /用专门的软件加密的（SomeVault）/u],
  ['/Filter /Standard /V 9 /R 9', /加密方式太新/u],
])('a file that no password opens is not called damaged: %s', async (entry, why) => {
  const file = pageOf(shown, { objects: [`<< ${entry} >>`], trailer: '/Encrypt 6 0 R /ID [<00> <00>]' });
  expect(await read(file)).toEqual({ words: [], unread: [expect.stringMatching(why)], told: [] });
});

test('pages that lie in a file whose list says there are none are told by their number', async () => {
  const file = Buffer.from(pageOf(shown).toString('latin1').replace('/Count 1', '/Count -1'), 'latin1');
  expect((await read(file)).unread).toEqual([expect.stringMatching(/存有的 1 页都找不到/u)]);
});

test('of files put one behind the other the last is read, and it is told that others are there', async () => {
  const { words, unread, told } = await read(Buffer.concat([textPdf(['first']), textPdf(['second'])]));
  expect(words).toEqual(['second']);
  expect(unread).toEqual([expect.stringMatching(/首尾相接地存有 2 个 PDF，只读到最后一个/u)]);
  expect(told.join()).not.toMatch(/首次保存后/u);
});

test('a PDF that hangs in another, not packed, is no earlier state of it; its name cannot pose as another', async () => {
  const inner = textPdf(['inner']).toString('latin1');
  const file = pageOf(shown, {
    catalogue: '/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> ',
    filter: '',
    pack: (_, bytes) => bytes,
    objects: [
      '<< /Type /Filespec /F (a) /UF <feff0061202e0062000a002e007000640066> /EF << /F 7 0 R >> >>',
      { content: inner, dictionary: '/Type /EmbeddedFile ' },
    ],
  });
  const { unread, told } = await read(file);
  expect(unread).toEqual([expect.stringMatching(/^文件里附有 1 个文件（ab\.pdf）/u)]);
  expect(told).toEqual([]);
});

test('a page whose characters are drawn as areas waits for recognition; a few lines are no characters', async () => {
  const glyph = (at: number): string => {
    const [x, y] = [60 + (at % 40) * 12, 780 - Math.floor(at / 40) * 20];
    return `${x} ${y} m ${x + 8} ${y + 8} l ${x + 2} ${y + 9} l ${x} ${y - 3} ${x + 4} ${y} ${x} ${y + 5} c h f`;
  };
  const drawn = Array.from({ length: 900 }, (_, at) => glyph(at)).join(' ');
  const page = 'BT /F 9 Tf 300 20 Td (12) Tj ET';
  for (const content of [drawn, `${drawn} ${page}`])
    expect(await read(pageOf(content))).toEqual({
      words: [''],
      unread: [expect.stringMatching(/转成了曲线.+OCR/u)],
      told: [],
    });
  const words = Array.from({ length: 10 }, (_, at) => `1 0 0 1 72 ${800 - at * 18} Tm (words ${at}) Tj`).join(' ');
  const both = await read(pageOf(`${drawn} BT /F 9 Tf ${words} ET`));
  expect(both.words[0]?.split('\n')).toHaveLength(10);
  expect(both.told).toEqual([expect.stringMatching(/转成曲线的文字，或者图/u)]);
  expect(await read(pageOf(`72 72 451 698 re S 72 400 m 523 400 l S ${page}`))).toEqual({
    words: ['12'],
    unread: [],
    told: [],
  });
});

test('print put on twice to make it bold is read once; the same words elsewhere stay', async () => {
  const at = (x: number, y: number): string => `BT /F 14 Tf ${x} ${y} Td (fine of 500) Tj ET`;
  expect((await read(pageOf(`${at(72, 700)} ${at(72.4, 700)} ${at(72, 640)}`))).words).toEqual([
    'fine of 500\nfine of 500',
  ]);
});

test('notes that show none of their words on the page are told', async () => {
  const note = '<< /Type /Annot /Subtype /Text /Rect [60 600 80 620] /Contents (too much) >>';
  const { words, told } = await read(pageOf(shown, { page: '/Annots [6 0 R]', objects: [note] }));
  expect([words, told]).toEqual([['fine of 500'], [expect.stringMatching(/带有 1 处批注/u)]]);
});

test('what hangs behind the end of a file is told: an archive with its files, other data by its length', async () => {
  const file = pageOf(shown);
  const behind = async (bytes: Buffer) => read(Buffer.concat([file, bytes]));
  expect(await behind(zipOf({ 'a.txt': 'one', 'b.txt': 'two' }))).toMatchObject({
    words: ['fine of 500'],
    unread: [expect.stringMatching(/末尾另接有一个压缩包（里面有 2 个文件），没有读取；请用解压软件/u)],
  });
  expect((await behind(Buffer.from('<html>an error of the server</html>'))).told).toEqual([
    '文件的末尾混有 36 字节别的数据（多半是下载或者导出时带进来的），已略过，其余照常读取',
  ]);
  expect((await behind(Buffer.from(`\r\n% made by some program\r\n${'\0'.repeat(600)}`))).told).toEqual([]);
});
