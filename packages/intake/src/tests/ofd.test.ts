import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';
import { ofdWith } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** The words of an OFD below its title, and what is told as hidden in it. */
async function read(name: string, objects: string) {
  const place = path.join(folder, `${name}.ofd`);
  const bytes = ofdWith(objects);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: `${name}.ofd`, path: place, size: bytes.length }]);
  const hidden = (file?.notices ?? []).flatMap(({ kind, quote }) => (kind === 'hidden' ? [quote] : []));
  return { text: file?.pages[0]?.text.split('\n').slice(2).join('\n'), hidden };
}

const words = (more = '', colour = ''): string =>
  `<ofd:TextObject ID="20" Boundary="20 60 60 8" Size="5" ${more}>${colour}<ofd:TextCode X="0" Y="6" DeltaX="g 5 5">免予行政处罚</ofd:TextCode></ofd:TextObject>`;
const area = (box: string, more = 'Fill="true"', colour = '255 255 255'): string =>
  `<ofd:PathObject ID="21" Boundary="${box}" Stroke="false" ${more}><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L 70 0 L 70 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>`;
const white = '<ofd:FillColor Value="255 255 255"/>';
const told = { text: '', hidden: ['免予行政处罚'] };
const plain = { text: '免予行政处罚', hidden: [] };

test('words in white are told and not read, unless something dark was painted before them', async () => {
  expect(await read('white', words('', white))).toEqual(told);
  expect(await read('banner', area('18 58 70 10', undefined, '192 0 0') + words('', white))).toEqual(plain);
});

test('words under an area painted later are told and not read', async () => {
  expect(await read('covered', words() + area('18 58 70 10'))).toEqual(told);
  expect(await read('before', area('18 58 70 10') + words())).toEqual(plain);
  expect(await read('beside', words() + area('18 80 70 10'))).toEqual(plain);
  expect(await read('glass', words() + area('18 58 70 10', 'Fill="true" Alpha="60"'))).toEqual(plain);
  expect(await read('frame', words() + area('18 58 70 10', 'Fill="false"'))).toEqual(plain);
});
