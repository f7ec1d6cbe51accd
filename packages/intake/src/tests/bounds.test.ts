import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openArchive } from '../archive.ts';
import { boundsIn } from '../bounds.ts';
import { defaultLimits } from '../limits.ts';
import { closeParsers, readFiles } from '../read.ts';
import { docxWith, joinedZips, zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

async function read(bytes: Buffer) {
  const place = path.join(folder, 'a.docx');
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: 'a.docx', path: place, size: bytes.length }]);
  return {
    text: file?.pages[0]?.text,
    unread: file?.unreadable,
    told: (file?.notices ?? []).map((one) => one.message),
  };
}

const paper = docxWith('<w:p><w:r><w:t>罚款500元</w:t></w:r></w:p>');
const more = (before: string, after: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(before, 'latin1'), paper, Buffer.from(after as string, 'latin1')]);

test('what a transfer leaves before or behind an office file is passed over, and told where it is more than filling', async () => {
  const whole = { text: '罚款500元', unread: undefined, told: [] };
  for (const bytes of [paper, more('', '\n'), more('\r\n\r\n', ''), more('', '\0'.repeat(4096))])
    expect(await read(bytes)).toEqual(whole);
  const told = (count: number) => ({ ...whole, told: [expect.stringContaining(`混有 ${count} 字节别的数据`)] });
  expect(await read(more('HTTP/1.1 200 OK\r\n\r\n', ''))).toEqual(told(19));
  expect(await read(more('\xef\xbb\xbf', '<!-- served -->'))).toEqual(told(18));
  expect(await read(more('', 'x'.repeat(100_000)))).toEqual(told(100_000));
});

test('an archive in a file is found the same way; of two, one behind the other, none is lost', async () => {
  const zip = zipOf({ 'a.txt': 'one' });
  const place = path.join(folder, 'b.zip');
  writeFileSync(place, Buffer.concat([Buffer.from('head'), zip, Buffer.from('\n')]));
  const archive = await openArchive(place, defaultLimits);
  expect(archive.entries.map((entry) => entry.name)).toEqual(['a.txt']);
  expect((await archive.entries[0]?.read())?.toString()).toBe('one');
  archive.close();
  const twice = Buffer.concat([zip, zip]);
  expect(boundsIn(twice)).toEqual({ from: 0, to: twice.length, whole: true });
  const joined = joinedZips(zip, zipOf({ 'b.txt': 'two' }));
  expect(boundsIn(joined)).toEqual({ from: 0, to: joined.length, whole: true });
  // The end of another, empty archive in its note.
  const note = Buffer.concat([zip.subarray(0, -2), Buffer.from([22, 0]), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
  expect(boundsIn(note)).toEqual({ from: 0, to: note.length, whole: true });
});

test('a name in a field of its own is taken where it is of the plain one', async () => {
  const plain = Buffer.from('????.txt');
  const named = (sum: number): Buffer => {
    const name = Buffer.from('决定书.txt');
    const field = Buffer.alloc(9);
    field.writeUInt16LE(0x7075, 0);
    field.writeUInt16LE(5 + name.length, 2);
    field[4] = 1;
    field.writeUInt32LE(sum, 5);
    const extra = Buffer.concat([field, name]);
    const zip = zipOf({ '????.txt': 'words' });
    const list = zip.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    zip.writeUInt16LE(extra.length, list + 30);
    zip.writeUInt32LE(end - list + extra.length, end + 12);
    return Buffer.concat([zip.subarray(0, end), extra, zip.subarray(end)]);
  };
  const names = async (bytes: Buffer) => (await openArchive(bytes, defaultLimits)).entries.map((entry) => entry.name);
  expect(await names(named(crc32(plain)))).toEqual(['决定书.txt']);
  expect(await names(named(1))).toEqual(['????.txt']);
});

test('a part that an office file holds twice is told, the first is read', async () => {
  const other = docxWith('<w:p><w:r><w:t>罚款900元</w:t></w:r></w:p>');
  const { text, told } = await read(joinedZips(paper, other));
  expect(text).toBe('罚款500元');
  expect(told).toEqual([
    expect.stringMatching(/有 2 个部分各存了不止一份（.*word\/document\.xml.*），只读了前面的一份/u),
  ]);
});
