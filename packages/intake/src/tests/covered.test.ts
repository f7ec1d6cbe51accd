import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readFiles } from '../read.ts';
import { pageOf } from './fixtures.ts';
import { bar, both, folder, named, onlyShown, other, read, shown, state } from './fixtures-seen.ts';

/** A grey picture; `more` stands in its dictionary. */
const picture = (more = '', pixels = '\x80') => ({
  content: pixels,
  dictionary: `/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray ${more}`,
});
const shading = {
  resources:
    '/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [1] /N 1 >> /Extend [true true] >> >>',
};

test.each([
  ['in white', `1 g ${bar} 0 g`],
  ['in black', bar],
  ['in one path with its edge', '60 595 200 16 re B'],
  ['as four lines', '60 595 m 260 595 l 260 611 l 60 611 l h f'],
  ['with slanting edges', '60 595 m 400 595 l 60 650 l f'],
  ['as a line as thick as words', '18 w 60 604 m 260 604 l S'],
  ['as a shading of all that is shown', 'q 60 595 200 16 re W n /S sh Q'],
])('words under an area painted later are told and not read: %s', async (name, area) => {
  expect(await read(name, pageOf(`${other} ${area} ${shown}`, shading))).toEqual(onlyShown);
});

test.each([
  ['painted before', `0.9 g ${bar} 0 g ${other}`, {}],
  ['drawn only as a frame', `${other} 60 595 200 16 re S`, {}],
  ['clear as glass', `${other} q /G gs 1 1 0 rg ${bar} Q`, state('/ca 0.3')],
  ['of a marker pen', `${other} q /G gs 1 1 0 rg ${bar} Q`, state('/BM /Multiply')],
  ['under the line', `${other} 60 596 200 2 re f`, {}],
  ['of another shape', `${other} 60 595 m 110 595 l 60 650 l f`, {}],
  ['round', `${other} 60 595 m 60 700 400 700 400 595 c f`, {}],
  ['cut off beside the words', `${other} q 300 0 200 842 re W n ${bar} Q`, {}],
])('an area leaves words to be read: %s', async (name, content, parts) => {
  expect(await read(name, pageOf(`${shown} ${content}`, parts))).toEqual(both);
});

test('words under a picture are not read, unless one sees through it', async () => {
  const content = `${shown} ${other} q 200 0 0 16 60 595 cm /I Do Q`;
  const mask = picture('', '\x40');
  expect(await read('under', pageOf(content, { ...named, objects: [picture()] }))).toEqual(onlyShown);
  expect(await read('clear', pageOf(content, { ...named, objects: [picture('/SMask 7 0 R '), mask] }))).toEqual(both);
});

test('words outside what is shown of the page are told and not read', async () => {
  const clipped = (box: string) => pageOf(`${shown} q ${box} re W n ${other} Q`);
  expect(await read('outside', clipped('0 0 100 100'))).toEqual(onlyShown);
  expect(await read('inside', clipped('0 0 595 842'))).toEqual(both);
  const form = (box: string) =>
    pageOf(`${shown} /I Do`, {
      ...named,
      objects: [
        {
          content: other,
          dictionary: `/Type /XObject /Subtype /Form /BBox ${box} /Resources << /Font << /F 5 0 R >> >>`,
        },
      ],
    });
  expect(await read('form', form('[0 0 100 100]'))).toEqual(onlyShown);
  expect(await read('form-whole', form('[0 0 595 842]'))).toEqual(both);
});

test('what a drawing by name paints is seen through where it stands', async () => {
  const drawn = (content: string, more = '', rest: readonly (typeof clear)[] = []) => ({
    ...named,
    objects: [
      {
        content,
        dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 100 8] ${more} /Resources << /Font << /F 5 0 R >> /XObject << /P 7 0 R >> >>`,
      },
      ...rest,
    ],
  });
  const clear = picture('/SMask 8 0 R ');
  const over = `${shown} ${other} q 2 0 0 2 60 595 cm /I Do Q`;
  const all = '100 0 0 8 0 0 cm /P Do';
  expect(await read('area', pageOf(over, drawn('0 0 100 8 re f')))).toEqual(onlyShown);
  expect(await read('beside', pageOf(over, drawn('0 0 100 8 re f', '/Matrix [1 0 0 1 150 0]')))).toEqual(both);
  expect(await read('seal', pageOf(over, drawn(all, '', [clear, picture('', '\x40')])))).toEqual(both);
  expect(await read('photo', pageOf(over, drawn(all, '', [picture()])))).toEqual(onlyShown);
  const words = drawn('BT /F 7 Tf 6 2 Td (fine of 9000) Tj ET');
  expect(await read('own', pageOf(`q 2 0 0 2 60 595 cm /I Do Q ${bar} ${shown}`, words))).toEqual(onlyShown);
  expect(await read('round', pageOf(over, drawn('/I Do', '/Resources << /XObject << /I 6 0 R >> >>')))).toMatchObject({
    text: both.text,
  });
});

test('a picture within the content covers words as others do', async () => {
  const inline = 'q 200 0 0 16 60 595 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q';
  expect(await read('inline', pageOf(`${shown} ${other} ${inline}`))).toEqual(onlyShown);
});

test.each([
  ['not at all', '', (bytes: Buffer) => bytes],
  ['as hexadecimal digits', '/Filter /ASCIIHexDecode', (bytes: Buffer) => Buffer.from(`${bytes.toString('hex')}>`)],
  ['by a name that stands elsewhere', '/Filter 6 0 R', (bytes: Buffer) => deflateSync(bytes)],
])('words in white are told however the content is packed: %s', async (name, filter, pack) => {
  const content = `${shown} 1 g ${other}`;
  expect(
    await read(name, pageOf(content, { filter, pack: (_, bytes) => pack(bytes), objects: ['/FlateDecode'] })),
  ).toEqual(onlyShown);
});

test('a note written on an empty page is read, whatever draws it', async () => {
  const box = '/Rect [60 590 260 610]';
  const note = `<< /Type /Annot /Subtype /FreeText ${box} /Contents (fine of 500) /DA (/F 14 Tf) /AP << /N 7 0 R >> >>`;
  const drawn = {
    content: 'BT /F 14 Tf 2 2 Td (fine of 500) Tj ET',
    dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F 5 0 R >> >>',
  };
  const bytes = pageOf('', { page: '/Annots [6 0 R]', objects: [note, drawn] });
  expect(await read('note', bytes)).toEqual({ text: 'fine of 500', hidden: [], unread: false });
});

test('a mark that ends a stream does not end it within its data', async () => {
  const content = `${shown} % endstream\n1 g ${other}`;
  expect(await read('mark', pageOf(content, { filter: '', pack: (_, bytes) => bytes }))).toEqual(onlyShown);
});

test('a scan with a number put on it is a scan; a picture beside an emblem or many words leaves them', async () => {
  const page = (content: string, size: string) =>
    pageOf(`q ${size} cm /I Do Q ${content}`, { ...named, objects: [picture()] });
  const whole = '595 0 0 842 0 0';
  expect(await read('number', page('BT /F 9 Tf 300 20 Td (12) Tj ET', whole))).toMatchObject({
    text: '',
    unread: true,
  });
  expect(await read('emblem', page(shown, '100 0 0 100 0 700'))).toMatchObject({ text: 'fine of 500', unread: false });
  const words = Array.from({ length: 40 }, (_, at) => `1 0 0 1 72 ${800 - at * 18} Tm (line of words ${at}) Tj`).join(
    ' ',
  );
  const full = await read('words', page(`BT /F 9 Tf ${words} ET`, whole));
  expect([full.text?.split('\n').length, full.unread]).toEqual([40, false]);
});

test('a form that only programs of its maker draw is not read for what stands in its place', async () => {
  const form = (content: string) =>
    pageOf(content, {
      catalogue: '/AcroForm << /Fields [] /XFA 6 0 R >> ',
      objects: [{ content: '<xdp/>', dictionary: '' }],
    });
  expect(await read('wait', form('BT /F 9 Tf 72 700 Td (Please wait... ) Tj ET'))).toEqual({
    text: '',
    hidden: [],
    unread: true,
  });
  expect(await read('drawn', form(shown))).toEqual({ text: 'fine of 500', hidden: [], unread: false });
});

const hung = (subtype: string, more: string, drawn: string, dictionary = '') => ({
  page: '/Annots [6 0 R]',
  objects: [
    `<< /Type /Annot /Subtype /${subtype} /Rect [60 595 260 611] /F 4 /AP << /N 7 0 R >> ${more} >>`,
    { content: drawn, dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 200 16] ${dictionary}` },
  ],
});
const filled = '1 g 0 0 200 16 re f';

test.each([
  ['Square', '', filled],
  ['Redact', '', '0 g 0 0 200 16 re f'],
  ['Stamp', '', filled],
  ['Polygon', '', filled],
  ['Text', '', filled],
])('words under what hangs on the page filled are told and not read: %s', async (subtype, more, drawn) => {
  expect(await read(subtype, pageOf(`${shown} ${other}`, hung(subtype, more, drawn)))).toEqual({
    ...onlyShown,
    unread: true,
  });
});

test('a note that is filled hides the words under it and gives its own', async () => {
  const note = hung('FreeText', '/Contents (fine of 1) /DA (/F 10 Tf)', `${filled} 0 g`);
  const { text, hidden } = await read('note', pageOf(`${shown} ${other}`, note));
  expect([text, hidden]).toEqual(['fine of 500\nfine of 1', ['fine of 9000']]);
});

test('a field painted over words hides them', async () => {
  const field = hung('Widget', '/FT /Tx /T (a) /V (of 1) /DA (/F 10 Tf)', filled);
  const { hidden } = await read('field', pageOf(`${shown} ${other}`, field));
  expect(hidden).toEqual(['fine of 9000']);
});

test('dots to write on under a field are no words that nobody sees', async () => {
  const dots = 'BT /F 14 Tf 72 600 Td (..............) Tj ET';
  const field = hung('Widget', '/FT /Tx /T (a) /V (of 1) /DA (/F 10 Tf)', filled);
  expect(await read('dots', pageOf(`${shown} ${dots}`, field))).toEqual({
    text: 'fine of 500\nof 1',
    hidden: [],
    unread: false,
  });
});

test('words that nobody sees beside what hangs on the page do not make it one that may not be read whole', async () => {
  const note = hung('Square', '', '1 g 190 0 10 16 re f');
  const unseen = 'BT 3 Tr /F 14 Tf 72 500 Td (fine of 7000) Tj ET';
  const { hidden, unread } = await read('beside', pageOf(`${shown} ${other} ${unseen}`, note));
  expect([hidden, unread]).toEqual([['fine of 7000'], false]);
});

test.each([
  ['a frame', hung('Square', '', '0 0 200 16 re S')],
  [
    'a marker',
    hung('Highlight', '', '/G gs 1 1 0 rg 0 0 200 16 re f', '/Resources << /ExtGState << /G << /BM /Multiply >> >> >>'),
  ],
  ['one not shown', hung('Square', '', filled)],
  ['one beside the words', hung('Square', '', '1 g 190 0 10 16 re f')],
])('what hangs on the page leaves words to be read: %s', async (name, parts) => {
  const objects =
    name === 'one not shown'
      ? parts.objects.map((one) => (typeof one === 'string' ? one.replace('/F 4', '/F 2') : one))
      : parts.objects;
  expect(await read(name, pageOf(`${shown} ${other}`, { ...parts, objects }))).toEqual(both);
});

test('words drawn as a pattern are told as not read', async () => {
  const pattern = (content: string) =>
    pageOf(`${shown} /Pattern cs /P scn 60 595 200 16 re f`, {
      resources: '/Pattern << /P 6 0 R >>',
      objects: [
        {
          content,
          dictionary:
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 200 16] /XStep 200 /YStep 16 /Resources << /Font << /F 5 0 R >> >>',
        },
      ],
    });
  const told = async (name: string, bytes: Buffer) => {
    const place = path.join(folder, `${name}.pdf`);
    writeFileSync(place, bytes);
    const [file] = await readFiles([{ name, path: place, size: bytes.length }], { recognise: false });
    return (file?.notices ?? []).map((one) => one.message);
  };
  expect(await told('pattern', pattern('BT /F 14 Tf 0 2 Td (fine of 9000) Tj ET'))).toEqual([
    expect.stringMatching(/画成底纹的文字.+没有作为正文读取/u),
  ]);
  expect(await told('stripes', pattern('0 0 100 8 re f'))).toEqual([]);
});

test('an area without breadth or height shows nothing', async () => {
  const clipped = (box: string) => pageOf(`${shown} q ${box} re W n ${other} Q`);
  for (const [name, box] of [
    ['point', '0 0 0 0'],
    ['line', '0 600 500 0'],
  ] as const)
    expect(await read(name, clipped(box))).toEqual(onlyShown);
});

test('a page whose fonts give out only numbers of their drawings is not read as words', async () => {
  const codes = Array.from({ length: 40 }, (_, at) => `\\${(1 + (at % 25)).toString(8).padStart(3, '0')}`).join('');
  const font = '<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Song /FirstChar 1 /LastChar 31 /Widths [500] >>';
  const bytes = pageOf(`BT /G 14 Tf 72 700 Td (${codes} 500) Tj ET`, {
    resources: '/Font << /F 5 0 R /G 6 0 R >>',
    objects: [font],
  });
  expect(await read('codes', bytes)).toEqual({ text: '', hidden: [], unread: true });
});
