import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseXml } from '../child/xml.ts';
import { defaultLimits } from '../limits.ts';
import { closeParsers } from '../read.ts';
import { longPdf, zipOf } from './fixtures.ts';
import { boxOf } from './fixtures-boxes.ts';
import { readOne } from './fixtures-read.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});
const read = (name: string, bytes: Uint8Array | string) => readOne(folder, name, bytes);

test('a page whose few words are led to by a wrong place in the list of objects is told as lost', async () => {
  const bytes = longPdf(3);
  const list = bytes.lastIndexOf('xref\n0 ', bytes.lastIndexOf('trailer'));
  // Its seventh object holds the words of the second page.
  bytes.write('0000000001', bytes.indexOf('\n', list + 6) + 1 + 20 * 7);
  const { pages, unread } = await read('place.pdf', bytes);
  expect(pages).toEqual(['page 1', '', 'page 3']);
  expect(unread).toEqual([expect.stringContaining('第 2 页')]);
});

test('a page that no longer names its words is told as lost where they lie in the file', async () => {
  const bytes = longPdf(2);
  const page = bytes.indexOf('/Contents 5 0 R');
  bytes.write('/Con_ents 5 0 S', page);
  bytes.write('/Res_urces', bytes.indexOf('/Resources', page));
  expect((await read('stray.pdf', bytes)).unread).toEqual([expect.stringContaining('第 1 页的内容在文件中缺失')]);
});

test('a list of pages that names what is no page is told as lost', async () => {
  const bytes = longPdf(3);
  const kids = bytes.indexOf('/Kids [4 0 R');
  bytes.write('3', kids + 7);
  expect((await read('kids.pdf', bytes)).unread).toEqual([expect.stringContaining('页面目录在第 1 页处已损坏')]);
});

test('the last row of a table that is cut off within its first cell is told; a note below is not', async () => {
  const rows = '案号,当事人,罚款\n甲罚〔2031〕1号,某店,5\n甲罚〔2031〕2号,某厂,6\n甲罚〔2031〕3号,某行,7\n';
  const told = [expect.stringContaining('最后一行（第 5 行）只有 1 格')];
  expect((await read('cut.csv', `${rows}甲罚〔2`)).told).toEqual(told);
  expect((await read('note.csv', `${rows}以上三件均已结案`)).told).toEqual([]);
});

test('a cell whose style is no number is told', async () => {
  const rows = Array.from(
    { length: 3 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="-1"><v>4571${at}</v></c></row>`,
  );
  const { told } = await read(
    'style.xlsx',
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook><sheets><sheet name="甲" id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/s1.xml"/></Relationships>',
      'xl/worksheets/s1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
    }),
  );
  expect(told).toContainEqual(expect.stringContaining('3 个单元格的格式缺失'));
});

test('a text that ends within a character, and a part into which another encoding was put, keep their own', async () => {
  const text = Buffer.from('行政处罚');
  expect(await read('cut.txt', text.subarray(0, -1))).toEqual({
    pages: ['行政处\ufffd'],
    unread: [],
    told: [expect.stringContaining('1 处字节认不出')],
  });
  const part = (more: Buffer): string =>
    parseXml(Buffer.concat([Buffer.from('<a>当事人甲县某某面粉店'), more, Buffer.from('</a>')]), defaultLimits, '')
      .text;
  // Two characters of GB 18030 among those of UTF-8.
  expect(part(Buffer.from('b7a3bfee', 'hex'))).toMatch(/^当事人甲县某某面粉店\ufffd/u);
});

const mail = (head: string): string =>
  `From: a@b.cn\nTo: c@d.cn\nSubject: one\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="xx"\n${head}`;
const coded = Buffer.from('行政处罚决定书，罚款五千元。'.repeat(20)).toString('base64');

test('a mail whose parts run into its head, or whose words were written out twice, is told', async () => {
  const part = `--xx\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${coded}\n--xx--\n`;
  expect((await read('whole.eml', mail(`\n${part}`))).unread).toEqual([]);
  expect((await read('torn.eml', mail(part))).unread).toEqual([expect.stringContaining('邮件不完整')]);
  const holed = part.replace(coded.slice(40, 60), '\0'.repeat(20));
  expect((await read('holed.eml', mail(`\n${holed}`))).unread).toEqual([expect.stringContaining('邮件不完整')]);
  const unparted = mail(`\n${part}`).replace('multipart/', 'multipbrt/');
  expect((await read('unparted.eml', unparted)).unread).toContainEqual(expect.stringContaining('邮件不完整'));
  const wrong = await read('twice.eml', mail(`\n${part.replace('Encoding: base64', 'Encoding: 7bit')}`));
  expect(wrong.unread).toEqual([expect.stringMatching(/Base64.+没有读取.+请/u)]);
  const box = await read('box.mbox', `Fromm a@b.cn\n${mail(`\n${part}`)}`);
  expect(box.unread).toEqual([expect.stringMatching(/\.mbox.+请/u)]);
});

test('a mail of Outlook that lost one of the words its list names is told', async () => {
  const listed = Buffer.alloc(32 + 16);
  listed.writeUInt32LE(0x0037001f, 32);
  listed.writeUInt32LE(10, 40);
  const words = { '__substg1.0_1000001F': Buffer.from('请查收。', 'utf16le') };
  const { unread } = await read('lost.msg', boxOf({ '__properties_version1.0': listed, ...words }));
  expect(unread).toEqual([expect.stringContaining('邮件不完整')]);
});

test('a piece of an RTF without its beginning is told as that', async () => {
  const piece = `${"\\pard\\plain\\f1\\fs24 \\u34892\\'d0\\u25919\\'d5 \\cell ".repeat(20)}`;
  expect((await read('piece.rtf', piece)).unread).toEqual([expect.stringMatching(/RTF 文书的代码.+请/u)]);
});
