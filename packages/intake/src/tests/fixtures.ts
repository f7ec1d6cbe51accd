// Tiny files made by hand for the tests of intake.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** A PDF from its objects, numbered from 1; the first is the catalogue. */
function pdf(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + end, 'latin1');
}

const stream = (content: string, more = ''): string =>
  `<< /Length ${content.length} ${more}>>\nstream\n${content}\nendstream`;
const pageWith = (resources: string): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << ${resources} >> >>`;
const frame = (resources: string, content: string): string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  pageWith(resources),
  stream(content),
];

/** One page with Latin lines in Helvetica, 14 points. */
export function textPdf(lines: readonly string[]): Buffer {
  const shown = lines.map((line, index) => `1 0 0 1 72 ${760 - index * 20} Tm (${line}) Tj`).join('\n');
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  return pdf([...frame('/Font << /F 5 0 R >>', lines.length === 0 ? '' : `BT /F 14 Tf ${shown} ET`), font]);
}

/** So many pages, each with its number on it or what else `drawn` draws; none are a file that claims to be whole. */
export function longPdf(
  pages: number,
  drawn = (number: number): string => stream(`BT /F 14 Tf 72 700 Td (page ${number}) Tj ET`),
): Buffer {
  const at = (index: number): number => 4 + 2 * index;
  const kids = Array.from({ length: pages }, (_, index) => `${at(index)} 0 R`).join(' ');
  return pdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${at(index) + 1} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
      drawn(index + 1),
    ]).flat(),
  ]);
}

/** Packed content of a page full of words that no other page has. */
export function fullOfWords(number: number): string {
  const lines = Array.from(
    { length: 40 },
    (_, at) => `1 0 0 1 72 ${800 - at * 18} Tm (page ${number} line ${at} fine of 5000) Tj`,
  );
  const packed = deflateSync(`BT /F 9 Tf ${lines.join(' ')} ET`).toString('latin1');
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
}

/** One page in a Chinese font that is not embedded, its bytes in the encoding of a predefined character map. */
export function cidPdf(encoding: string, bytes: readonly number[]): Buffer {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return pdf([
    ...frame('/Font << /F 5 0 R >>', `BT /F 14 Tf 72 700 Td <${hex}> Tj ET`),
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [6 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]);
}

/** A page in Helvetica with this content, and objects from number 6 on that its resources and annotations name; packed as `pack` and `filter` say. */
export function pageOf(
  content: string,
  {
    resources = '',
    page = '',
    catalogue = '',
    objects = [],
    trailer = '',
    filter = '/Filter /FlateDecode',
    pack = (_, bytes) => deflateSync(bytes),
  }: PageParts = {},
): Buffer {
  const packed = (id: number, text: string, more = ''): string => {
    const bytes = pack(id, Buffer.from(text, 'latin1'));
    return `<< /Length ${bytes.length} ${filter} ${more}>>\nstream\n${bytes.toString('latin1')}\nendstream`;
  };
  return pdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalogue}>>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      pageWith(`/Font << /F 5 0 R >> ${resources}`).replace(/>>$/u, `${page} >>`),
      packed(4, content),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...objects.map((object, index) =>
        typeof object === 'string' ? object : packed(6 + index, object.content, object.dictionary),
      ),
    ],
    trailer,
  );
}

interface PageParts {
  readonly resources?: string;
  readonly page?: string;
  readonly catalogue?: string;
  readonly objects?: readonly (string | { readonly content: string; readonly dictionary: string })[];
  readonly trailer?: string;
  /** What the dictionaries of streams say of how `pack` makes their data; else they are deflated. */
  readonly filter?: string;
  readonly pack?: (id: number, bytes: Buffer) => Buffer;
}

/** The same page encrypted with 40 bits (RC4), as older programs do, to be opened with this password. */
export function sealedPageOf(content: string, password: string): Buffer {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);
  const digest = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
  const id = Buffer.alloc(16, 7);
  const owner = rc4(digest(padded).subarray(0, 5), padded);
  const rights = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = digest(padded, owner, rights, id).subarray(0, 5);
  const [o, u, name] = [owner, rc4(key, padding), id].map((bytes) => `<${bytes.toString('hex')}>`);
  return pageOf(content, {
    objects: [`<< /Filter /Standard /V 1 /R 2 /O ${o} /U ${u} /P -4 >>`],
    trailer: `/Encrypt 6 0 R /ID [${name} ${name}]`,
    pack: (number, bytes) => rc4(digest(key, Buffer.from([number, 0, 0, 0, 0])).subarray(0, 10), deflateSync(bytes)),
  });
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    bytes.map((byte) => {
      i = (i + 1) & 255;
      j = (j + at(i)) & 255;
      swap(i, j);
      return byte ^ at(at(i) + at(j));
    }),
  );
}

/** One page that shows a picture and no text. */
export function imagePdf(): Buffer {
  return pdf([
    ...frame('/XObject << /I 5 0 R >>', 'q 595 0 0 842 0 0 cm /I Do Q'),
    stream('\x80', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray '),
  ]);
}

/** A DOCX with this body. */
export function docxWith(body: string, prolog = ''): Buffer {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml });
}

/** An OFD of one page over a template, with more objects besides its one line. */
export function ofdWith(objects: string): Buffer {
  const text = (id: number, y: number, words: string): string =>
    `<ofd:TextObject ID="${id}" Boundary="20 ${y} 60 8" Font="1" Size="5.715"><ofd:TextCode X="0" Y="6" DeltaX="g ${words.length - 1} 5.715">${words}</ofd:TextCode></ofd:TextObject>`;
  const page = (template: string, content: string): string =>
    `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">${template}<ofd:Content><ofd:Layer ID="2">${content}</ofd:Layer></ofd:Content></ofd:Page>`;
  return zipOf({
    'OFD.xml':
      '<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml':
      '<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="7" BaseLoc="Tpl.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="8" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>',
    'Doc_0/Tpl.xml': page('', text(3, 10, '样板')),
    'Doc_0/Page.xml': page('<ofd:Template TemplateID="7"/>', text(4, 40, '行政处罚决定书') + objects),
  });
}

/** A ZIP with stored entries, names as given. */
export function zipOf(entries: Readonly<Record<string, string | Buffer>>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    const title = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(bytes.length, 18);
    fields.writeUInt16LE(title.length, 22);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, title, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), fields, tail, title);
    offset += 30 + title.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const count = Object.keys(entries).length;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

/** Two archives as one. */
export function joinedZips(one: Buffer, other: Buffer): Buffer {
  const parts = [one, other].map((bytes) => {
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    const from = bytes.readUInt32LE(end + 16);
    return { count: bytes.readUInt16LE(end + 10), data: bytes.subarray(0, from), list: bytes.subarray(from, end) };
  });
  const [first, second] = parts as [(typeof parts)[0], (typeof parts)[0]];
  const list = Buffer.from(second.list);
  for (let at = 0; at < list.length; ) {
    list.writeUInt32LE(list.readUInt32LE(at + 42) + first.data.length, at + 42);
    at += 46 + list.readUInt16LE(at + 28) + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  for (const at of [8, 10]) end.writeUInt16LE(first.count + second.count, at);
  end.writeUInt32LE(first.list.length + list.length, 12);
  end.writeUInt32LE(first.data.length + second.data.length, 16);
  return Buffer.concat([first.data, second.data, first.list, list, end]);
}
