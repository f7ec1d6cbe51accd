import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles, showPicture } from '../read.ts';
import { pageOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

const library = path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
const program = readFileSync(path.join(library, 'standard_fonts/LiberationSans-Regular.ttf')).toString('latin1');

/** A page of glyphs by their numbers, in a font that lies in the file; `told` is the characters it says they are. */
function glyphs(told: string, numbers = '0014001500160017'): Buffer {
  return pageOf(`BT /G 60 Tf 72 600 Td <${numbers}> Tj ET`, {
    resources: '/Font << /F 5 0 R /G 6 0 R >>',
    objects: [
      `<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [7 0 R] ${told} >>`,
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 600 /FontDescriptor 8 0 R >>',
      '<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 9 0 R >>',
      { content: program, dictionary: `/Length1 ${program.length} ` },
      {
        content:
          '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 4 beginbfchar <0014> <5b57> <0015> <5b58> <0016> <5b59> <0017> <5b5a> endbfchar endcmap end',
        dictionary: '',
      },
    ],
  });
}

async function picture(name: string, bytes: Buffer): Promise<Buffer> {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return showPicture({ path: place }, 1, 0);
}

test('a page is drawn with the shapes its own fonts have, whatever characters they tell', async () => {
  const plain = await picture('plain.pdf', glyphs(''));
  const others = await picture('others.pdf', glyphs('', '0018001900180019'));
  expect(others.equals(plain)).toBe(false);
  expect((await picture('told.pdf', glyphs('/ToUnicode 10 0 R'))).equals(plain)).toBe(true);
});

test('characters among others that a font gives only by their numbers show as such, and are told', async () => {
  const place = path.join(folder, 'some.pdf');
  writeFileSync(place, pageOf('BT /F 14 Tf 72 700 Td (a fine of \\001\\002 yuan) Tj ET'));
  const [file] = await readFiles([{ name: 'some.pdf', path: place, size: 1 }], { recognise: false });
  expect(file?.pages[0]?.text).toMatch(/^a fine of \ufffd ?\ufffd yuan$/u);
  expect(file?.notices?.map((one) => one.message)).toEqual(['此页有的字读不出（显示为“\ufffd”），请对照原件']);
});
