import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { closeParsers, readFiles } from '../read.ts';
import { docxWith, zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(async () => {
  await closeParsers();
  rmSync(folder, { recursive: true });
});

/** The words of a DOCX and what is told as hidden in it. */
async function read(name: string, bytes: Buffer) {
  const place = path.join(folder, `${name}.docx`);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: `${name}.docx`, path: place, size: bytes.length }]);
  const hidden = (file?.notices ?? []).flatMap(({ kind, quote }) => (kind === 'hidden' ? [quote] : []));
  return { text: file?.pages[0]?.text, hidden };
}

const run = (words: string, look = ''): string => `<w:r><w:rPr>${look}</w:rPr><w:t>${words}</w:t></w:r>`;
const symbol = (font: string, code: string): string => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
const shown = async (name: string, content: string) => (await read(name, docxWith(`<w:p>${content}</w:p>`))).text;

test('ticks and boxes put in from symbol fonts are read as forms print them', async () => {
  const content = `${symbol('Wingdings 2', 'F052')}${run('同意')}${symbol('Wingdings 2', '00A3')}${run('不同意')}`;
  expect(await shown('two', content)).toBe('☑同意□不同意');
  expect(
    await shown('one', `${symbol('Wingdings', 'F0FE')}${run('是')}${symbol('Wingdings', 'F0A8')}${run('否')}`),
  ).toBe('☑是□否');
  expect(await shown('root', `${run('要求听证')}${symbol('Symbol', 'F0D6')}`)).toBe('要求听证√');
  expect(await shown('other', symbol('Arial', '221A'))).toBe('√');
  const odd = await read('odd', docxWith(`<w:p>${symbol('Wingdings', 'F0FF')}</w:p>`));
  expect(odd.text).toBe('\ufffd');
});

test('boxes and lists of form fields show their state', async () => {
  const box = (state: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${state}</w:checkBox></w:ffData></w:fldChar></w:r>`;
  const content = `${box('<w:checked/>')}${run('陈述')}${box('')}${run('申辩')}${box('<w:checked w:val="0"/>')}${run('听证')}`;
  expect(await shown('boxes', content)).toBe('☑陈述□申辩□听证');
  const entries = ['直接送达', '邮寄送达'].map((words) => `<w:listEntry w:val="${words}"/>`).join('');
  const list = `<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/>${entries}</w:ddList></w:ffData></w:fldChar></w:r>`;
  expect(await shown('list', `${run('送达方式：')}${list}`)).toBe('送达方式：邮寄送达');
});

test('a field that draws a tick or a ring itself shows it; others show what they came to', async () => {
  const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const field = (code: string, result = ''): string =>
    `${mark('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${result === '' ? '' : mark('separate') + run(result)}${mark('end')}`;
  const content = `${field(' eq \\o\\ac(□,√)')}${run('同意')}${field(' DATE ', '3月5日')}${field('eq \\o\\ac(○,2)')}`;
  expect(await shown('drawn', content)).toBe('☑同意3月5日②');
});

test('a control nobody filled in gives no words, a filled one gives its own', async () => {
  const control = (words: string, asking: string): string =>
    `<w:sdt><w:sdtPr>${asking}</w:sdtPr><w:sdtContent>${run(words)}</w:sdtContent></w:sdt>`;
  const content = `${run('当事人：')}${control('单击此处输入文字。', '<w:showingPlcHdr/>')}${control('，男', '')}`;
  expect(await shown('control', content)).toBe('当事人：，男');
});

test('hyphens that keep a line together and line ends of other programs are read', async () => {
  expect(await shown('marks', '<w:r><w:t>2025</w:t><w:noBreakHyphen/><w:t>017</w:t><w:cr/><w:t>号</w:t></w:r>')).toBe(
    '2025-017\n号',
  );
});

test('words in white, too small to see or of a hidden style are told and not read', async () => {
  const hide = (look: string): Promise<unknown> =>
    read('look', docxWith(`<w:p>${run('罚款500元')}${run('免予处罚', look)}</w:p>`));
  const told = { text: '罚款500元', hidden: ['免予处罚'] };
  const plain = { text: '罚款500元免予处罚', hidden: [] };
  expect(await hide('<w:color w:val="FFFFFF"/>')).toEqual(told);
  expect(await hide('<w:sz w:val="2"/>')).toEqual(told);
  expect(await hide('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>')).toEqual(plain);
  expect(await hide('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>')).toEqual(plain);
  expect(await hide('<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')).toEqual(plain);
  const shaded = `<w:p><w:pPr><w:shd w:fill="C00000"/></w:pPr>${run('告知书', '<w:color w:val="ffffff"/>')}</w:p>`;
  expect(await read('shaded', docxWith(shaded))).toEqual({ text: '告知书', hidden: [] });
  const head = `<w:tbl><w:tr><w:tc><w:p>${run('序号', '<w:color w:val="FFFFFF"/>')}</w:p></w:tc></w:tr></w:tbl>`;
  expect(await read('head', docxWith(head))).toEqual({ text: '序号', hidden: [] });
});

test('styles that hide words hide those of the styles they are the base of', async () => {
  const style = (id: string, more: string): string => `<w:style w:styleId="${id}">${more}</w:style>`;
  const styles = `<w:styles xmlns:w="w">${style('a', '<w:rPr><w:vanish/></w:rPr>')}${style('b', '<w:basedOn w:val="a"/>')}${style('c', '<w:basedOn w:val="a"/><w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:styles>`;
  const body = ['a', 'b', 'c']
    .map(
      (id) =>
        `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${run(`式${id}`)}${run(`字${id}`, `<w:rStyle w:val="${id}"/>`)}</w:p>`,
    )
    .join('');
  const shown = `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>${run('明', '<w:vanish w:val="0"/>')}</w:p>`;
  const document = `<w:document xmlns:w="w"><w:body>${body}${shown}</w:body></w:document>`;
  const bytes = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document, 'word/styles.xml': styles });
  expect(await read('styles', bytes)).toEqual({ text: '\n\n式c字c\n明', hidden: ['式a字a式b字b'] });
});

/** What is told of a DOCX by kind, with the words concerned. */
async function told(name: string, body: string) {
  const place = path.join(folder, `${name}.docx`);
  const bytes = docxWith(body);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: `${name}.docx`, path: place, size: bytes.length }]);
  return {
    text: file?.pages[0]?.text.trim(),
    told: (file?.notices ?? []).map(({ kind, message, quote }) => `${kind} ${quote ?? message}`),
  };
}
const lines = (...bodies: readonly string[]): string => bodies.map((one) => `<w:p>${one}</w:p>`).join('');

test.each([
  ['colour of the ground', '<w:color w:val="1F4E79"/><w:shd w:val="clear" w:fill="1F4E79"/>'],
  ['colour of the marker', '<w:color w:val="000000"/><w:highlight w:val="black"/>'],
  ['pressed together', '<w:w w:val="1"/>'],
  ['moved off', '<w:position w:val="-2000"/>'],
])('words nobody sees for how their run looks are told: %s', async (name, look) => {
  expect(await told(name, lines(run('罚款500元'), run('免予处罚', look)))).toEqual({
    text: '罚款500元',
    told: ['hidden 免予处罚'],
  });
});

test('words nobody sees for where they stand are told: lines and rows of no height, hidden rows, beyond the paper', async () => {
  const paragraph = (properties: string): string => `<w:p><w:pPr>${properties}</w:pPr>${run('免予处罚')}</w:p>`;
  const row = (properties: string): string =>
    `<w:tbl><w:tr><w:trPr>${properties}</w:trPr><w:tc><w:p>${run('免予处罚')}</w:p></w:tc></w:tr></w:tbl>`;
  for (const body of [
    paragraph('<w:spacing w:line="1" w:lineRule="exact"/>'),
    paragraph('<w:ind w:left="30000"/>'),
    row('<w:trHeight w:val="1" w:hRule="exact"/>'),
    row('<w:hidden/>'),
  ])
    expect(await told('where', body)).toEqual({ text: '', told: ['hidden 免予处罚'] });
  for (const body of [
    paragraph('<w:spacing w:line="240" w:lineRule="exact"/><w:ind w:left="420"/>'),
    row('<w:trHeight w:val="1" w:hRule="atLeast"/>'),
    row('<w:hidden w:val="0"/>'),
  ])
    expect(await told('seen', body)).toEqual({ text: '免予处罚', told: [] });
});

test('words crossed out are told and not read', async () => {
  const content = run('要求听证') + run('不要求听证', '<w:strike/>') + run('申辩', '<w:dstrike w:val="0"/>');
  expect(await told('struck', lines(content))).toEqual({ text: '要求听证申辩', told: ['tracked 不要求听证'] });
});

test('rows and cells that a revision takes away are not read', async () => {
  const cell = (words: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${run(words)}</w:p></w:tc>`;
  const body = `<w:tbl><w:tr><w:trPr><w:del w:author="张"/></w:trPr>${cell('罚款900元')}</w:tr><w:tr>${cell('罚款500元')}${cell('另', '<w:cellDel w:author="张"/>')}</w:tr></w:tbl>`;
  const { text, told: notices } = await told('rows', body);
  expect([text, notices]).toEqual(['罚款500元', ['tracked 罚款900元另']]);
});

test('letters in a symbol font are read as what it shows', async () => {
  const symbols = (font: string, letters: string): string =>
    run(letters, `<w:rFonts w:ascii="${font}" w:hAnsi="${font}"/>`);
  expect(
    await told(
      'letters',
      lines(`${symbols('Wingdings 2', 'R')}${run('同意')}${symbols('Wingdings 2', '£')}${run('不')}`),
    ),
  ).toEqual({ text: '☑同意□不', told: [] });
  expect((await told('fe', lines(`${symbols('Wingdings', 'þ')}${run('是')}`))).text).toBe('☑是');
  expect((await told('han', lines(symbols('Wingdings', '是 否')))).text).toBe('是 否');
  expect((await told('plain', lines(symbols('Arial', 'R')))).text).toBe('R');
});

test('words of art and other documents that are drawn in are told', async () => {
  const art = '<w:r><w:pict><v:shape xmlns:v="v"><v:textpath string="作废"/></v:shape></w:pict></w:r>';
  expect((await told('art', lines(run('决定书'), art))).told).toEqual([expect.stringMatching(/艺术字或者水印“作废”/u)]);
  const place = path.join(folder, 'sub.docx');
  const bytes = docxWith(`${lines(run('总'))}<w:subDoc r:id="r1" xmlns:r="r"/>`);
  writeFileSync(place, bytes);
  const [file] = await readFiles([{ name: 'sub.docx', path: place, size: bytes.length }]);
  expect(file?.pages[0]?.unread).toMatch(/有 1 处内容存放在另外嵌入的文件里/u);
});
