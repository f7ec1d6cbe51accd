import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, expect, test } from 'vitest';
import { openSource } from '../child/picture/source.ts';
import { gather } from '../gather.ts';
import { defaultLimits } from '../limits.ts';
import { closeParsers, readFiles } from '../read.ts';
import { zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** An OFD of one page with these objects, and more parts. */
function ofd(objects: string, parts: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return zipOf({
    'OFD.xml': '<OFD><DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>',
    'Doc_0/Document.xml':
      '<Document><CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea><PublicRes>Res.xml</PublicRes></CommonData><Pages><Page ID="8" BaseLoc="P\\Content.xml"/></Pages></Document>',
    'Doc_0/Res.xml':
      '<Res><MultiMedias><MultiMedia ID="5"><MediaFile>a.bin</MediaFile></MultiMedia></MultiMedias></Res>',
    'Doc_0/P/Content.xml': `<Page><Content><Layer>${objects}</Layer></Content></Page>`,
    ...parts,
  });
}

const picture = '<ImageObject Boundary="0 0 210 297" CTM="210 0 0 297 0 0" ResourceID="5"/>';
const words = (text: string): string =>
  `<TextObject Boundary="20 40 160 8" Size="5"><TextCode X="0" Y="6" DeltaX="g ${text.length - 1} 5">${text}</TextCode></TextObject>`;
const glyphs = Array.from(
  { length: 300 },
  (_, at) =>
    `<PathObject Boundary="${20 + (at % 30) * 5} ${20 + Math.floor(at / 30) * 8} 5 5" Fill="true"><AbbreviatedData>M 0 0 L 4 4 L 1 4 L 2 2 Q 1 1 3 1 L 0 4 L 4 0 L 2 0 L 1 3 C</AbbreviatedData></PathObject>`,
).join('');

let count = 0;
const put = (bytes: Buffer): string => {
  const place = path.join(folder, `${count++}.ofd`);
  writeFileSync(place, bytes);
  return place;
};

async function read(bytes: Buffer) {
  const { cases, dispose } = await gather(put(bytes));
  try {
    const files = await readFiles(
      cases.flatMap((one) => one.files),
      { recognise: false },
    );
    return files.flatMap((file) => file.unreadable ?? file.pages.map((page) => page.unread ?? page.text));
  } finally {
    await dispose();
  }
}

test('a page whose characters are drawn as areas waits for recognition, and its areas are what is recognised', async () => {
  expect(await read(ofd(glyphs))).toEqual([expect.stringMatching(/转成了曲线.+OCR/u)]);
  expect(await read(ofd(glyphs.slice(0, glyphs.indexOf('</PathObject>') + 13)))).toEqual(['']);
  const source = await openSource(put(ofd(glyphs)), undefined, defaultLimits);
  const { raster } = await source.picture(1);
  expect(raster.data.some((value, at) => at % 4 === 0 && value < 100)).toBe(true);
  await source.close();
});

test('a page that is one picture which is gone or of a rare kind is told as lost; one whose data breaks off as damaged', async () => {
  expect(await read(ofd(picture))).toEqual([expect.stringMatching(/图像缺失、损坏或者格式少见/u)]);
  const rare = { 'Doc_0/a.bin': Buffer.from('\x97JB2\r\n\x1a\nxxxx', 'latin1') };
  expect(await read(ofd(picture, rare))).toEqual([expect.stringMatching(/图像缺失、损坏或者格式少见/u)]);
  const whole = await createCanvas(300, 200).encode('jpeg', 80);
  expect(await read(ofd(picture, { 'Doc_0/a.bin': whole }))).toEqual([expect.stringMatching(/需要文字识别/u)]);
  for (const [bytes, damaged] of [
    [whole, undefined],
    [whole.subarray(0, whole.length - 40), true],
  ] as const) {
    const source = await openSource(put(ofd(picture, { 'Doc_0/a.bin': bytes })), undefined, defaultLimits);
    expect((await source.picture(1)).damaged).toBe(damaged);
    await source.close();
  }
});

test('characters of a font of its own numbering, and an encrypted file, are told for what they are', async () => {
  expect(await read(ofd(words('\ue001\ue002\ue003\ue004\ue005\ue006\ue007')))).toEqual([
    expect.stringMatching(/没有编码信息/u),
  ]);
  expect(await read(ofd(words('罚款\ue001')))).toEqual(['罚款\ue001']);
  expect(await read(ofd(words('罚款'), { 'Encryptions.xml': '<Encryptions/>' }))).toEqual([
    expect.stringMatching(/^是加密的 OFD/u),
  ]);
  const sealed = zipOf({ 'main.xml': 'x', 'Encryptions.xml': '<Encryptions/>' });
  expect(await read(sealed)).toEqual([expect.stringMatching(/^是加密的 OFD/u)]);
});

test('files that hang on an OFD are named; where papers may be among them the last page is told as not whole', async () => {
  const hung = (list: string): Buffer =>
    ofd(words('罚款'), {
      'Doc_0/Document.xml':
        '<Document><Pages><Page ID="8" BaseLoc="P/Content.xml"/></Pages><Attachments>Attachs/Attachments.xml</Attachments></Document>',
      'Doc_0/Attachs/Attachments.xml': `<Attachments>${list}</Attachments>`,
    });
  const paper = '<Attachment ID="1" Name="送达\u202e回证" Format="pdf"><FileLoc>a.pdf</FileLoc></Attachment>';
  expect(await read(hung(paper))).toEqual([expect.stringMatching(/附有 1 个文件（送达回证\.pdf），其中可能有文书/u)]);
  const data = '<Attachment ID="1" Name="original_invoice" Format="xml"><FileLoc>a.xml</FileLoc></Attachment>';
  expect(await read(hung(data))).toEqual(['罚款']);
});

test('words that a clip leaves nothing of are told and not read', async () => {
  const clipped = (path: string, more = ''): string =>
    words('罚款九千').replace(
      '<TextCode',
      `<Clips><Clip><Area${more}><Path Boundary="0 0 160 8"><AbbreviatedData>${path}</AbbreviatedData></Path></Area></Clip></Clips><TextCode`,
    );
  expect(await read(ofd(clipped('M 0 0 L 160 0 L 160 8 L 0 8 C')))).toEqual(['罚款九千']);
  expect(await read(ofd(clipped('M 10 0 L 160 0 L 160 8 L 10 8 C')))).toEqual(['罚款九千']);
  for (const path of ['M 100 0 L 160 0 L 160 8 L 100 8 C', 'M 0 0 L 160 0 C', ''])
    expect(await read(ofd(words('当事人') + clipped(path)))).toEqual(['当事人']);
});
