import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { closeParsers } from '../read.ts';
import { docxWith, zipOf } from './fixtures.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

const papers = { '立案.txt': '立案审批表，同意立案。', '决定.txt': '行政处罚决定书，罚款五百元。' };
const whole = zipOf(papers);
const list = whole.indexOf('PK\x01\x02', 0, 'latin1');
const rest = expect.stringMatching(/^压缩包不完整或者目录已损坏/u);

async function read(name: string, bytes: Buffer) {
  const { pages, unread } = await readOne(folder, name, bytes);
  return { pages: pages.toSorted(), unread };
}

test('of an archive that lost its list, or whose list leads nowhere, the files that are there are read', async () => {
  const pages = Object.values(papers).toSorted();
  expect(await read('no-list.zip', whole.subarray(0, list))).toEqual({ pages, unread: [rest] });
  expect(await read('cut-list.zip', whole.subarray(0, -30))).toEqual({ pages, unread: [rest] });
  const shifted = Buffer.from(whole);
  shifted.writeUInt32LE(list + 9, shifted.length - 6);
  expect(await read('shifted.zip', shifted)).toEqual({ pages, unread: [rest] });
});

test('the file in which such an archive breaks off is told as damaged', async () => {
  const second = whole.lastIndexOf('PK\x03\x04', undefined, 'latin1');
  const { pages, unread } = await read('cut.zip', whole.subarray(0, second + 60));
  expect(pages).toEqual(['立案审批表，同意立案。']);
  expect(unread).toEqual([expect.stringContaining('压缩数据'), rest]);
});

test('a part of an archive is told as that, whatever lies in it', async () => {
  const place = path.join(folder, '案卷.zip.001');
  writeFileSync(place, whole.subarray(0, list));
  await expect(gather(place)).rejects.toThrow('分卷压缩包');
});

test('an office file that lost its end is read as far as its parts are whole, and says so', async () => {
  const paper = docxWith('<w:p><w:r><w:t>罚款五百元</w:t></w:r></w:p>');
  const cut = paper.subarray(0, -25);
  const { pages, unread, told } = await readOne(folder, '决定.docx', cut);
  expect([pages, unread]).toEqual([['罚款五百元'], []]);
  expect(told).toEqual([expect.stringContaining('从剩下的部分读出来的')]);
});
