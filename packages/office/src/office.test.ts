import { inflateRawSync } from 'node:zlib';
import { bookmarkStem, type OfficialDocument } from '@anjuan/core';
import { expect, test, vi } from 'vitest';
import { writeDocx, writeXlsx } from './index.ts';

const letter: OfficialDocument = {
  title: '关于案卷评查情况的通报',
  day: '2026-11-28',
  head: { organ: '某某县司法局', number: '某司发〔2026〕7号' },
  to: '各行政执法单位',
  body: [
    { is: 'heading', level: 1, text: '一、总体情况' },
    { is: 'paragraph', text: ['共评查案卷', { text: '89', figure: 'cases.all' }, '件。'] },
    { is: 'paragraph', text: ['上述', { text: '89', figure: 'cases.all' }, '件中\u0001 <&> \ud800 已归档。'] },
    {
      is: 'table',
      columns: [
        { title: '单位', width: 3 },
        { title: '件数', width: 1, align: 'right' },
      ],
      rows: [
        { cells: [{ text: '县局', rows: 2 }, '1'] },
        { cells: ['2'] },
        { cells: [{ text: '合计 3', columns: 2 }], strong: true },
      ],
    },
  ],
  signed: { organ: '某某县司法局', day: '2026-11-28' },
  annexes: [{ title: '得分表', wide: true, body: [] }],
  properties: { kind: 'circulation' },
};

test('the same document gives the same bytes, whatever was written before it', async () => {
  const first = await writeDocx(letter);
  const second = await writeDocx(letter);
  expect(Buffer.compare(first, second)).toBe(0);
});

test('the clock leaves no trace in a Word file', async () => {
  const now = await writeDocx(letter);
  vi.useFakeTimers({ now: Date.UTC(2031, 4, 6, 7, 8, 9), toFake: ['Date'] });
  try {
    expect(Buffer.compare(await writeDocx(letter), now)).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a Word file has the measures of GB/T 9704 and a bookmark on each figure', async () => {
  const parts = unzip(await writeDocx(letter));
  const body = parts.get('word/document.xml') ?? '';
  expect(body).toContain('<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"');
  expect(body).toContain('w:line="560" w:lineRule="exact"');
  expect(body).toContain('仿宋_GB2312');
  expect(body).toContain(`w:name="${bookmarkStem('cases.all')}_1" w:id="1"`);
  expect(body).toContain(`w:name="${bookmarkStem('cases.all')}_2" w:id="2"`);
  expect(body).toContain('<w:tblHeader/>');
  expect(body).toContain('<w:cantSplit/>');
  expect(body).toContain('件中 &lt;&amp;&gt; \ufffd 已归档');
  expect(parts.get('docProps/core.xml')).toContain('2026-11-28T12:00:00Z');
  expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders');
});

test('cells that begin like a formula stay text, and heads are frozen and filtered', async () => {
  const model = {
    title: '台账',
    organ: '某某县司法局',
    day: '2026-11-28',
    sheets: [
      {
        name: '各单位/得分*表',
        columns: [
          { title: '单位', width: 20 },
          { title: '均分', width: 8, format: 'score' as const },
        ],
        rows: [
          ['=HYPERLINK("http://x","y")', 90.5],
          ['@SUM(A1)', 80],
          ['+1\u0002', null],
        ],
        charts: [{ kind: 'bar' as const, title: '均分', labels: 0, values: [1] }],
      },
    ],
  };
  const first = await writeXlsx(model);
  expect(Buffer.compare(first, await writeXlsx(model))).toBe(0);
  const parts = unzip(first);
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).not.toContain('<f>');
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"/u);
  expect(sheet).toContain('<autoFilter ref="A1:B4"');
  expect(parts.get('xl/sharedStrings.xml')).toContain('=HYPERLINK(');
  expect(parts.get('xl/workbook.xml')).toContain('name="各单位_得分_表"');
  expect(parts.get('xl/charts/chart1.xml')).toContain('各单位_得分_表');
});

/** Entries of a ZIP by name, read by its central directory. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const parts = new Map<string, string>();
  const end = buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((place) => buffer.readUInt16LE(at + place));
    const local = buffer.readUInt32LE(at + 42);
    const from = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = buffer.subarray(from, from + buffer.readUInt32LE(at + 20));
    const method = buffer.readUInt16LE(at + 10);
    parts.set(
      buffer.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      (method === 0 ? data : inflateRawSync(data)).toString('utf8'),
    );
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}
