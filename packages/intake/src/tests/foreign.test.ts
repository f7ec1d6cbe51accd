import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { detect, office } from '../detect.ts';
import { claimsOffice, foreign, markup, misnamed, noPaper } from '../foreign.ts';
import { gather } from '../gather.ts';
import { packageOf } from '../strangers.ts';
import { textPdf, zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const box = (stream: string): Buffer =>
  Buffer.concat([Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), Buffer.from(stream, 'utf16le')]);

test.each([
  ['旧版 Word', box('WordDocument')],
  ['旧版 Excel', box('Workbook')],
  ['Outlook', box('__properties_version1.0')],
  ['RAR', 'Rar!\x1a\x07\x01\0'],
  ['7z', '7z\xbc\xaf\x27\x1c'],
  ['HEIC', '\0\0\0\x18ftypheic\0\0'],
  ['录音或者录像', '\0\0\0\x18ftypisom\0\0'],
  ['录音或者录像', 'RIFF\0\0\0\0AVI LIST'],
  ['录音或者录像', '#!AMR\n\x3c\x91'],
  ['BZ2、XZ、CAB', 'MSCF\0\0\0\0'],
  ['BZ2、XZ、CAB', '\xfd7zXZ\0'],
  ['邮件', 'From: a@b.cn\r\nTo: c@d.cn\r\nSubject: =?utf-8?B?5Yaz5a6a?=\r\n\r\nwords'],
  ['整页存下的网页', 'MIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="x"\n\n--x'],
  ['Base64', Buffer.from('%PDF-1.4 some paper '.repeat(60)).toString('base64')],
  ['十六进制', Buffer.from('%PDF-1.4 some paper '.repeat(60)).toString('hex')],
  ['写成了代码', '\\u884c\\u653f\\u5904\\u7f5a'.repeat(60)],
  ['写成了代码', '%E8%A1%8C%E6%94%BF'.repeat(60)],
  ['写成了代码', '&#34892;&#25919;'.repeat(60)],
  ['uuencode', `begin 644 a.pdf\n${'M9F%X9F%X\n'.repeat(80)}`],
  ['PostScript', '%!PS-Adobe-3.0\nshowpage'],
  ['没有内容（500 字节', '\xff'.repeat(500)],
  ['没有内容（500 字节', '\0'.repeat(500)],
  ['分卷', `\x01\x02\0words PK\x05\x06\x02\0${'\0'.repeat(16)}`],
  ['快捷方式', 'L\0\0\0\x01\x14\x02\0\0\0'],
  ['认不出', '\x80\x81\x82\x00'],
])('what is foreign is named, with what to do: %s', (name, bytes) => {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
  expect(['other', 'doc', 'archive']).toContain(detect(whole));
  expect(foreign(whole)).toContain(name);
  expect(foreign(whole)).toMatch(/；请|，请/u);
});

test('an archive that stores a PDF unpacked is an archive still, and all its papers are read', async () => {
  const place = path.join(folder, 'stored.zip');
  writeFileSync(place, zipOf({ '1.pdf': textPdf(['one']).toString('latin1'), '2.txt': 'two' }));
  const { cases, dispose } = await gather(place);
  expect(cases.map((one) => one.files.map((file) => file.name))).toEqual([['1.pdf', '2.txt']]);
  await dispose();
});

test('an office file that lost its main part is one damaged file, not an archive of papers', async () => {
  const place = path.join(folder, 'stored');
  writeFileSync(place, zipOf({ 'Doc_0/Document.xml': '<x/>' }));
  const { cases } = await gather(place, '损坏.ofd');
  expect(cases).toEqual([{ name: '损坏.ofd', files: [expect.objectContaining({ path: place })] }]);
  expect([claimsOffice('a.OFD'), claimsOffice('a.zip')]).toEqual([true, false]);
});

test('a name that claims what the content is not is told, a name that claims nothing is not', () => {
  expect(misnamed('决定书.pdf', 'html')).toContain('而是网页');
  expect(misnamed('决定书.docx', 'txt')).toContain('不是 DOCX');
  expect([misnamed('决定书.txt', 'txt'), misnamed('决定书.docx', 'doc'), misnamed('a.pdf', 'pdf')]).toEqual([
    null,
    null,
    null,
  ]);
});

test.each([
  ['论文.caj', 'CAJ'],
  ['批复.CEB', '方正'],
  ['通知.gd', '公文阅读器'],
  ['现场.jp2', '图片格式'],
  ['图纸.dwg', 'CAD'],
  ['卷.cab', '解压后'],
  ['卷.z01', '分卷'],
  ['执法记录.dav', '录音或者录像'],
  ['winmail.dat', 'Outlook'],
  ['笔记.one', 'OneNote'],
  ['字.ttf', '字体'],
  ['卷.alz', '解压后'],
  ['决定书.docx.!qb', '没有下载完'],
  ['决定书.pdf.crdownload', '没有下载完'],
  ['决定书.pdf', '内容却不是 PDF'],
  ['台账.csv', '另存为 UTF-8'],
])('what its bytes do not tell, its name does: %s', (name, words) => {
  const said = foreign(Buffer.from('\x80\x81\x82\0', 'latin1'));
  expect(misnamed(name, 'other', said)).toContain(words);
  expect(misnamed(name, 'other', said)).toContain('请');
  // A file whose bytes tell what it is, is told as that.
  expect(misnamed(name, 'other', '是程序，不是文书')).toBeNull();
});

test('the name of a paper that is read says nothing of it', () => {
  for (const name of ['a.caj', 'a.part', 'a.jp2']) expect(misnamed(name, 'pdf')).toBeNull();
  expect(misnamed('a.pdf.part', 'pdf', 'PDF 结构已损坏，打不开')).toContain('没有下载完');
  expect(misnamed('a.caj', 'other')).toBeNull();
});

test('what systems store as Word or Excel and is a page of the web has its way out', () => {
  const said = '是网页或者 XML，不作为文书读取';
  expect(misnamed('决定书.doc', 'html', said)).toContain('另存为 DOCX');
  expect(misnamed('台账.xls', 'html', said)).toContain('另存为 XLSX');
  expect(misnamed('决定书.pdf', 'json')).toContain('程序返回的数据');
});

test.each([
  [['mimetype', 'META-INF/container.xml'], 'EPUB'],
  [['Index/Document.iwa', 'preview.jpg'], '苹果'],
  [['[Content_Types].xml', 'FixedDocSeq.fdseq'], 'XPS'],
  [['[Content_Types].xml', 'xl/workbook.bin'], 'XLSB'],
  [['[Content_Types].xml', 'visio/document.xml'], 'Visio'],
  [['AndroidManifest.xml', 'classes.dex'], '安装包'],
  [['META-INF/MANIFEST.MF', 'a/B.class'], '程序'],
])('archives in which programs keep their files are no archives of papers: %j', (names, words) => {
  expect(packageOf(names)).toContain(words);
  expect(office(names)).toBe('package');
});

test('papers in folders of whatever name, letters and numbers are what they were', () => {
  expect(packageOf(['visio/说明.pdf', '安装/a.pdf', 'META-INF/a.txt'])).toBeNull();
  expect(detect(Buffer.from('当事人: 甲公司\n地址: 某市\n案由: 无证经营\n'))).toBe('txt');
  expect(detect(Buffer.from('Subject: one line of a note\nthen words'))).toBe('txt');
  expect(detect(Buffer.from('12345678901234567890\n'.repeat(60)))).toBe('txt');
});

test('a .csv that is no table is not read as a paper', () => {
  expect(misnamed('登记.csv', 'txt')).toMatch(/内容却不成表格.+另存为 XLSX/u);
  expect(misnamed('登记.csv', 'csv')).toBeNull();
  // What is known better stands.
  expect(misnamed('登记.csv', 'txt', '文字的编码认不出')).toBeNull();
  expect(misnamed('笔录.txt', 'txt')).toBeNull();
});

test('what only looks like a paper by its bytes is told by its name', () => {
  expect(noPaper('卷/~$决定书.docx')).toMatch(/临时文件.+没有“~\$”的那个文件/u);
  expect(noPaper('卷/Thumbs.db')).toContain('系统自动生成');
  expect(noPaper('链接.url')).toContain('快捷方式');
  expect(noPaper('决定书.docx')).toBeNull();
  expect(misnamed('来信.eml', 'txt')).toContain('是邮件');
  expect(misnamed('记录.json', 'txt')).toContain('内容却不是案卷记录');
  expect(misnamed('卷.ofd', 'zip')).toContain('别的压缩包');
});

test('hidden files are papers like others unless a system made them; a name cannot pose as another', async () => {
  const inner = path.join(folder, 'b');
  mkdirSync(inner);
  for (const name of ['.决定书.txt', '._1.txt', '.DS_Store', '甲\u202etxt.exe\n乙.txt'])
    writeFileSync(path.join(inner, name), '甲');
  const { cases } = await gather(inner);
  expect(cases[0]?.files.map((file) => file.name)).toEqual(['.决定书.txt', '甲txt.exe乙.txt']);
  const place = path.join(folder, 'up.zip');
  writeFileSync(place, zipOf({ '1.txt': '甲', '..\\..\\2.txt': '乙' }));
  const packed = await gather(place);
  expect(packed.cases.flatMap((one) => one.files.map((file) => file.refused ?? file.name))).toEqual([
    expect.stringContaining('指向压缩包以外的位置'),
    '1.txt',
  ]);
  await packed.dispose();
});

test('a paper that begins with a bracket is no record', () => {
  expect(detect(Buffer.from('[2030]云罚字第1号 决定书'))).toBe('txt');
  expect(detect(Buffer.from('[{"id":"1"}]'))).toBe('json');
  expect(detect(Buffer.from('{ oops'))).toBe('json');
});

test('temporary files of writing programs are left out of a folder; of records one a line none is lost for its neighbour', async () => {
  const inner = path.join(folder, 'a');
  mkdirSync(inner);
  writeFileSync(path.join(inner, '~$1.docx'), 'x');
  writeFileSync(path.join(inner, '1.txt'), '甲');
  const { cases } = await gather(inner);
  expect(cases[0]?.files.map((file) => file.name)).toEqual(['1.txt']);
  const records = path.join(folder, 'r.ndjson');
  writeFileSync(records, '{"id":"1","complete":false,"facts":{}}\n{"id":\n{"id":"3","complete":false,"facts":{}}\n');
  const found = await gather(records);
  expect(found.cases.map((one) => one.name)).toEqual(['第 1 行', '第 2 行', '第 3 行']);
  await found.dispose();
});

test('letters that happen to be figures of sixteen are no file written out', () => {
  for (const text of ['A'.repeat(600), 'ab '.repeat(300), '1234567890 '.repeat(80)])
    expect(detect(Buffer.from(text))).toBe('txt');
});

test('what is written as text and is no paper is told by its name; a text by any other is read', () => {
  expect(misnamed('平面图.dxf', 'txt')).toContain('CAD');
  expect(misnamed('清理.bat', 'txt')).toContain('程序');
  expect(misnamed('签名.cer', 'csv')).toContain('证书');
  expect(misnamed('现场.ppm', 'txt')).toContain('图片格式');
  expect(misnamed('笔录.md', 'txt')).toBeNull();
  expect(misnamed('表.vcf', 'xlsx')).toBeNull();
});

test('what Word and Excel store as XML or as pages is told as that, whatever it is called', () => {
  const word = markup(Buffer.from('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'));
  expect(word).toMatch(/^是 Word .+另存为 DOCX/u);
  expect(misnamed('决定书.docx', 'html', word)).toBeNull();
  expect(markup(Buffer.from('<html xmlns:x="urn:schemas-microsoft-com:office:excel">'))).toMatch(/^是 Excel .+XLSX/u);
  const plain = markup(Buffer.from('<html>'));
  expect(plain).toMatch(/^是网页/u);
  expect(misnamed('决定书.docx', 'html', plain)).toContain('而是网页');
});
