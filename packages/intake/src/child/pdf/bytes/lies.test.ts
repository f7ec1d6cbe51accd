import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { lies } from './lies.ts';

/** A TrueType font whose glyph n, from 1 on, has so many closed lines; `marks` tell outlines of equal number apart. */
function trueType(contours: readonly number[], marks: readonly number[] = contours.map((_, index) => index)): Buffer {
  const glyphs = contours.map((count, index) => Buffer.from([0, count, marks[index] ?? 0, 0]));
  const glyf = Buffer.concat([Buffer.from([0, 1, 0xff, 0]), ...glyphs]);
  const loca = Buffer.alloc((contours.length + 2) * 2);
  for (let index = 0; index <= contours.length + 1; index++) loca.writeUInt16BE(index * 2, index * 2);
  const tables: [string, Buffer][] = [
    ['glyf', glyf],
    ['head', Buffer.alloc(54)],
    ['loca', loca],
  ];
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tables.length, 4);
  let at = head.length;
  tables.forEach(([name, bytes], index) => {
    head.write(name, 12 + index * 16, 'latin1');
    head.writeUInt32BE(at, 12 + index * 16 + 8);
    head.writeUInt32BE(bytes.length, 12 + index * 16 + 12);
    at += bytes.length;
  });
  return deflateSync(Buffer.concat([head, ...tables.map(([, bytes]) => bytes)]));
}

/** A font whose codes are glyphs; `says` is the figure given out for each glyph from 1 on. */
function composite(says: readonly number[], program: Buffer): boolean {
  const pairs = says.map((figure, index) => `<000${index + 1}> <003${figure}>`).join('\n');
  return lies({
    dictionaries: new Map([
      [1, '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [2 0 R] /ToUnicode 4 0 R >>'],
      [2, '<< /Subtype /CIDFontType2 /CIDToGIDMap /Identity /FontDescriptor 3 0 R >>'],
      [3, '<< /Type /FontDescriptor /FontFile2 5 0 R >>'],
    ]),
    maps: new Map([[4, `${says.length} beginbfchar\n${pairs}\nendbfchar`]]),
    programs: new Map([[5, program]]),
  });
}

test('a font whose figures have the shapes they are given out for is honest', () => {
  expect(composite([5, 1, 8, 0], trueType([1, 1, 3, 2]))).toBe(false);
  // A figure given out for two codes of one shape.
  expect(composite([5, 5], trueType([1, 1], [7, 7]))).toBe(false);
  // The box for a missing character.
  expect(composite([5, 6], trueType([1, 1], [0xff, 0xff]))).toBe(false);
});

test.each([
  ['one shape for two figures', [5, 1], trueType([1, 1], [7, 7])],
  ['two shapes for one figure', [5, 5], trueType([1, 1])],
  ['an eight without its two holes', [5, 8], trueType([1, 1])],
  ['a nought without its hole', [0, 1], trueType([1, 1])],
])('%s is a lie', (_, says, program) => {
  expect(composite(says, program)).toBe(true);
});

test.each([
  ['/Encoding << /Differences [49 /one /five] >>', '<31> <0031>\n<32> <0035>', false],
  ['/Encoding << /Differences [49 /one /five] >>', '<31> <0031>\n<32> <0036>', true],
  ['/Encoding /WinAnsiEncoding', '<31> <0031>\n<35> <0038>', true],
  // No code agrees: the producer numbers its glyphs in its own way.
  ['/Encoding /WinAnsiEncoding', '<31> <0032>\n<35> <0038>', false],
])('names of glyphs against what is given out: %s %j', (encoding, pairs, expected) => {
  const font = `<< /Type /Font /Subtype /Type1 ${encoding} /FontDescriptor 3 0 R /ToUnicode 4 0 R >>`;
  const maps = new Map([[4, `2 beginbfchar\n${pairs}\nendbfchar`]]);
  expect(lies({ dictionaries: new Map([[1, font]]), maps, programs: new Map() })).toBe(expected);
});
