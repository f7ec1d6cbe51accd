import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { closeParsers } from '../read.ts';
import { docxWith, zipOf } from './fixtures.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** An archive of one entry whose bytes are packed already. */
function packedOnly(name: string, packed: Buffer): Buffer {
  const zip = zipOf({ [name]: packed });
  for (const [mark, at] of [
    ['PK\x03\x04', 8],
    ['PK\x01\x02', 10],
  ] as const)
    zip.writeUInt16LE(8, zip.lastIndexOf(mark, undefined, 'latin1') + at);
  return zip;
}

test('of a DOCX whose main part breaks off what stands before is read, and the page says so', async () => {
  const words = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const told = [expect.stringMatching(/^第 1 页读到“行政处罚决定书”为止，正文在这之后已损坏.+请/u)];
  const wrong = docxWith(`${words('行政处罚决定书')}<w:p><w:r><w:t>罚款五</w:r></w:t>${words('百元')}`);
  const read = await readOne(folder, 'wrong.docx', wrong);
  expect([read.pages, read.unread]).toEqual([['行政处罚决定书'], told]);
  const long = Array.from({ length: 900 }, (_, at) => words(`第 ${at} 段，${(at * 7919) % 9973}`)).join('');
  const main = deflateRawSync(
    `<w:document xmlns:w="a"><w:body>${words('行政处罚决定书')}${long}</w:body></w:document>`,
  );
  const parts = packedOnly('word/document.xml', main.subarray(0, 400));
  const cut = await readOne(folder, 'cut.docx', parts);
  expect(cut.pages[0]).toMatch(/^行政处罚决定书\n第 0 段，0\n/u);
  expect(cut.unread).toEqual([expect.stringContaining('正文在这之后已损坏')]);
  expect((await readOne(folder, 'none.docx', docxWith('<w:p><w:r></w:p>'))).unread).toEqual([
    expect.stringContaining('DOCX 正文已损坏'),
  ]);
});

test('of several ways to show the same the first is read that Word knows; what only other programs show is told', async () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const choice = (needs: string, text: string): string => `<mc:Choice Requires="${needs}">${run(text)}</mc:Choice>`;
  const paper = (ways: string): Buffer =>
    docxWith(
      `<w:p xmlns:own="http://example.org/own" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent xmlns:mc="a">${ways}</mc:AlternateContent></w:p>`,
    );
  const other = `<mc:Fallback>${run('罚款五百元')}</mc:Fallback>`;
  const told = [expect.stringContaining('只有专门的软件才显示')];
  expect(await readOne(folder, 'own.docx', paper(choice('own', '罚款五万元') + other))).toEqual({
    pages: ['罚款五百元'],
    unread: [],
    told,
  });
  expect(await readOne(folder, 'wps.docx', paper(choice('wps', '罚款九元') + other))).toMatchObject({
    pages: ['罚款九元'],
    told: [],
  });
  const both = paper(choice('own wps', '甲') + choice('wps', '乙') + choice('wps', '丙') + other);
  expect(await readOne(folder, 'both.docx', both)).toMatchObject({ pages: ['乙'], told });
});
