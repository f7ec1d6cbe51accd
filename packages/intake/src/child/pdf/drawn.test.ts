import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../../index.ts';
import { pageOf, sealedPageOf } from '../../tests/fixtures.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'anjuan-drawn-'));
afterAll(() => {
  closeParsers();
  rmSync(folder, { recursive: true });
});

async function read(bytes: Buffer, password?: string) {
  const place = path.join(folder, 'a.pdf');
  writeFileSync(place, bytes);
  const input = { name: 'a.pdf', path: place, size: bytes.length, ...(password === undefined ? {} : { password }) };
  const [file] = await readFiles([input], { recognise: false });
  const page = file?.pages[0];
  return {
    text: page?.text,
    cells: page?.tables?.[0]?.cells.map(({ start, end }) => page.text.slice(start, end)),
    unreadable: file?.unreadable,
  };
}

/** Two rows with two cells each. */
const rules = '50 700 200 40 re S 50 720 m 250 720 l S 110 700 m 110 740 l S 50 740 m 250 740 l S\n';
const words = (...all: readonly (readonly [number, number, string])[]): string =>
  `BT /F 10 Tf ${all.map(([x, y, text]) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`).join(' ')} ET`;
const labels = words([54, 726, 'Party'], [54, 706, 'Signed:'], [120, 726, 'Mill'], [50, 780, 'Title']);
const filled = ['Party', 'Mill', 'Signed:', ''];

test('an encrypted file tells its cells once the password is given', async () => {
  expect(await read(pageOf(rules + labels))).toMatchObject({ cells: filled });
  expect(await read(sealedPageOf(rules + labels, 'key'), 'key')).toMatchObject({ cells: filled });
  expect((await read(sealedPageOf(rules + labels, 'key'))).unreadable).toContain('密码');
});

test('rules and hands drawn by reference are those of the page, through the matrix of the reference', async () => {
  const shifted = {
    content: `${rules}q 40 0 0 14 130 703 cm /I Do Q`,
    dictionary:
      '/Type /XObject /Subtype /Form /BBox [0 0 600 850] /Matrix [1 0 0 1 0 -100] /Resources << /XObject << /I 7 0 R >> >> ',
  };
  const picture = {
    content: '\x80',
    dictionary: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray ',
  };
  const below = words([54, 626, 'Party'], [54, 606, 'Signed:'], [120, 626, 'Mill']);
  const bytes = pageOf(`q /R Do Q ${below}`, { resources: '/XObject << /R 6 0 R >>', objects: [shifted, picture] });
  expect(await read(bytes)).toMatchObject({ cells: ['Party', 'Mill', 'Signed:', '\ufffc'] });
});

const overlay = (rest: string): string => `<< /Type /Annot /P 3 0 R /F 4 ${rest} >>`;

test('fields that were filled in are read in their cells; a hand laid over the page leaves a mark', async () => {
  const written = pageOf(rules + labels, {
    page: '/Annots [6 0 R 7 0 R]',
    catalogue: '/AcroForm << /Fields [6 0 R] >> ',
    objects: [
      overlay('/Subtype /Widget /FT /Tx /T (who) /V (Ann Reed) /Rect [114 702 200 718] /DA (/F 10 Tf)'),
      overlay('/Subtype /Widget /FT /Tx /T (none) /V (unseen) /F 2 /Rect [114 722 200 738] /DA (/F 10 Tf)').replace(
        '/F 4 ',
        '',
      ),
    ],
  });
  expect(await read(written)).toMatchObject({ cells: ['Party', 'Mill', 'Signed:', 'Ann Reed'] });
  const inked = pageOf(rules + labels, {
    page: '/Annots [6 0 R]',
    objects: [overlay('/Subtype /Ink /Rect [120 702 170 718] /InkList [[120 702 130 716 150 704 170 718]]')],
  });
  expect(await read(inked)).toMatchObject({ cells: ['Party', 'Mill', 'Signed:', '\ufffc'] });
});

test('notes over a page that is a picture are no words of the page: it is still to be recognised', async () => {
  const picture = {
    content: '\x80',
    dictionary: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray ',
  };
  const scan = pageOf('q 595 0 0 842 0 0 cm /I Do Q', {
    resources: '/XObject << /I 6 0 R >>',
    page: '/Annots [7 0 R]',
    objects: [picture, overlay('/Subtype /FreeText /Contents (Seen) /Rect [120 702 170 718] /DA (/F 10 Tf)')],
  });
  expect((await read(scan)).text).toBe('');
});

test('curves drawn on the page itself in an empty cell may be a hand', async () => {
  const pen = '120 704 m 130 730 140 690 160 716 c S\n';
  expect(await read(pageOf(rules + pen + labels))).toMatchObject({ cells: ['Party', 'Mill', 'Signed:', '\ufffc'] });
});
