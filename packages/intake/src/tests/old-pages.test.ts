import type { FileNotice, PageText } from '@anjuan/core';
import { describe, expect, test } from 'vitest';
import { pageOfMessage } from '../child/html/mime.ts';
import { sheetsIn } from '../child/html/sheets.ts';
import { readOld } from '../child/old.ts';
import { misnamed } from '../foreign.ts';
import { defaultLimits } from '../limits.ts';

function read(html: string | Buffer): { readonly pages: PageText[]; readonly notices: FileNotice[] } {
  const pages: PageText[] = [];
  const notices: FileNotice[] = [];
  readOld('html', Buffer.from(html), defaultLimits, {
    page: (page) => void pages.push(page),
    notice: (notice) => void notices.push(notice),
    signature: () => undefined,
    sheet: () => undefined,
    room: () => Promise.resolve(),
  });
  return { pages, notices };
}
const textOf = (html: string | Buffer): string =>
  read(html)
    .pages.map((page) => page.text)
    .join('\f');

describe('papers stored as pages of the web under the endings of Word', () => {
  test('are read with their tables, pages and characters by name; scripts, heads and remarks of programs are no text', () => {
    const html =
      '<html><head><title>题</title><style>p{margin:0}</style></head><body><!--[if gte mso 9]>x<![endif]--><p>行政处罚\n决定书</p><p>罚款&nbsp;5&#48;00&#x5143;<br>整</p><table><tr><td rowspan=2>意见<td colspan=2>同意<tr><td>签名<td>李四</table><p style="page-break-before:always">尾</p><script>alert("<p>脚本</p>")</script></body></html>';
    expect(textOf(html)).toBe('行政处罚决定书\n罚款 5000元\n整\n意见  同意\n签名  李四\f尾');
    const cells = read(html).pages[0]?.tables?.[0]?.cells ?? [];
    expect(cells.map(({ row, column, rows, columns }) => [row, column, rows, columns])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ]);
  });
  test('keep apart what nobody sees and what is crossed out, and say that they are pages of the web', () => {
    const html =
      '<html><style>.h,b.k{display:none}</style><body>甲<span class="h">乙</span><span style="mso-hide:all">丙</span><font style="color:#FFF">丁</font><td style="background:red"><b style="color:white">白</b></td><s>戊</s><del>己</del><p hidden>庚</p></body>';
    expect(textOf(html)).toBe('甲白');
    expect(read(html).notices.map(({ kind, quote = '' }) => `${kind} ${quote}`.trim())).toEqual([
      'hidden 乙丙丁庚',
      'tracked 戊',
      'tracked 己',
      'other',
    ]);
  });
  test('are read in the encoding they say, and in the XML of Word 2003; a page without words is none', () => {
    const gbk = Buffer.concat([
      Buffer.from('<html><meta charset=gb2312><p>'),
      Buffer.from([0xb4, 0xa6, 0xb7, 0xa3]),
      Buffer.from('</p></html>'),
    ]);
    expect(textOf(gbk)).toBe('处罚');
    const word =
      '<?xml version="1.0"?><w:wordDocument xmlns:w="w"><w:body><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:t>明</w:t></w:r></w:p></w:body></w:wordDocument>';
    expect(textOf(word)).toBe('明');
    expect(() => read('<html><body><img src="x"></body></html>')).not.toThrow();
    expect(() => read('<html><body> </body></html>')).toThrow('是网页或者 XML，不作为文书读取');
    expect(() => read('<?xml version="1.0"?><feed/>')).toThrow('不作为文书读取');
  });
  test('are no papers under other endings', () => {
    expect(misnamed('决定书.doc', 'html')).toBeNull();
    expect(misnamed('台账.xls', 'html-table')).toBeNull();
    expect(misnamed('决定书.pdf', 'html')).toContain('内容却不是 PDF，而是网页或者 XML');
    expect(misnamed('通知.html', 'html')).toContain('是网页或者 XML，不作为文书读取');
  });
});

test('workbooks stored as pages of the web or as the XML of Excel 2003 are read by their cells', () => {
  const told: string[] = [];
  const sheets = (text: string) => sheetsIn(Buffer.from(text), defaultLimits, ({ message }) => told.push(message));
  expect(sheets('<table><tr><td colspan=2>表</td></tr><tr><td>1<td>2</table><p>x</p><table><tr><th>3</table>')).toEqual(
    [{ name: '', rows: [['表'], ['1', '2'], ['3']] }],
  );
  const book =
    '<?xml version="1.0"?><Workbook xmlns:ss="s"><Worksheet ss:Name="甲"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">案号</Data><Comment><Data ss:Type="String">批</Data></Comment></Cell><Cell><Data ss:Type="Number">5</Data></Cell></Row><Row ss:Index="3" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="DateTime">2025-03-05T00:00:00.000</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>';
  expect(sheets(book)).toEqual([{ name: '甲', rows: [['案号', '', '5'], [], ['', '2025-03-05']] }]);
  expect(told).toEqual(['工作表“甲”是隐藏的，也已读取', '工作表“甲”有 1 行是隐藏的，也已读取']);
  expect(() => sheets('<html><body>words</body></html>')).toThrow('不作为文书读取');
});

test('a page that is stored with its pictures in one file is that page; a mail is none', () => {
  const stored = (more = ''): Buffer =>
    Buffer.from(
      `MIME-Version: 1.0\r\n${more}Content-Type: multipart/related;\r\n boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><meta charset=3Dutf-8><p>=E5=A4=84=\r\n=E7=BD=9A</p></html>\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----x--\r\n`,
    );
  const page = pageOfMessage(stored());
  expect(page === null ? '' : textOf(page)).toBe('处罚');
  expect(pageOfMessage(stored('To: a@b.cn\r\n'))).toBeNull();
  expect(
    pageOfMessage(Buffer.from('MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--')),
  ).toBeNull();
});

test('pages made to keep a reader busy are read in their time, or refused', () => {
  const begun = performance.now();
  expect(textOf(`<html><body>x${'<'.repeat(300_000)}`)).toContain('x<<');
  expect(textOf(`<html><style>${'.a,'.repeat(300_000)}{display:none}</style>x</html>`)).toBe('x');
  expect(() => read(`<html><table>${'<tr><td colspan=1000 rowspan=1000>x'.repeat(3000)}</table>`)).toThrow('多得异常');
  expect(performance.now() - begun).toBeLessThan(8000);
});
