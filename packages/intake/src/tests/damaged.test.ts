import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { closeParsers, readFiles } from '../read.ts';
import { ofdWith, textPdf, zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

function put(name: string, bytes: Uint8Array | string): string {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return place;
}

/** What is said of every file found in a file: why it was not read, else its words. */
async function told(name: string, bytes: Uint8Array | string): Promise<string[]> {
  const gathered = await gather(put(name, bytes));
  try {
    const read = await Promise.all(gathered.cases.map((one) => readFiles(one.files, { recognise: false })));
    return read.flat().map((file) => file.unreadable ?? file.pages.map((page) => page.unread ?? page.text).join('|'));
  } finally {
    await gathered.dispose();
  }
}

test('an archive without a file in it is refused', async () => {
  await expect(gather(put('none.zip', zipOf({})))).rejects.toThrow('压缩包里没有文件');
  await expect(gather(put('folders.zip', zipOf({ 'a/': '', '__MACOSX/x': 'x' })))).rejects.toThrow('压缩包里没有文件');
});

test('an entry whose sum is wrong is refused, the others are read', async () => {
  const bytes = zipOf({ 'a.txt': 'first words', 'b.txt': 'other words' });
  bytes[bytes.indexOf('first')] = 'F'.charCodeAt(0);
  expect(await told('sum.zip', bytes)).toEqual([
    '压缩数据与它的校验值不符，内容已损坏，没有读取；请重新压缩或者重新复制后再放入',
    'other words',
  ]);
});

test('a folder that holds data is no folder that may be passed over', async () => {
  expect(await told('folder.zip', zipOf({ 'a/': 'words', 'b.txt': 'other words' }))).toEqual([
    '压缩包里的这一项是文件夹却带有内容，没有读取；请重新压缩',
    'other words',
  ]);
  const { cases, dispose } = await gather(put('nameless.zip', zipOf({ '': 'words', 'b.txt': 'other words' })));
  expect(cases.flatMap((one) => one.files.map((file) => file.name))).toContain('（没有名称的文件）');
  await dispose();
});

test.each([
  ['ofd', { 'Doc_0/Document.xml': '<a/>' }, 'OFD 缺少主文件（OFD.xml），打不开'],
  ['docx', { '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<a/>' }, 'DOCX 缺少正文，打不开'],
  ['docx', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<styles><a/></styles>' }, 'DOCX 缺少正文'],
  ['xlsx', { '[Content_Types].xml': '<Types/>', 'xl/styles.xml': '<a/>' }, 'XLSX 缺少工作簿，打不开'],
  ['pptx', { '[Content_Types].xml': '<Types/>', 'ppt/presentation.xml': '<a/>' }, '演示文稿'],
])('an office file without its main part is no archive of papers: %s', async (ending, parts, message) => {
  const [only, ...others] = await told(`part.${ending}`, zipOf(parts));
  expect(only).toContain(message);
  expect(others).toEqual([]);
});

test.each([
  ['Rar!\x1a\x07\x01\0', '请解压后'],
  ['7z\xbc\xaf\x27\x1c', '请解压后'],
  ['\x1f\x8b\x08', '压缩数据不完整'],
  ['BM is how this text begins', 'BM is how this text begins'],
])('%j is told for what it is', async (head, message) => {
  expect((await told('a.zip', Buffer.from(head, 'latin1')))[0]).toContain(message);
});

test('an archive in an archive beside papers is told, not passed over', async () => {
  const bytes = zipOf({ 'a.txt': 'words' });
  const files = [
    { name: 'a.zip', path: put('inner.zip', bytes), size: bytes.length },
    { name: 'b.txt', path: put('b.txt', 'words'), size: 5 },
  ];
  const read = await readFiles(files);
  expect(read.map((file) => file.unreadable ?? file.pages[0]?.text)).toEqual([
    '是压缩包里的压缩包，没有打开；请解压后再放入',
    'words',
  ]);
});

test('an archive among other papers gives its own in its place; one that is damaged stays with its reason', async () => {
  const inner = zipOf({ 'b.txt': 'second', 'c/d.txt': 'third' });
  const place = path.join(folder, 'mixed');
  mkdirSync(place);
  writeFileSync(path.join(place, '1.txt'), 'first');
  writeFileSync(path.join(place, '2.zip'), inner);
  writeFileSync(path.join(place, '3.zip'), inner.subarray(0, 20));
  const { cases, dispose } = await gather(place);
  expect(cases).toHaveLength(1);
  const files = await readFiles(cases[0]?.files ?? []);
  expect(files.map((file) => [file.name, file.unreadable ?? file.pages[0]?.text])).toEqual([
    ['1.txt', 'first'],
    ['2/b.txt', 'second'],
    ['2/c/d.txt', 'third'],
    ['3.zip', expect.stringContaining('文件不完整')],
  ]);
  await dispose();
});

test('archives in archives beside papers are opened to the same depth as alone', async () => {
  const wrapped = (bytes: Buffer): Buffer => zipOf({ 'x.zip': bytes, 'a.txt': 'paper' });
  const deep = wrapped(wrapped(wrapped(wrapped(zipOf({ 'z.txt': 'last' })))));
  const gathered = await gather(put('deep.zip', deep));
  const names = gathered.cases.flatMap((one) => one.files.map((file) => file.name));
  expect(names).toEqual(['a.txt', 'x/a.txt', 'x/x/a.txt', 'x/x/x.zip']);
  await gathered.dispose();
});

test('a line of records that is too long is refused alone', async () => {
  const record = '{"case.number":"1"}';
  const lines = [record, record, `{"a":"${'x'.repeat(5 * 2 ** 20)}"}`, '', record];
  const gathered = await gather(put('r.ndjson', lines.join('\n')));
  expect(gathered.cases.map((one) => [one.name, one.files[0]?.refused])).toEqual([
    ['第 1 行', undefined],
    ['第 2 行', undefined],
    ['第 3 行', '此行超过 4 MB，没有读取；请从办案系统重新导出，再放入'],
    ['第 5 行', undefined],
  ]);
  await gathered.dispose();
});

/** Pages with what is said of them, and what is said of the file. */
async function read(name: string, bytes: Uint8Array | string) {
  const gathered = await gather(put(name, bytes));
  const [file] = await readFiles(gathered.cases[0]?.files ?? [], { recognise: false });
  return {
    unreadable: file?.unreadable,
    pages: file?.pages.map((page) => page.unread ?? page.text),
    told: file?.notices?.map((notice) => notice.message) ?? [],
  };
}

test('text of which few bytes are damaged is read in its own encoding, and the loss is told', async () => {
  const words = '立案审批表，当事人甲公司，案由为无证经营。'.repeat(3);
  const sound = await read('sound.txt', Buffer.from(words));
  expect(sound).toEqual({ unreadable: undefined, pages: [words], told: [] });
  const cut = await read('cut.txt', Buffer.from(words).subarray(0, -1));
  expect(cut.pages?.[0]?.startsWith(words.slice(0, -1))).toBe(true);
  expect(cut.told[0]).toContain('1 处字节认不出');
  const noise = await read('noise.txt', Buffer.alloc(400, 0xff));
  expect(noise.unreadable).toBeDefined();
});

test('a workbook tells of a sheet that is missing or damaged, and of cells that are lost; the other sheets are read', async () => {
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>words</t></is></c><c r="B1" t="s"><v>7</v></c></row>';
  const { pages, told } = await read(
    'book.xlsx',
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="甲" id="r1"/><sheet name="乙" id="r2"/><sheet name="丙" id="r3"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': `<Relationships>${[1, 2, 3].map((n) => `<Relationship Id="r${n}" Target="worksheets/s${n}.xml"/>`).join('')}</Relationships>`,
      'xl/worksheets/s1.xml': `<worksheet><sheetData>${row}</sheetData></worksheet>`,
      'xl/worksheets/s2.xml': `<worksheet><sheetData>${row}</sheet`,
    }),
  );
  expect(pages).toEqual([
    'words',
    '工作表“乙”缺失或已损坏，其中的内容没有读到，请对照原件',
    '工作表“丙”缺失或已损坏，其中的内容没有读到，请对照原件',
  ]);
  expect(told).toEqual(['工作表“甲”有 1 个单元格的内容缺失、重复或者放得太偏，没有读到，请对照原件']);
});

test('a document whose header is damaged is read without it, and says so', async () => {
  const { pages, told } = await read(
    'head.docx',
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': '<document><body><p><r><t>words</t></r></p></body></document>',
      'word/header1.xml': '<hdr><p>',
    }),
  );
  expect(pages).toEqual(['words']);
  expect(told).toEqual(['文件里的页眉（word/header1.xml）已损坏，其中的内容没有读到，请对照原件']);
});

test('a page of an OFD whose template is missing keeps its words and says that some may be lost', async () => {
  const bytes = ofdWith('');
  const { pages } = await read('whole.ofd', bytes);
  expect(pages).toEqual(['样板\n行政处罚决定书']);
  const part = bytes.indexOf('样板');
  bytes[part] = 0x3c;
  const damaged = await read('damaged.ofd', bytes);
  expect(damaged.pages).toEqual(['第 1 页的模板缺失或已损坏，请对照原件']);
});

test('parts that were exchanged for others are told as damaged, and are no blank page or sheet', async () => {
  const swapped = zipOf({
    'OFD.xml': '<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>',
    'D/Document.xml': '<Document><Pages><Page ID="8" BaseLoc="Page.xml"/></Pages></Document>',
    'D/Page.xml': '<OFD><DocBody><DocRoot>D/Document.xml</DocRoot></DocBody></OFD>',
  });
  expect((await read('swapped.ofd', swapped)).pages).toEqual([
    expect.stringMatching(/^第 1 页没有读出：OFD 的页面已损坏，内容不是应有的；请重新复制/u),
  ]);
  const body = '<document><body><p><r><t>words</t></r></p></body></document>';
  const parts = {
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': body,
    'word/numbering.xml': body,
    'word/styles.xml': body,
  };
  const { pages, told } = await read('swapped.docx', zipOf(parts));
  expect(pages).toEqual(['words']);
  expect(told).toEqual([
    '文件里的样式（word/styles.xml）已损坏，其中的内容没有读到，请对照原件',
    '文件里的自动编号（word/numbering.xml）已损坏，其中的内容没有读到，请对照原件',
  ]);
  const book = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="甲" id="r1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': '<workbook><sheets/></workbook>',
  };
  expect((await read('swapped.xlsx', zipOf(book))).pages).toEqual([
    '工作表“甲”缺失或已损坏，其中的内容没有读到，请对照原件',
  ]);
});

test('a page of more words than any paper has is refused before anything reads them', async () => {
  const { unreadable } = await read('long.txt', '字'.repeat(2_000_001));
  expect(unreadable).toContain('第 1 页的文字超过 200 万字');
});

test.each(['卷.zip.001', '卷.z01', '卷.part2.rar'])('a part of an archive is told as that: %s', async (name) => {
  const whole = zipOf({ 'a.txt': 'words', 'b.txt': 'other words' });
  const bytes = name.endsWith('.rar') ? Buffer.from('Rar!\x1a\x07\x01\0', 'latin1') : whole.subarray(0, 60);
  const [said] = await told(name, bytes).catch((error: Error) => [error.message]);
  expect(said).toMatch(/^是分卷压缩包的一卷.+请把各卷.+解压/u);
  const place = put(name, bytes);
  const [asked] = await readFiles([{ name, path: place, size: bytes.length }]);
  expect(asked?.unreadable).toBe(said);
  // A single part is the whole archive.
  if (!name.endsWith('.rar')) expect(await told(name, whole)).toEqual(['words', 'other words']);
});

test('a part of a document that its list names and that is not there is told', async () => {
  const relations =
    '<Relationships><Relationship Id="a" Type="x/footnotes" Target="footnotes.xml"/><Relationship Id="b" Type="x/image" Target="media/a.png"/></Relationships>';
  const paper = zipOf({
    'word/document.xml': '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>',
    'word/_rels/document.xml.rels': relations,
  });
  expect((await read('lacking.docx', paper)).told).toEqual([
    expect.stringMatching(/脚注（word\/footnotes\.xml）缺失/u),
  ]);
});

test('words that a note of a PDF strikes out are read and told', async () => {
  const note = '/Annots [<< /Type /Annot /Subtype /StrikeOut /Rect [0 0 9 9] >>] /Contents';
  const paper = Buffer.from(textPdf(['Hello']).toString('latin1').replace('/Contents', note), 'latin1');
  const { pages, told } = await read('struck.pdf', paper);
  expect(pages).toEqual(['Hello']);
  expect(told).toContainEqual(expect.stringContaining('1 处批注把页上的文字划去'));
});
