import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { gather } from '../gather.ts';
import { closeParsers, readFiles } from '../read.ts';
import { cidPdf, docxWith, imagePdf, longPdf, ofdWith, textPdf, zipOf } from './fixtures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'anjuan-test-'));
afterAll(() => {
  closeParsers();
  rmSync(folder, { recursive: true });
});

async function read(name: string, bytes: Uint8Array | string, options = {}) {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  const { cases } = await gather(place);
  const [file] = await readFiles(cases[0]?.files ?? [], options);
  if (file === undefined) throw new Error('nothing came back');
  return file;
}

test('text of a PDF comes with its lines and boxes', async () => {
  const file = await read('a.pdf', textPdf(['Hello world', 'second line']));
  const page = file.pages[0];
  expect(file.format).toBe('pdf');
  expect(page?.text).toBe('Hello world\nsecond line');
  for (const line of page?.lines ?? [])
    expect(page?.text.slice(line.start, line.end)).toBe(line.runs.map((run) => run.text).join(''));
  expect(page?.lines[0]?.runs[0]).toMatchObject({ x: 72, height: 14 });
});

test('fonts that are not embedded give their characters through the character maps', async () => {
  const file = await read('cid.pdf', cidPdf('GBK-EUC-H', [0xd0, 0xd0, 0xd5, 0xfe, 0xb4, 0xa6, 0xb7, 0xa3]));
  expect(file.pages[0]?.text).toBe('行政处罚');
});

test('a page that is a picture is unread, a blank page is not', async () => {
  const file = await read('scan.pdf', imagePdf(), { recognise: false });
  expect(file.pages[0]?.unread).toBe('第 1 页是扫描图像，没有文字层，需要文字识别（OCR）');
  const blank = await read('blank.pdf', textPdf([]));
  expect(blank.pages[0]).toMatchObject({ text: '' });
  expect(blank.pages[0]?.unread).toBeUndefined();
});

test.each([
  ['empty.pdf', '', '文件是空的（0 字节）；请重新复制或者从办案系统重新导出，再放入'],
  ['space.txt', ' \n ', '文件里只有空白，没有文字'],
  ['broken.pdf', '%PDF-1.7\nnothing here', 'PDF 结构已损坏，打不开；请重新复制或者从办案系统重新导出，再放入'],
  ['program.pdf', 'MZ\x90\0\x03\0', '是程序，不是文书'],
])('%s is refused in one sentence', async (name, bytes, message) => {
  const file = await read(name, Buffer.from(bytes, 'latin1'));
  expect(file.unreadable).toContain(message);
});

test('a DOCX gives paragraphs, cells and page breaks, without hidden and deleted text', async () => {
  const body = `<w:p><w:r><w:t>立案审批表</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>当事人</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>甲公司</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p></w:tc></w:tr>
    <w:tr><w:tc><w:p><w:r><w:t>意见</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>同意</w:t></w:r><w:del><w:r><w:t>不</w:t></w:r></w:del></w:p><w:p><w:r><w:t>签名：乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    <w:p><w:r><w:br w:type="page"/><w:t>第二页</w:t></w:r></w:p>`;
  const file = await read('a.docx', docxWith(body));
  expect(file.pages.map((page) => page.text)).toEqual(['立案审批表\n当事人  甲公司\n意见  同意\n签名：乙', '第二页']);
  const doctype = await read('x.docx', docxWith('', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'));
  expect(doctype.unreadable).toContain('引入外部内容的声明');
});

test('a picture in a place to sign of a DOCX is told among the words, an emblem by the title is not', async () => {
  const image = '<w:r><w:drawing><wp:inline xmlns:wp="x"/></w:drawing></w:r>';
  const paragraph = (words: string, more: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r>${more}</w:p>`;
  const cell = (words: string, more: string): string => `<w:tc>${paragraph(words, more)}</w:tc>`;
  const body = `${paragraph('立案审批表', image)}<w:tbl><w:tr>${cell('当事人签名', '')}${cell('', image)}</w:tr>
    <w:tr>${cell('现场照片', image)}${cell('日期', '')}</w:tr></w:tbl>${paragraph('执法人员签名：', image)}`;
  const [page] = (await read('s.docx', docxWith(body))).pages;
  expect(page?.text).toBe('立案审批表\n当事人签名  \ufffc\n现场照片  日期\n执法人员签名：\ufffc');
});

test('a cell of a DOCX that goes on below spans its rows, and is told with the columns it covers', async () => {
  const cell = (words: string, more = ''): string =>
    `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
  const body = `<w:tbl><w:tr>${cell('意见', '<w:vMerge w:val="restart"/>')}${cell('同意', '<w:gridSpan w:val="2"/>')}</w:tr>
    <w:tr>${cell('', '<w:vMerge/>')}${cell('签名')}${cell('乙')}</w:tr></w:tbl>`;
  const [page] = (await read('m.docx', docxWith(body))).pages;
  expect(page?.tables?.[0]?.cells.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual([
    [0, 0, 2, 1],
    [0, 1, 1, 2],
    [1, 1, 1, 1],
    [1, 2, 1, 1],
  ]);
});

test('an OFD gives its words with places, templates under them, and says what it hides', async () => {
  const file = await read(
    'a.ofd',
    ofdWith(
      '<ofd:TextObject ID="9" Visible="false" Boundary="0 0 9 9" Size="4"><ofd:TextCode X="0" Y="4">暗</ofd:TextCode></ofd:TextObject>',
    ),
  );
  expect(file.pages[0]?.text).toBe('样板\n行政处罚决定书');
  expect(file.pages[0]?.lines[1]?.runs[0]).toMatchObject({ x: 56.69, height: 16.2 });
  expect(file.notices).toEqual([expect.objectContaining({ kind: 'hidden', page: 1, quote: '暗' })]);
  const outside = await read(
    'b.ofd',
    zipOf({ 'OFD.xml': '<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>' }),
  );
  expect(outside.unreadable).toContain('文件以外');
});

test('text in GB 18030, UTF-16 and UTF-8 reads the same; a form feed turns the page', async () => {
  const gbk = Uint8Array.from([0xbe, 0xf6, 0xb6, 0xa8, 0xca, 0xe9]);
  expect((await read('g.txt', gbk)).pages[0]?.text).toBe('决定书');
  expect((await read('u.txt', Buffer.from('\ufeff决定书', 'utf16le'))).pages[0]?.text).toBe('决定书');
  expect((await read('8.txt', '一\f二\r\n三')).pages.map((page) => page.text)).toEqual(['一', '二\n三']);
});

test('a hanging or greedy parser is stopped and the next file is read', async () => {
  const long = Array.from({ length: 120_000 }, () => 'x');
  const slow = await read('slow.pdf', textPdf(long), { limits: { fileTime: 1, pageTime: 0 } });
  expect(slow.unreadable).toMatch(/已停止；文件不大，多半是里面的内容有异常/u);
  const greedy = await read('greedy.pdf', textPdf(long), {
    limits: { memoryBytes: 2 ** 20 },
  });
  expect(greedy.unreadable).toMatch(/内存超过/u);
  expect((await read('next.pdf', textPdf(['fine']))).pages[0]?.text).toBe('fine');
});

test('a PDF without a page is no empty file that passes for read', async () => {
  const file = await read('none.pdf', longPdf(0));
  expect(file.unreadable).toContain('一页也没有');
});

test('an archive is one case; entries that lead out of it are refused and the others kept', async () => {
  const place = path.join(folder, 'case.zip');
  writeFileSync(place, zipOf({ '../out.txt': 'bad', '10.txt': 'ten', '2.txt': 'two' }));
  const gathered = await gather(place);
  const files = await readFiles(gathered.cases[0]?.files ?? []);
  expect(files.map((file) => [file.name, file.unreadable ?? file.pages[0]?.text])).toEqual([
    ['../out.txt', '压缩包里的这一项名称指向压缩包以外的位置，没有读取；请改名后重新压缩'],
    ['2.txt', 'two'],
    ['10.txt', 'ten'],
  ]);
  await gathered.dispose();
});

const cutOff = spawnSync('unshare', ['--map-current-user', '--net', 'true']).status === 0;

test.skipIf(!cutOff)(
  'a parser has a network of its own (skipped where the system allows no user namespaces)',
  async () => {
    await read('alone.pdf', textPdf(['alone']));
    const parsers = readdirSync('/proc/self/task')
      .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
      .filter((pid) => pid !== '' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('child/main.ts'));
    expect(parsers.length).toBeGreaterThan(0);
    for (const pid of parsers) expect(readlinkSync(`/proc/${pid}/ns/net`)).not.toBe(readlinkSync('/proc/self/ns/net'));
  },
);

test('a centred paragraph of a DOCX stands apart from the text above it, not from another', async () => {
  const line = (words: string, centred: boolean) =>
    `<w:p><w:pPr>${centred ? '<w:jc w:val="center"/>' : ''}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body = [line('甲局', true), line('立案审批表', true), line('案由', false), line('结案审批表', true)].join('');
  const cell = `<w:tbl><w:tr><w:tc>${line('一', false)}${line('二', true)}</w:tc></w:tr></w:tbl>`;
  const { pages } = await read('centred.docx', docxWith(body + cell));
  expect(pages.map(({ text }) => text)).toEqual(['甲局\n立案审批表\n案由\n\n结案审批表\n一\n二']);
});

test('a short paragraph all in bold, or centred by its style, stands apart like a heading; bold words in a sentence do not', async () => {
  const styles =
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="U"><w:basedOn w:val="T"/></w:style></w:styles>';
  const run = (words: string, bold = false) => `<w:r><w:rPr>${bold ? '<w:b/>' : ''}</w:rPr><w:t>${words}</w:t></w:r>`;
  const line = (runs: string, style = '') =>
    `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}</w:pPr>${runs}</w:p>`;
  const body = [
    line(run('询问笔录', true)),
    line(run('询问人：') + run('张三', true)),
    line(run('一、违法事实', true)),
    line(run('登记证书', true)),
    line(run('名称：甲')),
    line(run('结案审批表'), 'U'),
  ].join('');
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  const bytes = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': xml, 'word/styles.xml': styles });
  const { pages } = await read('bold.docx', bytes);
  expect(pages.map(({ text }) => text)).toEqual([
    '询问笔录\n询问人：张三\n一、违法事实\n\n登记证书\n名称：甲\n\n结案审批表',
  ]);
});
