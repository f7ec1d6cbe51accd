import { expect, test } from 'vitest';
import { readPages } from './pages.ts';
import type { PageText } from './types.ts';

/** A page of lines, each so many characters of 12 points in from the left. */
function page(rows: readonly (readonly [indent: number, text: string])[], source?: 'scan'): PageText {
  let text = '';
  const lines = rows.map(([indent, row], index) => {
    const start = text.length;
    text += `${row}\n`;
    const width = [...row].reduce((sum, one) => sum + (one < '\x7f' ? 6 : 12), 0);
    const run = { text: row, x: 72 + indent * 12, y: 100 + index * 28, width, height: 12 };
    return { start, end: start + row.length, runs: [run] };
  });
  return { number: 1, width: 595, height: 842, text, lines, ...(source === undefined ? {} : { source }) };
}

/** The lines that the one above goes on in, by their first two characters. */
function goneOn(...rows: readonly (readonly [number, string])[]): string[] {
  return goneOnIn(page(rows));
}

function goneOnIn(sheet: PageText): string[] {
  const reader = readPages('d', 'f', [{ page: sheet, start: 0, end: sheet.text.length }]);
  return reader.lines
    .filter(({ start }) => reader.wraps(start))
    .map(({ start }) => reader.dense.slice(start, start + 2));
}

const body = '本局经调查认定当事人的行为违反了有关规定应当依法给予行政处罚决定如下';
const full = [0, body] as const;
const fiveShort = [0, body.slice(0, -5)] as const;

test('a line goes on where what follows had no room, and ends where it had', () => {
  expect(goneOn(full, full, full, fiveShort, [0, '另起一段'])).toEqual(['本局', '本局', '本局']);
  // Five characters of room are too few for a number of eleven figures.
  expect(goneOn(full, full, full, fiveShort, [0, '12345678901号'])).toEqual(['本局', '本局', '本局', '12']);
  expect(goneOn(full, full, full, fiveShort, [0, '1234号'])).toEqual(['本局', '本局', '本局']);
});

test('a line two characters in begins a paragraph below a line that fills the page', () => {
  expect(goneOn(full, full, [2, body.slice(2)], [0, body], full)).toHaveLength(3);
});

test('a mark that ends a sentence stays with the character before it', () => {
  // Two characters of room: the next would fit, and with the mark behind it just does not.
  expect(goneOn(full, full, [0, body.slice(0, -2)], [0, '了。其余不变']).at(-1)).toBe('了。');
});

test('on a picture a line at the left goes on though the one above ends a little short, where paragraphs begin two characters in', () => {
  const rows = [
    [2, body],
    full,
    full,
    [2, body],
    full,
    full,
    [2, body.slice(0, -3)],
    [0, '县城东路九号'],
    [2, body.slice(0, -3)],
    [0, '联系电话:无'],
  ] as const;
  expect(goneOnIn(page(rows, 'scan'))).toContain('县城');
  expect(goneOnIn(page(rows, 'scan'))).not.toContain('联系');
  expect(goneOnIn(page(rows))).not.toContain('县城');
});

test('on a picture short rows that end alike are no margin where one row is print far beyond them', () => {
  const short = (text: string) => [2, text] as const;
  const rows = [short('询问地点甲镇乙村东侧地'), short('检查人员钱大有职务队员'), short('记录人员孙小云职务队长')];
  expect(goneOnIn(page([...rows, [2, '法定代表人李小明丙'], [2, body]], 'scan'))).toEqual([]);
  // A mark of dirt far out is no print all along.
  const far = page([...rows, [2, '法定代表人李小明丙电话']], 'scan');
  const first = far.lines[0];
  const dirt = { text: '丨', x: 560, y: 100, width: 2, height: 12 };
  const lines = [{ ...first, runs: [...(first?.runs ?? []), dirt] }, ...far.lines.slice(1)] as PageText['lines'];
  expect(goneOnIn({ ...far, lines })).toEqual(goneOnIn(far));
});
