import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readContent } from './content.ts';
import { drawingIn } from './drawing.ts';
import { lookThrough } from './raw.ts';

function told(content: string): string[] {
  const found: string[] = [];
  readContent(Buffer.from(content, 'latin1'), (operator, numbers, count) =>
    found.push([...numbers.subarray(0, count), operator].join(' ')),
  );
  return found;
}

test('operators come with their numbers, however these are written', () => {
  expect(told('1 -2.5 m\n+.5 00.25 l 1. 2 3 4re S f* BX 0 0 1 rg')).toEqual([
    '1 -2.5 m',
    '0.5 0.25 l',
    '1 2 3 4 re',
    'S',
    'f*',
    '0 0 1 rg',
  ]);
});

test('what stands in strings, names, arrays, comments and pictures is no operator', () => {
  expect(told(String.raw`(1 2 m \) (3 4 l) S) Tj <31 20 6d> Tj /S /re gs [(f) 7 -120 (S)] TJ`)).toEqual([
    'Tj',
    'Tj',
    'TJ',
  ]);
  expect(told('/OC <</MCID 0 /x (S)>> BDC 1 0 0 RG % 5 5 l S\r2 2 m')).toEqual(['2 2 m']);
  expect(told('BI /W 2 ID 1 1 l S\nnEI \n S EI Q')).toEqual(['BI', 'Q']);
  expect(told('S (never closed 1 1 l S')).toEqual(['S']);
  expect(told('S BI ID 1 1 l S')).toEqual(['S', 'BI']);
});

test('of too many numbers the last count, and with too few nothing is drawn', () => {
  const strokesIn = (content: string) => drawingIn(Buffer.from(content)).strokes;
  const more = '0 0 m 0 9 l 0 0 m 0 9 l 0 0 m 0 9 l';
  expect(strokesIn(`7 7 5 5 m 50 5 l S ${more} n`)).toEqual([[5, 5, 50, 5]]);
  expect(strokesIn(`5 5 m 50 l S ${more} n`)).toEqual([]);
});

test('words without ink or in white may be unseen, whatever else stands in the stream', () => {
  const unseen = (content: string) => drawingIn(Buffer.from(content)).doubtful;
  expect(unseen('BT 3 Tr (a) Tj ET')).toBe(true);
  expect(unseen('BT 3 Tr 0 Tr (a) Tj ET')).toBe(false);
  expect(unseen('1 g (a) Tj')).toBe(true);
  expect(unseen("1 1.0 1 rg (a) '")).toBe(true);
  expect(unseen('0 0 0 0 k [(a)] TJ')).toBe(true);
  expect(unseen('q 1 g Q (a) Tj')).toBe(false);
  expect(unseen('0.95 0.96 0.95 rg (a) Tj')).toBe(true);
  expect(unseen('1 scn (a) Tj')).toBe(true);
  expect(unseen('0 0 0 0 sc (a) Tj')).toBe(true);
  expect(unseen('0 scn (a) Tj')).toBe(false);
  expect(unseen('(1 g) Tj')).toBe(false);
});

test('a page that holds the words of a character map is looked at all the same', () => {
  const content = '(beginbfchar) Tj 3 Tr (a) Tj';
  const page = '2 0 obj\n<< /Type /Page /Contents 1 0 R >>\nendobj';
  const file = `%PDF-1.4\n${page}\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n`;
  const packed = Buffer.concat([
    Buffer.from(file),
    deflateSync(Buffer.from(content)),
    Buffer.from('\nendstream\nendobj\n%%EOF'),
  ]);
  expect(lookThrough(packed).drawings.get(2)?.doubtful).toBe(true);
});

test('time grows with the bytes, not with their square', () => {
  const steps = (size: number): number => {
    const bytes = Buffer.from('(<[/BI EI '.repeat(size));
    let read = 0;
    const counted = new Proxy(bytes, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/u.test(key)) read++;
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    readContent(counted, () => undefined);
    return read;
  };
  expect(steps(400)).toBeLessThan(steps(100) * 5);
});
