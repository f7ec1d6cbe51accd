import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { FileNotice, PageText } from '@anjuan/core';
import { afterAll, expect, test } from 'vitest';
import { defaultLimits } from '../../limits.ts';
import { longPdf, textPdf } from '../../tests/fixtures.ts';
import { readPdf } from './pdf.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(bytes: Buffer): Promise<{ pages: PageText[]; told: string[] }> {
  const place = path.join(folder, 'a.pdf');
  writeFileSync(place, bytes);
  const pages: PageText[] = [];
  const notices: FileNotice[] = [];
  await readPdf(
    new Uint8Array(bytes),
    { path: place, limits: defaultLimits },
    {
      page: (page) => pages.push(page),
      notice: (notice) => notices.push(notice),
      signature: () => undefined,
      room: async () => undefined,
      sheet: () => undefined,
    },
  );
  return { pages, told: notices.map((notice) => notice.message) };
}

/** A page of many lines whose content is packed; `harm` may change the packed bytes. */
function packed(harm: (data: Buffer) => Buffer): Buffer {
  const lines = Array.from({ length: 400 }, (_, index) => `1 0 0 1 72 ${800 - index} Tm (line ${index} of it) Tj`);
  const data = harm(deflateSync(Buffer.from(`BT /F 14 Tf ${lines.join('\n')} ET`, 'latin1')));
  const plain = textPdf(['']).toString('latin1');
  const stream = `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n${data.toString('latin1')}\nendstream`;
  return Buffer.from(
    plain.replace(/<< \/Length[\s\S]*?endstream/u, () => stream),
    'latin1',
  );
}

test('a sound file is told of nothing', async () => {
  const { pages, told } = await read(textPdf(['Hello']));
  expect(pages.map((page) => [page.text, page.unread])).toEqual([['Hello', undefined]]);
  expect(told).toEqual([]);
});

test.each([
  ['a byte of it is changed', (data: Buffer) => Buffer.from(data.map((byte, at) => (at === 900 ? byte ^ 0xff : byte)))],
  ['it breaks off', (data: Buffer) => data.subarray(0, data.length >> 1)],
])('packed content of which %s: the page says that it may be read in part', async (_, harm) => {
  const sound = await read(packed((data) => data));
  expect(sound.pages[0]?.unread).toBeUndefined();
  const { pages } = await read(packed(harm));
  expect(pages[0]?.unread).toContain('第 1 页有一部分数据已损坏');
});

test('in an encrypted file too, where only reading shows it, damaged content is told of its page', async () => {
  const sealed = (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('\n% /Encrypt\n')]);
  const sound = await read(sealed(packed((data) => data)));
  expect(sound.pages[0]?.unread).toBeUndefined();
  const harm = (data: Buffer) => Buffer.from(data.map((byte, at) => (at === data.length - 2 ? byte ^ 0xff : byte)));
  const { pages } = await read(sealed(packed(harm)));
  expect(pages[0]?.unread).toContain('第 1 页有一部分数据已损坏');
});

test('papers that hang on a file are told as not read, with their names; other attachments are only told', async () => {
  const holding = (name: string) =>
    Buffer.from(
      textPdf(['Hello'])
        .toString('latin1')
        .replace('/Type /Catalog', `/Type /Catalog /Names << /EmbeddedFiles << /Names [(${name}) 90 0 R] >> >>`)
        .replace(
          /xref\n/u,
          () =>
            `90 0 obj\n<< /Type /Filespec /F (${name}) /EF << /F 91 0 R >> >>\nendobj\n91 0 obj\n<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream\nendobj\nxref\n`,
        ),
      'latin1',
    );
  const paper = await read(holding('more.pdf'));
  expect(paper.pages[0]).toMatchObject({
    text: 'Hello',
    unread: expect.stringMatching(/more\.pdf.+另存出来单独放入/u),
  });
  const other = await read(holding('data.xml'));
  expect(other.pages[0]?.unread ?? '').not.toContain('data.xml');
  expect(other.told.join()).toContain('data.xml');
});

test('a page whose content is not in the file is no blank page', async () => {
  const bytes = Buffer.from(
    textPdf(['Hello']).toString('latin1').replace('/Contents 4 0 R', '/Contents 9 0 R'),
    'latin1',
  );
  const { pages } = await read(bytes);
  expect(pages[0]?.unread).toMatch(/^第 1 页的内容在文件中缺失或已损坏，读不出来；请/u);
  // A font stands where content should.
  const other = Buffer.from(bytes.toString('latin1').replace('/Contents 9 0 R', '/Contents 5 0 R'), 'latin1');
  expect((await read(other)).pages[0]?.unread).toMatch(/^第 1 页的内容在文件中缺失或已损坏，读不出来；请/u);
});

test('pages beyond the number the file states are told', async () => {
  const bytes = Buffer.from(longPdf(3).toString('latin1').replace('/Count 3', '/Count 1'), 'latin1');
  const { pages, told } = await read(bytes);
  expect(pages.length).toBe(1);
  expect(told).toEqual(['文件里存有 3 页，却自称只有 1 页；多出的页没有读取，请对照原件']);
});

test('a later state that breaks off is told, with the page after which more may follow', async () => {
  const { pages } = await read(Buffer.concat([longPdf(4), Buffer.from('\n6 0 obj\n<< /Type /Page', 'latin1')]));
  expect(pages.at(-1)?.unread).toContain('第 4 页之后可能还有内容');
});

test('content that nobody can make out is no blank page', async () => {
  const text = textPdf(['Hello']).toString('latin1');
  const stream = `<< /Length 200 /Filter /JPXDecode >>\nstream\n${'x'.repeat(200)}\nendstream`;
  const { pages } = await read(
    Buffer.from(
      text.replace(/<< \/Length[\s\S]*?endstream/u, () => stream),
      'latin1',
    ),
  );
  expect(pages[0]?.unread).toMatch(/^第 1 页的内容在文件中缺失或已损坏，读不出来；请/u);
});

/** The list of pages in two parts, the pages of which are not listed where the name of the list is misspelt. */
function inTwoParts(...misspelt: readonly number[]): Buffer {
  const whole = longPdf(4).toString('latin1');
  const [, kids = ''] = /\/Kids \[([^\]]*)\]/u.exec(whole) ?? [];
  const refs = kids.match(/\d+ 0 R/gu) ?? [];
  const part = (index: number): string =>
    `${90 + index} 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 2 /${misspelt.includes(index) ? 'Kibs' : 'Kids'} [${refs.slice(index * 2, index * 2 + 2).join(' ')}] >>\nendobj\n`;
  const objects = whole.slice(0, whole.indexOf('xref')).replace(`[${kids}]`, '[90 0 R 91 0 R]');
  return Buffer.from(`${objects}${part(0)}${part(1)}trailer\n<< /Size 92 /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}

test('pages that are no longer listed are no blank page', async () => {
  const [first, ...others] = (await read(inTwoParts(0))).pages;
  expect(first?.unread).toMatch(/页面目录在第 1 页处已损坏.+请重新复制/u);
  expect(others.map((page) => page.text)).toEqual(['page 3', 'page 4']);
  const single = Buffer.from(longPdf(3).toString('latin1').replace('/Kids', '/Kibs'), 'latin1');
  await expect(read(single)).rejects.toThrow('PDF 的页面目录已损坏，文件里存有的 3 页都找不到');
  expect((await read(inTwoParts())).pages.map((page) => page.unread ?? page.text)).toHaveLength(4);
});

test('a page with type and no content has lost it; one with neither is blank', async () => {
  const changed = (from: string, to: string, whole = longPdf(1)) =>
    Buffer.from(whole.toString('latin1').replace(from, to), 'latin1');
  expect((await read(changed('/Contents', '/Contints'))).pages[0]?.unread).toContain('缺失或已损坏');
  const none = longPdf(1, () => '<< >>');
  const blank = changed('/Contents 5 0 R', '', none).toString('latin1').replace('/Font << /F 3 0 R >>', '');
  expect((await read(Buffer.from(blank, 'latin1'))).pages[0]).toMatchObject({ text: '' });
  expect((await read(Buffer.from(blank, 'latin1'))).pages[0]?.unread).toBeUndefined();
});

test('a file whose list of pages is gone with its end, or leads nowhere, is read by the pages that lie in it', async () => {
  const whole = longPdf(6).toString('latin1');
  const again = async (text: string) => {
    const { pages, told } = await read(Buffer.from(text, 'latin1'));
    return { words: pages.map(({ text: words }) => words), unread: pages.map(({ unread }) => unread), told };
  };
  const { words } = await again(whole);
  expect(words).toHaveLength(6);
  const noTrailer = await again(whole.slice(0, whole.lastIndexOf('trailer')));
  expect(noTrailer.words).toEqual(words);
  expect(noTrailer.told).toContainEqual(expect.stringContaining('找得到的各页'));
  expect(noTrailer.unread.at(-1)).toContain('文件不完整');
  const noList = await again(whole.replace(/\/Pages \d+ 0 R/u, '/Pages 999 0 R'));
  expect(noList.words).toEqual(words);
  // What encrypted a file is told at its end: without that its words are nothing.
  await expect(again(`${whole.slice(0, whole.lastIndexOf('trailer'))}% /Encrypt`)).rejects.toThrow('结构已损坏');
});

test('a page of which one piece of content is not in the file says that it may be read in part', async () => {
  const bytes = textPdf(['Hello'])
    .toString('latin1')
    .replace(/\/Contents (\d+ 0 R)/u, '/Contents [$1 77 0 R]');
  const { pages } = await read(Buffer.from(bytes, 'latin1'));
  expect(pages.map(({ text, unread }) => [text, unread])).toEqual([['Hello', '第 1 页有一部分数据已损坏，请对照原件']]);
});

test('one page beyond the number stated is told', async () => {
  const bytes = longPdf(2).toString('latin1').replace('/Count 2', '/Count 1');
  expect((await read(Buffer.from(bytes, 'latin1'))).told).toContainEqual(expect.stringContaining('存有 2 页'));
});
