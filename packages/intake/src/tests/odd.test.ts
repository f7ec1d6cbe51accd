import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';
import { docxWith, ofdWith, zipOf } from './fixtures.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

const read = (name: string, bytes: Uint8Array | string) => readOne(folder, name, bytes);

/** A workbook of one sheet, with a format for days as its second. */
const book = (
  rows: string,
  styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
  columns = '',
) =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="甲" id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/s1.xml"/></Relationships>',
    'xl/worksheets/s1.xml': `<worksheet>${columns}<sheetData>${rows}</sheetData></worksheet>`,
    ...(styles === '' ? {} : { 'xl/styles.xml': styles }),
  });

test('rows under one number are all read; cells that stand in one place, formulas without result and lost formats are told', async () => {
  const twice = await read(
    'twice.xlsx',
    book('<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'),
  );
  expect(twice).toEqual({ pages: ['1\n2'], unread: [], told: [expect.stringMatching(/有 1 行的行号与别的行重复/u)] });
  const cells = await read('cells.xlsx', book('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'));
  expect(cells.told).toEqual([expect.stringMatching(/有 1 个单元格的内容缺失、重复/u)]);
  const formula = await read(
    'formula.xlsx',
    book('<row><c><v>1</v></c><c><f>A1</f></c><c t="str"><f>""</f><v></v></c></row>'),
  );
  expect(formula.told).toEqual([expect.stringMatching(/有 1 个单元格是公式.+保存一次/u)]);
  const days = '<row><c s="1"><v>45000</v></c></row>';
  expect(await read('days.xlsx', book(days))).toEqual({ pages: ['2023-03-15'], unread: [], told: [] });
  expect((await read('bare.xlsx', book(days, ''))).told).toEqual([expect.stringMatching(/1 个单元格的格式缺失/u)]);
});

test('rows and columns of a workbook that are not shown are read and told, where something stands in them', async () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row>';
  const empty = '<row r="3" hidden="1"/>';
  const columns = '<cols><col min="2" max="9" hidden="1"/></cols>';
  expect(await read('hidden.xlsx', book(rows + empty, undefined, columns))).toEqual({
    pages: ['1  2\n3'],
    unread: [],
    told: ['工作表“甲”有 1 行和 1 列是隐藏的，也已读取'],
  });
  expect((await read('shown.xlsx', book('<row r="1" hidden="0"><c r="A1"><v>1</v></c></row>'))).told).toEqual([]);
});

test('a table that breaks off in its last row says so; one that closes with its sum does not', async () => {
  const rows = ['案号,当事人,罚款金额', 'A1,甲公司,5', 'A2,乙公司,6', 'A3,丙公司,7'].join('\n');
  expect((await read('cut.csv', `${rows}\nA4,丁公`)).told).toEqual([
    expect.stringMatching(/最后一行（第 5 行）只有 2 格/u),
  ]);
  for (const end of ['', '\n合计,18', '\nA4,丁公司,8']) expect((await read('whole.csv', rows + end)).told).toEqual([]);
});

test('XML in another encoding than it says is read in that, and what is no character is told', async () => {
  const paper = (text: Buffer) => {
    const [before, after] = docxWith('<w:p><w:r><w:t>@</w:t></w:r></w:p>').toString('latin1').split('@');
    const xml = Buffer.concat([
      Buffer.from(before?.slice(before.indexOf('<?xml')) ?? '', 'latin1'),
      text,
      Buffer.from(after?.slice(0, after.indexOf('PK')) ?? '', 'latin1'),
    ]);
    return zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml });
  };
  const decision = Buffer.from([0xbe, 0xf6, 0xb6, 0xa8]);
  expect(await read('gb.docx', paper(decision))).toEqual({ pages: ['决定'], unread: [], told: [] });
  const broken = await read('broken.docx', paper(Buffer.concat([Buffer.from('决定'), Buffer.from([0xff, 0xff])])));
  expect(broken.told).toEqual([expect.stringMatching(/^此页有的字读不出/u)]);
});

test('a text that is garbled is not read, nor a table', async () => {
  const wrong = Buffer.from(
    '案号,当事人,罚款金额\n某罚1号,甲市乙餐饮店,伍仟元\n某罚2号,丙市丁食品厂,陆仟元\n',
  ).toString('latin1');
  for (const name of ['a.txt', 'a.csv'])
    expect((await read(name, wrong)).unread).toEqual([expect.stringMatching(/^文字是乱码.+UTF-8/u)]);
});

test('a page-sized picture in a DOCX is told as not read; an emblem is not', async () => {
  const picture = (cx: number, cy: number) =>
    `<w:p><w:r><w:t>送达回证</w:t></w:r><w:r><w:drawing><inline><extent cx="${cx}" cy="${cy}"/><graphic><blip/></graphic></inline></w:drawing></w:r></w:p>`;
  const scan = await read('scan.docx', docxWith(picture(5_400_000, 7_600_000)));
  expect(scan.unread).toEqual([expect.stringMatching(/^第 1 页有 1 幅整页大小的图片.+请把图片另存/u)]);
  expect(scan.pages[0]).toContain('送达回证');
  expect((await read('emblem.docx', docxWith(picture(900_000, 900_000)))).unread).toEqual([]);
  const old =
    '<w:p><w:r><w:pict><v:shape xmlns:v="v" style="width:415pt;height:590pt"><v:imagedata/></v:shape></w:pict></w:r></w:p>';
  expect((await read('old.docx', docxWith(old))).unread).toHaveLength(1);
});

test('an OFD tells of pages that are not listed, of pictures that are gone, of words off the paper and too small', async () => {
  expect((await read('ok.ofd', ofdWith(''))).told).toEqual([]);
  const text = (place: string, size: number) =>
    `<ofd:TextObject ID="9" Boundary="${place} 60 8" Font="1" Size="${size}"><ofd:TextCode X="0" Y="6">words</ofd:TextCode></ofd:TextObject>`;
  const hidden = await read('hidden.ofd', ofdWith(text('900 40', 5) + text('20 80', 0.1)));
  expect(hidden.pages[0]).not.toContain('words');
  expect(hidden.told).toEqual([expect.stringContaining('看不见的文字'), expect.stringContaining('纸面之外')]);
  const picture = await read('picture.ofd', ofdWith('<ofd:ImageObject ID="9" Boundary="0 0 9 9" ResourceID="50"/>'));
  expect(picture.told).toEqual([expect.stringMatching(/^此页有 1 幅图像（.+）缺失、损坏/u)]);
});

test('records in UTF-16 are records, and those of a file whose first line is none are read', async () => {
  const record = '{"id":"甲","complete":true,"facts":{}}';
  expect((await read('wide.json', Buffer.from(`\ufeff${record}`, 'utf16le'))).pages).toEqual([record]);
  const lines = await read('lines.ndjson', `# 导出\n${record}\n${record}\n`);
  expect([lines.pages.length, lines.unread.length]).toEqual([2, 1]);
});

test('what is too large to be held says so, an archive what is wrong with it', async () => {
  const said = async (name: string, bytes: Buffer) => {
    const place = path.join(folder, name);
    writeFileSync(place, bytes);
    const file = { name, path: place, size: bytes.length };
    const [one] = await readFiles([file], { limits: { fileBytes: 10 }, recognise: false });
    return one?.unreadable;
  };
  expect(await said('a.txt', Buffer.from('more words than ten'))).toMatch(/^文件超过/u);
  const archive = zipOf({ 'a.txt': 'words' });
  expect(await said('cut.zip', archive.subarray(0, 40))).toMatch(/^文件不完整/u);
  expect(await said('a.docx', archive)).toMatch(/^文件超过/u);
});

test('a part with declarations is passed over and told, whatever stands in it; the main part with one is refused', async () => {
  const declared = '<!DOCTYPE d [<!ENTITY x "暗文"><!ENTITY y SYSTEM "file:///etc/hostname">]>';
  const said = /夹有引入外部内容的声明.+没有读取/u;
  const [before = '', after = ''] = docxWith('<w:p><w:r><w:t>甲</w:t></w:r></w:p>')
    .toString('utf8')
    .split('<w:document');
  const main = `<w:document${after.slice(0, after.indexOf('</w:document>'))}</w:document>`;
  expect(before).toContain('<?xml');
  const paper = (parts: Record<string, string>) => zipOf({ 'word/document.xml': main, ...parts });
  const types = await read('types.docx', paper({ '[Content_Types].xml': `${declared}<Types>&x;</Types>` }));
  expect(types).toEqual({ pages: ['甲'], unread: [], told: [expect.stringMatching(said)] });
  const header = await read(
    'header.docx',
    paper({ 'word/header1.xml': `${declared}<hdr><p><r><t>&x;&y;</t></r></p></hdr>` }),
  );
  expect(header).toEqual({
    pages: ['甲'],
    unread: [],
    told: [expect.stringMatching(/^文件里的页眉（word\/header1\.xml）/u)],
  });
  const own = await read('own.docx', zipOf({ 'word/document.xml': declared + main.replace('甲', '&x;') }));
  expect(own).toEqual({ pages: [], unread: [expect.stringMatching(said)], told: [] });
});

test('what a DOCX draws in from another file, and pages of nothing but pictures, are told as not read', async () => {
  const words = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const picture =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="a"><wp:extent cx="900000" cy="900000"/><a:blip xmlns:a="b"/></wp:inline></w:drawing></w:r></w:p>';
  const page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const chunk = await read('chunk.docx', docxWith(`${words('前言')}<w:altChunk/>`));
  expect(chunk).toEqual({
    pages: ['前言'],
    unread: [expect.stringMatching(/第 1 页有 1 处内容存放在另外嵌入的文件里/u)],
    told: [],
  });
  const only = await read('only.docx', docxWith(words('甲') + picture + page + picture));
  expect(only.unread).toEqual([expect.stringMatching(/^第 2 页只有图片（1 幅）/u)]);
  expect((await read('beside.docx', docxWith(words('现场照片') + picture))).unread).toEqual([]);
});

test('of what a DOCX holds twice the first is read, and the second where there is no first; readings above characters are none', async () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
  const two = (first: string): string =>
    `<w:p><w:r><mc:AlternateContent xmlns:mc="a">${first}<mc:Fallback>${run('乙')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect((await read('both.docx', docxWith(two(`<mc:Choice>${run('甲')}</mc:Choice>`)))).pages).toEqual(['甲']);
  expect((await read('second.docx', docxWith(two('')))).pages).toEqual(['乙']);
  const ruby = `<w:p><w:r><w:ruby><w:rt>${run('jia')}</w:rt><w:rubyBase>${run('甲')}</w:rubyBase></w:ruby></w:r></w:p>`;
  expect((await read('ruby.docx', docxWith(ruby))).pages).toEqual(['甲']);
});

test('the main part of a DOCX is the one its package names', async () => {
  const xml = '<w:document xmlns:w="a"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>';
  const named = '<Relationships><Relationship Type="http://x/officeDocument" Target="/word/main.xml"/></Relationships>';
  const parts = { '[Content_Types].xml': '<Types/>', 'word/main.xml': xml };
  expect((await read('named.docx', zipOf({ ...parts, '_rels/.rels': named }))).pages).toEqual(['甲']);
  expect((await read('lost.docx', zipOf(parts))).unread).toEqual([expect.stringMatching(/^DOCX 缺少正文/u)]);
});

test('what a workbook holds beside its cells is told: notes, pictures, shapes with words, rows and columns not shown', async () => {
  const sheet = (rows: string, more = '') => ({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="甲" id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/s1.xml"/></Relationships>',
    'xl/worksheets/s1.xml': `<worksheet>${more}<sheetData>${rows}</sheetData></worksheet>`,
  });
  const cells =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2" hidden="1"><c r="A2"><v>3</v></c></row>';
  const unseen = await read('unseen.xlsx', zipOf(sheet(cells, '<cols><col min="2" max="16384" hidden="1"/></cols>')));
  expect(unseen.told).toEqual(['工作表“甲”有 1 行和 1 列是隐藏的，也已读取']);
  const beside = {
    'xl/comments1.xml': '<comments/>',
    'xl/media/image1.png': 'x',
    'xl/drawings/drawing1.xml': '<a:t>以千元计</a:t>',
  };
  expect((await read('beside.xlsx', zipOf({ ...sheet('<row><c><v>1</v></c></row>'), ...beside }))).told).toEqual([
    expect.stringMatching(/带有批注/u),
    expect.stringMatching(/1 幅图片/u),
    expect.stringMatching(/文本框或者图形/u),
  ]);
  expect((await read('drawn.xlsx', zipOf({ ...sheet(''), ...beside }))).unread).toEqual([
    expect.stringMatching(/只有图片或者图形/u),
  ]);
});

test('a table with lines broken in its cells is one; a page of the web without its frame is no text', async () => {
  const table = '案号,当事人,立案日期\nA1,"甲\n公司",2031-01-05\nA2,乙,2031-01-06\n';
  expect((await read('lines.csv', table)).pages).toEqual([
    '案号  当事人  立案日期\nA1  甲 公司  2031-01-05\nA2  乙  2031-01-06',
  ]);
  expect((await read('forced.csv', table.replace('A2', '="A2"'))).pages[0]).toContain('\nA2  乙');
  const framed = '<p class="x">行政处罚决定书</p>';
  expect((await read('frame.pdf', framed)).unread).toEqual([expect.stringMatching(/网页或者 XML/u)]);
  expect((await read('frame.doc', framed)).pages).toEqual(['行政处罚决定书']);
  expect((await read('angle.txt', '<甲>与<乙>')).pages).toEqual(['<甲>与<乙>']);
});

test('folders parted as Windows does are folders; files beyond the number an archive gives are told', async () => {
  const back = await read('back.zip', zipOf({ '案卷\\决定书.txt': '罚款', '案卷\\..\\..\\回证.txt': '送达' }));
  expect(back.pages).toEqual(['罚款']);
  expect(back.unread).toEqual([expect.stringMatching(/名称指向压缩包以外的位置/u)]);
  const two = zipOf({ 'a.txt': '甲', 'b.txt': '乙' });
  const end = two.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  two.writeUInt16LE(1, end + 8);
  two.writeUInt16LE(1, end + 10);
  expect(await read('less.zip', two)).toEqual({
    pages: ['甲'],
    unread: [expect.stringMatching(/没有列入压缩包的目录/u)],
    told: [],
  });
});

test('what is called a picture and is none, and a program that unpacks itself, are told as that', async () => {
  expect((await read('a.jpg', '请求失败，请重新登录')).unread).toEqual([
    expect.stringMatching(/^扩展名是 \.jpg，内容却不是图片/u),
  ]);
  expect((await read('b.png', Buffer.alloc(500, '\0\x01'))).unread).toEqual([
    expect.stringMatching(/不是图片，可能已损坏/u),
  ]);
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300), zipOf({ 'a.txt': '甲' })]);
  expect((await read('c.exe', program)).unread).toEqual([expect.stringMatching(/^是自解压程序/u)]);
});
