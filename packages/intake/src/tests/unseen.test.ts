import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';
import { pageOf, sealedPageOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** The words of a page, and what is told as hidden on it. */
async function read(name: string, bytes: Uint8Array, password?: string) {
  const place = path.join(folder, `${name}.pdf`);
  writeFileSync(place, bytes);
  const input = { name: `${name}.pdf`, path: place, size: bytes.length };
  const [file] = await readFiles([password === undefined ? input : { ...input, password }], { recognise: false });
  return {
    text: file?.pages[0]?.text,
    hidden: (file?.notices ?? []).flatMap(({ kind, message, quote }) => (kind === 'hidden' ? [[message, quote]] : [])),
  };
}

const shown = 'BT /F 14 Tf 72 700 Td (fine of 500) Tj ET';
const offPaper = [expect.stringContaining('纸面之外'), 'fineof9000'];
const unseen = [expect.stringContaining('看不见的文字'), 'fine of 9000'];

test.each([
  ['below', 'BT /F 14 Tf 72 -200 Td (fine of 9000) Tj ET'],
  ['right', 'BT /F 14 Tf 900 600 Td (fine of 9000) Tj ET'],
  ['left by kerning', 'BT /F 14 Tf -300 600 Td [(fine of ) -10 (9000)] TJ ET'],
  ['above by the matrix of the page', 'q 1 0 0 1 0 900 cm BT /F 14 Tf 1 0 0 1 72 60 Tm (fine of 9000) Tj ET Q'],
  ['below by lines', `BT /F 14 Tf 400 TL 72 300 Td T* (fine of 9000) ' ET`],
])('words off the paper, %s, are told and not read', async (name, content) => {
  const { text, hidden } = await read(name, pageOf(`${shown} ${content}`));
  expect(text).toBe('fine of 500');
  expect(hidden).toEqual([offPaper]);
});

test('what the box of the page cuts off is off the paper; a page with nothing else is no scan', async () => {
  const low = 'BT /F 14 Tf 72 100 Td (fine of 9000) Tj ET';
  const cut = await read('crop', pageOf(`${shown} ${low}`, { page: '/CropBox [0 400 595 842]' }));
  expect(cut).toEqual({ text: 'fine of 500', hidden: [offPaper] });
  expect(await read('only', pageOf('BT /F 14 Tf 72 -200 Td (fine of 9000) Tj ET'))).toEqual({
    text: '',
    hidden: [offPaper],
  });
});

test('of a page with more to draw than is looked at it is told that words may be unseen', async () => {
  const lines = '0 0 m 9 9 l S '.repeat(300_000);
  const place = path.join(folder, 'much.pdf');
  const bytes = pageOf(`${shown} ${lines} BT 3 Tr /F 14 Tf 72 600 Td (fine of 9000) Tj ET`);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: 'much.pdf', path: place, size: bytes.length }], { recognise: false });
  expect(file?.pages[0]?.text).toBe('fine of 500\nfine of 9000');
  expect(file?.notices?.map(({ page, message }) => [page, message])).toEqual([[1, expect.stringContaining('没有查')]]);
});

test('encrypted files tell words off the paper as others do', async () => {
  const bytes = sealedPageOf(`${shown} BT /F 14 Tf 72 -200 Td (fine of 9000) Tj ET`, 'one');
  expect(await read('sealed', bytes, 'one')).toEqual({ text: 'fine of 500', hidden: [offPaper] });
});

test('words that fill the paper to its edges are on it', async () => {
  const content = 'BT /F 14 Tf 2 2 Td (first) Tj ET BT /F 14 Tf 560 830 Td (last) Tj ET';
  expect(await read('edges', pageOf(content))).toEqual({ text: 'first\nlast', hidden: [] });
});

test('words on a layer that is switched off are not read, those on one that is on are', async () => {
  const content = `${shown} /OC /L BDC BT /F 14 Tf 72 600 Td (fine of 9000) Tj ET EMC`;
  const layer = (off: string) =>
    pageOf(content, {
      resources: '/Properties << /L 6 0 R >>',
      catalogue: `/OCProperties << /OCGs [6 0 R] /D << /Order [6 0 R] ${off} >> >> `,
      objects: ['<< /Type /OCG /Name (layer) >>'],
    });
  expect(await read('off', layer('/OFF [6 0 R]'))).toEqual({ text: 'fine of 500', hidden: [unseen] });
  expect(await read('on', layer('/OFF []'))).toEqual({ text: 'fine of 500\nfine of 9000', hidden: [] });
});

test('type too small for any eye is not read; small print is', async () => {
  const sized = (size: number) => pageOf(`${shown} BT /F ${size} Tf 72 600 Td (fine of 9000) Tj ET`);
  expect(await read('tiny', sized(0.5))).toEqual({ text: 'fine of 500', hidden: [unseen] });
  expect(await read('small', sized(4))).toEqual({ text: 'fine of 500\nfine of 9000', hidden: [] });
  const scaled = await read('scaled', pageOf(`${shown} q .01 0 0 .01 72 600 cm BT /F 14 Tf (fine of 9000) Tj ET Q`));
  expect(scaled).toEqual({ text: 'fine of 500', hidden: [unseen] });
  const grown = pageOf(`${shown} BT /F 1 Tf 14 0 0 14 72 600 Tm (fine of 9000) Tj ET`);
  expect(await read('grown', grown)).toEqual({ text: 'fine of 500\nfine of 9000', hidden: [] });
});

test('words that are raised or lowered from their line count where they then stand', async () => {
  const [lowered, white] = [
    'BT /F 14 Tf 72 700 Td -200 Ts (fine of 9000) Tj ET',
    (y: number) => `1 g 60 ${y} 200 30 re f`,
  ];
  expect(await read('beside', pageOf(`${lowered} ${white(690)}`))).toEqual({ text: 'fine of 9000', hidden: [] });
  expect(await read('under', pageOf(`${lowered} ${white(490)}`))).toEqual({ text: '', hidden: [unseen] });
  const off = 'BT /F 14 Tf 72 700 Td 200 Ts (fine of 9000) Tj 0 Ts 0 -100 Td (fine of 500) Tj ET';
  expect((await read('off-by-rise', pageOf(off))).hidden).toEqual([offPaper]);
});
