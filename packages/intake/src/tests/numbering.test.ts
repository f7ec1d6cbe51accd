import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';
import { zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

interface Parts {
  readonly numbering?: string;
  readonly styles?: string;
}

let made = 0;
async function read(body: string, { numbering, styles }: Parts) {
  const name = `${made++}.docx`;
  const bytes = zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...(numbering === undefined ? {} : { 'word/numbering.xml': `<w:numbering xmlns:w="w">${numbering}</w:numbering>` }),
    ...(styles === undefined ? {} : { 'word/styles.xml': `<w:styles xmlns:w="w">${styles}</w:styles>` }),
  });
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name, path: place, size: bytes.length }]);
  return {
    lines: file?.pages.flatMap((page) => page.text.split('\n')),
    told: (file?.notices ?? []).map((notice) => notice.message),
  };
}

const level = (depth: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const kind = (id: number, ...levels: readonly string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const at = (id: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`;
const line = (words: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

const paper = kind(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'japaneseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
);

test('paragraphs that the program numbers carry the numbers it shows', async () => {
  const body = [
    line('违法事实', at(1, 0)),
    line('经营过期食品', at(1, 1)),
    line('未按规定索证', at(1, 1)),
    line('5000元货值', at(1, 2)),
    line('没有编号的一段'),
    line('处罚依据', at(1, 0)),
    line('没收违法所得', at(1, 1)),
  ].join('');
  expect(await read(body, { numbering: paper + list(1, 0) })).toEqual({
    lines: [
      '一、违法事实',
      '（一）经营过期食品',
      '（二）未按规定索证',
      '1. 5000元货值',
      '没有编号的一段',
      '二、处罚依据',
      '（一）没收违法所得',
    ],
    told: [],
  });
});

test('lists of one kind go on with its numbers, one with a beginning of its own starts there', async () => {
  const start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const body = [1, 2, 3, 3, 1].map((id) => line('款', at(id, 0))).join('');
  const numbering = paper + list(1, 0) + list(2, 0) + list(3, 0, start);
  expect((await read(body, { numbering })).lines).toEqual(['一、款', '二、款', '一、款', '二、款', '三、款']);
});

test('articles of many levels restart as the list says', async () => {
  const law = kind(
    0,
    level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>'),
    level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>'),
    level(2, 'decimal', '%1.%3', '<w:isLgl/>'),
  );
  const body = [0, 1, 1, 2, 0, 1, 2].map((depth) => line('文', at(1, depth))).join('');
  expect((await read(body, { numbering: law + list(1, 0) })).lines).toEqual([
    '第一章 文',
    '第一条 文',
    '第二条 文',
    '1.1 文',
    '第二章 文',
    '第三条 文',
    '2.1 文',
  ]);
});

test('styles number their paragraphs, which may leave the list', async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
  const numbering =
    kind(0, level(0, 'decimal', '%1）'), level(1, 'lowerLetter', '%2)', '<w:pStyle w:val="c"/>')) + list(1, 0);
  const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
  const off = '<w:numPr><w:numId w:val="0"/></w:numPr>';
  const body = line('甲', style('a')) + line('乙', style('b')) + line('丙', style('c')) + line('丁', style('a') + off);
  expect((await read(body, { numbering, styles })).lines).toEqual(['1）甲', '2）乙', 'a) 丙', '丁']);
});

test('a list that names a style counts by the list of that style', async () => {
  const styles =
    '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const numbering = `${paper}<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="n"/></w:abstractNum>${list(1, 0)}${list(2, 5)}`;
  expect((await read(line('甲', at(1, 0)) + line('乙', at(2, 0)), { numbering, styles })).lines).toEqual([
    '一、甲',
    '二、乙',
  ]);
});

test('what revisions took away, hidden paragraphs and what was numbered before a change do not count; empty ones do', async () => {
  const gone = '<w:rPr><w:del w:author="张"/></w:rPr>';
  const before = `<w:pPrChange><w:pPr>${at(1, 0)}</w:pPr></w:pPrChange>`;
  const cell = `<w:tc><w:p><w:pPr>${at(1, 0)}</w:pPr></w:p></w:tc><w:tc>${line('送达回证')}</w:tc>`;
  const body = [
    line('甲', at(1, 0)),
    `<w:p><w:pPr>${at(1, 0)}${gone}</w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>`,
    line('平', before),
    `<w:tbl><w:tr>${cell}</w:tr></w:tbl>`,
  ].join('');
  expect((await read(body, { numbering: paper + list(1, 0) })).lines).toEqual(['一、甲', '', '平', '二、  送达回证']);
});

test('boxes before lines are read, dots that only lead the eye are not', async () => {
  const bullet = (code: string, font: string): string =>
    level(0, 'bullet', code, `<w:rPr><w:rFonts w:ascii="${font}"/></w:rPr>`);
  const numbering =
    kind(0, bullet('\uf0a3', 'Wingdings 2')) + kind(1, bullet('\uf06c', 'Wingdings')) + list(1, 0) + list(2, 1);
  expect((await read(line('听证', at(1, 0)) + line('证据', at(2, 0)), { numbering })).lines).toEqual([
    '□ 听证',
    '证据',
  ]);
});

test('lost or broken numbering is told', async () => {
  expect((await read(line('甲', at(1, 0)), {})).told).toEqual([expect.stringMatching(/缺少自动编号.+没有读到/u)]);
  expect((await read(line('甲', '<w:numPr><w:numId w:val="0"/></w:numPr>'), {})).told).toEqual([]);
  expect((await read(line('甲', at(1, 0)), { numbering: '<w:num>' })).told).toEqual([
    expect.stringMatching(/自动编号（word\/numbering\.xml）已损坏/u),
  ]);
});
