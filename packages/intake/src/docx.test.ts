import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { docxWith, zipOf } from './fixtures.ts';
import { closeParsers, readFiles } from './read.ts';

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
